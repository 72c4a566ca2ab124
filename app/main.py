"""Builds the process: adapters, then stages, then use cases, then web; the only wiring."""

import asyncio
import gc
import signal
import threading
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import FrameType
from typing import Any

import structlog
from litestar import Litestar, Request
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from redis.asyncio import Redis

from app.adapters.db import switches, turns
from app.adapters.db.engine import Database, open_database
from app.adapters.desk import LocalDesk, RedisDesk
from app.adapters.identity_tokens import IdentityTokens
from app.adapters.keyring import Keyring
from app.adapters.knowledge import KnowledgeIndex
from app.adapters.ledger import MemoryLedger, RedisLedger
from app.adapters.live_feed import LocalFeed
from app.adapters.live_feed_redis import RedisFeed
from app.adapters.llm_offline import OfflineLlm
from app.adapters.llm_openai import OpenAiLlm
from app.adapters.moderation_local import LocalModeration
from app.adapters.moderation_openai import OpenAiModeration
from app.adapters.openai_client import OpenAiClient
from app.adapters.passwords import Passwords
from app.adapters.rate_counters import MemoryRateCounters, RedisRateCounters
from app.adapters.redis import RedisHealth
from app.adapters.redis import close as close_redis
from app.adapters.redis import connect as connect_redis
from app.adapters.service_file import ServiceFile
from app.adapters.switchboard import ReplicaSwitchboard
from app.adapters.tenants import Tenants
from app.adapters.webhook_sender import WebhookSender
from app.domain.budget import PriceList
from app.domain.desk import notices_of
from app.domain.handoff import Reason
from app.domain.ids import new_id
from app.domain.kill_switch import Snapshot, scopes_of
from app.domain.llm import Llm
from app.domain.moderation import Moderation as Moderator
from app.domain.operator import Operator
from app.domain.turn import Accepted, Outcome, TurnStopped
from app.settings import Settings, from_process
from app.stages.accept import Accept
from app.stages.answer import Answer
from app.stages.approval import Approval
from app.stages.budget import Budget
from app.stages.context import Context
from app.stages.handoff import Handoff
from app.stages.injection import Injection
from app.stages.kill_switch import KillSwitch, outcome_of
from app.stages.moderation import Moderation
from app.stages.output_check import OutputCheck
from app.stages.prohibited_data import ProhibitedData
from app.stages.rate_limit import RateLimit
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.stages.review import Review
from app.stages.triggers import Triggers
from app.telemetry import Metrics, set_up_logs
from app.usecases.decide_review import DecideReview
from app.usecases.deliver_webhooks import DeliverWebhooks
from app.usecases.erase_contact import EraseContact
from app.usecases.expire_drafts import ExpireDrafts
from app.usecases.export_contact import ExportContact
from app.usecases.flip_kill_switch import FlipKillSwitch
from app.usecases.follow import Follow
from app.usecases.hand_off import HandOff
from app.usecases.list_conversations import ListConversations
from app.usecases.list_reviews import ListReviews
from app.usecases.manage_operators import ManageOperators
from app.usecases.overview import Overview
from app.usecases.raise_alarms import RaiseAlarms
from app.usecases.read_transcript import ReadTranscript
from app.usecases.recover_turns import RecoverTurns
from app.usecases.running_turns import RunningTurns
from app.usecases.send_message import SendMessage
from app.usecases.serve_handoff import ServeHandoff
from app.usecases.sign_in import SignIn
from app.usecases.speak import Speak
from app.usecases.start_session import StartSession
from app.usecases.stop_reply import StopReply
from app.usecases.sweep_retention import SweepRetention
from app.usecases.take_turn import TakeTurn
from app.usecases.watch_desk import WatchDesk
from app.usecases.watch_sessions import WatchSessions
from app.web import conversations, feedback, health, privacy, sessions
from app.web.console.routes import CONSOLE
from app.web.edge import CrossOrigin, EdgeGate
from app.web.guards import CSRF_HEADER, SESSION_COOKIE, Operators
from app.web.identity import Customer, Identity
from app.web.operator_api.routes import OPERATOR_ROUTES
from app.web.problems import HANDLERS
from app.web.services import Given, Services
from app.web.turn_stream import Draining, Streams

log = structlog.get_logger()

