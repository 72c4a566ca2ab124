"""Rows of alarms: handoffs that nobody claimed in time."""

from datetime import datetime

from sqlmodel import col

from app.adapters.db.handoffs import CLAIM
from app.adapters.db.statements import Equal
from app.adapters.db.tables import DueRow, HandoffRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.handoff import HandoffState


def unclaimed(db: ServiceDb, moment: datetime, limit: int) -> list[DueRow]:
    """List the handoffs that somebody should have claimed by a moment, over all tenants, longest due first."""
    return db.all(
        DueRow, Equal("kind", CLAIM), col(DueRow.due_at) <= moment, order_by=(col(DueRow.due_at),), limit=limit
    )


def overdue(db: TenantDb, handoff_id: str) -> HandoffRow | None:
    """Mark a handoff overdue and forget its due time; returns it, None if it waits no more or was marked before."""
    db.delete(DueRow, Equal("kind", CLAIM), Equal("target_id", handoff_id))
    marked = db.update(
        HandoffRow,
        Equal("id", handoff_id),
        Equal("state", HandoffState.WAITING),
        col(HandoffRow.overdue_at).is_(None),
        overdue_at=db.now,
    )
    return db.one(HandoffRow, Equal("id", handoff_id)) if marked else None
