"""Event streams over HTTP: one encoder of events, and a response that outlives nothing: no client, session or drain."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import msgspec
from litestar import Litestar, Request, Response
from litestar.types import ASGIApp, Receive, Scope, Send
from typing_extensions import override

from app.domain.event import EventKind
from app.errors import Problem
from app.telemetry import Metrics
from app.usecases.follow import Follow, Follower, Sent
from app.usecases.watch_sessions import MOST_STREAMS, Watched, WatchSessions
from app.web.identity import Customer

KEEP_ALIVE = 15.0
"""Seconds of silence after which a comment is sent."""
STILL_HERE = b": still here\n\n"
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


@dataclass(frozen=True, slots=True)
class Chunk:
    """Events as they are sent, nothing where a second went by without news; `last` ends the stream."""

    body: bytes = b""
    last: bool = False


@dataclass(frozen=True, slots=True)
class Following:
    """A follower whose session is watched; `resources` ends both."""

    follower: Follower
    watched: Watched
    resources: ExitStack


@dataclass(frozen=True, slots=True)
class Streams:
    """Opens streams of events."""

    follow: Follow
    watch: WatchSessions
    draining: Draining
    metrics: Metrics

    @contextmanager
    def open(self, customer: Customer, conversation_id: str, *, counted: bool = False) -> Iterator[Following]:
        """Follow a conversation; what follows on is closed on leaving, unless a response has taken it over."""
        contact = customer.session.contact
        with ExitStack() as resources:
            follower = resources.enter_context(self.follow(contact.tenant_id, contact.id, conversation_id))
            watched = resources.enter_context(self.watch(customer.token_hash, customer.session, counted=counted))
            watched.wake = follower.following.close
            yield Following(follower, watched, resources)

    def refuse_more_of(self, customer: Customer) -> None:
        """Raise Problem `too_many_streams` where the contact has its share of open streams."""
        if self.watch.streams_of(customer.session) >= MOST_STREAMS:
            raise Problem(
                "too_many_streams",
                f"{MOST_STREAMS} streams are open already; close one first.",
                headers={
                    "Retry-After": "5",
                    "RateLimit": '"streams";r=0;t=5',
                    "RateLimit-Policy": f'"streams";q={MOST_STREAMS};w=5',
                },
            )

    def response(
        self, following: Following, batches: AsyncIterator[list[Sent]], *, until_turn_ends: bool
    ) -> "EventStream":
        """Answer with a stream, which takes the follower over."""
        return self.of(
            _chunks(batches, until_turn_ends=until_turn_ends),
            following.resources,
            lambda: following.watched.ended,
            endless=not until_turn_ends,
        )

    def of(
        self, chunks: AsyncIterator[Chunk], resources: ExitStack, ended: Callable[[], bool], *, endless: bool = True
    ) -> "EventStream":
        """Answer with a stream of whatever events, which takes what they come from over."""
        return EventStream(chunks, resources.pop_all(), ended, self.draining, self.metrics, endless=endless)


async def _chunks(batches: AsyncIterator[list[Sent]], *, until_turn_ends: bool) -> AsyncIterator[Chunk]:
    """Encode batch after batch; the one with the turn's end is the last where the stream is the turn's."""
    async for batch in batches:
        last = until_turn_ends and any(event.kind is EventKind.TURN_ENDED for _, event in batch)
        yield Chunk(encoded(batch), last=last)


class EventStream(Response[None]):
    """Sends events until their last, the client has gone, what proves the reader has `ended`, or the process stops.

    `resources` is closed in any case; it holds what the events come from.
    """

    def __init__(
        self,
        chunks: AsyncIterator[Chunk],
        resources: ExitStack,
        ended: Callable[[], bool],
        draining: Draining,
        metrics: Metrics,
        *,
        endless: bool,
    ) -> None:
        super().__init__(content=None, media_type="text/event-stream")
        self._chunks = chunks
        self._resources = resources
        self._ended = ended
        self._draining = draining
        self._metrics = metrics
        self._endless = endless

    @override
    def to_asgi_response(  # type: ignore[override]  # of Litestar's answers only the call of an ASGI app is used
        self, app: Litestar | None, request: Request[Any, Any, Any], **_: object
    ) -> ASGIApp:
        return self._run

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope
        gone = asyncio.ensure_future(_disconnected(receive))
        gone.add_done_callback(lambda _: self._resources.close())  # who comes back at once finds room
        self._metrics.open_streams += 1
        try:
            await send({"type": "http.response.start", "status": 200, "headers": _HEAD})
            # A client that does not read is cut: what it leaves unread would grow in our memory.
            with suppress(TimeoutError):
                await self._pass_on(send, gone)
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._metrics.open_streams -= 1
            gone.cancel()
            self._resources.close()

    async def _pass_on(self, send: Send, gone: asyncio.Future[None]) -> None:
        """Send chunk after chunk; raises TimeoutError where the client does not read."""
        spoke_at = time.monotonic()
        if self._endless:
            await _write(send, b": open\n\n")  # a quiet stream's head would wait for its first event
        async for chunk in self._chunks:
            if gone.done() or self._ended():
                return
            body = chunk.body or (STILL_HERE if time.monotonic() - spoke_at >= KEEP_ALIVE else b"")
            if body:
                await _write(send, body)
                spoke_at = time.monotonic()
            if chunk.last:
                return
            if self._draining.now and self._endless:
                await _write(send, b"retry: 500\n: come back\n\n")
                return


async def _write(send: Send, body: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await send({"type": "http.response.body", "body": body, "more_body": True})


async def _disconnected(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
