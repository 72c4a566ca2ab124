"""The console's words: what people read where rows, events and the API hold a code."""

from collections.abc import Mapping
from typing import Final

from app.domain.handoff import HandoffState, Reason
from app.domain.kill_switch import SwitchMode
from app.domain.message import Author
from app.domain.review import DraftState

REASONS: Final[Mapping[str, str]] = {
    Reason.SWITCHED_OFF: "the assistant was switched off",
    Reason.RATE_LIMITED: "too many messages in a short time",
    Reason.OVER_BUDGET: "today's budget is spent",
    Reason.NOT_APPROVED: "the workflow is not approved",
    Reason.NOT_IN_ROLLOUT: "the assistant does not answer this customer yet",
    Reason.PROHIBITED_DATA: "the message held data that the assistant must not handle",
    Reason.UNSAFE_INPUT: "the customer may be in danger",
    Reason.INJECTION: "the message tried to give the assistant orders",
    Reason.MODERATION_UNAVAILABLE: "the safety check could not be reached",
    Reason.MODEL_UNAVAILABLE: "the model could not be reached",
    Reason.MODEL_TIMEOUT: "the model took too long",
    Reason.UNSAFE_OUTPUT: "the assistant's reply was not safe to show",
    Reason.REVIEW_TOPIC: "a reply that needed a person's yes did not get it",
    Reason.ASKED_FOR_PERSON: "the customer asked for a person",
    Reason.ESCALATION_TRIGGER: "the message is about something that goes to a person",
    Reason.TAKEN_OVER: "an operator took the conversation over",
    Reason.STOPPED: "the reply was stopped",
    Reason.INTERRUPTED: "the reply was interrupted",
    Reason.UNEXPECTED: "something went wrong on our side",
}
"""Why a conversation is on its way to a person."""

HANDOFF_STATES: Final[Mapping[str, str]] = {
    HandoffState.WAITING: "waiting",
    HandoffState.CLAIMED: "claimed",
    HandoffState.RESOLVED: "resolved",
    HandoffState.RETURNED: "returned to the assistant",
}

DRAFT_STATES: Final[Mapping[str, str]] = {
    DraftState.APPROVED: "approved",
    DraftState.EDITED: "edited and sent",
    DraftState.REJECTED: "rejected",
    DraftState.EXPIRED: "nobody decided in time",
}
"""What became of a reply that is held no more."""

EXPECTED: Final[Mapping[str, str]] = {
    "now": "was told that a person comes now",
    "out_of_hours": "was told that nobody is here before the opening hours",
}

MODES: Final[Mapping[str, str]] = {
    SwitchMode.HANDOFF: "Messages are still taken, and go to people.",
    SwitchMode.CLOSED: "Messages are refused, and customers are told whom to write to.",
}

AUTHORS: Final[Mapping[str, str]] = {
    Author.CONTACT: "Customer",
    Author.ASSISTANT: "Assistant",
    Author.OPERATOR: "Operator",
    Author.SYSTEM: "Frontdesk",
}


def spelled(code: str) -> str:
    """Write a code that has no sentence of its own, such as a review topic, as words."""
    return code.replace("_", " ")


def scope_words(scope: str) -> str:
    """Write a switch's scope as people say it."""
    kind, _, target = scope.partition(":")
    return "the whole service" if kind == "service" else f"{kind} {target}"
