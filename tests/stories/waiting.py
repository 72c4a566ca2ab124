"""Waiting for what comes true by itself."""

import time
from collections.abc import Callable, Iterator


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    """Tell whether something comes true in time."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def runs_out(events: Iterator[object]) -> float:
    """Read a stream to its end; returns the seconds that took."""
    begun = time.monotonic()
    for _ in events:
        pass
    return time.monotonic() - begun
