"""Writings that no answer needs: who reads a reply in one of them reads what its words would not have said."""

import re
from typing import Final

LONGEST: Final = 12
"""Signs of such a writing in a row, or near each other, that are let by: a flag, a path, an example."""

# Letters that are signs: regional indicators (two are a flag), circled and squared ones, braille, tags, and those of
# phonetic writing and of modifiers, which turned and small letters are made of.
_SIGN = (
    "[\U0001f1e6-\U0001f1ff\u2460-\u24ff\U0001f110-\U0001f189\u2801-\u28ff\U000e0020-\U000e007e"
    "\u0250-\u02af\u1d00-\u1dbf\ua720-\ua7ff]"
)
_SIGNS = re.compile(rf"(?:{_SIGN}[^\n]{{0,3}}?){{{LONGEST + 4}}}")
_MORSE_LETTERS: Final = LONGEST - 2
_MORSE = re.compile(rf"(?<!\S)(?=[-. /|]{{0,20}}\.)(?=[-. /|]{{0,20}}-)(?:[.-]{{1,5}}[ /|]{{1,3}}){{{_MORSE_LETTERS}}}")
_BYTES: Final = LONGEST - 4
_ESCAPES: Final = ("\\", "0x", "&#", "U+")
_ESCAPED = re.compile(
    rf"(?:(?:\\u|\\x|0x|&#x?|U\+)[0-9A-Fa-f]{{2,6}}[;, ]{{0,2}}){{{_BYTES}}}|(?:\b[01]{{7,8}}\b\W{{0,3}}){{{_BYTES}}}"
)
_SPELLED: Final = frozenset(
    "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa"  # noqa: SIM905
    " quebec romeo sierra tango uniform victor whiskey whisky xray x-ray yankee zulu".split()
)
_MOST_SPELLED: Final = 6


def is_needless(text: str) -> bool:
    """Tell whether a stretch of a reply is written so."""
    if not text.isascii() and _SIGNS.search(text):
        return True
    if text.count(".") + text.count("-") >= _MORSE_LETTERS and _MORSE.search(text):
        return True
    bits = text.count("0") + text.count("1")
    if (bits >= _BYTES * 7 or any(map(text.__contains__, _ESCAPES))) and _ESCAPED.search(text):
        return True
    return sum(map(_SPELLED.__contains__, text.lower().replace("/", " ").split())) > _MOST_SPELLED
