"""Statements of the door to rows, built once for each shape: from call to call only the values change."""

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple  # Any: a value, a clause or an operator of whatever type

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    UnaryExpression,
    Update,
    bindparam,
    false,
    func,
    inspect,
    null,
    select,
    true,
)
from sqlalchemy.orm import Mapped, Mapper, QueryableAttribute, configure_mappers
from sqlalchemy.sql.elements import BinaryExpression
from sqlalchemy.sql.operators import desc_op, in_op, is_, is_not, not_in_op
from sqlmodel import SQLModel
from typing_extensions import override

from app.adapters.db.tables import TenantRow

KEPT: Final = 2048  # shapes; the code has far fewer, so that none is built twice
PLAIN: Final = {operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge, in_op, not_in_op}
SUMS: Final = {operator.add, operator.sub}
CONSTANTS: Final = {"null": null, "true": true, "false": false}
NOT_PLAIN: Final = "the door to rows knows columns of the table against values, and nothing more"


class Record:
    """A row as it was read: equal to one that holds the same. It shows none of its values when it is printed."""

    @override
    def __eq__(self, other: object) -> bool:
        """Compare what the rows hold."""
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # how Python says that a row may change


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A table class as Core knows it, and the class of the plain records that its rows are read as."""

    table: Table
    names: tuple[str, ...]
    columns: tuple[Column[Any], ...]
    of_tenant: bool
    has_tenant: bool
    add: Insert
    record: type[Record]


class Condition(NamedTuple):
    """A condition without its value: a column, an operator, and a constant, one value or many."""

    column: str
    compare: Any
    against: str


class Equal(NamedTuple):
    """A column that must hold a value: said so on the way of each turn, since building SQLAlchemy's words takes longer
    than SQLite takes to find the row.
    """

    column: str
    value: Any


class Below(NamedTuple):
    """A column that must be smaller than a value; said so for the same reason."""

    column: str
    value: Any


class Missing(NamedTuple):
    """A column that must hold nothing; said so for the same reason."""

    column: str


class Falling(NamedTuple):
    """The order from a column's highest value down; said so for the same reason."""

    column: str


class Plus(NamedTuple):
    """The number that a column's value grows by; said so for the same reason."""

    number: int


class Change(NamedTuple):
    """A new value of a column: one that is given, or the old one plus or minus a number."""

    column: str
    count: Any


Order = ColumnElement[Any] | Mapped[Any] | Falling
Where = ColumnElement[bool] | Equal | Below | Missing

WHERES: Final = tuple(f"where_{number}" for number in range(100))  # conditions that one statement may have
OF_TENANT: Final = Condition("tenant_id", operator.eq, "one")


@cache
def shape_of(row: type[SQLModel]) -> Shape:
    """Return the shape of a table class."""
    configure_mappers()  # without it, the attributes of rows that no session has loaded can't be read
    table: Table = inspect(row).local_table
    columns, of_tenant = tuple(table.c), issubclass(row, TenantRow)
    record = type(row.__name__, (Record,), {})
    return Shape(table, tuple(table.c.keys()), columns, of_tenant, "tenant_id" in table.c, table.insert(), record)


@lru_cache(KEPT)
def columns_of(table: Table, names: tuple[str, ...]) -> tuple[Column[Any], ...]:
    """Return columns of a table."""
    return tuple(table.c[name] for name in names)


def part(table: Table, where: Sequence[Where], tenant: str | None) -> tuple[tuple[Condition, ...], dict[str, Any]]:
    """Part conditions from their values, which go under `where_NUMBER`; a tenant's own condition comes first."""
    conditions = [] if tenant is None else [OF_TENANT]
    values: dict[str, Any] = {} if tenant is None else {"where_0": tenant}
    for clause in where:
        if type(clause) is Equal:
            values[WHERES[len(conditions)]] = clause.value
            conditions.append(_one(clause.column, operator.eq))
            continue
        if type(clause) is Below:
            values[WHERES[len(conditions)]] = clause.value
            conditions.append(_one(clause.column, operator.lt))
            continue
        if isinstance(clause, Missing):
            conditions.append(Condition(clause.column, is_, "null"))
            continue
        if not isinstance(clause, BinaryExpression):
            raise TypeError(NOT_PLAIN)
        against = clause.right
        if isinstance(against, BindParameter) and clause.operator in PLAIN:
            values[f"where_{len(conditions)}"] = against.effective_value
            kind = "many" if against.expanding else "one"
        elif clause.operator in {is_, is_not} and against.__visit_name__ in CONSTANTS:
            kind = against.__visit_name__
        else:
            raise TypeError(NOT_PLAIN)
        conditions.append(Condition(_name(table, clause.left), clause.operator, kind))
    return tuple(conditions), values


@lru_cache(KEPT)
def _one(column: str, compare: Any) -> Condition:  # noqa: ANN401  # an operator
    """Return the condition that compares a column with one value."""
    return Condition(column, compare, "one")


@lru_cache(KEPT)
def _change(column: str, count: Any) -> Change:  # noqa: ANN401  # an operator, or None
    """Return what a statement sets a column to."""
    return Change(column, count)


