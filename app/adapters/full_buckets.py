"""Full buckets: those that refused a hit, each until one more fits; the store is not asked again before."""

import math
import time
from collections.abc import Callable

from app.domain.rate_policy import Allowance
from app.domain.units import Rate

MOST = 10_000
"""Buckets that are remembered; for those beyond the store is asked each time."""
Bucket = tuple[str, str, Rate]


class FullBuckets:
    """Remembers refusals. What is counted elsewhere makes a bucket fuller: nothing fits sooner than was told."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._until: dict[Bucket, float] = {}

    def note(self, bucket: Bucket, left: float) -> None:
        """Remember that a bucket has no room for so many seconds."""
        now = self._monotonic()
        if len(self._until) >= MOST:
            self._until = {full: until for full, until in self._until.items() if until > now}
        if len(self._until) < MOST:
            self._until[bucket] = now + left

    def refusal(self, bucket: Bucket) -> Allowance | None:
        """Say again what a full bucket said; None where it may have room."""
        until = self._until.get(bucket)
        if until is None:
            return None
        left = until - self._monotonic()
        if left <= 0:
            del self._until[bucket]
            return None
        name, _, rate = bucket
        return Allowance(name, rate, allowed=False, reset=math.floor(left) + 1)
