"""Opening hours: whether a customer is told that a person is there now."""

from datetime import UTC, date, datetime

import pytest

from app.domain.opening_hours import Span, is_open
from app.domain.workflow import Hours

BERLIN = Hours("Europe/Berlin", ("mon-fri 09:00-18:00", "sat 10:00-14:00"), (date(2026, 12, 25),))


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (datetime(2026, 11, 20, 8, 0, tzinfo=UTC), True),  # Friday, 9:00 in Berlin
        (datetime(2026, 11, 20, 7, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 20, 16, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 17, 0, tzinfo=UTC), False),
        (datetime(2026, 11, 21, 9, 0, tzinfo=UTC), True),  # Saturday
        (datetime(2026, 11, 22, 9, 0, tzinfo=UTC), False),  # Sunday
        (datetime(2026, 12, 25, 10, 0, tzinfo=UTC), False),  # a holiday, on a Friday
        (datetime(2026, 3, 27, 8, 0, tzinfo=UTC), True),  # the last Friday of winter time
        (datetime(2026, 3, 30, 7, 0, tzinfo=UTC), True),  # Monday in summer time: 9:00 again
        (datetime(2026, 3, 30, 16, 0, tzinfo=UTC), False),
    ],
)
def test_the_clock_on_the_wall_counts(moment: datetime, there: bool) -> None:  # noqa: FBT001  # a column of the table
    """Spans are local, whatever the season; holidays are closed."""
    assert is_open(BERLIN, moment) is there


def test_all_day_has_no_gap() -> None:
    """The default is open at every minute, midnight included."""
    assert all(is_open(Hours(), datetime(2026, 11, 21, h, m, tzinfo=UTC)) for h in range(24) for m in (0, 59))


def test_a_holiday_is_one_of_the_place() -> None:
    """It begins at midnight there, not in UTC."""
    hours = Hours("Asia/Tokyo", ("mon-sun 00:00-24:00",), (date(2026, 12, 25),))
    assert not is_open(hours, datetime(2026, 12, 24, 15, 0, tzinfo=UTC))
    assert is_open(hours, datetime(2026, 12, 25, 15, 0, tzinfo=UTC))


def test_days_may_run_over_the_weekend() -> None:
    """fri-mon is four days."""
    assert Span.parse("fri-mon 00:00-24:00").weekdays == {4, 5, 6, 0}


@pytest.mark.parametrize(
    "text", ["", "mon", "mon 9:00-18:00", "mon 18:00-09:00", "mon 09:00-24:01", "mon 09:60-10:00", "Mon 09:00-10:00"]
)
def test_a_span_that_is_none_is_refused(text: str) -> None:
    """The file's writer is told, not the customer who finds nobody."""
    with pytest.raises(ValueError, match=r"span|must end"):
        Span.parse(text)
