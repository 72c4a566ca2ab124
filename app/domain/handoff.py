"""A handoff: a conversation on its way to a person, and the reasons that bring it there."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal


class Reason(StrEnum):
    """Why a turn ended as it did; the same words on events, audit and metrics."""

    SWITCHED_OFF = "switched_off"
    RATE_LIMITED = "rate_limited"
    OVER_BUDGET = "over_budget"
    NOT_APPROVED = "not_approved"
    NOT_IN_ROLLOUT = "not_in_rollout"
    PROHIBITED_DATA = "prohibited_data"
    UNSAFE_INPUT = "unsafe_input"
    INJECTION = "injection"
    MODERATION_UNAVAILABLE = "moderation_unavailable"
    MODEL_UNAVAILABLE = "model_unavailable"
    MODEL_TIMEOUT = "model_timeout"
    UNSAFE_OUTPUT = "unsafe_output"
    REVIEW_TOPIC = "review_topic"
    ASKED_FOR_PERSON = "asked_for_person"
    ESCALATION_TRIGGER = "escalation_trigger"
    TAKEN_OVER = "taken_over"
    STOPPED = "stopped"
    INTERRUPTED = "interrupted"
    UNEXPECTED = "unexpected"


TECHNICAL = frozenset(
    {
        Reason.SWITCHED_OFF,
        Reason.OVER_BUDGET,
        Reason.MODERATION_UNAVAILABLE,
        Reason.MODEL_UNAVAILABLE,
        Reason.MODEL_TIMEOUT,
        Reason.INTERRUPTED,
        Reason.UNEXPECTED,
    }
)
"""After these the assistant takes the next message as soon as it can; after any other it is silent."""


class HandoffState(StrEnum):
    """Where a handoff stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    RESOLVED = "resolved"
    RETURNED = "returned"


OPEN: Final = (HandoffState.WAITING, HandoffState.CLAIMED)
"""The states of a handoff that has not ended."""


@dataclass(frozen=True, slots=True)
class Handoff:
    """An open or ended handoff; `reason` is the first that opened it."""

    id: str
    conversation_id: str
    tenant_id: str
    workflow: str
    state: HandoffState
    reason: Reason
    opened_at: datetime
    claimed_by: str | None
    expected: Literal["now", "out_of_hours"]
