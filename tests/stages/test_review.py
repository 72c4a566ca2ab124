"""Review: whether a reply is shown as it comes, or a person reads it first."""

import pytest

from app.domain.knowledge import Passage
from app.domain.turn import Screened
from app.domain.workflow import ReviewSettings, WorkflowStage
from app.stages.review import PILOT, PUBLISHED, Review
from tests.turns import Shelf, make_accepted, make_tenant

TOPICS = ReviewSettings(("refund", "billing"))


def hold(text: str, coverage: float = 0.0, stage: WorkflowStage = WorkflowStage.LIVE) -> str | None:
    """For which topic a reply to this waits, published knowledge covering so much of the question."""
    shelf = Shelf((Passage("a", "t", "s", "text", coverage),) if coverage else ())
    accepted = make_accepted(text, tenant=make_tenant(review=TOPICS, stage=stage))
    planned = Review(shelf)(Screened(accepted, (), suspicious=True))
    assert planned.suspicious
    assert planned.accepted is accepted
    return planned.hold


@pytest.mark.parametrize(
    ("text", "coverage", "topic"),
    [
        ("When do you open?", 0.0, None),
        ("How long does a refund take?", 0.0, "refund"),
        ("How long does a refund take?", PUBLISHED - 0.01, "refund"),
        ("How long does a refund take?", PUBLISHED, None),
        ("Please refund my order", 1.0, "refund"),
        ("You charged me twice on the invoice", 0.0, "billing"),
    ],
)
def test_topics_wait(text: str, coverage: float, topic: str | None) -> None:
    """A question that published knowledge answers is not one; a customer's own matter always is."""
    assert hold(text, coverage) == topic


def test_a_pilot_holds_everything() -> None:
    """Whatever the question, and however well it is covered."""
    assert hold("When do you open?", 1.0, WorkflowStage.PILOT) == PILOT
