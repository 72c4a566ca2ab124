"""Webhooks arrive at least once under one id, are tried again for hours, and hold nobody up."""

import asyncio
import base64
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from app.adapters.db import deliveries
from app.adapters.db.engine import DatabaseUnavailable
from app.adapters.db.tables import DeliveryRow
from app.adapters.webhook_sender import WebhookSender
from app.domain.tenant import Tenant, Webhook
from app.references import ReferenceUnset
from app.usecases import deliver_webhooks
from app.usecases.deliver_webhooks import AFTER, AT_ONCE_EACH, DeliverWebhooks
from tests.receiver import Answer, Receiver, is_genuine
from tests.turns import Desk, Files, make_tenant

KEY = b"0123456789abcdef0123456789abcdef"
SECRETS = {"env:PLAIN": KEY.decode(), "env:ENCODED": "whsec_" + base64.b64encode(KEY).decode(), "env:BAD": "whsec_%"}
KIND = "handoff.opened"
PLAIN = "env:PLAIN"
FACTS = {"handoff_id": "h"}


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A help desk."""
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
async def send() -> AsyncIterator[WebhookSender]:
    """A sender with little patience."""
    sender = WebhookSender(within=1.0)
    yield sender
    await sender.close()


def resolve(reference: str) -> str:
    """The secret of a reference."""
    if reference not in SECRETS:
        raise ReferenceUnset(f"{reference} is not set")
    return SECRETS[reference]


def hooked(*urls: str, secret: str = PLAIN, events: tuple[str, ...] = (KIND,)) -> Tenant:
    """A tenant with webhooks."""
    return replace(make_tenant(), webhooks=tuple(Webhook(url, secret, events) for url in urls))


@dataclass
class Outbox:
    """A replica's part in it: what was queued, tried, and told."""

    desk: Desk
    send: WebhookSender
    files: Files
    alerts: list[str] = field(default_factory=list)
    replica: DeliverWebhooks = field(init=False)

    def __post_init__(self) -> None:
        self.replica = self.another()

    def another(self) -> DeliverWebhooks:
        """Another replica on the same rows."""
        files, alert = self.files, self.alerts.append
        return DeliverWebhooks(self.desk.database, files, self.send, resolve, alert, self.desk.clock)  # type: ignore[arg-type]  # all it asks of files

    async def queue(self, tenant: Tenant, times: int = 1) -> None:
        """Queue an event."""
        for _ in range(times):
            await self.desk.database.write(tenant.id, lambda db: deliveries.queue(db, tenant, KIND, FACTS))

    async def attempt(self) -> int:
        """Try whatever is due, to its end."""
        begun = await self.replica()
        await self.replica.settled()
        return begun

    async def rows(self) -> list[DeliveryRow]:
        """Every delivery."""
        return await self.desk.database.read_service(lambda db: db.all(DeliveryRow))

    async def row(self) -> DeliveryRow:
        """The one delivery."""
        (row,) = await self.rows()
        return row


@pytest.fixture
def outbox(desk: Desk, send: WebhookSender, receiver: Receiver) -> Outbox:
    """A tenant whose one webhook is the receiver's."""
    return Outbox(desk, send, Files((hooked(receiver.url()),)))


@pytest.fixture
def any_outbox(any_desk: Desk, send: WebhookSender, receiver: Receiver) -> Outbox:
    """The same on a database of each kind."""
    return Outbox(any_desk, send, Files((hooked(receiver.url()),)))


@pytest.mark.parametrize("secret", ["env:PLAIN", "env:ENCODED"])
async def test_arrives(any_outbox: Outbox, receiver: Receiver, secret: str) -> None:
    """Once, signed with the tenant's secret, in the words that were queued; then there is nothing more to do."""
    any_outbox.files.tenants = (hooked(receiver.url(), secret=secret),)
    await any_outbox.queue(any_outbox.files.tenants[0])
    assert await any_outbox.attempt() == 1
    (call,) = receiver.calls
    row = await any_outbox.row()
    assert (call.id, call.body.decode()) == (row.id, row.body)
    assert is_genuine(call, KEY, now=any_outbox.desk.clock().timestamp())
    assert (row.state, row.attempts, row.last_status, row.ended_at) == ("delivered", 1, 200, any_outbox.desk.clock())
    any_outbox.desk.clock.move(days=1)
    assert await any_outbox.attempt() == 0


