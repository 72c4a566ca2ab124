"""Migrated databases for the tests, of both kinds; a test that asks for `database` runs once on each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.adapters.db import migrate
from app.adapters.db.engine import Database, open_database

KINDS = ("sqlite", "postgres")


def sqlite_url(folder: Path) -> str:
    """The URL of a SQLite file in a folder."""
    return f"sqlite:///{folder / 'frontdesk.db'}"


@pytest.fixture(params=KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table."""
    url: str = request.getfixturevalue("postgres_url") if request.param == "postgres" else sqlite_url(tmp_path)
    return url


@pytest.fixture
def database_url(empty_url: str) -> str:
    """A database with every table and no row."""
    migrate.upgrade(empty_url)
    return empty_url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A database with every table and no row, opened."""
    opened = open_database(database_url)
    yield opened
    await opened.close()
