"""Postal addresses: a street with its number, a post box, a flat, a town with its code, and what stands around them."""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from app.domain.data_class import DataClass, Span
from app.domain.detection.words import Words

_WORD: Final = r"[^\W\d_][\w'.-]{0,24}"
_CAP: Final = r"[^\W\d_a-z][\w'.-]{0,24}"
_KIND: Final = (
    r"(?:street|st|str|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|terrace|parkway|pkwy|highway|hwy|crescent"
    r"|close|circle|trail|trl|alley|mews|gardens|grove)"
)
_ENDED: Final = r"(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ufer|damm|straat|laan|gracht|plein|v[äa]gen|gatan|gata|gade|vej|vei|veien|tie|katu|kuja|stræti|braut)"
_LED: Final = r"(?:calle|avenida|avda\.?|av\.|paseo|plaza|via|viale|corso|piazza|rua|travessa|colonia|rue|chemin|impasse|quai|ul\.|ulica|aleja|al\.|strada|ulice|vila|place)"
_UNIT: Final = r"(?:apt|suite|ste|flat|apartment|app|unit)\.? ?#?[0-9]{1,5}[a-z]?"
_STATION: Final = r"[\s,]{1,3}(?:[afd]po) ?(?:a[aep])?,? ?(?:[0-9]{5})?"
_BY_NUMBER: Final = (
    rf"[0-9]{{1,5}}[a-z]? (?:{_WORD} ){{1,3}}{_KIND}\b\.?",
    rf"[0-9]{{1,4}}(?: ?bis)?,? (?:rue|avenue|boulevard|place|chemin|allée|impasse|quai) (?:{_WORD} ){{0,3}}{_WORD}",
)
# The first one looks ahead for its number: most words have none behind them, and trying every ending is dear.
_BY_WORD: Final = (
    rf"(?=(?:{_WORD} )?[^\W\d_]+\.? [0-9])(?:{_WORD} )?[^\W\d_][^\W\d_-]{{2,24}}{_ENDED} [0-9]{{1,5}}[a-z]?(?!\w)",
    rf"{_LED} (?:[\w'.]{{1,20}} ){{0,3}}[\w'.]{{2,20}},? (?:n[º°.]? ?)?[0-9]{{1,4}}(?!\w)",
    r"[^\W\d_][\w-]{2,24} (?:utca|u\.|út|tér|sokak|cad\.|caddesi) [0-9]{1,4}\.?(?!\w)",
    r"(?:p\.? ?o\.? box|postfach|postbus|casella postale|apartado) [0-9]{2,6}",
    rf"(?:psc|unit) [0-9]{{2,6}},? box [0-9]{{2,6}}(?:{_STATION})?",
    rf"us(?:n[sv]|s|cgc|ns|nv) {_WORD}{_STATION}",
    r"(?:apt|suite)\.? ?#?[0-9]{2,5}(?!\w)",
)
_STREETS: Final = re.compile(
    rf"(?<!\w)(?:(?=[0-9])(?<!-)(?:{'|'.join(_BY_NUMBER)})|(?=[^\W\d_])(?:{'|'.join(_BY_WORD)}))"
)
_NEAR: Final = re.compile(r"(?:(?<=\s)|^)[0-9]{1,4}[a-z]? $", re.IGNORECASE)
# Behind a street: flats and towns, each behind a comma or a line break, up to a code.
_AFTER: Final = re.compile(
    rf"(?:[ ,\n]{{1,4}}{_UNIT})?(?:(?: ?[,\n][ ,\n]{{0,3}}(?:{_WORD}(?: {_WORD}){{0,3}})?){{1,4}}"
    r"[ ,\n]{1,3}(?:[0-9]{4,6}(?:-[0-9]{4})?|[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2})(?!\w))?",
    re.IGNORECASE,
)
_TOWN: Final = re.compile(rf"(?: {_CAP}){{1,4}}(?![\w])|, ?{_CAP}(?: {_CAP}){{0,2}}(?![\w])")
_CODE: Final = re.compile(r"\b(?:zip|postal|post)[ -]?code (?:is |: ?)(?P<value>[0-9a-z]{2,5}[ -]?[0-9a-z]{2,4})(?!\w)")
_SAID: Final = re.compile(
    r"\b(?:(?:my|new|home|shipping|billing|delivery|our|the) (?:postal )?address (?:is|to)|i live (?:at|in)|taxi to|meet me at|return to|office is at|arrived at|deliver(?:ed)? to|address of [^\n]{2,30}? is)[\s:]{1,3}"
    rf"(?P<value>(?:[0-9]{{1,4}} )?(?:{_WORD}[ ,]{{1,2}}){{1,4}}[0-9]{{1,5}}(?:[ ,\n]{{1,4}}{_UNIT})?)"
)
_NOT_PLACES: Final = re.compile(
    r"\b(?:order|account|card|number|invoice|email|from|with|code|change|dollars|days|am|pm|please|for)\b",
    re.IGNORECASE,
)
# In a block of lines with a flat or a code, a line that ends in a short number is a street.
_LINE: Final = re.compile(
    rf"^[ >?*-]{{0,5}}(?P<value>(?:[0-9]{{1,3}} )?(?:{_WORD} ){{1,4}}[0-9]{{1,5}})(?= ?$)", re.MULTILINE
)
# Words, and endings of words, without which none of the streets and what is said of them can match.
_TELLING: Final = frozenset(
    "street st str avenue ave road rd lane ln drive dr boulevard blvd court ct square sq terrace parkway pkwy highway hwy"  # noqa: SIM905
    " crescent close circle trail trl alley mews gardens grove way place row walk hill park calle avenida avda av paseo plaza via"
    " viale corso piazza rua travessa colonia rue chemin impasse quai allée ul ulica aleja al strada ulice vila utca út tér u"
    " sokak cad caddesi box postfach postbus postale apartado psc unit apt suite usns usnv uss uscgc usnc"
    " zip code postcode postal address live taxi meet return office arrived deliver delivered straße strasse".split()
)
_ENDINGS: Final = tuple(
    "straße strasse str weg gasse platz allee ufer damm straat laan gracht plein vägen vagen gatan gata gade vej vei veien tie katu"  # noqa: SIM905
    " kuja stræti braut".split()
)
_DIGIT: Final = re.compile(r"[0-9]")
_STATE: Final = re.compile(r", [A-Z]{2} [0-9]{5}(?:-[0-9]{4})?(?!\w)")
_TOWN_BEFORE: Final = re.compile(rf"(?<!\w){_CAP}(?: {_CAP}){{0,2}}$")
_POSTCODE: Final = re.compile(r"(?<!\w)(?:GIR 0AA|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2})(?!\w)")
_MOST_LINES: Final = 12
READ_WHOLE: Final = 2_000  # characters; of longer texts, what stands around a telling word is read
_BEFORE: Final = 60
_BEHIND: Final = 140
_MORE: Final = 8_000  # characters read around such words, and a share of the text's length
_SHARE: Final = 10


