"""Customers' routes: their own data, and forgetting them."""

from litestar import delete, get

from app.web.identity import Customer
from app.web.problems import declared
from app.web.services import Given, Services


@get("/v1/me/data", responses=declared(401, 403), security=[{"session": []}])
async def export(customer: Given[Customer], services: Given[Services]) -> dict[str, object]:
    """Return everything that is stored of the contact."""
    return await services.exporting(customer.session.contact)


@delete("/v1/me", status_code=200, responses=declared(401, 403, 404), security=[{"session": []}])
async def erase(customer: Given[Customer], services: Given[Services]) -> dict[str, object]:
    """Forget the contact; answers with the deletion receipt."""
    contact = customer.session.contact
    return await services.erasing(contact.tenant_id, contact.id, f"contact:{contact.id}")


ROUTES = [export, erase]
