"""Places: how many turns one process has open at once, dealt out fairly between tenants."""

import asyncio
from collections import Counter, defaultdict, deque
from dataclasses import dataclass

from app.domain.handoff import Reason
from app.domain.turn import Outcome, TurnStopped

MOST_WAITING = 4_000
"""Turns that wait for a place, of all tenants together."""
DEADLINE = 5.0
"""Seconds that a turn waits for a place; then a person takes it."""

SCREENED_AT_ONCE = 64
"""Turns of one process that are with the moderator at once. Where more begin together than the processor can serve, a
verdict that has come would wait so long to be read that it counts as none.
"""
SCREENED_WITHIN = 10.0
"""Seconds that a turn waits for that."""


class TurnPlaces:
    """Bounded places. One that comes free goes to the waiting tenant that has the fewest."""

    def __init__(self, most: int, most_waiting: int = MOST_WAITING, deadline: float = DEADLINE) -> None:
        self._most = most
        self._most_waiting = most_waiting
        self._deadline = deadline
        self._open: Counter[str] = Counter()
        self._waiting: defaultdict[str, deque[asyncio.Future[None]]] = defaultdict(deque)

    @property
    def open(self) -> int:
        """Places taken."""
        return self._open.total()

    @property
    def waiting(self) -> int:
        """Turns that wait for one."""
        return sum(map(len, self._waiting.values()))

    def place(self, tenant_id: str) -> "Place":
        """Hold a place for a tenant's turn. Raises TurnStopped where none comes free in time: a person takes it."""
        return Place(self, tenant_id)

    async def take(self, tenant_id: str) -> None:
        """Take a place, and wait for it if need be. Raises TurnStopped as `place` does."""
        if self.open < self._most:
            self._open[tenant_id] += 1
            return
        if self._is_full(tenant_id):
            raise TurnStopped(Outcome.HANDED_OFF, Reason.MODEL_UNAVAILABLE)
        turn = asyncio.get_running_loop().create_future()
        self._waiting[tenant_id].append(turn)
        try:
            async with asyncio.timeout(self._deadline):
                await turn
        except (TimeoutError, asyncio.CancelledError) as end:
            if turn.done() and not turn.cancelled():
                self.give_back(tenant_id)  # it came at the very moment of giving up
            self._leave(tenant_id, turn)
            if isinstance(end, TimeoutError):
                raise TurnStopped(Outcome.HANDED_OFF, Reason.MODEL_UNAVAILABLE) from end
            raise

    def _is_full(self, tenant_id: str) -> bool:
        """Tell whether no more may wait: of all tenants, or of one that has more than its share of those who do."""
        share = self._most_waiting // (len(self._waiting.keys() | {tenant_id}) + 1)
        return self.waiting >= self._most_waiting or len(self._waiting.get(tenant_id, ())) >= share

    def _leave(self, tenant_id: str, turn: asyncio.Future[None]) -> None:
        """Leave the line; who got a place has left it already."""
        line = self._waiting.get(tenant_id)
        if line is not None and turn in line:
            line.remove(turn)
            if not line:
                del self._waiting[tenant_id]

    def give_back(self, tenant_id: str) -> None:
        """Give a place to whoever is next."""
        self._open[tenant_id] -= 1
        if not self._open[tenant_id]:
            del self._open[tenant_id]
        while self._waiting and self.open < self._most:
            self._deal()

    def _deal(self) -> None:
        """Give a place to the tenant with the fewest, its turns in the order they came."""
        tenant_id = min(self._waiting, key=lambda each: self._open[each])
        turn = self._waiting[tenant_id].popleft()
        if not self._waiting[tenant_id]:
            del self._waiting[tenant_id]
        if not turn.done():  # one that was cancelled a moment ago has not left the line yet
            self._open[tenant_id] += 1
            turn.set_result(None)


@dataclass(frozen=True, slots=True)
class Place:
    """A place while it is held. Each turn has two, so it is no generator."""

    places: TurnPlaces
    tenant_id: str

    async def __aenter__(self) -> None:
        await self.places.take(self.tenant_id)

    async def __aexit__(self, *_: object) -> None:
        self.places.give_back(self.tenant_id)
