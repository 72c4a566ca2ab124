"""Identifiers: they sort by the moment they were made, and nothing else passes for one."""

import pytest

from app.domain.ids import is_id, new_id


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
