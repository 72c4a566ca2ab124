"""The desk: what operators are told at once, on any replica: ids, reasons and times, never text."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Final, Protocol

from app.domain.event import Event, EventKind

RESYNC: Final = "resync"
"""The kind of the notice that asks to read everything again: others may have been missed."""

_OF_EVENTS: Final = {
    EventKind.HANDOFF_OPENED: "handoff.opened",
    EventKind.HANDOFF_CLAIMED: "handoff.claimed",
    EventKind.HANDOFF_RETURNED: "handoff.returned",
    EventKind.HANDOFF_RESOLVED: "handoff.resolved",
    EventKind.REPLY_HELD: "review.held",
}
_SAID: Final = ("handoff_id", "reason", "expected", "operator_name", "reply_id")


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that happened; without `tenant_id` it concerns every operator."""

    kind: str
    tenant_id: str | None
    data: Mapping[str, object] = field(default_factory=dict)


def notices_of(tenant_id: str, conversation_id: str, events: Sequence[Event]) -> list[Notice]:
    """Say what operators are told of a conversation's stored events."""
    return [
        Notice(
            _OF_EVENTS[event.kind],
            tenant_id,
            {"conversation_id": conversation_id, **{name: event.data[name] for name in _SAID if name in event.data}},
        )
        for event in events
        if event.kind in _OF_EVENTS
    ]


class DeskSubscription(Protocol):
    """One operator's queue of notices, bounded: where some did not fit, or may have been missed, one is `RESYNC`."""

    async def next(self, timeout: float) -> list[Notice]:  # noqa: ASYNC109  # a timer of its own costs no task
        """Return everything that came, or nothing after `timeout` seconds."""
        ...


class Desk(Protocol):
    """Tells operators, wherever they look."""

    def tell(self, *notices: Notice) -> None:
        """Tell whoever looks, on every replica. Never blocks, never raises."""
        ...

    def subscribe(self) -> AbstractContextManager[DeskSubscription]:
        """Look from now on."""
        ...
