"""Lock-out: how long an operator who failed to sign in has to wait, so that nobody guesses at leisure."""

from datetime import timedelta
from typing import Final

FREE: Final = 4
"""Failures in a row that cost nothing: typing is hard."""
FIRST: Final = timedelta(minutes=1)
LONGEST: Final = timedelta(minutes=15)


def lock_after(failures: int) -> timedelta | None:
    """Return how long the newest of so many failures in a row locks; None for the first few.

    The fifth locks for a minute, each further one twice as long, up to a quarter of an hour.
    """
    if failures <= FREE:
        return None
    return min(LONGEST, FIRST * (1 << min(failures - FREE - 1, 4)))
