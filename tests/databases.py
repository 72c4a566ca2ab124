"""Migrated databases for the tests, of both kinds; a test that asks for `database` runs once on each."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from app.adapters.db import migrate
from app.adapters.db.engine import Database, open_database
from tests.servers import PostgresServer

KINDS = ("sqlite", "postgres")
FIRST_ROW = "INSERT INTO switch_version (id, version) VALUES (1, 0)"
"""What the migrations themselves put into the tables."""


def sqlite_url(folder: Path) -> str:
    """The URL of a SQLite file in a folder."""
    return f"sqlite:///{folder / 'frontdesk.db'}"


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    """Either kind of database."""
    asked: str = request.param
    return asked


@pytest.fixture
def empty_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table."""
    url: str = request.getfixturevalue("postgres_url") if kind == "postgres" else sqlite_url(tmp_path)
    return url


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A SQLite file with every table and no row."""
    folder = tmp_path_factory.mktemp("migrated")
    migrate.upgrade(sqlite_url(folder))
    return (folder / "frontdesk.db").read_bytes()


@pytest.fixture(scope="module")
def migrated_on_postgres(postgres_server: PostgresServer) -> Iterator[str]:
    """A PostgreSQL database with every table, that a module's tests share one after the other."""
    url = postgres_server.create_database()
    migrate.upgrade(url)
    yield url
    postgres_server.forget()


@pytest.fixture
def database_url(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database with every table and no row."""
    if kind == "sqlite":
        (tmp_path / "frontdesk.db").write_bytes(request.getfixturevalue("migrated"))
        yield sqlite_url(tmp_path)
        return
    url: str = request.getfixturevalue("migrated_on_postgres")
    yield url
    request.getfixturevalue("postgres_server").empty(url, FIRST_ROW)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database with every table and no row, opened."""
    opened = open_database(database_url)
    yield opened
    await opened.close()
