"""Operators' routes: the kill switch, the queue of handoffs, the audit and erasure."""

from datetime import UTC, datetime
from typing import Annotated, Any

from litestar import Response, delete, get, put
from litestar.params import Parameter
from msgspec import Meta, Struct

from app.adapters.db import audit, contacts, conversations, handoffs, switches
from app.adapters.db.engine import Database
from app.adapters.db.tables import HandoffRow
from app.adapters.tenants import Tenants
from app.domain.handoff import HandoffState
from app.domain.ids import is_id
from app.domain.kill_switch import Switch, SwitchMode, is_scope
from app.domain.operator import Operator, Role
from app.domain.units import iso
from app.errors import Problem
from app.web.guards import own_tenants, reachable, require
from app.web.problems import declared
from app.web.services import Given, Services

SECURED: list[dict[str, list[str]]] = [{"api_key": []}]


class SwitchOut(Struct, frozen=True):
    """A kill switch as it stands."""

    scope: str
    on: bool
    mode: str
    reason: str
    by: str
    at: str
    expires_at: str | None
    version: int


class ReplicaOut(Struct, frozen=True):
    """A replica and the version of the switches that it has applied."""

    id: str
    seen_at: str
    version: int


class SwitchesOut(Struct, frozen=True):
    """Every switch that was ever set, and the replicas that live."""

    switches: list[SwitchOut]
    replicas: list[ReplicaOut]


class Flip(Struct, frozen=True, forbid_unknown_fields=True):
    """What a switch is set to."""

    on: bool
    reason: Annotated[str, Meta(max_length=500)]
    mode: SwitchMode = SwitchMode.HANDOFF
    expires_at: Annotated[datetime, Meta(tz=True)] | None = None


class AppliedOut(Struct, frozen=True):
    """One replica and the milliseconds it took; null where it has not applied the switch."""

    replica: str
    ms: int | None


class FlippedOut(Struct, frozen=True):
    """A flip, and who has applied it."""

    scope: str
    on: bool
    version: int
    applied: list[AppliedOut]


class HandoffRowOut(Struct, frozen=True):
    """A handoff in the queue; no text."""

    id: str
    conversation_id: str
    tenant: str
    workflow: str
    state: str
    reason: str
    opened_at: str
    claimed_by: str | None


class QueueOut(Struct, frozen=True):
    """Handoffs, longest waiting first."""

    handoffs: list[HandoffRowOut]


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


@get("/v1/operator/kill-switches", responses=declared(401, 403), security=SECURED)
async def list_switches(operator: Given[Operator], services: Given[Services]) -> SwitchesOut:
    """List the switches that concern the operator's services.tenants."""
    found = await services.database.read_service(switches.snapshot)
    live = await services.database.read_service(switches.live_replicas)
    names = {tenant.id for tenant in own_tenants(operator, services.tenants)}
    shown = [_switch_out(switch) for switch in found.switches if await _concerns(switch, names, services.database)]
    return SwitchesOut(shown, [ReplicaOut(row.id, iso(row.seen_at), row.version) for row in live])


async def _concerns(switch: Switch, names: set[str], database: Database) -> bool:
    """Tell whether a switch is everyone's, or of one of these tenants."""
    kind, _, target = switch.scope.partition(":")
    if kind == "conversation":
        return await _tenant_of_conversation(target, sorted(names), database) is not None
    return kind not in ("tenant", "workflow") or target.partition("/")[0] in names


def _switch_out(switch: Switch) -> SwitchOut:
    return SwitchOut(
        switch.scope,
        switch.active(datetime.now(UTC)),
        switch.mode,
        switch.reason,
        switch.by,
        iso(switch.at),
        iso(switch.expires_at) if switch.expires_at else None,
        switch.version,
    )


@put("/v1/operator/kill-switches/{target:path}", responses=declared(401, 403, 404), security=SECURED)
async def flip_switch(target: str, data: Flip, operator: Given[Operator], services: Given[Services]) -> FlippedOut:
    """Set a switch; answers when every live replica has applied it, or after 2 s, saying which has not."""
    scope = target.removeprefix("/")
    await _check_scope(scope, operator, services.tenants, services.database)
    switch, applied = await services.flipping(
        scope, on=data.on, mode=data.mode, reason=data.reason, by=operator.name, expires_at=data.expires_at
    )
    return FlippedOut(switch.scope, switch.on, switch.version, [AppliedOut(a.replica, a.ms) for a in applied])


