"""Secrets that are called by their name: passwords said aloud, codes, keys, fields of configuration files."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from app.domain.detection.led import Words
from app.domain.detection.secret_beside import find_behind, find_loud
from app.domain.detection.secret_values import (
    TAIL,
    is_elsewhere,
    is_key,
    is_mixed,
    is_random,
    is_record,
    stands_for_one,
)
from app.domain.detection.secret_words import (
    ADJECTIVE,
    ASSIGNED,
    BUSINESS,
    CODE_VALUE,
    FIELD,
    FIELD_PART,
    LOGIN,
    NO_FIELD,
    NO_SECRET,
    NO_VALUE,
    PASS_FIELD,
    PROVIDER,
    REST,
    SAID,
    SURE_FIELD,
    TELLING,
    TELLING_PARTS,
    UNIT,
    WORDS_BEHIND,
)

_CODE_LENGTHS: Final = range(4, 9)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_SHORTEST, _SHORTEST_BARE, _SHORTEST_KEY, _SURE_KEY, _SURE_FIELD = 3, 5, 8, 16, 20
_REACH, _NEAR, _BEHIND = 60, 48, 32  # characters
_FEWEST_DIGITS, _SURE_CODE = 4, 6
_LOOKED_AT = 25  # characters of a value
_LONG_NUMBER = 15  # digits; shorter ones are orders and accounts
_TICKET: Final = "pass"  # also what opens a gate
_USER: Final = re.compile(r"\b(?:user|username|login|id):? \S+[ ,/]{1,3}$")
_MANY = 300  # in one text: more are taken for secrets unseen, so that judging stays cheap
_BARE_CODES: Final = frozenset({"code", "kode", "kod", "codice", "c\u00f3digo", "codigo", "tan"})
_RANDOM: Final = re.compile(r"(?<![\w/.@#-])[\w+/=~.-]{16,400}")
_LENGTH: Final = re.compile(r":[0-9.]+(?:px|r?em|pt|vh|vw|%)")
_KIND: Final = re.compile(r"type\s?=\s?[\"']?$")
_LETTER: Final = re.compile(r"[^\W\d_]")
_MAYBE_DIGIT: Final = re.compile(r"[0-9\u00b2-\U0010ffff]")
_CLOSING: Final = {"“": "”", "„": "“", "«": "»"}

Place = tuple[int, int]


def find_said(text: str, lower: str, words: Words, *, digits: bool) -> Iterator[Place]:
    """Yield values that stand behind, or before, the name of a secret."""
    for judged, match in enumerate(words.matches(SAID)):
        if judged > _MANY:
            if match["bare"] is None or is_mixed(match["value"]):
                yield match.span("value")
            continue
        choose = _code if match["code"] else _password if match["pass"] else _key
        if place := choose(text, match):
            yield place
    for match in words.matches(WORDS_BEHIND):
        if not NO_VALUE.intersection(match["value"].split()[:2]):
            yield match.span("value")
    if digits:
        yield from _find_logins(words)
    yield from find_behind(text, lower, words)
    yield from find_loud(text, lower)


def _find_logins(words: Words) -> Iterator[Place]:
    """Yield values with digits behind the name of a user."""
    for match in words.matches(LOGIN):
        value = match["value"].rstrip(TAIL)
        style = _LENGTH.search(value)
        if is_mixed(value) and match["user"][0].isalpha() and not (style or is_elsewhere(value) or "/" in value):
            yield match.start("value"), match.start("value") + len(value)


def find_assigned(text: str, lower: str, *, digits: bool) -> Iterator[Place]:
    """Yield values of fields: `DB_PASS=…`, `"client_secret": "…"`, `heroku_api = …`."""
    parts = list(FIELD_PART.finditer(lower))
    if not (digits or parts):
        return
    ends = [part.end(part.lastindex or 0) for part in parts]
    end = judged = 0
    letter = digit = -1
    for match in ASSIGNED.finditer(text):
        sign, start = match.span()
        if start < end:
            continue
        called = bool(ends) and _is_near(parts, bisect_right(ends, sign), sign)
        if not called:
            digit = digit if digit >= start else _next(_MAYBE_DIGIT, text, start)
            letter = letter if letter >= start else _next(_LETTER, text, start) if judged >= _MANY else start
            if digit >= start + _LOOKED_AT or letter >= start + _LOOKED_AT:
                continue
        rest = REST.match(text, start)
        value = rest[0] if rest else ""
        if not called and not (is_mixed if judged >= _MANY else _has_digits)(value[:_LOOKED_AT]):
            continue
        judged += 1
        value = value.rstrip(TAIL)
        if judged > _MANY or _is_field(text, lower[max(0, sign - _REACH) : sign], start, value, called=called):
            end = start + len(value)
            yield start, end


def _is_near(parts: list[re.Match[str]], behind: int, sign: int) -> bool:
    """Whether the last of these parts before a sign stands near enough to it."""
    return behind > 0 and parts[behind - 1].start() >= sign - _REACH


def _next(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.search(text, start)
    return found.start() if found else len(text) + _LOOKED_AT


def _has_digits(value: str) -> bool:
    return not value.isalpha() and any(map(str.isdigit, value))


def _is_field(text: str, name: str, start: int, value: str, *, called: bool) -> bool:
    """Whether a field of this name holds a secret, and not only the place of one."""
    if called and FIELD.search(name) and not NO_FIELD.search(name):
        followed = value.isalpha() and text[start + len(value) : start + len(value) + 1] == " "
        followed = followed or (text[start - 1] == ">" and PASS_FIELD.search(value.lower()) is not None)  # a label
        if PASS_FIELD.search(name) and not followed and len(value) >= _SHORTEST and not stands_for_one(value):
            return True
        sure = SURE_FIELD.search(name) or ((len(value) >= _SURE_FIELD or is_random(value)) and not is_record(value))
        return bool(sure) and len(value) >= _SHORTEST_KEY and is_key(value)
    if (
        len(value) <= _SHORTEST_KEY
        or not any(map(str.isdigit, value))
        or (value.isdigit() and len(value) < _LONG_NUMBER)
    ):
        return False
    return PROVIDER.search(name) is not None and is_key(value)


def find_random(text: str, lower: str) -> Iterator[Place]:
    """Yield random strings near a word that tells of keys, unless a nearer one tells of something else."""
    if not any(part in lower for part in TELLING_PARTS):
        return
    for judged, match in enumerate(_RANDOM.finditer(text)):
        if judged > _MANY:
            if is_mixed(match[0]):
                yield match.span()
            continue
        if not is_random(match[0]) or is_record(match[0]):
            continue
        before = lower[max(0, match.start() - _NEAR) : match.start()]
        after = lower[match.end() : match.end() + _BEHIND]
        if (TELLING.search(before) or TELLING.search(after)) and not NO_SECRET.search(before[-24:]):
            yield match.start(), match.start() + len(match[0].rstrip(TAIL))


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
        told = match["pass"] != _TICKET or _USER.search(before) is not None
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
    ends_here = not rest or behind in {*".,;!?\n"} or rest.startswith(("and ", "but ", "\n"))
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
