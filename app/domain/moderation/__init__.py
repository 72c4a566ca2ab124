"""Whether a message is unsafe: self-harm, hate, harassment, sexual content, violence."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ModerationVerdict:
    """What a moderator says of a text; the categories carry the names OpenAI gives them.

    `sure` is False where a weak cue is there that the judge can't weigh.
    """

    flagged: bool
    categories: tuple[str, ...]
    sure: bool
    self_harm: bool


class ModerationUnavailable(Exception):
    """Nobody judged. `code` is a short word for logs and metrics, such as `timeout`; no customer text."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Moderation(Protocol):
    """Whoever judges content safety, remote or local."""

    @property
    def name(self) -> str:
        """The moderator, as metrics and audit call it."""
        ...

    async def moderate(self, text: str) -> ModerationVerdict:
        """Judge a text; raises ModerationUnavailable, after which nothing may be taken for acceptable."""
        ...


PASSED = ModerationVerdict(flagged=False, categories=(), sure=True, self_harm=False)
