"""Reading what an arriving message is judged by: those of a flood are read together, so that refusing costs little."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from app.adapters.db import arrivals
from app.adapters.db.arrivals import Arrival, Known
from app.adapters.db.engine import Database

LATELY = 1.0
"""Seconds for which a session counts as refused: whoever comes back as late as they were told is read alone."""
GATHERED = 0.1
"""Seconds in which the messages of such sessions are gathered."""
MOST_REFUSED = 10_000
"""Sessions that are remembered; those beyond are read alone."""


@dataclass(frozen=True, slots=True)
class _Gathering:
    """A tenant's messages that are read together, and the reading."""

    arrivals: list[Arrival]
    reading: asyncio.Task[list[Known]]


@dataclass(slots=True)
class ReadArrivals:
    """Reads alone, at once; a session that was refused a moment ago waits for the tenant's others that were.

    However fast a tenant's flood comes, it takes ten reads a second and one connection. What is read is the same.
    """

    database: Database
    monotonic: Callable[[], float] = time.monotonic
    _refused: dict[str, float] = field(default_factory=dict)
    _gathering: dict[str, _Gathering] = field(default_factory=dict)

    async def __call__(self, tenant_id: str, arrival: Arrival) -> Known:
        """Read what is stored now."""
        if self._refused.get(arrival.token_hash, 0.0) <= self.monotonic():
            return await self.database.glance(tenant_id, lambda db: arrivals.read(db, arrival))
        here = self._gathering.get(tenant_id)
        if here is None or len(here.arrivals) == arrivals.MOST:
            gathered: list[Arrival] = []
            here = _Gathering(gathered, asyncio.create_task(self._read(tenant_id, gathered)))
            self._gathering[tenant_id] = here
        here.arrivals.append(arrival)
        place = len(here.arrivals) - 1
        return (await asyncio.shield(here.reading))[place]  # shielded: who hangs up takes nothing from the others

    def refused(self, token_hash: str) -> None:
        """Remember that a session was refused just now."""
        now = self.monotonic()
        if len(self._refused) >= MOST_REFUSED:
            self._refused = {lately: until for lately, until in self._refused.items() if until > now}
        if len(self._refused) < MOST_REFUSED:
            self._refused[token_hash] = now + LATELY

    async def _read(self, tenant_id: str, gathered: list[Arrival]) -> list[Known]:
        await asyncio.sleep(GATHERED)
        here = self._gathering.get(tenant_id)
        if here is not None and here.arrivals is gathered:
            del self._gathering[tenant_id]
        return await self.database.read(tenant_id, lambda db: arrivals.read_all(db, gathered))
