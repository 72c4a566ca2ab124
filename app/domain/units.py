"""Durations and rates as tenant files spell them: `30d`, `15m`, `20/minute`."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final, Self

from typing_extensions import override

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST_SECONDS = 100 * 366 * 86400
_PERIODS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}


class Duration(timedelta):
    """A length of time, written as a whole number and one of s, m, h, d."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `text`; raises ValueError with what to write instead."""
        match = re.fullmatch(r"([0-9]{1,9})([smhd])", text)
        if not match or not 0 < int(match[1]) * _SECONDS[match[2]] <= LONGEST_SECONDS:
            msg = f"{text!r} is not a duration: write a number and s, m, h or d, such as '30d', 100 years at most"
            raise ValueError(msg)
        return cls(seconds=int(match[1]) * _SECONDS[match[2]])


class Rate:
    """So many in so many seconds, written `20/minute`. No dataclass, for msgspec would ask for a table then."""

    __slots__ = ("count", "seconds")

    def __init__(self, count: int, seconds: int) -> None:
        self.count: Final = count
        self.seconds: Final = seconds

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rate) and (self.count, self.seconds) == (other.count, other.seconds)

    @override
    def __hash__(self) -> int:
        return hash((self.count, self.seconds))

    @override
    def __repr__(self) -> str:
        return f"Rate({self.count}, {self.seconds})"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `text`; raises ValueError with what to write instead."""
        match = re.fullmatch(r"([0-9]{1,9})/(second|minute|hour|day)", text)
        if not match or int(match[1]) == 0:
            msg = (
                f"{text!r} is not a rate: write a number, a slash and second, minute, hour or day, such as '20/minute'"
            )
            raise ValueError(msg)
        return cls(int(match[1]), _PERIODS[match[2]])


def iso(moment: datetime) -> str:
    """Spell a moment as RFC 3339 in UTC, with milliseconds and `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
