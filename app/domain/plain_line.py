"""A plain line: what people write as a name or a reason, shown as it is and kept by every database."""

import unicodedata
from typing import Final

from app.domain.plain_text import clean

_ENDS_A_LINE: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of characters, and what begins a new line or paragraph."""


def is_plain_line(text: str) -> bool:
    """Tell whether a text is one line without control characters, and none that turns its direction or hides."""
    return clean(text) == text and not any(unicodedata.category(character) in _ENDS_A_LINE for character in text)


def plain_line(text: str, longest: int) -> str | None:
    """Return a text without the spaces around it, None where it is empty, too long or no plain line."""
    line = text.strip()
    return line if 0 < len(line) <= longest and is_plain_line(line) else None
