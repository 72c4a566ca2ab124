"""Signing in and out of the console: name, password and code, or a link that works once."""

import re
import secrets
from typing import Any, Final

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.response import Redirect

from app.domain.operator import Operator
from app.errors import Problem
from app.web.console.forms import form_of
from app.web.console.pages import plain_page
from app.web.console.refusals import HOME, SIGN_IN
from app.web.edge import bucket_of, client_address
from app.web.guards import FORM_COOKIE, SESSION_COOKIE, check_form, csrf_of
from app.web.services import Given, Services

_PLACE: Final = re.compile(r"/console(?:[/?][!-~]*)?")
"""Where a sign-in may lead: a page of the console, never another site."""


def cookie(request: Request[Any, Any, Any], name: str, value: str, *, ends: bool = False) -> Cookie:
    """Make a cookie that no script and no other site's form can use; with `ends` the browser forgets it."""
    secure = request.url.scheme == "https"
    return Cookie(
        name, value=value, path="/", httponly=True, samesite="lax", secure=secure, max_age=0 if ends else None
    )


def _sign_in_page(
    request: Request[Any, Any, Any], services: Services, to: str, problem: Problem | None = None, name: str = ""
) -> Response[bytes]:
    """Show the form, with the sentence of what was refused on the way here, and the name that was typed."""
    token = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(32)
    page = plain_page(
        "sign_in.html",
        problem.status if problem else 200,
        csrf_token=csrf_of(services.keyring, token),
        refused=problem.detail if problem else None,
        name=name,
        to=to,
    )
    page.headers.update({k: v for k, v in (problem.headers if problem else {}).items() if k == "Retry-After"})
    page.set_cookie(cookie(request, FORM_COOKIE, token))
    return page


def _entered(request: Request[Any, Any, Any], session: str, to: str) -> Response[Any]:
    """Send whoever has just signed in on, with the session in a cookie."""
    return Redirect(
        to,
        status_code=303,
        headers={"Cache-Control": "no-store"},
        cookies=[cookie(request, SESSION_COOKIE, session), cookie(request, FORM_COOKIE, "", ends=True)],
    )


@get(SIGN_IN)
async def show_sign_in(request: Request[Any, Any, Any], services: Given[Services], to: str = HOME) -> Response[Any]:
    """Show the form; whoever has signed in already is sent on."""
    token, place = request.cookies.get(SESSION_COOKIE), _place(to)
    if token and await services.signing_in.find(token) is not None:
        return Redirect(place, status_code=303)
    return _sign_in_page(request, services, place)


def _place(to: str) -> str:
    """Return where a sign-in leads: the page that was asked for, or the overview."""
    return to if _PLACE.fullmatch(to) else HOME


@post(SIGN_IN, status_code=200)
async def sign_in(request: Request[Any, Any, Any], services: Given[Services]) -> Response[Any]:
    """Sign in, or show the form again with one sentence that does not tell which part was wrong."""
    token = request.cookies.get(FORM_COOKIE)
    if not token:
        raise Problem(
            "forbidden", "Your browser sent no cookie; allow cookies for this site, reload the page and try again."
        )
    await check_form(request, services.keyring, token)
    form = await form_of(request)
    place = _place(form["to"])
    address = bucket_of(client_address(request.scope, services.settings.trusted_proxies))
    try:
        session = await services.signing_in.with_password(form["name"], form["password"], form["code"], address)
    except Problem as problem:
        return _sign_in_page(request, services, place, problem, form["name"])
    return _entered(request, session, place)


@get("/console/once/{token:str}")
async def sign_in_once(token: str, request: Request[Any, Any, Any], services: Given[Services]) -> Response[Any]:
    """Sign in by a link, which works this once."""
    try:
        session = await services.signing_in.with_link(token)
    except Problem as problem:
        return _sign_in_page(request, services, HOME, problem)
    return _entered(request, session, HOME)


@post("/console/sign-out", status_code=303)
async def sign_out(request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]) -> Redirect:  # noqa: ARG001  # asked for: who has not signed in can't sign out
    """End the session."""
    await services.signing_in.out(request.cookies.get(SESSION_COOKIE, ""))
    return Redirect(
        SIGN_IN,
        status_code=303,
        headers={"Cache-Control": "no-store"},
        cookies=[cookie(request, SESSION_COOKIE, "", ends=True)],
    )


ROUTES = [show_sign_in, sign_in, sign_in_once, sign_out]
