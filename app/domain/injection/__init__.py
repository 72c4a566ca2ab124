"""How much a message looks like an attempt to steer the assistant, by a table of weights that was learned."""

import math
from array import array
from dataclasses import dataclass
from functools import lru_cache
from operator import sub
from pathlib import Path
from typing import Final

from app.domain.injection.disguises import readings
from app.domain.injection.features import (
    MASK,
    PAIR_VALUE,
    PIECE_VALUE,
    SHORTFALL,
    TABLE_SIZE,
    WORD_VALUE,
    tokens_of,
    word_places,
)
from app.domain.injection.harmless import without_harmless
from app.domain.injection.steering import steers
from app.domain.vocabulary import Vocabulary

_FLAGGED, _CERTAIN = 0.5, 0.9
_DOUBTFUL = -1.2  # from here on the wording of a message is looked at, unless it is longer than
_LONGEST = 600  # characters
_ORDINARY = -0.3  # where that must lie which is left of a message without its harmless parts
_WINDOWS = ((12, 18), (40, 60))  # tokens of a stretch, and of which length on a text is more than its stretches
_MOST_NEW_WORDS = 4_000  # tokens of a text in which unknown words are looked at closely
# Looked at where it was read: a copy of the table would be kept for as long as the process lives.
_FILE: Final = (Path(__file__).parents[1] / "weights" / "injection.bin").read_bytes()
_TABLE_AT: Final = _FILE.index(b"\n") + 1
_BIAS, _STEP, _THRESHOLD, _SLOPE = map(float, _FILE[:_TABLE_AT].split())
_TABLE: Final = memoryview(_FILE)[_TABLE_AT : _TABLE_AT + TABLE_SIZE].cast("b")
_VOCABULARY: Final = Vocabulary.ranked(_FILE[_TABLE_AT + TABLE_SIZE :].decode().split())


@dataclass(frozen=True, slots=True)
class InjectionScore:
    """`score` runs from 0 to 1; `flagged` asks for care, `certain` for a refusal."""

    score: float
    flagged: bool
    certain: bool


def score_injection(text: str) -> InjectionScore:
    """Score a message of any length; what was encoded counts as if it were written plainly."""
    read = readings(text, _VOCABULARY)
    margin = max(map(margin_of, read))
    if margin >= _DOUBTFUL and max(map(len, read)) <= _LONGEST:
        margin = _read_closely(read, margin)
    score = round(1 / (1 + math.exp(-max(-30.0, min(30.0, _SLOPE * (margin - _THRESHOLD))))), 4)
    return InjectionScore(score, flagged=score >= _FLAGGED, certain=score >= _CERTAIN)


def _read_closely(read: list[str], margin: float) -> float:
    """Return the margin without what is harmless, or the one of an attempt where the wording is that of one."""
    if margin >= _THRESHOLD:
        read = [without_harmless(reading) for reading in read]
        rest = max(map(margin_of, read))
        if rest >= _ORDINARY:
            return margin
        margin = rest
    return _THRESHOLD if any(map(steers, read)) else margin


def margin_of(folded: str) -> float:
    """Return how far the most suspicious stretch of a reading lies on the side of attacks."""
    sums = _running_sums(tokens_of(folded))
    length = len(sums) - 1
    if length <= 0:
        return _BIAS
    most = sums[length] / math.sqrt(length + SHORTFALL)
    for width, shortest in _WINDOWS:
        if length > shortest:
            stretches = map(sub, sums[width :: width // 4], sums[:: width // 4])
            last = sums[length] - sums[length - width]
            most = max(most, max(last, *stretches) / math.sqrt(width + SHORTFALL))
    return _BIAS + most * _STEP


def _running_sums(tokens: list[str]) -> "array[int]":
    """Add up what the words, the neighbours, and those with one word between them say; place by place."""
    weigh = _weight if len(tokens) <= _MOST_NEW_WORDS else _weight_if_known
    weighed = {token: weigh(token) for token in set(tokens)}
    table = _TABLE
    sums = array("q", (0,))  # a tenth of a list's size
    add_up = sums.append
    total = before = earlier = 0
    for own, here in map(weighed.__getitem__, tokens):
        # The sums of `pair_place` and `skip_place`, written out for speed; a test holds them together.
        pair, skip = (before * 3 + here * 5) & MASK, (earlier * 7 + here * 11) & MASK
        total += own + PAIR_VALUE * (table[pair] + table[skip])
        add_up(total)
        earlier, before = before, here
    return sums


@lru_cache(maxsize=8192)
def _weight(word: str) -> tuple[int, int]:
    own, *pieces = word_places(word)
    return WORD_VALUE * _TABLE[own] + PIECE_VALUE * sum(_TABLE[piece] for piece in pieces), own


def _weight_if_known(word: str) -> tuple[int, int]:
    """Weigh the words of a very long text; thousands of made-up ones are not taken to pieces."""
    return _weight(word) if word in _VOCABULARY.costs else _NOTHING


_NOTHING: Final = (0, 0)
