"""Lanes to PostgreSQL: a tenant's writes that come at once share a transaction: its audit chain takes one at a time."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar  # Any: a result of whatever type, between a unit and its caller

from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.tenant_db import TenantDb
from app.adapters.db.work import Clock, Done, Failed, Work, for_tenant, together

T = TypeVar("T")
CarryOut = Callable[[str, Work[Any]], Awaitable[Any]]

LANES: Final = 2  # transactions of one tenant at a time; what comes meanwhile waits for the next
TOGETHER: Final = 32  # units in one transaction


@dataclass(slots=True, eq=False)
class Job:
    """A unit and who waits for it."""

    unit: Callable[[TenantDb], Any]
    future: asyncio.Future[Any]


@dataclass(slots=True)
class Lane:
    """A tenant's writes: those that wait, and how many transactions are under way."""

    waiting: deque[Job] = field(default_factory=deque)
    under_way: int = 0


class Lanes:
    """Carries a tenant's units out, several in a transaction where several wait; each ends as if it were alone.

    `carry_out` does work in a transaction of a tenant, within its own bound.
    """

    def __init__(self, carry_out: CarryOut, now: Clock) -> None:
        self._carry_out = carry_out
        self._now = now
        self._lanes: dict[str, Lane] = defaultdict(Lane)
        self._tasks: set[asyncio.Task[None]] = set()

    async def write(self, tenant: str, unit: Callable[[TenantDb], T], within: float) -> T:
        """Carry a unit out; raises DatabaseUnavailable after `within` seconds, and what `carry_out` and the unit do."""
        if not tenant:
            raise ValueError("rows belong to a tenant")
        job = Job(unit, asyncio.get_running_loop().create_future())
        lane = self._lanes[tenant]
        lane.waiting.append(job)
        if lane.under_way < LANES:
            lane.under_way += 1
            task = asyncio.create_task(self._drive(tenant, lane))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        try:
            async with asyncio.timeout(within):
                result: T = await asyncio.shield(job.future)
                return result
        except TimeoutError:
            job.future.cancel()  # one that has not begun is left out; one that has is whole, or did not happen
            raise DatabaseUnavailable("PostgreSQL: no answer in time") from None

    async def close(self) -> None:
        """Wait for what is under way."""
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _drive(self, tenant: str, lane: Lane) -> None:
        """Carry out what waits until nothing does."""
        try:
            while jobs := _next(lane):
                if len(jobs) > 1 and await self._together(tenant, jobs):
                    continue
                await asyncio.gather(*(self._alone(tenant, job) for job in jobs))
        finally:
            lane.under_way -= 1
            if not lane.waiting and not lane.under_way:
                self._lanes.pop(tenant, None)

    async def _together(self, tenant: str, jobs: list[Job]) -> bool:
        """Do all in one transaction; False where that failed as a whole: nothing was done, each is tried alone."""
        try:
            ended = await self._carry_out(tenant, together(tenant, [job.unit for job in jobs], self._now))
        except Exception:  # noqa: BLE001 - alone, each hears what was wrong with it
            return False
        for job, how in zip(jobs, ended, strict=True):
            _tell(job, how)
        return True

    async def _alone(self, tenant: str, job: Job) -> None:
        try:
            _tell(job, Done(await self._carry_out(tenant, for_tenant(tenant, job.unit, self._now))))
        except Exception as error:  # noqa: BLE001 - what a unit raises is its caller's to hear
            _tell(job, Failed(error))


def _next(lane: Lane) -> list[Job]:
    """Take the next jobs for whom somebody still waits."""
    jobs: list[Job] = []
    while lane.waiting and len(jobs) < TOGETHER:
        job = lane.waiting.popleft()
        if not job.future.done():
            jobs.append(job)
    return jobs


def _tell(job: Job, how: Done | Failed) -> None:
    """Tell whoever waits how it ended, unless they have left."""
    if job.future.done():
        return
    if isinstance(how, Done):
        job.future.set_result(how.result)
    else:
        stop = isinstance(how.error, StopIteration)  # which no future can carry
        job.future.set_exception(RuntimeError("a unit of work raised StopIteration") if stop else how.error)
        job.future.exception()  # it was told, if one is left
