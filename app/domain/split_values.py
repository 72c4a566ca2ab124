"""Split values: a card or an address told in parts, over several messages, of which none shows what it is."""

import re
from collections.abc import Iterable

from app.domain.data_class import DataClass, Span
from app.domain.detection import find_spans

REACH = 80
"""Characters on either side of the gap between two messages that are read as one."""

# A value goes on where the next message begins: with digits, or within an address.
_MAY_GO_ON = re.compile(r"\W{0,3}(?:\w{0,12}\d|\S{0,60}@|\S{0,60}[^\s.]\.[^\s.])|\W{0,3}(?:dot|at)\b", re.IGNORECASE)
_IS_OPEN = re.compile(r"@[\w.-]{0,60}\s*$")
_SPLIT = frozenset(
    {
        DataClass.PAYMENT_CARD,
        DataClass.BANK_ACCOUNT,
        DataClass.CREDENTIAL,
        DataClass.GOVERNMENT_ID,
        DataClass.EMAIL,
        DataClass.PHONE,
    }
)
_JOINTS = (" ", "")


def without_split_values(texts: Iterable[str]) -> list[str]:
    """Return one person's messages, oldest first, with the later part of each value gone that begins in an earlier one.

    What went before stays: without its end it is no value. Where it stood reads the class in brackets, which no vault
    restores.
    """
    kept: list[str] = []
    behind = dict.fromkeys(_JOINTS, "")
    for text in texts:
        if kept and (_MAY_GO_ON.match(text) or _IS_OPEN.search(behind[""])):
            for joint in _JOINTS:
                text = _without_end(behind[joint] + joint, text)  # noqa: PLW2901  # the same message, a value shorter
        behind = {joint: f"{said}{joint}{text}"[-REACH:] for joint, said in behind.items()}
        kept.append(text)
    return kept


def _without_end(before: str, text: str) -> str:
    """Take out of the beginning of a text what completes a value that began before it."""
    gap = len(before)
    for span in reversed(find_spans(before + text[:REACH])):
        if _goes_on(span, gap):
            text = f"[{span.data_class.upper()}]{text[span.end - gap :]}"
    return text


def _goes_on(span: Span, gap: int) -> bool:
    return span.data_class in _SPLIT and span.start < gap < span.end
