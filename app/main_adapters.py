"""Builds everything outside: stores, files and services, each real or its embedded stand-in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import httpx2
from redis import asyncio as aio

from app.adapters.db import switches, turns
from app.adapters.db.engine import Database, open_database
from app.adapters.desk import LocalDesk, RedisDesk
from app.adapters.erasures import FileErasures, RedisErasures
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
from app.adapters.rate_counters import MemoryRateCounters, RedisRateCounters
from app.adapters.redis import RedisHealth
from app.adapters.redis import connect as connect_redis
from app.adapters.service_file import ServiceFile
from app.adapters.switchboard import ReplicaSwitchboard
from app.adapters.tenants import Tenants
from app.adapters.webhook_sender import WebhookSender
from app.domain.budget import PriceList
from app.domain.ids import new_id
from app.domain.kill_switch import Snapshot
from app.domain.llm import Llm
from app.domain.moderation import Moderation as Moderator
from app.settings import Settings
from app.telemetry import Metrics


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


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
    open_turns: int
    feed: LocalFeed | RedisFeed
    local_feed: LocalFeed
    desk: LocalDesk | RedisDesk
    local_desk: LocalDesk
    counters: MemoryRateCounters | RedisRateCounters
    ledger: MemoryLedger | RedisLedger
    switchboard: ReplicaSwitchboard
    llms: dict[str, Llm]
    moderator: Moderator
    local_moderation: LocalModeration
    metrics: Metrics
    clients: list[OpenAiClient]
    redis: "aio.Redis | None"
    redis_health: RedisHealth | None
    fleet: Fleet
    webhooks: WebhookSender
    erasures: FileErasures | RedisErasures


def build_adapters(settings: Settings) -> Adapters:
    """Open what the settings name; the embedded default needs nothing outside this process."""
    service_file = ServiceFile.load(settings.config_dir)
    database = open_database(settings.database_url, renewed=lambda: settings.database_url)
    keyring = Keyring(settings.secret("FRONTDESK_SECRET_KEY"))
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
        metrics.now(turns_here)
        fleet.live = await database.write_service(
            lambda db: switches.report(db, replica, version, turns=turns_here, streams=streams)
        )

    redis = connect_redis(settings.redis_url, lambda: settings.redis_url or "") if settings.redis_url else None
    redis_health = RedisHealth(redis) if redis is not None else None
    switchboard = ReplicaSwitchboard(read_switches, report, now, redis=redis, health=redis_health)
    feed: LocalFeed | RedisFeed = local_feed
    local_desk = LocalDesk()
    desk: LocalDesk | RedisDesk = local_desk
    counters: MemoryRateCounters | RedisRateCounters = MemoryRateCounters()
    ledger: MemoryLedger | RedisLedger = MemoryLedger(rebuild)
    erasures: FileErasures | RedisErasures = FileErasures(settings.data_dir)
    if redis is not None and redis_health is not None:
        feed = RedisFeed(local_feed, redis, redis_health, keyring.sealer("live_feed"), keyring.unsealer("live_feed"))
        desk = RedisDesk(local_desk, redis, redis_health)
        counters = RedisRateCounters(redis, redis_health, lambda: fleet.live)
        ledger = RedisLedger(redis, redis_health, rebuild)
        erasures = RedisErasures(redis, redis_health)
    # Read once for all who call out: the certificates that a machine trusts take a twentieth of a second, and 1 MB.
    trusted = httpx2.create_ssl_context(trust_env=False)
    clients: list[OpenAiClient] = []
    llms: dict[str, Llm] = {}
    moderator: Moderator = local_moderation
    for name, provider in service_file.providers.items():
        if settings.offline:
            llms[name] = OfflineLlm()
            continue
        client = OpenAiClient(*_address_of(settings, name, provider.base_url, provider.key), trusted)
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
        service_file.open_turns,
        feed,
        local_feed,
        desk,
        local_desk,
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
        WebhookSender(trusted=trusted),
        erasures,
    )


def _address_of(
    settings: Settings, name: str, base_url: str | None, key: str | None
) -> tuple[str | None, Callable[[], str]]:
    """Return a provider's address and key: the environment's for `openai`, the file's for any other."""
    if name == "openai":
        return settings.openai_base_url or base_url, lambda: settings.secret("OPENAI_API_KEY")
    return base_url, lambda: settings.resolve(key) if key else "none"
