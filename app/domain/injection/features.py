"""What a message shows the injection model: its tokens, and the places of the table that they speak for."""

import re
from zlib import crc32

TABLE_BITS = 20
TABLE_SIZE = 1 << TABLE_BITS
WORD_VALUE, PIECE_VALUE, PAIR_VALUE = 2, 1, 6
"""How much a whole word, a piece of one, and two neighbours count, against each other: words alone attack nobody."""

SHORTFALL = 3
"""Words that a message is taken to be longer: two words alone prove little."""

MASK = TABLE_SIZE - 1
_PIECE = 4  # letters
_LONGEST = 24  # letters of a word that are looked at
# Scripts that write without spaces are read sign by sign; of other signs, those count that code and markup use.
_TOKEN = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]|[^\W_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+(?:'[a-z]+)?"
    r"|<\||\|>|\[/?|[\]{}`#$=<>|\\/*:]"
)

# The signs of a web address, and the brackets of a placeholder, say nothing; their words may.
_ADDRESS = re.compile(r"https?://(\S{1,2000})|\[([a-z_]{2,40}_\d{1,9})\]")
_SIGNS = re.compile(r"[\W_]+")


def tokens_of(folded: str) -> list[str]:
    """Return the words and telling signs of a folded text."""
    if "://" in folded or "[" in folded:
        folded = _ADDRESS.sub(lambda found: _SIGNS.sub(" ", found[1] or found[2]), folded)
    return _TOKEN.findall(folded)


def word_places(word: str) -> tuple[int, ...]:
    """Return the places of a word: its own first, then those of its pieces."""
    word = word[:_LONGEST]
    places = [crc32(word.encode("utf-8", "surrogatepass")) & MASK]
    if len(word) >= _PIECE - 1:
        edged = f"<{word}>".encode("utf-8", "surrogatepass") if word.isascii() else None
        if edged is not None:
            places += [crc32(edged[at : at + _PIECE]) & MASK for at in range(len(edged) - _PIECE + 1)]
        else:
            wide = f"<{word}>"
            places += [
                crc32(wide[at : at + _PIECE].encode("utf-8", "surrogatepass")) & MASK
                for at in range(len(wide) - _PIECE + 1)
            ]
    return tuple(places)


def pair_place(first: int, second: int) -> int:
    """Return the place of two neighbours, from the places of the words."""
    return (first * 3 + second * 5) & MASK


def skip_place(first: int, third: int) -> int:
    """Return the place of two words with one between them."""
    return (first * 7 + third * 11) & MASK
