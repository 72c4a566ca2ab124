"""Telephone numbers: international ones, shapes that only telephones have, and what is called a phone."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from collections.abc import Iterator

import phonenumbers

from app.domain.data_class import DataClass, Span
from app.domain.detection.cues import Cue, Cues
from app.domain.plain_text import caseless

_COUNTRY_CODES = frozenset(map(str, phonenumbers.COUNTRY_CODE_TO_REGION_CODE))
_SHORTEST, _LONGEST = 7, 15
_FEWEST_CALLED, _FEWEST_REACHED = 4, 6
_MOST_CALLED = 17
_FEWEST_TRUNK = 9
_FEWEST_ABROAD = 12  # digits behind 00 and with it, where nothing is called a telephone: contracts begin so too
_MANY = 1000  # numbers in one text: how long one is tells enough of more, so that judging stays cheap
_NEAR, _ADJACENT, _BESIDE, _TIGHT = 40, 22, 14, 3

_EXTENSION = (
    r"(?:[\s,;/-]{0,3}+(?=[xedp#])(?:x|ext(?:ension|n)?\.?|extension|durchwahl|dw\.?|poste|#)[\s:.]{0,2}[0-9]{1,6})?"
)
_NUMBER = re.compile(
    r"(?=[+(\[0-9])(?<![a-z0-9_@#$€£=])(?<![\w]-)(?<![0-9][,.])(?![0-9](?:[-/]?[0-9]){17})(?:"
    r"(?P<plus>\(?(?:\+|(?<![0-9][ .-])(?P<zeros>00|011)[ .-]?(?=[1-9(]))[ .-]?)?"
    r"[(\[]?[0-9](?:[ \t./()\[\]_~-]{0,3}[0-9]){3,16}\)?)" + _EXTENSION + r"(?![a-z0-9_@]|[-/][0-9])"
)
_SHAPES = re.compile(
    # 3-3-4 with separators, as in North America
    r"(?:\+?1[ .-]{0,2})?(?:\([0-9]{3}\)[ .-]{0,3}|[0-9]{3}[ .-])[0-9]{3}[ .-][0-9]{4}(?![0-9]|[ -][0-9])"
    r"|(?:001|011|1)-[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9])"
    # an area code in brackets or behind a trunk zero, then groups
    r"|\(0?[0-9]{1,5}\)[ /-]{0,2}[0-9]{2,8}(?:[ -]?[0-9]{2,5}){0,3}(?![0-9])"
    r"|0[1-9][0-9]{0,3}[ ./-]{1,3}[0-9]{2,8}(?:[ ./-]?[0-9]{2,5}){0,4}(?![0-9])"
    r"|0[1-9][0-9]{8,9}(?![0-9])"
    # a mobile in Russia
    r"|8[ -]?\(?9[0-9]{2}\)?[ -][0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}(?![0-9])"
)
# What may stand beside a time, a date or another number, in one run of digits with it.
_INNER = re.compile(
    r"(?=[+(0-9])(?<![\w.,#/+-])(?:(?:\([0-9]{3}\) ?|[0-9]{3}([.-]))[0-9]{3}(?:(?(1)\1|[ .-]))[0-9]{4}(?![\w@]|[./-][0-9])"
    r"|(?<=[0-9] )\+[0-9]{1,3}(?:[ .()-]{0,2}[0-9]){6,12})"
)
_AFTER = re.compile(
    r"[\s,-]{0,3}\(?(?:office|fax|mobile|cell|phone|tel|landline|home|work|privat|dienstlich|mobil|büro|whatsapp|handy|telefon|festnetz|portable"
    r"|téléphone|fixe|teléfono|móvil|movil|celular|cellulare|telefono|telemóvel|telefone|mobiel|telefoon|komórka|komórkowy|gsm|puhelin)\b",
    re.IGNORECASE,
)
# Links that open a chat or a call.
_LINKED = re.compile(r"(?:wa\.me/|[?&]phone=|(?<![a-z])(?:tel|sms|callto):)(?P<value>\+?(?:%2b)?[0-9]{7,15})(?![0-9])")
_SERVICE = re.compile(r"0?[189]00|0180")  # how numbers begin that belong to nobody
_MINE = re.compile(
    r"\b(?:my|new|old|his|her|their|our|your|best|direct|contact|personal|meine?|mon|mi|il mio|nummer|номер|numéro de téléphone)"
    r" (?:number|nr|no|nummer|num|numéro|numero|número|numer)\b[^0-9\n]{0,12}$",
    re.IGNORECASE,
)
_YEAR, _MONTH, _DAY = "(?:19|20)[0-9]{2}", "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|[12][0-9]|3[01])"
_TIME, _FOUR = r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]", "(?:[01][0-9]|2[0-3])[0-5][0-9]"


def _dates(sign: str, apart: str) -> str:
    """Match days written with a sign between their parts, in any order, alone or from one to another, and times."""
    year = _YEAR if sign == " " else f"(?:{_YEAR}|[0-9]{{2}})"
    sign, apart = re.escape(sign), f"(?:{apart})"
    day = rf"(?:{_YEAR}{sign}{_MONTH}{sign}{_DAY}|(?:{_DAY}{sign}{_MONTH}|{_MONTH}{sign}{_DAY}){sign}{year})"
    short = rf"(?:{_DAY}{sign}{_MONTH}|{_MONTH}{sign}{_DAY})[.]?"
    month = rf"{_MONTH}{sign}{_YEAR}"
    return rf"(?:{day}|{short}{apart}{day}|{month})(?:{apart}(?:{day}|{short}|{month}|{_TIME}|{_FOUR})|[ T][0-9]{{1,2}}){{0,3}}"


# What stands from one day to another is no telephone either, nor are times of day and years.
_DATE = re.compile(
    "|".join(
        (
            *(_dates(sign, " ?[-~_] ?| {1,3}") for sign in "./"),
            *(_dates(sign, " [-~/] ?| {1,3}") for sign in "- _"),
            rf"{_TIME}(?: ?- ?{_TIME})?|{_FOUR} ?- ?{_FOUR}|{_YEAR} ?[-/] ?{_YEAR}",
            rf"{_YEAR}[01][0-9][0-3][0-9](?:(?: ?[-~/] ?| ){_YEAR}[01][0-9][0-3][0-9])?",
        )
    )
)
# Six pairs, or three fours, are a device's address or the numbers of a draw.
_PAIRS = re.compile(r"[0-9]{2}([ .-])(?:[0-9]{2}\1){4}[0-9]{2}|[0-9]{4}\.[0-9]{4}\.[0-9]{4}")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9]|(?:19|20)[0-9]{2}")
_BEHIND_DIGITS = re.compile(r"[0-9][ ./,-]")
_IPV4 = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_UNIT = re.compile(
    r" ?(?:[€$£¥%]|(?:eur|euros?|usd|dollars?|pounds?|gbp|kg|km|cm|mm|items?|pieces?|pcs|times|days|hours|hrs|minutes|mins|people|points"
    r"|miles|orders?|st|street|avenue|ave|road|rd|am|pm|uhr)\b)",
    re.IGNORECASE,
)


def find(text: str, cues: Cues) -> Iterator[Span]:
    """Yield telephone numbers; what is called an order, a parcel or a card is none."""
    begun = set()
    for judged, match in enumerate(_NUMBER.finditer(caseless(text))):
        if judged > _MANY:
            if _may_be_phone(match, cues):
                yield Span(*match.span(), DataClass.PHONE)
        elif _is_phone(text, match, cues):
            begun.add(match.start())
            yield Span(match.start(), _without_loose_bracket(match), DataClass.PHONE)
    if any(map(text.__contains__, ("wa.me/", "phone=", "tel:", "sms:", "callto:"))):
        for match in _LINKED.finditer(text):
            yield Span(*match.span("value"), DataClass.PHONE)
    for inner in _INNER.finditer(text) if " " in text else ():
        if inner.start() not in begun and _called(cues.before(inner.start(), _ADJACENT)) is not False:
            yield Span(*inner.span(), DataClass.PHONE)


def _may_be_phone(match: re.Match[str], cues: Cues) -> bool:
    """Whether one number of very many has the length of a telephone's, or is called one."""
    start, end = match.span()
    if end - start >= _SHORTEST and sum(map(str.isdigit, match[0])) >= _SHORTEST:
        return True
    return bool(match["plus"] or _called(cues.before(start)))


