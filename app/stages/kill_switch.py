"""The kill switch as a stage: looked at when the turn opens, before each call and with every piece."""

from app.domain.handoff import Reason
from app.domain.kill_switch import Switchboard, SwitchMode, scopes_of
from app.domain.turn import Accepted, Outcome, TurnStopped


class KillSwitch:
    """Lets a turn pass only while no switch covers it. Unknown state means stopped."""

    def __init__(self, switchboard: Switchboard) -> None:
        self._switchboard = switchboard

    def __call__(self, accepted: Accepted) -> Accepted:
        """Raise TurnStopped if a switch covers the turn; returns it unchanged. In memory, no I/O."""
        mode = self._switchboard.stopped(
            scopes_of(accepted.tenant.id, accepted.workflow_name, accepted.conversation_id)
        )
        if mode is not None:
            raise TurnStopped(outcome_of(mode), Reason.SWITCHED_OFF)
        return accepted

    def model_stopped(self, model: str) -> bool:
        """Tell whether a model is switched off: the next fallback answers instead."""
        return self._switchboard.stopped((f"model:{model}",)) is not None


def outcome_of(mode: SwitchMode) -> Outcome:
    """Say how a turn ends under a switch."""
    return Outcome.CLOSED if mode is SwitchMode.CLOSED else Outcome.HANDED_OFF
