"""Event streams over HTTP: one encoder of events, and a response that outlives nothing: no client, session or drain."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
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
class Following:
    """A follower whose session is watched; `resources` ends both."""

    follower: Follower
    watched: Watched
    resources: ExitStack


@dataclass(frozen=True, slots=True)
class Streams:
    """Opens streams of events for customers."""

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
        return EventStream(
            batches,
            following.resources.pop_all(),
            following.watched,
            self.draining,
            self.metrics,
            until_turn_ends=until_turn_ends,
        )


class EventStream(Response[None]):
    """Sends events until the turn has ended, the client has gone, the session has ended or the process stops.

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
    def to_asgi_response(  # type: ignore[override]  # of Litestar's answers only the call of an ASGI app is used
        self, app: Litestar | None, request: Request[Any, Any, Any], **_: object
    ) -> ASGIApp:
        return self._run

    async def _run(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope
        gone = asyncio.ensure_future(_disconnected(receive))
        gone.add_done_callback(lambda _: self._resources.close())  # who comes back at once finds room
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
        if not self._until_turn_ends:
            await _write(send, b": open\n\n")  # a quiet stream's head would wait for its first event
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
                await _write(send, b"retry: 500\n: come back\n\n")
                return


async def _write(send: Send, body: bytes) -> None:
    async with asyncio.timeout(PATIENCE):
        await send({"type": "http.response.body", "body": body, "more_body": True})


async def _disconnected(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