async def test_many_replicas_send_it_once(any_outbox: Outbox, receiver: Receiver) -> None:
    """Whoever takes an attempt has it."""
    await any_outbox.queue(any_outbox.files.tenants[0], times=3)
    replicas = [any_outbox.another() for _ in range(4)]
    assert sum(await asyncio.gather(*[replica() for replica in replicas])) == 3
    await asyncio.gather(*[replica.settled() for replica in replicas])
    assert len({call.id for call in receiver.calls}) == len(receiver.calls) == 3


@pytest.mark.parametrize("status", [500, 404, 301, 429])
async def test_is_tried_again_under_the_same_id(outbox: Outbox, receiver: Receiver, status: int) -> None:
    """After a second, give or take a fifth; the receiver can tell that it is the same."""
    receiver.answer(status, 200)
    await outbox.queue(outbox.files.tenants[0])
    await outbox.attempt()
    row = await outbox.row()
    assert (row.state, row.attempts, row.last_status) == ("waiting", 1, status)
    outbox.desk.clock.move(seconds=0.79)
    assert await outbox.attempt() == 0
    outbox.desk.clock.move(seconds=0.42)
    assert await outbox.attempt() == 1
    assert [call.id for call in receiver.calls] == [row.id, row.id]
    assert len({call.body for call in receiver.calls}) == 1
    row = await outbox.row()
    assert (row.state, row.attempts, row.last_status) == ("delivered", 2, 200)
    assert outbox.alerts == []


async def test_waits_longer_each_time_and_is_given_up(outbox: Outbox, receiver: Receiver) -> None:
    """Eight attempts over some eight hours; then it is dead, an alert, and an operator may let it wait again."""
    receiver.answer(503)
    await outbox.queue(outbox.files.tenants[0])
    for number, seconds in enumerate(AFTER, 1):
        assert await outbox.attempt() == 1
        row = await outbox.row()
        waits = (row.next_at - outbox.desk.clock()).total_seconds()
        assert 0.8 * seconds <= waits <= 1.2 * seconds
        assert (row.state, row.attempts) == ("waiting", number)
        outbox.desk.clock.moment = row.next_at
    assert outbox.alerts == []
    assert await outbox.attempt() == 1
    row = await outbox.row()
    assert (row.state, row.attempts, row.last_status) == ("dead", 8, 503)
    assert outbox.alerts == ["webhook_dead"]
    outbox.desk.clock.move(days=2)
    assert await outbox.attempt() == 0
    receiver.answer(200)
    await outbox.desk.database.write_service(lambda db: deliveries.retry(db, row.id, ["harbor"]))
    await outbox.attempt()
    assert (await outbox.row()).state == "delivered"
    assert {call.id for call in receiver.calls} == {row.id}


async def test_gone_is_gone(outbox: Outbox, receiver: Receiver) -> None:
    """A receiver that answers 410 wants no more of it."""
    receiver.answer(410)
    await outbox.queue(outbox.files.tenants[0])
    await outbox.attempt()
    row = await outbox.row()
    assert (row.state, row.attempts, row.last_status) == ("dead", 1, 410)
    assert outbox.alerts == ["webhook_dead"]


@pytest.mark.parametrize("secret", ["env:UNSET", "env:BAD"])
async def test_without_a_secret_nothing_is_sent(outbox: Outbox, receiver: Receiver, secret: str) -> None:
    """It counts as a failed attempt, and goes on once the secret is there."""
    outbox.files.tenants = (hooked(receiver.url(), secret=secret),)
    await outbox.queue(outbox.files.tenants[0])
    await outbox.attempt()
    row = await outbox.row()
    assert (receiver.calls, row.state, row.attempts, row.last_status) == ([], "waiting", 1, None)
    outbox.files.tenants = (hooked(receiver.url()),)
    outbox.desk.clock.move(seconds=2)
    await outbox.attempt()
    assert (await outbox.row()).state == "delivered"


