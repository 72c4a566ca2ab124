"""The live feed, local and through Redis: one promise for both, in one process and between replicas."""

import asyncio
import itertools
import os
import signal
import time
from collections.abc import AsyncIterator, Callable

import pytest
import redis as blocking
from redis.asyncio import Redis

from app.adapters.live_feed import MOST_WAITING, LocalFeed
from app.adapters.live_feed_redis import RedisFeed
from app.adapters.redis import RedisHealth, close, connect
from app.domain.event import Event, EventKind
from app.domain.live_feed import LiveFeed, Subscription
from tests.servers import RedisServer

CANARY = "canary-4711"


def seal(data: bytes) -> bytes:
    """Stand in for encryption: no plain text stays, and changed bytes are found."""
    return bytes([sum(data) % 256]) + bytes(byte ^ 0x5A for byte in data)


def unseal(data: bytes) -> bytes:
    """Undo `seal`; raises ValueError where the bytes are not its own."""
    plain = bytes(byte ^ 0x5A for byte in data[1:])
    if not data or sum(plain) % 256 != data[0]:
        raise ValueError("not genuine")
    return plain


class Replica:
    """A feed, and what it was told to interrupt."""

    def __init__(self, redis: Redis | None) -> None:
        self.interrupted: list[tuple[str, str]] = []
        self.local = LocalFeed(lambda conversation, reason: self.interrupted.append((conversation, reason)))
        self.feed: LiveFeed = self.local
        self.shared: RedisFeed | None = None
        if redis is not None:
            self.feed = self.shared = RedisFeed(self.local, redis, RedisHealth(redis), seal, unseal)


async def replicas_on(url: str, clients: list[Redis]) -> tuple[Replica, Replica]:
    """Two replicas that have begun, each with a client of its own."""
    pair = []
    for _ in range(2):
        clients.append(connect(url))
        replica = Replica(clients[-1])
        assert replica.shared is not None
        await replica.shared.start_up()
        pair.append(replica)
    await asyncio.sleep(0.05)
    return pair[0], pair[1]


async def end(replicas: tuple[Replica, Replica], clients: list[Redis]) -> None:
    """Shut both down."""
    for replica in replicas:
        if replica.shared is not None:
            await replica.shared.shut_down()
    for client in clients:
        await close(client)


@pytest.fixture(params=["local", "redis", "two replicas"])
async def pair(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Replica, Replica]]:
    """Who writes and who follows: the same process, or two replicas."""
    clients: list[Redis] = []
    if request.param == "local":
        both = (Replica(None),) * 2
    else:
        both = await replicas_on(request.getfixturevalue("redis_url"), clients)
    yield both if request.param == "two replicas" else (both[0], both[0])
    await end(both, clients)


@pytest.fixture
async def outage(own_redis: RedisServer) -> AsyncIterator[tuple[Replica, Replica]]:
    """Two replicas on a Redis that the test may stop."""
    clients: list[Redis] = []
    both = await replicas_on(own_redis.url, clients)
    yield both
    await end(both, clients)


async def take(subscription: Subscription, count: int) -> list[Event]:
    """Read until so many events came, or one second passed without any."""
    events: list[Event] = []
    while len(events) < count:
        more = await subscription.next(1.0)
        assert more or events == [], f"only {len(events)} events came"
        if not more and not subscription.lost:
            break
        events += more
    return events


async def until_lost(subscription: Subscription, within: float) -> float:
    """Wait until events may have been missed; returns after how many seconds."""
    began = time.monotonic()
    while not subscription.lost:
        left = within - (time.monotonic() - began)
        assert left > 0, "nobody was told that events may be missing"
        await subscription.next(left)
    return time.monotonic() - began


