import asyncio
import math
import time

import pytest

from loadtests.figures import Goal, Lag, percentile, spread, verdict


@pytest.mark.parametrize(
    ("share", "found"),
    [(0.5, 50), (0.99, 99), (0.95, 95), (1, 100), (0.001, 1)],
    ids=["p50", "p99", "p95", "max", "p0"],
)
def test_a_percentile_is_one_of_the_values(share: float, found: float) -> None:
    """It is the smallest that so large a share is not above; of nothing there is none."""
    assert percentile(range(1, 101), share) == found
    assert math.isnan(percentile([], share))


@pytest.mark.parametrize(
    ("values", "code"),
    [([], 1), ([10.0], 0), ([10.1], 1), ([1.0, 11.0], 1), ([math.nan], 1), ([math.inf], 1)],
    ids=["no goal", "at most", "missed", "one of two", "not measured", "never"],
)
def test_the_verdict_fails_where_one_goal_is_missed(
    values: list[float], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 only where every goal is met; the table says which was not."""
    assert verdict("a title", [Goal("a figure", value, 10) for value in values]) == code
    said = capsys.readouterr().out
    assert said.count("MISSED") == sum(not value <= 10 for value in values)


def test_what_never_came_is_counted_and_not_averaged() -> None:
    """NaN is told as such beside the other values."""
    assert spread([1.0, math.nan, 3.0]) == "p50 1  p95 3  p99 3  max 3 ms  (2, 1 never)"


async def test_a_late_loop_is_noticed() -> None:
    """A loop that is held up for a while is seen to be late by about as much."""
    lag = Lag()
    async with lag.watched():
        await asyncio.sleep(0.05)
        time.sleep(0.1)  # noqa: ASYNC251 - this is what is to be noticed
        await asyncio.sleep(0.02)
    assert 80 <= max(lag.waits) <= 1000
