"""Review: whether the reply may be shown as it comes, or waits for a person first."""

from app.domain.knowledge import Knowledge
from app.domain.review_topics import matched_topic, own_matter
from app.domain.turn import Planned, Screened
from app.domain.workflow import WorkflowStage

PILOT = "pilot"
PUBLISHED = 0.6
"""A question of which published passages cover this share (0 to 1) needs no review."""


class Review:
    """Holds replies of the pilot stage, and those on the workflow's review topics."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def __call__(self, screened: Screened) -> Planned:
        """Plan the reply by the question it answers."""
        return Planned(screened.accepted, screened.said, screened.suspicious, self._topic(screened))

    def _topic(self, screened: Screened) -> str | None:
        accepted = screened.accepted
        if accepted.workflow.stage is WorkflowStage.PILOT:
            return PILOT
        topic = matched_topic(accepted.text, accepted.workflow.review.topics)
        return None if topic is None or self._is_published(screened) else topic

    def _is_published(self, screened: Screened) -> bool:
        """Tell whether published knowledge answers it: a question about how things work, well covered."""
        accepted = screened.accepted
        if own_matter(accepted.text):
            return False
        found = self._knowledge.search(accepted.tenant.id, accepted.workflow_name, accepted.text, 1)
        return bool(found) and found[0].coverage >= PUBLISHED
