"""Migrations: the tables that the code knows, made once, by however many processes at once."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

from app.adapters.db import migrate
from app.adapters.db.engine import DatabaseUnavailable, NotMigrated, open_database
from app.adapters.db.tables import ReplicaRow, TenantRow
from app.adapters.db.tenant_db import ServiceDb
from tests.databases import sqlite_url
from tests.preloaded import FORKS
from tests.servers import free_port

T = TypeVar("T")


def look(url: str, work: Callable[[Connection], T]) -> T:
    """Look at a database with a connection of the test's own, as the login."""

    async def on_postgres() -> T:
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            found = await connection.run_sync(work)
        await engine.dispose()
        return found

    if make_url(url).get_backend_name() == "postgresql":
        return asyncio.run(on_postgres())
    engine = create_engine(make_url(url).set(drivername="sqlite"))
    with engine.connect() as connection:
        found = work(connection)
    engine.dispose()
    return found


def upgrade_at_once(urls: list[str]) -> None:
    """Upgrade in a process for each, all at the same time."""
    replicas = [FORKS.Process(target=migrate.upgrade, args=(url,)) for url in urls]
    for replica in replicas:
        replica.start()
    for replica in replicas:
        replica.join()
    assert [replica.exitcode for replica in replicas] == [0] * len(urls)


ASIDE = """
import sys
from app.adapters.db import migrate
migrate.upgrade_aside(sys.argv[1])
assert not migrate.behind(sys.argv[1])
assert "alembic" not in sys.modules
"""


def test_a_server_migrates_sqlite_in_a_child(tmp_path: Path) -> None:
    """Afterwards the tables are there, and what migrates them is not in the server's memory."""
    subprocess.run([sys.executable, "-c", ASIDE, sqlite_url(tmp_path)], check=True)


def test_what_a_child_cannot_migrate_is_told(tmp_path: Path) -> None:
    """A child that fails leaves the word to its parent."""
    (tmp_path / "frontdesk.db").write_bytes(b"no database " * 1000)
    with pytest.raises(DatabaseUnavailable):
        migrate.upgrade_aside(sqlite_url(tmp_path))


def test_the_schema_is_what_the_code_knows(empty_url: str) -> None:
    """A migrated database and the table classes differ in nothing: no migration has been forgotten."""
    migrate.upgrade(empty_url)

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))

    assert look(empty_url, differences) == []


def test_running_it_again_changes_nothing(empty_url: str) -> None:
    """Whoever is not sure just runs it."""
    assert migrate.behind(empty_url)
    migrate.upgrade(empty_url)
    assert not migrate.behind(empty_url)
    migrate.upgrade(empty_url)
    assert not migrate.behind(empty_url)


def test_replicas_may_migrate_at_once(empty_url: str) -> None:
    """Several processes that start together all find the tables made."""
    upgrade_at_once([empty_url] * 5)
    assert not migrate.behind(empty_url)


def test_two_databases_of_one_server_may_migrate_at_once(create_database: Callable[[], str]) -> None:
    """The role belongs to the server, and whichever is first makes it."""
    urls = [create_database() for _ in range(3)]
    upgrade_at_once(urls)
    assert not any(map(migrate.behind, urls))


async def test_without_tables_the_service_says_so(empty_url: str) -> None:
    """Whoever forgot to migrate is told, not shown a broken statement."""

    def unit(db: ServiceDb) -> int:
        return db.count(ReplicaRow)

    database = open_database(empty_url)
    try:
        with pytest.raises(NotMigrated):
            await database.read_service(unit)
    finally:
        await database.close()


def test_the_role_is_a_plain_one(postgres_url: str) -> None:
    """The service's role logs in nowhere, owns nothing and bypasses nothing; every table of tenants is forced."""
    migrate.upgrade(postgres_url)
    powers = "rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb"
    role = f"SELECT {powers} FROM pg_roles WHERE rolname = 'frontdesk_app'"
    owned = "SELECT count(*) FROM pg_class WHERE relowner = 'frontdesk_app'::regrole"
    forced = "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
    assert look(postgres_url, lambda connection: tuple(connection.execute(text(role)).one())) == (False,) * 5
    assert look(postgres_url, lambda connection: connection.execute(text(owned)).scalar_one()) == 0
    names = look(postgres_url, lambda connection: set(connection.execute(text(forced)).scalars()))
    assert names == {table.__tablename__ for table in TenantRow.__subclasses__()}


def test_a_locked_file_is_an_outage(tmp_path: Path) -> None:
    """A file that another process holds is told as an outage, within the patience there is for it."""
    url = sqlite_url(tmp_path)
    migrate.upgrade(url)
    holder = sqlite3.connect(tmp_path / "frontdesk.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnavailable, match="locked"):
        migrate.upgrade(url)
    holder.close()


def test_no_server_is_an_outage() -> None:
    """A server that is not there is told as an outage."""
    with pytest.raises(DatabaseUnavailable):
        migrate.behind(f"postgresql+asyncpg://someone:word@127.0.0.1:{free_port()}/nothing")