@pytest.mark.parametrize("left", ["tenant", "webhook", "event"])
async def test_what_left_the_file_is_told_nothing(outbox: Outbox, receiver: Receiver, left: str) -> None:
    """Its deliveries are dead at once."""
    await outbox.queue(outbox.files.tenants[0])
    outbox.files.tenants = {
        "tenant": (),
        "webhook": (hooked(receiver.url("/other")),),
        "event": (hooked(receiver.url(), events=("switch.on",)),),
    }[left]
    await outbox.attempt()
    assert (receiver.calls, (await outbox.row()).state) == ([], "dead")
    assert outbox.alerts == ["webhook_dead"]


async def test_a_slow_receiver_holds_nobody_up(outbox: Outbox, receiver: Receiver) -> None:
    """However much waits for it, it has only so many attempts at once, and the others' go out meanwhile."""
    receiver.answer(Answer(slow=True), path="/slow")
    slow, quick = hooked(receiver.url("/slow")), hooked(receiver.url("/quick"))
    outbox.files.tenants = (hooked(receiver.url("/slow"), receiver.url("/quick")),)
    await outbox.queue(slow, times=30)
    await outbox.queue(quick, times=2)
    await outbox.replica()
    assert len(await asyncio.to_thread(receiver.called, "/quick", times=2)) == 2
    assert len(await asyncio.to_thread(receiver.called, "/slow", times=AT_ONCE_EACH)) == AT_ONCE_EACH
    assert await outbox.replica() == 0
    receiver.release()
    await outbox.replica.settled()
    while await outbox.attempt():
        pass
    assert {row.state for row in await outbox.rows()} == {"delivered"}
    assert receiver.most_at_once["/slow"] == AT_ONCE_EACH
    assert len(receiver.called("/slow", times=30)) == 30


async def test_an_answer_that_does_not_come_is_a_failure(outbox: Outbox, receiver: Receiver) -> None:
    """The attempt ends by itself, and the next one may succeed."""
    receiver.answer(Answer(slow=True), 200)
    await outbox.queue(outbox.files.tenants[0])
    await outbox.attempt()
    row = await outbox.row()
    assert (row.state, row.attempts, row.last_status) == ("waiting", 1, None)
    outbox.desk.clock.move(seconds=2)
    await outbox.attempt()
    assert (await outbox.row()).state == "delivered"


async def test_an_attempt_that_was_never_heard_of_is_made_again(outbox: Outbox, receiver: Receiver) -> None:
    """A process that dies in the midst of it leaves it to another, not at once and under the same id."""
    receiver.answer(Answer(slow=True), 200)
    await outbox.queue(outbox.files.tenants[0])
    running = asyncio.create_task(outbox.another().run())
    await asyncio.to_thread(receiver.called)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    outbox.desk.clock.move(seconds=14)
    assert await outbox.attempt() == 0
    outbox.desk.clock.move(seconds=1)
    assert await outbox.attempt() == 1
    assert len({call.id for call in receiver.calls}) == 1
    row = await outbox.row()
    assert (row.state, row.attempts) == ("delivered", 2)


async def test_goes_on_after_an_outage(outbox: Outbox, receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is away is tried again, and what ended long ago is deleted on the way."""
    monkeypatch.setattr(deliver_webhooks, "LOOK_AGAIN", 0.01)
    read, outages = outbox.desk.database.read_service, [DatabaseUnavailable()] * 3

    async def broken(unit: object) -> object:
        if outages:
            raise outages.pop()
        return await read(unit)  # type: ignore[arg-type]  # whatever it is

    monkeypatch.setattr(outbox.desk.database, "read_service", broken)
    await outbox.queue(outbox.files.tenants[0])
    running = asyncio.create_task(outbox.replica.run())
    assert len(await asyncio.to_thread(receiver.called)) == 1
    assert outages == []
    async with asyncio.timeout(5):
        while (await outbox.row()).state != "delivered":  # noqa: ASYNC110  # the row is all there is to look at
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    outbox.desk.clock.moment += timedelta(days=8)
    running = asyncio.create_task(outbox.another().run())
    async with asyncio.timeout(5):
        while await outbox.rows():  # noqa: ASYNC110  # the rows are all there is to look at
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
