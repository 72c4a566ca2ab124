"""Every route of the console; what is refused there is a page, and none is part of the API's document."""

from litestar import Router

from app.web.console import account, desk, keys, overview, people, records, reviews, signing_in, static, switch
from app.web.console.refusals import PAGES

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
        *static.ROUTES,
    ],
    exception_handlers=PAGES,
    include_in_schema=False,
)