async def until_live(writer: Replica, subscription: Subscription, within: float) -> None:
    """Publish until an event comes live: both sides tell of the outage, so that more than one gap may follow it."""
    deadline = time.monotonic() + within
    for seq in itertools.count(2):
        writer.feed.publish("harbor", "c1", [message(seq)])
        came = await subscription.next(1.0)
        if message(seq) in came:
            return
        assert subscription.lost, "an event neither came nor was told of as missing"
        assert time.monotonic() < deadline, "no event comes live any more"


async def settle(subscription: Subscription) -> None:
    """Forget what came until now."""
    await subscription.next(0.05)
    assert subscription.lost in {True, False}


def message(seq: int) -> Event:
    """A stored event."""
    return Event(EventKind.MESSAGE_ACCEPTED, {"message_id": f"m{seq}", "seq": seq}, seq)


def completed(reply_id: str, seq: int) -> Event:
    """The stored end of a reply."""
    return Event(EventKind.REPLY_COMPLETED, {"reply_id": reply_id, "text": "whole"}, seq, turn_id="t1")


async def test_follower_gets_everything_in_order(pair: tuple[Replica, Replica]) -> None:
    """Stored events and pieces arrive in order, with number, count and turn; other conversations' do not."""
    writer, reader = pair
    with reader.feed.subscribe("c1") as subscription:
        assert await reader.feed.running("c1") is None
        await settle(subscription)
        writer.feed.publish("harbor", "c1", [message(5)])
        writer.feed.publish("harbor", "c2", [message(1)])
        writer.feed.start("c1", "r1", 5, "t1")
        writer.feed.piece("c1", 0, "Hel")
        writer.feed.piece("c1", 3, "lo")
        writer.feed.publish("harbor", "c1", [completed("r1", 6)])
        events = await take(subscription, 5)
    assert events == [
        message(5),
        Event(EventKind.REPLY_STARTED, {"reply_id": "r1"}, 5, 1, "t1"),
        Event(EventKind.REPLY_DELTA, {"reply_id": "r1", "offset": 0, "text": "Hel"}, 5, 2, "t1"),
        Event(EventKind.REPLY_DELTA, {"reply_id": "r1", "offset": 3, "text": "lo"}, 5, 3, "t1"),
        completed("r1", 6),
    ]


async def test_running_reply_until_its_end(pair: tuple[Replica, Replica]) -> None:
    """Who comes in mid-reply gets its pieces so far; another reply's end leaves them, its own takes them."""
    writer, reader = pair
    writer.feed.start("c1", "r1", 4, "t1")
    for number in range(50):
        writer.feed.piece("c1", number, "x")
    writer.feed.publish("harbor", "c1", [completed("another", 5)])
    with reader.feed.subscribe("c1") as subscription:
        await asyncio.sleep(0.1)
        running = await reader.feed.running("c1")
        assert running is not None
        assert (running.reply_id, running.base) == ("r1", 4)
        assert [piece.n for piece in running.pieces] == list(range(1, 52))
        await settle(subscription)
        writer.feed.publish("harbor", "c1", [completed("r1", 6)])
        assert await take(subscription, 1) == [completed("r1", 6)]
        assert await reader.feed.running("c1") is None
        writer.feed.start("c1", "r2", 6, "t2")
        await take(subscription, 1)
        running = await reader.feed.running("c1")
        assert running is not None
        assert len(running.pieces) == 1


@pytest.mark.alone
async def test_close_ends_streams_and_forgets_pieces(pair: tuple[Replica, Replica]) -> None:
    """Every stream of the conversation ends, on every replica, and nothing of the reply stays."""
    writer, reader = pair
    writer.feed.start("c1", "r1", 4, "t1")
    with reader.feed.subscribe("c1") as subscription, reader.feed.subscribe("c2") as other:
        await reader.feed.running("c1")
        writer.feed.close("c1")
        began = time.monotonic()
        while not subscription.closed:
            await subscription.next(1.0)
        assert time.monotonic() - began < 0.5
        assert not other.closed
        writer.feed.piece("c1", 0, "late")
        assert await reader.feed.running("c1") is None


