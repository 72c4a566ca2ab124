"""Postal addresses: a street with its number, a post box, a town with its code."""

# ruff: noqa: E501 (a wording is read in one piece)
# ruff: noqa: RUF001 (the look-alikes are the subject)

import re
from collections.abc import Iterator

from app.domain.data_class import DataClass, Span

_CAP = r"[^\W\d_a-z][\w'’.-]{0,29}"
_KIND = (
    r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|terrace|ter|place|pl|parkway|pkwy"
    r"|highway|hwy|crescent|close|circle|cir|trail|trl|alley|mews|gardens|grove)"
)
_TAIL = (
    r"(?:[ ,\n]{1,4}(?:apt|suite|unit|flat|floor|app)\.? ?#?\w{1,6})?"
    rf"(?:[ ,\n]{{1,4}}(?:[0-9]{{4,6}} )?{_CAP}(?: {_CAP}){{0,2}}(?:[ ,\n]{{1,3}}[A-Z]{{2}})?(?:[ ,\n]{{1,3}}(?:[0-9]{{4,5}}(?:-[0-9]{{4}})?"
    r"|[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}))?(?!\w)){0,2}"
)
_STREETS = (
    re.compile(rf"(?<![\w-])[0-9]{{1,5}}[A-Za-z]? (?:{_CAP} ){{1,4}}(?i:{_KIND})\b\.?{_TAIL}"),
    re.compile(rf"(?<![\w-])[0-9]{{1,5}} (?:[a-z]{{2,20}} ){{1,3}}{_KIND}\b(?=[,.\n]|$)"),
    re.compile(
        rf"(?<!\w)[^\W\d_a-z][\w-]{{2,30}}(?:straße|strasse|str\.|weg|gasse|platz|allee|ufer|straat|laan|gracht|plein|vägen|gatan)"
        rf" [0-9]{{1,4}}[a-z]?(?![\w]){_TAIL}"
    ),
    re.compile(
        rf"(?<![\w-])[0-9]{{1,4}}(?: ?bis)?,? (?i:rue|avenue|boulevard|place|chemin|allée|impasse|quai) [\w'’ -]{{3,40}}?(?=,|\n|$)(?:,? [0-9]{{5}} {_CAP})?"
    ),
    re.compile(
        rf"(?<!\w)(?i:calle|avenida|avda\.?|paseo|plaza|via|viale|corso|piazza|rua|travessa) (?:[\w'’.]{{1,20}} ){{0,3}}[\w'’.]{{2,20}},? (?:n[º°.]? ?)?[0-9]{{1,4}}(?!\w){_TAIL}"
    ),
    re.compile(
        r"(?<!\w)(?i:p\.? ?o\.? box|postfach|psc|unit|box) [0-9]{2,6}(?:, ?(?i:box) [0-9]{2,5})?\s(?:apo|fpo|dpo|APO|FPO|DPO)? ?[A-Z]{0,2} ?[0-9]{0,5}"
    ),
    re.compile(rf"(?<!\w){_CAP}(?: {_CAP}){{0,2}}, [A-Z]{{2}} [0-9]{{5}}(?:-[0-9]{{4}})?(?!\w)"),
    re.compile(r"(?<!\w)(?:GIR 0AA|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2})(?!\w)"),
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SAID = re.compile(
    r"\b(?:my|new|home|shipping|billing|delivery|our) (?:postal )?address is[\s:]{1,3}(?P<value>(?=[^\n]{0,60}[0-9])[^\n;!?]{6,80})",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield postal addresses; a street alone needs its number."""
    if not _LETTERS.search(text):
        return
    for street in _STREETS:
        for match in street.finditer(text):
            kept = match[0].rstrip(" ,\n")
            yield Span(match.start(), match.start() + len(kept), DataClass.ADDRESS)
    for match in _SAID.finditer(text):
        yield Span(match.start("value"), match.start("value") + len(match["value"].rstrip(" .,")), DataClass.ADDRESS)
