"""The second look of moderation, a small network: what words that stand beside each other say.

Each of a few senses has a weight for a word before, in the middle and after. A sentence has as much of a sense as its
strongest place has; what all senses say together is added up for each head.
"""

import struct
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import add, mul
from pathlib import Path
from typing import Final
from zlib import crc32

from app.domain.moderation.model import HEADS
from app.domain.moderation.text import spelt

SENSES: Final = 128
PLACES: Final = 3
"""Before, in the middle, after."""
NOUGHT: Final = 8
"""What a weight of nothing is written as: weights are four bits, as much above or below it."""

FEW_KNOWN: Final = 0.35
"""Share of a sentence's words below which it is not of the language that the models learnt."""
_SHARED: Final = frozenset(
    "al am an as at ben bin con da das de del den der des di die du e el en es est et han hat het il im in is je la"  # noqa: SIM905
    " las le les los man me mi mit mon ne no non nu o on op os par pas per plus por pour que sa se si so son sur te tu"
    " um un und una une van via vie von war was wat we wie".split()
)
"""Words that other languages have as well: they tell nothing of which one is spoken."""

_HALF = SENSES // 2
"""Bytes of a word in one place: the first half of the senses in their low bits, the second in their high ones."""
_LOW = int.from_bytes(b"\x0f" * _HALF, "little")
_TOP = int.from_bytes(b"\x80" * SENSES, "little")
_WORD = PLACES * _HALF


def mark_of(word: str) -> int:
    """Give the number that a word is found by."""
    return crc32(word.encode())


def _read() -> tuple[tuple[float, ...], tuple[tuple[float, ...], ...], int, Sequence[int], memoryview]:
    """Read the file: what each head starts from and makes of each sense, the least of each sense, words and weights."""
    raw = (Path(__file__).parents[1] / "weights" / "moderation_phrases.bin").read_bytes()
    words, *numbers = struct.unpack_from(f"<I{len(HEADS) * (1 + SENSES)}f{SENSES}B", raw)
    at = struct.calcsize(f"<I{len(HEADS) * (1 + SENSES)}f{SENSES}B")
    marks, weights = array("I", raw[at : at + 4 * words]), memoryview(raw)[at + 4 * words :]
    starts, numbers = numbers[: len(HEADS)], numbers[len(HEADS) :]
    columns = tuple(tuple(numbers[lane * SENSES : (lane + 1) * SENSES]) for lane in range(len(HEADS)))
    return tuple(starts), columns, int.from_bytes(raw[at - SENSES : at], "little"), marks, weights


_STARTS, _COLUMNS, _LEAST, _MARKS, _WEIGHTS = _read()


def _packed(weights: bytes | memoryview) -> int:
    """Lay the weights of a word in one place side by side into a number, a byte each: there is room for a sum."""
    both = int.from_bytes(weights, "little")
    return both & _LOW | (both >> 4 & _LOW) << 8 * _HALF


_UNKNOWN = (_packed(bytes([NOUGHT | NOUGHT << 4] * _HALF)),) * PLACES


@lru_cache(maxsize=1 << 12)
def _word(word: str) -> tuple[int, ...]:
    """Give what a word says before, in the middle and after."""
    mark = mark_of(spelt(word))
    at = bisect_left(_MARKS, mark)
    if at == len(_MARKS) or _MARKS[at] != mark:
        return _UNKNOWN
    weights = _WEIGHTS[at * _WORD : (at + 1) * _WORD]
    return tuple(_packed(weights[place : place + _HALF]) for place in range(0, _WORD, _HALF))


def speaks_known_language(said: Sequence[str]) -> bool:
    """Tell whether enough of the words are known: of another language the models know crises and little else."""
    telling = [word for word in said if word not in _SHARED]
    return bool(telling) and sum(_word(word) is not _UNKNOWN for word in telling) >= FEW_KNOWN * len(telling)


def weigh_phrases(said: Sequence[str]) -> tuple[float, ...]:
    """Say for each head how much words, as they were written, speak for it."""
    before, here, after = zip(*map(_word, said), strict=True) if said else ((), (), ())
    places = map(add, map(add, (_UNKNOWN[0], *before[:-1]), here), (*after[1:], _UNKNOWN[0]))
    strongest = reduce(_stronger, places, _LEAST).to_bytes(SENSES, "little")
    return tuple(start + sum(map(mul, strongest, column)) for start, column in zip(_STARTS, _COLUMNS, strict=True))


def _stronger(one: int, other: int) -> int:
    """Give the stronger of two places, sense by sense: no sum reaches a byte's top bit, which tells who is ahead."""
    ahead = ((one | _TOP) - other) & _TOP
    return other ^ ((one ^ other) & (ahead - (ahead >> 7)))
