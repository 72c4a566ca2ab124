"""Drafts that nobody decided in time become handoffs."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from app.adapters.db import conversations, drafts, events
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tables import DueRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.event import Event
from app.domain.handoff import Reason
from app.domain.live_feed import LiveFeed
from app.stages.handoff import opened

log = structlog.get_logger()

LOOK_AGAIN = 1.0
BATCH = 50


@dataclass(frozen=True, slots=True)
class ExpireDrafts:
    """Looks for due drafts over all tenants, then enters one tenant at a time. A draft whose tenant's file is away, or
    whose workflow is, stays held and due until it is back.
    """

    database: Database
    feed: LiveFeed
    tenants: Tenants
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Expire what falls due, for as long as the process lives; a database that is away is tried again."""
        while True:
            try:
                await self()
            except DatabaseUnavailable:
                log.warning("drafts not looked at")
            await asyncio.sleep(LOOK_AGAIN)

    async def __call__(self) -> int:
        """Look at all that is due now, those behind what stays too; returns how many became handoffs."""
        moment, last, handed_over = self.now(), "", 0
        while due := await self._due(moment, last):
            for row in due:
                handed_over += await self._expire(row)
            last = due[-1].target_id
        return handed_over

    async def _due(self, moment: datetime, after_id: str) -> list[DueRow]:
        return await self.database.read_service(lambda db: drafts.due(db, moment, after_id, BATCH))

    async def _expire(self, due: DueRow) -> bool:
        """Hand one conversation over; False where the draft was decided, where a person has the conversation already,
        and where the draft stays.
        """
        tenant = self.tenants.get(due.tenant_id)
        if tenant is None:
            return False

        def unit(db: TenantDb) -> tuple[str, list[Event]] | None:
            draft = drafts.expire(db, due.target_id, tenant.workflows)
            conversation = conversations.find(db, draft.conversation_id, lock=True) if draft else None
            if draft is None or conversation is None:
                return None
            if conversation.epoch != draft.epoch:  # a person has had the conversation since, and has seen it
                db.audit(AuditEvent("service", "draft.expired", f"draft:{draft.id}", "expired"))
                return None
            told = opened(db, conversation, tenant, draft.workflow, Reason.REVIEW_TOPIC, self.now())
            db.audit(AuditEvent("service", "draft.expired", f"draft:{draft.id}", "handed_off", Reason.REVIEW_TOPIC))
            first = conversations.next_seqs(db, conversation.id, 1) or 0
            return conversation.id, events.append(db, conversation.id, first, [told])

        if (expired := await self.database.write(due.tenant_id, unit)) is None:
            return False
        self.feed.publish(due.tenant_id, *expired)
        return True
