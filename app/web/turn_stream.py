"""Event streams over HTTP: one encoder of events, and a response that outlives nothing: no client, session or drain."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import ExitStack, suppress
from typing import Any, override

import msgspec
from litestar import Request, Response
from litestar.types import ASGIApp, Receive, Scope, Send

from app.domain.event import EventKind
from app.telemetry import Metrics
from app.usecases.follow import Sent
from app.usecases.watch_sessions import Watched

KEEP_ALIVE = 15.0
"""Seconds of silence after which a comment is sent."""
PATIENCE = 30.0
"""Seconds that a client may leave what was sent unread."""

_HEAD = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
)
_encode = msgspec.json.Encoder().encode


def encoded(batch: Iterable[Sent]) -> bytes:
    """Write events as server-sent events; each id is the reader's cursor after it."""
    return b"".join(
        b"id: %s\nevent: %s\ndata: %s\n\n" % (str(cursor).encode(), event.kind.encode(), _encode(event.data))
        for cursor, event in batch
    )


class Draining:
    """Turns true when the process is about to stop: streams tell their readers to come back and end."""

    def __init__(self) -> None:
        self.now = False


class EventStream(Response[None]):
    """Sends batches of events until the turn has ended, the client has gone, the session has ended or the process stops.

    `resources` is closed in any case; it holds what the batches come from.
    """

    def __init__(
        self,
        batches: AsyncIterator[list[Sent]],
        resources: ExitStack,
        watched: Watched,
        draining: Draining,
        metrics: Metrics,
        *,
        until_turn_ends: bool,
    ) -> None:
        super().__init__(content=None, media_type="text/event-stream")
        self._batches = batches
        self._resources = resources
        self._watched = watched
        self._draining = draining
        self._metrics = metrics
        self._until_turn_ends = until_turn_ends

    @override
    def to_asgi_response(self, app: Any, request: Request[Any, Any, Any], **_: Any) -> ASGIApp:
        return self._run

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope
        gone = asyncio.ensure_future(_disconnected(receive))
        self._metrics.streams.inc()
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEAD})
            # A client that does not read is cut: what it leaves unread would grow in our memory.
            with suppress(TimeoutError):
                await self._pass_on(send, gone)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._metrics.streams.dec()
            gone.cancel()
            self._resources.close()

    async def _pass_on(self, send: Send, gone: asyncio.Future[None]) -> None:
        """Send batch after batch; raises TimeoutError where the client does not read."""
        quiet = 0
        await _write(send, b": open\n\n")
        async for batch in self._batches:
            if gone.done() or self._watched.ended:
                return
            quiet = 0 if batch else quiet + 1
            if batch:
                await _write(send, encoded(batch))
            elif quiet >= KEEP_ALIVE:
                quiet = 0
                await _write(send, b": still here\n\n")
            if self._until_turn_ends and any(event.kind is EventKind.TURN_ENDED for _, event in batch):
                return
            if self._draining.now and not self._until_turn_ends:
                return await _write(send, b"retry: 500\n: come back\n\n")


async def _write(send: Send, body: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await send({"type": "http.response.body", "body": body, "more_body": True})


async def _disconnected(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
