"""What a replica tells the others about conversations: one bounded queue, written to Redis by one background task."""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import structlog
from redis import asyncio as aio

from app.adapters.live_feed_wire import CONTROL, Action, Order, Wire, channel_of, pieces_of
from app.adapters.redis import RedisHealth, RedisUnavailable
from app.domain.event import REPLY_ENDS, Event
from app.domain.live_feed import RunningReply

MOST_QUEUED = 10_000
MOST_AT_ONCE = 200
PIECES_SECONDS = 120
"""How long the pieces of a reply stay in Redis after the newest, if its end never comes."""
MEND_EVERY = 0.5
"""Seconds between attempts to tell the others what they have missed."""

_DROP_PIECES = "if redis.call('LINDEX', KEYS[1], 0) == ARGV[1] then redis.call('DEL', KEYS[1]) end"
"""KEYS: a conversation's pieces. ARGV: the id of the reply that ended; another's pieces stay."""


@dataclass(slots=True)
class _Letter:
    """Events of one conversation: stored ones, or pieces of one reply."""

    conversation_id: str
    events: list[Event]
    stored: bool

    @property
    def reply_id(self) -> str:
        """The reply that the pieces are of."""
        return str(self.events[0].data["reply_id"])

    def takes(self, later: "_Letter") -> bool:
        """Tell whether later pieces can travel in this letter: those of the same reply can."""
        return not (self.stored or later.stored) and self.reply_id == later.reply_id


