"""Health and metrics: for those who run the service."""

from typing import Any

from litestar import MediaType, Request, Response, get
from litestar.openapi.datastructures import ResponseSpec

from app.errors import Problem
from app.web.edge import is_from_here
from app.web.services import Given, Services

NOT_READY = {503: ResponseSpec(dict[str, str], generate_examples=False, description="Not ready")}


@get("/health/live", security=[{}])
async def live() -> dict[str, str]:
    """Tell that the process answers."""
    return {"status": "live"}


@get("/health/ready", security=[{}], responses=NOT_READY)
async def ready(services: Given[Services]) -> Response[dict[str, str]]:
    """Tell whether the process can take turns now."""
    state = {
        "database": "up" if await services.database.ready() else "down",
        "kill_switch": "known" if services.switchboard.stopped(()) is None else "unknown",
        "draining": "yes" if services.draining.now else "no",
    }
    good = state == {"database": "up", "kill_switch": "known", "draining": "no"}
    return Response({"status": "ready" if good else "not ready", **state}, status_code=200 if good else 503)


@get("/metrics", media_type=MediaType.TEXT, include_in_schema=False)
async def metrics(request: Request[Any, Any, Any], services: Given[Services]) -> Response[bytes]:
    """Show metrics to this machine, or to whoever has an API key; to others there is nothing here."""
    if not is_from_here(request.scope):
        try:
            await services.operators(request)
        except Problem as refused:
            raise Problem("not_found", "There is nothing at this address.") from refused
    services.metrics.now(len(services.running))
    # Litestar adds the charset, and a second one is no media type that Prometheus reads.
    return Response(services.metrics.text(), media_type="text/plain; version=0.0.4")


ROUTES = [live, ready, metrics]
