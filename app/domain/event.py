"""Events of a conversation as customers follow them, and the cursor that tells where a reader stands."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, Self

from typing_extensions import override


class EventKind(StrEnum):
    """Every event a stream can carry."""

    MESSAGE_ACCEPTED = "message.accepted"
    REPLY_STARTED = "reply.started"
    REPLY_DELTA = "reply.delta"
    REPLY_COMPLETED = "reply.completed"
    REPLY_WITHDRAWN = "reply.withdrawn"
    REPLY_HELD = "reply.held"
    SYSTEM_MESSAGE = "system.message"
    HANDOFF_OPENED = "handoff.opened"
    HANDOFF_CLAIMED = "handoff.claimed"
    HANDOFF_RETURNED = "handoff.returned"
    HANDOFF_RESOLVED = "handoff.resolved"
    OPERATOR_MESSAGE = "operator.message"
    TURN_ENDED = "turn.ended"


REPLY_ENDS = frozenset({EventKind.REPLY_COMPLETED, EventKind.REPLY_WITHDRAWN, EventKind.REPLY_HELD})


class Event(NamedTuple):
    """One event, ready to send.

    A stored event has its own `seq` and `n` 0. An unstored one has the newest stored number at the moment its reply
    started as `seq`, and its place among that reply's unstored events, from 1, as `n`.
    """

    kind: EventKind
    data: Mapping[str, object]
    seq: int
    n: int = 0
    turn_id: str | None = None


class Cursor(NamedTuple):
    """Where a reader stands: the newest stored number sent and, while a reply runs, the count of its pieces."""

    seq: int
    n: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a `Last-Event-ID`; raises ValueError where it is malformed."""
        match = re.fullmatch(r"(\d{1,15})(?:\.(\d{1,15}))?", text, re.ASCII)
        if not match:
            msg = "Last-Event-ID must be a number, or two numbers with a dot between them."
            raise ValueError(msg)
        return cls(int(match[1]), int(match[2] or 0))

    @override
    def __str__(self) -> str:
        """Spell it as an event id."""
        return f"{self.seq}.{self.n}" if self.n else str(self.seq)
