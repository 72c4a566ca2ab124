"""What commands share: plain errors, and one piece of work on the database."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import click
from typing_extensions import override

from app.adapters.db import migrate
from app.adapters.db.engine import Database, DatabaseUnavailable, StatementRefused, open_database
from app.domain.operator import Operator, Role
from app.errors import Problem
from app.settings import Settings, SettingsError, from_process

SHELL: Final = Operator("operator:shell", "shell", Role.OWNER)
"""Whoever has the machine's shell may do everything."""

POOLER: Final = "a pooler that lends connections for one transaction stands before PostgreSQL; add ?pooled=true."
REFUSED: Final = {
    "42P05": POOLER,  # a statement was prepared on another connection than the one it is sent to
    "26000": POOLER,
    "42501": "its login may not do this; write one that owns the database, and for db upgrade may create roles.",
}
"""What to do about a statement that PostgreSQL refuses, by the SQLSTATE at its end."""

T = TypeVar("T")


class Plainly(click.Group):
    """Says in one line what went wrong and what to do, instead of showing where in the code."""

    @override
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DatabaseUnavailable as error:
            raise click.ClickException(f"The database can't be used now: {error}. {_remedy(str(error))}") from error
        except StatementRefused as error:
            if (why := REFUSED.get(str(error).rpartition(" ")[2])) is None:
                raise
            raise click.ClickException(f"FRONTDESK_DATABASE_URL: {why}") from error
        except Problem as problem:
            raise click.ClickException(problem.detail) from problem
        except (SettingsError, OSError) as error:
            raise click.ClickException(str(error)) from error


def filled(_: click.Context, option: click.Parameter, value: str) -> str:
    """Insist that an option says something: a variable that the shell does not have leaves it empty."""
    if not value.strip():
        raise click.ClickException(f"{option.opts[0]} is empty: write what it names.")
    return value


def _remedy(error: str) -> str:
    """Say what to do about a database that can't be used."""
    if "tables" in error or "role" in error:
        return "Run frontdesk db upgrade."
    if "newer" in error:
        return "Run that version, or restore a backup from before."
    return "See that FRONTDESK_DATABASE_URL is right, the server runs, the disk has room and no other program holds it."


def with_database(work: Callable[[Database, Settings], Awaitable[T]]) -> T:
    """Do one piece of work on the database and close it."""

    async def run() -> T:
        settings = from_process(serving=False)
        if settings.database_url.startswith("sqlite"):
            prepare_database(settings)
        database = open_database(settings.database_url)
        try:
            return await work(database, settings)
        finally:
            await database.close()

    return asyncio.run(run())


def make_data_dir(settings: Settings) -> None:
    """Make the data folder, for its owner alone: what customers wrote is in there."""
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise click.ClickException(
            f"FRONTDESK_DATA_DIR: {settings.data_dir} cannot be made; write a folder that is yours."
        ) from error


def prepare_database(settings: Settings) -> None:
    """Migrate SQLite; on PostgreSQL say what to run where the tables are behind."""
    if settings.database_url.startswith("sqlite"):
        make_data_dir(settings)
        migrate.upgrade_aside(settings.database_url)
    elif migrate.behind(settings.database_url):
        raise click.ClickException("The database is not up to date: run frontdesk db upgrade.")
