"""The connection to one OpenAI-compatible provider, shared by answers and moderation."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import aiohttp
import httpx2
from openai import APIConnectionError, AsyncOpenAI, DefaultAioHttpClient

from app.domain.llm import LlmFailure

OPENAI = "https://api.openai.com/v1"
POOL = 4_000
"""Connections to one provider at most; the SDK's own thousand would be the first thing to run out."""

_KEPT_IDLE = 20.0  # seconds
_TIMEOUT = httpx2.Timeout(connect=3.0, pool=3.0, write=5.0, read=10.0)  # seconds; what a caller waits is shorter
_BROKEN = (httpx2.HTTPError, aiohttp.ClientError, APIConnectionError, OSError, asyncio.IncompleteReadError)
_RETRYABLE = frozenset({408, 409, 429})
_CREDENTIAL = frozenset({401, 403})


class OpenAiClient:
    """Posts to one provider and gives back the bytes of its answer as they come.

    `base_url` ends in the version, as in `https://api.openai.com/v1`, which None stands for. `api_key` is asked for the
    key with every call, so that a key that changes is used at once.
    """

    def __init__(self, base_url: str | None, api_key: Callable[[], str]) -> None:
        self._api_key = api_key
        http = DefaultAioHttpClient(
            timeout=_TIMEOUT,
            limits=httpx2.Limits(max_connections=POOL, max_keepalive_connections=POOL, keepalive_expiry=_KEPT_IDLE),
            follow_redirects=False,  # what a customer wrote goes to the configured address and nowhere else
            trust_env=False,  # one file reads the environment, and it is not this one
            event_hooks={"response": [_refuse_errors]},
        )
        self._client = AsyncOpenAI(
            api_key="given with each call",
            base_url=base_url or OPENAI,
            http_client=http,
            timeout=_TIMEOUT,
            max_retries=0,  # the stage retries, within a turn's own time
        )

    @asynccontextmanager
    async def post(self, path: str, body: bytes, *, content_type: str) -> AsyncIterator[AsyncIterator[bytes]]:
        """Send JSON and give the answer's body, read by read; leaving early drops the connection.

        Raises LlmFailure without the vendor's words, which may repeat the customer's, where the answer is no success,
        not of `content_type`, or breaks off.
        """
        response = await self._send(path, body)
        try:
            if not _is_plain(response, content_type):
                raise LlmFailure("content_type", retryable=True)
            async with aclosing(response.aiter_raw()) as reads:
                yield reads
        except _BROKEN:
            raise LlmFailure("cut", retryable=True) from None  # what broke holds the request
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Give the connections back; closing twice is fine."""
        await self._client.close()

    async def _send(self, path: str, body: bytes) -> httpx2.Response:
        headers = {"Authorization": f"Bearer {self._key()}", "Accept-Encoding": "identity"}
        try:
            return await self._client.post(
                path, content=body, cast_to=httpx2.Response, stream=True, options={"headers": headers}
            )
        except _BROKEN:
            raise LlmFailure("connection", retryable=True) from None  # what broke holds the request and its key

    def _key(self) -> str:
        try:
            key = self._api_key()
        except Exception:  # noqa: BLE001 - whoever keeps the key may fail in any way, and its words may hold the key
            key = ""
        if not key or not key.isascii() or not key.isprintable():
            raise LlmFailure("no_key", credential=True)
        return key


async def _refuse_errors(response: httpx2.Response) -> None:
    """Raise for what is no success before the SDK reads the body, which may be of any length."""
    status = response.status_code
    if status == httpx2.codes.OK:
        return
    raise LlmFailure(
        f"http_{status}",
        retryable=status in _RETRYABLE or status >= httpx2.codes.INTERNAL_SERVER_ERROR,
        retry_after=_seconds(response.headers.get("retry-after")),
        credential=status in _CREDENTIAL,
    )


def _seconds(retry_after: str | None) -> float | None:
    """Read a Retry-After of either form, a number of seconds or a date; None where it says neither."""
    if retry_after is None:
        return None
    try:
        seconds = float(retry_after)
    except ValueError:
        try:
            date = parsedate_to_datetime(retry_after)
        except ValueError:
            return None
        seconds = (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _is_plain(response: httpx2.Response, content_type: str) -> bool:
    """Tell whether the body is of the kind asked for, and not compressed: it would have no bound."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == content_type and response.headers.get("content-encoding", "identity") == "identity"
