"""Retention: what is past its time goes, tenant by tenant, once a day or as often as a tenant's shortest time has gone
by, also after a tenant's file is gone.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog

from app.adapters.db import retention, sessions, tenants_seen
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tables import TenantSeenRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent

log = structlog.get_logger()

LOOK_AGAIN = 600.0
PAUSE = 0.2
"""Seconds between tenants: of a thousand that are due at once, as after a start, nobody's turn should notice."""
DAY = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class SweepRetention:
    """Deletes in small transactions; one that is cut short goes on at the next look.

    Nothing goes that is not old by the clock here and by the database's: one that is ahead must not delete early.
    """

    database: Database
    tenants: Tenants
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Sweep whatever was not swept for a day, for as long as the process lives."""
        while True:
            try:
                await self.remember()
                await self()
            except DatabaseUnavailable:
                log.warning("retention not swept")
            await asyncio.sleep(LOOK_AGAIN)

    async def remember(self) -> None:
        """Keep every tenant's retention in the rows."""
        tenants = self.tenants.all()
        await self.database.write_service(lambda db: tenants_seen.remember(db, tenants))

    async def __call__(self, since: timedelta = DAY) -> int:
        """Sweep tenants that were not swept for so long, or their shortest time; returns how many messages went."""
        now = await self.database.read_service(lambda db: min(db.now, self.now()))
        due = await self.database.read_service(lambda db: tenants_seen.to_sweep(db, now, since))
        gone = 0
        for row in due:
            gone += await self._sweep(row, now)
            await asyncio.sleep(PAUSE)
        return gone

    async def _sweep(self, row: TenantSeenRow, now: datetime) -> int:
        """Sweep one tenant."""

        def before(seconds: float) -> datetime:
            return now - timedelta(seconds=seconds)

        gone = 0
        for workflow, kept in row.retention.items():
            gone += await self._sweep_messages(row.tenant_id, workflow, before(kept["messages"]))
            await self._sweep_handoffs(row.tenant_id, workflow, before(kept["handoffs"]))
        longest = {k: before(max(kept[k] for kept in row.retention.values())) for k in ("messages", "audit")}

        def unit(db: TenantDb) -> None:
            sessions.delete_expired(db, now)
            retention.delete_audit(db, longest["audit"])
            db.audit(AuditEvent("service", "retention.swept", f"tenant:{row.tenant_id}", "swept"))

        await self.database.write(row.tenant_id, unit)
        await self._sweep_contacts(row.tenant_id, longest["messages"])
        await self.database.write_service(lambda db: tenants_seen.swept(db, row.tenant_id, now))
        return gone

    async def _sweep_handoffs(self, tenant_id: str, workflow: str, moment: datetime) -> None:
        """Delete a workflow's handoffs that ended long ago."""
        await self.database.write(tenant_id, lambda db: retention.delete_handoffs(db, workflow, moment))

    async def _sweep_messages(self, tenant_id: str, workflow: str, moment: datetime) -> int:
        """Go over a workflow's old conversations, batch by batch."""
        gone, last = 0, ""
        while True:
            swept, last = await self.database.write(tenant_id, partial(_sweep_batch, workflow, last, moment))
            gone += swept
            if not last:
                return gone

    async def _sweep_contacts(self, tenant_id: str, moment: datetime) -> None:
        """Go over people met long ago, batch by batch."""
        last = ""
        while True:
            last = await self.database.write(tenant_id, partial(_sweep_people, last, moment))
            if not last:
                return


def _sweep_batch(workflow: str, last: str, moment: datetime, db: TenantDb) -> tuple[int, str]:
    """Sweep the conversations after `last`; returns how many messages went, and where to go on, empty at the end."""
    ids = retention.conversations_before(db, workflow, last, moment)
    return (retention.delete_said(db, ids, moment), ids[-1]) if ids else (0, "")


def _sweep_people(last: str, moment: datetime, db: TenantDb) -> str:
    """Sweep the contacts after `last` and their values; returns where to go on, empty at the end."""
    ids = retention.contacts_before(db, last, moment)
    if not ids:
        return ""
    retention.delete_lonely(db, ids)
    retention.delete_unnamed(db, ids, moment)
    return ids[-1]
