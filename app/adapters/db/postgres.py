"""PostgreSQL: transactions of the role `frontdesk_app`, each held to one tenant by row-level security."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final, TypeVar  # Any: what SQLAlchemy hands over for the driver

from sqlalchemy import Dialect, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.postgres_errors import lost_race, told, was_dead
from app.adapters.db.postgres_lanes import Lanes
from app.adapters.db.tenant_db import SERVICE, ServiceDb, TenantDb
from app.adapters.db.work import Clock, Work, clock, for_service, for_tenant

T = TypeVar("T")

CONNECTIONS: Final = 10
OF_THE_SERVICE: Final = 2  # connections apart: switches and leases wait for no tenant's writes
PATIENCE: Final = 2.0  # seconds, for a connection of the pool and for a new one
COMMAND: Final = 3.0  # seconds, for one statement
ANSWER: Final = 2.8  # seconds, for a whole unit: the caller's 503 has to be there within 3
TRIES: Final = 3
BEGIN: Final = text(
    "SELECT set_config('role', 'frontdesk_app', true), set_config('frontdesk.tenant', :tenant, true),"
    " set_config('transaction_read_only', :read_only, true), clock_timestamp()"
)
OPTION: Final = "behind the ? of its URL stands what is no option, or has no such value; TLS is ?ssl=require"


UNPREPARED: Final = {
    "statement_cache_size": 0,
    "prepared_statement_cache_size": 0,
    "prepared_statement_name_func": str,  # no name: parsed, run and forgotten within the transaction
}


class ServerClock:
    """The server's clock, as it was heard last: replicas whose own clocks differ still agree on who lives."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def __call__(self) -> datetime:
        """Return the present moment, in UTC."""
        return clock() + self._ahead

    def heard(self, moment: datetime) -> None:
        """Take over what the server says."""
        self._ahead = moment - clock()


def postgres_engine(
    url: str,
    command_timeout: float = COMMAND,
    connections: int = CONNECTIONS,
    renewed: Callable[[], str] | None = None,
) -> AsyncEngine:
    """Return an engine that gives up rather than wait.

    `?pooled=true` in the URL says that a pooler stands before the server and lends a connection for one transaction:
    nothing is then prepared beyond it. `renewed` returns the URL as it stands now: each connection logs in as it says.
    """
    where = make_url(url)
    pooled = where.query.get("pooled") == "true"
    engine = create_async_engine(
        where.difference_update_query(["pooled"]),
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
        pool_timeout=PATIENCE,
        connect_args={"timeout": PATIENCE, "command_timeout": command_timeout, **(UNPREPARED if pooled else {})},
    )
    event.listen(engine.sync_engine, "do_connect", partial(_connect, renewed))
    return engine


def _connect(
    renewed: Callable[[], str] | None, dialect: Dialect, _: object, args: tuple[Any, ...], into: dict[str, Any]
) -> DBAPIConnection:
    """Make a connection, with the login that the URL has now. Raises DatabaseUnavailable where it can't be meant."""
    if renewed is not None:
        where = make_url(renewed())
        login = {"user": where.username, "password": where.password, **where.query}
        into.update({name: said for name in ("user", "password") if (said := login[name]) is not None})
    try:
        return dialect.connect(*args, **into)
    except Exception as error:
        if isinstance(error.__cause__ or error, TypeError | ValueError):
            raise DatabaseUnavailable(f"PostgreSQL: {OPTION}") from None  # the driver's words may quote the URL
        raise


class PostgresDatabase:
    """Units of work on a PostgreSQL server."""

    def __init__(self, url: str, now: Clock, renewed: Callable[[], str] | None = None) -> None:
        self._now = ServerClock() if now is clock else now
        self._engine = postgres_engine(url, renewed=renewed)
        self._apart = postgres_engine(url, connections=OF_THE_SERVICE, renewed=renewed)
        self._running: set[asyncio.Task[object]] = set()
        self._lanes = Lanes(lambda tenant, work: self._carry_out(tenant, work, read_only=False), self._now)

    async def write(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Carry a unit out; its changes are durable when this returns."""
        return await self._lanes.write(tenant, unit, ANSWER)

    async def jot(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Do the same as `write`: nothing is nearer than the server."""
        return await self.write(tenant, unit)

    async def read(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Carry out a unit that changes nothing."""
        return await self._carry_out(tenant, for_tenant(tenant, unit, self._now), read_only=True)

    async def glance(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Like `read`."""
        return await self.read(tenant, unit)

    async def write_service(self, unit: Callable[[ServiceDb], T]) -> T:
        """Like `write`, for rows outside tenants."""
        return await self._carry_out(SERVICE, for_service(unit, self._now), read_only=False)

    async def read_service(self, unit: Callable[[ServiceDb], T]) -> T:
        """Like `read`, for rows outside tenants."""
        return await self._carry_out(SERVICE, for_service(unit, self._now), read_only=True)

    async def ready(self) -> bool:
        """Tell whether the server answers now."""
        try:
            await self._carry_out(SERVICE, lambda connection: connection.execute(text("SELECT 1")), read_only=True)
        except DatabaseUnavailable:
            return False
        return True

    async def close(self) -> None:
        """End what is under way and let every connection go."""
        await self._lanes.close()
        if self._running:
            await asyncio.wait(self._running)
        await self._engine.dispose()
        await self._apart.dispose()

    async def _carry_out(self, tenant: str, work: Work[T], *, read_only: bool) -> T:
        """Carry work out in a task of its own, so that a caller who leaves can't cut it or spoil its connection."""
        task = asyncio.create_task(self._try(tenant, work, read_only=read_only))
        self._running.add(task)
        task.add_done_callback(self._done)
        done, _ = await asyncio.wait({task}, timeout=ANSWER)
        if done:
            return task.result()
        task.cancel()  # the transaction is undone, unless it was being committed, and its connection thrown away
        raise DatabaseUnavailable("PostgreSQL: no answer in time")

    def _done(self, task: asyncio.Task[object]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # was told to the caller, if one is left

    async def _try(self, tenant: str, work: Work[T], *, read_only: bool) -> T:
        """Try again after a lost race, and on a fresh connection after one that was dead before anything ran."""
        for again in range(TRIES - 1, -1, -1):
            began = False
            try:
                async with (self._apart if tenant == SERVICE else self._engine).connect() as connection:
                    began = await self._begin(connection, tenant, read_only=read_only)
                    result = await connection.run_sync(work)
                    await connection.commit()
                    return result
            except Exception as error:  # noqa: BLE001 - what a unit raises is its caller's to hear
                if again and (lost_race(error) if began else was_dead(error)):
                    continue
                raise told(error, writing=not read_only, began=began) from None  # what the driver says may quote a row
        raise AssertionError("the last try returns or raises")

    async def _begin(self, connection: AsyncConnection, tenant: str, *, read_only: bool) -> bool:
        """Become the service's role, held to one tenant, until the transaction ends."""
        said = await connection.execute(BEGIN, {"tenant": tenant, "read_only": "on" if read_only else "off"})
        if isinstance(self._now, ServerClock):
            self._now.heard(said.one()[-1])
        return True
