"""PostgreSQL: row-level security says it a second time, and lost connections and races heal."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel import col

from app.adapters.db import audit, migrate, switches
from app.adapters.db.engine import Database, DatabaseUnavailable, StatementRefused, open_database
from app.adapters.db.tables import DueRow, FeedbackRow, TenantRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from tests.adapters.db.units import Unit, said, say
from tests.servers import PostgresServer, free_port

ROOT = Path(__file__).parents[3]


@pytest.fixture
async def postgres(postgres_url: str) -> AsyncIterator[Database]:
    """A PostgreSQL database."""
    await asyncio.to_thread(migrate.upgrade, postgres_url)
    opened = open_database(postgres_url)
    yield opened
    await opened.close()


@pytest.fixture
async def other(postgres_url: str, postgres: Database) -> AsyncIterator[Database]:
    """The same database, as another replica has it."""
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


async def test_a_login_behind_the_question_mark_counts(postgres_url: str, postgres: Database) -> None:
    """As drivers write it; what stands in no other place is asked for nowhere else."""
    where = make_url(postgres_url)
    login = {"user": where.username or "", "password": where.password or ""}
    url = where.set(username=None, password=None).update_query_dict(login).render_as_string(hide_password=False)
    opened = open_database(url, renewed=lambda: url)
    assert await opened.read("harbor", said) == set()
    await opened.close()


async def test_row_level_security_without_the_filter(postgres: Database, login: AsyncEngine) -> None:
    """A query that forgot its tenant still sees one tenant only; without a tenant, even the owner sees nothing."""
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
            with pytest.raises(DBAPIError, match=r"row-level security|null value"):
                await connection.execute(text(f"INSERT INTO \"{table.__tablename__}\" (tenant_id) VALUES ('lantern')"))
            await connection.rollback()
            policies = text("SELECT count(*) FROM pg_policies WHERE tablename = :name AND with_check IS NOT NULL")
            assert await connection.scalar(policies, {"name": table.__tablename__}) == 1


async def test_nothing_leaks_to_the_next_transaction(postgres: Database, postgres_url: str) -> None:
    """The role and the tenant end with the transaction: the connection is the login's again, and sees nothing."""
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

        def forbidden(db: TenantDb, statement: str = statement) -> None:
            db._connection.execute(text(statement))

        with pytest.raises(StatementRefused, match="InsufficientPrivilege"):
            await postgres.write("harbor", forbidden)


async def test_terminated_backends(postgres: Database, login: AsyncEngine) -> None:
    """When every connection has been ended, the next units are carried out as if nothing had been."""
    await asyncio.gather(*(postgres.write("harbor", say(str(number))) for number in range(20)))
    others = "pid <> pg_backend_pid() AND usename = current_user"
    end_all = text(f"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE {others}")
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


async def test_a_lost_race_is_run_again(postgres: Database, other: Database) -> None:
    """Two units of two replicas that would lock each other out both end well."""
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

    await asyncio.gather(postgres.write("harbor", touch("a", "b")), other.write("harbor", touch("b", "a")))
    assert len(runs) > 2


@pytest.mark.alone  # ten connections are made at once, and what each then does leaves half a second of its time
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


async def test_units_that_come_at_once_share_a_transaction(postgres: Database) -> None:
    """Each ends as if it were alone: one that raises is undone, the others are done, and the audit chain holds."""

    def unit(number: int) -> Unit:
        def work(db: TenantDb) -> None:
            say(str(number))(db)
            db.audit(AuditEvent("service", "test", f"number:{number}", "done"))
            transactions.add(db._connection.execute(text("SELECT pg_current_xact_id()::text")).scalar_one())
            if number % 10 == 3:
                raise LookupError(number)

        return work

    transactions: set[str] = set()
    ended = await asyncio.gather(*(postgres.write("harbor", unit(n)) for n in range(60)), return_exceptions=True)
    assert [n for n, how in enumerate(ended) if isinstance(how, LookupError)] == [3, 13, 23, 33, 43, 53]
    assert len(transactions) < 10
    assert await postgres.read("harbor", said) == {str(n) for n in range(60) if n % 10 != 3}
    assert await postgres.read("harbor", audit.first_broken) is None
    assert len(await postgres.read("harbor", lambda db: audit.after(db, 0, 100))) == 54


async def test_one_that_the_database_refuses_spoils_no_other(postgres: Database) -> None:
    """Where a shared transaction fails as a whole, each unit is tried alone, and hears what was its own fault."""

    def wrong(db: TenantDb) -> None:
        db._connection.execute(text("SELECT 1 / 0"))

    units = [say("a"), wrong, say("b"), wrong, say("c")]
    ended = await asyncio.gather(*(postgres.write("harbor", unit) for unit in units), return_exceptions=True)
    assert [isinstance(how, StatementRefused) for how in ended] == [False, True, False, True, False]
    assert await postgres.read("harbor", said) == {"a", "b", "c"}


async def test_a_row_that_is_held_delays_one(postgres: Database, login: AsyncEngine) -> None:
    """Of units that came at once only the one that needs a row which somebody holds has to wait for it."""
    await postgres.write("harbor", say("held"))

    def touch(db: TenantDb) -> None:
        db.update(FeedbackRow, col(FeedbackRow.message_id) == "held", rating="down")

    async with login.begin() as holder:
        await become(holder, "harbor")
        await holder.execute(text("UPDATE feedback SET rating = 'up' WHERE message_id = 'held'"))
        waiting = asyncio.create_task(postgres.write("harbor", touch))
        started = time.monotonic()
        await asyncio.gather(*(postgres.write("harbor", say(str(n))) for n in range(20)))
        assert time.monotonic() - started < 1.5
        assert not waiting.done()
    await waiting


async def test_what_stands_outside_tenants_waits_for_none(postgres: Database) -> None:
    """While a tenant's writes and reads take every connection, switches are read and written as ever."""

    def slow(db: TenantDb) -> None:
        db._connection.execute(text("SELECT pg_sleep(1.5)"))

    holders = [asyncio.create_task(postgres.read("harbor", slow)) for _ in range(10)]
    await asyncio.sleep(0.1)
    started = time.monotonic()
    await postgres.read_service(switches.snapshot)
    await postgres.write_service(lambda db: switches.report(db, "replica", 1))
    assert time.monotonic() - started < 1
    await asyncio.gather(*holders)
