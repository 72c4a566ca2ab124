"""The one thread that writes to SQLite: whatever waits is carried out together, and made durable by one commit."""

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final, TypeVar  # Any: a result of whatever type, between the thread and its caller

from sqlalchemy import Connection, Engine

from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.sqlite_errors import told
from app.adapters.db.work import Work

T = TypeVar("T")

TOGETHER: Final = 64  # units in one commit, so that the first of them does not wait for ever


@dataclass(slots=True, eq=False)
class Job:
    """Work, who waits for it, and how it ended."""

    work: Work[Any]
    future: asyncio.Future[Any]
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
    """Carries work out in the order in which it came. Whoever stops waiting changes nothing: the work is done whole."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._connection: Connection | None = None
        self._closed = False
        self._thread = Thread(target=self._run, name="sqlite-writer", daemon=True)
        self._thread.start()

    async def carry_out(self, work: Work[T]) -> T:
        """Do the work in a transaction; returns when it is durable. Raises as `Database.write` does."""
        if self._closed:
            raise DatabaseUnavailable("the database is closed")
        job = Job(work, asyncio.get_running_loop().create_future())
        self._queue.put(job)
        result: T = await job.future
        return result

    def close(self) -> None:
        """Do what was handed over, then end the thread."""
        self._closed = True
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while jobs := self._take():
            self._together(jobs)
            _tell(jobs)
        self._disconnect()

    def _take(self) -> list[Job]:
        """Wait for work, then take all that is there; nothing once the end is reached."""
        first = self._queue.get()
        return [] if first is None else [first, *self._waiting(TOGETHER - 1)]

    def _waiting(self, most: int) -> list[Job]:
        jobs: list[Job] = []
        try:
            while len(jobs) < most:
                job = self._queue.get_nowait()
                if job is None:
                    self._queue.put(None)  # the end, for the next look
                    break
                jobs.append(job)
        except Empty:
            pass
        return jobs

    def _together(self, jobs: list[Job]) -> None:
        """Do all of it in one transaction; where that fails, none of it is done."""
        try:
            connection = self._begin()
        except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told
            jobs.extend(self._waiting(self._queue.qsize()))  # they have waited as long: no second round of patience
            self._fail(jobs, error)
            return
        try:
            if len(jobs) == 1:
                _alone(connection, jobs[0])
            else:
                for job in jobs:
                    _beside_others(connection, job)
            if driver(connection).in_transaction:
                driver(connection).execute("COMMIT")
            connection.commit()  # SQLAlchemy's own bookkeeping; nothing is left to commit
        except Exception as error:  # noqa: BLE001 - as above
            self._fail(jobs, error)

    def _begin(self) -> Connection:
        """Connect where that is needed, and take the file's write lock."""
        if self._connection is None:
            self._connection = self._engine.connect()
        driver(self._connection).execute("BEGIN IMMEDIATE")
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
        job.result = job.work(connection)
    except BaseException as error:  # noqa: BLE001 - what a unit raises is its caller's to hear
        job.error = told(error)
        if driver(connection).in_transaction:
            driver(connection).execute("ROLLBACK")


def _beside_others(connection: Connection, job: Job) -> None:
    """Do a job between marks, so that it alone is undone if it fails."""
    direct = driver(connection)
    direct.execute("SAVEPOINT unit")
    try:
        job.result = job.work(connection)
    except BaseException as error:  # noqa: BLE001 - as above
        job.error = told(error)
        direct.execute("ROLLBACK TO unit")  # fails where SQLite has undone everything, and with it all of them
    direct.execute("RELEASE unit")


def _tell(jobs: Sequence[Job]) -> None:
    """Wake all who wait in one go."""

    def tell_all() -> None:
        for job in jobs:
            job.tell()

    loop = jobs[0].future.get_loop()
    if not loop.is_closed():
        loop.call_soon_threadsafe(tell_all)
