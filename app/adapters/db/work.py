"""A unit of work made ready for a connection: its door to the rows opened, its audit events stored last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar  # Any: a result of whatever type, between a unit and its caller

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from app.adapters.db import audit
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.audit import AuditEvent

T = TypeVar("T")
Work = Callable[[Connection], T]
Clock = Callable[[], datetime]

HURRY = text("SET LOCAL lock_timeout = '300ms'")
"""How long units that share a transaction wait together for one row; alone, each has the time of a whole unit."""


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


@dataclass(frozen=True, slots=True)
class Done:
    """A unit that was carried out, and what it returned."""

    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """A unit that changed nothing, and why."""

    error: Exception


def together(tenant: str, units: Sequence[Callable[[TenantDb], Any]], now: Clock) -> Work[list[Done | Failed]]:
    """Make ready several units of one tenant for one transaction: one that raises is undone alone.

    What the database refuses ends the whole transaction, and so does a row that somebody holds for long: it may be
    another unit's doing. For PostgreSQL.
    """

    def work(connection: Connection) -> list[Done | Failed]:
        connection.execute(HURRY)
        ended: list[Done | Failed] = []
        events: list[AuditEvent] = []
        for unit in units:
            db = TenantDb(connection, now(), tenant)
            mark = connection.begin_nested()
            try:
                result = unit(db)
            except SQLAlchemyError:
                raise
            except Exception as error:  # noqa: BLE001 - what a unit raises is its caller's to hear
                mark.rollback()
                ended.append(Failed(error))
            else:
                mark.commit()
                events += db.take_events()
                ended.append(Done(result))
        audit.append(TenantDb(connection, now(), tenant), events)
        return ended

    return work
