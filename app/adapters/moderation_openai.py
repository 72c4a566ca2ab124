"""Moderation by an OpenAI-compatible provider, whose verdict is always a sure one."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import msgspec

from app.adapters.openai_client import OpenAiClient
from app.domain.llm import LlmFailure
from app.domain.moderation import ModerationUnavailable, ModerationVerdict

DEADLINE = 1.5
"""Seconds for a verdict, the second try included: a customer whose moderator is down is with a person within two."""

_MODEL = "omni-moderation-latest"
_LONGEST_VERDICT = 1_000_000  # bytes
_TRIES = 2


class _Request(msgspec.Struct, frozen=True):
    model: str
    input: str


class _Result(msgspec.Struct, frozen=True):
    flagged: bool
    categories: dict[str, bool | None]


class _Response(msgspec.Struct, frozen=True):
    results: tuple[_Result]


class OpenAiModeration:
    """Asks the provider about one text at a time. Who made the client closes it."""

    name = "openai"

    def __init__(self, client: OpenAiClient) -> None:
        self._client = client
        self._encoder: Final = msgspec.json.Encoder()
        self._decoder: Final = msgspec.json.Decoder(_Response)

    async def moderate(self, text: str) -> ModerationVerdict:
        """Judge a text; raises ModerationUnavailable, after which nothing may be taken for acceptable."""
        body = self._encoder.encode(_Request(_MODEL, text))
        try:
            async with asyncio.timeout(DEADLINE):
                return self._verdict(await self._ask(body))
        except TimeoutError:
            raise ModerationUnavailable("timeout") from None
        except LlmFailure as failure:
            raise ModerationUnavailable(failure.code) from None

    async def _ask(self, body: bytes) -> bytes:
        """Post, and post again at once where no connection came about or it broke."""
        for tries_left in reversed(range(_TRIES)):
            try:
                async with self._client.post("/moderations", body, content_type="application/json") as reads:
                    return await _whole(reads)
            except LlmFailure as failure:
                if not tries_left or failure.code not in {"connection", "cut"}:
                    raise
        raise AssertionError  # the last try returns or raises

    def _verdict(self, body: bytes) -> ModerationVerdict:
        try:
            (result,) = self._decoder.decode(body).results
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise ModerationUnavailable("wrong_shape") from None
        flagged = tuple(sorted(category for category, is_flagged in result.categories.items() if is_flagged))
        self_harm = any(category.startswith("self-harm") for category in flagged)
        return ModerationVerdict(result.flagged or bool(flagged), flagged, sure=True, self_harm=self_harm)


async def _whole(reads: AsyncIterator[bytes]) -> bytes:
    body = bytearray()
    async for data in reads:
        body += data
        if len(body) > _LONGEST_VERDICT:
            raise LlmFailure("too_long")
    return bytes(body)