async def test_interrupt_reaches_every_replica(pair: tuple[Replica, Replica]) -> None:
    """The replica that runs the turn hears of it at once, wherever it was asked for."""
    writer, reader = pair
    reader.feed.interrupt("turn-1", "stopped")
    for _ in range(100):
        await asyncio.sleep(0.005)
        if writer.interrupted:
            break
    assert writer.interrupted == [("turn-1", "stopped")]


@pytest.mark.alone
async def test_next_waits_and_comes_back_empty(pair: tuple[Replica, Replica]) -> None:
    """Nothing new within the time is an empty list; a cancelled wait loses no event."""
    writer, reader = pair
    with reader.feed.subscribe("c1") as subscription:
        await reader.feed.running("c1")
        await settle(subscription)
        began = time.monotonic()
        assert await subscription.next(0.05) == []
        assert 0.04 < time.monotonic() - began < 0.5
        waiting = asyncio.ensure_future(subscription.next(5))
        await asyncio.sleep(0)
        waiting.cancel()
        writer.feed.publish("harbor", "c1", [message(1)])
        await asyncio.gather(waiting, return_exceptions=True)
        assert await subscription.next(1) == [message(1)]


async def test_slow_follower_is_bounded_and_told(pair: tuple[Replica, Replica]) -> None:
    """A follower that does not read keeps at most 64 KB waiting, and learns that it lost events; others lose none."""
    writer, reader = pair
    with reader.feed.subscribe("c1") as slow, reader.feed.subscribe("c1") as quick:
        await reader.feed.running("c1")
        await settle(slow)
        await settle(quick)
        writer.feed.start("c1", "r1", 0, "t1")
        got = 0
        for number in range(100):
            writer.feed.piece("c1", number * 1000, "x" * 1000)
            got += len(await quick.next(1.0))
        assert got + len(await quick.next(0.2)) == 101
        assert not quick.lost
        waiting = await slow.next(0)
        assert sum(len(str(event.data.get("text", ""))) for event in waiting) <= MOST_WAITING
        assert slow.lost
        assert not slow.lost


def test_ten_thousand_conversations_leave_nothing() -> None:
    """Channels are gone when their followers and replies are."""
    feed = LocalFeed()
    for number in range(10_000):
        name = f"c{number}"
        with feed.subscribe(name):
            feed.start(name, f"r{number}", 0, "t1")
        feed.publish("harbor", name, [completed(f"r{number}", 1)])
        feed.piece(name, 0, "late")
        feed.publish("harbor", name, [message(2)])
    assert feed._channels == {}


def test_end_of_the_turn_drops_pieces() -> None:
    """A turn that ended without an end of its reply leaves no pieces behind."""
    feed = LocalFeed()
    feed.start("c1", "r1", 0, "t1")
    feed.publish("harbor", "c1", [Event(EventKind.TURN_ENDED, {"outcome": "stopped"}, 1, turn_id="t1")])
    assert feed._channels == {}


def test_hot_path_is_cheap() -> None:
    """A piece to one follower costs microseconds."""
    feed = LocalFeed()
    with feed.subscribe("c1") as subscription:
        best = 1.0
        for _ in range(20):
            feed.start("c1", "r1", 0, "t1")
            began = time.perf_counter()
            for number in range(200):
                feed.piece("c1", number, "word ")
            best = min(best, (time.perf_counter() - began) / 200)
            subscription.lose()
    assert best < 20e-6  # 5 are meant; the rest is for a machine that is busy


