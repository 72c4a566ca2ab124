"""Following a conversation: every event once and in order, from any cursor, whichever replica writes."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from app.adapters.db import conversations, events, vault
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.domain.event import REPLY_ENDS, Cursor, Event
from app.domain.live_feed import LiveFeed, Subscription

Sent = tuple[Cursor, Event]

TICK = 1.0
"""Seconds after which a follower that heard nothing hands out an empty batch."""


@dataclass(slots=True)
class Follower:
    """One reader's place. `seen` is the newest stored number looked at, `sent` the newest handed out.

    `base` and `n` tell which reply's pieces were handed out and how many; `floor` is the newest end of a reply:
    a piece of a reply that began before it is late and dropped.
    """

    database: Database
    feed: LiveFeed
    keyring: Keyring
    tenant: str
    contact_id: str
    conversation_id: str
    following: Subscription
    turn_id: str | None = None
    seen: int = 0
    sent: int = 0
    base: int = -1
    n: int = 0
    floor: int = 0
    _resumed: Cursor = field(default_factory=lambda: Cursor(0))

    def resume(self, cursor: Cursor) -> None:
        """Stand where a reader left."""
        self.seen = self.sent = cursor.seq
        self.n = cursor.n  # what is stored before the next piece is sent under this count too
        self._resumed = cursor

    async def only_live(self) -> None:
        """Stand at the newest event, pieces of a running reply included."""
        running = await self.feed.running(self.conversation_id)
        found = await self.database.glance(self.tenant, lambda db: conversations.find(db, self.conversation_id))
        newest = found.last_seq if found else 0
        self.resume(Cursor(newest, len(running.pieces) if running and running.base <= newest else 0))

    def of_turn(self, turn_id: str, seq: int, *, catch_up: bool) -> AsyncIterator[list[Sent]]:
        """Follow one turn, whose message has number `seq`, from its beginning."""
        self.turn_id, self.seen, self.sent = turn_id, seq - 1, seq - 1
        return self.batches(catch_up=catch_up)

    async def batches(self, *, catch_up: bool = True) -> AsyncIterator[list[Sent]]:
        """Yield what there is to send, an empty list each second without news, until the stream is closed."""
        if catch_up:
            yield await self._catch_up()
        while not self.following.closed:
            heard = await self.following.next(TICK)
            if self.following.lost:
                yield await self._catch_up()
                continue
            batch: list[Sent] = []
            for event in heard:
                if event.seq > self.seen + (event.n == 0):
                    batch += await self._from_rows()
                self._take(event, batch)
            yield batch

    async def _catch_up(self) -> list[Sent]:
        """Read rows, then hand out the pieces of the reply that runs, if it still does.

        The feed is asked first: only once it has answered, what other replicas send is heard here.
        """
        running = await self.feed.running(self.conversation_id)
        batch = await self._from_rows()
        if running is None or running.base < self.floor:
            return batch
        ended = await self.database.read(
            self.tenant,
            lambda db: events.ended_reply(db, self.conversation_id, running.base, running.reply_id),
        )
        if not ended:
            for piece in running.pieces:
                self._take(piece, batch)
        return batch

    async def _from_rows(self) -> list[Sent]:
        """Read every stored event that was not seen yet."""

        def unit(db: TenantDb) -> list[Event]:
            restore = vault.restorer(db, self.keyring, self.contact_id)
            return events.after(db, self.conversation_id, self.seen, restore)

        found = await self.database.read(self.tenant, unit)
        batch: list[Sent] = []
        for event in found:
            self._take(event, batch)
        return batch

    def _take(self, event: Event, batch: list[Sent]) -> None:
        """Move on by one event; adds it to what is handed out unless it was before, is late, or is another turn's."""
        if event.n == 0:
            if event.seq <= self.seen:
                return
            self.seen = event.seq
            if event.kind in REPLY_ENDS and event.turn_id is not None:  # a draft's release ends nobody's running reply
                self.floor, self.n = event.seq, 0
            if self.turn_id in (None, event.turn_id):
                self.sent = event.seq
                batch.append((Cursor(self.sent, self.n), event))
            return
        if event.seq < self.floor or self.turn_id not in (None, event.turn_id):
            return
        if event.seq != self.base:
            self.base = event.seq
            self.n = self._resumed.n if event.seq <= self._resumed.seq else 0
        if event.n > self.n:
            self.n = event.n
            batch.append((Cursor(self.sent, self.n), event))


@dataclass(frozen=True, slots=True)
class Follow:
    """Makes followers; each listens from the moment it is made."""

    database: Database
    feed: LiveFeed
    keyring: Keyring

    @contextmanager
    def __call__(self, tenant: str, contact_id: str, conversation_id: str) -> Iterator[Follower]:
        """Follow a conversation."""
        with self.feed.subscribe(conversation_id) as following:
            yield self.over(following, tenant, contact_id, conversation_id)

    def over(self, following: Subscription, tenant: str, contact_id: str, conversation_id: str) -> Follower:
        """Make the follower of a subscription, which whoever asked for it ends."""
        return Follower(self.database, self.feed, self.keyring, tenant, contact_id, conversation_id, following)
