"""Rows of failures to sign in: counted by name and place, forgotten in time, and slow for all only after very many."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from app.adapters.db import sign_in_failures
from app.adapters.db.engine import Database, open_database
from app.adapters.db.sign_in_failures import Claim
from app.adapters.db.tables import SignInFailureRow
from app.domain.lock_out import FREE, FREE_EVERYWHERE
from tests.turns import Clock

HERE, THERE = Claim("ann", "here"), Claim("ann", "there")


@pytest.fixture
def clock() -> Clock:
    """The clock of the transactions."""
    return Clock()


@pytest.fixture
async def rows(database_url: str, clock: Clock) -> AsyncIterator[Database]:
    """A database of each kind under that clock."""
    database = open_database(database_url, clock)
    yield database
    await database.close()


async def fail(rows: Database, claim: Claim, times: int = 1) -> list[bool]:
    """Count failures; returns which of them locked."""
    return await rows.write_service(lambda db: [sign_in_failures.count(db, claim) for _ in range(times)])


async def locked(rows: Database, clock: Clock, claim: Claim) -> timedelta | None:
    """How long the name is locked there from now."""
    until = await rows.read_service(lambda db: sign_in_failures.locked_until(db, claim))
    return None if until is None else until - clock()


async def test_the_fifth_locks_its_place_alone(rows: Database, clock: Clock) -> None:
    """For a minute, then for two; from elsewhere the name is as free as another."""
    assert await fail(rows, HERE, FREE + 1) == [False] * FREE + [True]
    assert await locked(rows, clock, HERE) == timedelta(minutes=1)
    assert [await locked(rows, clock, claim) for claim in (THERE, Claim("bob", "here"))] == [None, None]
    assert await rows.read_service(sign_in_failures.locks) == {"ann": clock() + timedelta(minutes=1)}
    clock.move(minutes=1)
    assert await locked(rows, clock, HERE) is None
    assert await fail(rows, HERE) == [True]
    assert await locked(rows, clock, HERE) == timedelta(minutes=2)


async def test_an_hour_without_any_forgets_them(rows: Database, clock: Clock) -> None:
    """A person who types wrong now and then is never locked."""
    await fail(rows, HERE, FREE)
    clock.move(minutes=59)
    assert await fail(rows, HERE) == [True]
    clock.move(hours=1)
    assert await fail(rows, HERE, FREE) == [False] * FREE


async def test_so_many_that_the_name_is_slow_for_all(rows: Database, clock: Clock) -> None:
    """From ever new places: one try a minute is left, and nobody is locked for longer."""
    ends = [await fail(rows, Claim("ann", f"place {n}")) for n in range(FREE_EVERYWHERE + 1)]
    assert ends == [[False]] * FREE_EVERYWHERE + [[True]]
    assert await locked(rows, clock, HERE) == timedelta(minutes=1)
    clock.move(minutes=1)
    assert await locked(rows, clock, HERE) is None


async def test_forgiven_and_forgotten(rows: Database, clock: Clock) -> None:
    """A success forgives the place it came from; forgetting is for all places."""
    for claim in (HERE, THERE):
        await fail(rows, claim, FREE + 1)
    await rows.write_service(lambda db: sign_in_failures.forgive(db, HERE))
    assert await locked(rows, clock, HERE) is None
    assert await locked(rows, clock, THERE) == timedelta(minutes=1)
    await rows.write_service(lambda db: sign_in_failures.forget(db, "ann"))
    assert await locked(rows, clock, THERE) is None
    assert await rows.read_service(lambda db: db.count(SignInFailureRow)) == 0
