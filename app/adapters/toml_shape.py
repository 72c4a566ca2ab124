"""Gives what TOML holds its shape: typed structures, or the key that is wrong and why."""

import math
import re
from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from app.domain.units import Duration, Rate

T = TypeVar("T")

_PLACE = re.compile(r" - at `\$(?P<path>[^`]*)`$")
_KEY_OF = re.compile(r" - at `key` in `\$(?P<path>[^`]*)`$")
_FIELD = re.compile(r"^Object (?:contains unknown|missing required) field `([^`]+)`")


class Refused(Exception):
    """A value is wrong. `key` is its dotted place in the file; `reason` says what to write."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


def shaped(value: object, shape: type[T], place: str) -> T:
    """Return `value` as `shape`, which stands at `place`. Raises Refused."""
    _refuse_endless(value, place)
    try:
        return msgspec.convert(value, shape, dec_hook=_parse)
    except msgspec.ValidationError as error:
        text = str(error)
        where = _PLACE.search(text) or _KEY_OF.search(text)
        path = where["path"].replace("[...]", "") if where else ""
        reason = text[: where.start()] if where else text
        field = _FIELD.search(reason)
        raise Refused(f"{place}{path}{'.' + field[1] if field else ''}".strip(".") or "file", reason) from error


def _refuse_endless(value: object, place: str) -> None:
    """Let no `nan` and no `inf` in: TOML has both, and a limit that is one of them never says no. Raises Refused."""
    if isinstance(value, float) and not math.isfinite(value):
        raise Refused(place or "file", "write a number")
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        _refuse_endless(part, f"{place}[{key}]" if isinstance(value, list) else f"{place}.{key}".strip("."))


def merged(under: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """Lay `over` on `under`, table by table; any other value, a list too, replaces the one below."""
    result = dict(under)
    for key, value in over.items():
        below = result.get(key)
        result[key] = merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return result


def _parse(kind: type, value: Any) -> object:  # noqa: ANN401  # msgspec hands over whatever the file holds
    if kind is object:
        return value
    if kind in (Duration, Rate) and isinstance(value, str):
        return kind.parse(value)
    raise ValueError("write it as text with its unit, such as '30d' or '20/minute'")
