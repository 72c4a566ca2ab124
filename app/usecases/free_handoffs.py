"""Handoffs whose holder is gone wait for anybody again: no conversation stays with someone who can't come back."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

import structlog

from app.adapters.db import actors, conversations, events, handoffs
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tables import HandoffRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.conversation import ConversationState
from app.domain.event import Event
from app.domain.handoff import Reason
from app.domain.live_feed import LiveFeed
from app.domain.opening_hours import is_open
from app.domain.tenant import Tenant
from app.stages.handoff import opened

log = structlog.get_logger()

LOOK_AGAIN: Final = 2.0


@dataclass(frozen=True, slots=True)
class FreeHandoffs:
    """Looks for holders who were disabled, or whose key was revoked or has expired; of many replicas that look at once,
    one frees. A claim of which the customer was not told yet is left alone until then.
    """

    database: Database
    feed: LiveFeed
    tenants: Tenants
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Free what the gone hold, for as long as the process lives; a database that is away is tried again."""
        while True:
            try:
                await self()
            except DatabaseUnavailable:
                log.warning("handoffs not looked at")
            await asyncio.sleep(LOOK_AGAIN)

    async def __call__(self) -> int:
        """Free what the gone hold now; returns how many. Where the tenant's file or the workflow is away, it waits."""
        freed = 0
        for tenant_id in await self.database.read_service(handoffs.tenants_with_held):
            if (tenant := self.tenants.get(tenant_id)) is not None:
                for handoff in await self._of_gone(tenant):
                    freed += await self._free(tenant, handoff)
        return freed

    async def _of_gone(self, tenant: Tenant) -> list[HandoffRow]:
        """List the tenant's handoffs whose holder is gone, and whose workflow is there."""
        holders = await self.database.read(tenant.id, handoffs.holders)
        gone = await self.database.read_service(lambda db: actors.gone(db, holders))
        rows = await self.database.read(tenant.id, lambda db: handoffs.held_by(db, gone)) if gone else []
        return [row for row in rows if row.workflow in tenant.workflows]

    async def _free(self, tenant: Tenant, handoff: HandoffRow) -> bool:
        """Let one handoff wait as if it was opened now, and tell its customer so; False if another replica did."""
        workflow, moment = tenant.workflows[handoff.workflow], self.now()

        def unit(db: TenantDb) -> list[Event] | None:
            conversation = conversations.find(db, handoff.conversation_id, lock=True)
            expected: Literal["now", "out_of_hours"] = "now" if is_open(workflow.hours, moment) else "out_of_hours"
            if conversation is None or not handoffs.free(db, handoff, expected, workflow.handoff.claim_within):
                return None
            waits = conversations.pass_on(db, conversation, ConversationState.WAITING, handoff.id)
            db.audit(AuditEvent("service", "handoff.freed", f"handoff:{handoff.id}", "waiting"))
            told = opened(db, waits, tenant, handoff.workflow, Reason(handoff.reason), moment)
            first = conversations.next_seqs(db, conversation.id, 1) or 0
            return events.append(db, conversation.id, first, [told])

        if (told := await self.database.write(tenant.id, unit)) is None:
            return False
        self.feed.publish(tenant.id, handoff.conversation_id, told)
        return True