async def test_nothing_readable_in_redis(redis_url: str) -> None:
    """What customers said is sealed in lists and in messages, and expires."""
    clients: list[Redis] = []
    both = await replicas_on(redis_url, clients)
    listener = clients[0].pubsub()
    await listener.psubscribe("*")
    both[0].feed.start("c1", "r1", 0, "t1")
    both[0].feed.piece("c1", 0, CANARY)
    both[0].feed.publish("harbor", "c1", [Event(EventKind.OPERATOR_MESSAGE, {"text": CANARY}, 1)])
    heard = [await listener.get_message(timeout=0.05) for _ in range(20)]
    kept = await clients[0].lrange("frontdesk:pieces:c1", 0, -1)
    assert sum(said is not None and said["type"] == "pmessage" for said in heard) >= 2
    assert len(kept) >= 2
    assert CANARY not in repr(heard)
    assert CANARY not in repr(kept)
    assert 0 < await clients[0].ttl("frontdesk:pieces:c1") <= 120
    await listener.aclose()  # type: ignore[no-untyped-call]  # redis-py leaves it bare
    await end(both, clients)


async def test_forged_messages_are_dropped(redis_url: str) -> None:
    """A message that is not genuine, or comes on another conversation's channel, is not delivered and ends nothing."""
    clients: list[Redis] = []
    both = await replicas_on(redis_url, clients)
    with both[1].feed.subscribe("c1") as subscription:
        await both[1].feed.running("c1")
        await settle(subscription)
        assert both[0].shared is not None
        wire = both[0].shared._wire
        foreign = wire.address(wire.seal_events("c2", [message(1)], stored=True))
        for forged in (b"", b"short", b"x" * 40, foreign):
            await clients[0].publish("frontdesk:live:c1", forged)
            await clients[0].publish("frontdesk:control", forged)
        both[0].feed.publish("harbor", "c1", [message(2)])
        assert await take(subscription, 1) == [message(2)]
    await end(both, clients)


