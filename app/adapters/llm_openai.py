"""A language model behind the OpenAI chat completions API, its answer streamed."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import suppress
from typing import Final

import msgspec

from app.adapters.completion_stream import CompletionStream
from app.adapters.openai_client import OpenAiClient
from app.domain.llm import Finished, Piece
from app.domain.turn import Prompt

JOINED_WITHIN = 0.06
"""Seconds in which what a slow stream brings is read together; its first piece never waits."""
LATER_WITHIN = 0.1
"""Those seconds once a few words were said: what is shown together takes longer still at fifty tokens a second."""
_A_FEW_WORDS = 64  # characters
_A_FEW_TOKENS = 4096  # bytes; a read that brings more is of a stream that has much to say at once
_DRAINED_WITHIN = 0.1  # seconds; a stream that has said [DONE] has only its end left to send


class _Message(msgspec.Struct, frozen=True):
    role: str
    content: str


class _Request(msgspec.Struct, frozen=True, omit_defaults=True):
    """The body on the wire; what is not set is not sent."""

    model: str
    messages: list[_Message]
    stream: bool
    stream_options: dict[str, bool]
    max_completion_tokens: int
    reasoning_effort: str | None = None
    store: bool | None = None
    safety_identifier: str | None = None


class OpenAiLlm:
    """The models of one provider.

    `sends` names the fields beyond the plain ones that the provider knows: `store`, `safety_identifier`.
    """

    def __init__(self, client: OpenAiClient, sends: frozenset[str]) -> None:
        self._client = client
        self._sends = sends
        self._encoder: Final = msgspec.json.Encoder()

    async def stream(self, prompt: Prompt, model: str) -> AsyncGenerator[Piece | Finished, None]:
        """Yield what each read of the network brought as one piece, a slow stream's few together, and `Finished` last.

        Raises LlmFailure. Closing it drops the connection, which is what tells the provider to stop.
        """
        answer, said = CompletionStream(), 0
        asked = self._client.post(
            "/chat/completions", self._encoder.encode(self._request(prompt, model)), content_type="text/event-stream"
        )
        async with asked as reads:
            async for data in reads:
                if text := answer.feed(data):
                    said += len(text)
                    yield Piece(text)
                if answer.done:
                    await _drain(reads)
                    break
                if text and len(data) < _A_FEW_TOKENS:
                    # Each read costs a round through every check.
                    await asyncio.sleep(LATER_WITHIN if said > _A_FEW_WORDS else JOINED_WITHIN)
            yield answer.finished()

    async def close(self) -> None:
        """Give the connections back."""
        await self._client.close()

    def _request(self, prompt: Prompt, model: str) -> _Request:
        settings = prompt.accepted.workflow.model
        return _Request(
            model=model,
            messages=[_Message("system", prompt.system), *(_Message(role, text) for role, text in prompt.messages)],
            stream=True,
            stream_options={"include_usage": True},
            max_completion_tokens=settings.max_output_tokens,
            reasoning_effort=settings.reasoning_effort,
            store=settings.store if "store" in self._sends else None,
            safety_identifier=prompt.safety_identifier if "safety_identifier" in self._sends else None,
        )


async def _drain(reads: AsyncIterator[bytes]) -> None:
    """Read to the end, so that the connection can serve the next call; not for long, the answer is whole."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_DRAINED_WITHIN):
            async for _ in reads:
                pass
