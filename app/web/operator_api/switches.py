"""Operators' routes: the kill switch, who has applied it, and a second person's yes."""

from datetime import UTC, datetime
from typing import Annotated, Any

from litestar import Request, Response, get, post, put
from litestar.openapi.datastructures import ResponseSpec
from msgspec import Meta, Struct, ValidationError, convert

from app.adapters.db import switches
from app.adapters.db.engine import Database
from app.adapters.tenants import Tenants
from app.domain.kill_switch import Switch, SwitchMode, is_scope
from app.domain.operator import Operator, Role
from app.domain.units import iso
from app.errors import Problem
from app.usecases.flip_kill_switch import Applied, Pending, Wish
from app.usecases.switch_wish import is_there, tenant_of_conversation
from app.web.guards import own_tenants, require
from app.web.operator_api.whose import SECURED
from app.web.problems import declared
from app.web.services import Given, Services


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


class PendingOut(Struct, frozen=True):
    """A wish that another operator must confirm, by POST /v1/operator/confirmations/{pending}."""

    pending: str


PENDING = {202: ResponseSpec(PendingOut, generate_examples=False, description="Waits for a second person")}


@get("/v1/operator/kill-switches", responses=declared(401, 403), security=SECURED)
async def list_switches(operator: Given[Operator], services: Given[Services]) -> SwitchesOut:
    """List the switches that concern the operator's tenants, and the replicas that live."""
    live = await services.database.read_service(switches.live_replicas)
    shown = await switches_of(operator, services)
    return SwitchesOut([_switch_out(s) for s in shown], [ReplicaOut(r.id, iso(r.seen_at), r.version) for r in live])


async def switches_of(operator: Operator, services: Services) -> list[Switch]:
    """Return every switch that was ever set and is everyone's, or of the operator's tenants."""
    found = await services.database.read_service(switches.snapshot)
    names = {tenant.id for tenant in own_tenants(operator, services.tenants)}
    known = {s.scope: s for s in found.switches} | {s.scope: s for s in services.flipping.unstored()}
    return [switch for switch in known.values() if await _concerns(switch, names, services.database)]


async def _concerns(switch: Switch, names: set[str], database: Database) -> bool:
    """Tell whether a switch is everyone's, or of one of these tenants."""
    kind, _, target = switch.scope.partition(":")
    if kind == "conversation":
        return await tenant_of_conversation(target, sorted(names), database) is not None
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


@put(
    "/v1/operator/kill-switches/{target:path}",
    responses=declared(401, 403, 404, 409) | PENDING,
    security=SECURED,
)
async def flip_switch(
    target: str, data: Flip, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[FlippedOut | PendingOut]:
    """Set a switch; answers when every live replica has applied it, or after 2 s, saying which has not."""
    await _check_types(request)
    scope = target.removeprefix("/")
    await check_scope(scope, operator, services.tenants, services.database)
    wish = Wish(scope, data.on, data.mode, data.reason, operator.actor, data.expires_at)
    flipped = await services.flipping(wish)
    if isinstance(flipped, Pending):
        return Response(PendingOut(flipped.id), status_code=202)
    return Response(_flipped_out(*flipped))


async def _check_types(request: Request[Any, Any, Any]) -> None:
    """Refuse what Litestar bends into the types of `Flip`: a text for a yes, a number for a moment. Raises Problem."""
    try:
        convert(await request.json(), Flip)
    except ValidationError as error:
        raise Problem("bad_request", "`on` is true or false, `expires_at` a date and time as a text.") from error


def _flipped_out(switch: Switch, applied: list[Applied]) -> FlippedOut:
    return FlippedOut(switch.scope, switch.on, switch.version, [AppliedOut(a.replica, a.ms) for a in applied])


@post(
    "/v1/operator/confirmations/{confirmation_id:str}",
    status_code=200,
    responses=declared(401, 403, 404, 409),
    security=SECURED,
)
async def confirm(confirmation_id: str, operator: Given[Operator], services: Given[Services]) -> FlippedOut:
    """Say a second person's yes to the end of the `service` switch."""
    require(operator, Role.OWNER)
    return _flipped_out(*await services.flipping.confirm(operator, confirmation_id))


async def check_scope(scope: str, operator: Operator, tenants: Tenants, database: Database) -> None:
    """Let pass a scope that exists and is the operator's to switch. Raises Problem."""
    if not is_scope(scope):
        raise Problem(
            "bad_request",
            "The scope must be service, tenant:ID, workflow:TENANT/NAME, conversation:ID, model:NAME or tool:NAME.",
        )
    kind = scope.partition(":")[0]
    if kind in ("service", "model", "tool"):
        require(operator, Role.OWNER)
    if not await is_there(scope, own_tenants(operator, tenants), database):
        raise Problem("not_found", "There is nothing of this name to switch; check the scope.")
    require(operator, Role.ADMIN)


ROUTES = [list_switches, flip_switch, confirm]