def find(words: Words) -> Iterator[Span]:
    """Yield postal addresses; a street alone needs its number."""
    text = words.text
    for match in _POSTCODE.finditer(text):
        yield Span(*match.span(), DataClass.ADDRESS)
    for match in _STATE.finditer(text):
        if town := _TOWN_BEFORE.search(text, max(0, match.start() - _BEFORE), match.start()):
            yield Span(town.start(), match.end(), DataClass.ADDRESS)
    telling = {word for word in words.distinct if word in _TELLING or word.endswith(_ENDINGS)}
    if not telling:
        return
    lower = words.lower
    if len(text) <= READ_WHOLE:
        yield from _read(text, lower)
        return
    for start, end in _stretches(words, telling):
        for span in _read(text[start:end], lower[start:end]):
            yield Span(span.start + start, span.end + start, DataClass.ADDRESS)


def _stretches(words: Words, telling: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """What of a long text is read: the lines around words that tell, as much of them as its length allows."""
    left = _MORE + len(words.text) // _SHARE
    start = end = 0
    for begins, word in words.where(telling):
        ends = begins + len(word)
        if ends > end - _BEFORE:
            if begins - _BEFORE > end or end - start > READ_WHOLE:
                if end:
                    yield start, end
                    left -= end - start
                if left < 0:
                    return
                start = max(end, begins - _BEFORE)
            end = ends + _BEHIND
    if end:
        yield start, end


def _read(text: str, lower: str) -> Iterator[Span]:
    if not _DIGIT.search(text):
        return
    block = False
    for match in _STREETS.finditer(lower):
        if not _NOT_PLACES.search(match[0]):
            block = True
            yield _grown(text, match)
    for match in (*_CODE.finditer(lower), *_SAID.finditer(lower)):
        if not _NOT_PLACES.search(match["value"]):
            yield Span(*match.span("value"), DataClass.ADDRESS)
    if block and 2 <= text.count("\n") <= _MOST_LINES:  # noqa: PLR2004  # a letterhead
        for match in _LINE.finditer(text):
            yield Span(*match.span("value"), DataClass.ADDRESS)


def _grown(text: str, match: re.Match[str]) -> Span:
    """Take in the number before a street, and the flat, town and code behind it."""
    start, end = match.span()
    near = _NEAR.search(text, max(0, start - 6), start)
    after = _AFTER.match(text, end)
    if after:
        end = after.end()
    unit = bool(after and after[0].strip())
    if (unit or text[end : end + 1] == ",") and not text[end - 4 : end].isdigit() and (town := _TOWN.match(text, end)):
        end = town.end()
    shown = text[start:end].rstrip(" ,\n")
    return Span(near.start() if near else start, start + len(shown), DataClass.ADDRESS)