async def test_thousands_come_back_at_once(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of many followers is heard of in Redis, its question for a running reply answered, and other calls go on."""
    monkeypatch.setattr("app.adapters.redis.BOUND", 5.0)  # the machine may be busy
    monkeypatch.setattr("app.adapters.redis_channels.BOUND", 5.0)
    clients: list[Redis] = []
    both = await replicas_on(redis_url, clients)
    assert both[0].shared is not None
    assert both[1].shared is not None
    health, failed = both[1].shared._health, list[BaseException]()

    async def follow(number: int) -> None:
        with both[1].feed.subscribe(f"c{number}") as subscription:
            assert await both[1].feed.running(f"c{number}") is not None
            await subscription.next(0)

    async def ask() -> None:
        for _ in range(20):
            try:
                await health.call(clients[1].ping)
            except Exception as error:  # noqa: BLE001 - counted below
                failed.append(error)
            await asyncio.sleep(0.02)

    for number in range(2000):
        both[0].feed.start(f"c{number}", f"r{number}", 0, "t1")
    await both[0].shared._outbox.flush(10)
    await asyncio.gather(ask(), *(follow(number) for number in range(2000)))
    assert failed == []
    assert both[1].local._channels == {}
    await end(both, clients)


async def test_channels_are_left_in_redis_too(redis_url: str) -> None:
    """A conversation that nobody follows any more has no subscriber in Redis; a second follower keeps it."""
    clients: list[Redis] = []
    both = await replicas_on(redis_url, clients)
    feed = both[0].feed
    with feed.subscribe("c1"):
        with feed.subscribe("c1"):
            await feed.running("c1")
        await asyncio.sleep(0.05)
        assert await clients[1].pubsub_numsub("frontdesk:live:c1") == [(b"frontdesk:live:c1", 1)]
    await asyncio.sleep(0.05)
    assert await clients[1].pubsub_numsub("frontdesk:live:c1") == [(b"frontdesk:live:c1", 0)]
    await end(both, clients)


async def follow_through(both: tuple[Replica, Replica], break_it: Callable[[], None], mend: Callable[[], None]) -> None:
    """Break Redis under a follower on another replica, and expect it told each second, then served live again."""
    writer, reader = both
    with reader.feed.subscribe("c1") as subscription:
        await reader.feed.running("c1")
        await settle(subscription)
        writer.feed.start("c1", "r1", 0, "t1")
        await take(subscription, 1)
        break_it()
        began = time.monotonic()
        writer.feed.piece("c1", 0, "during")
        writer.feed.publish("harbor", "c1", [message(1)])
        assert time.monotonic() - began < 0.05
        for _ in range(3):
            await until_lost(subscription, 1.0)
        assert (await asyncio.wait_for(reader.feed.running("c1"), 0.6)) is None
        mend()
        deadline = time.monotonic() + 4
        while (running := await reader.feed.running("c1")) is None or len(running.pieces) < 2:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.05)
        assert [piece.n for piece in running.pieces] == [1, 2]
        await until_lost(subscription, 2.0)
        await settle(subscription)
        await until_live(writer, subscription, 2.0)


async def test_redis_killed_and_back_empty(own_redis: RedisServer, outage: tuple[Replica, Replica]) -> None:
    """Followers read rows each second meanwhile, pieces are written anew afterwards, and live events come again."""
    await follow_through(outage, own_redis.stop, own_redis.start)


async def test_redis_stopped(own_redis: RedisServer, outage: tuple[Replica, Replica]) -> None:
    """The same where the server only hangs and its connections stay open."""
    with blocking.Redis.from_url(own_redis.url) as admin:
        pid = int(admin.info()["process_id"])
    try:
        await follow_through(outage, lambda: os.kill(pid, signal.SIGSTOP), lambda: os.kill(pid, signal.SIGCONT))
    finally:
        os.kill(pid, signal.SIGCONT)


async def test_pubsub_connection_killed(own_redis: RedisServer, outage: tuple[Replica, Replica]) -> None:
    """A follower learns of the gap at once, and then gets live events again."""
    writer, reader = outage
    admin = blocking.Redis.from_url(own_redis.url)
    with reader.feed.subscribe("c1") as subscription:
        await reader.feed.running("c1")
        await settle(subscription)
        for _ in range(3):
            admin.client_kill_filter(_type="pubsub")
            assert await until_lost(subscription, 1.0) < 1.0
            await asyncio.sleep(0.3)
            await settle(subscription)
            writer.feed.publish("harbor", "c1", [message(1)])
            assert await take(subscription, 1) == [message(1)]
    admin.close()


async def test_out_of_memory(own_redis: RedisServer, outage: tuple[Replica, Replica]) -> None:
    """Redis keeps nothing new: followers elsewhere are told within a second; pieces are whole again afterwards."""
    writer, reader = outage
    admin = blocking.Redis.from_url(own_redis.url)
    with reader.feed.subscribe("c1") as subscription:
        await reader.feed.running("c1")
        await settle(subscription)
        admin.config_set("maxmemory", 1)
        writer.feed.start("c1", "r1", 0, "t1")
        writer.feed.publish("harbor", "c1", [message(1)])
        await until_lost(subscription, 1.0)
        writer.feed.publish("harbor", "c1", [completed("another", 2)])
        await until_lost(subscription, 1.0)
        admin.config_set("maxmemory", 0)
        await asyncio.sleep(1.2)
        running = await reader.feed.running("c1")
        assert running is not None
        assert len(running.pieces) == 1
    admin.close()


async def test_overflow_is_told(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters beyond the queue's bound are dropped, and the others learn of which conversations."""
    monkeypatch.setattr("app.adapters.live_feed_outbox.MOST_QUEUED", 5)
    clients: list[Redis] = []
    both = await replicas_on(redis_url, clients)
    with both[1].feed.subscribe("c1") as subscription, both[1].feed.subscribe("c2") as untouched:
        await both[1].feed.running("c1")
        await both[1].feed.running("c2")
        await settle(subscription)
        await settle(untouched)
        for seq in range(1, 10):
            both[0].feed.publish("harbor", "c1", [message(seq)])
        await until_lost(subscription, 1.0)
        assert not untouched.lost
    await end(both, clients)
