"""The database as the rest of the house knows it: units of work, plain functions that one transaction carries out."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import make_url

from app.adapters.db.outage import DatabaseUnavailable, NotMigrated, StatementRefused
from app.adapters.db.postgres import PostgresDatabase
from app.adapters.db.sqlite import SqliteDatabase
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.adapters.db.work import Clock, clock

__all__ = ["Database", "DatabaseUnavailable", "NotMigrated", "StatementRefused", "open_database"]

T = TypeVar("T")


class Database(Protocol):
    """A unit is whole or did not happen, whoever stops waiting for it; it is synchronous, so it can't wait for a model.

    A unit may run again after it lost a race, so it touches nothing but rows. Every method raises
    `DatabaseUnavailable` where the database can't do it now, `StatementRefused` where the code asks it for something
    wrong, and what the unit itself raised. One event loop uses it.
    """

    async def write(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Carry a unit out; its changes are durable when this returns."""

    async def jot(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Like `write`, for a few rows found by their keys, where a thread's hops would cost more than they do."""

    async def read(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Carry out a unit that changes nothing."""

    async def glance(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Like `read`, for a few rows found by their keys, where a thread's hop would cost more than they do."""

    async def write_service(self, unit: Callable[[ServiceDb], T]) -> T:
        """Like `write`, for rows outside tenants."""

    async def read_service(self, unit: Callable[[ServiceDb], T]) -> T:
        """Like `read`, for rows outside tenants."""

    async def ready(self) -> bool:
        """Tell whether it answers now."""

    async def close(self) -> None:
        """End what is under way and let every connection go."""


def open_database(url: str, now: Clock = clock, renewed: Callable[[], str] | None = None) -> Database:
    """Open the database of a URL, `sqlite:///path` or `postgresql+asyncpg://…`; `now` is the clock of transactions.

    `renewed` returns the URL as it stands now: each connection to a server logs in as that one says. Nothing is
    connected yet. Raises ValueError for a database of another kind.
    """
    kind = make_url(url).get_backend_name()
    if kind == "sqlite":
        return SqliteDatabase(url, now)
    if kind == "postgresql":
        return PostgresDatabase(url, now, renewed)
    raise ValueError(f"no database of this kind is known: {kind}; give a sqlite or a postgresql URL")
