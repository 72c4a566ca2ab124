"""Watching the desk: what an operator is told live, and one conversation as its person reads it, with placeholders."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from app.adapters.db import conversations, events
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from app.domain.desk import DeskSubscription, Notice
from app.domain.event import Event
from app.domain.live_feed import LiveFeed, Subscription
from app.domain.operator import Operator
from app.errors import Problem

TICK = 0.25
"""Seconds after which a watcher that heard nothing hands out an empty batch: a key or session may have ended."""


@dataclass(frozen=True, slots=True)
class WatchDesk:
    """Follows notices of an operator's tenants, and stored events of conversations."""

    database: Database
    feed: LiveFeed

    async def notices(self, operator: Operator, looking: DeskSubscription) -> AsyncIterator[list[Notice]]:
        """Yield what concerns the operator, an empty list where nothing came for `TICK`."""
        while True:
            heard = await looking.next(TICK)
            yield [notice for notice in heard if notice.tenant_id is None or operator.reaches(notice.tenant_id)]

    async def begin(self, operator: Operator, tenant_id: str, conversation_id: str) -> int:
        """Note in the audit that the operator reads along; returns the newest number. Raises Problem `not_found`."""

        def unit(db: TenantDb) -> int:
            found = conversations.find(db, conversation_id)
            if found is None:
                raise Problem("not_found", "There is no such conversation among those of your tenants.")
            db.audit(AuditEvent(operator.actor, "transcript.read", f"conversation:{conversation_id}", "followed"))
            return found.last_seq

        return await self.database.write(tenant_id, unit)

    async def conversation(
        self, tenant_id: str, conversation_id: str, following: Subscription, after: int
    ) -> AsyncIterator[list[Event]]:
        """Yield stored events after a number as rows hold them, an empty list where nothing came for `TICK`.

        Pieces of a running reply hold the customer's own values, so they are left out; what is heard is only a sign
        that there is something new in the rows.
        """

        def unit(db: TenantDb) -> list[Event]:
            return events.after(db, conversation_id, after, str, told=events.ALL_WORDS)

        while not following.closed:
            batch = await self.database.read(tenant_id, unit)
            after = batch[-1].seq if batch else after
            yield batch
            heard = await following.next(TICK)
            while heard and all(event.n for event in heard) and not following.lost:
                heard = await following.next(TICK)
