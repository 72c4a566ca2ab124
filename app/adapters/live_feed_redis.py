"""The live feed of many replicas: delivered in this process first, then through Redis to the others."""

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import structlog
from redis import asyncio as aio

from app.adapters.live_feed import LocalFeed, LocalSubscription
from app.adapters.live_feed_outbox import Outbox, ended_replies
from app.adapters.live_feed_wire import CONTROL, Action, Order, Seal, Wire, channel_of, pieces_of
from app.adapters.redis import RedisHealth, RedisUnavailable, end
from app.adapters.redis_channels import ChannelReader
from app.domain.event import Event, EventKind
from app.domain.live_feed import RunningReply

LOOKUPS = 16
"""Running replies that are asked for at once: thousands of followers that come back leave room for other calls."""
LAST_WORDS = 0.5
"""Seconds that shutting down gives to what is still queued."""

ENDED_KEPT = 1000
"""Replies that ended here and whose pieces Redis may not have dropped yet."""


class RedisFeed:
    """Implements domain.live_feed.LiveFeed over `local`. While Redis is down every follower reads rows each second."""

    def __init__(self, local: LocalFeed, redis: "aio.Redis", health: RedisHealth, seal: Seal, unseal: Seal) -> None:
        self._local = local
        self._redis = redis
        self._health = health
        self._wire = Wire(seal, unseal)
        self._outbox = Outbox(redis, health, self._wire, local.running_here)
        self._reader = ChannelReader(redis, self._receive, self._lose)
        self._reader.follow(CONTROL)
        self._lookups = asyncio.Semaphore(LOOKUPS)
        self._ended: deque[str] = deque(maxlen=ENDED_KEPT)
        self._tasks: list[asyncio.Task[None]] = []

    async def start_up(self) -> None:
        """Begin to read and write; Redis may be down."""
        self._tasks = [asyncio.create_task(self._reader.run()), asyncio.create_task(self._outbox.run())]

    async def shut_down(self) -> None:
        """Write what is queued, then stop."""
        await self._outbox.flush(LAST_WORDS)
        await end(self._tasks)

    def publish(self, tenant_id: str, conversation_id: str, events: Sequence[Event]) -> None:
        """Deliver stored events here, then everywhere."""
        self._local.publish(tenant_id, conversation_id, events)
        self._ended.extend(ended_replies(events))
        if events:
            self._outbox.post(conversation_id, events, stored=True)

    def start(self, conversation_id: str, reply_id: str, base: int, turn_id: str) -> None:
        """Begin a reply that runs here."""
        self._post_piece(conversation_id, self._local.begin(conversation_id, reply_id, base, turn_id))

    def piece(self, conversation_id: str, offset: int, text: str) -> None:
        """Send the next piece; nothing happens where no reply runs here any more."""
        piece = self._local.grow(conversation_id, offset, text)
        if piece is not None:
            self._post_piece(conversation_id, piece)

    def forget(self, conversation_id: str, turn_id: str) -> None:
        """Drop the pieces here; those in Redis are the adopter's to withdraw, or expire."""
        self._local.forget(conversation_id, turn_id)

    @contextmanager
    def subscribe(self, conversation_id: str) -> Iterator[LocalSubscription]:
        """Follow from now on; what other replicas send, from when `running` has answered."""
        try:
            with self._local.subscribe(conversation_id) as subscription:
                self._reader.follow(channel_of(conversation_id))
                yield subscription
        finally:
            if not self._local.followed(conversation_id):
                self._reader.unfollow(channel_of(conversation_id))

    async def running(self, conversation_id: str) -> RunningReply | None:
        """Return the reply that runs on any replica, once this one hears the others; None if Redis can't tell."""
        if self._local.followed(conversation_id):
            await self._reader.confirmed(channel_of(conversation_id))
        here = self._local.running_here(conversation_id)
        if here is not None:
            return here
        try:
            async with self._lookups:
                kept = await self._health.call(lambda: self._redis.lrange(pieces_of(conversation_id), 0, -1))
            return self._assemble(conversation_id, [entry for entry in kept if isinstance(entry, bytes)])
        except RedisUnavailable:
            return None
        except Exception as error:  # noqa: BLE001 - whatever is wrong with what Redis kept, rows have the reply's end
            _warn(error)
            return None

    def close(self, conversation_id: str) -> None:
        """End every stream of the conversation, here and everywhere."""
        running = self._local.running_here(conversation_id)
        if running is not None:
            self._ended.append(running.reply_id)
        self._local.close(conversation_id)
        self._outbox.order(Order(Action.CLOSE, conversation_id))

    def interrupt(self, turn_id: str, reason: str) -> None:
        """Stop a turn wherever it runs."""
        self._local.interrupt(turn_id, reason)
        self._outbox.order(Order(Action.INTERRUPT, turn_id=turn_id, reason=reason))

    def _post_piece(self, conversation_id: str, piece: Event) -> None:
        self._outbox.post(conversation_id, (piece,), stored=False)

    def _assemble(self, conversation_id: str, kept: list[bytes]) -> RunningReply | None:
        """Put a reply's pieces together; None unless they are all there."""
        if not kept:
            return None
        reply_id, pieces = kept[0].decode(), dict[int, Event]()
        for sealed in kept[1:]:
            post = self._wire.open_post(sealed)
            if post.conversation_id == conversation_id:
                pieces.update({event.n: event for event in post.read() if event.data.get("reply_id") == reply_id})
        ordered = tuple(pieces[n] for n in sorted(pieces))
        if (
            reply_id in self._ended
            or not ordered
            or ordered[0].kind is not EventKind.REPLY_STARTED
            or ordered[-1].n != len(ordered)
        ):
            return None
        return RunningReply(reply_id, ordered[0].seq, ordered)

    def _receive(self, channel: str, message: bytes) -> None:
        """Take what another replica sent; what is not genuine is dropped and told of."""
        sealed = self._wire.foreign(message)
        if sealed is None:
            return
        try:
            if channel == CONTROL:
                self._obey(self._wire.open_order(sealed))
            else:
                self._deliver(channel, sealed)
        except Exception as error:  # noqa: BLE001 - one bad message must not end the reading of all others
            _warn(error)

    def _deliver(self, channel: str, sealed: bytes) -> None:
        post = self._wire.open_post(sealed)
        if channel != channel_of(post.conversation_id):
            raise ValueError("A message came on another conversation's channel.")
        if not post.events:
            self._local.lose(post.conversation_id)
        elif post.stored:
            self._local.end_with(post.conversation_id, post.read())
        else:
            self._local.deliver(post.conversation_id, post.read())

    def _obey(self, order: Order) -> None:
        if order.turn_id is not None:
            self._local.interrupt(order.turn_id, order.reason)
        elif order.action is Action.CLOSE and order.conversation_id is not None:
            self._local.close(order.conversation_id)
        else:
            self._local.lose(order.conversation_id)

    def _lose(self, channel: str | None) -> None:
        """Mark followers after a gap in what Redis sends."""
        self._local.lose(None if channel is None else channel.removeprefix(channel_of("")))


def _warn(error: Exception) -> None:
    structlog.get_logger().warning("live_feed_message_dropped", error=type(error).__name__)
