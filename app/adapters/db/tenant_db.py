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
    Shape,
    Where,
    adding_up,
    changing,
    columns_of,
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
        if not rows:
            return
        filled, add = [self._filled(row) for row in rows], shape_of(table).add
        ready = prepared(add, self._connection.dialect, (), tuple(filled[0])) if self._driver is not None else None
        if ready is not None and self._driver is not None:
            ready.run_many(self._driver, filled)
        else:
            self._connection.execute(add, filled)

    def one(self, table: type[R], /, *where: Where, order_by: Sequence[Order] = (), lock: bool = False) -> R | None:
        """Return the first row that fits, None if none does; `lock` keeps other writers off it until the commit."""
        rows = self._read(table, where, order_by, 1, lock=lock)
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
        return self._read(table, where, order_by, limit, lock=lock)

    def pick(
        self, table: type[SQLModel], columns: tuple[str, ...], /, *where: Where, order_by: Sequence[Order], limit: int
    ) -> Sequence[Sequence[Any]]:
        """Return some columns of the rows that fit, at most `limit`."""
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        statement = reading(core, conditions, part_order(core, order_by), limited=True, columns=columns)
        values["limit_to"] = limit
        return self._fetch(statement, values, columns_of(core, columns))

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
        returning: Sequence[Mapped[Any] | str],
        **values: object,
    ) -> tuple[Any, ...] | None:
        """Change the row that fits; returns the columns asked for as they are now, None if none fits."""
        core = self._open(table)
        names = tuple([each if isinstance(each, str) else part_order(core, (each,))[0][0] for each in returning])
        row = self._changed(core, where, names, values)
        return tuple(row) if row else None

    def update_row(self, table: type[R], /, *where: Where, **values: object) -> R | None:
        """Change the row that fits; returns it as it is now, None if none fits."""
        shape = shape_of(table)
        row = self._changed(self._open(table), where, shape.names, values)
        return _detached(shape, row) if row else None

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
        kinds = columns_of(core, columns)
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

    def _changed(
        self, core: Table, where: Sequence[Where], names: tuple[str, ...], values: Mapping[str, object]
    ) -> Sequence[Any] | None:
        """Change the row that fits; returns these columns as they are now."""
        conditions, named = part(core, where, self._tenant)
        changes, new = part_changes(core, values)
        rows = self._fetch(changing(core, conditions, changes, names), named | new, columns_of(core, names))
        return rows[0] if rows else None

    def _read(
        self, table: type[R], where: Sequence[Where], order_by: Sequence[Order], limit: int | None, *, lock: bool
    ) -> list[R]:
        core = self._open(table)
        conditions, values = part(core, where, self._tenant)
        if limit is not None:
            values["limit_to"] = limit
        order = part_order(core, order_by) if order_by else ()
        statement = reading(core, conditions, order, limited=limit is not None, lock=lock)
        shape = shape_of(table)
        return [_detached(shape, row) for row in self._fetch(statement, values, shape.columns)]

    def _fetch(
        self, statement: Executable, values: Mapping[str, Any], columns: tuple[Column[Any], ...] = ()
    ) -> Sequence[Sequence[Any]]:
        """Execute a statement that answers with rows."""
        if self._driver is not None and (ready := prepared(statement, self._connection.dialect, columns)) is not None:
            return ready.rows(self._driver, values) if columns else ready.run(self._driver, values).fetchall()
        return self._connection.execute(statement, values).fetchall()

    def _change(self, statement: Executable, values: Mapping[str, Any], given: tuple[str, ...] = ()) -> int:
        """Execute a statement that changes rows; returns how many."""
        driver = self._driver
        if driver is not None and (ready := prepared(statement, self._connection.dialect, (), given)) is not None:
            return ready.run(driver, values).rowcount
        return self._connection.execute(statement, values).rowcount

    def _open(self, table: type[SQLModel]) -> Table:
        """Return Core's table, if this door opens to it."""
        shape = shape_of(table)
        if shape.of_tenant if self._tenant is None else not shape.has_tenant:
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


def _detached(shape: Shape, values: Sequence[Any]) -> Any:  # noqa: ANN401  # it reads like the table's own class
    """Build a row as a plain record: SQLModel's class would watch every look at one of its attributes."""
    row = shape.record()
    row.__dict__ = dict(zip(shape.names, values, strict=True))
    return row
