"""Statements of the door to rows, built once for each shape: from call to call only the values change."""

import operator
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple  # Any: a bound value, or a clause of whatever type

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
    inspect,
    null,
    select,
    true,
)
from sqlalchemy.sql.elements import BinaryExpression
from sqlalchemy.sql.operators import desc_op, in_op, is_, is_not, not_in_op
from sqlmodel import SQLModel

KEPT: Final = 2048  # shapes; the code has fewer, so that none is built twice
PLAIN: Final = {operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge, in_op, not_in_op}
CONSTANTS: Final = {"null": null, "true": true, "false": false}


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A table class as Core knows it. `tenant` is its tenant column, None where rows have none."""

    table: Table
    names: tuple[str, ...]
    tenant: Column[str] | None
    add: Insert


@cache
def shape_of(row: type[SQLModel]) -> Shape:
    """Return the shape of a table class."""
    table: Table = inspect(row).local_table
    return Shape(table, tuple(table.c.keys()), table.c.get("tenant_id"), table.insert())


class Condition(NamedTuple):
    """A condition without its value: a column, an operator, and what it is compared with: a constant, one value or many."""

    column: str
    compare: Any  # a function of the operator, such as `operator.eq`
    against: str


class Parted(NamedTuple):
    """Conditions apart from their values, which go under the names `where_0`, `where_1`, …"""

    conditions: tuple[Condition, ...]
    values: dict[str, Any]


def part(table: Table, where: Sequence[ColumnElement[bool]]) -> Parted | None:
    """Part conditions from their values; None where one is not plainly a column of the table against a value."""
    conditions: list[Condition] = []
    values: dict[str, Any] = {}
    for number, clause in enumerate(where):
        if not (
            isinstance(clause, BinaryExpression) and isinstance(clause.left, Column) and clause.left.table is table
        ):
            return None
        right = clause.right
        if isinstance(right, BindParameter) and clause.operator in PLAIN:
            values[f"where_{number}"] = right.effective_value
            against = "many" if right.expanding else "one"
        elif clause.operator in {is_, is_not} and right.__visit_name__ in CONSTANTS:
            against = right.__visit_name__
        else:
            return None
        conditions.append(Condition(clause.left.key, clause.operator, against))
    return Parted(tuple(conditions), values)


def part_order(table: Table, order_by: Sequence[ColumnElement[Any]]) -> tuple[tuple[str, bool], ...] | None:
    """Return (column, falling) of what rows are ordered by; None where it is not plainly columns of the table."""
    order = []
    for clause in order_by:
        falling = isinstance(clause, UnaryExpression) and clause.modifier is desc_op
        column = clause.element if isinstance(clause, UnaryExpression) and falling else clause.__clause_element__()
        if not (isinstance(column, Column) and column.table is table):
            return None
        order.append((column.key, falling))
    return tuple(order)


def _whole(table: Table, number: int, condition: Condition) -> ColumnElement[bool]:
    """Put a condition together again, around a parameter that is named by its place."""
    column = table.c[condition.column]
    constant = CONSTANTS.get(condition.against)
    value = (
        constant()
        if constant
        else bindparam(f"where_{number}", expanding=condition.against == "many", type_=column.type)
    )
    clause: ColumnElement[bool] = condition.compare(column, value)
    return clause


def whole(table: Table, conditions: Sequence[Condition]) -> list[ColumnElement[bool]]:
    """Put conditions together again."""
    return [_whole(table, number, condition) for number, condition in enumerate(conditions)]


@lru_cache(KEPT)
def reading(
    table: Table, conditions: tuple[Condition, ...], order: tuple[tuple[str, bool], ...], *, limited: bool, lock: bool
) -> Select[Any]:
    """Return `SELECT` of whole rows; a limit goes under the name `limit_to`."""
    by = [table.c[name].desc() if falling else table.c[name] for name, falling in order]
    statement = select(table).where(*whole(table, conditions)).order_by(*by)
    statement = statement.limit(bindparam("limit_to")) if limited else statement
    return statement.with_for_update() if lock else statement


@lru_cache(KEPT)
def changing(table: Table, conditions: tuple[Condition, ...], names: tuple[str, ...]) -> Update:
    """Return `UPDATE`; new values go under the names `set_NAME`."""
    return (
        table.update()
        .where(*whole(table, conditions))
        .values({name: bindparam(f"set_{name}", type_=table.c[name].type) for name in names})
    )


@lru_cache(KEPT)
def deleting(table: Table, conditions: tuple[Condition, ...]) -> Delete:
    """Return `DELETE`."""
    return table.delete().where(*whole(table, conditions))
