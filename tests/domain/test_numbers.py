"""Numbers: how hours and tenants add up, and how long the middle customer waits."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.conversation import ConversationState
from app.domain.numbers import NEWEST, FirstPiece, Hour, Work, all_work, first_piece, percentile, together
from app.domain.turn import Outcome

START = datetime(2026, 11, 21, 8, tzinfo=UTC)


def test_hours_add_up() -> None:
    """Under the start of the first; what only one of them has is not lost."""
    first = Hour(START, 2, {Outcome.ANSWERED: 3}, {"harbor/support": 0.5}, 4)
    second = Hour(START + timedelta(hours=1), 1, {Outcome.ANSWERED: 1, Outcome.HELD: 2}, {"lumen/support": 0.25}, 1)
    assert together([first, second]) == Hour(
        START, 3, {Outcome.ANSWERED: 4, Outcome.HELD: 2}, {"harbor/support": 0.5, "lumen/support": 0.25}, 5
    )


def test_work_of_tenants_adds_up() -> None:
    """Every state is told, also where there is no tenant."""
    none = dict.fromkeys(ConversationState, 0)
    assert all_work([]) == Work(none)
    one = Work({ConversationState.WAITING: 2}, 1, 2, 1, {"dead": 1}, 3)
    assert all_work([one, one]) == Work(none | {ConversationState.WAITING: 4}, 2, 4, 2, {"dead": 2}, 6)


@pytest.mark.parametrize(
    ("values", "p50", "p95"),
    [([], None, None), ([7], 7, 7), ([1, 2], 1, 2), (list(range(1, 101)), 50, 95), (list(range(1, 11)), 5, 10)],
)
def test_percentiles(values: list[int], p50: int | None, p95: int | None) -> None:
    """The smallest value that so many percent do not exceed."""
    assert (percentile(values, 50), percentile(values, 95)) == (p50, p95)


def test_the_newest_turns_count() -> None:
    """Of whichever tenant, in whatever order they come."""
    old, new = [(f"0{n:04}", 9000) for n in range(NEWEST)], [(f"1{n:04}", 100) for n in range(NEWEST - 1)]
    assert first_piece(old + new) == FirstPiece(NEWEST, 100, 100)
    assert first_piece(reversed(old)) == FirstPiece(NEWEST, 9000, 9000)
    assert first_piece([]) == FirstPiece(0, None, None)