def _is_phone(text: str, match: re.Match[str], cues: Cues) -> bool:
    number, called = match[0], _called(cues.before(match.start(), _ADJACENT))
    if match["plus"] and not match["zeros"]:
        return _dialled_abroad(number)
    pairs = not called and _PAIRS.fullmatch(number)
    long = called is None and not pairs and _count(number) >= _FEWEST_ABROAD
    if match["plus"] and _dialled_abroad(number) and (called or long):
        return True
    shaped = _SHAPES.match(text, match.start()) and not _BEHIND_DIGITS.search(
        text[max(0, match.start() - 2) : match.start()]
    )
    shaped = shaped and (number[0] != "0" or _count(number) >= _FEWEST_TRUNK)
    cue = cues.before(match.start())
    if cue is None and not shaped and not _hints(text, match):
        return False
    date = cues.before(match.start(), _TIGHT) is not Cue.PHONE and _DATE.fullmatch(number)
    if date or pairs or _IPV4.fullmatch(number):
        return False
    if shaped and (cue is None or _called(cue) or cues.before(match.start(), _ADJACENT) is None):
        return True
    return _spoken_of(text, match, cue, cues)


def _called(cue: Cue | None) -> bool | None:
    """Whether a word speaks for a telephone (True) or for something else (False)."""
    return None if cue is None else cue in {Cue.PHONE, Cue.REACH, Cue.EMAIL}


