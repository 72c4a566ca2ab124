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
    if not request.query_params.keys() <= _known(request.route_handler) - request.path_params.keys():
        raise Problem("bad_request", "There is an unknown query parameter; send only those that the API names.")


@cache
def _known(handler: BaseRouteHandler) -> frozenset[str]:
    """Return what a handler's parameters are called in a query, those of the path among them; `state` has another name
    in handlers.
    """
    ours = {"data", "request", *handler.resolve_dependencies()}
    named = {
        name: parameter.kwarg_definition
        for name, parameter in handler.parsed_fn_signature.parameters.items()
        if name not in ours and not getattr(parameter.kwarg_definition, "header", None)
    }
    return frozenset(getattr(definition, "query", None) or name for name, definition in named.items())