LARGEST_BODY = 64 * 1024
DRAIN_SECONDS = 20.0


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return this day, in UTC."""
    return now().date()


@dataclass(slots=True)
class Fleet:
    """How many replicas were seen lately, each one's share of a limit while Redis is away, and what runs in this one.

    `work` returns turns on their way and open streams.
    """

    live: int = 1
    work: Callable[[], tuple[int, int]] = lambda: (0, 0)


@dataclass(slots=True)
class Adapters:
    """Everything outside: stores, files, services; each real or its embedded stand-in."""

    settings: Settings
    replica: str
    database: Database
    keyring: Keyring
    tenants: Tenants
    knowledge: KnowledgeIndex
    prices: PriceList
    second_person: frozenset[str]
    feed: LocalFeed | RedisFeed
    local_feed: LocalFeed
    desk: LocalDesk | RedisDesk
    counters: MemoryRateCounters | RedisRateCounters
    ledger: MemoryLedger | RedisLedger
    switchboard: ReplicaSwitchboard
    llms: dict[str, Llm]
    moderator: Moderator
    local_moderation: LocalModeration
    metrics: Metrics
    clients: list[OpenAiClient]
    redis: Redis | None
    redis_health: RedisHealth | None
    fleet: Fleet
    webhooks: WebhookSender


def build_adapters(settings: Settings) -> Adapters:
    """Open what the settings name; the embedded default needs nothing outside this process."""
    service_file = ServiceFile.load(settings.config_dir)
    database, keyring = open_database(settings.database_url), Keyring(settings.secret("FRONTDESK_SECRET_KEY"))
    tenants, knowledge, metrics = Tenants(settings, service_file), KnowledgeIndex(settings.config_dir), Metrics()
    tenants.feed(knowledge.refresh)
    replica, local_feed, local_moderation = new_id(), LocalFeed(), LocalModeration()

    async def rebuild(day: str, account: str) -> float:
        tenant, workflow, *anonymous = account.split("/")
        return await database.read(tenant, lambda db: turns.spent(db, workflow, day, anonymous_only=bool(anonymous)))

    async def read_switches() -> Snapshot:
        return await database.read_service(switches.snapshot)

    fleet = Fleet()

    async def report(version: int) -> None:
        turns_here, streams = fleet.work()
        fleet.live = await database.write_service(
            lambda db: switches.report(db, replica, version, turns=turns_here, streams=streams)
        )

    redis = connect_redis(settings.redis_url) if settings.redis_url else None
    redis_health = RedisHealth(redis) if redis is not None else None
    switchboard = ReplicaSwitchboard(read_switches, report, now, redis=redis, health=redis_health)
    feed: LocalFeed | RedisFeed = local_feed
    local_desk = LocalDesk()
    desk: LocalDesk | RedisDesk = local_desk
    counters: MemoryRateCounters | RedisRateCounters = MemoryRateCounters()
    ledger: MemoryLedger | RedisLedger = MemoryLedger(rebuild)
    if redis is not None and redis_health is not None:
        feed = RedisFeed(local_feed, redis, redis_health, keyring.sealer("live_feed"), keyring.unsealer("live_feed"))
        desk = RedisDesk(local_desk, redis, redis_health)
        counters = RedisRateCounters(redis, redis_health, lambda: fleet.live)
        ledger = RedisLedger(redis, redis_health, rebuild)
    clients: list[OpenAiClient] = []
    llms: dict[str, Llm] = {}
    moderator: Moderator = local_moderation
    for name, provider in service_file.providers.items():
        if settings.offline:
            llms[name] = OfflineLlm()
            continue
        client = OpenAiClient(*_address_of(settings, name, provider.base_url, provider.key))
        clients.append(client)
        llms[name] = OpenAiLlm(client, frozenset(provider.sends))
        if name == "openai":
            moderator = OpenAiModeration(client)
    return Adapters(
        settings,
        replica,
        database,
        keyring,
        tenants,
        knowledge,
        service_file.prices,
        service_file.second_person,
        feed,
        local_feed,
        desk,
        counters,
        ledger,
        switchboard,
        llms,
        moderator,
        local_moderation,
        metrics,
        clients,
        redis,
        redis_health,
        fleet,
        WebhookSender(),
    )


def _address_of(
    settings: Settings, name: str, base_url: str | None, key: str | None
) -> tuple[str | None, Callable[[], str]]:
    """Return a provider's address and key: the environment's for `openai`, the file's for any other."""
    if name == "openai":
        return settings.openai_base_url or base_url, lambda: settings.secret("OPENAI_API_KEY")
    return base_url, lambda: settings.resolve(key) if key else "none"