def part_order(table: Table, order_by: Sequence[Order]) -> tuple[tuple[str, bool], ...]:
    """Return the columns that rows are ordered by, and whether they fall."""
    order = []
    for clause in order_by:
        if isinstance(clause, Falling):
            order.append((clause.column, True))
            continue
        falls = isinstance(clause, UnaryExpression) and clause.modifier is desc_op
        order.append((_name(table, clause.element if isinstance(clause, UnaryExpression) else clause), falls))
    return tuple(order)


def part_changes(table: Table, values: Mapping[str, object]) -> tuple[tuple[Change, ...], dict[str, object]]:
    """Part what a statement sets from the values, which go under `set_COLUMN`."""
    changes: list[Change] = []
    named: dict[str, object] = {}
    for name, value in values.items():
        if type(value) is Plus:
            changes.append(_change(name, operator.add))
            named[f"set_{name}"] = value.number
            continue
        if not isinstance(value, ColumnElement):
            changes.append(_change(name, None))
            named[f"set_{name}"] = value
            continue
        sum_ = value if isinstance(value, BinaryExpression) and value.operator in SUMS else None
        if sum_ is None or not isinstance(sum_.right, BindParameter) or _name(table, sum_.left) != name:
            raise TypeError(NOT_PLAIN)
        changes.append(Change(name, sum_.operator))
        named[f"set_{name}"] = sum_.right.effective_value
    return tuple(changes), named


def owner_of(column: Mapped[Any]) -> tuple[type[SQLModel], str]:
    """Return the table class that a column belongs to, and the column's name."""
    mapper = getattr(column, "parent", None)
    if not (isinstance(column, QueryableAttribute) and isinstance(mapper, Mapper)):
        raise TypeError(NOT_PLAIN)
    return mapper.class_, column.key


def _name(table: Table, column: object) -> str:
    """Return the name of a column of this table."""
    clause = column if isinstance(column, Column) else inspect(column, raiseerr=False)
    core = clause if isinstance(clause, Column) else getattr(clause, "expression", None)
    if not (isinstance(core, Column) and core.table is table):
        raise TypeError(NOT_PLAIN)
    return core.key


def _whole(table: Table, conditions: Sequence[Condition]) -> list[ColumnElement[bool]]:
    """Put conditions together again, around parameters that are named by their place."""
    clauses = []
    for number, (name, compare, against) in enumerate(conditions):
        column, constant = table.c[name], CONSTANTS.get(against)
        many = against == "many"
        clauses.append(
            compare(column, constant() if constant else bindparam(f"where_{number}", type_=column.type, expanding=many))
        )
    return clauses


@lru_cache(KEPT)
def reading(
    table: Table,
    conditions: tuple[Condition, ...],
    order: tuple[tuple[str, bool], ...],
    *,
    limited: bool,
    lock: bool = False,
    columns: tuple[str, ...] = (),
) -> Select[Any]:
    """Return `SELECT` of whole rows, or of some columns; a limit goes under `limit_to`."""
    by = [table.c[name].desc() if falls else table.c[name] for name, falls in order]
    wanted = select(*(table.c[name] for name in columns)) if columns else select(table)
    statement = wanted.where(*_whole(table, conditions)).order_by(*by)
    statement = statement.limit(bindparam("limit_to")) if limited else statement
    return statement.with_for_update() if lock else statement


@lru_cache(KEPT)
def counting(table: Table, conditions: tuple[Condition, ...]) -> Select[int]:
    """Return `SELECT count(*)`."""
    return select(func.count()).select_from(table).where(*_whole(table, conditions))


@lru_cache(KEPT)
def adding_up(table: Table, column: str, conditions: tuple[Condition, ...]) -> Select[Any]:
    """Return `SELECT sum(column)`."""
    return select(func.sum(table.c[column])).where(*_whole(table, conditions))


@lru_cache(KEPT)
def tallying(
    table: Table, columns: tuple[str, ...], total: str | None, conditions: tuple[Condition, ...]
) -> Select[Any]:
    """Return `SELECT` columns and `count(*)`, the sum of another column where one is named, by those columns."""
    by = [table.c[name] for name in columns]
    summed = [] if total is None else [func.sum(table.c[total])]
    return select(*by, func.count(), *summed).where(*_whole(table, conditions)).group_by(*by)


@lru_cache(KEPT)
def changing(
    table: Table, conditions: tuple[Condition, ...], changes: tuple[Change, ...], returning: tuple[str, ...] = ()
) -> Update:
    """Return `UPDATE`, `RETURNING` columns where some are named."""
    values = {}
    for name, count in changes:
        column = table.c[name]
        value = bindparam(f"set_{name}", type_=column.type)
        values[name] = value if count is None else count(column, value)
    statement = table.update().where(*_whole(table, conditions)).values(values)
    return statement.returning(*(table.c[name] for name in returning)) if returning else statement


@lru_cache(KEPT)
def deleting(table: Table, conditions: tuple[Condition, ...]) -> Delete:
    """Return `DELETE`."""
    return table.delete().where(*_whole(table, conditions))
