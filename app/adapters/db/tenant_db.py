"""The one door to rows: what a transaction may do to one tenant's rows, or to the few that stand outside tenants."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar  # Any: columns and values of whatever type the tables have

from sqlalchemy import Column, Connection, Executable, Integer, Table
from sqlalchemy.orm import Mapped
from sqlmodel import SQLModel

from app.adapters.db.prepared import prepared
from app.adapters.db.statements import (
    Order,
    Where,
    adding_up,
    changing,
    counting,
    deleting,
    owner_of,
    part,
    part_changes,
    part_order,
    reading,
    shape_of,
    tallying,
)
from app.adapters.db.tables import TenantRow
from app.domain.audit import AuditEvent

SERVICE: Final = "_service"
"""Whose rows a unit outside tenants may see, and whose audit chain it writes; no tenant may have this name."""

COUNT: Final = Column("count", Integer)
"""What `count(*)` answers with, as a column."""

R = TypeVar("R", bound=SQLModel)


class Rows:
    """The rows that a transaction may touch. They come back detached, to be read; changing one changes nothing stored.

    Conditions are columns of the table against values: `col(Row.seq) > 3`, `.in_(…)`, `.is_(None)`. TypeError for any
    other, and for a table that this door does not open to. What the database refuses, the engine tells.
    """

    def __init__(self, connection: Connection, now: datetime, tenant: str | None) -> None:
        self.now = now
        self._connection = connection
        direct = connection.connection.driver_connection
        self._driver = direct if isinstance(direct, sqlite3.Connection) else None
        self._tenant = tenant
        self._events: list[AuditEvent] = []

    def insert(self, table: type[SQLModel], /, **values: object) -> None:
        """Add a row; columns without a value here become NULL."""
        self._open(table)
        filled = self._filled(values)
        self._change(shape_of(table).add, filled, given=tuple(filled))

    def insert_many(self, table: type[SQLModel], rows: Sequence[Mapping[str, object]]) -> None:
        """Add rows that all name the same columns, in one statement; none is fine."""
        self._open(table)
        if rows:
            self._connection.execute(shape_of(table).add, [self._filled(row) for row in rows])

    def one(self, table: type[R], /, *where: Where, order_by: Sequence[Order] = (), lock: bool = False) -> R | None:
        """Return the first row that fits, None if none does; `lock` keeps other writers off it until the commit."""
        rows = self.all(table, *where, order_by=order_by, limit=1, lock=lock)
        return rows[0] if rows else None

    def all(
        self,
        table: type[R],
        /,
        *where: Where,
        order_by: Sequence[Order] = (),
        limit: int | None = None,
        lock: bool = False,
    ) -> list[R]:
        """Return the rows that fit, at most `limit`."""
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        if limit is not None:
            values["limit_to"] = limit
        statement = reading(core, conditions, part_order(core, order_by), limited=limit is not None, lock=lock)
        names = shape_of(table).names
        return [_detached(table, names, row) for row in self._fetch(statement, values, tuple(core.c))]

    def pick(
        self, table: type[SQLModel], columns: tuple[str, ...], /, *where: Where, order_by: Sequence[Order], limit: int
    ) -> Sequence[Sequence[Any]]:
        """Return some columns of the rows that fit, at most `limit`."""
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        statement = reading(core, conditions, part_order(core, order_by), limited=True, columns=columns)
        return self._fetch(statement, values | {"limit_to": limit}, tuple(core.c[name] for name in columns))

    def update(self, table: type[SQLModel], /, *where: Where, **values: object) -> int:
        """Change the rows that fit; returns how many. A value may be its own column plus or minus a number."""
        core = self._open(table)
        conditions, named = part(core, where, self._tenant)
        changes, new = part_changes(core, values)
        return self._change(changing(core, conditions, changes), named | new)

    def update_returning(
        self,
        table: type[SQLModel],
        /,
        *where: Where,
        returning: Sequence[Mapped[Any]],
        **values: object,
    ) -> tuple[Any, ...] | None:
        """Change the row that fits; returns the columns asked for as they are now, None if none fits."""
        core = self._open(table)
        conditions, named = part(core, where, self._tenant)
        changes, new = part_changes(core, values)
        columns = tuple(name for name, _ in part_order(core, returning))
        statement = changing(core, conditions, changes, columns)
        rows = self._fetch(statement, named | new, tuple(core.c[name] for name in columns))
        return tuple(rows[0]) if rows else None

    def delete(self, table: type[SQLModel], /, *where: Where) -> int:
        """Delete the rows that fit; returns how many."""
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        return self._change(deleting(core, conditions), values)

    def count(self, table: type[SQLModel], /, *where: Where) -> int:
        """Count the rows that fit."""
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        return int(self._fetch(counting(core, conditions), values)[0][0])

    def tally(
        self, table: type[SQLModel], columns: tuple[str, ...], /, *where: Where, total: str | None = None
    ) -> list[tuple[Any, ...]]:
        """Count the rows that fit by the values of columns, in no order: each tuple is those values and how many rows
        hold them, with the sum of the column `total` where one is named.
        """
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        kinds = tuple(core.c[name] for name in columns)
        summed = () if total is None else (core.c[total],)
        rows = self._fetch(tallying(core, columns, total, conditions), values, (*kinds, COUNT, *summed))
        return [tuple(row) for row in rows]

    def sum(self, column: Mapped[Any], /, *where: Where) -> float:
        """Add a column up over the rows that fit; 0.0 where there is none."""
        table, name = owner_of(column)
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        return float(self._fetch(adding_up(core, name, conditions), values, (core.c[name],))[0][0] or 0.0)

    def audit(self, *events: AuditEvent) -> None:
        """Keep events for the audit chain; they are stored last, in this same transaction."""
        self._events.extend(events)

    def take_events(self) -> list[AuditEvent]:
        """Return what `audit` was given and forget it; for whoever ends the transaction."""
        events, self._events = self._events, []
        return events

    def _fetch(
        self, statement: Executable, values: Mapping[str, Any], columns: tuple[Column[Any], ...] = ()
    ) -> Sequence[Sequence[Any]]:
        """Execute a statement that answers with rows."""
        ready = prepared(statement, self._connection.dialect, columns) if self._driver is not None else None
        if ready is not None and self._driver is not None:
            return ready.rows(self._driver, values) if columns else ready.run(self._driver, values).fetchall()
        return self._connection.execute(statement, values).fetchall()

    def _change(self, statement: Executable, values: Mapping[str, Any], given: tuple[str, ...] = ()) -> int:
        """Execute a statement that changes rows; returns how many."""
        ready = prepared(statement, self._connection.dialect, (), given) if self._driver is not None else None
        if ready is not None and self._driver is not None:
            return ready.run(self._driver, values).rowcount
        return self._connection.execute(statement, values).rowcount

    def _open(self, table: type[SQLModel]) -> Table:
        """Return Core's table, if this door opens to it."""
        shape = shape_of(table)
        if issubclass(table, TenantRow) if self._tenant is None else not shape.has_tenant:
            raise TypeError(f"{table.__name__} is not read {'outside' if self._tenant is None else 'within'} a tenant")
        return shape.table

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
    """Rows outside tenants: no text of a customer is among them. Its audit events go to the service's own chain."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        super().__init__(connection, now, None)

    def own_chain(self) -> TenantDb:
        """Return the door to the service's own audit chain."""
        return TenantDb(self._connection, self.now, SERVICE)


def _detached(table: type[R], names: Sequence[str], values: Sequence[Any]) -> R:
    """Build a row without validating what the database holds, and without a session that would watch it."""
    row: R = table.__new__(table)
    row.__dict__.update(zip(names, values, strict=True))
    return row
