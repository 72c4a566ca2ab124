"""Split values: a card or an address told in parts, over several messages, of which none shows what it is."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.domain.data_class import DataClass, Span
from app.domain.detection import find_never_kept, find_spans

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
# A part of a card: three digits at least, that stand apart from words.
_NUMBER = re.compile(r"(?<![\w.,$€£-])\d(?:[ -]?\d){2,15}(?![\w-]|[.,]\d)")
_MOST_BEFORE = 3
_LENGTHS = range(13, 20)


def without_split_values(texts: Iterable[str]) -> list[str]:
    """Return one person's messages, oldest first, with the later part of each value gone that begins in an earlier one.

    What went before stays: without its end it is no value. Where it stood reads the class in brackets, which no vault
    restores.
    """
    kept: list[str] = []
    numbers: list[str] = []
    behind = dict.fromkeys(_JOINTS, "")
    for text in texts:
        if kept and (_MAY_GO_ON.match(text) or _IS_OPEN.search(behind[""])):
            for joint in _JOINTS:
                text = _without_end(behind[joint] + joint, text)  # noqa: PLW2901  # the same message, a value shorter
        text = _without_card(numbers, text)  # noqa: PLW2901  # the same message, a number shorter
        behind = {joint: f"{said}{joint}{text}"[-REACH:] for joint, said in behind.items()}
        kept.append(text)
    return kept


def _without_card(numbers: list[str], text: str) -> str:
    """Take numbers out of a text that make a card with those before them, whatever was said between; `numbers` are
    those of earlier messages, and get this one's.
    """

    def unless_card(number: re.Match[str]) -> str:
        digits = "".join(filter(str.isdigit, number[0]))
        if any(map(_is_card, _with_those_before(numbers, digits))):
            return f"[{DataClass.PAYMENT_CARD.upper()}]"
        numbers.append(digits)
        return number[0]

    return _NUMBER.sub(unless_card, text)


def _with_those_before(numbers: Sequence[str], digits: str) -> Iterator[str]:
    """Yield what a number makes with up to three before it, and with the one that may be the end told first."""
    for count in range(1, 1 + min(_MOST_BEFORE, len(numbers))):
        yield "".join(numbers[-count:]) + digits
    if numbers:
        yield digits + numbers[-1]


def _is_card(digits: str) -> bool:
    if len(digits) not in _LENGTHS:
        return False
    spans = find_never_kept(digits)
    return any(span.data_class is DataClass.PAYMENT_CARD and span.end - span.start == len(digits) for span in spans)


def _without_end(before: str, text: str) -> str:
    """Take out of the beginning of a text what completes a value that began before it."""
    gap = len(before)
    for span in reversed(find_spans(before + text[:REACH])):
        if _goes_on(span, gap):
            text = f"[{span.data_class.upper()}]{text[span.end - gap :]}"
    return text


def _goes_on(span: Span, gap: int) -> bool:
    return span.data_class in _SPLIT and span.start < gap < span.end
