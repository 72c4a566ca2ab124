"""What the people of one process know of each other: which conversations are a load's own, and when the desk heard.

An operator of a load test must never answer a real customer, so it looks only for conversations that were begun here.
"""

import math
from collections import OrderedDict
from typing import Final, TypeVar

from loadtests.users.greenlets import wait_until

Kept = TypeVar("Kept")
REMEMBERED: Final = 20_000

_ours: OrderedDict[str, None] = OrderedDict()
_at_desk: OrderedDict[str, float] = OrderedDict()
_looking: set[object] = set()


def ours(conversation: str) -> None:
    """Remember a conversation that was begun here."""
    _remember(_ours, conversation, None)


def is_ours(conversation: str) -> bool:
    """Tell whether a conversation was begun here."""
    return conversation in _ours


def looks(operator: object) -> None:
    """An operator of this process reads the desk's events from now on."""
    _looking.add(operator)


def looks_away(operator: object) -> None:
    """An operator does so no more."""
    _looking.discard(operator)


def is_looked_at() -> bool:
    """Tell whether anybody here would notice a handoff."""
    return bool(_looking)


def opened(handoff: str, at: float) -> None:
    """Note when a handoff was read at the desk; one that a further reason joins is told of again."""
    _remember(_at_desk, handoff, at)


def opened_at(handoff: str, since: float, within: float) -> float | None:
    """Wait until the desk has read of a handoff since a moment; returns when it did, None where it did not."""
    came = wait_until(lambda: _at_desk.get(handoff, -math.inf) >= since, within)
    return _at_desk[handoff] if came else None


def _remember(memory: OrderedDict[str, Kept], key: str, value: Kept) -> None:
    memory[key] = value
    if len(memory) > REMEMBERED:
        memory.popitem(last=False)
