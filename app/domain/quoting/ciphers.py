"""Ciphers: whether a reply follows the instructions letter by letter, in whatever alphabet or direction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Self

CERTAIN = 20
"""So many steps from letter to letter in a row that agree are no chance."""
SPELLED = 2.5
"""Letters a word; a text whose words are shorter on average is being spelled out."""
_LOOK = 6  # letters from one look to the next
_ALPHABET = 26
_SQUARE = _ALPHABET**2
_LEET = str.maketrans("0134578", "oleastb")
_BETWEEN = b"\xff"
_FROM_128 = bytes((sign - 128) % _ALPHABET for sign in range(256))


def steps(letters: str) -> bytes:
    """Return how far each letter is from the one before: the same for a text and for every shift of its alphabet."""
    if letters.isascii():  # all of them in one subtraction: 128 more, a difference borrows nothing from its neighbour
        signs, count = letters.encode(), max(0, len(letters) - 1)
        number = int.from_bytes(b"\x80" * count) + int.from_bytes(signs[1:]) - int.from_bytes(signs[:-1])
        return number.to_bytes(count).translate(_FROM_128)
    places = [ord(letter) for letter in letters]
    return bytes([(after - before) % _ALPHABET for before, after in pairwise(places)])


@lru_cache(maxsize=1 << 13)
def letters_of(word: str) -> str:
    """Return a plain word's letters, digits read as the letters they imitate."""
    return word if word.isalpha() else "".join(filter(str.isalpha, word.translate(_LEET)))


def _threes(ways: bytes) -> bytes:
    """Mark which three steps come in a row."""
    marks = bytearray(_ALPHABET**3)
    for first, second, third in zip(ways, ways[1:], ways[2:], strict=False):
        if max(first, second, third) < _ALPHABET:  # else it is where two ways meet
            marks[first * _SQUARE + second * _ALPHABET + third] = 1
    return bytes(marks)


@dataclass(frozen=True, slots=True)
class Letters:
    """Instructions as letters: as they stand, and as the steps of each way to write them otherwise."""

    plain: str = field(repr=False)
    ways: bytes = field(repr=False)
    threes: bytes = field(repr=False)
    """For each three steps in a row whether they come in `ways`: a look here spares most searches there."""

    @classmethod
    def of(cls, words: Iterable[str]) -> Self:
        """Take plain words: forwards, backwards, each word or their order reversed, and the mirrored alphabet."""
        spelled = [letters_of(word) for word in words]
        forward = "".join(spelled)
        orders = (forward, forward[::-1], "".join(word[::-1] for word in spelled), "".join(reversed(spelled)))
        ways = [steps(order) for order in orders]
        mirrored = [bytes(-step % _ALPHABET for step in way) for way in ways[:2]]
        together = _BETWEEN.join((*ways, *mirrored))
        return cls(forward, together, _threes(together))

    def hold(self, run: bytes) -> bool:
        """Tell whether a run of `CERTAIN` steps, whose first three are, is among those of any way to write them."""
        threes = self.threes
        return bool(
            threes[run[8] * _SQUARE + run[9] * _ALPHABET + run[10]]
            and threes[run[17] * _SQUARE + run[18] * _ALPHABET + run[19]]
            and run in self.ways
        )


@dataclass(slots=True)
class CipherEcho:
    """Follows a reply, some words at a time, against such letters."""

    letters: Letters
    _recent: str = field(default="", repr=False)
    _lengths: list[int] = field(default_factory=list, repr=False)

    def told_by(self, words: Sequence[str]) -> bool:
        """Take the next plain words; returns whether they are instructions in a cipher, or spelled out."""
        spelled = list(filter(None, map(letters_of, words)))
        self._lengths = [*self._lengths, *map(len, spelled)][-CERTAIN:]
        said = self._recent + "".join(spelled)
        self._recent = said[-CERTAIN:]
        taken = steps(said)
        begins = (*range(0, len(taken) - CERTAIN, _LOOK), len(taken) - CERTAIN) if len(taken) >= CERTAIN else ()
        threes = self.letters.threes
        for at in begins:
            if (
                threes[taken[at] * _SQUARE + taken[at + 1] * _ALPHABET + taken[at + 2]]
                and self.letters.hold(taken[at : at + CERTAIN])
                and self._is_told(said, at + CERTAIN)
            ):
                return True
        return False

    def _is_told(self, said: str, end: int) -> bool:
        """Tell whether the steps up to `end`, which are the instructions', tell them; as they stand, only short words
        do.
        """
        in_cipher = said[end - CERTAIN : end + 1] not in self.letters.plain
        return in_cipher or sum(self._lengths) < SPELLED * len(self._lengths)
