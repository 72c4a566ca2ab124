"""A turn: the milestones that one customer message passes, each made by one stage only, and the ways a turn ends."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.budget import Reservation
from app.domain.contact import Contact
from app.domain.data_class import DataClass
from app.domain.handoff import Reason
from app.domain.knowledge import Passage
from app.domain.tenant import Tenant
from app.domain.workflow import Workflow


class Outcome(StrEnum):
    """How a turn ended, as the customer is told."""

    ANSWERED = "answered"
    HELD = "held"
    HANDED_OFF = "handed_off"
    REFUSED = "refused"
    DELIVERED = "delivered"
    STOPPED = "stopped"
    CLOSED = "closed"


class TurnStopped(Exception):
    """A stage ends the turn early; only what is delivered to a person has no reason. Holds no customer text."""

    def __init__(self, outcome: Outcome, reason: Reason | None) -> None:
        super().__init__(f"{outcome}: {reason}")
        self.outcome = outcome
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Turn:
    """A message from a known contact of a known tenant; its text is in memory only. Made by web: identity."""

    tenant: Tenant
    workflow_name: str
    contact: Contact
    conversation_id: str
    client_message_id: str
    text: str = field(repr=False)
    site_key: str | None = None

    @property
    def workflow(self) -> Workflow:
        """The workflow as its file stood when the turn began."""
        return self.tenant.workflows[self.workflow_name]


@dataclass(frozen=True, slots=True)
class Admitted:
    """Contact, tenant and concurrent turns have room; `slot` is given back when the turn has ended."""

    turn: Turn
    slot: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """Values never to be kept are gone, personal ones are placeholders; `classes` were found in the original.

    `text_hash` is a keyed hash of the original, by which a second text under the same id is told apart.
    """

    turn: Turn
    slot: str
    text: str = field(repr=False)
    text_hash: str
    classes: frozenset[DataClass]


@dataclass(frozen=True, slots=True)
class Accepted:
    """Stored once, with epoch and attempt; can be rebuilt from its row, but for the site.

    `reply_id` is the id that its first reply will have. `waiting` is true while an earlier turn of the conversation
    has not ended.
    """

    tenant: Tenant
    workflow_name: str
    contact: Contact
    conversation_id: str
    turn_id: str
    message_id: str
    seq: int
    epoch: int
    attempt: int
    reply_id: str
    text: str = field(repr=False)
    classes: frozenset[DataClass]
    waiting: bool = False
    site_key: str | None = None

    @property
    def workflow(self) -> Workflow:
        """The workflow as its file stood when the turn began."""
        return self.tenant.workflows[self.workflow_name]


@dataclass(frozen=True, slots=True)
class Open:
    """No switch covers it; the workflow is approved, not past its review date, in its rollout."""

    accepted: Accepted


@dataclass(frozen=True, slots=True)
class Cleared:
    """No data class that the policy blocks or escalates, no wish for a person, no escalation trigger."""

    accepted: Accepted


@dataclass(frozen=True, slots=True)
class Recalled:
    """With what was answered before, as others may read it: nothing there completes a value that came in parts.

    `said` are (role, text) with role `user` or `assistant`, oldest first, the message itself last.
    """

    accepted: Accepted
    said: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Screened:
    """Acceptable; a `suspicious` message is answered without records and tools."""

    accepted: Accepted
    said: tuple[tuple[str, str], ...] = field(repr=False)
    suspicious: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """Whether the reply may be shown as it comes (`hold` is None) or waits for a person, and for which topic."""

    accepted: Accepted
    said: tuple[tuple[str, str], ...] = field(repr=False)
    suspicious: bool
    hold: str | None


@dataclass(frozen=True, slots=True)
class Context:
    """What a prompt will hold, before its cost is reserved; `estimate` counts input tokens.

    `messages` are the newest of what was said.
    """

    planned: Planned
    system: str = field(repr=False)
    messages: tuple[tuple[str, str], ...] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    estimate: int = 0


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that a model adapter accepts: context whose cost is reserved."""

    accepted: Accepted
    hold: str | None
    system: str = field(repr=False)
    messages: tuple[tuple[str, str], ...] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    estimate: int
    reservation: Reservation
    safety_identifier: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article that a reply rests on."""

    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, stored under the epoch and attempt that its turn began with."""

    reply_id: str
    message_id: str
    seq: int
    text: str = field(repr=False)
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Ended:
    """The one end of every turn."""

    outcome: Outcome
    reason: Reason | None = None
