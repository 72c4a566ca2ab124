"""SQLite: one thread writes, and carries out in one commit whatever is waiting; a few others read beside it."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url

from app.adapters.db.group_commit import GroupCommit, driver
from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.sqlite_errors import told
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.adapters.db.work import Clock, Work, for_service, for_tenant

T = TypeVar("T")

PATIENCE: Final = 4000  # milliseconds that another process may hold the file
READERS: Final = 4  # threads, each with a connection
KEPT: Final = 512  # kilobytes of the file that each connection keeps; the machine's own cache is as near


def sqlite_engine(url: str, *, read_only: bool = False, patience: int = PATIENCE) -> Engine:
    """Return an engine whose connections are set up for durable commits, and begin and end transactions by hand."""
    engine = create_engine(
        make_url(url).set(drivername="sqlite"),
        poolclass=NullPool,
        hide_parameters=True,
        connect_args={"timeout": patience / 1000, "check_same_thread": False, "isolation_level": None},
    )

    def set_up(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{KEPT}")
        connection.execute("PRAGMA temp_store = MEMORY")  # what a mark would undo is kept here, not in a file
        connection.execute("PRAGMA secure_delete = FAST")  # what was deleted is overwritten, not only given free
        connection.execute(f"PRAGMA query_only = {int(read_only)}")

    event.listen(engine, "connect", set_up)
    return engine


class SqliteDatabase:
    """Units of work on a SQLite file."""

    def __init__(self, url: str, now: Clock) -> None:
        self._now = now
        self._writer = GroupCommit(sqlite_engine(url), PATIENCE)
        self._reading = sqlite_engine(url, read_only=True)
        self._idle: deque[Connection] = deque()
        self._glancing = sqlite_engine(url, read_only=True, patience=0)
        self._near: deque[Connection] = deque()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="sqlite-reader")

    async def write(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Carry a unit out; its changes are durable when this returns."""
        return await self._writer.carry_out(for_tenant(tenant, unit, self._now))

    async def jot(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Like `write`, for a few rows: its statements are executed right here, and committed in a thread."""
        return await self._writer.carry_out(for_tenant(tenant, unit, self._now), near=True)

    async def read(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Carry out a unit that changes nothing."""
        return await self._in_reader(for_tenant(tenant, unit, self._now))

    async def glance(self, tenant: str, unit: Callable[[TenantDb], T]) -> T:
        """Like `read`, right here; where the file makes it wait, in a thread after all."""
        try:
            return self._read(for_tenant(tenant, unit, self._now), self._near, self._glancing)
        except DatabaseUnavailable:
            return await self.read(tenant, unit)

    async def write_service(self, unit: Callable[[ServiceDb], T]) -> T:
        """Like `write`, for rows outside tenants."""
        return await self._writer.carry_out(for_service(unit, self._now))

    async def read_service(self, unit: Callable[[ServiceDb], T]) -> T:
        """Like `read`, for rows outside tenants."""
        return await self._in_reader(for_service(unit, self._now))

    async def ready(self) -> bool:
        """Tell whether the file can be read now."""
        try:
            await self._in_reader(lambda connection: connection.exec_driver_sql("SELECT 1").fetchall())
        except DatabaseUnavailable:
            return False
        return True

    async def close(self) -> None:
        """Carry out what was handed over, then let every connection go."""
        await self._writer.close()
        await asyncio.to_thread(self._readers.shutdown)
        for idle in (self._idle, self._near):
            while idle:
                idle.pop().close()

    async def _in_reader(self, work: Work[T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(
            self._readers, self._read, work, self._idle, self._reading
        )

    def _read(self, work: Work[T], idle: deque[Connection], engine: Engine) -> T:
        """Carry work out on a connection of its own, which sees the file as it was at one moment."""
        connection: Connection | None = None
        try:
            connection = _taken_from(idle, engine)
            direct = driver(connection)
            direct.execute("BEGIN")
            result = work(connection)
            direct.execute("ROLLBACK")
            connection.rollback()  # SQLAlchemy's own bookkeeping
        except BaseException as error:  # noqa: BLE001 - what a unit raises is its caller's to hear
            if connection is not None:
                connection.close()
            raise told(error, writing=False) from None  # what the driver says may quote a row
        idle.append(connection)
        return result


def _taken_from(idle: deque[Connection], engine: Engine) -> Connection:
    """Take a connection that is idle, or make one."""
    try:
        return idle.pop()
    except IndexError:
        return engine.connect()
