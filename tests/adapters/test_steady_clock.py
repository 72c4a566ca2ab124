"""The clock that is believed: it goes on with time, and follows no jump ahead."""

from datetime import timedelta

import pytest

from app.adapters.steady_clock import SteadyClock
from tests.turns import NOW, Clock


@pytest.mark.parametrize(
    ("jump", "told"),
    [(0, 60), (3600, 60), (86400, 60), (-30, 30), (-86400, -86340)],
)
def test_jumps(jump: float, told: float) -> None:
    """A minute goes by in which the clock jumps as well; seconds since the start are told."""
    clock, gone_by = Clock(), [100.0]
    steady = SteadyClock(clock, lambda: gone_by[0])
    gone_by[0] += 60
    clock.move(seconds=60 + jump)
    assert steady() == NOW + timedelta(seconds=told)
