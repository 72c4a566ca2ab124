"""Moderation inside this process, for the embedded default and where the API can't be reached."""

from collections.abc import Sequence

from app.domain.moderation import ModerationVerdict
from app.domain.moderation.judge import WORDINGS, judge_text
from app.domain.moderation.units import Unit, is_unsafe


class LocalModeration:
    """The moderation port by rules and a small model: it is always there, and says when it is not sure."""

    @property
    def name(self) -> str:
        """The moderator, as metrics and audit call it."""
        return "local"

    def prepare(self) -> None:
        """Do beforehand what the first hundred texts would each wait for: half a second, and 3 MB."""
        WORDINGS.patterns()

    def judge(self, text: str) -> ModerationVerdict:
        """Judge a text at once; it takes microseconds for a message, so no thread is needed."""
        return judge_text(text)

    def is_unsafe(self, stretch: Sequence[Unit]) -> bool:
        """Judge what the assistant is about to say."""
        return is_unsafe(stretch)

    async def moderate(self, text: str) -> ModerationVerdict:
        """Judge a text through the port; never raises."""
        return self.judge(text)
