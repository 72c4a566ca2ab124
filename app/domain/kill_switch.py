"""The kill switch: scopes, modes, and whether a turn is covered by a switch that is on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

SHORTEST_REASON = 10
STALE_AFTER = 5.0
"""Seconds after which a state that was not confirmed counts as unknown, and unknown means stopped."""

_SCOPE = re.compile(
    r"service|tenant:[a-z0-9-]{2,40}|workflow:[a-z0-9-]{2,40}/[a-z0-9_-]{1,40}"
    r"|conversation:[0-9a-f-]{36}|model:[^\s/?#][^\s?#]{0,99}|tool:[A-Za-z0-9_.-]{1,80}"
)


class SwitchMode(StrEnum):
    """What happens to messages: to people, or refused with the contact fallback."""

    HANDOFF = "handoff"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Switch:
    """One scope's switch as it was last set."""

    scope: str
    on: bool
    mode: SwitchMode
    reason: str
    by: str
    at: datetime
    expires_at: datetime | None
    version: int

    def active(self, now: datetime) -> bool:
        """Tell whether it stops the assistant at `now`."""
        return self.on and (self.expires_at is None or now < self.expires_at)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every switch as rows have it, and the newest version among them, 0 if there is none."""

    version: int
    switches: list[Switch]


def is_scope(text: str) -> bool:
    """Tell whether `text` has the form of a scope; whether its object exists is the caller's to know."""
    return _SCOPE.fullmatch(text) is not None


def scopes_of(tenant: str, workflow: str, conversation: str) -> tuple[str, ...]:
    """List the scopes that cover every turn of a conversation; models and tools come on top."""
    return ("service", f"tenant:{tenant}", f"workflow:{tenant}/{workflow}", f"conversation:{conversation}")


def strongest(modes: Iterable[SwitchMode]) -> SwitchMode | None:
    """Choose between modes that apply at once: `closed` wins over `handoff`; None if there is none."""
    found = set(modes)
    if SwitchMode.CLOSED in found:
        return SwitchMode.CLOSED
    return SwitchMode.HANDOFF if found else None


class Switchboard(Protocol):
    """What a replica knows of the switches, in memory; unknown or stale counts as stopped."""

    def stopped(self, scopes: Iterable[str]) -> SwitchMode | None:
        """Say which mode applies to any of `scopes`, None if the assistant may speak. No I/O."""
        ...