@dataclass(slots=True)
class UseCases:
    """What people come to do, and the work that goes on by itself."""

    take_turn: TakeTurn
    sending: SendMessage
    stopping: StopReply
    hand_off: HandOff
    follow: Follow
    starting: StartSession
    watch: WatchSessions
    exporting: ExportContact
    erasing: EraseContact
    flipping: FlipKillSwitch
    recovering: RecoverTurns
    expiring: ExpireDrafts
    sweeping: SweepRetention
    running: RunningTurns
    serving: ServeHandoff
    deciding: DecideReview
    reading: ReadTranscript
    watching_desk: WatchDesk
    list_conversations: ListConversations
    list_reviews: ListReviews
    overview: Overview
    signing_in: SignIn
    managing: ManageOperators
    alarms: RaiseAlarms
    delivering: DeliverWebhooks


def build_use_cases(a: Adapters) -> UseCases:
    """Put stages and use cases together."""
    running, approval = RunningTurns(a.database, a.replica), Approval(a.tenants.get, today)
    redaction, kill_switch = Redaction(a.database, a.keyring), KillSwitch(a.switchboard)
    budget, handoff = Budget(a.ledger, a.prices, a.keyring, now), Handoff(a.database, a.feed, now)
    take_turn = TakeTurn(
        rate_limit=RateLimit(a.counters),
        redaction=redaction,
        accept=Accept(a.database, a.feed, a.replica),
        kill_switch=kill_switch,
        approval=approval,
        prohibited_data=ProhibitedData(),
        triggers=Triggers(),
        injection=Injection(),
        moderation=Moderation(a.moderator, a.local_moderation, a.metrics.alert),
        review=Review(a.knowledge),
        context=Context(a.database, a.knowledge),
        budget=budget,
        speak=Speak(
            kill_switch,
            Answer(a.llms, lambda provider: a.metrics.alert(f"key_refused_by_{provider}")),
            OutputCheck(a.database, a.keyring, a.local_moderation),
            Record(a.database, a.feed),
            handoff,
            budget,
            a.feed,
        ),
        handoff=handoff,
        running=running,
        database=a.database,
        metrics=a.metrics,
    )
    passwords = Passwords()
    recovering = RecoverTurns(a.database, a.feed, a.tenants, take_turn, handoff, running, a.replica, now)
    use_cases = UseCases(
        take_turn,
        SendMessage(a.database, redaction, take_turn),
        StopReply(a.database, a.feed),
        HandOff(a.database, a.feed, a.keyring, now),
        Follow(a.database, a.feed, a.keyring),
        StartSession(a.database, IdentityTokens(), a.keyring, a.counters, a.switchboard, approval, now),
        WatchSessions(a.database, a.tenants, now),
        ExportContact(a.database, a.keyring),
        EraseContact(a.database, a.feed, a.keyring, running),
        FlipKillSwitch(a.database, a.switchboard, a.tenants, a.desk, now, a.second_person),
        recovering,
        ExpireDrafts(a.database, a.feed, a.tenants, now),
        SweepRetention(a.database, a.tenants, now),
        running,
        ServeHandoff(a.database, a.feed, a.tenants, a.keyring, redaction, recovering, now),
        DecideReview(
            a.database, a.feed, a.desk, a.tenants, a.keyring, redaction, a.switchboard, approval, running, now
        ),
        ReadTranscript(a.database, a.keyring),
        WatchDesk(a.database, a.feed),
        ListConversations(a.database),
        ListReviews(a.database),
        Overview(a.database, now),
        SignIn(a.database, passwords, a.keyring, a.counters),
        ManageOperators(a.database, passwords, a.keyring, a.tenants.get),
        RaiseAlarms(a.database, a.tenants, a.desk, a.metrics.alert, now),
        DeliverWebhooks(a.database, a.tenants, a.webhooks, a.settings.resolve, a.metrics.alert, now),
    )
    _let_ends_reach_turns(a, use_cases, approval)
    return use_cases


