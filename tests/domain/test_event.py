"""Cursors: spelled, read and ordered as an event stream needs them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.event import REPLY_ENDS, Cursor, EventKind

CURSORS = st.builds(Cursor, st.integers(0, 10**15 - 1), st.integers(0, 10**15 - 1))


@given(CURSORS)
def test_a_cursor_survives_its_spelling(cursor: Cursor) -> None:
    """What is sent as an event id comes back as the same place."""
    assert Cursor.parse(str(cursor)) == cursor


@given(CURSORS, CURSORS)
def test_both_parts_compare_as_integers(one: Cursor, other: Cursor) -> None:
    """The stored number counts first, then the pieces after it; 5.10 comes after 5.9."""
    assert (one < other) is ((one.seq, one.n) < (other.seq, other.n))


def test_pieces_follow_their_number() -> None:
    """As the contract spells them."""
    spelled = ["5", "5.9", "6.9", "6.10", "7"]
    assert sorted(map(Cursor.parse, spelled)) == [Cursor.parse(text) for text in spelled]
    assert Cursor.parse("0") == Cursor(0)
    assert Cursor.parse("5.0") == Cursor(5)


@pytest.mark.parametrize(
    "text", ["", " ", "a", "-1", "+1", "1.", ".1", "1.2.3", "1,2", "1 ", "٣", "1e3", "1" * 16, "1\n"]
)
def test_malformed_is_refused(text: str) -> None:
    """With a sentence that says what to write."""
    with pytest.raises(ValueError, match="must be a number, or two numbers"):
        Cursor.parse(text)


def test_a_reply_has_three_ends() -> None:
    """Told whole, taken back, or waiting for a person."""
    assert {EventKind.REPLY_COMPLETED, EventKind.REPLY_WITHDRAWN, EventKind.REPLY_HELD} == REPLY_ENDS
