"""Patterns that are tried only around something quickly found, so that little of a long text is read for them."""

import re
from collections.abc import Iterator


def find_around(
    pattern: re.Pattern[str], text: str, middle: re.Pattern[str], *, before: int, behind: int
) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` would that lies within so many characters before and behind where `middle` begins,
    or in a longer word that reaches there.

    Both count what may overlap too: a `middle` inside another is found with that.
    """
    low = high = reached = 0
    for found in middle.finditer(text):
        start = found.start() - before
        if start > high:
            for match in pattern.finditer(text, max(low, reached), high):
                reached = match.end()
                yield match
            low = max(high, text.rfind(" ", high, start) + 1)
        high = found.start() + behind
    if high:
        yield from pattern.finditer(text, max(low, reached), high)
