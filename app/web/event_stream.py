"""Event streams over HTTP: a response that outlives nothing, neither client, session nor drain, and costs little."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar, cast

from litestar import Litestar, Request, Response
from litestar.types import ASGIApp, Receive, Scope, Send
from typing_extensions import override

from app.telemetry import Metrics

T = TypeVar("T")
_Open = dict[str, Any]
"""A scope, with what ASGI does not name beside what it does; Any as it is there."""

KEEP_ALIVE = 15.0
"""Seconds of silence after which a comment is sent."""
STILL_HERE = b": still here\n\n"

_HEAD: Final = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
)
_BEGUN: Final = "frontdesk.begun"


class Draining:
    """Turns true when the process is about to stop: streams tell their readers to come back and end."""

    def __init__(self) -> None:
        self.now = False


class Chunk(NamedTuple):
    """Events as they are sent, nothing where a second went by without news; `last` ends the stream."""

    body: bytes = b""
    last: bool = False


class Reader(Protocol):
    """Whom a stream is for."""

    @property
    def ended(self) -> bool:
        """True once what proves the reader holds no longer."""

    @property
    def farewell(self) -> bytes:
        """What the reader is sent last, once it has ended."""

    def close(self) -> None:
        """End what the events come from; called once."""


@dataclass(slots=True, eq=False)
class Sending(Generic[T]):
    """A stream on its way: it ends with its last chunk, its client, its reader's proof, or the process."""

    batches: AsyncIterator[T]
    written: Callable[[T], Chunk]
    reader: Reader
    draining: Draining
    metrics: Metrics
    endless: bool
    _closed: bool = False

    async def begin(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head; what follows is for `StreamsApart`."""
        del receive
        cast(_Open, scope)[_BEGUN].append(self)
        await send({"type": "http.response.start", "status": 200, "headers": _HEAD})

    async def go_on(self, receive: Receive, send: Send) -> None:
        """Send chunk after chunk."""
        gone = asyncio.ensure_future(_disconnected(receive))
        gone.add_done_callback(self.end)  # who comes back at once finds room
        self.metrics.open_streams += 1
        try:
            last = await self._pass_on(send, gone)
            await send({"type": "http.response.body", "body": last, "more_body": False})
        finally:
            self.metrics.open_streams -= 1
            gone.cancel()
            self.end()

    def end(self, _: object = None) -> None:
        """End what the events come from, once."""
        if not self._closed:
            self._closed = True
            self.reader.close()

    async def _pass_on(self, send: Send, gone: asyncio.Future[None]) -> bytes:
        """Send chunk after chunk, and return the last one, which goes out together with the stream's end.

        A client that does not read is cut by its connection: what it leaves unread would grow in our memory.
        """
        spoke_at = time.monotonic()
        if self.endless:
            await _write(send, b": open\n\n")  # a quiet stream's head would wait for its first event
        async for batch in self.batches:
            chunk = self.written(batch)
            if gone.done():
                return b""
            if self.reader.ended:
                return self.reader.farewell
            if chunk.last:
                return chunk.body
            body = chunk.body or (STILL_HERE if time.monotonic() - spoke_at >= KEEP_ALIVE else b"")
            if body:
                await _write(send, body)
                spoke_at = time.monotonic()
            if self.draining.now and self.endless:
                return b"retry: 500\n: come back\n\n"
        return b""


class EventStream(Response[None]):
    """Answers with a stream of events."""

    def __init__(self, sending: Sending[Any]) -> None:  # Any: of whatever
        super().__init__(content=None, media_type="text/event-stream")
        self._sending = sending

    @override
    def to_asgi_response(  # type: ignore[override]  # of Litestar's answers only the call of an ASGI app is used
        self, app: Litestar | None, request: Request[Any, Any, Any], **_: object
    ) -> ASGIApp:
        return self._sending.begin


class StreamsApart:
    """Sends a stream once Litestar has done with its request, which nobody holds from then on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        begun: list[Sending[object]] = []
        cast(_Open, scope)[_BEGUN] = begun
        try:
            await self._app(scope, receive, send)
        except BaseException:
            for sending in begun:
                sending.end()
            raise
        if begun:
            _forget(cast(_Open, scope))
            await begun.pop().go_on(receive, send)


def _forget(scope: _Open) -> None:
    """Empty what the server keeps of a request until it is answered, but for the method, which it asks for."""
    method = scope["method"]
    scope["headers"].clear()
    scope.clear()
    scope["method"] = method


async def _write(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _disconnected(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
