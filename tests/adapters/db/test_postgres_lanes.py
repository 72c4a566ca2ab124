"""Lanes: who waited too long is left out, who left is not, and nothing waits for a lane that is free."""

import asyncio
from typing import Any  # a unit's result

import pytest

from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.postgres_lanes import LANES, Lanes
from app.adapters.db.work import Work, clock


class Transactions:
    """Transactions that end when the test lets them; each holds how many it was given."""

    def __init__(self) -> None:
        self.begun = 0
        self.go_on = asyncio.Event()

    async def __call__(self, tenant: str, _work: Work[Any]) -> object:
        """Begin one."""
        self.begun += 1
        await self.go_on.wait()
        raise LookupError(tenant)


async def test_whoever_was_told_that_it_took_too_long_is_left_out() -> None:
    """What had not begun by then is not done afterwards."""
    transactions = Transactions()
    lanes = Lanes(transactions, clock)
    busy = []
    for _ in range(LANES):
        busy.append(asyncio.create_task(lanes.write("harbor", lambda _: None, 5)))
        await asyncio.sleep(0.01)
    with pytest.raises(DatabaseUnavailable):
        await lanes.write("harbor", lambda _: None, 0.05)
    begun = transactions.begun
    transactions.go_on.set()
    await asyncio.gather(*busy, return_exceptions=True)
    await lanes.close()
    assert transactions.begun == begun


async def test_whoever_left_is_not() -> None:
    """A caller who stops waiting cuts nothing: the unit is carried out."""
    transactions = Transactions()
    lanes = Lanes(transactions, clock)
    left = asyncio.create_task(lanes.write("harbor", lambda _: None, 5))
    await asyncio.sleep(0)
    left.cancel()
    transactions.go_on.set()
    await asyncio.gather(left, return_exceptions=True)
    await lanes.close()
    assert transactions.begun == 1


async def test_tenants_do_not_wait_for_each_other() -> None:
    """Each tenant has its own lanes."""
    transactions = Transactions()
    lanes = Lanes(transactions, clock)
    tenants = [asyncio.create_task(lanes.write(f"tenant-{n}", lambda _: None, 5)) for n in range(20)]
    await asyncio.sleep(0.01)
    assert transactions.begun == len(tenants)
    transactions.go_on.set()
    assert all(isinstance(how, LookupError) for how in await asyncio.gather(*tenants, return_exceptions=True))
    await lanes.close()


async def test_rows_belong_to_a_tenant() -> None:
    """Without one nothing is carried out."""
    with pytest.raises(ValueError, match="tenant"):
        await Lanes(Transactions(), clock).write("", lambda _: None, 1)
