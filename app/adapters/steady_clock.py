"""The time of day as far as it can be believed: a machine whose clock jumps ahead must not delete anything early."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta


class SteadyClock:
    """Tells what the clock says, but no more than has gone by since the start; one that is put back is followed.

    A clock that was behind and is put right is told late until the process starts again.
    """

    def __init__(self, now: Callable[[], datetime], monotonic: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._monotonic = monotonic
        self._began, self._since = now(), monotonic()

    def __call__(self) -> datetime:
        """Return the moment, in UTC."""
        return min(self._now(), self._began + timedelta(seconds=self._monotonic() - self._since))
