"""Timers that thousands of open streams share: each of its own in the loop would be a large part of a stream."""

import asyncio
from typing import Final, Protocol

STEP: Final = 0.05
"""Seconds that somebody may be woken too late."""


class Waiting(Protocol):
    """Whoever is to be woken."""

    def due(self) -> None:
        """Be woken; raises nothing."""


class Ticks:
    """Wakes whoever is due, a twentieth of a second's all together. For one event loop."""

    def __init__(self) -> None:
        self._due: dict[int, set[Waiting]] = {}

    def add(self, waiting: Waiting, until: float) -> int:
        """Wake somebody at a loop time; returns what is to be dropped where it is not to happen."""
        tick = int(until / STEP) + 1
        if (here := self._due.get(tick)) is None:
            here = self._due[tick] = set()
            loop = asyncio.get_running_loop()
            loop.call_at(max(tick * STEP, loop.time()), self._ring, tick)
        here.add(waiting)
        return tick

    def drop(self, waiting: Waiting, tick: int) -> None:
        """Wake somebody no more, if it has not happened yet."""
        if (here := self._due.get(tick)) is not None:
            here.discard(waiting)

    def _ring(self, tick: int) -> None:
        for waiting in self._due.pop(tick):
            waiting.due()
