"""The linear model of moderation: words, their ends, pairs of words and of kinds, hashed into small weights."""

import math
from array import array
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import chain, combinations, pairwise
from operator import or_
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

from app.domain.moderation.groups import BITS_OF, CUES, KIND_OF, KINDS
from app.domain.moderation.text import spelt

HEADS: Final = ("self-harm", "hate", "harassment", "harassment/threatening", "sexual", "violence")
SLOTS: Final = 1 << 17
LONGEST: Final = 300
"""Words and emoji of a sentence, at most: it has no more characters."""
LANE: Final = 24
"""Bits that one head has in a packed sum; weights of all heads are added at once."""

_CUELESS: Final = crc32(b"no cue", 7) % SLOTS
_LANE_MIDDLE = 1 << (LANE - 1)
_ALL_MIDDLES = sum(_LANE_MIDDLE << (LANE * lane) for lane in range(len(HEADS)))
_FULL_LANE = (1 << LANE) - 1
_NUMBERS_EACH = 6  # of each head, before the weights
_HALF = len(HEADS) // 2
_WIDTH = 8  # bytes of a slot in one of two tables: a number each, of the weights of half of the heads
_NOUGHT = sum(128 << (LANE * lane) for lane in range(len(HEADS)))
_ABOVE_NOUGHT = bytes((weight + 128) % 256 for weight in range(256))


def word_slots(word: str) -> tuple[int, ...]:
    """Where the weights of a word stand: its own, those of its beginnings and its end, and that of its kind."""
    raw = word.encode()
    own = crc32(raw) % SLOTS
    kind = KIND_OF.get(word)
    more = (crc32(kind.encode()) % SLOTS,) if kind else ()
    if len(raw) <= 4:  # noqa: PLR2004  # a short word has no parts
        return own, *more
    return own, crc32(raw[:4], 1) % SLOTS, crc32(raw[:6], 2) % SLOTS, crc32(raw[-4:], 3) % SLOTS, *more


def pair_slots(said: Sequence[str]) -> Iterator[int]:
    """Where the weights of two words stand that follow each other, and of two with one between them."""
    before = second = ""
    for word in said:
        raw = word.encode()
        yield crc32(raw, crc32(before.encode(), 4)) % SLOTS
        yield crc32(raw, crc32(second.encode(), 5)) % SLOTS
        before, second = word, before


def bits_of(said: Sequence[str]) -> int:
    """Give the kinds and roles of all words of a sentence, one bit each."""
    return reduce(or_, (BITS_OF.get(word, 0) for word in said), 0)


def together_slots(bits: int) -> Iterator[int]:
    """Where the weights of two kinds or roles stand that come in one sentence, and that of a sentence without cues."""
    if not bits & CUES:
        yield _CUELESS
        return
    for one, other in combinations((number for number in range(KINDS) if bits >> number & 1), 2):
        if CUES & (1 << one | 1 << other):
            yield crc32(bytes((one, other)), 7) % SLOTS


def as_kind(word: str) -> str:
    """Give the kind of a word instead of it, for pairs."""
    return KIND_OF.get(word, word)


def unpack(total: int) -> tuple[int, ...]:
    """Give the sum of each head."""
    total += _ALL_MIDDLES
    return tuple(((total >> (LANE * lane)) & _FULL_LANE) - _LANE_MIDDLE for lane in range(len(HEADS)))


