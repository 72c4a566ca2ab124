"""What personal and secret data a message holds, and where."""

import re
from collections.abc import Iterator

from app.domain.data_class import NEVER_KEPT, DataClass, Span
from app.domain.detection import addresses, bank, cards, contact_data, credentials, government, names, topics
from app.domain.plain_text import normalise

_DIGIT = re.compile(r"[0-9]")
_LONG_NUMBER = re.compile(r"[0-9](?:[^0-9]{0,4}[0-9]){4}")
_SECRET_WORDS = re.compile(
    r"pass|pwd|kennwort|contrase|senha|wachtwoord|hasło|parola|secret|\bpin|code|otp|key|token|bearer|credential|login|recovery"
    r"|[^\s]{12}",
    re.IGNORECASE,
)
_PREFERENCE = tuple(DataClass)


def find_spans(text: str) -> list[Span]:
    """Find the data in a message of any length, in linear time.

    Returns spans in characters of `text`, sorted and without overlaps. Where two meet, a class
    that is never kept wins, then the longer one.
    """
    plain = normalise(text)
    found = list(_candidates(plain.text))
    if not found:
        return []
    chosen = _without_overlaps(found)
    return [Span(*plain.to_input(span.start, span.end), span.data_class) for span in chosen]


def _candidates(text: str) -> Iterator[Span]:
    """All finds, overlapping; cheap looks at the text spare the rules that can't match."""
    if _DIGIT.search(text):
        if _LONG_NUMBER.search(text):
            yield from cards.find(text)
            yield from bank.find(text)
            yield from government.find(text)
            yield from contact_data.find_phones(text)
        elif "c" in text or "C" in text:
            yield from cards.find(text)
        yield from contact_data.find_ip_addresses(text)
        yield from addresses.find(text)
    if "@" in text or "dot" in text or "DOT" in text:
        yield from contact_data.find_emails(text)
    if _SECRET_WORDS.search(text):
        yield from credentials.find(text)
    yield from names.find(text)
    yield from topics.find(text)


def _without_overlaps(found: list[Span]) -> list[Span]:
    """Take spans by rank, and drop or cut what touches one that is taken already."""
    ranked = sorted(found, key=_rank)
    taken = bytearray(max(span.end for span in found))
    chosen: list[Span] = []
    for span in ranked:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def _rank(span: Span) -> tuple[bool, int, int, int]:
    return (span.data_class not in NEVER_KEPT, span.start - span.end, _PREFERENCE.index(span.data_class), span.start)
