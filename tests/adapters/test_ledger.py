"""Ledgers, in memory and in Redis: one promise for both, and Redis' failing closed."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from app.adapters.ledger import MemoryLedger, Rebuild, RedisLedger
from app.adapters.redis import BOUND, SLOWEST_LOOK, RedisHealth, close, connect
from app.domain.budget import BudgetUnknown, Ledger
from tests.servers import RedisServer

DAY = "2026-11-21"


class Rows:
    """Turns' rows as far as a ledger sees them: what each account spent."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.days: set[str] = set()
        self.reads = 0
        self.broken = False

    async def rebuild(self, day: str, account: str) -> float:
        """Read slowly."""
        self.reads += 1
        self.days.add(day)
        spent = self.spent.get(account, 0.0)
        await asyncio.sleep(0.01)
        if self.broken:
            raise OSError("planted")
        return spent


@pytest.fixture
def rows() -> Rows:
    """Rows that start empty."""
    return Rows()


@pytest.fixture(params=["memory", "redis"])
async def make_ledger(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Callable[[Rebuild], Ledger]]:
    """Makes ledgers of each kind in turn; those of one test share their Redis, which has time on a busy machine too."""
    monkeypatch.setattr("app.adapters.redis.BOUND", 10.0)
    if request.param == "memory":
        yield MemoryLedger
        return
    client = connect(request.getfixturevalue("redis_url"))
    yield lambda rebuild: RedisLedger(client, RedisHealth(client), rebuild)
    await close(client)


@pytest.fixture
def ledger(make_ledger: Callable[[Rebuild], Ledger], rows: Rows) -> Ledger:
    """A ledger of each kind over the rows."""
    return make_ledger(rows.rebuild)


async def test_reserves_up_to_the_ceiling(ledger: Ledger, rows: Rows) -> None:
    """The ceiling itself may be reached, to the cent and without drift; another day starts from its own rows."""
    claims = [("harbor/support", 0.3)]
    assert [await ledger.reserve(DAY, claims, 0.1) for _ in range(4)] == [True, True, True, False]
    assert await ledger.reserve("2026-11-22", claims, 0.1)
    assert rows.days == {DAY, "2026-11-22"}


async def test_all_accounts_or_none(ledger: Ledger) -> None:
    """Where one account has no room, nothing is added to the other."""
    both = [("t/w", 10.0), ("t/w/anonymous", 1.0)]
    assert await ledger.reserve(DAY, both, 1.0)
    assert not await ledger.reserve(DAY, both, 1.0)
    assert await ledger.reserve(DAY, [("t/w", 10.0)], 9.0)
    assert not await ledger.reserve(DAY, [("t/w", 10.0)], 0.001)


async def test_settling_gives_back_and_takes_more(ledger: Ledger) -> None:
    """A difference of either sign counts from then on; an account that is not known is left to its rows."""
    claims = [("t/w", 1.0)]
    assert await ledger.reserve(DAY, claims, 1.0)
    await ledger.settle(DAY, ["t/w", "unknown/w"], -0.6)
    assert await ledger.reserve(DAY, claims, 0.6)
    await ledger.settle(DAY, ["t/w"], 0.5)
    await ledger.settle(DAY, ["t/w"], -0.4)
    assert not await ledger.reserve(DAY, claims, 0.001)
    assert await ledger.reserve(DAY, [("unknown/w", 1.0)], 1.0)


async def test_unknown_account_is_rebuilt_from_rows(ledger: Ledger, rows: Rows) -> None:
    """What rows say was spent counts, and they are read once."""
    rows.spent["t/w"] = 0.9
    assert not await ledger.reserve(DAY, [("t/w", 1.0)], 0.2)
    assert await ledger.reserve(DAY, [("t/w", 1.0)], 0.1)
    assert rows.reads == 1


async def test_hundred_at_once_never_pass_the_ceiling(make_ledger: Callable[[Rebuild], Ledger], rows: Rows) -> None:
    """First reservations at once, rebuilding included, lose none and overspend by none; with Redis, on two replicas."""
    one = make_ledger(rows.rebuild)
    two = one if isinstance(one, MemoryLedger) else make_ledger(rows.rebuild)
    rows.spent["t/w"] = 7.0
    answers = await asyncio.gather(*((one, two)[n % 2].reserve(DAY, [("t/w", 10.0)], 0.1) for n in range(100)))
    assert sum(answers) == 30


async def test_unreadable_rows_make_the_budget_unknown(ledger: Ledger, rows: Rows) -> None:
    """Nobody knows what was spent, so nothing may be; and once rows are back, it goes on."""
    rows.broken = True
    with pytest.raises(BudgetUnknown):
        await ledger.reserve(DAY, [("t/w", 1.0)], 0.1)
    rows.broken = False
    assert await ledger.reserve(DAY, [("t/w", 1.0)], 0.1)


async def test_redis_down_makes_the_budget_unknown(own_redis: RedisServer, rows: Rows) -> None:
    """Reserving fails closed, settling raises nothing, and a Redis that came back empty is rebuilt."""
    client = connect(own_redis.url)
    ledger = RedisLedger(client, RedisHealth(client), rows.rebuild)
    assert await ledger.reserve(DAY, [("t/w", 1.0)], 0.4)
    rows.spent["t/w"] = 0.4
    own_redis.stop()
    with pytest.raises(BudgetUnknown):
        await ledger.reserve(DAY, [("t/w", 1.0)], 0.1)
    await ledger.settle(DAY, ["t/w"], -0.1)
    own_redis.start()
    await asyncio.sleep(SLOWEST_LOOK + BOUND)
    assert await ledger.reserve(DAY, [("t/w", 1.0)], 0.6)
    assert not await ledger.reserve(DAY, [("t/w", 1.0)], 0.1)
    assert 0 < await client.ttl(f"frontdesk:spent:{DAY}:t/w") <= 2 * 86_400
    await close(client)


async def test_room_is_told_without_taking_it(ledger: Ledger, rows: Rows) -> None:
    """As `reserve` would answer, for every account; nothing is counted, and no rows are read for it."""
    claims = [("a", 1.0), ("a/anonymous", 0.5)]
    assert await ledger.has_room(DAY, claims, 0.5)
    assert rows.reads == 0
    assert await ledger.reserve(DAY, claims, 0.4)
    for _ in range(3):
        assert await ledger.has_room(DAY, claims, 0.1)
    assert not await ledger.has_room(DAY, claims, 0.11)
    assert await ledger.has_room(DAY, claims[:1], 0.6)
