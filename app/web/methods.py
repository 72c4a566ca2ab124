"""Methods: where HEAD is answered as GET, and what an address tells of those that it knows."""

from collections.abc import Mapping
from typing import Final, cast

from litestar.enums import HttpMethod, ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send
from litestar.utils import normalize_path
from typing_extensions import override

LIST: Final = "LIST"
"""What OPTIONS is called on its way: no address knows it, so that each refuses it with all that it knows. Litestar's
own answer to OPTIONS knows the methods of the handler that came first.
"""


class Methods(ASGIMiddleware):
    """Answers HEAD as GET at pages, files, health and metrics, where the server leaves the body out; and OPTIONS.

    No HEAD in the API, whose document says what each address knows, nor in the console, where a link may work once.
    """

    scopes = (ScopeType.HTTP,)

    @override
    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        method, meant = scope.get("method"), None
        if method == HttpMethod.HEAD and _may_be_looked_at(scope["path"]):
            meant = HttpMethod.GET.value
        elif method == HttpMethod.OPTIONS:
            meant = LIST
        if meant is not None:
            scope = cast("HTTPScope", {**scope, "method": meant})  # a copy: the server looks at its own
        await next_app(scope, receive, send)


def allowed(path: str, headers: Mapping[str, str] | None) -> str:
    """Return what stands in `Allow`, by Litestar's refusal of another method."""
    known = set((headers or {}).get("allow", "").split(", "))
    return ", ".join(sorted(known | {"HEAD"} if "GET" in known and _may_be_looked_at(path) else known))


def _may_be_looked_at(path: str) -> bool:
    """Tell whether a look is no act, by the path as the router reads it."""
    return not normalize_path(path).startswith(("/v1/", "/console"))
