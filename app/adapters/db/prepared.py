"""Statements prepared for SQLite's driver: compiled once, so that of a hot statement only the values change hands."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final  # Any: a value of whatever type its column has

from sqlalchemy import Column, Dialect, Executable, Insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from app.adapters.db.outage import StatementRefused

Convert = Callable[[Any], Any]

KEPT: Final = 2048


@dataclass(frozen=True, slots=True)
class Prepared:
    """SQL with its parameters' names in order, and what converts values on their way in and out; None: as they are.

    `constants` are parameters that the statement brings along itself.
    """

    sql: str
    names: tuple[str, ...]
    bind: tuple[Convert | None, ...]
    read: tuple[Convert | None, ...]
    constants: Mapping[str, Any]

    def run(self, driver: sqlite3.Connection, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """Execute with values by name. Raises StatementRefused, and what the driver raises."""
        values = {**self.constants, **values} if self.constants else values
        try:
            given = [
                values[name] if convert is None else convert(values[name])
                for name, convert in zip(self.names, self.bind, strict=True)
            ]
        except (TypeError, ValueError):
            raise StatementRefused("a value that its column can't hold") from None
        return driver.execute(self.sql, given)

    def rows(self, driver: sqlite3.Connection, values: Mapping[str, Any]) -> list[Sequence[Any]]:
        """Execute, and return the rows converted."""
        found = self.run(driver, values).fetchall()
        if not any(self.read):
            return found
        return [
            [value if convert is None else convert(value) for value, convert in zip(row, self.read, strict=True)]
            for row in found
        ]


@lru_cache(KEPT)
def prepared(
    statement: Executable, dialect: Dialect, columns: tuple[Column[Any], ...] = (), given: tuple[str, ...] = ()
) -> Prepared | None:
    """Compile a statement; `columns` are those it returns, `given` the names of what an INSERT sets.

    None where it can't be run by its text alone: a list of unknown length, or a value that only SQLAlchemy fills in.
    """
    keys = list(given) if isinstance(statement, Insert) else None
    compiled: SQLCompiler = statement.compile(dialect=dialect, column_keys=keys)  # type: ignore[attr-defined]  # all do
    binds = compiled.binds
    names = tuple(compiled.positiontup or ())
    if any(binds[name].expanding or (given and name not in given) for name in names):
        return None
    return Prepared(
        str(compiled),
        names,
        tuple(_bind(binds[name].type, dialect) for name in names),
        tuple(_read(column.type, dialect) for column in columns),
        {name: binds[name].effective_value for name in names if not binds[name].required},
    )


def _bind(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _read(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
