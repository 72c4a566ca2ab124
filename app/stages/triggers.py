"""Triggers: a plain wish for a person, and matters that the approval record sends to one."""

from app.domain.handoff import Reason
from app.domain.turn import Cleared, Open, Outcome, TurnStopped
from app.domain.wishes import matched_trigger, wishes_for_person


class Triggers:
    """Decides before any model is asked."""

    def __call__(self, opened: Open) -> Cleared:
        """Clear the turn; raises TurnStopped `asked_for_person` or `escalation_trigger`."""
        accepted = opened.accepted
        if wishes_for_person(accepted.text):
            raise TurnStopped(Outcome.HANDED_OFF, Reason.ASKED_FOR_PERSON)
        if matched_trigger(accepted.text, accepted.workflow.approval.escalation_triggers or ()) is not None:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.ESCALATION_TRIGGER)
        return Cleared(accepted)
