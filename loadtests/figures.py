"""What a load test found: figures, the goals they are held to, and the table that says so."""

import asyncio
import math
import os
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

ROW: Final = "{:<64}{:>12}{:>14}  {}"
PULSE: Final = 0.005  # seconds


class LoadFailedError(Exception):
    """The load can't be put on, so that nothing is measured; the message says what happened."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure and the most it may be, both in `unit`. A figure that could not be measured is NaN, and missed."""

    name: str
    value: float
    most: float
    unit: str = "ms"

    @property
    def met(self) -> bool:
        """Tell whether the promise is kept."""
        return self.value <= self.most


@dataclass(slots=True)
class Lag:
    """How late this process's own event loop came round: what it reads later than that, it read too late."""

    waits: list[float] = field(default_factory=list)

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Note each wait within the block."""
        pulse = asyncio.ensure_future(self._beat())
        try:
            yield
        finally:
            pulse.cancel()
            with suppress(asyncio.CancelledError):
                await pulse

    async def _beat(self) -> None:
        while True:
            began = time.monotonic()
            await asyncio.sleep(PULSE)
            self.waits.append((time.monotonic() - began - PULSE) * 1000)


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that so large a share is not above; NaN where there are none."""
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1] if ordered else math.nan


def spread(values: Sequence[float]) -> str:
    """A few words on values in milliseconds that are held to no goal."""
    known = [value for value in values if not math.isnan(value)]
    p50, p95, p99, most = (percentile(known, share) for share in (0.5, 0.95, 0.99, 1))
    lost = f", {len(values) - len(known)} never" if len(known) < len(values) else ""
    return f"p50 {p50:.0f}  p95 {p95:.0f}  p99 {p99:.0f}  max {most:.0f} ms  ({len(known)}{lost})"


def verdict(title: str, goals: Sequence[Goal], beside: Sequence[tuple[str, str]] = ()) -> int:
    """Print what was measured and what was promised; returns 1 where a goal was missed or there was none."""
    print(title)
    print(ROW.format("promised", "at most", "measured", ""))
    for goal in goals:
        most, value = (f"{number:.0f} {goal.unit}".rstrip() for number in (goal.most, goal.value))
        print(ROW.format(goal.name, most, value, "kept" if goal.met else "MISSED"))
    for name, words in beside:
        print(f"{name}: {words}")
    print(f"this machine: {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} in the last minute")
    return 0 if goals and all(goal.met for goal in goals) else 1
