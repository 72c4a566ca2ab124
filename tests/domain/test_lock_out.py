"""Lock-out: guessing gets slower and slower, and nobody is locked out for good."""

from datetime import timedelta

import pytest

from app.domain.lock_out import lock_after, lock_everywhere_after


@pytest.mark.parametrize(
    ("failures", "minutes"), [(1, None), (4, None), (5, 1), (6, 2), (7, 4), (8, 8), (9, 15), (10, 15), (1000, 15)]
)
def test_what_a_failure_costs(failures: int, minutes: int | None) -> None:
    """The fifth in a row a minute, then twice as long each time, a quarter of an hour at most."""
    assert lock_after(failures) == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(("failures", "minutes"), [(1, None), (100, None), (101, 1), (1000, 1)])
def test_what_a_failure_costs_everywhere(failures: int, minutes: int | None) -> None:
    """A name that is tried from many places is left one try a minute, and is never shut for long."""
    assert lock_everywhere_after(failures) == (None if minutes is None else timedelta(minutes=minutes))
