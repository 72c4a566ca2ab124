"""Opening hours: spans such as `mon-fri 09:00-18:00`, and whether people are there at a moment."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from zoneinfo import ZoneInfo

from app.domain.workflow import Hours

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = "|".join(_DAYS)
_SPAN = re.compile(rf"({_DAY})(?:-({_DAY}))? (\d\d):([0-5]\d)-(\d\d):([0-5]\d)", re.ASCII)
_WHOLE_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Span:
    """Weekdays (Monday is 0) with a first and a last minute of the local day; the last one is outside."""

    weekdays: frozenset[int]
    opens: int
    closes: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `text`; raises ValueError with what to write instead. `fri-mon` runs over the weekend."""
        match = _SPAN.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is not a span: write days and times, such as 'mon-fri 09:00-18:00'")
        first, last = _DAYS.index(match[1]), _DAYS.index(match[2] or match[1])
        opens, closes = int(match[3]) * 60 + int(match[4]), int(match[5]) * 60 + int(match[6])
        if not opens < closes <= _WHOLE_DAY:
            raise ValueError(f"{text!r} must end after it begins, by 24:00; write a span past midnight as two")
        days = frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
        return cls(days, opens, closes)

    def holds(self, local: datetime) -> bool:
        """Tell whether a local time lies within."""
        return local.weekday() in self.weekdays and self.opens <= local.hour * 60 + local.minute < self.closes


def is_open(hours: Hours, now: datetime) -> bool:
    """Tell whether people are there at `now`, which has a time zone: by the clock on their wall, closed on holidays.

    Raises ValueError for a span, and KeyError for a time zone, that no checked file holds.
    """
    local = now.astimezone(ZoneInfo(hours.timezone))
    return local.date() not in hours.holidays and any(Span.parse(text).holds(local) for text in hours.open)
