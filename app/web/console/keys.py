"""API keys in the console: what programs of operators prove themselves with."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from litestar import Request, Response, get, post

from app.domain.operator import Operator, Role
from app.domain.operator_rules import LONGEST_SHOWN
from app.domain.units import Duration
from app.errors import Problem
from app.usecases.manage_keys import ManageKeys
from app.web.console.forms import Form, form_of
from app.web.console.pages import page
from app.web.console.people import EVERY, role_of, roles_given_by
from app.web.guards import own_tenants
from app.web.services import Given, Services

LASTS: Final = {"30d": "30 days", "90d": "90 days", "365d": "a year", "": "until it is revoked"}
"""How long a key may hold, as the form offers it."""


def _keys_of(services: Services) -> ManageKeys:
    return ManageKeys(services.database, services.tenants.get)


@get("/console/operators/keys")
async def show_keys(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """List the keys that the operator manages."""
    return await _shown(request, operator, services)


@post("/console/operators/keys", status_code=200)
async def create_key(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Make a key; the answer shows it, this once."""
    form = await form_of(request)
    try:
        tenant = None if form["tenant"] == EVERY else form["tenant"]
        key = await _keys_of(services).create(operator, form["name"], role_of(form), tenant, _lasts(form))
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem, typed=form)
    return await _shown(request, operator, services, new=key, done="The key is made.")


@post("/console/operators/keys/{key_id:str}/revoke", status_code=200)
async def revoke_key(
    key_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """End a key at once."""
    try:
        await _keys_of(services).revoke(operator, key_id)
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem)
    return await _shown(request, operator, services, done="The key is revoked.")


def _lasts(form: Form) -> timedelta | None:
    """Return how long a key is to hold, None for good. Raises Problem `bad_request`."""
    if form["lasts"] not in LASTS:
        raise Problem("bad_request", "Choose how long the key holds from the list.")
    return Duration.parse(form["lasts"]) if form["lasts"] else None


async def _shown(
    request: Request[Any, Any, Any],
    operator: Operator,
    services: Services,
    *,
    problem: Problem | None = None,
    done: str | None = None,
    new: str | None = None,
    typed: Form | None = None,
) -> Response[bytes]:
    """Show the list, with what was refused or done on the way here; `typed` fills the form again."""
    return await page(
        request,
        "keys.html",
        operator,
        problem.status if problem else 200,
        keys=await _keys_of(services).everyone(operator),
        tenants=own_tenants(operator, services.tenants),
        roles=roles_given_by(operator),
        everywhere=operator.role is Role.OWNER,
        durations=LASTS,
        longest=LONGEST_SHOWN,
        now=datetime.now(UTC),
        new=new,
        typed=typed or Form({}),
        refused=problem.detail if problem else None,
        done=done,
    )


ROUTES = [show_keys, create_key, revoke_key]
