"""The connection to one OpenAI-compatible provider, shared by answers and moderation."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ssl import SSLContext
from typing import Any, cast

import aiohttp
import httpx2
from openai._base_client import DefaultAioHttpClient
from openai._client import AsyncOpenAI
from openai._models import FinalRequestOptions
from typing_extensions import override

from app.adapters.openai_session import transport
from app.domain.llm import LlmFailure

OPENAI = "https://api.openai.com/v1"
POOL = 4_000
"""Connections to one provider at most; the SDK's own thousand would be the first thing to run out."""

_KEPT_IDLE = 20.0  # seconds
# Seconds. How long a read may take is the caller's to say: a second timer, set anew with each read, would say it again.
_TIMEOUT = httpx2.Timeout(connect=3.0, pool=3.0, write=5.0, read=None)
_BROKEN = (httpx2.HTTPError, aiohttp.ClientError, OSError, asyncio.IncompleteReadError)
_RETRYABLE = frozenset({408, 409, 429})
_CREDENTIAL = frozenset({401, 403})
_NEW_EACH_TIME = frozenset({b"authorization", b"content-length"})


class OpenAiClient:
    """Posts to one provider and gives back the bytes of its answer as they come.

    `base_url` ends in the version, as in `https://api.openai.com/v1`, which None stands for. `api_key` is asked for the
    key with every call, so that a key that changes is used at once. `trusted` is who may vouch for its address, by
    default whoever the machine trusts.
    """

    def __init__(self, base_url: str | None, api_key: Callable[[], str], trusted: SSLContext | None = None) -> None:
        self._api_key = api_key
        http = DefaultAioHttpClient(
            timeout=_TIMEOUT,
            transport=transport(httpx2.Limits(max_connections=POOL, keepalive_expiry=_KEPT_IDLE), trusted),
            follow_redirects=False,  # what a customer wrote goes to the configured address and nowhere else
            trust_env=False,  # one file reads the environment, and it is not this one
        )
        self._client = _Sdk(
            api_key="given with each call",
            base_url=base_url or OPENAI,
            http_client=http,
            timeout=_TIMEOUT,
            max_retries=0,  # the stage retries, within a turn's own time
        )

    def post(self, path: str, body: bytes, *, content_type: str) -> "Post":
        """Send JSON and give the answer's body, read by read; leaving early drops the connection.

        Raises LlmFailure without the vendor's words, which may repeat the customer's, where the answer is no success,
        not of `content_type`, or breaks off.
        """
        return Post(self._send(path, body), content_type)

    async def close(self) -> None:
        """Give the connections back; closing twice is fine."""
        await self._client.close()

    async def _send(self, path: str, body: bytes) -> httpx2.Response:
        try:
            return await self._client.ask(path, body, self._key())
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


class Post:
    """A request on its way, and its answer. It keeps none of what was asked: an answer may take a minute."""

    __slots__ = ("_content_type", "_sending", "_stream")

    def __init__(self, sending: Coroutine[object, object, httpx2.Response], content_type: str) -> None:
        self._sending: Coroutine[object, object, httpx2.Response] | None = sending
        self._content_type = content_type
        self._stream: httpx2.AsyncByteStream | None = None

    async def __aenter__(self) -> AsyncIterator[bytes]:
        sending, self._sending = self._sending, None
        if sending is None:
            raise RuntimeError("sent before")
        response = await sending
        self._stream = stream = cast("httpx2.AsyncByteStream", response.stream)  # the transport is asynchronous
        try:
            _refuse_others(response, self._content_type)
        except LlmFailure:
            await stream.aclose()
            raise
        return aiter(stream)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if self._stream is not None:
            await self._stream.aclose()
        if isinstance(error, _BROKEN):
            raise LlmFailure("cut", retryable=True) from None  # what broke holds the request


class _Sdk(AsyncOpenAI):
    """The SDK, which builds the request for a path once, and whose own transport sends it.

    Merging its headers and parsing its address again, its copies of options, redirects, cookies and retries that nobody
    here wants took longer than sending the request.
    """

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # whatever the SDK is told
        super().__init__(**settings)
        self._built: dict[str, tuple[httpx2.URL, list[tuple[bytes, bytes]], dict[str, Any]]] = {}

    @property
    @override
    def user_agent(self) -> str:
        return f"{AsyncOpenAI.__name__}/Python {self._version}"

    async def ask(self, path: str, body: bytes, key: str) -> httpx2.Response:
        """Post JSON; when this returns, the head of the answer has come, and nobody has looked at it yet."""
        request = self.request_for(path, body, key)
        return await self._client._transport_for_url(request.url).handle_async_request(request)  # noqa: SLF001  # see above

    def request_for(self, path: str, body: bytes, key: str) -> httpx2.Request:
        """Return the request that the SDK would send."""
        if path not in self._built:
            headers = {"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"}
            options = FinalRequestOptions.construct(method="post", url=path, content=body, headers=headers)
            first = self._build_request(options)
            own = [(name, value) for name, value in first.headers.raw if _is_of_path(name.lower())]
            self._built[path] = (first.url, own, dict(first.extensions))
        url, of_path, extensions = self._built[path]
        new = [(b"Authorization", b"Bearer " + key.encode("ascii")), (b"Content-Length", b"%d" % len(body))]
        whole = httpx2.ByteStream(body)  # given as a stream, it is not asked what headers it needs
        request = httpx2.Request("POST", url, headers=[*of_path, *new], stream=whole, extensions=extensions)
        request.read()
        request.headers.encoding = "ascii"  # else each look at a header tries all of them to find it out
        return request


def _is_of_path(name: bytes) -> bool:
    """Tell whether a header stays for every request to a path; what tells of this machine goes with none of them."""
    return name not in _NEW_EACH_TIME and not name.startswith(b"x-stainless-")


def _refuse_others(response: httpx2.Response, content_type: str) -> None:
    """Raise for what is no success, or not asked for, before anybody reads the body, which may be of any length."""
    status = response.status_code
    if status == httpx2.codes.OK:
        if not _is_plain(response, content_type):
            raise LlmFailure("content_type", retryable=True)
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
    # Read as they came: asked for a header by its name, httpx2 decodes them all to find their encoding out.
    headers = {name.lower(): value for name, value in response.headers.raw}
    kind = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
    return kind == content_type.encode() and headers.get(b"content-encoding", b"identity") == b"identity"
