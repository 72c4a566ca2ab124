"""SQLite: one commit for all that waits, and what holds when the file is locked, full, or its process killed."""

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

from app.adapters.db import audit, migrate
from app.adapters.db.engine import Database, DatabaseUnavailable, open_database
from app.adapters.db.tables import FeedbackRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from tests.adapters.db.units import said, say
from tests.databases import sqlite_url

ROOT = Path(__file__).parents[3]


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
    blocked = asyncio.create_task(sqlite.write("harbor", lambda _: go.wait(5)))
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


async def test_near_units_of_which_one_fails_are_each_whole_or_undone(sqlite: Database) -> None:
    """The one that fails is undone with what it told the audit; the chain holds the acts of the others, once each."""

    def unit(number: int) -> Callable[[TenantDb], None]:
        def do(db: TenantDb) -> None:
            say(str(number))(db)
            db.audit(AuditEvent("service", "said", f"message:{number}", "done"))
            if number == 3:
                raise LookupError

        return do

    ended = await asyncio.gather(*(sqlite.jot("harbor", unit(number)) for number in range(6)), return_exceptions=True)
    assert [type(end) for end in ended] == [type(None)] * 3 + [LookupError] + [type(None)] * 2
    assert await sqlite.read("harbor", said) == {"0", "1", "2", "4", "5"}
    acts = await sqlite.read("harbor", lambda db: [link.target for link in audit.after(db, 0, 10)])
    assert acts == [f"message:{number}" for number in (0, 1, 2, 4, 5)]
    assert await sqlite.read("harbor", audit.first_broken) is None


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
    writer = subprocess.Popen(  # noqa: ASYNC220 - nothing else runs in this test
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
