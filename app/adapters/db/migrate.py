"""Migrations: bringing a database's tables up to date, and telling whether they are."""

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn, TypeVar

from sqlalchemy import Connection, inspect, make_url, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.db import postgres_errors, sqlite_errors
from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.postgres import postgres_engine
from app.adapters.db.sqlite import sqlite_engine

T = TypeVar("T")

VERSIONS: Final = Path(__file__).parent / "migrations" / "versions"
LOCK: Final = text("SELECT pg_advisory_xact_lock(1718775652)")  # any number, the same for every replica
PATIENCE: Final = 300.0  # seconds, for a migration on PostgreSQL or for another replica's to end
NUMBER: Final = 4  # digits
TRIES: Final = 5  # against migrations of other databases of the server, which make the same role


def upgrade(url: str) -> None:
    """Bring the tables up to date; several processes may do so at once. Raises DatabaseUnavailable.

    On PostgreSQL not to be called where an event loop runs.
    """
    _on(url, _upgrade)


def upgrade_aside(url: str) -> None:
    """Bring the tables up to date in a child, whose memory ends with it, where the system forks. For SQLite alone.

    What a child can't do is tried here once more, and told.
    """
    if hasattr(os, "fork") and behind(url):
        child = os.fork()
        if not child:
            _upgrade_and_end(url)
        os.waitpid(child, 0)
    upgrade(url)


def _upgrade_and_end(url: str) -> NoReturn:
    """Be the child: nothing but the upgrade, and no word."""
    try:
        with suppress(DatabaseUnavailable):
            upgrade(url)
    finally:
        os._exit(0)


def behind(url: str) -> bool:
    """Tell whether `upgrade` has something to do; under the same conditions."""
    return _on(url, _behind)


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(LOCK)
    if not _behind(connection):
        return
    # Here and not above: most starts are up to date, and alembic takes a fifth of a second and 11 MB to load.
    import_module("app.adapters.db.migration_steps").run(connection)


def _behind(connection: Connection) -> bool:
    """Tell by the name of the newest migration: its number comes first, and is its revision.

    Raises DatabaseUnavailable where the database knows of a newer one.
    """
    newest = max(file.stem for file in VERSIONS.glob("[0-9]*.py"))[:NUMBER]
    if not inspect(connection).has_table("alembic_version"):
        return True
    found = connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
    if found > newest:
        raise DatabaseUnavailable("a newer version of Frontdesk has upgraded it")
    return found != newest


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
