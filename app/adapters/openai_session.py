"""The session of the SDK's transport with one provider: aiohttp's, without what each event of a stream would cost."""

from collections.abc import AsyncIterator
from functools import partial
from ssl import SSLContext
from typing import Final, cast

import httpx2
from aiohttp import ClientResponse, ClientSession, DummyCookieJar, RequestInfo, TCPConnector
from aiohttp.client_proto import ResponseHandler
from multidict import CIMultiDict, CIMultiDictProxy
from openai._vendor.httpx_aiohttp import AiohttpTransport
from openai._vendor.httpx_aiohttp.transport import AiohttpResponseStream
from typing_extensions import override


class _Reading(ResponseHandler):
    """A connection. aiohttp resumes it, and its parser, with each event that is taken, though it was never paused."""

    @override
    def resume_reading(self, resume_parser: bool = True) -> None:
        if self._reading_paused:
            super().resume_reading(resume_parser)


class _Body(AiohttpResponseStream):
    """An answer's body, read without a generator around aiohttp's reader; what breaks is aiohttp's own error."""

    def __init__(self, answer: ClientResponse) -> None:
        super().__init__(answer)
        # An answer may take a minute, and what was asked and the head of the answer would be kept as long.
        answer._request_info = cast("RequestInfo", None)  # noqa: SLF001 - aiohttp has no word for it
        answer._headers = _NONE  # noqa: SLF001 - as above
        answer._raw_headers = ()  # noqa: SLF001 - as above

    @override
    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._aiohttp_response.content.iter_chunked(self.CHUNK_SIZE)


class _Transport(AiohttpTransport):
    """The SDK's transport."""

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await super().handle_async_request(request)
        if isinstance(response.stream, AiohttpResponseStream):
            response.stream = _Body(response.stream._aiohttp_response)  # noqa: SLF001 - the SDK has no word for it
        return response


_NONE: Final = CIMultiDictProxy[str](CIMultiDict())


def transport(limits: httpx2.Limits, trusted: SSLContext | None) -> AiohttpTransport:
    """Make the SDK's transport over such connections; it keeps no cookies, and reads no environment."""
    made = _Transport(verify=trusted or True, trust_env=False, limits=limits)

    def session() -> ClientSession:
        connector = TCPConnector(
            limit=limits.max_connections or 0, keepalive_timeout=limits.keepalive_expiry, ssl=made.ssl_context
        )
        factory = partial(_Reading, loop=connector._loop)  # noqa: SLF001 - as below
        connector._factory = factory  # type: ignore[assignment]  # noqa: SLF001 - aiohttp has no word for it
        return ClientSession(connector=connector, cookie_jar=DummyCookieJar())

    made.client = session
    return made
