"""Lock-out: how long who failed to sign in has to wait, so that nobody guesses at leisure, nor keeps anyone out."""

from datetime import timedelta
from typing import Final

FREE: Final = 4
"""Failures in a row, from one place, that cost nothing: typing is hard."""
FREE_EVERYWHERE: Final = 100
"""Failures under one name, from all places together, that cost nothing more: fewer would let anyone lock a name."""
FIRST: Final = timedelta(minutes=1)
LONGEST: Final = timedelta(minutes=15)
FORGOTTEN_AFTER: Final = timedelta(hours=1)
"""Without another failure for so long, none counts any more."""


def lock_after(failures: int) -> timedelta | None:
    """Return how long the newest of so many failures in a row locks the place they came from; None for the first few.

    The fifth locks for a minute, each further one twice as long, up to a quarter of an hour.
    """
    if failures <= FREE:
        return None
    return min(LONGEST, FIRST * (1 << min(failures - FREE - 1, 4)))


def lock_everywhere_after(failures: int) -> timedelta | None:
    """Return how long the newest of so many failures slows the name down for every place: one try a minute is left."""
    return FIRST if failures > FREE_EVERYWHERE else None
