"""Alarms that time raises: a handoff that nobody claims, a kill switch that is about to end, and one that has ended."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from app.adapters.db import alarms, deliveries, switches
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tables import DueRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.desk import Desk, Notice
from app.domain.kill_switch import Switch
from app.domain.units import iso
from app.usecases.switch_news import concerned, note, queue_switch, switch_notices

log = structlog.get_logger()

LOOK_AGAIN = 1.0
BATCH: Final = 50
WARN_BEFORE: Final = timedelta(minutes=10)
"""How long before a switch ends by itself people are told."""


@dataclass(frozen=True, slots=True)
class RaiseAlarms:
    """Looks for what has come due; of many replicas that look at once, one raises the alarm.

    The rows, the audit and the webhooks change together; operators are told after that.
    """

    database: Database
    tenants: Tenants
    desk: Desk
    alert: Callable[[str], None]
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Raise what falls due, for as long as the process lives; a database that is away is tried again."""
        while True:
            try:
                await self()
            except DatabaseUnavailable:
                log.warning("alarms not looked at")
            await asyncio.sleep(LOOK_AGAIN)

    async def __call__(self) -> None:
        """Raise what is due now."""
        moment = self.now()
        for due in await self.database.read_service(lambda db: alarms.unclaimed(db, moment, BATCH)):
            await self._overdue(due)
        for switch in await self.database.read_service(lambda db: switches.expired(db, moment)):
            await self._expired(switch)
        soon = moment + WARN_BEFORE
        for switch in await self.database.read_service(lambda db: switches.expiring(db, moment, soon)):
            await self._expiring(switch)

    async def _overdue(self, due: DueRow) -> None:
        """Say of one handoff that nobody has claimed it in time."""
        tenant = self.tenants.get(due.tenant_id)

        def unit(db: TenantDb) -> dict[str, object] | None:
            handoff = alarms.overdue(db, due.target_id)
            if handoff is None:
                return None
            facts: dict[str, object] = {
                "handoff_id": handoff.id,
                "conversation_id": handoff.conversation_id,
                "workflow": handoff.workflow,
                "reason": handoff.reason,
                "opened_at": iso(handoff.opened_at),
            }
            db.audit(AuditEvent("service", "handoff.overdue", f"handoff:{handoff.id}", "waiting", handoff.reason))
            if tenant is not None:
                deliveries.queue(db, tenant, "handoff.overdue", facts)
            return facts

        if (facts := await self.database.write(due.tenant_id, unit)) is not None:
            self.desk.tell(Notice("handoff.overdue", due.tenant_id, facts))
            self.alert("handoff_overdue")

    async def _expiring(self, switch: Switch) -> None:
        """Warn that a switch ends by itself, once."""
        tenants = await concerned(switch.scope, self.tenants.all(), self.database)

        def unit(db: ServiceDb) -> bool:
            if not switches.warn(db, switch):
                return False
            queue_switch(db, tenants, "switch.expiring", switch)
            return True

        if await self.database.write_service(unit):
            self.desk.tell(*switch_notices("switch.expiring", switch, tenants))

    async def _expired(self, switch: Switch) -> None:
        """End a switch whose time is over."""
        tenants = await concerned(switch.scope, self.tenants.all(), self.database)

        def unit(db: ServiceDb) -> Switch | None:
            ended = switches.expire(db, switch)
            if ended is not None:
                db.audit(AuditEvent("service", "switch.off", f"switch:{switch.scope}", "expired"))
                queue_switch(db, tenants, "switch.off", ended)
            return ended

        if (ended := await self.database.write_service(unit)) is not None:
            await note(self.database, ended, tenants)
