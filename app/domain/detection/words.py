"""The words of a text and where they stand, read once for all rules that look for some of them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate
from typing import Final

from app.domain.plain_text import caseless

_WORD: Final = re.compile(r"([^\W\d_]+)")
_SHORT_NUMBER: Final = re.compile(r"(?<![^\W_])[0-9]{1,2}(?=[ -]?[^\W\d_])")
_NO_LETTER: Final = re.compile(r"[\W\d_]")
_UNSPACED: Final = re.compile("[\u0590-\u05ff\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_BLOCK: Final = 50_000  # characters
_KEPT: Final = 4  # blocks; of a longer text they are read again each time, for they take many times its memory

KEY: Final = 3
"""Characters by which a word is found that leads a pattern."""
LEADS: Final[set[str]] = set()
"""How a match of any pattern that a word leads may begin: of a text's words, the others are forgotten."""

Block = tuple[list[str], list[int]]
"""Words in lower case, and where each begins."""


class Words:
    """The words of one text; what is no letter parts them."""

    def __init__(self, text: str) -> None:
        """Nothing is read before it is asked for."""
        self.text = text
        self._blocks: list[Block] | None = None

    @cached_property
    def lower(self) -> str:
        """The text in lower case, each character in its place."""
        return caseless(self.text)

    @cached_property
    def unspaced(self) -> bool:
        """Whether the text has letters of a script that writes words together, or what stands before them."""
        return not self.text.isascii() and _UNSPACED.search(self.text) is not None

    @cached_property
    def begun(self) -> defaultdict[str, list[int]]:
        """Where a word begins that may lead a pattern, or a short number before a word, by its first characters and
        what stands behind them.
        """
        lower, leads = self.lower, LEADS
        begun: defaultdict[str, list[int]] = defaultdict(list)
        for _, starts in self.blocks():
            for start, key in [(at, key) for at in starts if (key := lower[at : at + KEY]) in leads]:
                begun[key].append(start)
        for number in _SHORT_NUMBER.finditer(lower):
            start = number.start()
            if (key := lower[start : start + KEY]) in leads:
                begun[key].append(start)
        return begun

    @cached_property
    def distinct(self) -> frozenset[str]:
        """Every word once."""
        return frozenset().union(*(words for words, _ in self.blocks()))

    @cached_property
    def shown(self) -> frozenset[str]:
        """Every word once, as it is written."""
        text = self.text
        return frozenset().union(
            *([text[at : at + len(word)] for word, at in zip(*block, strict=True)] for block in self.blocks())
        )

    def where_shown(self, wanted: AbstractSet[str]) -> Iterator[tuple[int, str]]:
        """Yield where each of these words begins, as they are written."""
        text, lower = self.text, frozenset(map(caseless, wanted))
        for start, word in self.where(lower):
            if (shown := text[start : start + len(word)]) in wanted:
                yield start, shown

    def blocks(self) -> Iterator[Block]:
        """Yield all words in their order, many at a time: a loop's work for each would cost more than reading them."""
        if self._blocks is not None:
            yield from self._blocks
        elif len(self.text) <= _KEPT * _BLOCK:
            self._blocks = list(self._read())
            yield from self._blocks
        else:
            yield from self._read()

    def where(self, wanted: AbstractSet[str]) -> Iterator[tuple[int, str]]:
        """Yield where each of these words begins, and the word."""
        for words, starts in self.blocks():
            yield from [(start, word) for start, word in zip(starts, words, strict=True) if word in wanted]

    def _read(self) -> Iterator[Block]:
        lower, length = self.lower, len(self.text)
        begun = 0
        while begun < length:
            gap = _NO_LETTER.search(lower, begun + _BLOCK) if length - begun > _BLOCK else None
            end = gap.start() if gap else length
            parts = _WORD.split(lower[begun:end])
            starts = list(accumulate(map(len, parts), initial=begun))
            yield parts[1::2], starts[1:-1:2]
            begun = end
