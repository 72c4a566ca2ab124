"""Guards of the operators' routes: who asks, with which role, for which tenant."""

from dataclasses import dataclass
from typing import Any

from litestar import Request

from app.adapters.db import api_keys
from app.adapters.db.engine import Database
from app.adapters.session_tokens import token_hash
from app.adapters.tenants import Tenants
from app.domain.operator import Operator, Role
from app.domain.tenant import Tenant
from app.errors import Problem
from app.web.identity import bearer


@dataclass(frozen=True, slots=True)
class Operators:
    """Proves operators by their API keys."""

    database: Database

    async def __call__(self, request: Request[Any, Any, Any]) -> Operator:
        """Prove the request's key. Raises Problem `unauthorized`."""
        hashed = token_hash(bearer(request))
        key = await self.database.read_service(lambda db: api_keys.find(db, hashed))
        if key is None:
            raise Problem(
                "unauthorized",
                "The API key is not valid; make one with frontdesk keys create.",
                headers={"WWW-Authenticate": "Bearer"},
            )
        return Operator(f"key:{key.id}", Role(key.role), key.tenant_id)


def require(operator: Operator, least: Role) -> None:
    """Raise Problem `forbidden` unless the operator's role is enough."""
    if not operator.may(least):
        raise Problem("forbidden", f"This needs the role {least}; ask someone who has it.")


def reachable(operator: Operator, tenants: Tenants, tenant_id: str) -> Tenant:
    """Return a tenant of the operator's; any other is as unknown as none. Raises Problem `not_found`."""
    tenant = tenants.get(tenant_id)
    if tenant is None or not operator.reaches(tenant_id):
        raise Problem("not_found", "There is no such tenant among yours.")
    return tenant


def own_tenants(operator: Operator, tenants: Tenants) -> list[Tenant]:
    """List the tenants that the operator reaches."""
    return [tenant for tenant in tenants.all() if operator.reaches(tenant.id)]
