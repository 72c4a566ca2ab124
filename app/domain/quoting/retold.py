"""Retold: whether a reply says a stretch of the instructions with something between, left out or turned round."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

SHORTEST: Final = 4
"""Letters of a word that tells something; what is shorter stands in every text."""
REACH: Final = 30
"""Words of a reply that are looked at together."""
ENOUGH: Final = 10
"""So many different telling words of one stretch of the instructions, among so few of a reply, are no chance."""
_STRETCH: Final = 36  # words of the instructions

Places = Mapping[str, tuple[int, ...]]


def places_of(words: Iterable[str]) -> Places:
    """Say where each telling word stands among the words of the instructions."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        if len(word) >= SHORTEST:
            found.setdefault(word, []).append(at)
    return {word: tuple(places) for word, places in found.items()}


@dataclass(slots=True)
class Retold:
    """Follows a reply, word by word, against such places."""

    places: Places = field(repr=False)
    _recent: deque[tuple[int, str]] = field(default_factory=deque, repr=False)

    def told_by(self, word: str, at: int) -> list[str]:
        """Take a telling word that stands in the instructions, the reply's word number `at`; returns the words that
        tell a stretch of them with it, none where none do.
        """
        recent = self._recent
        recent.append((at, word))
        while recent[0][0] <= at - REACH:
            recent.popleft()
        if len(recent) < ENOUGH:
            return []
        words = {word for _, word in recent}
        return self._together(words) if len(words) >= ENOUGH else []

    def _together(self, words: set[str]) -> list[str]:
        """Return those that stand in one stretch, if they are enough."""
        stand = sorted((place, word) for word in words for place in self.places[word])
        for first, (place, _) in enumerate(stand):
            end = bisect_left(stand, (place + _STRETCH, ""))
            near = {word for _, word in stand[first:end]}
            if len(near) >= ENOUGH:
                return sorted(near)
        return []
