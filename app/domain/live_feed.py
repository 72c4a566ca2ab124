"""The live feed: events of conversations on their way to whoever follows, on any replica; rows stay the truth."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from app.domain.event import Event


@dataclass(frozen=True, slots=True)
class RunningReply:
    """A reply on its way: the newest stored number when it started, and its unstored events, n counting from 1."""

    reply_id: str
    base: int
    pieces: tuple[Event, ...]


class Subscription(Protocol):
    """One follower's queue of live events, bounded; what did not fit is told by `lost`."""

    async def next(self, timeout: float) -> list[Event]:  # noqa: ASYNC109  # a timer of its own costs no task
        """Return everything that came, at least one event, or nothing after `timeout` seconds."""
        ...

    @property
    def lost(self) -> bool:
        """True once after events may have been missed: read rows and pieces again. Reading it resets it."""
        ...

    def close(self) -> None:
        """End this follower's stream, and wake it."""
        ...

    @property
    def closed(self) -> bool:
        """True when the conversation's streams must end (erasure, log-out)."""
        ...


class LiveFeed(Protocol):
    """Publishes events and hands them to followers. A store that is down loses nothing that rows cannot give back."""

    def publish(self, tenant_id: str, conversation_id: str, events: Sequence[Event]) -> None:
        """Send stored events on, to whoever follows and to the desk; a stored end of the reply drops its pieces.

        Never blocks, never raises.
        """
        ...

    def start(self, conversation_id: str, reply_id: str, base: int, turn_id: str) -> None:
        """Begin a reply: `reply.started` is its first unstored event. `base` is the newest stored number."""
        ...

    def piece(self, conversation_id: str, offset: int, text: str) -> None:
        """Send the next `reply.delta` of the running reply; `offset` in characters."""
        ...

    def subscribe(self, conversation_id: str) -> AbstractContextManager[Subscription]:
        """Follow a conversation from now on."""
        ...

    async def running(self, conversation_id: str) -> RunningReply | None:
        """Return the reply that is on its way now, on whichever replica; None if none is, or the store is down."""
        ...

    def forget(self, conversation_id: str, turn_id: str) -> None:
        """Drop the pieces of a turn's reply here: the turn is not this replica's any more."""
        ...

    def close(self, conversation_id: str) -> None:
        """End every stream of a conversation, on every replica."""
        ...

    def interrupt(self, turn_id: str, reason: str) -> None:
        """Tell the replica that runs a turn to stop it at once; rows tell it too within a second."""
        ...
