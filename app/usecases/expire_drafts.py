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
    """Looks for due drafts over all tenants, then enters one tenant at a time."""

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
        """Expire what is due now; returns how many."""
        due = await self.database.read_service(lambda db: drafts.due(db, self.now(), BATCH))
        for row in due:
            await self._expire(row)
        return len(due)

    async def _expire(self, due: DueRow) -> None:
        """Hand one conversation over, unless the draft was decided, or its workflow is gone with the tenant's file."""

        def unit(db: TenantDb) -> tuple[str, list[Event]] | None:
            draft = drafts.expire(db, due.target_id)
            conversation = conversations.find(db, draft.conversation_id, lock=True) if draft else None
            tenant = self.tenants.get(due.tenant_id)
            if draft is None or conversation is None or tenant is None or draft.workflow not in tenant.workflows:
                return None
            if conversation.epoch != draft.epoch:  # a person has had the conversation since, and has seen it
                db.audit(AuditEvent("service", "draft.expired", f"draft:{draft.id}", "expired"))
                return None
            told = opened(db, conversation, tenant, draft.workflow, Reason.REVIEW_TOPIC, self.now())
            db.audit(AuditEvent("service", "draft.expired", f"draft:{draft.id}", "handed_off", Reason.REVIEW_TOPIC))
            first = conversations.next_seqs(db, conversation.id, 1) or 0
            return conversation.id, events.append(db, conversation.id, first, [told])

        if (expired := await self.database.write(due.tenant_id, unit)) is not None:
            self.feed.publish(due.tenant_id, *expired)
