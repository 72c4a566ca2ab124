"""How much each word of a text reads like the name of a person: a linear model over hashed features."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

# The file holds sets of words, and one of what is called after somebody, as Bloom filters side by side (a bit each of
# two bytes a word), then the weights.
FAMILY, GIVEN, ENGLISH, FREQUENT, FOREIGN, PLACE, OTHER = range(7)  # others are brands, programmes, materials
CALLED_AFTER: Final = 7
SET_BITS: Final = 20
WEIGHT_BITS: Final = 19
WEIGHTS_AT: Final = 1 << SET_BITS
SCALE: Final = 16
TOKEN: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[0-9]+|\n|[^\w\s]")
REACH: Final = 3
FILLER: Final = "¶"
OFFSETS: Final = (-3, -2, -1, 1, 2)
_NUMBERS: Final = (71, 73, 79, 83, 89)  # one an offset
NAMES: Final = 1 << FAMILY | 1 << GIVEN
ONLY_NAMES: Final = frozenset((1 << GIVEN, NAMES))  # sets of a word that is hardly anything else
ALSO_NAMES: Final = frozenset(sets for sets in range(1 << 7) if sets >> GIVEN & 1 or sets == 1 << FAMILY)
_ORDINARY: Final = 1 << ENGLISH | 1 << FREQUENT
_NOBODY: Final = _ORDINARY | 1 << OTHER
_WORDS: Final = (1 << CALLED_AFTER) - 1
NEVER: Final = -1e6
HOPELESS: Final = -14 * SCALE  # what the words around can't make up for
_NO_WORD: Final = -1_000_000

MASK: Final = (1 << WEIGHT_BITS) - 1
_TABLE: Final = (Path(__file__).parents[2] / "weights" / "names.bin").read_bytes()
_WEIGHTS: Final = memoryview(_TABLE)[WEIGHTS_AT:].cast("b")
_SET_MASK: Final = WEIGHTS_AT - 1
_LONGEST: Final = 24
_FIRST_OTHER_SCRIPT: Final = "\u0250"
_FIRST_EAST_ASIAN: Final = "\u3040"
_SPREAD: Final = 0x9E3779B1  # odd numbers that mix bits well
_TWIST: Final = 0x85EBCA6B
_TURN: Final = 0xC2B2AE35


class Word(NamedTuple):
    """A token as the model sees it: numbers for its shape and sets, its letters and its ending, and its own weight."""

    kind: int
    identity: int
    ending: int
    alone: int


def positions(word: str) -> tuple[int, int]:
    """Give the two bytes that tell of a word."""
    checksum = crc32(word.encode("utf-8", "surrogatepass"))
    return checksum & _SET_MASK, (checksum * _SPREAD >> 13) & _SET_MASK


def membership(word: str) -> int:
    """Say in which of the sets a lower-case word is, as a number of seven bits."""
    one, two = positions(word)
    return _TABLE[one] & _TABLE[two] & _WORDS


def is_family(word: str) -> bool:
    """Tell of a word in lower case whether it is a family name, and no ordinary English word."""
    sets = membership(word)
    return bool(sets >> FAMILY & 1) and not sets & _ORDINARY


def is_called_after(phrase: str) -> bool:
    """Tell of words in lower case whether a thing is called so."""
    one, two = positions(phrase)
    return _TABLE[one] & _TABLE[two] > _WORDS


def shape(token: str, *, telling: bool) -> str:
    """Name the case of a token; in a text of one case, case tells nothing."""
    if not token[0].isalpha():
        return "0" if token[0].isdigit() else token[0]
    if token[0] >= _FIRST_OTHER_SCRIPT or token[-1] >= _FIRST_OTHER_SCRIPT:
        return "y" if telling and token[0].isupper() else "x"
    if not telling:
        return "n"
    if token.islower():
        return "l"
    if len(token) == 1:
        return "i"
    return "t" if token[1:].islower() else "u" if token.isupper() else "m"


def outline(token: str, case: str, sets: int) -> tuple[int, int, int]:
    """Number a token's kind, letters and ending."""
    letters = _letters(token, case)
    return (ord(case) * _TWIST + sets * _SPREAD + 11) & 0xFFFFFFFF, crc32(letters), crc32(letters[-6:], 7)