class Outbox:
    """Queues letters and orders without waiting. What can't be written is dropped, and the others are told so."""

    def __init__(
        self, redis: "aio.Redis", health: RedisHealth, wire: Wire, running_here: Callable[[str], RunningReply | None]
    ) -> None:
        self._redis = redis
        self._health = health
        self._wire = wire
        self._running_here = running_here
        self._queue: deque[_Letter | Order] = deque()
        self._news = asyncio.Event()
        self._idle = asyncio.Event()
        self._missed: dict[str, set[str]] = {}
        self._missed_all = False
        self._mended = 0.0

    def post(self, conversation_id: str, events: Sequence[Event], *, stored: bool) -> None:
        """Queue events, all stored or all pieces of one reply."""
        if len(self._queue) >= MOST_QUEUED:
            self._miss(conversation_id, events)
            return
        self._add(_Letter(conversation_id, list(events), stored))

    def order(self, order: Order) -> None:
        """Queue an order; it is lost where Redis fails, and rows tell the others what it said."""
        if len(self._queue) < MOST_QUEUED:
            self._add(order)

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            self._idle.set()
            try:
                async with asyncio.timeout(MEND_EVERY if self._missed or self._missed_all else None):
                    await self._news.wait()
            except TimeoutError:
                pass
            self._idle.clear()
            self._news.clear()
            while self._queue:
                await self._write(self._take())
            await self._mend()

    async def flush(self, timeout: float) -> None:  # noqa: ASYNC109 - a deadline that is no error
        """Wait until everything is written, for at most `timeout` seconds."""
        try:
            async with asyncio.timeout(timeout):
                while self._queue or not self._idle.is_set():
                    await self._idle.wait()
                    await asyncio.sleep(0.005)
        except TimeoutError:
            pass

    def _add(self, item: _Letter | Order) -> None:
        self._queue.append(item)
        self._news.set()

    def _take(self) -> list[_Letter | Order]:
        """Take what is queued, the pieces that came since the last time in one letter for each reply."""
        taken: list[_Letter | Order] = []
        newest: dict[str, _Letter] = {}
        while self._queue and len(taken) < MOST_AT_ONCE:
            item = self._queue.popleft()
            if isinstance(item, _Letter):
                last = newest.get(item.conversation_id)
                if last is not None and last.takes(item):
                    last.events.extend(item.events)
                    continue
                newest[item.conversation_id] = item
            taken.append(item)
        return taken

    async def _write(self, items: list[_Letter | Order]) -> None:
        try:
            await self._health.call(lambda: self._send(items))
        except Exception as error:  # noqa: BLE001 - whatever keeps one batch from being written, the next is tried
            if not isinstance(error, RedisUnavailable):
                structlog.get_logger().error("live_feed_not_written", error=type(error).__name__)
            for item in items:
                if isinstance(item, _Letter):
                    self._miss(item.conversation_id, item.events)

    def _miss(self, conversation_id: str, events: Iterable[Event]) -> None:
        """Remember that others lack events of a conversation, and which replies' pieces are to be dropped."""
        if conversation_id in self._missed or len(self._missed) < MOST_QUEUED:
            self._missed.setdefault(conversation_id, set()).update(ended_replies(events))
        else:
            self._missed_all = True

    async def _send(self, items: list[_Letter | Order]) -> None:
        """Write a batch in one transaction."""
        async with self._redis.pipeline(transaction=True) as pipe:
            for item in items:
                if isinstance(item, Order):
                    self._put_order(pipe, item)
                else:
                    self._put_letter(pipe, item)
            await pipe.execute()

    def _put_order(self, pipe: "aio.client.Pipeline", order: Order) -> None:
        if order.action is Action.CLOSE and order.conversation_id is not None:
            pipe.delete(pieces_of(order.conversation_id))
        pipe.publish(CONTROL, self._wire.address(self._wire.seal_order(order)))

    def _put_letter(self, pipe: "aio.client.Pipeline", letter: _Letter) -> None:
        sealed = self._wire.seal_events(letter.conversation_id, letter.events, stored=letter.stored)
        if letter.stored:
            self._drop_pieces(pipe, letter.conversation_id, ended_replies(letter.events))
        else:
            self._put_pieces(pipe, letter, sealed)
        pipe.publish(channel_of(letter.conversation_id), self._wire.address(sealed))

    @staticmethod
    def _drop_pieces(pipe: "aio.client.Pipeline", conversation_id: str, reply_ids: Iterable[str]) -> None:
        for reply_id in reply_ids:
            pipe.eval(_DROP_PIECES, 1, pieces_of(conversation_id), reply_id)

    @staticmethod
    def _put_pieces(pipe: "aio.client.Pipeline", letter: _Letter, sealed: bytes) -> None:
        """Keep pieces for who comes later; a reply's first one takes the place of an earlier reply's."""
        key = pieces_of(letter.conversation_id)
        if letter.events[0].n == 1:
            pipe.delete(key)
            pipe.rpush(key, letter.reply_id)
        pipe.rpush(key, sealed)
        pipe.expire(key, PIECES_SECONDS)

    async def _mend(self) -> None:
        """Tell the others what they have missed; the pieces of replies that run here are written anew before that."""
        if not (self._missed or self._missed_all) or time.monotonic() - self._mended < MEND_EVERY:
            return
        self._mended = time.monotonic()
        missed, self._missed = self._missed, {}
        missed_all, self._missed_all = self._missed_all, False
        try:
            await self._health.call(lambda: self._tell(missed, missed_all=missed_all, with_pieces=True))
        except RedisUnavailable:
            pass
        else:
            return
        try:  # out of memory, Redis keeps nothing new but still passes on and drops
            await self._health.call(lambda: self._tell(missed, missed_all=missed_all, with_pieces=False))
        except RedisUnavailable:
            self._missed_all |= missed_all
        else:
            missed = {name: set() for name in missed if self._running_here(name) is not None}
        for name, reply_ids in missed.items():
            self._missed.setdefault(name, set()).update(reply_ids)

    async def _tell(self, missed: dict[str, set[str]], *, missed_all: bool, with_pieces: bool) -> None:
        async with self._redis.pipeline(transaction=True) as pipe:
            for conversation_id, ended in missed.items():
                self._drop_pieces(pipe, conversation_id, ended)
                running = self._running_here(conversation_id) if with_pieces else None
                if running is not None:
                    sealed = self._wire.seal_events(conversation_id, running.pieces, stored=False)
                    self._put_pieces(pipe, _Letter(conversation_id, list(running.pieces), stored=False), sealed)
                self._put_letter(pipe, _Letter(conversation_id, [], stored=True))
            if missed_all:
                self._put_order(pipe, Order(Action.LOSE))
            await pipe.execute()


def ended_replies(events: Iterable[Event]) -> list[str]:
    """List the replies that these events end."""
    return [str(event.data.get("reply_id")) for event in events if event.kind in REPLY_ENDS]
