"""Secrets of fields, `DB_PASS=…`, `"client_secret": "…"`, and random strings beside a word that tells of keys."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from app.domain.detection.credentials.values import TAIL, is_key, is_mixed, is_random, is_record, stands_for_one
from app.domain.detection.credentials.words import (
    ASSIGNED,
    FIELD,
    FIELD_PART,
    NO_FIELD,
    NO_SECRET,
    PASS_FIELD,
    PROVIDER,
    REST,
    SURE_FIELD,
    TELLING,
    TELLING_PARTS,
)

_SHORTEST, _SHORTEST_KEY, _SURE_FIELD = 3, 8, 20
_REACH, _NEAR, _BEHIND = 60, 48, 32  # characters
_LOOKED_AT = 25  # characters of a value
_LONG_NUMBER = 15  # digits; shorter ones are orders and accounts
_MANY = 300  # in one text: more are taken for secrets unseen, so that judging stays cheap
_RANDOM: Final = re.compile(r"(?<![\w/.@#-])[\w+/=~.-]{16,400}")
_LETTER: Final = re.compile(r"[^\W\d_]")
_MAYBE_DIGIT: Final = re.compile(r"[0-9\u00b2-\U0010ffff]")

Place = tuple[int, int]


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
