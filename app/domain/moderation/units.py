"""Moderation of a reply, unit by unit: each is read once, however many stretches of the reply it stands in.

What is said here of a stretch is what `judge_text` says of its whole text, which is asked where reading the units by
themselves might differ from reading them together.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.domain.moderation.judge import Needs, judge_sentence, judge_text, needs_of
from app.domain.moderation.model import Weighed, joined, weighed
from app.domain.moderation.text import LONGEST_SENTENCE, plain, words

# Which two characters may be read together, as a word, as leet or as an abbreviation, if they stand side by side.
_MEET = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@$!|*#'")
# The end of what no row of spaced letters goes on from: a word of two letters, and nothing that stands for a letter.
_ENDS_WHOLE = re.compile(r"[^\W_]{2}[^\w@$!]*\Z", re.ASCII)
_END = 12  # characters in which that is looked for
# A sign that is read as a letter only where another word of the text is leet.
_DOUBTFUL = re.compile(r"[a-z]!+[0-9@$|*#]")
_MARK = re.compile(r"[.!?\n]")


class _Part(NamedTuple):
    """What a unit holds of one sentence: its plain text, and what its words need and weigh."""

    text: str
    needs: Needs
    said: Weighed


class Unit(NamedTuple):
    """A unit of a reply, read: its sentences, the last of which goes on in the next unit. None where it has to be read
    with what stands beside it.
    """

    text: str
    parts: tuple[_Part, ...] | None
    ends_whole: bool


def read_unit(text: str) -> Unit:
    """Read a unit of a reply."""
    said = plain(text) if text.isascii() else ""
    if not said or ("!" in said and _DOUBTFUL.search(said)):
        return Unit(text, None, ends_whole=False)
    parts = [_part(part) for part in _MARK.split(said)]
    return Unit(text, tuple(parts), _ENDS_WHOLE.search(text, max(0, len(text) - _END)) is not None)


def is_unsafe(units: Sequence[Unit]) -> bool:
    """Tell whether a stretch of the assistant's reply is unsafe; no unit of it is empty."""
    sentences = _sentences(units)
    if sentences is None:
        return judge_text("".join([unit.text for unit in units]), reply=True).flagged
    return any(judge_sentence(*sentence, reply=True)[0] for sentence in sentences)


def _part(text: str) -> _Part:
    said = words(text)
    return _Part(text, needs_of(said), weighed(said))


def _sentences(units: Sequence[Unit]) -> list[_Part] | None:
    """Put the sentences of a stretch together; None where they have to be read in one."""
    found: list[_Part] = []
    for place, unit in enumerate(units):
        if unit.parts is None or (place and not _stand_apart(units[place - 1], unit)):
            return None
        begun, *new = unit.parts
        found[-1:] = [_joined(found[-1], begun) if place else begun, *new]
    if max([len(part.text) for part in found], default=0) > LONGEST_SENTENCE:
        return None
    return [_Part(said, part.needs, part.said) for part in found if (said := part.text.strip())]


def _stand_apart(left: Unit, right: Unit) -> bool:
    """Tell whether what is read of two units by themselves is what is read of both together."""
    return left.ends_whole and not (left.text[-1] in _MEET and right.text[0] in _MEET)


def _joined(left: _Part, right: _Part) -> _Part:
    needs = left.needs[0] | right.needs[0], left.needs[1] | right.needs[1]
    return _Part(left.text + right.text, needs, joined(left.said, right.said))
