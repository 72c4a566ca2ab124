"""Wordings that are tried only on sentences that hold the words they need: two sums of bits say which."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.late import Late

Wordings = tuple[tuple[str, str], ...]
"""What each needs and its pattern. Needs are one or two sets of words, cut by ` / `, of each of which the pattern
cannot do without one; a word with `*` stands for all that begin with it."""

_HEAD: Final = 2
"""Characters of the shortest stem."""
_APART: Final = "[ ,;:'-]+"
"""What stands between two words."""


@dataclass(frozen=True)
class Wording(Late):
    """One pattern, with what it says of a sentence."""

    says: str


class Index:
    """Finds the wordings worth trying. Bit n of a word's numbers: the first, the second set of wording n holds it."""

    def __init__(self, wordings: Iterable[tuple[str, Wordings]]) -> None:
        self._all: list[Wording] = []
        words: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for says, group in wordings:
            for needs, source in group:
                bit = 1 << len(self._all)
                self._all.append(Wording(source, says))
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

    def patterns(self) -> list[re.Pattern[str]]:
        """Give all patterns, compiled now, half a second's work for thousands, rather than each when first tried."""
        return [wording.pattern for wording in self._all]

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


def in_order(*lists: str, gap: int = 2, unless: str = "") -> tuple[str, str]:
    """Put a wording together: a word of each list after one of the list before, at most `gap` others between them.

    `*` stands for any ending, `_` for the space within a phrase; `unless` is a pattern that must not follow.
    """
    between = rf"{_APART}(?:\w+{_APART}){{0,{gap}}}?"
    pattern = r"\b" + between.join(map(_one_of, lists)) + r"\b" + (rf"(?!{_APART}(?:{unless})\b)" if unless else "")
    return " / ".join(map(_needed, dict.fromkeys((lists[0], lists[-1])))), pattern


def wordings(text: str) -> Wordings:
    """Put wordings together, one a line: `gap: list / list ! unless`, as `in_order` has them."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        said, _, unless = line.partition(" ! ")
        gap, _, lists = said.partition(": ")
        found.append(in_order(*lists.split(" / "), gap=int(gap), unless=unless))
    return tuple(found)


def _one_of(words: str) -> str:
    return "(?:" + words.replace(" ", "|").replace("*", r"\w*").replace("_", _APART) + ")"


def _needed(words: str) -> str:
    """Of each phrase its longest word."""
    return " ".join(max(phrase.split("_"), key=len) for phrase in words.split(" "))
