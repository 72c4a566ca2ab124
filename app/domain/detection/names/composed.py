"""Letters whose accents stand behind them as signs of their own, put together as lists of words have them."""

import re
import unicodedata
from array import array
from itertools import islice
from typing import Final

_MARKS: Final = re.compile(r"[\u0300-\u036f]{1,3}")
_MANY: Final = 2_000  # letters in one text: what holds more says little


def is_decomposed(text: str) -> bool:
    """Tell whether an accent stands by itself."""
    return not text.isascii() and _MARKS.search(text) is not None


def compose(text: str) -> tuple[str, "array[int]"]:
    """Put letters and accents together; the second part gives where each character began, and the end of the text."""
    pieces: list[str] = []
    begun, reached = array("I"), 0
    for match in islice(_MARKS.finditer(text), _MANY):
        start = match.start() - 1
        letter = unicodedata.normalize("NFC", text[max(start, 0) : match.end()])
        if start >= reached and len(letter) == 1:
            pieces += (text[reached:start], letter)
            begun.extend(range(reached, start + 1))
            reached = match.end()
    pieces.append(text[reached:])
    begun.extend(range(reached, len(text) + 1))
    return "".join(pieces), begun
