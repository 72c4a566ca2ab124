"""A unit of work is whole or did not happen, on both kinds of database and through their faults."""

import asyncio
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import col

from app.adapters.db import migrate
from app.adapters.db.engine import Database, DatabaseUnavailable, StatementRefused, open_database
from app.adapters.db.tables import DueRow, FeedbackRow, TenantRow, TurnLeaseRow
from app.adapters.db.tenant_db import TenantDb
from tests.databases import sqlite_url
from tests.servers import PostgresServer, free_port

Unit = Callable[[TenantDb], None]
ROOT = Path(__file__).parents[3]


def say(message_id: str, rating: str = "up") -> Unit:
    """A unit that stores one row."""
    return lambda db: db.insert(FeedbackRow, message_id=message_id, contact_id="c", rating=rating, at=db.now)


def said(db: TenantDb) -> set[str]:
    """The rows stored."""
    return {row.message_id for row in db.all(FeedbackRow)}


# --- both kinds


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
    assert [type(result) for result in results if result is not None] == [LookupError, StatementRefused]
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


# --- SQLite


@pytest.fixture
async def sqlite(tmp_path: Path) -> AsyncIterator[Database]:
    """A SQLite database."""
    migrate.upgrade(sqlite_url(tmp_path))
    opened = open_database(sqlite_url(tmp_path))
    yield opened
    await opened.close()


async def test_units_share_a_commit(sqlite: Database, tmp_path: Path) -> None:
    """What waits while one unit runs goes into one commit together."""
    go = threading.Event()
    blocked = asyncio.create_task(sqlite.write("harbor", lambda db: go.wait(5)))
    await asyncio.sleep(0.05)
    with sqlite3.connect(tmp_path / "frontdesk.db") as watcher:
        await sqlite.read("harbor", said)
        waiting = [asyncio.create_task(sqlite.write("harbor", say(str(number)))) for number in range(40)]
        await asyncio.sleep(0.05)
        go.set()
        await blocked
        seen = set()
        while not all(task.done() for task in waiting):
            seen.add(watcher.execute("SELECT count(*) FROM feedback").fetchone()[0])
            await asyncio.sleep(0)
        seen.add(watcher.execute("SELECT count(*) FROM feedback").fetchone()[0])
    watcher.close()
    assert seen <= {0, 40}


async def test_a_locked_file_is_told_in_time_and_heals(sqlite: Database, tmp_path: Path) -> None:
    """While another process holds the file, writes are refused within 6 s however many wait, and reads go on."""
    await sqlite.write("harbor", say("before"))
    holder = sqlite3.connect(tmp_path / "frontdesk.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    started = time.monotonic()

    async def later(seconds: float) -> float:
        await asyncio.sleep(seconds)
        asked = time.monotonic()
        with pytest.raises(DatabaseUnavailable):
            await sqlite.write("harbor", say("no"))
        return time.monotonic() - asked

    waits = asyncio.gather(*(later(number / 10) for number in range(10)))
    assert await sqlite.read("harbor", said) == {"before"}
    assert time.monotonic() - started < 1
    assert max(await waits) < 6
    holder.execute("ROLLBACK")
    holder.close()
    await sqlite.write("harbor", say("after"))
    assert await sqlite.read("harbor", said) == {"before", "after"}


async def test_a_full_disk_is_told_and_heals(sqlite: Database, tmp_path: Path) -> None:
    """Where no more can be written, nothing is acknowledged, reading goes on, and space heals it without a restart."""
    await sqlite.write("harbor", say("before"))

    def huge(db: TenantDb) -> None:
        for number in range(300):
            db.insert(FeedbackRow, message_id=f"x{number}", contact_id="c", rating="up", comment="x" * 9000, at=db.now)

    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, limit[1]))
    try:
        with pytest.raises(DatabaseUnavailable):
            await sqlite.write("harbor", huge)
        assert await sqlite.read("harbor", said) == {"before"}
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    await sqlite.write("harbor", huge)
    assert len(await sqlite.read("harbor", said)) == 301


async def test_the_settings_that_durability_rests_on(sqlite: Database, tmp_path: Path) -> None:
    """The log is written ahead and flushed at each commit; foreign keys are minded; readers can't write."""

    def pragmas(db: TenantDb) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "query_only")
        return [db._connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names]

    assert await sqlite.write("harbor", pragmas) == ["wal", 2, 1, 0]
    assert await sqlite.read("harbor", pragmas) == ["wal", 2, 1, 1]


