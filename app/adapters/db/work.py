"""A unit of work made ready for a connection: its door to the rows opened, its audit events stored last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar  # Any: a result of whatever type, between a unit and its caller

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from app.adapters.db import audit
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.audit import AuditEvent

T = TypeVar("T")
D = TypeVar("D", TenantDb, ServiceDb)
Work = Callable[[Connection], T]
Clock = Callable[[], datetime]

HURRY = text("SET LOCAL lock_timeout = '300ms'")
"""How long units that share a transaction wait together for one row; alone, each has the time of a whole unit."""


def clock() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


class Tail:
    """What the audit is to know of a transaction: stored last, each chain read and written once for all its units."""

    def __init__(self) -> None:
        self._chains: dict[str, tuple[TenantDb, list[AuditEvent]]] = {}

    def keep(self, db: TenantDb | ServiceDb) -> None:
        """Take over what a unit told the audit."""
        if events := db.take_events():
            chain = db if isinstance(db, TenantDb) else db.own_chain()
            _, before = self._chains.get(chain.tenant, (chain, []))
            self._chains[chain.tenant] = (chain, before + events)

    def store(self) -> None:
        """Hang everything on its chain."""
        for db, events in self._chains.values():
            audit.append(db, events)


@dataclass(frozen=True, slots=True)
class Unit(Generic[D, T]):
    """A unit with what opens its door to the rows. It is `Work`, alone in a transaction, or goes beside others."""

    door: Callable[[Connection], D]
    unit: Callable[[D], T]

    def __call__(self, connection: Connection) -> T:
        """Carry it out alone."""
        tail = Tail()
        result = self.beside(connection, tail)
        tail.store()
        return result

    def beside(self, connection: Connection, tail: Tail) -> T:
        """Carry it out in a transaction whose tail is stored later."""
        db = self.door(connection)
        result = self.unit(db)
        tail.keep(db)
        return result


def for_tenant(tenant: str, unit: Callable[[TenantDb], T], now: Clock) -> Unit[TenantDb, T]:
    """Make ready a unit of one tenant."""
    if not tenant:
        raise ValueError("rows belong to a tenant")
    return Unit(lambda connection: TenantDb(connection, now(), tenant), unit)


def for_service(unit: Callable[[ServiceDb], T], now: Clock) -> Unit[ServiceDb, T]:
    """Make ready a unit outside tenants."""
    return Unit(lambda connection: ServiceDb(connection, now()), unit)


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
        tail = Tail()
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
                tail.keep(db)
                ended.append(Done(result))
        tail.store()
        return ended

    return work
