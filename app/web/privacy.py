"""Customers' routes: their own data, and forgetting them."""

from litestar import delete, get

from app.usecases.erase_contact import EraseContact
from app.usecases.export_contact import ExportContact
from app.web.given import Given
from app.web.identity import Customer
from app.web.problems import declared


@get("/v1/me/data", responses=declared(401, 403), security=[{"session": []}])
async def export(customer: Given[Customer], exporting: Given[ExportContact]) -> dict[str, object]:
    """Return everything that is stored of the contact."""
    return await exporting(customer.session.contact)


@delete("/v1/me", status_code=200, responses=declared(401, 403, 404), security=[{"session": []}])
async def erase(customer: Given[Customer], erasing: Given[EraseContact]) -> dict[str, object]:
    """Forget the contact; answers with the deletion receipt."""
    contact = customer.session.contact
    return await erasing(contact.tenant_id, contact.id, f"contact:{contact.id}")


ROUTES = [export, erase]
