import math

import pytest

from loadtests.desk_latency import Figures, goals
from loadtests.figures import verdict

FAST = [20.0] * 95


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        (Figures(FAST, FAST, FAST), 0),
        (Figures([], FAST, FAST), 1),
        (Figures([*FAST, *[1001.0] * 5], FAST, FAST), 0),
        (Figures([*FAST, *[1001.0] * 6], FAST, FAST), 1),
        (Figures(FAST, [*FAST, *[301.0] * 6], FAST), 1),
        (Figures(FAST, FAST, [*FAST, *[301.0] * 6]), 1),
        (Figures(FAST, FAST, [*FAST, *[math.nan] * 6]), 1),
    ],
    ids=["fine", "none", "a few slow", "handoffs", "to the desk", "to the customer", "never came"],
)
def test_the_verdict_fails_where_one_goal_is_missed(figures: Figures, code: int) -> None:
    """More than one in twenty later than promised, or never there: exit 1."""
    assert verdict("made up", goals(figures)) == code
