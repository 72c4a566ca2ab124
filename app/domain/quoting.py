"""Quoting: whether a reply is saying the instructions back, word for word."""

import re
from dataclasses import dataclass, field
from typing import Self

LONGEST_ECHO = 8
"""So many words in a row from the instructions are a quotation."""

_WORD = re.compile(r"\w+")


def word_line(text: str) -> str:
    """Return the words of a text in lower case, each with a space before and after."""
    return f" {' '.join(word.lower() for word in _WORD.findall(text))} "


@dataclass(frozen=True, slots=True)
class Instructions:
    """A tenant's instructions as a reply is held against them: every word in order, and each word once."""

    line: str = field(repr=False)
    words: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """Take instructions apart."""
        line = word_line(text)
        return cls(line, frozenset(line.split()))


@dataclass(slots=True)
class Echo:
    """Follows a reply word by word."""

    instructions: Instructions
    _run: list[tuple[str, int]] = field(default_factory=list, repr=False)

    def next(self, word: str, at: int) -> None:
        """Take the reply's next word, which begins at character `at`."""
        word = word.lower()
        if word not in self.instructions.words:
            self._run.clear()
            return
        self._run.append((word, at))
        while f" {' '.join(word for word, _ in self._run)} " not in self.instructions.line:
            del self._run[0]

    @property
    def length(self) -> int:
        """How many words in a row, up to the last one, stand so in the instructions."""
        return len(self._run)

    @property
    def start(self) -> int | None:
        """The character where that run began, None if there is none."""
        return self._run[0][1] if self._run else None