def own(token: str, case: str, sets: int) -> list[int]:
    """List the features that a token has of its own."""
    kind, identity, ending = outline(token, case, sets)
    letters = _letters(token, case)
    length = min(len(letters) // 2, 9)
    padded = b"^\0" + letters + b"$\0"
    mark = ord(case) * _TWIST
    features = [
        identity,
        crc32(letters[:4], 3),
        crc32(letters[:6], 4),
        crc32(letters[:8], 5),
        crc32(letters[-4:], 6),
        ending,
        crc32(letters[-8:], 8),
        crc32(letters[-4:], 100 + sets),
        sets * _SPREAD >> 7,
        mark >> 7,
        kind * _TURN >> 7,
        (mark + length * _TURN) >> 7,
    ]
    features += [crc32(padded[at : at + 6], 9) for at in range(0, len(padded) - 5, 2)]
    return [feature & MASK for feature in features]


def _letters(token: str, case: str) -> bytes:
    shown = token.lower()[:_LONGEST] if token[0].isalpha() else case
    return shown.encode("utf-16-le", "surrogatepass")


def context(words: Sequence[Word], at: int) -> list[int]:
    """List the features that the words around give to one, alone and together with it."""
    features = together(words, at)
    for place, offset in enumerate(OFFSETS):
        near = words[at + offset]
        features += beside(near.kind, near.identity, near.ending, place)
    return features


def together(words: Sequence[Word], at: int) -> list[int]:
    """List the features of a word and those around in company."""
    before3, before2, before, here, after, after2 = words[at - 3 : at + 3]
    kind = here.kind * _SPREAD
    features = (
        before.identity * 31 + kind + 1,
        after.identity * 37 + kind + 2,
        before.identity * 41 + before2.identity * _SPREAD + 3,
        before.kind * 43 + kind + 4,
        after.kind * 47 + kind + 5,
        before.kind * 53 + kind + after.kind * _TURN + 6,
        after.identity * 59 + after2.identity * _SPREAD + 7,
        before2.identity * 61 + before.kind * _TURN + kind + 8,
        before.identity * 67 + before2.identity * _SPREAD + before3.identity * _TURN + 9,
    )
    return [feature * _TWIST >> 7 & MASK for feature in features]


def beside(kind: int, identity: int, ending: int, place: int) -> list[int]:
    """List the features that a word gives to one beside it, at one of the offsets."""
    number = _NUMBERS[place]
    features = identity * number + 10, kind * number + 11, ending * number + 12
    return [feature * _TWIST >> 7 & MASK for feature in features]


@lru_cache(maxsize=8192)
def pull(kind: int, identity: int, ending: int) -> tuple[int, ...]:
    """Weigh what a word gives to those beside it, at each of the offsets."""
    return tuple(
        sum([_WEIGHTS[feature] for feature in beside(kind, identity, ending, place)]) for place in range(len(OFFSETS))
    )


@lru_cache(maxsize=8192)
def word(token: str, telling: bool) -> Word:  # noqa: FBT001  # a keyword costs the cache a dictionary a word
    """Weigh a token of a text in which case tells something or not.

    An ordinary word or a brand that no list of names has is none, nor is one in lower case where case tells
    something, and East Asian names have rules of their own.
    """
    letters = token[0].isalpha()
    sets = membership(token.lower()) if letters else 0
    case = shape(token, telling=telling)
    maybe = sets & NAMES or not (sets & _NOBODY or case == "l")
    weighed = letters and token[0] < _FIRST_EAST_ASIAN and maybe
    alone = sum([_WEIGHTS[at] for at in own(token, case, sets)]) if weighed else _NO_WORD
    return Word(*outline(token, case, sets), alone)


def score(words: Sequence[Word], at: int) -> float:
    """Score a word that has `REACH` others on either side; above 0 is more likely a name than not."""
    found = words[at].alone + sum([_WEIGHTS[feature] for feature in together(words, at)])
    for place, offset in enumerate(OFFSETS):
        found += pull(*words[at + offset][:3])[place]
    return found / SCALE
