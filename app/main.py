"""Builds the process: adapters, then stages, then use cases, then web; with the `main_` files the only wiring."""

import asyncio
import gc
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from functools import lru_cache

import structlog
from litestar import Litestar
from litestar.plugins import PluginProtocol
from litestar.plugins.core import MsgspecDIPlugin
from typing_extensions import override

from app.adapters.db import switches
from app.adapters.desk import RedisDesk
from app.adapters.erasures import ErasuresUnavailable
from app.adapters.live_feed_redis import RedisFeed
from app.adapters.redis import close as close_redis
from app.leaving import on_signal
from app.main_adapters import Adapters, build_adapters
from app.main_use_cases import UseCases, build_use_cases
from app.main_web import dependencies_of, description
from app.settings import Settings, from_process
from app.telemetry import set_up_logs
from app.web import chat_page, conversations, feedback, health, privacy, sessions, widget_files
from app.web.console.routes import CONSOLE
from app.web.demo import routes as demo
from app.web.edge import CrossOrigin, EdgeGate
from app.web.event_stream import Draining, StreamsApart
from app.web.methods import Methods
from app.web.operator_api.routes import OPERATOR_ROUTES
from app.web.problems import HANDLERS
from app.web.query import refuse_unknown

log = structlog.get_logger()

LARGEST_BODY = 64 * 1024
DRAIN_SECONDS = 20.0


class _Litestar(Litestar):
    """Without its plugins for pydantic's and attrs' models, which load all of them: nothing on the wire is one."""

    @staticmethod
    @override
    def _get_default_plugins(plugins: list[PluginProtocol]) -> list[PluginProtocol]:
        return [*plugins, MsgspecDIPlugin()]


def create_app(settings: Settings | None = None) -> Litestar:
    """Build the whole service; without settings, from the environment."""
    settings = settings or from_process()
    set_up_logs(settings.log_format)
    adapters = build_adapters(settings)
    use_cases = build_use_cases(adapters)
    draining = Draining()

    async def leave() -> None:
        """Tell readers to come back, and let turns end."""
        draining.now = True
        await use_cases.running.drain(DRAIN_SECONDS)

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        leaving: list[asyncio.Task[None]] = []

        def begin() -> None:
            if not leaving:
                leaving.append(asyncio.create_task(leave()))

        on_signal(begin)
        if isinstance(adapters.feed, RedisFeed):
            await adapters.feed.start_up()
        await adapters.switchboard.refresh()  # a database that is not there stops the start
        await _keep_erased(use_cases)
        _spare_the_collector()
        work = [asyncio.create_task(coroutine) for coroutine in _work_that_goes_on(adapters, use_cases)]
        try:
            yield
        finally:
            await (leaving[0] if leaving else leave())
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
            await _close(adapters)

    app = _Litestar(
        route_handlers=[
            *sessions.ROUTES,
            *conversations.ROUTES,
            *feedback.ROUTES,
            *privacy.ROUTES,
            *OPERATOR_ROUTES,
            *health.ROUTES,
            CONSOLE,
            *widget_files.ROUTES,
            *chat_page.ROUTES,
            *demo.ROUTES,
        ],
        dependencies=dependencies_of(adapters, use_cases, draining),
        before_request=refuse_unknown,
        exception_handlers=HANDLERS,
        lifespan=[lifespan],
        request_max_body_size=LARGEST_BODY,
        openapi_config=description(),
        logging_config=None,
        debug=False,
    )
    # Most paths hold an id and never come again: a thousand of them are not worth keeping.
    app.asgi_router.handle_routing = lru_cache(64)(app.asgi_router._handle_routing)  # noqa: SLF001  # as Litestar does
    # Around the router, not in its routes: whoever guesses addresses is counted too, and a page may read the answer.
    gate, pages = EdgeGate(settings.edge_limit, settings.trusted_proxies), CrossOrigin(adapters.tenants.origins)
    app.asgi_handler = StreamsApart(pages(gate(Methods()(app.asgi_handler))))
    return app


async def _keep_erased(use_cases: UseCases) -> None:
    """Forget again whoever a restored backup brought back; without the notes the start goes on, and looks later."""
    try:
        await use_cases.keeping_erased()
    except ErasuresUnavailable:
        log.warning("erasures not compared")


def _spare_the_collector() -> None:
    """Keep the collector from going over what lives as long as the process; it rested while all that was made."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 50)


def _work_that_goes_on(a: Adapters, use_cases: UseCases) -> list[Coroutine[object, object, None]]:
    """List what a replica does by itself for as long as it lives."""
    return [
        a.switchboard.run(),
        a.tenants.watch(),
        use_cases.running.keep_leases(),
        use_cases.watch.run(),
        use_cases.recovering.run(),
        use_cases.expiring.run(),
        use_cases.sweeping.run(),
        use_cases.alarms.run(),
        use_cases.delivering.run(),
        use_cases.freeing.run(),
        use_cases.keeping_erased.run(),
        *([a.desk.run()] if isinstance(a.desk, RedisDesk) else []),
    ]


async def _close(a: Adapters) -> None:
    """Give everything back."""
    await a.database.write_service(lambda db: switches.forget(db, a.replica))
    if isinstance(a.feed, RedisFeed):
        await a.feed.shut_down()
    for llm in a.llms.values():
        await llm.close()
    for client in a.clients:
        await client.close()
    await a.webhooks.close()
    if a.redis is not None and a.redis_health is not None:
        await a.redis_health.close()
        await close_redis(a.redis)
    await a.database.close()
