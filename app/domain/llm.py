"""The port to a language model: what it is given, what it gives back, and how it fails."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.turn import Prompt


class Finish(StrEnum):
    """How a model ended its answer."""

    STOP = "stop"
    LENGTH = "length"
    FILTERED = "filtered"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the vendor counted them."""

    input_tokens: int
    output_tokens: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of an answer: whatever came in one read, joined."""

    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of an answer; `usage` is None where the vendor reported none."""

    finish: Finish
    usage: Usage | None


class LlmFailure(Exception):
    """The model did not answer. Holds no customer text.

    `retryable`: the same call may work if tried again before anything was said. `retry_after`: seconds to wait first.
    `credential`: the key was refused. `code`: a short word for logs and metrics, such as `http_503` or `bad_json`.
    """

    def __init__(
        self, code: str, *, retryable: bool = False, retry_after: float | None = None, credential: bool = False
    ) -> None:
        super().__init__(code)
        self.code = code
        self.retryable = retryable
        self.retry_after = retry_after
        self.credential = credential


class Llm(Protocol):
    """A provider of models, real or offline."""

    def stream(self, prompt: Prompt, model: str) -> AsyncGenerator[Piece | Finished, None]:
        """Yield pieces as they come and one `Finished` last; raises LlmFailure. Closing it cancels the call."""
        ...

    async def close(self) -> None:
        """Give connections back."""
        ...
