"""Prohibited data: what the policy blocks is refused, what it escalates goes to a person."""

from app.domain.data_class import Handling
from app.domain.handoff import Reason
from app.domain.turn import Open, Outcome, TurnStopped


class ProhibitedData:
    """Judges by the data classes that redaction found in the original."""

    def __call__(self, opened: Open) -> Open:
        """Raise TurnStopped `prohibited_data` where the policy says so; a block wins over an escalation."""
        handlings = {opened.accepted.workflow.handling(data_class) for data_class in opened.accepted.classes}
        if Handling.BLOCK in handlings:
            raise TurnStopped(Outcome.REFUSED, Reason.PROHIBITED_DATA)
        if Handling.ESCALATE in handlings:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.PROHIBITED_DATA)
        return opened
