"""Secrets that are called by their name: passwords said aloud, codes, keys."""

import re
from collections.abc import Iterator
from typing import Final

from app.domain.detection.credentials.beside import find_behind, find_loud
from app.domain.detection.credentials.values import (
    TAIL,
    is_elsewhere,
    is_key,
    is_mixed,
    is_random,
    is_record,
    stands_for_one,
)
from app.domain.detection.credentials.words import (
    ADJECTIVE,
    BUSINESS,
    CODE_VALUE,
    LOGIN,
    NO_FIELD,
    NO_VALUE,
    SAID,
    UNIT,
    WORDS_BEHIND,
)
from app.domain.detection.words import Words

_CODE_LENGTHS: Final = range(4, 9)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_SHORTEST, _SHORTEST_BARE, _SHORTEST_KEY, _SURE_KEY = 3, 5, 8, 16
_BEHIND = 32  # characters
_FEWEST_DIGITS, _SURE_CODE = 4, 6
_TICKET: Final = "pass"  # also what opens a gate
_USER: Final = re.compile(r"\b(?:user|username|login|id):? \S+[ ,/]{1,3}$")
_MANY = 300  # in one text: more are taken for secrets unseen, so that judging stays cheap
_BARE_CODES: Final = frozenset({"code", "kode", "kod", "codice", "c\u00f3digo", "codigo", "tan"})
_SIGNED: Final = re.compile(
    r"(?=[^A-Z]*[A-Z])(?=[^0-9]*[0-9])[A-Za-z0-9]+[!#$%^&*?@+][A-Za-z0-9!#$%^&*?@+]*"
)  # as no ticket is
_LENGTH: Final = re.compile(r":[0-9.]+(?:px|r?em|pt|vh|vw|%)")
_KIND: Final = re.compile(r"type\s?=\s?[\"']?$")
_CLOSING: Final = {"“": "”", "„": "“", "«": "»"}

Place = tuple[int, int]


def find_said(text: str, lower: str, words: Words, *, digits: bool) -> Iterator[Place]:
    """Yield values that stand behind, or before, the name of a secret."""
    for judged, match in enumerate(SAID.matches(words)):
        if judged > _MANY:
            if match["bare"] is None or is_mixed(match["value"]):
                yield match.span("value")
            continue
        choose = _code if match["code"] else _password if match["pass"] else _key
        if place := choose(text, match):
            yield place
    for match in WORDS_BEHIND.matches(words):
        if not NO_VALUE.intersection(match["value"].split()[:2]):
            yield match.span("value")
    if digits:
        yield from _find_logins(words)
    yield from find_behind(text, lower, words)
    yield from find_loud(text, lower)


def _find_logins(words: Words) -> Iterator[Place]:
    """Yield values with digits behind the name of a user."""
    for match in LOGIN.matches(words):
        value = match["value"].rstrip(TAIL)
        style = _LENGTH.search(value)
        if is_mixed(value) and match["user"][0].isalpha() and not (style or is_elsewhere(value) or "/" in value):
            yield match.start("value"), match.start("value") + len(value)


def _password(text: str, match: re.Match[str]) -> Place | None:
    start, end = match.span("value")
    value = text[start:end]
    if match["quote"] and (place := _quoted(text, match)):
        return place
    value = value.rstrip(TAIL) or value
    if len(value) < _SHORTEST or stands_for_one(value) or is_elsewhere(value) or _says_kind(match):
        return None
    given = _is_word_given if value.isalpha() else _is_sign_given
    return (start, start + len(value)) if given(text, match, value) else None


