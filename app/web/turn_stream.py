"""Streams of a conversation's events: one encoder of events, and followers whose session is watched."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Self, TypeVar

import msgspec

from app.domain.event import EventKind
from app.domain.live_feed import Subscription
from app.errors import Problem
from app.telemetry import Metrics
from app.usecases.follow import Follow, Follower, Sent
from app.usecases.watch_sessions import MOST_STREAMS, Watched, WatchSessions
from app.web.event_stream import Chunk, Draining, EventStream, Reader, Sending
from app.web.identity import Customer

T = TypeVar("T")

_encode = msgspec.json.Encoder().encode


def encoded(batch: Iterable[Sent]) -> bytes:
    """Write events as server-sent events; each id is the reader's cursor after it."""
    return b"".join(
        [
            b"id: %s\nevent: %s\ndata: %s\n\n" % (str(cursor).encode(), event.kind.encode(), _encode(event.data))
            for cursor, event in batch
        ]
    )


@dataclass(slots=True)
class Following:
    """A follower whose session is watched. Both end with the block, unless a response has taken them over."""

    follower: Follower
    watched: Watched
    subscribed: AbstractContextManager[Subscription]
    taken_over: bool = False

    def __enter__(self) -> Self:
        """Watch the session."""
        self.watched.wake = self.follower.following.close
        self.watched.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        """End both where nobody else will."""
        if not self.taken_over:
            self.close()

    @property
    def ended(self) -> bool:
        """True once the session has ended."""
        return self.watched.ended

    @property
    def farewell(self) -> bytes:
        """Nothing: sessions end by the thousand with their key, and chats come back in their own time, not at once."""
        return b""

    def close(self) -> None:
        """End both."""
        self.watched.__exit__()
        self.subscribed.__exit__(None, None, None)


@dataclass(frozen=True, slots=True)
class Streams:
    """Opens streams of events."""

    follow: Follow
    watch: WatchSessions
    draining: Draining
    metrics: Metrics

    def open(self, customer: Customer, conversation_id: str, *, counted: bool = False) -> Following:
        """Follow a conversation from now on, within the block."""
        contact = customer.session.contact
        subscribed = self.follow.feed.subscribe(conversation_id)
        follower = self.follow.over(subscribed.__enter__(), contact.tenant_id, contact.id, conversation_id)
        return Following(follower, self.watch(customer.token_hash, customer.session, counted=counted), subscribed)

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
    ) -> EventStream:
        """Answer with a stream, which takes the follower over."""
        following.taken_over = True
        written = _of_turn if until_turn_ends else _of_conversation
        return self.of(batches, written, following, endless=not until_turn_ends)

    def of(
        self, batches: AsyncIterator[T], written: Callable[[T], Chunk], reader: Reader, *, endless: bool = True
    ) -> EventStream:
        """Answer with a stream of whatever events."""
        return EventStream(Sending(batches, written, reader, self.draining, self.metrics, endless))


def _of_conversation(batch: list[Sent]) -> Chunk:
    return Chunk(encoded(batch))


def _of_turn(batch: list[Sent]) -> Chunk:
    """Write a batch; the one with the turn's end is the last."""
    return Chunk(encoded(batch), any(event.kind is EventKind.TURN_ENDED for _, event in batch))
