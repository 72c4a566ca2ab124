"""What personal and secret data a message holds, and where."""

import re
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from app.domain.data_class import NEVER_KEPT, DataClass, Span
from app.domain.detection import addresses, bank, cards, contact_data, credentials, government, names, phones, topics
from app.domain.detection.cues import Cues, read_cues
from app.domain.detection.words import Words
from app.domain.plain_text import PlainText, normalise

_DIGIT = re.compile(r"[0-9]")
_LONG_NUMBER = re.compile(r"[0-9](?:[^0-9]*[0-9]){3}")
# The fewest digits of a card, an account or an identity stand near each other, in numbers or in one word.
_FEWEST = 5
_NEAR = re.compile(r"[0-9](?:[^0-9]{0,14}[0-9]){4}")
_NUMBERS = re.compile(r"(?<![A-Za-z0-9])[0-9]+")
_IN_A_WORD = re.compile(r"(?:[0-9][A-Za-z-]*){5}")
_NO_CUES = Cues([], [])
_PREFERENCE = tuple(DataClass)
_START = attrgetter("start")
_MANY = 1000
"""Finds in one text after which neighbours of a class become one: nobody needs the thousandth card by itself."""
_GAP = re.compile(r"\W*(?:(?:[A-Za-z0-9_]{1,20}|\w{1,3})\W*)?")  # between such neighbours: a word, never a sentence
_WIDEST = 40  # characters of it
_LONGEST = 1000  # characters of a single value; what is longer was gathered
_FREE = re.compile(rb"\x00{2,}")  # a single character is a space between two others


def find_spans(text: str) -> list[Span]:
    """Find the data in a message of any length, in linear time.

    Returns spans in characters of `text`, sorted and without overlaps. Where two meet, a class
    that is never kept wins, then the longer one.
    """
    plain = normalise(text)
    return _chosen(plain, _gathered(plain.text, _candidates(plain.text)))


def find_never_kept(text: str) -> list[Span]:
    """Find what `find_spans` would of the classes that are never kept, at less cost."""
    plain = normalise(text)
    found = [span for span in _never_kept(plain.text) if span.data_class in NEVER_KEPT]
    return _chosen(plain, _gathered(plain.text, iter(found)))


def may_hold_never_kept(text: str) -> bool:
    """Tell whether `find_never_kept` might find anything, at a tenth of its cost; beyond ASCII it always might."""
    if not text.isascii():
        return True
    if _NEAR.search(text) and (sum(map(len, _NUMBERS.findall(text))) >= _FEWEST or _IN_A_WORD.search(text)):
        return True
    return credentials.may_find(text)


def _chosen(plain: PlainText, found: list[Span]) -> list[Span]:
    if not found:
        return []
    chosen = _without_overlaps(found)
    if plain.starts is None:
        return chosen
    return [Span(*plain.to_input(span.start, span.end), span.data_class) for span in chosen]


def _never_kept(text: str) -> Iterator[Span]:
    """The finds of the rules that look for what is never kept."""
    words = Words(text)
    if _DIGIT.search(text):
        if _LONG_NUMBER.search(text):
            cues = read_cues(words)
            yield from cards.find(text, cues, words)
            yield from bank.find(text, words)
            yield from government.find(text, cues, words)
        else:
            yield from cards.find(text, _NO_CUES, words)
    yield from credentials.find(text, words)


def _candidates(text: str) -> Iterator[Span]:
    """All finds, overlapping; cheap looks at the text spare the rules that can't match."""
    digits, words = bool(_DIGIT.search(text)), Words(text)
    cues = read_cues(words) if digits or "@" in text else _NO_CUES
    if digits:
        if _LONG_NUMBER.search(text):
            yield from cards.find(text, cues, words)
            yield from bank.find(text, words)
            yield from government.find(text, cues, words)
            yield from phones.find(text, cues)
        else:
            yield from cards.find(text, cues, words)
        yield from contact_data.find_ip_addresses(text, cues)
        yield from addresses.find(words)
    elif "::" in text:
        yield from contact_data.find_ip_addresses(text, cues)
    yield from contact_data.find_emails(text, cues)
    yield from credentials.find(text, words)
    yield from names.find(words)
    yield from topics.find(text, words)


def _gathered(text: str, candidates: Iterator[Span]) -> list[Span]:
    """List the finds; beyond many, a run of one class is one span, so that a text of nothing else stays small.

    What is said between two finds stays: moderation reads what is left.
    """
    found: list[Span] = list(islice(candidates, _MANY))
    if len(found) < _MANY:
        return found
    last = found.pop()
    start, end = last.start, last.end
    for span in candidates:
        near = span.data_class is last.data_class and start <= span.start <= end + _WIDEST
        if near and (span.start <= end or _GAP.fullmatch(text, end, span.start)):
            end = max(end, span.end)
        else:
            found.append(Span(start, end, last.data_class))
            last, start, end = span, span.start, span.end
    return [*found, Span(start, end, last.data_class)]


def _without_overlaps(found: list[Span]) -> list[Span]:
    """Take spans by rank where several meet; most meet none."""
    chosen: list[Span] = []
    crowd: list[Span] = []
    end = 0
    for span in sorted(found, key=_START):
        if span.start >= end:
            chosen += _best(crowd) if len(crowd) > 1 else crowd
            crowd = []
        crowd.append(span)
        end = max(end, span.end)
    chosen += _best(crowd)
    return chosen


def _best(crowd: list[Span]) -> list[Span]:
    """Take the spans of a crowd by rank, and drop what touches one that is taken already; where some were gathered,
    what is left of it stays.
    """
    first = crowd[0].start
    taken = bytearray(max(span.end for span in crowd) - first)
    chosen: list[Span] = []
    for span in sorted(crowd, key=_rank):
        low, high = span.start - first, span.end - first
        if taken.find(1, low, high) < 0:
            taken[low:high] = b"\x01" * (high - low)
            chosen.append(span)
        elif len(taken) > _LONGEST:
            free = [match.span() for match in _FREE.finditer(taken, low, high)]
            chosen += [Span(first + begin, first + end, span.data_class) for begin, end in free]
            taken[low:high] = b"\x01" * (high - low)
    return sorted(chosen, key=_START)


def _rank(span: Span) -> tuple[bool, bool, int, int, int]:
    may_stay, length = span.data_class not in NEVER_KEPT, span.end - span.start
    return (may_stay, may_stay and length > _LONGEST, -length, _PREFERENCE.index(span.data_class), span.start)