def _says_kind(match: re.Match[str]) -> bool:
    """Whether a field is only said to be one for passwords: `input[type=password]:focus`."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    return _KIND.search(before) is not None and "value" not in (match["strong"] or "")


def _is_sign_given(text: str, match: re.Match[str], value: str) -> bool:
    """Whether digits and signs behind the name are the password itself."""
    if match["bare"] is not None:
        if value.isdigit():
            return _is_bare_code(text, match, value)
        before = match.string[max(0, match.start() - _BEHIND) : match.start()]
        told = match["pass"] != _TICKET or _USER.search(before) is not None or _SIGNED.search(value) is not None
        return told and is_mixed(value) and len(value) >= _SHORTEST_BARE and "/" not in value
    if value.isdigit() or not any(map(str.isalnum, value)):
        behind = text[match.start("value") + len(value) : match.start("value") + len(value) + 12].lower()
        return (len(value) >= _FEWEST_DIGITS or bool(match["strong"])) and not UNIT.match(behind)
    if any(map(str.isdigit, value)):
        return any(map(str.isalpha, value)) or len(value) >= _SHORTEST_BARE
    return bool(match["strong"] and len(value) > _SHORTEST_BARE) or re.search(r"[^\w'./,-]", value) is not None


def _is_bare_code(text: str, match: re.Match[str], value: str) -> bool:
    """Whether digits right behind the name are the password: "passcode 4921", but no year and no count."""
    start = match.start("value")
    beside = not text[match.end("pass") : start].strip(" \"'") and match["pass"] != _TICKET
    behind = text[start + len(value) : start + len(value) + 12].lower()
    return beside and len(value) in _CODE_LENGTHS and not (_YEAR.fullmatch(value) or UNIT.match(behind))


def _is_word_given(text: str, match: re.Match[str], value: str) -> bool:
    """Whether a mere word behind "password is" is one, rather than the sentence's next word."""
    lower = value.lower()
    if lower in NO_VALUE or match["bare"] is not None:
        return False
    link = match["strong"] or (match["word"] or "").strip()
    inner_capital = value[1:] != value[1:].lower() and not value.isupper()
    if inner_capital:
        return True
    rest = text[match.start("value") + len(value) : match.start("value") + 40].lstrip(TAIL + " ")
    behind = text[match.start("value") + len(value) : match.start("value") + len(value) + 1]
    ends_here = not rest or behind in {*".,;!?\n"} or rest.startswith(("and ", "but ", "before", "until ", "\n"))
    if not ends_here or not (match["strong"] or link.rstrip(":").split(" ")[0] in {"is", "was"}):
        return False
    return bool(match["strong"]) or not ADJECTIVE.fullmatch(lower)


def _code(_text: str, match: re.Match[str]) -> Place | None:
    start = match.start("value")
    name = match["code"]
    before = match.string[max(0, match.start() - 20) : match.start()].split()
    named = before[-1].strip("'\"(") if before else ""
    if named in BUSINESS and not (named == "card" and name.startswith("pin")):
        return None
    if match["bare"] is not None and BUSINESS.intersection(match.string[match.end("code") : start].split()):
        return None
    digits = CODE_VALUE.match(match.string, start)
    if not digits or UNIT.match(match.string, digits.end()):
        return None
    if match["bare"] is not None and name in _BARE_CODES and sum(map(str.isdigit, digits[0])) != _SURE_CODE:
        return None
    return digits.span()


def _key(text: str, match: re.Match[str]) -> Place | None:
    start, end = match.span("value")
    value = text[start:end].partition("&")[0].rstrip(TAIL)
    if len(value) < _SHORTEST_KEY or not is_key(value):
        return None
    named = match.string[max(0, match.start() - _BEHIND) : match.end("key")]
    if NO_FIELD.search(named) or (match["key"] == "key" and is_record(value)):
        return None
    if match["bare"] is not None and not (len(value) >= _SURE_KEY or is_random(value)):
        return None
    if match["strong"] is None and value.isdigit():
        return None
    return start, start + len(value)


def _quoted(text: str, match: re.Match[str]) -> Place | None:
    """The whole of what stands in quotation marks, also several words."""
    start = match.start("value")
    mark = match["quote"][-1]
    end = text.find(_CLOSING.get(mark, mark), start, start + 200)
    value = text[start:end] if end > start else ""
    if len(value) < _SHORTEST or "\n" in value or stands_for_one(value) or value.lower() in NO_VALUE:
        return None
    return start, end
