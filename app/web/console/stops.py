"""What is stopped, and who waits too long: the part of the frame that a page asks for again while it is open."""

from typing import Any

from litestar import Request, Response, get

from app.domain.operator import Operator
from app.web.console.frame import frame_of
from app.web.console.pages import plain_page
from app.web.services import Given


@get("/console/stops")
async def show_stops(request: Request[Any, Any, Any], operator: Given[Operator]) -> Response[bytes]:
    """Show the banners of switches that are on, and the marks in the navigation."""
    return plain_page("_stops.html", frame=await frame_of(request, operator), again=True)


ROUTES = [show_stops]
