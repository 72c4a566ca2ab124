"""The switchboard: rows twice a second, Redis in between, and stopped whenever nobody knows."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from redis.asyncio import Redis

from app.adapters.redis import RedisHealth, close, connect
from app.adapters.switchboard import CHANNEL, READ_EVERY, ReplicaSwitchboard
from app.domain.kill_switch import STALE_AFTER, Snapshot, Switch, SwitchMode, scopes_of

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
HANDOFF, CLOSED = SwitchMode.HANDOFF, SwitchMode.CLOSED


def switch(
    scope: str, version: int, *, on: bool = True, mode: SwitchMode = HANDOFF, minutes: int | None = None
) -> Switch:
    """A switch as someone set it."""
    expires = None if minutes is None else NOON + timedelta(minutes=minutes)
    return Switch(scope, on, mode, "planned maintenance", "op1", NOON, expires, version)


class Rows:
    """The database as a switchboard sees it, and clocks that stand still."""

    def __init__(self) -> None:
        self.switches: list[Switch] = []
        self.broken = False
        self.seconds = 100.0
        self.now = NOON
        self.reported: list[int] = []

    async def read(self) -> Snapshot:
        """Read every switch."""
        if self.broken:
            raise OSError("planted")
        return Snapshot(max((known.version for known in self.switches), default=0), list(self.switches))

    async def report(self, version: int) -> None:
        """Note that a version is applied."""
        if self.broken:
            raise OSError("planted")
        self.reported.append(version)

    def board(self, redis: Redis | None = None, *, real_time: bool = False) -> ReplicaSwitchboard:
        """A replica's switchboard over these rows."""
        clock = time.monotonic if real_time else lambda: self.seconds
        health = None if redis is None else RedisHealth(redis)
        return ReplicaSwitchboard(self.read, self.report, lambda: self.now, redis=redis, health=health, monotonic=clock)


@pytest.fixture
def rows() -> Rows:
    """Rows without a switch."""
    return Rows()


@asynccontextmanager
async def running(*boards: ReplicaSwitchboard) -> AsyncIterator[None]:
    """Let switchboards run, and end them."""
    tasks = [asyncio.create_task(board.run()) for board in boards]
    await asyncio.sleep(0.1)
    try:
        yield
    finally:
        for task in tasks:
            assert not task.done()
            task.cancel()
        await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), 2)


async def becomes(board: ReplicaSwitchboard, mode: SwitchMode | None, within: float) -> float:
    """Wait until `service` is in that mode; returns after how many seconds."""
    began = time.monotonic()
    while board.stopped(["service"]) is not mode:
        assert time.monotonic() - began < within, "too late"
        await asyncio.sleep(0.002)
    return time.monotonic() - began


async def test_unknown_and_stale_mean_stopped(rows: Rows) -> None:
    """Before the first read, and five seconds after the last, the assistant says nothing."""
    board = rows.board()
    assert board.stopped(["service"]) is HANDOFF
    assert board.stopped([]) is HANDOFF
    await board.refresh()
    assert board.stopped(["service"]) is None
    rows.seconds += STALE_AFTER
    assert board.stopped(["service"]) is None
    rows.seconds += 0.01
    assert board.stopped(["service"]) is HANDOFF
    await board.refresh()
    assert board.stopped(["service"]) is None


async def test_a_failed_read_confirms_nothing(rows: Rows) -> None:
    """A read that fails leaves the age of what is known as it was."""
    board = rows.board()
    await board.refresh()
    rows.broken = True
    rows.seconds += STALE_AFTER + 1
    with pytest.raises(OSError, match="planted"):
        await board.refresh()
    assert board.stopped(["service"]) is HANDOFF


async def test_scopes_modes_and_expiry(rows: Rows) -> None:
    """Only the scopes asked for count, `closed` wins, one that is off or has expired stops nothing."""
    rows.switches = [
        switch("tenant:harbor", 1),
        switch("workflow:harbor/support", 2, mode=CLOSED, minutes=30),
        switch("tenant:lumen", 3, on=False),
    ]
    board = rows.board()
    await board.refresh()
    assert board.version == 3
    assert board.stopped(scopes_of("harbor", "support", "c1")) is CLOSED
    assert board.stopped(scopes_of("harbor", "sales", "c1")) is HANDOFF
    assert board.stopped(scopes_of("lumen", "support", "c1")) is None
    assert board.stopped(["model:gpt-5-mini"]) is None
    rows.now = NOON + timedelta(minutes=30)
    assert board.stopped(scopes_of("harbor", "support", "c1")) is HANDOFF


