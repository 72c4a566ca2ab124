"""Rate policy: what a limit says when it is asked, and the port that counts."""

from dataclasses import dataclass
from typing import Protocol

from app.domain.units import Rate


@dataclass(frozen=True, slots=True)
class Allowance:
    """One answer of a counter. Where it refuses, `remaining` hits are left, and `reset` is in seconds from now.

    Of what is allowed nobody reads them, so that the counter is asked once.
    """

    name: str
    rate: Rate
    allowed: bool
    remaining: int = 0
    reset: int = 0


class RateCounters(Protocol):
    """Counts hits and open slots over all replicas; where the shared store fails, over this one's share."""

    async def hit(self, buckets: list[tuple[str, str, Rate]], once: str = "") -> list[Allowance]:
        """Count one hit in each (name, key, rate) bucket in order; stop at the first that has no room.

        Returns one allowance per bucket that was asked, the last being the refused one, if any; none where another
        replica counted what `once` names a moment ago and did not refuse it.
        """
        ...

    async def forget(self, once: str) -> None:
        """Let what `once` names be counted anew: it had no room after all."""
        ...

    async def acquire(self, key: str, holder: str, limit: int, ttl: float) -> bool:
        """Take one of `limit` slots for `holder`; a slot that is not given back is free again after `ttl` seconds."""
        ...

    async def release(self, key: str, holder: str) -> None:
        """Give the holder's slot back; a slot that is gone already is no error."""
        ...
