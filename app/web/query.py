"""The query of a request to the API: what it may name is what the address takes."""

from functools import cache
from typing import Any

from litestar import Request
from litestar.handlers import BaseRouteHandler

from app.errors import Problem


async def refuse_unknown(request: Request[Any, Any, Any]) -> None:
    """Refuse a parameter that nobody knows: a filter that is misspelt must not read as none. Raises Problem."""
    scope = request.scope
    if not scope["query_string"] or not scope["path"].startswith("/v1/"):
        return
    if not request.query_params.keys() <= _known(request.route_handler):
        raise Problem("bad_request", "There is an unknown query parameter; send only those that the API names.")


@cache
def _known(handler: BaseRouteHandler) -> frozenset[str]:
    """Return what a handler's parameters are called in a query; `state` has another name in handlers."""
    ours = {"data", "request", *handler.resolve_dependencies()}
    parameters = handler.parsed_fn_signature.parameters.items()
    return frozenset(getattr(p.kwarg_definition, "query", None) or name for name, p in parameters if name not in ours)
