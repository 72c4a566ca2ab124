"""The kill switch: what it would stop, what is stopped, the form that stops, and who has applied it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from litestar import Request, Response, get, post

from app.adapters.db import api_keys, confirmations, operators, switches
from app.adapters.db.tables import ConfirmationRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.conversation import ConversationState
from app.domain.kill_switch import SHORTEST_REASON, Switch, SwitchMode
from app.domain.numbers import Numbers
from app.domain.operator import Operator, Role
from app.errors import Problem
from app.usecases.flip_kill_switch import Applied, Pending
from app.web.console import words
from app.web.console.forms import Form, form_of
from app.web.console.pages import page
from app.web.console.switch_form import ENDS, EVERYTHING, LONGEST_REASON, UNTIL, choices_of, wish_of
from app.web.guards import own_tenants, require
from app.web.operator_api.switches import check_scope, switches_of
from app.web.services import Given, Services


@dataclass(frozen=True, slots=True)
class Impact:
    """What the assistant does for the operator's tenants at this moment; streams and operators are every tenant's, and
    the owner's alone to know.
    """

    tenants: int
    conversations: int
    replies: int
    streams: int | None
    operators: int | None
    replicas: int


@get("/console/switch")
async def show_switch(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Show the impact, what is on, and the form."""
    return await _shown(request, operator, services)


@post("/console/switch")
async def flip_switch(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Set a switch; answers with who has applied it, or with the page and what was refused."""
    form = await form_of(request)
    try:
        wish = wish_of(form, operator, datetime.now(UTC))
        await check_scope(wish.scope, operator, services.tenants, services.database)
        flipped = await services.flipping(wish)
    except Problem as problem:
        return await _shown(request, operator, services, problem, form)
    if isinstance(flipped, Pending):
        return await _shown(request, operator, services)
    return await _applied(request, operator, *flipped)


@post("/console/switch/confirm")
async def confirm_end(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Say a second person's yes to the end of the switch of everything."""
    require(operator, Role.OWNER)
    form = await form_of(request)
    try:
        flipped = await services.flipping.confirm(operator, form["confirmation_id"])
    except Problem as problem:
        return await _shown(request, operator, services, problem)
    return await _applied(request, operator, *flipped)


@get("/console/switch/applied")
async def show_applied(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Look again at who has applied the switch of the query's `scope`, as it stands now."""
    known = {switch.scope: switch for switch in await switches_of(operator, services)}
    switch = known.get(request.query_params.get("scope", ""))
    if switch is None:
        raise Problem("not_found", "There is no such switch; see the list of those that are on.")
    live = await services.database.read_service(switches.live_replicas)
    late = [(row.id, "applied" if row.version >= switch.version else None) for row in live]
    return await _progress(request, operator, switch, late)


async def _applied(
    request: Request[Any, Any, Any], operator: Operator, switch: Switch, applied: Sequence[Applied]
) -> Response[bytes]:
    """Answer a flip with each replica and the time that it took."""
    said = [(each.replica, None if each.ms is None else f"{each.ms} ms") for each in applied]
    return await _progress(request, operator, switch, said)


async def _progress(
    request: Request[Any, Any, Any], operator: Operator, switch: Switch, replicas: list[tuple[str, str | None]]
) -> Response[bytes]:
    """Show how far a switch is; it has stopped only when every live replica has said so."""
    done = sum(said is not None for _, said in replicas)
    return await page(
        request,
        "switch_applied.html",
        operator,
        switch=switch,
        replicas=replicas,
        applied=done,
        everywhere=done == len(replicas) > 0,
        words=words,
    )


async def _shown(
    request: Request[Any, Any, Any],
    operator: Operator,
    services: Services,
    problem: Problem | None = None,
    form: Form | None = None,
) -> Response[bytes]:
    """Show the page, with what was refused on the way here and the form as it was filled in."""
    own, now = own_tenants(operator, services.tenants), datetime.now(UTC)
    on = [switch for switch in await switches_of(operator, services) if switch.active(now)]
    return await page(
        request,
        "switch.html",
        operator,
        problem.status if problem else 200,
        refused=problem.detail if problem else None,
        impact=_impact(len(own), await services.overview(own, owner=operator.may(Role.OWNER))),
        on=on,
        names=await services.database.read_service(_names),
        pending=await services.database.read_service(lambda db: _pending(db, on)),
        may_flip=operator.may(Role.ADMIN),
        is_owner=operator.may(Role.OWNER),
        choices=choices_of(operator, own),
        modes=list(SwitchMode),
        ends=list(ENDS),
        until=UNTIL,
        everything=EVERYTHING,
        shortest=SHORTEST_REASON,
        longest=LONGEST_REASON,
        form=form or Form({}),
        words=words,
    )


def _impact(tenants: int, numbers: Numbers) -> Impact:
    replicas, operators_online = numbers.service.replicas, numbers.service.operators_online
    return Impact(
        tenants,
        sum(numbers.work.open[state] for state in ConversationState),
        numbers.work.running,
        None if operators_online is None else sum(replica.streams or 0 for replica in replicas),
        operators_online,
        len(replicas),
    )


def _names(db: ServiceDb) -> dict[str, str]:
    """Return what people call those who set switches, by how rows call them."""
    people = {f"operator:{row.id}": row.name for row in operators.everyone(db)}
    return people | {f"key:{row.id}": f"{row.name} (API key)" for row in api_keys.everyone(db)}


def _pending(db: ServiceDb, on: Sequence[Switch]) -> ConfirmationRow | None:
    """Find the wish to end the switch of everything that waits for a second person, if it is still the same switch."""
    version = next((switch.version for switch in on if switch.scope == EVERYTHING), None)
    asked = [row for row in confirmations.waiting(db) if row.wish["version"] == version]
    return asked[-1] if asked else None


ROUTES = [show_switch, flip_switch, confirm_end, show_applied]
