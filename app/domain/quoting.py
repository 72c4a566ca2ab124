"""Quoting: whether a reply is saying the instructions back, word for word."""

import re
from dataclasses import dataclass, field
from typing import Self

from app.domain.plain_text import fold

LONGEST_ECHO = 8
"""So many words in a row from the instructions are a quotation."""

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u00ad\u200b-\u200f\u2060\ufeff])*")
"""A word, with what is invisible within it."""


def _plain(word: str) -> str:
    """Take a word's disguise off."""
    return word.lower() if word.isascii() else fold(word)


def word_line(text: str) -> str:
    """Return the words of a text in lower case, each with a space before and after."""
    return f" {' '.join(_plain(word) for word in WORD.findall(text))} "


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
        word = _plain(word)
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
