"""Rows of tenants that ever had a file, with their retention, so that it goes on after the file is gone."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlmodel import col

from app.adapters.db.tables import TenantSeenRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.tenant import Tenant


def remember(db: ServiceDb, tenants: Iterable[Tenant]) -> None:
    """Keep each tenant's retention as its file says it now, in seconds."""
    known = {row.tenant_id: row.retention for row in db.all(TenantSeenRow)}
    for tenant in tenants:
        retention = {
            name: {
                "messages": w.retention.messages.total_seconds(),
                "handoffs": w.retention.handoffs.total_seconds(),
                "audit": w.retention.audit.total_seconds(),
            }
            for name, w in tenant.workflows.items()
        }
        if tenant.id not in known:
            db.insert(TenantSeenRow, tenant_id=tenant.id, retention=retention)
        elif known[tenant.id] != retention:
            # A workflow that left the file keeps its rows' retention.
            db.update(
                TenantSeenRow,
                col(TenantSeenRow.tenant_id) == tenant.id,
                retention={**known[tenant.id], **retention},
            )


def everyone(db: ServiceDb) -> list[TenantSeenRow]:
    """List every tenant that ever had a file."""
    return db.all(TenantSeenRow)


def to_sweep(db: ServiceDb, now: datetime, since: timedelta) -> list[TenantSeenRow]:
    """List tenants whose rows were not swept for so long, or as long as they keep any, or were by a clock ahead."""
    return [row for row in everyone(db) if row.swept_at is None or not now - _every(row, since) <= row.swept_at <= now]


def _every(row: TenantSeenRow, most: timedelta) -> timedelta:
    """Return how often a tenant is swept: nothing is kept for twice its time."""
    kept = (timedelta(seconds=seconds) for workflow in row.retention.values() for seconds in workflow.values())
    return min((most, *kept))


def swept(db: ServiceDb, tenant_id: str, now: datetime) -> None:
    """Keep that a tenant's rows were swept."""
    db.update(TenantSeenRow, col(TenantSeenRow.tenant_id) == tenant_id, swept_at=now)
