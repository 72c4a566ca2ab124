"""What a refused request of the console looks like: a page with the one sentence, or the way to sign in."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode

from litestar import Request, Response
from litestar.response import Redirect
from litestar.types import ExceptionHandlersMap

from app.web.console.pages import plain_page
from app.web.problems import HANDLERS, ProblemDocument

HOME: Final = "/console"
SIGN_IN: Final = "/console/sign-in"

Handler = Callable[[Request[Any, Any, Any], Exception], Response[ProblemDocument]]
"""Turns what was raised into the API's problem document."""


def _shown(handler: Handler) -> Callable[[Request[Any, Any, Any], Exception], Response[Any]]:
    """Return what shows people the sentence that a handler of the API says to programs."""

    def show(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
        answer = handler(request, error)
        said = answer.content
        if said.status == HTTPStatus.UNAUTHORIZED:
            return _to_sign_in(request)
        page = plain_page("refused.html", said.status, heading=said.title, refused=said.detail)
        page.headers.update({k: v for k, v in answer.headers.items() if k.lower() == "retry-after"})
        return page

    return show


def _to_sign_in(request: Request[Any, Any, Any]) -> Response[Any]:
    """Send a browser to sign in, and from there to the page that it asked for.

    The script, which fetches a part of a page, is told to send the whole page.
    """
    if "hx-request" in request.headers:
        return Response(b"", status_code=401, headers={"HX-Redirect": SIGN_IN, "Cache-Control": "no-store"})
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    then = f"?{urlencode({'to': wanted})}" if request.method == "GET" and wanted != HOME else ""
    return Redirect(SIGN_IN + then, status_code=303, headers={"Cache-Control": "no-store"})


PAGES: Final[ExceptionHandlersMap] = {kind: _shown(handler) for kind, handler in HANDLERS.items()}
"""The API's handlers, each with a page around what it says."""