async def _check_scope(scope: str, operator: Operator, tenants: Tenants, database: Database) -> None:
    """Let pass a scope that exists and is the operator's to switch. Raises Problem."""
    if not is_scope(scope):
        raise Problem(
            "bad_request",
            "The scope must be service, tenant:ID, workflow:TENANT/NAME, conversation:ID, model:NAME or tool:NAME.",
        )
    require(operator, Role.ADMIN)
    kind, _, target = scope.partition(":")
    if kind in ("service", "model", "tool"):
        require(operator, Role.OWNER)
    if not await _exists(kind, target, operator, tenants, database):
        raise Problem("not_found", "There is nothing of this name to switch; check the scope.")


async def _exists(kind: str, target: str, operator: Operator, tenants: Tenants, database: Database) -> bool:
    """Tell whether what a scope names is there and within the operator's reach."""
    own = {tenant.id: tenant for tenant in own_tenants(operator, tenants)}
    match kind:
        case "tenant":
            return target in own
        case "workflow":
            tenant_id, _, workflow = target.partition("/")
            return tenant_id in own and workflow in own[tenant_id].workflows
        case "conversation":
            return await _tenant_of_conversation(target, sorted(own), database) is not None
        case "model":
            return any(target in w.model.names for tenant in tenants.all() for w in tenant.workflows.values())
        case _:
            return True


async def _tenant_of_conversation(conversation_id: str, tenant_ids: list[str], database: Database) -> str | None:
    """Find the tenant, among these, that has a conversation."""
    for tenant_id in tenant_ids if is_id(conversation_id) else ():
        if await database.read(tenant_id, lambda db: conversations.find(db, conversation_id)) is not None:
            return tenant_id
    return None


@get("/v1/operator/handoffs", responses=declared(401, 403), security=SECURED)
async def list_handoffs(
    operator: Given[Operator],
    services: Given[Services],
    wanted: Annotated[HandoffState | None, Parameter(query="state")] = None,
) -> QueueOut:
    """List handoffs of the operator's tenants: those in a state, or all that are open."""
    states = [wanted] if wanted else [HandoffState.WAITING, HandoffState.CLAIMED]
    rows: list[HandoffRow] = []
    for tenant in own_tenants(operator, services.tenants):
        rows += await services.database.read(tenant.id, lambda db: handoffs.in_states(db, states))
    rows.sort(key=lambda row: row.opened_at)
    return QueueOut([_handoff_out(row) for row in rows])


def _handoff_out(row: HandoffRow) -> HandoffRowOut:
    return HandoffRowOut(
        row.id,
        row.conversation_id,
        row.tenant_id,
        row.workflow,
        row.state,
        row.reason,
        iso(row.opened_at),
        row.claimed_by,
    )


@get("/v1/operator/audit", responses=declared(401, 403, 404), security=SECURED)
async def read_audit(
    operator: Given[Operator],
    services: Given[Services],
    tenant: Annotated[str, Parameter(min_length=2, max_length=40)],
    after: Annotated[int, Parameter(ge=0, le=2**53)] = 0,
) -> AuditOut:
    """Read up to 500 events of a tenant's chain after a position."""
    reachable(operator, services.tenants, tenant)
    rows = await services.database.read(tenant, lambda db: audit.after(db, after, 500))
    return AuditOut(
        [
            AuditEventOut(
                r.position, r.id, r.actor, r.action, r.target, r.outcome, r.reason, r.turn_id, iso(r.at), r.hash
            )
            for r in rows
        ]
    )


@delete("/v1/operator/contacts/{contact_id:str}", status_code=200, responses=declared(401, 403, 404), security=SECURED)
async def erase_contact(
    contact_id: str, operator: Given[Operator], services: Given[Services]
) -> Response[dict[str, Any]]:
    """Forget a contact of the operator's tenants; answers with the deletion receipt."""
    require(operator, Role.ADMIN)
    for tenant in own_tenants(operator, services.tenants):
        if await services.database.read(tenant.id, lambda db: contacts.find(db, contact_id)) is not None:
            return Response(await services.erasing(tenant.id, contact_id, operator.name))
    raise Problem("not_found", "There is no such contact among your services.tenants.")


ROUTES = [list_switches, flip_switch, list_handoffs, read_audit, erase_contact]
