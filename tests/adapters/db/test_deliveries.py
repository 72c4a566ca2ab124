"""The outbox: an event is queued with the act it tells of, each attempt is one replica's, and what ended goes later."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.adapters.db import deliveries
from app.adapters.db.engine import Database
from app.adapters.db.tables import DeliveryRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.tenant import Tenant, Webhook
from tests.turns import make_tenant

FACTS = {"handoff_id": "h1", "reason": "review_topic"}
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LATER = timedelta(days=365)


def hooked(tenant_id: str = "harbor", *events: str, urls: tuple[str, ...] = ("https://desk.example/a",)) -> Tenant:
    """A tenant whose webhooks ask for events."""
    hooks = tuple(Webhook(url, "env:HOOK", events or ("handoff.opened",)) for url in urls)
    return replace(make_tenant(tenant_id), webhooks=hooks)


async def queue(database: Database, tenant: Tenant, kind: str = "handoff.opened") -> None:
    """Queue an event in a transaction of its own."""
    await database.write(tenant.id, lambda db: deliveries.queue(db, tenant, kind, FACTS))


async def stored(database: Database) -> list[DeliveryRow]:
    """Every delivery, oldest first."""
    return await database.read_service(lambda db: sorted(db.all(DeliveryRow), key=lambda row: row.id))


async def queued(database: Database) -> DeliveryRow:
    """One delivery that waits."""
    await queue(database, hooked())
    return (await stored(database))[-1]


async def take(database: Database, row: DeliveryRow, attempts: int | None = None) -> bool:
    """Begin an attempt."""
    again = datetime.now(UTC) + timedelta(seconds=15)
    begun = row.attempts if attempts is None else attempts
    return await database.write_service(lambda db: deliveries.take(db, row.id, begun, again))


async def due(database: Database, moment: datetime | None = None, but: tuple[str, ...] = ()) -> list[str]:
    """The addresses that are due."""
    at = moment or datetime.now(UTC)
    return [row.url for row in await database.read_service(lambda db: deliveries.due(db, at, 10, but))]


async def test_one_for_each_webhook_that_asks(database: Database) -> None:
    """Of the tenant alone, and of the events it asks for; an address that is written twice is told once."""
    urls = ("https://desk.example/a", "https://desk.example/b", "https://desk.example/a")
    await queue(database, hooked("harbor", "handoff.opened", "switch.on", urls=urls))
    await queue(database, hooked("harbor", "switch.on"))
    await queue(database, make_tenant())
    rows = await stored(database)
    assert [(row.tenant_id, row.kind, row.url) for row in rows] == [
        ("harbor", "handoff.opened", url) for url in urls[:2]
    ]
    assert len({row.id for row in rows}) == 2
    assert {(row.state, row.attempts, row.last_status, row.ended_at) for row in rows} == {("waiting", 0, None, None)}


async def test_the_body(database: Database) -> None:
    """Canonical JSON of what happened, when and whose it is."""
    row = await queued(database)
    said = json.loads(row.body)
    moment = datetime.fromisoformat(said.pop("timestamp"))
    assert abs(moment - datetime.now(UTC)) < timedelta(seconds=30)
    assert said == {"type": "handoff.opened", "tenant": "harbor", "data": FACTS}
    assert row.body == json.dumps(json.loads(row.body), sort_keys=True, separators=(",", ":"))


async def test_the_same_outside_a_tenant(database: Database) -> None:
    """What the service itself does is queued by the same rules."""
    tenants = [hooked("harbor", "switch.on"), hooked("lumen", "switch.on")]

    def unit(db: ServiceDb) -> None:
        for tenant in tenants:
            deliveries.queue(db, tenant, "switch.on", {"scope": "service"})

    await database.write_service(unit)
    rows = await stored(database)
    assert [(row.tenant_id, json.loads(row.body)["tenant"]) for row in rows] == [("harbor",) * 2, ("lumen",) * 2]


async def test_an_act_that_did_not_happen_is_not_told(database: Database) -> None:
    """The event is part of the transaction."""

    def unit(db: TenantDb) -> None:
        deliveries.queue(db, hooked(), "handoff.opened", FACTS)
        raise RuntimeError("planted")

    with pytest.raises(RuntimeError, match="planted"):
        await database.write("harbor", unit)
    assert await stored(database) == []


async def test_due_by_its_moment_and_address(database: Database) -> None:
    """Not before; longest due first; addresses that have no room are left out."""
    await queue(database, hooked(urls=("https://a.example/", "https://b.example/")))
    first, second = await stored(database)
    soon = datetime.now(UTC) + timedelta(minutes=1)
    await take(database, first)
    await database.write_service(lambda db: deliveries.failed(db, first.id, 1, 500, soon))
    assert await due(database) == [second.url]
    assert await due(database, soon) == [second.url, first.url]
    assert await due(database, soon, (second.url,)) == [first.url]
    assert await due(database, soon, (first.url, second.url)) == []


async def test_an_attempt_is_begun_once(database: Database) -> None:
    """Of many who look at once, one has it; nobody has it again before its time."""
    row = await queued(database)
    assert sorted(await asyncio.gather(*[take(database, row) for _ in range(8)])) == [False] * 7 + [True]
    assert await due(database) == []
    assert await take(database, row, attempts=1)
    assert (await stored(database))[0].attempts == 2


async def test_only_the_newest_attempt_can_fail(database: Database) -> None:
    """A replica that was away too long changes nothing, but what arrived has arrived."""
    row = await queued(database)
    await take(database, row)
    await take(database, row, attempts=1)
    before = await stored(database)
    await database.write_service(lambda db: deliveries.failed(db, row.id, 1, 500, NOON))
    assert not await database.write_service(lambda db: deliveries.dead(db, row.id, 1, 500))
    assert [vars(now) for now in await stored(database)] == [vars(then) for then in before]
    await database.write_service(lambda db: deliveries.delivered(db, row.id, 204))
    assert not await database.write_service(lambda db: deliveries.dead(db, row.id, 2, 500))
    (ended,) = await stored(database)
    assert (ended.state, ended.last_status, ended.ended_at is None) == ("delivered", 204, False)
    assert await due(database, datetime.now(UTC) + LATER) == []


async def test_dead_letters(database: Database) -> None:
    """They are shown to whoever reaches the tenant, who may let them wait again under the same id."""
    row = await queued(database)
    await take(database, row)
    assert await database.write_service(lambda db: deliveries.dead(db, row.id, 1, 410))
    assert await database.read_service(lambda db: deliveries.dead_letters(db, ["lumen"])) == []
    (letter,) = await database.read_service(lambda db: deliveries.dead_letters(db, ["harbor", "lumen"]))
    assert (letter.id, letter.last_status) == (row.id, 410)
    assert not await database.write_service(lambda db: deliveries.retry(db, row.id, ["lumen"]))
    assert not await database.write_service(lambda db: deliveries.retry(db, "x\0y", ["harbor"]))
    assert await due(database) == []
    assert await database.write_service(lambda db: deliveries.retry(db, row.id, ["harbor"]))
    assert not await database.write_service(lambda db: deliveries.retry(db, row.id, ["harbor"]))
    (again,) = await stored(database)
    assert (again.id, again.state, again.attempts, again.ended_at) == (row.id, "waiting", 0, None)
    assert await due(database) == [row.url]


async def test_counts(database: Database) -> None:
    """By state, of the tenants asked for."""
    for tenant_id in ("harbor", "harbor", "harbor", "lumen"):
        await queue(database, hooked(tenant_id))
    first, second, *_ = await stored(database)
    await database.write_service(lambda db: deliveries.delivered(db, first.id, 200))
    await database.write_service(lambda db: deliveries.dead(db, second.id, 0, None))
    counted = await database.read_service(lambda db: deliveries.counts(db, ["harbor"]))
    assert counted == {"waiting": 1, "delivered": 1, "dead": 1}
    assert await database.read_service(lambda db: deliveries.counts(db, ["nobody"])) == dict.fromkeys(counted, 0)


async def test_what_ended_goes_later(database: Database) -> None:
    """Delivered ones after a week, dead ones after thirty days, those that wait never."""
    for _ in range(3):
        await queue(database, hooked())
    arrived, given_up, waits = await stored(database)
    await database.write_service(lambda db: deliveries.delivered(db, arrived.id, 200))
    await database.write_service(lambda db: deliveries.dead(db, given_up.id, 0, None))
    now = datetime.now(UTC)
    for days, gone, left in (
        (6, 0, {arrived.id, given_up.id, waits.id}),
        (8, 1, {given_up.id, waits.id}),
        (29, 0, {given_up.id, waits.id}),
        (31, 1, {waits.id}),
        (9999, 0, {waits.id}),
    ):
        at = now + timedelta(days=days)
        assert await database.write_service(lambda db, at=at: deliveries.delete_old(db, at)) == gone  # type: ignore[misc]  # bound early
        assert {row.id for row in await stored(database)} == left