def _let_ends_reach_turns(a: Adapters, use_cases: UseCases, approval: Approval) -> None:
    """Stop running turns at once when a switch covers them, an approval ends, or someone asks."""

    def switched_off(accepted: Accepted) -> TurnStopped | None:
        mode = a.switchboard.stopped(scopes_of(accepted.tenant.id, accepted.workflow_name, accepted.conversation_id))
        return TurnStopped(outcome_of(mode), Reason.SWITCHED_OFF) if mode else None

    def not_approved(accepted: Accepted) -> TurnStopped | None:
        reason = approval.ended_for(accepted)
        return TurnStopped(Outcome.HANDED_OFF, reason) if reason else None

    running = use_cases.running
    running.objections += [switched_off, not_approved]
    running.model_stopped = use_cases.take_turn.kill_switch.model_stopped
    a.switchboard.listeners.append(lambda _: running.stop_where(switched_off))
    a.switchboard.listeners.append(lambda _: running.stop_models())
    a.switchboard.settle = running.settled
    a.tenants.listeners.append(lambda: use_cases.running.stop_where(not_approved))
    a.local_feed.on_told = lambda *told: a.desk.tell(*notices_of(*told))
    a.fleet.work = lambda: (len(running), a.metrics.open_streams)
    a.local_feed.on_interrupt = lambda conversation_id, reason: use_cases.running.stop_conversation(
        conversation_id, Reason(reason)
    )


def create_app(settings: Settings | None = None) -> Litestar:
    """Build the whole service; without settings, from the environment."""
    settings = settings or from_process()
    set_up_logs(settings.log_format)
    adapters = build_adapters(settings)
    use_cases = build_use_cases(adapters)
    draining = Draining()

    @asynccontextmanager
    async def lifespan(_: Litestar) -> AsyncIterator[None]:
        _tell_on_signal(draining)
        if isinstance(adapters.feed, RedisFeed):
            await adapters.feed.start_up()
        await adapters.switchboard.refresh()  # a database that is not there stops the start
        _spare_the_collector()
        work = [asyncio.create_task(coroutine) for coroutine in _work_that_goes_on(adapters, use_cases)]
        try:
            yield
        finally:
            draining.now = True
            await use_cases.running.drain(DRAIN_SECONDS)
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
            await _close(adapters)

    app = Litestar(
        route_handlers=[
            *sessions.ROUTES,
            *conversations.ROUTES,
            *feedback.ROUTES,
            *privacy.ROUTES,
            *OPERATOR_ROUTES,
            *health.ROUTES,
            CONSOLE,
        ],
        dependencies=_dependencies(adapters, use_cases, draining),
        exception_handlers=HANDLERS,
        lifespan=[lifespan],
        request_max_body_size=LARGEST_BODY,
        openapi_config=_openapi(),
        logging_config=None,
        debug=False,
    )
    # Around the router, not in its routes: whoever guesses addresses is counted too, and a page may read the answer.
    gate, pages = EdgeGate(settings.edge_limit, settings.trusted_proxies), CrossOrigin(adapters.tenants.origins)
    app.asgi_handler = pages(gate(app.asgi_handler))
    return app


def _spare_the_collector() -> None:
    """Keep the collector from going over what lives as long as the process again and again."""
    gc.collect()
    gc.freeze()
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


def _tell_on_signal(draining: Draining) -> None:
    """Let streams end when the process is told to stop: the server would wait for them until its patience ends."""
    if threading.current_thread() is not threading.main_thread():
        return
    for wanted in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(wanted)

        def tell(number: int, frame: FrameType | None, before: object = before) -> None:
            draining.now = True
            if callable(before):
                before(number, frame)

        signal.signal(wanted, tell)


def _dependencies(a: Adapters, use_cases: UseCases, draining: Draining) -> dict[str, Provide]:
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
        identity=Identity(a.database, a.tenants, use_cases.watch),
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


def _openapi() -> OpenAPIConfig:
    """Describe the API at /schema/openapi.json."""
    bearer = SecurityScheme(type="http", scheme="bearer")
    return OpenAPIConfig(
        title="Frontdesk",
        version="1",
        path="/schema",
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