async def test_listeners_hear_of_what_is_newly_stopped(rows: Rows) -> None:
    """Each is told once, before the version counts as applied; one that fails does not keep it from the others."""
    board, heard = rows.board(), list[tuple[frozenset[str], int]]()

    def fails(_: frozenset[str]) -> None:
        raise RuntimeError("planted")

    board.listeners += [fails, lambda scopes: heard.append((scopes, board.version))]
    await board.refresh()
    rows.switches = [switch("service", 1), switch("tenant:harbor", 2, minutes=-1)]
    await board.refresh()
    await board.refresh()
    assert heard == [(frozenset({"service"}), 0)]
    assert board.version == 2
    rows.switches = [switch("service", 3, on=False)]
    await board.refresh()
    assert board.stopped(["service"]) is None
    rows.switches = [switch("service", 4)]
    await board.refresh()
    assert heard[1:] == [(frozenset({"service"}), 3)]


async def test_works_through_the_database_alone(rows: Rows) -> None:
    """Without Redis a switch in the rows is applied and reported within a second, both ways."""
    board = rows.board(real_time=True)
    async with running(board):
        assert rows.reported == [0]
        rows.switches = [switch("service", 1)]
        await becomes(board, HANDOFF, READ_EVERY + 0.2)
        rows.switches = [switch("service", 2, on=False)]
        await becomes(board, None, READ_EVERY + 0.2)
        await asyncio.sleep(0.05)
        assert rows.reported[-1] == 2
        reports = len(rows.reported)
        await asyncio.sleep(1.2)
        assert len(rows.reported) > reports


async def test_survives_a_database_that_goes_and_comes(rows: Rows) -> None:
    """Reads and reports that fail are tried again."""
    board = rows.board(real_time=True)
    async with running(board):
        rows.broken = True
        await asyncio.sleep(1.2)
        rows.broken, rows.switches = False, [switch("service", 1)]
        await becomes(board, HANDOFF, 1.0)
        await asyncio.sleep(1.1)
        assert rows.reported[-1] == 1


async def test_announced_to_every_replica_at_once(rows: Rows, redis_url: str) -> None:
    """With Redis it takes milliseconds, both ways, and each replica reports it."""
    clients = [connect(redis_url) for _ in range(4)]
    boards = [rows.board(client, real_time=True) for client in clients]
    async with running(*boards):
        for version, on, mode in ((1, True, HANDOFF), (2, False, None)):
            rows.switches = [switch("service", version, on=on)]
            await boards[0].announce(rows.switches[0])
            times = [await becomes(board, mode, 0.3) for board in boards]
            assert max(times) < 0.2
        await asyncio.sleep(0.05)
        assert rows.reported.count(2) == 4
    for client in clients:
        await close(client)


async def test_a_message_stops_while_rows_cannot_be_read(rows: Rows, redis_url: str) -> None:
    """A message alone stops; once rows are read again, they decide."""
    clients = [connect(redis_url) for _ in range(2)]
    boards = [rows.board(client, real_time=True) for client in clients]
    async with running(*boards):
        rows.broken = True
        await boards[0].announce(switch("service", 7, mode=CLOSED))
        await becomes(boards[1], CLOSED, 0.2)
        assert boards[0].stopped(["service"]) is CLOSED
        rows.broken = False
        await becomes(boards[1], None, 1.0)
    for client in clients:
        await close(client)


async def test_a_message_alone_never_resumes(rows: Rows, redis_url: str) -> None:
    """Who can write to Redis cannot end a switch or break the reading of it; nothing private is in a message."""
    client = connect(redis_url)
    board = rows.board(client, real_time=True)
    rows.switches = [switch("service", 1)]
    listener = client.pubsub()
    await listener.subscribe(CHANNEL)
    async with running(board):
        await client.publish(CHANNEL, b"garbage")
        await board.announce(switch("service", 99, on=False))
        await asyncio.sleep(0.3)
        assert board.stopped(["service"]) is HANDOFF
        assert board.version == 1
    said = repr([await listener.get_message(timeout=0.05) for _ in range(5)])
    assert '"version":99' in said
    assert "planned" not in said
    assert "op1" not in said
    await listener.aclose()  # type: ignore[no-untyped-call]  # redis-py leaves it bare
    await close(client)


async def test_announcing_without_redis_is_harmless(rows: Rows) -> None:
    """Nobody answers at the address: announcing stops here at once and raises nothing; rows do the rest."""
    client = connect("redis://127.0.0.1:1/0")
    board = rows.board(client, real_time=True)
    async with running(board):
        rows.switches = [switch("service", 1)]
        await board.announce(rows.switches[0])
        assert board.stopped(["service"]) is HANDOFF
        rows.switches = [switch("service", 2, on=False)]
        await becomes(board, None, 1.0)
    assert board._health is not None
    await board._health.close()
    await close(client)
