"""Looking around something: what is found is what a look at the whole text would find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from app.domain.detection.around import find_around

PATTERN = re.compile(r"(?<!\w)(?:a{1,3}|b) ?@ ?(?:c{1,3}|d)(?!\w)")
MIDDLE = re.compile(r" ?@ ?[cd]")
PARTS = st.sampled_from(["a", "aa", "b", "@", " ", " @", "c", "d", "x" * 30, "a@c ", "b @ d "])


@given(st.lists(PARTS, max_size=60))
def test_nothing_more_and_nothing_less_is_found(parts: list[str]) -> None:
    """In the same order, each once, with what stands before and behind it seen."""
    text = "".join(parts)
    found = [match.span() for match in find_around(PATTERN, text, MIDDLE, before=6, behind=12)]
    assert found == [match.span() for match in PATTERN.finditer(text)]


def test_a_longer_word_is_read_from_its_beginning() -> None:
    """Though it begins further away than is looked at."""
    pattern, text = re.compile(r"\bx+ 1"), f"{'y ' * 50}{'x' * 200} 1"
    assert [match.start() for match in find_around(pattern, text, re.compile("1"), before=5, behind=2)] == [100]
