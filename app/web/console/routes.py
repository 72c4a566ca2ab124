"""Every route of the console; what is refused there is a page, and none is part of the API's document."""

from litestar import Router, get

from app.errors import Problem
from app.web.console import account, desk, keys, overview, people, records, reviews, signing_in, static, stops, switch
from app.web.console.refusals import PAGES


@get("/console/{rest:path}")
async def nothing() -> None:
    """Say of any other address under the console that nothing is there."""
    raise Problem("not_found", "There is no such page in the console.")


CONSOLE = Router(
    "/",
    route_handlers=[
        *signing_in.ROUTES,
        *overview.ROUTES,
        *switch.ROUTES,
        *desk.ROUTES,
        *reviews.ROUTES,
        *records.ROUTES,
        *people.ROUTES,
        *keys.ROUTES,
        *account.ROUTES,
        *stops.ROUTES,
        *static.ROUTES,
        nothing,
    ],
    exception_handlers=PAGES,
    include_in_schema=False,
)
