"""Knobs of the stand-in provider: their names, what they start as, and how a request turns them for itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from urllib.parse import parse_qsl, unquote_plus

MODES = frozenset({"tokens", "say", "echo", "obey"})
STATUS_FAULTS = frozenset({"401", "403", "429", "500", "503"})
FAULTS = STATUS_FAULTS | {
    "none",
    "hang",
    "reset",
    "disconnect",
    "stall",
    "truncate",
    "malformed",
    "wrong_type",
    "empty_choices",
    "error_event",
    "long_line",
    "split_utf8",
    "slow_bytes",
    "no_usage",
    "html",
    "length",
    "content_filter",
    "refusal",
    "empty",
}
_IN_BODY = re.compile(r"\[\[stub ([^\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class Knobs:
    """How the stand-in answers; times are in milliseconds, 0 or an empty text is off."""

    mode: str = "tokens"
    """`tokens` (tok0 tok1 …), `say`, `echo` (the user's newest message) or `obey` (a model that does as it reads)."""
    say: str = ""
    """The answer of `say`; `tokens` says it too, where it is set."""
    tokens: int = 64
    ttft: float = 0
    """Before the first token."""
    tps: float = 0
    """Tokens a second after the first; 0 is all at once."""
    drip: int = 0
    """1: each piece comes in two, cut in its middle."""
    mod_delay: float = 0
    mod_flag: int = 0
    """1: every moderation flags."""
    fault: str = "none"
    """One of FAULTS, for completions; with `mod_` before it for moderations."""
    every: int = 1
    """The fault strikes each n-th request of its kind."""
    times: int = 0
    """The fault strikes only so often after the last configuration; 0 is without end."""
    at: int = 8
    """The token at which a fault in mid-stream strikes."""
    retry_after: int = 1
    """Seconds, in the header of 429 and 503."""
    byte_ms: float = 1000
    """Between two bytes of `slow_bytes`."""
    key: str = ""
    """The only API key that is let in; empty lets all in."""

    def turned(self, changes: Mapping[str, object]) -> Self:
        """Return these knobs with some changed; numbers may come as text. Raises ValueError with what is wrong."""
        known = {field.name: type(field.default) for field in fields(self)}
        unknown = changes.keys() - known.keys()
        if unknown:
            raise ValueError(f"no such knob: {', '.join(sorted(unknown))}; there are {', '.join(known)}")
        # Any: each value has its field's type
        read: dict[str, Any] = {name: _read(name, value, known[name]) for name, value in changes.items()}
        turned = replace(self, **read)
        if turned.mode not in MODES:
            raise ValueError(f"no such mode: {turned.mode}; there are {', '.join(sorted(MODES))}")
        if turned.fault.removeprefix("mod_") not in FAULTS:
            raise ValueError(f"no such fault: {turned.fault}; there are {', '.join(sorted(FAULTS))}")
        return turned

    def for_request(self, model: str, body: str) -> Self:
        """Return one request's knobs: turned by `stub?ttft=200&tps=50`, then by the body's last `[[stub at=2]]`."""
        turns: dict[str, object] = dict(parse_qsl(model.partition("?")[2])) if "?" in model else {}
        if "[[stub " in body:
            turned = (turn.partition("=")[::2] for turn in _IN_BODY.findall(body)[-1].split())
            turns |= {name: unquote_plus(value) for name, value in turned}
        return self.turned({name: value for name, value in turns.items() if name != "key"}) if turns else self

    def fault_of(self, *, moderation: bool) -> str:
        """Return the fault that completions or moderations have, `none` without one."""
        if self.fault.startswith("mod_") is not moderation:
            return "none"
        return self.fault.removeprefix("mod_")


def _read(name: str, value: object, kind: type) -> str | int | float:
    if kind is str:
        return str(value)
    try:
        number = float(str(value)) if not isinstance(value, bool) else float(value)
    except ValueError:
        raise ValueError(f"{name} is a number, not {value!r}") from None
    return int(number) if kind is int else number
