"""Operators in the console: who works here, with which role and tenants, and the secrets given to them once."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final

from litestar import Request, Response, get, post

from app.domain.operator import Operator, Role
from app.domain.operator_rules import LONGEST_PASSWORD, LONGEST_SHOWN, SHORTEST_PASSWORD
from app.errors import Problem
from app.usecases.manage_operators import NewSecrets
from app.web.console.forms import Form, form_of
from app.web.console.pages import page
from app.web.guards import own_tenants
from app.web.services import Given, Services

EVERY: Final = "*"
"""What a form sends where every tenant is chosen."""


@get("/console/operators")
async def show_operators(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """List the operators that this one manages."""
    return await _shown(request, operator, services)


@post("/console/operators", status_code=200)
async def add_operator(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Add an operator; the answer shows its secrets, this once."""
    form, chosen = await form_of(request), (await request.form()).getall("tenants", [])
    try:
        role = role_of(form)
        tenants = _tenants_of(chosen, role)
        new = await services.managing.add(
            operator, form["name"], role, tenants, form["password"] or None, form["shown"] or None
        )
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem, typed=form, chosen=chosen)
    return await _shown(request, operator, services, new=new, done=f"{new.name} is added.")


@post("/console/operators/{operator_id:str}/disable", status_code=200)
async def disable_operator(
    operator_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Shut an operator out; its sessions end at once."""
    try:
        await services.managing.disable(operator, operator_id)
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem)
    return await _shown(request, operator, services, done="The operator is disabled, and signed out everywhere.")


@post("/console/operators/{operator_id:str}/enable", status_code=200)
async def enable_operator(
    operator_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Let an operator sign in again."""
    try:
        await services.managing.enable(operator, operator_id)
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem)
    return await _shown(request, operator, services, done="The operator may sign in again.")


@post("/console/operators/{operator_id:str}/reset", status_code=200)
async def reset_operator(
    operator_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Give an operator a new password and TOTP secret; the answer shows them, this once."""
    try:
        new = await services.managing.reset(operator, operator_id)
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem)
    return await _shown(
        request, operator, services, new=new, done=f"{new.name} has new secrets; the old ones are void."
    )


def role_of(form: Form) -> Role:
    """Return the role that a form names. Raises Problem `bad_request`."""
    if form["role"] not in list(Role):
        raise Problem("bad_request", f"The role must be one of {', '.join(Role)}.")
    return Role(form["role"])


def _tenants_of(chosen: Sequence[object], role: Role) -> list[str] | None:
    """Return the tenants that a form chose, None for every tenant."""
    if EVERY in chosen or (role is Role.OWNER and not chosen):
        return None
    return [tenant for tenant in chosen if isinstance(tenant, str)]


def roles_given_by(operator: Operator) -> list[Role]:
    """List the roles that an operator may give."""
    return [role for role in Role if role is not Role.OWNER or operator.role is Role.OWNER]


async def _shown(
    request: Request[Any, Any, Any],
    operator: Operator,
    services: Services,
    *,
    problem: Problem | None = None,
    done: str | None = None,
    new: NewSecrets | None = None,
    typed: Form | None = None,
    chosen: Sequence[object] = (),
) -> Response[bytes]:
    """Show the list, with what was refused or done on the way here; `typed` fills the form again, and `chosen` its
    tenants.
    """
    return await page(
        request,
        "operators.html",
        operator,
        problem.status if problem else 200,
        people=await services.managing.everyone(operator),
        tenants=own_tenants(operator, services.tenants),
        roles=roles_given_by(operator),
        everywhere=operator.role is Role.OWNER,
        now=datetime.now(UTC),
        shortest=SHORTEST_PASSWORD,
        longest=LONGEST_PASSWORD,
        longest_shown=LONGEST_SHOWN,
        new=new,
        typed=typed or Form({}),
        chosen=chosen,
        refused=problem.detail if problem else None,
        done=done,
    )


ROUTES = [show_operators, add_operator, disable_operator, enable_operator, reset_operator]
