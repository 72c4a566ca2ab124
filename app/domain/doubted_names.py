"""Names that are doubted: a word that makes the difference between harm and none was no name."""

import re
from bisect import bisect_left
from typing import Final

from app.domain.data_class import DataClass, Span
from app.domain.detection import find_spans
from app.domain.moderation.judge import SELF_HARM, judge_text

LOOKED_AT: Final = 3_000
"""Characters in which names are doubted; who is in danger, or dangerous, writes less."""
_PLACEHOLDER: Final = "[NAME]"
_ENDS: Final = re.compile(r"[.!?\n\u3002\uff01\uff1f]")  # of a sentence


def find_personal(text: str) -> list[Span]:
    """Find the data in a message, but for words of a crisis or of harm in any language that only look like a name.

    Moderation reads what redaction left: such a word would be gone before it is judged.
    """
    spans = find_spans(text)
    names = [span for span in spans if span.data_class is DataClass.NAME and span.end <= LOOKED_AT]
    said = text[:LOOKED_AT]
    if not names or not _harm_in(_sentences_with(names, said)) or _harm_in(said) <= _harm_in(_without(said, names)):
        return spans
    certain = [name for name in names if _sounds_bad(said[name.start : name.end])]
    if _harm_in(_without(said, certain)) <= _harm_in(_without(said, names)):
        return spans
    return [span for span in spans if span not in names or span in certain]


def _sentences_with(names: list[Span], text: str) -> str:
    """Give the sentences in which names stand, all that they can make a difference to."""
    ends = [-1, *(end.start() for end in _ENDS.finditer(text)), len(text)]
    places = {(bisect_left(ends, name.start), bisect_left(ends, name.end)) for name in names}
    return "\n".join(text[ends[before - 1] + 1 : ends[behind]] for before, behind in sorted(places))


def _harm_in(text: str) -> frozenset[str]:
    return frozenset(judge_text(text).categories)


def _sounds_bad(name: str) -> bool:
    """Tell whether somebody is called what would be harm, as Fanny Dykes is; such a name is written as one."""
    return name.istitle() and bool(_harm_in(name) - {SELF_HARM})


def _without(text: str, names: list[Span]) -> str:
    for name in reversed(names):
        text = text[: name.start] + _PLACEHOLDER + text[name.end :]
    return text
