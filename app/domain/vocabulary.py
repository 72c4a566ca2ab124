"""A vocabulary: the words that messages are made of, by which a disguise is told from what it hides."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

MOST = 3_000
"""Characters of a disguised passage that are read; more of one than that is read no further."""
MANY_KNOWN = 0.6
"""The share of known letters that makes a passage words."""
_LONGEST_WORD = 18


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that messages are made of, and what each costs in a text without spaces."""

    costs: Mapping[str, float]

    @classmethod
    def ranked(cls, words: Iterable[str]) -> Self:
        """Take words with the most frequent first."""
        return cls({word: math.log(rank + 20) for rank, word in enumerate(words)})

    def share(self, words: list[str]) -> float:
        """Return how much of the letters belongs to known words of more than one letter."""
        letters = len("".join(words))
        known = "".join([word for word in words if len(word) > 1 and word in self.costs])
        return len(known) / letters if letters else 1.0

    def split(self, joined: str) -> str | None:
        """Put the spaces back, None where it is not made of known words."""
        joined = joined[:MOST]
        best: list[tuple[float, int]] = [(0.0, 0)]
        for end in range(1, len(joined) + 1):
            choice = (best[end - 1][0] + 14.0, end - 1)  # an unknown letter
            for start in range(max(0, end - _LONGEST_WORD), end):
                cost = self.costs.get(joined[start:end])
                if cost is not None and best[start][0] + cost + (6.0 if end - start == 1 else 0.0) < choice[0]:
                    choice = (best[start][0] + cost + (6.0 if end - start == 1 else 0.0), start)
            best.append(choice)
        words: list[str] = []
        end = len(joined)
        while end:
            start = best[end][1]
            words.append(joined[start:end])
            end = start
        words.reverse()
        return " ".join(words) if self.share(words) >= MANY_KNOWN else None
