"""A unit of work made ready for a connection: its door to the rows opened, its audit events stored last."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from sqlalchemy import Connection

from app.adapters.db import audit
from app.adapters.db.tenant_db import ServiceDb, TenantDb

T = TypeVar("T")
Work = Callable[[Connection], T]
Clock = Callable[[], datetime]


def clock() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def for_tenant(tenant: str, unit: Callable[[TenantDb], T], now: Clock) -> Work[T]:
    """Make ready a unit of one tenant."""
    if not tenant:
        raise ValueError("rows belong to a tenant")

    def work(connection: Connection) -> T:
        db = TenantDb(connection, now(), tenant)
        result = unit(db)
        audit.append(db, db.take_events())
        return result

    return work


def for_service(unit: Callable[[ServiceDb], T], now: Clock) -> Work[T]:
    """Make ready a unit outside tenants."""

    def work(connection: Connection) -> T:
        db = ServiceDb(connection, now())
        result = unit(db)
        audit.append(db.own_chain(), db.take_events())
        return result

    return work
