"""A breaker: stops calling what keeps failing, and looks again after a while."""

from collections import deque
from collections.abc import Callable
from enum import StrEnum
from typing import Final

WINDOW = 10.0
"""Seconds over which calls are counted."""

PAUSE = 5.0
"""Seconds without a call before one probe, and between one probe and the next."""

_FEWEST_CALLS: Final = 10
_FAILED_SHARE: Final = 0.5


class BreakerState(StrEnum):
    """Whether calls go through."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class Breaker:
    """Guards one model of one provider; `clock` gives monotonic seconds.

    Every call that was allowed says `succeeded` or `failed`, or nothing where it was cancelled: an unanswered probe
    holds up the next for one pause, no longer.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._calls: deque[tuple[float, bool]] = deque()  # when it ended, whether it failed
        self._failures = 0
        self._quiet_until: float | None = None  # None: closed
        self._probing = False

    @property
    def state(self) -> BreakerState:
        """What the next call would meet; half open while a probe may go or is on its way."""
        if self._quiet_until is None:
            return BreakerState.CLOSED
        if self._probing or self._clock() >= self._quiet_until:
            return BreakerState.HALF_OPEN
        return BreakerState.OPEN

    def allow(self) -> bool:
        """Tell whether a call may be made; of those after a pause only the first, as a probe."""
        if self._quiet_until is None:
            return True
        now = self._clock()
        if now < self._quiet_until:
            return False
        self._probing = True
        self._quiet_until = now + PAUSE
        return True

    def succeeded(self) -> None:
        """Count a call that was answered; a probe's answer closes the breaker."""
        if self._probing:
            self._calls.clear()
            self._failures = 0
            self._quiet_until = None
            self._probing = False
        elif self._quiet_until is None:
            self._count(failed=False)

    def failed(self) -> None:
        """Count a call that was not answered; a probe's failure, or one too many, opens the breaker."""
        if self._quiet_until is None:
            self._count(failed=True)
        if self._probing or self._fails_too_often():
            self._quiet_until = self._clock() + PAUSE
            self._probing = False

    def _count(self, *, failed: bool) -> None:
        now = self._clock()
        self._calls.append((now, failed))
        self._failures += failed
        while self._calls[0][0] <= now - WINDOW:
            self._failures -= self._calls.popleft()[1]

    def _fails_too_often(self) -> bool:
        calls = len(self._calls)
        return self._quiet_until is None and calls >= _FEWEST_CALLS and self._failures >= calls * _FAILED_SHARE
