"""Customers' routes: their own data, forgetting them, and what anyone can verify the receipt with."""

from litestar import MediaType, Response, delete, get

from app.usecases.sign_receipt import public_key
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


@get("/receipts/key.pem", media_type=MediaType.TEXT, include_in_schema=False)
async def receipt_key(services: Given[Services]) -> Response[bytes]:
    """Give the public key of deletion receipts to anyone, pages of any origin included."""
    headers = {"Access-Control-Allow-Origin": "*", "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return Response(public_key(services.keyring), media_type="application/x-pem-file", headers=headers)


ROUTES = [export, erase, receipt_key]
