"""An operator's own account: the name that customers read, the password, and the app that makes its codes."""

from dataclasses import replace
from typing import Any, Final

from litestar import Request, Response, get, post

from app.adapters.totp import Enrolment, is_secret
from app.domain.operator import Operator
from app.domain.operator_rules import LONGEST_PASSWORD, LONGEST_SHOWN, SHORTEST_PASSWORD
from app.errors import Problem
from app.web.console.forms import form_of
from app.web.console.pages import page
from app.web.guards import SESSION_COOKIE
from app.web.services import Given, Services

NEW_PASSWORD: Final = "Your password is changed; your other sessions have ended."  # noqa: S105  # a sentence
NEW_NAME: Final = "Customers read this name from now on."
NEW_APP: Final = "Your app's codes count from now on; your other sessions have ended."


@get("/console/account")
async def show_account(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Show what the operator signs in with, and a new secret for an app."""
    return await _shown(request, operator, services)


@post("/console/account/password", status_code=200)
async def change_password(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Set one's own password."""
    form = await form_of(request)
    token = request.cookies.get(SESSION_COOKIE, "")
    try:
        await services.managing.own.change_password(operator, token, form["current"], form["password"])
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem)
    return await _shown(request, operator, services, done=NEW_PASSWORD)


@post("/console/account/app", status_code=200)
async def change_app(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Set one's own TOTP secret, once the app that was given it shows a right code."""
    form = await form_of(request)
    token, secret = request.cookies.get(SESSION_COOKIE, ""), form["secret"]
    try:
        await services.managing.own.change_totp(operator, token, form["current"], secret, form["code"])
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem, secret=secret)
    return await _shown(request, operator, services, done=NEW_APP)


@post("/console/account/name", status_code=200)
async def change_name(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Set what customers call the operator."""
    form = await form_of(request)
    try:
        shown = await services.managing.own.show_as(operator, form["shown"])
    except Problem as problem:
        return await _shown(request, operator, services, problem=problem)
    return await _shown(request, replace(operator, name=shown), services, done=NEW_NAME)


async def _shown(
    request: Request[Any, Any, Any],
    operator: Operator,
    services: Services,
    *,
    problem: Problem | None = None,
    done: str | None = None,
    secret: str = "",
) -> Response[bytes]:
    """Show the page; a `secret` that the operator's app may hold already is shown again."""
    mine = await services.managing.own.mine(operator)
    return await page(
        request,
        "account.html",
        operator,
        problem.status if problem else 200,
        mine=mine,
        enrolment=Enrolment.of(secret, mine.name) if is_secret(secret) else Enrolment.new(mine.name),
        shortest=SHORTEST_PASSWORD,
        longest=LONGEST_PASSWORD,
        longest_shown=LONGEST_SHOWN,
        refused=problem.detail if problem else None,
        done=done,
    )


ROUTES = [show_account, change_password, change_app, change_name]
