"""Identifiers: they sort by the moment they were made, and nothing else passes for one."""

import time
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.domain.ids import first_id_at, is_id, new_id


def test_ids_are_in_order() -> None:
    """Many of one moment too; none is given twice."""
    made = [new_id() for _ in range(5000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert all(is_id(text) and text[14] == "7" for text in made[:50])


@pytest.mark.parametrize(
    "text",
    ["", "1", "not-an-id", "{01a1fcc0-4b6a-7cd1-9f6e-0123456789ab}", "01a1fcc04b6a7cd19f6e0123456789ab", "g" * 36],
)
def test_other_spellings_are_none(text: str) -> None:
    """Only the canonical form is looked for."""
    assert not is_id(text)
    assert is_id("01A1FCC0-4B6A-7CD1-9F6E-0123456789AB")


def test_a_moment_is_a_place_among_ids() -> None:
    """Ids made before a moment stand below its first one, ids made from then on at or above it."""
    before, early = new_id(), datetime.now(UTC) - timedelta(milliseconds=1)
    time.sleep(0.002)
    moment = datetime.now(UTC)
    time.sleep(0.002)
    assert first_id_at(early - timedelta(seconds=1)) < before < first_id_at(moment) < new_id()
    assert is_id(first_id_at(moment))


def test_the_first_id_of_a_moment_is_its_milliseconds() -> None:
    """Whatever its zone, to the millisecond, and the lowest that a UUIDv7 can be."""
    moment = datetime(2026, 11, 21, 12, 0, 0, 1000, tzinfo=UTC)
    assert first_id_at(moment) == "01a1fdfa-4601-7000-8000-000000000000"
    assert first_id_at(moment.astimezone(timezone(timedelta(hours=9)))) == first_id_at(moment)
    assert first_id_at(moment + timedelta(microseconds=999)) == first_id_at(moment)
    assert first_id_at(moment + timedelta(milliseconds=1)) > first_id_at(moment)
