"""Operators' routes: the audit, without any customer text."""

from typing import Annotated

from litestar import get
from litestar.params import Parameter
from msgspec import Struct

from app.adapters.db import audit
from app.domain.operator import Operator, Role
from app.domain.tenant import SERVICE
from app.domain.units import iso
from app.web.guards import reachable
from app.web.operator_api.whose import SECURED
from app.web.problems import declared
from app.web.services import Given, Services

PAGE = 500


class AuditEventOut(Struct, frozen=True):
    """One act, without content."""

    position: int
    id: str
    actor: str
    action: str
    target: str
    outcome: str
    reason: str | None
    turn_id: str | None
    at: str
    hash: str


class AuditOut(Struct, frozen=True):
    """A part of a tenant's audit chain, in order."""

    events: list[AuditEventOut]


@get("/v1/operator/audit", responses=declared(401, 403, 404), security=SECURED)
async def read_audit(
    operator: Given[Operator],
    services: Given[Services],
    tenant: Annotated[str, Parameter(min_length=2, max_length=40)],
    after: Annotated[int, Parameter(ge=0, le=2**31 - 1)] = 0,
) -> AuditOut:
    """Read up to 500 events of a tenant's chain after a position; owners read the service's own, `_service`, too."""
    if tenant != SERVICE or not operator.may(Role.OWNER):
        reachable(operator, services.tenants, tenant)
    rows = await services.database.read(tenant, lambda db: audit.after(db, after, PAGE))
    return AuditOut(
        [
            AuditEventOut(
                r.position, r.id, r.actor, r.action, r.target, r.outcome, r.reason, r.turn_id, iso(r.at), r.hash
            )
            for r in rows
        ]
    )


ROUTES = [read_audit]