async def test_acknowledged_rows_survive_a_kill(tmp_path: Path) -> None:
    """A process that is killed at any moment has stored every row that it acknowledged, and none by half."""
    migrate.upgrade(sqlite_url(tmp_path))
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, sqlite_url(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    acknowledged = {writer.stdout.readline().strip() for _ in range(50)}
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged |= set(writer.communicate()[0].split("\n")[:-1])
    database = open_database(sqlite_url(tmp_path))
    stored = await database.read("harbor", said)
    await database.close()
    assert acknowledged - {""} <= {name for name in stored if f"{name}-too" in stored}
    assert {name.removesuffix("-too") for name in stored} == {name for name in stored if not name.endswith("-too")}


WRITER = """
import asyncio, sys
from app.adapters.db.engine import open_database
from app.adapters.db.tables import FeedbackRow

async def main():
    database = open_database(sys.argv[1])
    async def write(name):
        def unit(db):
            for part in (name, name + "-too"):
                db.insert(FeedbackRow, message_id=part, contact_id="c", rating="up", at=db.now)
        await database.write("harbor", unit)
        print(name, flush=True)
    async def writes(who):
        for number in range(100000):
            await write(f"{who}.{number}")
    await asyncio.gather(*map(writes, range(8)))

asyncio.run(main())
"""


# --- PostgreSQL


@pytest.fixture
async def postgres(postgres_url: str) -> AsyncIterator[Database]:
    """A PostgreSQL database."""
    await asyncio.to_thread(migrate.upgrade, postgres_url)
    opened = open_database(postgres_url)
    yield opened
    await opened.close()


@pytest.fixture
async def login(postgres_url: str, postgres: Database) -> AsyncIterator[AsyncEngine]:
    """Connections as the login itself, which owns the tables."""
    engine = create_async_engine(postgres_url)
    yield engine
    await engine.dispose()


async def become(connection: AsyncConnection, tenant: str | None) -> None:
    """Be what the service is in a transaction."""
    await connection.execute(text("SELECT set_config('role', 'frontdesk_app', true)"))
    if tenant is not None:
        await connection.execute(text("SELECT set_config('frontdesk.tenant', :tenant, true)"), {"tenant": tenant})


async def test_row_level_security_without_the_filter(postgres: Database, login: AsyncEngine) -> None:
    """A query that forgot its tenant still sees one tenant only; without a tenant, and even as owner, it sees nothing."""
    await postgres.write("harbor", say("h"))
    await postgres.write("lantern", say("l"))
    everything = text("SELECT message_id FROM feedback")
    for tenant, expected in [("harbor", ["h"]), ("lantern", ["l"]), ("", []), (None, []), ("_service", [])]:
        async with login.begin() as connection:
            await become(connection, tenant)
            assert list(await connection.scalars(everything)) == expected
    async with login.begin() as connection:
        assert list(await connection.scalars(everything)) == []
        assert (await connection.execute(text("UPDATE feedback SET rating = 'down'"))).rowcount == 0
        assert (await connection.execute(text("DELETE FROM feedback"))).rowcount == 0


async def test_every_table_of_tenants_is_covered(login: AsyncEngine) -> None:
    """No row can be written under another tenant's name, into any table."""
    for table in TenantRow.__subclasses__():
        async with login.connect() as connection:
            await become(connection, "harbor")
            with pytest.raises(DBAPIError, match="row-level security|null value"):
                await connection.execute(text(f"INSERT INTO \"{table.__tablename__}\" (tenant_id) VALUES ('lantern')"))
            await connection.rollback()
            policies = text("SELECT count(*) FROM pg_policies WHERE tablename = :name AND with_check IS NOT NULL")
            assert await connection.scalar(policies, {"name": table.__tablename__}) == 1


async def test_nothing_leaks_to_the_next_transaction(postgres: Database, postgres_url: str) -> None:
    """The role and the tenant end with the transaction: the same connection then sees nothing, and is the login again."""
    engine = create_async_engine(postgres_url, pool_size=1, max_overflow=0)
    await postgres.write("harbor", say("h"))
    async with engine.connect() as connection:
        await become(connection, "harbor")
        assert await connection.scalar(text("SELECT count(*) FROM feedback")) == 1
        await connection.commit()
        assert await connection.scalar(text("SELECT count(*) FROM feedback")) == 0
        assert await connection.scalar(text("SELECT current_user")) == PostgresServer.LOGIN
    await engine.dispose()


async def test_units_run_as_the_plain_role(postgres: Database) -> None:
    """A unit can't change tables, policies or stored acts: it is not the owner."""

    def who(db: TenantDb) -> object:
        return db._connection.execute(text("SELECT current_user")).scalar_one()

    assert await postgres.read("harbor", who) == "frontdesk_app"
    for statement in (
        "ALTER TABLE feedback DISABLE ROW LEVEL SECURITY",
        "DROP TABLE feedback",
        "UPDATE audit_event SET actor = 'nobody'",
    ):
        with pytest.raises(DatabaseUnavailable, match="not granted"):
            await postgres.write("harbor", lambda db, statement=statement: db._connection.execute(text(statement)))


async def test_terminated_backends(postgres: Database, login: AsyncEngine) -> None:
    """When every connection has been ended, the next units are carried out as if nothing had been."""
    await asyncio.gather(*(postgres.write("harbor", say(str(number))) for number in range(20)))
    end_all = text(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = current_user"
    )
    async with login.connect() as connection:
        assert (await connection.scalar(end_all) or 0) >= 1
    await asyncio.gather(*(postgres.write("harbor", say(f"again {number}")) for number in range(20)))
    assert len(await postgres.read("harbor", said)) == 40


async def test_a_backend_ended_within_a_unit(postgres: Database) -> None:
    """A connection lost in the middle is an outage, its unit is undone, and the next is carried out."""

    def cut(db: TenantDb) -> None:
        db.insert(FeedbackRow, message_id="a", contact_id="c", rating="up", at=db.now)
        db._connection.execute(text("RESET ROLE"))
        db._connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(DatabaseUnavailable):
        await postgres.write("harbor", cut)
    assert await postgres.read("harbor", said) == set()


async def test_a_lost_race_is_run_again(postgres: Database) -> None:
    """Two units that would lock each other out both end well."""
    await postgres.write("harbor", say("a"))
    await postgres.write("harbor", say("b"))
    runs = []

    def touch(first: str, second: str) -> Unit:
        def unit(db: TenantDb) -> None:
            runs.append(first)
            db.update(FeedbackRow, col(FeedbackRow.message_id) == first, rating=first)
            db._connection.execute(text("SELECT pg_sleep(0.2)"))
            db.update(FeedbackRow, col(FeedbackRow.message_id) == second, rating=first)

        return unit

    await asyncio.gather(postgres.write("harbor", touch("a", "b")), postgres.write("harbor", touch("b", "a")))
    assert len(runs) > 2


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


async def test_too_many_units_at_once(postgres: Database) -> None:
    """Where every connection is taken for too long, whoever waits is told within 3 s, and the rest ends well."""

    def slow(db: TenantDb) -> None:
        db._connection.execute(text("SELECT pg_sleep(2.3)"))

    holders = [asyncio.create_task(postgres.read("harbor", slow)) for _ in range(10)]
    await asyncio.sleep(0.1)
    started = time.monotonic()
    with pytest.raises(DatabaseUnavailable):
        await postgres.read("harbor", said)
    assert time.monotonic() - started < 3
    await asyncio.gather(*holders)
    assert await postgres.ready()


async def test_a_unit_that_takes_too_long(postgres: Database) -> None:
    """A unit without an answer is given up within 3 s and undone; its connection does not go on with it."""

    def endless(db: TenantDb) -> None:
        db.insert(FeedbackRow, message_id="a", contact_id="c", rating="up", at=db.now)
        db._connection.execute(text("SELECT pg_sleep(30)"))

    started = time.monotonic()
    with pytest.raises(DatabaseUnavailable):
        await postgres.write("harbor", endless)
    assert time.monotonic() - started < 3
    assert await postgres.read("harbor", said) == set()


async def test_no_server() -> None:
    """A server that is not there is an outage, told in time, and not ready."""
    database = open_database(f"postgresql+asyncpg://someone:word@127.0.0.1:{free_port()}/nothing")
    started = time.monotonic()
    with pytest.raises(DatabaseUnavailable):
        await database.write("harbor", say("a"))
    assert not await database.ready()
    assert time.monotonic() - started < 3
    await database.close()


async def test_service_units_see_no_tenant(postgres: Database) -> None:
    """A unit outside tenants sees due times of all, and of tenants' tables not a row, even without the door."""
    await postgres.write("harbor", say("h"))
    await postgres.write("harbor", lambda db: db.insert(DueRow, kind="k", target_id="t", due_at=db.now))
    assert await postgres.read_service(lambda db: db.count(DueRow)) == 1
    everything = text("SELECT count(*) FROM feedback")
    assert await postgres.read_service(lambda db: db._connection.execute(everything).scalar_one()) == 0
