"""Migrations: bringing a database's tables up to date, and telling whether they are."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.db import postgres_errors, sqlite_errors
from app.adapters.db.postgres import postgres_engine
from app.adapters.db.sqlite import sqlite_engine

T = TypeVar("T")

FOLDER: Final = Path(__file__).with_name("migrations")
LOCK: Final = text("SELECT pg_advisory_xact_lock(1718775652)")  # any number, the same for every replica
PATIENCE: Final = 300.0  # seconds, for a migration on PostgreSQL or for another replica's to end
TRIES: Final = 5  # against migrations of other databases of the server, which make the same role


def upgrade(url: str) -> None:
    """Bring the tables up to date; several processes may do so at once. Raises DatabaseUnavailable.

    On PostgreSQL not to be called where an event loop runs.
    """
    _on(url, _upgrade)


def behind(url: str) -> bool:
    """Tell whether `upgrade` has something to do; under the same conditions."""
    return _on(url, _behind)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(LOCK)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _behind(connection: Connection) -> bool:
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    return MigrationContext.configure(connection).get_current_revision() != newest


def _config() -> Config:
    """Return alembic's configuration, which stands in no file."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _on(url: str, work: Callable[[Connection], T]) -> T:
    """Do work in one transaction of the login itself, which owns the tables."""
    if make_url(url).get_backend_name() == "sqlite":
        return _on_sqlite(url, work)
    return asyncio.run(_on_postgres(url, work))


def _on_sqlite(url: str, work: Callable[[Connection], T]) -> T:
    engine = sqlite_engine(url)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            result = work(connection)
            connection.commit()
            return result
    except SQLAlchemyError as error:
        raise sqlite_errors.told(error) from error
    finally:
        engine.dispose()


async def _on_postgres(url: str, work: Callable[[Connection], T]) -> T:
    engine = postgres_engine(url, command_timeout=PATIENCE)
    try:
        for _ in range(TRIES):
            try:
                return await _in_transaction(engine, work)
            except DBAPIError as error:
                if not postgres_errors.lost_race(error):
                    raise
        return await _in_transaction(engine, work)
    except (SQLAlchemyError, OSError) as error:
        raise postgres_errors.told(error) from error
    finally:
        await engine.dispose()


async def _in_transaction(engine: AsyncEngine, work: Callable[[Connection], T]) -> T:
    async with engine.begin() as connection:
        return await connection.run_sync(work)
