"""Injection: attempts to make the assistant do what its tenant never asked for."""

from app.domain.handoff import Reason
from app.domain.injection import score_injection
from app.domain.turn import Outcome, Recalled, TurnStopped


class Injection:
    """Refuses a certain attempt; a suspicious one goes on, without records and tools."""

    def __call__(self, recalled: Recalled) -> bool:
        """Tell whether the message is suspicious; raises TurnStopped `injection`."""
        score = score_injection(recalled.accepted.text)
        if score.certain:
            raise TurnStopped(Outcome.REFUSED, Reason.INJECTION)
        return score.flagged
