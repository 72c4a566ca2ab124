"""Names that are doubted: a word that makes the difference between a crisis and none was no name."""

from typing import Final

from app.domain.data_class import DataClass, Span
from app.domain.detection import find_spans
from app.domain.moderation_judge import judge_text

LOOKED_AT: Final = 3_000
"""Characters in which names are doubted; who is in danger writes less."""
_PLACEHOLDER: Final = "[NAME]"


def find_personal(text: str) -> list[Span]:
    """Find the data in a message, but for words of a wish to die in any language that only look like a name.

    Moderation reads what redaction left: such a word would be gone before it is judged.
    """
    spans = find_spans(text)
    names = [span for span in spans if span.data_class is DataClass.NAME and span.end <= LOOKED_AT]
    if names and _speaks_of_dying(text[:LOOKED_AT]) and not _speaks_of_dying(_without(text[:LOOKED_AT], names)):
        return [span for span in spans if span not in names]
    return spans


def _speaks_of_dying(text: str) -> bool:
    return judge_text(text).self_harm


def _without(text: str, names: list[Span]) -> str:
    for name in reversed(names):
        text = text[: name.start] + _PLACEHOLDER + text[name.end :]
    return text
