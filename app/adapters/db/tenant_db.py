"""The one door to rows: what a transaction may do to one tenant's rows, or to the few that stand outside tenants."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar  # Any: columns, conditions and values of whatever type the tables have

from sqlalchemy import Connection, Table, and_, func, inspect, select
from sqlmodel import SQLModel

from app.adapters.db.statements import changing, deleting, part, part_order, reading, shape_of
from app.adapters.db.tables import TenantRow
from app.domain.audit import AuditEvent

SERVICE: Final = "_service"
"""Whose rows a unit outside tenants may see, and whose audit chain it writes; no tenant may have this name."""

R = TypeVar("R", bound=SQLModel)


class Rows:
    """The rows that a transaction may touch. They come back detached, to be read; changing one changes nothing stored.

    Every method may raise SQLAlchemy's errors; the engine turns those of a database that can't work now into
    `DatabaseUnavailable`.
    """

    def __init__(self, connection: Connection, now: datetime, tenant: str | None) -> None:
        self.now = now
        self._connection = connection
        self._tenant = tenant
        self._events: list[AuditEvent] = []

    def insert(self, table: type[SQLModel], /, **values: object) -> None:
        """Add a row."""
        self._table(table)
        self._connection.execute(shape_of(table).add, self._filled(values))

    def insert_many(self, table: type[SQLModel], rows: Sequence[Mapping[str, object]]) -> None:
        """Add rows that all name the same columns, in one statement; none is fine."""
        self._table(table)
        if rows:
            self._connection.execute(shape_of(table).add, [self._filled(row) for row in rows])

    def one(self, table: type[R], /, *where: Any, order_by: Sequence[Any] = (), lock: bool = False) -> R | None:
        """Return the first row that fits, None if none does; `lock` keeps other writers off it until the commit."""
        rows = self.all(table, *where, order_by=order_by, limit=1, lock=lock)
        return rows[0] if rows else None

    def all(
        self, table: type[R], /, *where: Any, order_by: Sequence[Any] = (), limit: int | None = None, lock: bool = False
    ) -> list[R]:
        """Return the rows that fit, at most `limit`."""
        core = self._table(table)
        where = self._scoped(core, where)
        parted, order = part(core, where), part_order(core, order_by)
        if parted and order is not None:
            statement = reading(core, parted.conditions, order, limited=limit is not None, lock=lock)
            found = self._connection.execute(statement, parted.values | {"limit_to": limit} if limit else parted.values)
        else:
            plain = select(core).where(and_(*where)).order_by(*order_by).limit(limit)
            found = self._connection.execute(plain.with_for_update() if lock else plain)
        names = shape_of(table).names
        return [_detached(table, names, row) for row in found.fetchall()]

    def update(self, table: type[SQLModel], /, *where: Any, **values: object) -> int:
        """Change the rows that fit; returns how many."""
        core = self._table(table)
        where = self._scoped(core, where)
        parted = part(core, where)
        if parted is None or any(
            hasattr(value, "__clause_element__") or _is_clause(value) for value in values.values()
        ):
            return self._connection.execute(core.update().where(and_(*where)).values(values)).rowcount
        named = {f"set_{name}": value for name, value in values.items()}
        return self._connection.execute(
            changing(core, parted.conditions, tuple(values)), parted.values | named
        ).rowcount

    def update_returning(
        self, table: type[SQLModel], /, *where: Any, returning: Sequence[Any], **values: object
    ) -> tuple[Any, ...] | None:
        """Change the row that fits; returns the columns asked for as they are now, None if none fits."""
        core = self._table(table)
        columns = [core.c[column.key] for column in returning]
        statement = core.update().where(and_(*self._scoped(core, where))).values(values).returning(*columns)
        row = self._connection.execute(statement).first()
        return None if row is None else tuple(row)

    def delete(self, table: type[SQLModel], /, *where: Any) -> int:
        """Delete the rows that fit; returns how many."""
        core = self._table(table)
        where = self._scoped(core, where)
        parted = part(core, where)
        if parted is None:
            return self._connection.execute(core.delete().where(and_(*where))).rowcount
        return self._connection.execute(deleting(core, parted.conditions), parted.values).rowcount

    def count(self, table: type[SQLModel], /, *where: Any) -> int:
        """Count the rows that fit."""
        core = self._table(table)
        statement = select(func.count()).select_from(core).where(and_(*self._scoped(core, where)))
        return int(self._connection.execute(statement).scalar_one())

    def sum(self, column: Any, /, *where: Any) -> float:
        """Add a column up over the rows that fit; 0.0 where there is none."""
        core = self._table(column.class_)
        statement = select(func.sum(core.c[column.key])).where(and_(*self._scoped(core, where)))
        return float(self._connection.execute(statement).scalar_one() or 0.0)

    def audit(self, *events: AuditEvent) -> None:
        """Keep events for the audit chain; they are stored last, in this same transaction."""
        self._events.extend(events)

    def take_events(self) -> list[AuditEvent]:
        """Return what `audit` was given and forget it; for whoever ends the transaction."""
        events, self._events = self._events, []
        return events

    def _table(self, table: type[SQLModel]) -> Table:
        """Return Core's table, if this door opens to it; TypeError otherwise."""
        if issubclass(table, TenantRow) if self._tenant is None else shape_of(table).tenant is None:
            raise TypeError(f"{table.__name__} is not read {'outside' if self._tenant is None else 'within'} a tenant")
        return shape_of(table).table

    def _scoped(self, table: Table, where: Sequence[Any]) -> tuple[Any, ...]:
        """Add the tenant's condition."""
        return tuple(where) if self._tenant is None else (table.c.tenant_id == self._tenant, *where)

    def _filled(self, values: Mapping[str, object]) -> dict[str, object]:
        """Add the tenant's name to a new row."""
        if self._tenant is None:
            return dict(values)
        if values.get("tenant_id", self._tenant) != self._tenant:
            raise ValueError("a row of another tenant")
        return {**values, "tenant_id": self._tenant}


class TenantDb(Rows):
    """One tenant's rows, and those outside tenants that name it. `now` is the transaction's moment, in UTC."""

    def __init__(self, connection: Connection, now: datetime, tenant: str) -> None:
        if not tenant:
            raise ValueError("rows belong to a tenant")
        super().__init__(connection, now, tenant)
        self.tenant = tenant


class ServiceDb(Rows):
    """Rows outside tenants: no text of a customer is among them. Its audit events go to the chain of the service."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        super().__init__(connection, now, None)

    def own_chain(self) -> TenantDb:
        """Return the door to the service's own audit chain."""
        return TenantDb(self._connection, self.now, SERVICE)

    def connection(self) -> Connection:
        """Return the bare connection: for the migrations alone, which have no rows yet."""
        return self._connection


def _detached(table: type[R], names: Sequence[str], values: Sequence[Any]) -> R:
    """Build a row without validating what the database holds, and without a session that would watch it."""
    row = table.__new__(table)
    row.__dict__.update(zip(names, values, strict=True))
    return row


def _is_clause(value: object) -> bool:
    """Tell an expression, such as `column + 1`, from a value."""
    return inspect(value, raiseerr=False) is not None
