"""Writing to SQLite: whatever waits is carried out together, and made durable by one commit."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final, TypeVar  # Any: a result of whatever type, between a unit and its caller

from sqlalchemy import Connection, Engine

from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.sqlite_errors import told
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.adapters.db.work import Tail, Unit

T = TypeVar("T")
AnyUnit = Unit[TenantDb, T] | Unit[ServiceDb, T]

TOGETHER: Final = 64  # units in one commit, so that the first of them does not wait for ever


@dataclass(slots=True, eq=False)
class Job:
    """A unit, who waits for it, and how it ended; `near`: short enough for the loop's own thread."""

    unit: AnyUnit[Any]
    future: asyncio.Future[Any]
    near: bool
    result: Any = None
    error: BaseException | None = None

    def tell(self) -> None:
        """Tell whoever waits how it ended, unless they have left."""
        if self.future.done():
            return
        if isinstance(self.error, StopIteration):  # which no future can carry
            self.error = RuntimeError("a unit of work raised StopIteration")
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class GroupCommit:
    """Carries work out in the order in which it came. Whoever stops waiting changes nothing: the work is done whole.

    One group at a time has the connection. Near units are done on the loop's thread, where no statement has to ask for
    the interpreter back, and the writer's thread commits them; while it does, the next group gathers.
    """

    def __init__(self, engine: Engine, patience: int) -> None:
        self._engine = engine
        self._patience = patience
        self._waiting: deque[Job] = deque()
        self._busy = False
        self._steps: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._connection: Connection | None = None
        self._closed = False
        self._idle: asyncio.Future[None] | None = None
        self._thread = Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def carry_out(self, unit: AnyUnit[T], *, near: bool = False) -> T:
        """Do a unit of work in a transaction; returns when it is durable. Raises as `Database.write` does."""
        if self._closed:
            raise DatabaseUnavailable("the database is closed")
        loop = asyncio.get_running_loop()
        job = Job(unit, loop.create_future(), near)
        self._waiting.append(job)
        if not self._busy:
            self._busy = True
            loop.call_soon(self._next, loop)  # whatever else this round of the loop brings goes along
        result: T = await job.future
        return result

    async def close(self) -> None:
        """Do what was handed over, then end the thread."""
        self._closed = True
        if self._busy:
            self._idle = asyncio.get_running_loop().create_future()
            await self._idle
        self._steps.put(None)
        await asyncio.to_thread(self._thread.join)

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin the next group, if any waits."""
        jobs = self._taken(TOGETHER)
        if not jobs:
            self._busy = False
            if self._idle is not None and not self._idle.done():
                self._idle.set_result(None)
            return
        if all(job.near for job in jobs) and self._begun(jobs):
            self._steps.put(lambda: self._finish(loop, jobs, self._commit))
        else:
            self._steps.put(lambda: self._finish(loop, jobs, self._together))

    def _taken(self, most: int) -> list[Job]:
        """Take what has waited longest; others may be added meanwhile, nobody else takes."""
        return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]

    def _begun(self, jobs: list[Job]) -> bool:
        """Do near work here, all but the commit; False, and nothing done, where the file makes it wait or a unit fails.

        Without marks between them, the units are undone together; the writer's thread then does each by itself.
        """
        if self._connection is None:
            return False
        direct = driver(self._connection)
        try:
            direct.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            return False
        try:
            tail = Tail()
            for job in jobs:
                job.result = job.unit.beside(self._connection, tail)
            tail.store()
        except BaseException:  # noqa: BLE001 - what it was shows again where each unit is done by itself
            if direct.in_transaction:  # else SQLite has undone everything
                direct.execute("ROLLBACK")
            return False
        return True

    def _finish(self, loop: asyncio.AbstractEventLoop, jobs: list[Job], step: Callable[[list[Job]], None]) -> None:
        """On the writer's thread: do what is left, then wake all who wait in one go."""
        step(jobs)

        def tell_all() -> None:
            for job in jobs:
                job.tell()
            self._next(loop)

        if loop.is_closed():
            self._busy = False
        else:
            loop.call_soon_threadsafe(tell_all)

    def _run(self) -> None:
        while self._stepped():
            pass
        self._disconnect()

    def _stepped(self) -> bool:
        """Take a step, and let go of its jobs and rows with it; False where there are no more."""
        step = self._steps.get()
        if step is None:
            return False
        step()
        return True

    def _together(self, jobs: list[Job]) -> None:
        """Do all of it in one transaction; where that fails, none of it is done."""
        try:
            connection = self._begin()
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told
            jobs.extend(self._taken(len(self._waiting)))  # they have waited as long: no second round of patience
            self._fail(jobs, error)
            return
        try:
            self._do(connection, jobs)
        except Exception as error:  # noqa: BLE001 - as above
            self._fail(jobs, error)
        else:
            self._commit(jobs)

    def _do(self, connection: Connection, jobs: Sequence[Job]) -> None:
        if len(jobs) == 1:
            _alone(connection, jobs[0])
        else:
            tail = Tail()
            for job in jobs:
                _beside_others(connection, job, tail)
            tail.store()

    def _commit(self, jobs: list[Job]) -> None:
        try:
            if self._connection is not None and driver(self._connection).in_transaction:
                driver(self._connection).execute("COMMIT")
                self._connection.commit()  # SQLAlchemy's own bookkeeping; nothing is left to commit
        except Exception as error:  # noqa: BLE001 - as above
            self._fail(jobs, error)

    def _begin(self) -> Connection:
        """Connect where that is needed, and take the file's write lock."""
        if self._connection is None:
            self._connection = self._engine.connect()
        direct = driver(self._connection)
        direct.execute(f"PRAGMA busy_timeout = {self._patience}")
        direct.execute("BEGIN IMMEDIATE")
        direct.execute("PRAGMA busy_timeout = 0")
        return self._connection

    def _fail(self, jobs: Sequence[Job], error: Exception) -> None:
        """Give up the transaction, and the connection with it, so that the next one starts afresh."""
        self._disconnect()
        for job in jobs:
            job.error = job.error or told(error)

    def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()  # rolls back what is open


def driver(connection: Connection) -> sqlite3.Connection:
    """Return the driver's connection: SQLAlchemy has no word for beginning at once."""
    direct = connection.connection.driver_connection
    if not isinstance(direct, sqlite3.Connection):
        raise TypeError("this is a connection to another database than SQLite")
    return direct


def _alone(connection: Connection, job: Job) -> None:
    """Do a job that has the transaction to itself."""
    try:
        job.result = job.unit(connection)
    except BaseException as error:  # noqa: BLE001 - what a unit raises is its caller's to hear
        job.error = told(error)
        if driver(connection).in_transaction:
            driver(connection).execute("ROLLBACK")


def _beside_others(connection: Connection, job: Job, tail: Tail) -> None:
    """Do a job between marks, so that it alone is undone if it fails."""
    direct = driver(connection)
    direct.execute("SAVEPOINT unit")
    try:
        job.result = job.unit.beside(connection, tail)
    except BaseException as error:  # noqa: BLE001 - as above
        job.error = told(error)
        direct.execute("ROLLBACK TO unit")  # fails where SQLite has undone everything, and with it all of them
    direct.execute("RELEASE unit")