def _hints(text: str, match: re.Match[str]) -> bool:
    if _AFTER.match(text, match.end()):
        return True
    before = text[max(0, match.start() - 45) : match.start()]
    return (" n" in before or " N" in before) and _MINE.search(before) is not None


def _spoken_of(text: str, match: re.Match[str], cue: Cue | None, cues: Cues) -> bool:
    """Whether the words around a plain number make it a telephone."""
    digits = _count(match[0])
    if _SERVICE.fullmatch(match[0]):
        return False
    if (
        digits > _MOST_CALLED
        or _UNIT.match(text, match.end())
        or _BEHIND_DIGITS.search(text[max(0, match.start() - 2) : match.start()])
    ):
        return False
    near = cues.before(match.start(), _NEAR)
    if near is Cue.PHONE:
        return digits >= (_FEWEST_CALLED if cues.before(match.start(), _BESIDE) else _FEWEST_REACHED)
    if near is Cue.REACH:
        fewest = (
            _FEWEST_CALLED
            if cues.before(match.start(), _BESIDE) and not _CLOCK.fullmatch(match[0])
            else _FEWEST_REACHED
        )
        return digits >= fewest
    if cue in {Cue.ORDER, Cue.CARD, Cue.VERSION} and cues.before(match.start(), _ADJACENT):
        return False
    return digits >= _FEWEST_REACHED and _hints(text, match)


def _dialled_abroad(number: str) -> bool:
    """Whether a number behind + or 00 names a country, and has a length that numbers have."""
    number = re.split(r"[xe#;,]", number, maxsplit=1, flags=re.IGNORECASE)[0]
    digits = re.sub(r"[^0-9]", "", number)
    digits = digits if "+" in number else re.sub(r"^(?:00|011)", "", digits)
    return _SHORTEST <= len(digits) <= _LONGEST + 1 and any(digits[:size] in _COUNTRY_CODES for size in (1, 2, 3))


def _count(number: str) -> int:
    return sum(character.isdigit() for character in number)


def _without_loose_bracket(match: re.Match[str]) -> int:
    """A closing bracket that was not opened belongs to the sentence."""
    loose = match[0].endswith(")") and match[0].count("(") < match[0].count(")")
    return match.end() - loose
