"""Wordings that are tried only on sentences that hold the words they need: two sums of bits say which."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

Wordings = tuple[tuple[str, str], ...]
"""What each needs and its pattern. Needs are one or two sets of words, cut by ` / `, of each of which the pattern
cannot do without one; a word with `*` stands for all that begin with it."""

_HEAD: Final = 2
"""Characters of the shortest stem."""


@dataclass(frozen=True)
class Wording:
    """One pattern, with what it says of a sentence."""

    says: str
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried: a start that compiles hundreds of them is a tenth longer."""
        return re.compile(self.source)


class Index:
    """Finds the wordings worth trying. Bit n of a word's numbers: the first, the second set of wording n holds it."""

    def __init__(self, wordings: Iterable[tuple[str, Wordings]]) -> None:
        self._all: list[Wording] = []
        words: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for says, group in wordings:
            for needs, source in group:
                bit = 1 << len(self._all)
                self._all.append(Wording(says, source))
                first, _, second = needs.partition(" / ")
                for which, need in enumerate((first, second or first)):
                    for word in need.split():
                        words[word][which] |= bit
        self._words = {word: (bits[0], bits[1]) for word, bits in words.items() if not word.endswith("*")}
        self._stems: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for word, bits in words.items():
            if word.endswith("*"):
                self._stems[word[:_HEAD]].append((word[:-1], bits[0], bits[1]))

    def __len__(self) -> int:
        """How many wordings there are."""
        return len(self._all)

    def that_say(self, says: str) -> int:
        """Give the bits of the wordings that say something."""
        return sum(1 << at for at, wording in enumerate(self._all) if wording.says == says)

    def bits(self, word: str) -> tuple[int, int]:
        """Say which wordings a word is needed by."""
        first, second = self._words.get(word, (0, 0))
        for stem, one, two in self._stems.get(word[:_HEAD], ()):
            if word.startswith(stem):
                first |= one
                second |= two
        return first, second

    def chosen(self, bits: int) -> Iterator[Wording]:
        """Give the wordings of set bits, in their order."""
        while bits:
            low = bits & -bits
            yield self._all[low.bit_length() - 1]
            bits ^= low
