"""Moderation inside this process, for the embedded default and where the API can't be reached."""

from app.domain.moderation import ModerationVerdict, judge_by_rules


class LocalModeration:
    """The moderation port by rules alone: it is always there, and says when it is not sure."""

    @property
    def name(self) -> str:
        """The moderator, as metrics and audit call it."""
        return "local"

    def judge(self, text: str) -> ModerationVerdict:
        """Judge a text at once; it takes microseconds for a message, so no thread is needed."""
        return judge_by_rules(text)

    async def moderate(self, text: str) -> ModerationVerdict:
        """Judge a text through the port; never raises."""
        return self.judge(text)
