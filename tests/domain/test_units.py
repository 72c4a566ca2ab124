"""Durations, rates and moments as they are spelled."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.units import Duration, Rate, iso

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
PERIODS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}


@given(st.integers(1, 36_600), st.sampled_from(sorted(SECONDS)))
def test_a_duration_is_a_number_and_a_unit(number: int, unit: str) -> None:
    """And nothing else."""
    duration = Duration.parse(f"{number}{unit}")
    assert isinstance(duration, Duration)
    assert duration == timedelta(seconds=number * SECONDS[unit])


@pytest.mark.parametrize("text", ["", "0m", "m", "1", "1.5h", "-1d", "1w", "1 d", "1d ", "1h30m", "1D", "٣d"])
def test_no_duration(text: str) -> None:
    """The refusal says what to write."""
    with pytest.raises(ValueError, match="write a number and s, m, h or d"):
        Duration.parse(text)


@given(st.integers(1, 999_999), st.sampled_from(sorted(PERIODS)))
def test_a_rate_is_a_number_a_period(number: int, period: str) -> None:
    """Equal rates are equal and hash the same; another is another."""
    rate = Rate.parse(f"{number}/{period}")
    assert rate == Rate(number, PERIODS[period])
    assert hash(rate) == hash(Rate(number, PERIODS[period]))
    assert rate != Rate(number + 1, PERIODS[period])
    assert rate != (number, PERIODS[period])


@pytest.mark.parametrize(
    "text", ["", "0/minute", "20", "20/m", "20/minutes", "/minute", "20 /minute", "-1/day", "1.5/day"]
)
def test_no_rate(text: str) -> None:
    """The refusal says what to write."""
    with pytest.raises(ValueError, match="such as '20/minute'"):
        Rate.parse(text)


def test_moments_are_told_in_utc() -> None:
    """With milliseconds and a Z, from whatever zone."""
    assert iso(datetime(2026, 11, 21, 12, 0, 0, 123_999, tzinfo=UTC)) == "2026-11-21T12:00:00.123Z"
    assert iso(datetime(2026, 11, 21, 1, 0, tzinfo=timezone(timedelta(hours=2)))) == "2026-11-20T23:00:00.000Z"


def test_a_duration_has_an_end() -> None:
    """What no calendar can hold is refused in a sentence."""
    with pytest.raises(ValueError, match="100 years at most"):
        Duration.parse("99999999d")
