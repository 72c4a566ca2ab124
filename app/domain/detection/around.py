"""Patterns that are tried only around something quickly found, so that little of a long text is read for them."""

import re
from collections.abc import Iterable, Iterator


def find_around(
    pattern: re.Pattern[str], text: str, middle: re.Pattern[str], *, before: int, behind: int
) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` would that lies within so many characters before and behind where `middle` begins,
    or in a longer word that reaches there.

    Both count what may overlap too: a `middle` inside another is found with that.
    """
    places = (found.start() for found in middle.finditer(text))
    yield from find_near(pattern, text, places, before=before, behind=behind)


def find_near(
    pattern: re.Pattern[str], text: str, places: Iterable[int], *, before: int, behind: int
) -> Iterator[re.Match[str]]:
    """Yield what lies as near to one of these places, which ascend."""
    low = high = reached = 0
    for place in places:
        start = place - before
        if start > high:
            for match in pattern.finditer(text, max(low, reached), high):
                reached = match.end()
                yield match
            low = max(high, text.rfind(" ", high, start) + 1)
        high = place + behind
    if high:
        yield from pattern.finditer(text, max(low, reached), high)
