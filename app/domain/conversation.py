"""A conversation: its state, its epoch and who may speak in it."""

from dataclasses import dataclass
from enum import StrEnum


class ConversationState(StrEnum):
    """Who has the conversation."""

    ASSISTANT = "assistant"
    WAITING = "waiting"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Conversation:
    """An exchange between one contact and the assistant or an operator.

    `epoch` counts changes of owner. `silent` is true while the assistant may not answer: an operator has it, or it
    waits for one after a reason that is not technical.
    """

    id: str
    tenant_id: str
    contact_id: str
    workflow: str
    state: ConversationState
    epoch: int
    last_seq: int
    handoff_id: str | None
    silent: bool
