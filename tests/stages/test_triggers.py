"""Triggers: a plain wish for a person, and the approval record's own matters."""

import pytest

from app.domain.handoff import Reason
from app.domain.turn import Open, Outcome, TurnStopped
from app.stages.triggers import Triggers
from tests.turns import make_accepted


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("I want to talk to a real person", Reason.ASKED_FOR_PERSON),
        ("I dispute this payment", Reason.ESCALATION_TRIGGER),
        ("human please, I dispute this payment", Reason.ASKED_FOR_PERSON),
    ],
)
def test_a_person_takes_it(text: str, reason: Reason) -> None:
    """Before any model is asked; a wish comes before a trigger."""
    with pytest.raises(TurnStopped) as caught:
        Triggers()(Open(make_accepted(text)))
    assert (caught.value.outcome, caught.value.reason) == (Outcome.HANDED_OFF, reason)


def test_other_messages_are_cleared() -> None:
    """The turn goes on as it is."""
    accepted = make_accepted("Is the tent for one person?")
    assert Triggers()(Open(accepted)).accepted is accepted
