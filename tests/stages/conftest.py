"""What the tests of the stages start from."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.databases import database, database_url, empty_url, kind, migrated, migrated_on_postgres, sqlite_url
from tests.turns import Desk

__all__ = ["database", "database_url", "empty_url", "kind", "migrated", "migrated_on_postgres"]


@pytest.fixture
async def desk(migrated: bytes, tmp_path: Path) -> AsyncIterator[Desk]:
    """A tenant on a SQLite database of its own."""
    (tmp_path / "frontdesk.db").write_bytes(migrated)
    desk = Desk.at(sqlite_url(tmp_path))
    yield desk
    await desk.database.close()


@pytest.fixture
async def any_desk(database_url: str) -> AsyncIterator[Desk]:
    """A tenant on a database of each kind."""
    desk = Desk.at(database_url)
    yield desk
    await desk.database.close()
