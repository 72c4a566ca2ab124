"""The live feed of one process: a channel for each conversation that is followed or that a reply is on its way in."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Final

from app.adapters.ticks import Ticks
from app.domain.event import REPLY_ENDS, Event, EventKind
from app.domain.live_feed import RunningReply

MOST_WAITING = 64 * 1024
"""Characters, about, that wait for one follower; one that reads too slowly reads rows again instead."""
EVENT_OVERHEAD = 100
"""Characters that an event counts besides its texts."""

Interrupt = Callable[[str, str], None]
"""Called with (turn id, reason) where the turn may run."""
Told = Callable[[str, str, Sequence[Event]], None]
"""Called with (tenant id, conversation id, stored events) by the replica that stored them."""


class LocalSubscription:
    """One follower's queue. For a single reader: only one `next` waits at a time."""

    __slots__ = ("_closed", "_events", "_lost", "_news", "_ticks", "_waiter", "_waiting")

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._events: list[Event] = []
        self._waiting = 0
        self._news = False
        self._lost = False
        self._closed = False
        self._waiter: asyncio.Future[None] | None = None

    async def next(self, timeout: float) -> list[Event]:  # noqa: ASYNC109 - a shared timer costs next to nothing
        """Return what came; an empty list after `timeout` seconds, or as soon as `lost` or `closed` has become true."""
        if not self._news and not self._closed:
            loop = asyncio.get_running_loop()
            waiter = self._waiter = loop.create_future()
            tick = self._ticks.add(self, loop.time() + timeout)
            try:
                await waiter
            finally:
                self._ticks.drop(self, tick)
                self._waiter = None
        events, self._events = self._events, []
        self._waiting = 0
        self._news = False
        return events

    @property
    def lost(self) -> bool:
        """True once after events were dropped or may have been missed; reading it resets it."""
        lost, self._lost = self._lost, False
        return lost

    @property
    def closed(self) -> bool:
        """True when the conversation's streams must end."""
        return self._closed

    def put(self, events: Sequence[Event], size: int) -> None:
        """Queue events of about `size` characters, or drop all that wait."""
        if self._waiting + size > MOST_WAITING:
            self.lose()
            return
        self._events.extend(events)
        self._waiting += size
        self._wake()

    def lose(self) -> None:
        """Drop all that waits: the follower is to read rows and pieces again."""
        self._events.clear()
        self._waiting = 0
        self._lost = True
        self._wake()

    def close(self) -> None:
        """End the stream; what waits may still be sent."""
        self._closed = True
        self._wake()

    def due(self) -> None:
        """End the wait for news, which took long enough."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _wake(self) -> None:
        self._news = True
        self.due()


class _Reply:
    """The reply that is on its way, growing."""

    __slots__ = ("base", "pieces", "reply_id", "turn_id")

    def __init__(self, reply_id: str, base: int, turn_id: str) -> None:
        self.reply_id = reply_id
        self.base = base
        self.turn_id = turn_id
        self.pieces: list[Event] = []

    def add(self, kind: EventKind, **data: object) -> Event:
        event = Event(kind, {"reply_id": self.reply_id, **data}, self.base, len(self.pieces) + 1, self.turn_id)
        self.pieces.append(event)
        return event

    def ended_by(self, event: Event) -> bool:
        if event.kind in REPLY_ENDS:
            return event.data.get("reply_id") == self.reply_id
        return event.kind is EventKind.TURN_ENDED and event.turn_id == self.turn_id


class _Channel:
    """What a conversation has here: followers, and a reply if one runs in this process."""

    __slots__ = ("followers", "reply")

    def __init__(self) -> None:
        self.followers: list[LocalSubscription] = []
        self.reply: _Reply | None = None


class LocalFeed:
    """Implements domain.live_feed.LiveFeed for a single process, and delivers in each of many."""

    def __init__(
        self,
        on_interrupt: Interrupt = lambda _turn_id, _reason: None,
        on_told: Told = lambda _tenant_id, _conversation_id, _events: None,
    ) -> None:
        self.on_interrupt = on_interrupt
        self.on_told = on_told
        self._channels: dict[str, _Channel] = {}
        self.ticks: Final = Ticks()

    def publish(self, tenant_id: str, conversation_id: str, events: Sequence[Event]) -> None:
        """Deliver stored events; the end of the running reply, or of its turn, drops its pieces."""
        self.on_told(tenant_id, conversation_id, events)
        self.end_with(conversation_id, events)

    def end_with(self, conversation_id: str, events: Sequence[Event]) -> None:
        """Deliver stored events, whichever replica stored them."""
        channel = self._channels.get(conversation_id)
        if channel is None:
            return
        _deliver(channel, events)
        if channel.reply is not None and any(map(channel.reply.ended_by, events)):
            channel.reply = None
            self._tidy(conversation_id, channel)

    def start(self, conversation_id: str, reply_id: str, base: int, turn_id: str) -> None:
        """Begin a reply; one that runs still is forgotten."""
        self.begin(conversation_id, reply_id, base, turn_id)

    def piece(self, conversation_id: str, offset: int, text: str) -> None:
        """Deliver the next piece and keep it; nothing happens where no reply runs any more."""
        self.grow(conversation_id, offset, text)

    def subscribe(self, conversation_id: str) -> AbstractContextManager[LocalSubscription]:
        """Follow a conversation from now on."""
        return _Following(self, conversation_id)

    def join(self, conversation_id: str, follower: LocalSubscription) -> _Channel:
        """Let a follower hear a conversation; returns what it is to `leave`."""
        channel = self._channels.get(conversation_id)
        if channel is None:
            channel = self._channels[conversation_id] = _Channel()
        channel.followers.append(follower)
        return channel

    def leave(self, conversation_id: str, channel: _Channel, follower: LocalSubscription) -> None:
        """Let a follower hear it no more."""
        channel.followers.remove(follower)
        self._tidy(conversation_id, channel)

    async def running(self, conversation_id: str) -> RunningReply | None:
        """Return the reply that runs here."""
        return self.running_here(conversation_id)

    def forget(self, conversation_id: str, turn_id: str) -> None:
        """Drop the pieces of a turn's reply that no longer runs here."""
        channel = self._channels.get(conversation_id)
        if channel is not None and channel.reply is not None and channel.reply.turn_id == turn_id:
            channel.reply = None
            self._tidy(conversation_id, channel)

    def close(self, conversation_id: str) -> None:
        """End every stream and forget the running reply's pieces; what comes of it later is not kept."""
        channel = self._channels.get(conversation_id)
        if channel is not None:
            for follower in channel.followers:
                follower.close()
            channel.reply = None
            self._tidy(conversation_id, channel)

    def interrupt(self, turn_id: str, reason: str) -> None:
        """Tell this process to stop a turn."""
        self.on_interrupt(turn_id, reason)

    def begin(self, conversation_id: str, reply_id: str, base: int, turn_id: str) -> Event:
        """Do `start` and return the event it made."""
        channel = self._channels.get(conversation_id)
        if channel is None:
            channel = self._channels[conversation_id] = _Channel()
        channel.reply = _Reply(reply_id, base, turn_id)
        started = channel.reply.add(EventKind.REPLY_STARTED)
        _deliver(channel, (started,))
        return started

    def grow(self, conversation_id: str, offset: int, text: str) -> Event | None:
        """Do `piece` and return the event it made, None where no reply runs any more."""
        channel = self._channels.get(conversation_id)
        if channel is None or channel.reply is None:
            return None
        piece = channel.reply.add(EventKind.REPLY_DELTA, offset=offset, text=text)
        _deliver(channel, (piece,))
        return piece

    def deliver(self, conversation_id: str, events: Sequence[Event]) -> None:
        """Hand on events that another replica made."""
        channel = self._channels.get(conversation_id)
        if channel is not None:
            _deliver(channel, events)

    def lose(self, conversation_id: str | None) -> None:
        """Tell a conversation's followers, or everyone, that events may have been missed."""
        channels = self._channels.values() if conversation_id is None else self._find(conversation_id)
        for channel in channels:
            for follower in channel.followers:
                follower.lose()

    def running_here(self, conversation_id: str) -> RunningReply | None:
        """Return the reply that runs in this process."""
        channel = self._channels.get(conversation_id)
        if channel is None or channel.reply is None:
            return None
        return RunningReply(channel.reply.reply_id, channel.reply.base, tuple(channel.reply.pieces))

    def followed(self, conversation_id: str) -> bool:
        """Tell whether anyone here follows the conversation."""
        channel = self._channels.get(conversation_id)
        return channel is not None and bool(channel.followers)

    def _find(self, conversation_id: str) -> list[_Channel]:
        channel = self._channels.get(conversation_id)
        return [] if channel is None else [channel]

    def _tidy(self, conversation_id: str, channel: _Channel) -> None:
        """Forget a channel that nobody needs, unless another has taken its place."""
        if not channel.followers and channel.reply is None and self._channels.get(conversation_id) is channel:
            del self._channels[conversation_id]


class _Following:
    """A conversation while it is followed; open streams are many, and generators larger."""

    __slots__ = ("_channel", "_conversation_id", "_feed", "_subscription")

    def __init__(self, feed: LocalFeed, conversation_id: str) -> None:
        self._feed = feed
        self._conversation_id = conversation_id
        self._subscription = LocalSubscription(feed.ticks)

    def __enter__(self) -> LocalSubscription:
        self._channel = self._feed.join(self._conversation_id, self._subscription)
        return self._subscription

    def __exit__(self, *_: object) -> None:
        self._feed.leave(self._conversation_id, self._channel, self._subscription)


def _deliver(channel: _Channel, events: Sequence[Event]) -> None:
    if channel.followers:
        size = sum(map(_size, events))
        for follower in channel.followers:
            follower.put(events, size)


def _size(event: Event) -> int:
    return EVENT_OVERHEAD + sum([len(value) for value in event.data.values() if isinstance(value, str)])
