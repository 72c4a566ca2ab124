"""What each event of a conversation carries, as the API's document tells it: a stream has no other schema there."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from app.domain.event import EventKind
from app.domain.handoff import Reason
from app.domain.turn import Outcome


class MessageAccepted(Struct, frozen=True):
    """The message is stored; its turn will end in an outcome."""

    message_id: str
    client_message_id: str
    seq: int
    at: str


class ReplyStarted(Struct, frozen=True):
    """A reply begins."""

    reply_id: str


class ReplyDelta(Struct, frozen=True):
    """A piece of the running reply; `offset` counts characters."""

    reply_id: str
    offset: int
    text: str


class Source(Struct, frozen=True, omit_defaults=True):
    """A help page that a reply is taken from."""

    title: str
    url: str | UnsetType = UNSET


class ReplyCompleted(Struct, frozen=True):
    """The whole text, which is what counts."""

    reply_id: str
    message_id: str
    seq: int
    text: str
    sources: list[Source]


class ReplyWithdrawn(Struct, frozen=True):
    """What was shown of the reply is taken back."""

    reply_id: str
    reason: Reason


class ReplyHeld(Struct, frozen=True):
    """A person checks the reply first."""

    reply_id: str
    reason: Reason


class SystemMessage(Struct, frozen=True):
    """What the service itself says."""

    message_id: str
    seq: int
    text: str
    at: str


class HandoffOpened(Struct, frozen=True):
    """A person is asked for; again with the same id where another reason joins."""

    handoff_id: str
    reason: Reason
    expected: Literal["now", "out_of_hours"]
    contact_fallback: str


class HandoffMoved(Struct, frozen=True, omit_defaults=True):
    """A person has taken the conversation, or given it back."""

    handoff_id: str
    operator_name: str | UnsetType = UNSET


class OperatorMessage(Struct, frozen=True):
    """What a person says."""

    message_id: str
    seq: int
    text: str
    operator_name: str
    at: str


class TurnEnded(Struct, frozen=True, omit_defaults=True):
    """How a turn ended."""

    outcome: Outcome
    reason: Reason | UnsetType = UNSET


class EventData(
    Struct,
    frozen=True,
    rename={kind.value.replace(".", "_"): kind.value for kind in EventKind},
):
    """What a stream carries: an event's `data` is what stands here under its name."""

    message_accepted: MessageAccepted
    reply_started: ReplyStarted
    reply_delta: ReplyDelta
    reply_completed: ReplyCompleted
    reply_withdrawn: ReplyWithdrawn
    reply_held: ReplyHeld
    system_message: SystemMessage
    handoff_opened: HandoffOpened
    handoff_claimed: HandoffMoved
    handoff_returned: HandoffMoved
    handoff_resolved: HandoffMoved
    operator_message: OperatorMessage
    turn_ended: TurnEnded