def _read() -> tuple[tuple[float, ...], memoryview, memoryview]:
    """Read the file: one head after another a scale, a bias and four thresholds, then the weights slot by slot.

    Each weight is laid into a lane of its own, as much above nought as `_NOUGHT` says.
    """
    raw = (Path(__file__).parents[1] / "weights" / "moderation.bin").read_bytes()
    count, start = len(HEADS), 4 * _NUMBERS_EACH * len(HEADS)
    halves = bytearray(SLOTS * _WIDTH), bytearray(SLOTS * _WIDTH)
    for head in range(count):
        half, lane = divmod(head, _HALF)
        halves[half][lane * LANE // 8 :: _WIDTH] = raw[start + head :: count].translate(_ABOVE_NOUGHT)
    first, second = (memoryview(half).toreadonly().cast("Q") for half in halves)
    return tuple(array("f", raw[:start])), first, second


_NUMBERS, _FIRST_HALF, _SECOND_HALF = _read()


REPLY_BARS: Final = tuple(1 + _NUMBERS[at + 5] - _NUMBERS[at + 3] for at in range(0, len(_NUMBERS), _NUMBERS_EACH))
"""From which score each head flags what the assistant says: support has reasons for words that a customer has not."""


def _bars() -> tuple[int, ...]:
    """For each count of words what, added to a packed sum, sets a head's top bit where it is worth a look."""
    found = []
    for count in range(LONGEST + 1):
        bar = 0
        for lane in range(len(HEADS)):
            scale, bias, look = _NUMBERS[_NUMBERS_EACH * lane : _NUMBERS_EACH * lane + 3]
            least = min(
                _LANE_MIDDLE - 1, max(1 - _LANE_MIDDLE, math.ceil((look - bias) * math.sqrt(count + 2) / scale))
            )
            bar += (_LANE_MIDDLE - least) << (LANE * lane)
        found.append(bar)
    return tuple(found)


_BARS = _bars()


@lru_cache(maxsize=1 << 13)
def _word(word: str) -> tuple[int, bytes, int, int, int]:
    """Give the weights of a word, its name in pairs, the checksums that begin a pair with it, and its kinds.

    One that is spelt as several, as gonna is, weighs what they weigh in a row.
    """
    parts = spelt(word).split() or [word]
    if len(parts) == 1:
        name = as_kind(parts[0]).encode()
        return _sum(word_slots(parts[0])), name, crc32(name, 4), crc32(name, 5), BITS_OF.get(parts[0], 0)
    names = [as_kind(part).encode() for part in parts]
    slots = [slot for part in parts for slot in word_slots(part)]
    slots += [crc32(name, crc32(before, 4)) % SLOTS for before, name in pairwise(names)]
    return _sum(slots), names[0], crc32(names[-1], 4), crc32(names[-1], 5), bits_of(parts)


@lru_cache(maxsize=1 << 13)
def _together(bits: int) -> int:
    """Give the weights of kinds that come together."""
    return _sum(list(together_slots(bits)))


def _sum(slots: Collection[int]) -> int:
    """Add up the weights of slots, packed."""
    first, second = sum(map(_FIRST_HALF.__getitem__, slots)), sum(map(_SECOND_HALF.__getitem__, slots))
    return first + (second << LANE * _HALF) - _NOUGHT * len(slots)


_NOTHING = _word("")[2:4]


def _beside(name: bytes, start: int) -> int:
    """Give the weights of a pair, whose first word's checksum is `start`."""
    slot = crc32(name, start) % SLOTS
    return _FIRST_HALF[slot] + (_SECOND_HALF[slot] << LANE * _HALF) - _NOUGHT


class Weighed(NamedTuple):
    """Words that stand beside each other, weighed: what may be joined to others without weighing any word again."""

    words: int
    weight: int
    """Packed, of the words and of the pairs among them."""
    kinds: int
    first: tuple[bytes, ...]
    """The names of the first two words in pairs."""
    starts: tuple[int, int, int]
    """The checksums that begin the next word's pairs, with the last and the last but one, then of the one after."""


_NO_WORDS: Final = Weighed(0, 0, 0, (), (*_NOTHING, _NOTHING[1]))


def weighed(said: Sequence[str]) -> Weighed:
    """Add up what words say, as they were written."""
    if not said:
        return _NO_WORDS
    weights, names, ones, twos, kinds = zip(*map(_word, said), strict=True)
    skipped = (_NOTHING[1], *twos)
    pairs = chain(map(crc32, names, (_NOTHING[0], *ones)), map(crc32, names, (_NOTHING[1], *skipped)))
    total = sum(weights) + _sum([checksum % SLOTS for checksum in pairs])
    return Weighed(len(said), total, reduce(or_, kinds), names[:2], (ones[-1], skipped[-2], skipped[-1]))


def joined(left: Weighed, right: Weighed) -> Weighed:
    """Put words beside those before them: the pairs that meet there are weighed, in place of those with nothing."""
    if not left.words or not right.words:
        return left if left.words else right
    before, second, skipped = left.starts
    name, *other = right.first
    total = left.weight + right.weight + _beside(name, before) + _beside(name, second) - _alone(name)
    starts = right.starts
    if other:
        total += _beside(other[0], skipped) - _beside(other[0], _NOTHING[1])
    else:
        starts = starts[0], skipped, starts[2]
    first = left.first if len(left.first) > 1 else (*left.first, name)
    return Weighed(left.words + right.words, total, left.kinds | right.kinds, first, starts)


@lru_cache(maxsize=1 << 12)
def _alone(name: bytes) -> int:
    """Give what the pairs of a word that nothing stands before weigh."""
    return _beside(name, _NOTHING[0]) + _beside(name, _NOTHING[1])


def weigh(said: Weighed) -> int:
    """Add up what words and the kinds that come together among them say, packed."""
    return said.weight + _together(said.kinds)


def is_worth_a_look(total: int, count: int) -> bool:
    """Tell whether any head has as much as is worth a closer look."""
    return (total + _BARS[count]) & _ALL_MIDDLES != 0


def scores(total: int, count: int, phrases: Sequence[float]) -> tuple[float, ...]:
    """Turn a packed sum over `count` words and what phrases say into scores: from 1 a head flags, from 0 it doubts."""
    length = math.sqrt(count + 2)
    found = []
    for lane, (weight, more) in enumerate(zip(unpack(total), phrases, strict=True)):
        scale, bias, _, least, doubt, _ = _NUMBERS[_NUMBERS_EACH * lane : _NUMBERS_EACH * (lane + 1)]
        value = weight * scale / length + bias + more
        found.append(1 + value - least if value >= least else (value - doubt) / (least - doubt))
    return tuple(found)
