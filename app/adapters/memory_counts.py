"""Where rates are counted in memory: `limits` without a thread or a task for each count, swept now and then."""

import time
from collections import Counter

from limits.aio import storage as aio
from limits.storage import MemoryStorage
from typing_extensions import override

EDGE = "edge"
"""What the library finds the edge's counts by."""
SWEPT_EVERY = 10.0
"""Seconds between looks for windows that are over; the library looks through all of them with each count."""


class _Windows:
    """Counts by key, each until its window is over, for one event loop."""

    storage: Counter[str]
    expirations: dict[str, float]
    _swept_at = 0.0

    def _count(self, key: str, expiry: float, amount: int) -> int:
        """Count in the window that is open, or in a new one."""
        now = time.time()
        if now - self._swept_at >= SWEPT_EVERY:
            self._swept_at = now
            for over in [name for name, until in self.expirations.items() if until <= now]:
                del self.expirations[over]
                self.storage.pop(over, None)
        if self.expirations.get(key, 0.0) <= now:
            self.storage[key] = 0
            self.expirations[key] = now + expiry
        self.storage[key] += amount
        return self.storage[key]


class EdgeCounts(_Windows, MemoryStorage):
    """Counts of addresses. The library's own storage starts up to a hundred threads a second."""

    STORAGE_SCHEME = [EDGE]  # noqa: RUF012  # the library's way of naming kinds

    @override
    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count."""
        return self._count(key, expiry, amount)


class LoopCounts(_Windows, aio.MemoryStorage):
    """Counts of contacts and tenants."""

    STORAGE_SCHEME = ["async+loop"]  # noqa: RUF012  # as above

    @override
    async def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count."""
        return self._count(key, expiry, amount)
