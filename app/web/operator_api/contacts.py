"""Operators' routes: forgetting a contact."""

from typing import Any

from litestar import Response, delete

from app.adapters.db import contacts
from app.domain.operator import Operator, Role
from app.web.guards import own_tenants, require
from app.web.operator_api.whose import SECURED, tenant_of
from app.web.problems import declared
from app.web.services import Given, Services


@delete("/v1/operator/contacts/{contact_id:str}", status_code=200, responses=declared(401, 403, 404), security=SECURED)
async def erase_contact(
    contact_id: str, operator: Given[Operator], services: Given[Services]
) -> Response[dict[str, Any]]:
    """Forget a contact of the operator's tenants; answers with the deletion receipt."""
    tenant = await tenant_of(
        services.database, own_tenants(operator, services.tenants), lambda db: contacts.find(db, contact_id)
    )
    require(operator, Role.ADMIN)
    return Response(await services.erasing(tenant.id, contact_id, operator.actor))


ROUTES = [erase_contact]
