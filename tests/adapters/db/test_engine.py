"""A unit of work is whole or did not happen, on both kinds of database."""

import asyncio
from pathlib import Path

import pytest
from sqlmodel import col

from app.adapters.db.engine import Database, StatementRefused, open_database
from app.adapters.db.tables import FeedbackRow, TurnLeaseRow
from app.adapters.db.tenant_db import TenantDb
from tests.adapters.db.units import said, say

ROOT = Path(__file__).parents[3]


async def test_a_hundred_units_at_once(database: Database) -> None:
    """Everything that was acknowledged is there."""
    await asyncio.gather(*(database.write("harbor", say(str(number))) for number in range(100)))
    assert await database.read("harbor", said) == {str(number) for number in range(100)}


async def test_a_unit_that_fails_fails_alone(database: Database) -> None:
    """Among units at the same time, one that raises undoes its own rows and hears its own error; the others stand."""

    def fails(db: TenantDb) -> None:
        db.insert(FeedbackRow, message_id="half", contact_id="c", rating="up", at=db.now)
        raise LookupError("mine")

    units = [say(str(number)) for number in range(20)]
    units[5:5] = [fails]
    units[9:9] = [say("0")]  # a row that is there already
    results = await asyncio.gather(*(database.write("harbor", unit) for unit in units), return_exceptions=True)
    assert {type(result) for result in results if result is not None} == {LookupError, StatementRefused}
    assert sum(result is not None for result in results) == 2
    assert await database.read("harbor", said) == {str(number) for number in range(20)}


async def test_it_is_durable_once_it_is_acknowledged(database_url: str) -> None:
    """Another opening of the same database finds the rows, without the first having been closed."""
    first, second = open_database(database_url), open_database(database_url)
    try:
        await first.write("harbor", say("a"))
        assert await second.read("harbor", said) == {"a"}
    finally:
        await first.close()
        await second.close()


async def test_whoever_leaves_cuts_nothing(database: Database) -> None:
    """A caller that is cancelled in the middle of its unit leaves it whole, and later units are not disturbed."""
    inside = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(db: TenantDb) -> None:
        db.insert(FeedbackRow, message_id="a", contact_id="c", rating="up", at=db.now)
        loop.call_soon_threadsafe(inside.set)
        for _ in range(30):
            db.count(FeedbackRow)
        db.insert(FeedbackRow, message_id="b", contact_id="c", rating="up", at=db.now)

    task = asyncio.create_task(database.write("harbor", slow))
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await database.write("harbor", say("c"))
    for _ in range(100):
        if "b" in await database.read("harbor", said):
            break
        await asyncio.sleep(0.01)
    assert await database.read("harbor", said) == {"a", "b", "c"}


async def test_callers_that_leave_at_any_moment(database: Database) -> None:
    """Units whose callers leave at every stage are whole or absent, and no other caller gets their answer."""

    def pair(db: TenantDb, name: str) -> str:
        db.insert(FeedbackRow, message_id=f"{name}-1", contact_id="c", rating="up", at=db.now)
        db.insert(FeedbackRow, message_id=f"{name}-2", contact_id="c", rating="up", at=db.now)
        return name

    async def one(number: int) -> None:
        task = asyncio.create_task(database.write("harbor", lambda db: pair(db, str(number))))
        await asyncio.sleep(number * 0.0003)
        task.cancel()
        await asyncio.wait({task})
        assert task.cancelled() or task.result() == str(number)

    await asyncio.gather(*(one(number) for number in range(60)))
    assert await database.write("harbor", lambda db: pair(db, "last")) == "last"
    await database.close()


async def test_closing_ends_what_was_handed_over(database_url: str) -> None:
    """Units under way are carried out before the database closes."""
    database = open_database(database_url)
    tasks = [asyncio.create_task(database.write("harbor", say(str(number)))) for number in range(5)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*tasks)
    again = open_database(database_url)
    assert await again.read("harbor", said) == set("01234")
    await again.close()


async def test_ready(database: Database) -> None:
    """A database that answers is ready."""
    assert await database.ready()


def test_another_kind_is_refused() -> None:
    """A URL of a database that nobody wrote an engine for is refused at once."""
    with pytest.raises(ValueError, match="mysql"):
        open_database("mysql://somewhere/x")


async def test_the_same_row_twice_at_once(database: Database) -> None:
    """Of units that look for a row and make it where it is missing, one makes it and the others find it."""

    def find_or_make(db: TenantDb) -> bool:
        if db.one(TurnLeaseRow, col(TurnLeaseRow.turn_id) == "t", lock=True) is not None:
            return False
        db.insert(
            TurnLeaseRow, turn_id="t", conversation_id="a", seq=1, replica="r", attempt=1, leased_until=db.now
        )  # fmt: skip
        return True

    made = await asyncio.gather(*(database.write("harbor", find_or_make) for _ in range(10)))
    assert sorted(made) == [False] * 9 + [True]
