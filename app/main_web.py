"""Names what handlers may ask for, and how the API is described."""

from http import HTTPStatus
from typing import Any

from litestar import Request, Router
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from app.domain.operator import Operator
from app.main_adapters import Adapters
from app.main_use_cases import UseCases
from app.usecases.read_arrivals import ReadArrivals
from app.web.event_stream import Draining
from app.web.guards import CSRF_HEADER, SESSION_COOKIE, Operators
from app.web.identity import Customer, Identity
from app.web.problems import nothing_here
from app.web.services import Given, Services
from app.web.turn_stream import Streams


def dependencies_of(a: Adapters, use_cases: UseCases, draining: Draining) -> dict[str, Provide]:
    """Name what handlers may ask for; who asks is found through the services, one after the other."""
    services = Services(
        settings=a.settings,
        database=a.database,
        keyring=a.keyring,
        tenants=a.tenants,
        switchboard=a.switchboard,
        feed=a.feed,
        desk=a.desk,
        metrics=a.metrics,
        draining=draining,
        identity=Identity(a.database, a.tenants, use_cases.watch, ReadArrivals(a.database)),
        operators=Operators(a.database, a.keyring, use_cases.signing_in.find),
        streams=Streams(use_cases.follow, use_cases.watch, draining, a.metrics),
        redaction=use_cases.take_turn.redaction,
        sending=use_cases.sending,
        stopping=use_cases.stopping,
        hand_off=use_cases.hand_off,
        starting=use_cases.starting,
        exporting=use_cases.exporting,
        erasing=use_cases.erasing,
        flipping=use_cases.flipping,
        running=use_cases.running,
        serving=use_cases.serving,
        deciding=use_cases.deciding,
        reading=use_cases.reading,
        watching_desk=use_cases.watching_desk,
        list_conversations=use_cases.list_conversations,
        list_reviews=use_cases.list_reviews,
        overview=use_cases.overview,
        signing_in=use_cases.signing_in,
        managing=use_cases.managing,
    )

    async def customer(request: Request[Any, Any, Any], services: Given[Services]) -> Customer:
        return await services.identity(request)

    async def operator(request: Request[Any, Any, Any], services: Given[Services]) -> Operator:
        return await services.operators(request)

    return {
        "services": Provide(lambda: services, sync_to_thread=False),
        "customer": Provide(customer),
        "operator": Provide(operator),
    }


def description() -> OpenAPIConfig:
    """Describe the API at /schema/openapi.json."""
    bearer = SecurityScheme(type="http", scheme="bearer")
    return OpenAPIConfig(
        title="Frontdesk",
        version="1",
        openapi_router=Router(
            "/schema",
            route_handlers=[],
            include_in_schema=False,
            dto=None,
            return_dto=None,
            after_request=lambda found: found if found.status_code == HTTPStatus.OK else nothing_here(),
        ),
        render_plugins=[JsonRenderPlugin()],
        components=Components(
            security_schemes={
                "session": bearer,
                "api_key": bearer,
                "console": SecurityScheme(type="apiKey", name=SESSION_COOKIE, security_scheme_in="cookie"),
                "csrf": SecurityScheme(type="apiKey", name=CSRF_HEADER, security_scheme_in="header"),
            }
        ),
    )
