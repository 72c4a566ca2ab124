"""Statements prepared for SQLite's driver: compiled once, so that of a hot statement only the values change hands."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final  # Any: a value of whatever type its column has

import msgspec
from sqlalchemy import JSON, Column, Dialect, Executable, Insert
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from app.adapters.db.outage import StatementRefused
from app.adapters.db.tables import UtcDateTime

Convert = Callable[[Any], Any]
At = tuple[int, Convert]
"""What converts the value at a place."""

KEPT: Final = 2048
_WITHOUT_ZONE: Final = len("2026-11-21 15:04:05.000000")
_json: Final = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Prepared:
    """SQL with its parameters' names in order, and what converts those values on their way in and out that don't go as
    they are.

    `constants` are parameters that the statement brings along itself.
    """

    sql: str
    names: tuple[str, ...]
    bind: tuple[At, ...]
    read: tuple[At, ...]
    constants: Mapping[str, Any]

    def run(self, driver: sqlite3.Connection, values: Mapping[str, Any]) -> sqlite3.Cursor:
        """Execute with values by name. Raises StatementRefused, and what the driver raises."""
        return driver.execute(self.sql, self._given(values))

    def run_many(self, driver: sqlite3.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute with the values of each row in turn. Raises as `run` does."""
        driver.executemany(self.sql, [self._given(values) for values in rows])

    def _given(self, values: Mapping[str, Any]) -> list[Any]:
        """Put values in order, converted."""
        if self.constants:
            values = {**self.constants, **values}
        given = [values[name] for name in self.names]
        try:
            for place, convert in self.bind:
                given[place] = convert(given[place])
        except (TypeError, ValueError):
            raise StatementRefused("a value that its column can't hold") from None
        return given

    def rows(self, driver: sqlite3.Connection, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        """Execute, and return the rows converted."""
        found = self.run(driver, values).fetchall()
        return list(map(self._converted, found)) if self.read else found

    def _converted(self, row: Sequence[Any]) -> list[Any]:
        told = list(row)
        for place, convert in self.read:
            told[place] = convert(told[place])
        return told


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
        _places(_bind(binds[name].type, dialect) for name in names),
        _places(_read(column.type, dialect) for column in columns),
        {name: binds[name].effective_value for name in names if not binds[name].required},
    )


def _places(converts: Iterable[Convert | None]) -> tuple[At, ...]:
    """Say where something is to be converted."""
    return tuple((place, convert) for place, convert in enumerate(converts) if convert is not None)


def _bind(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """Return what SQLAlchemy does with a value of a type; the two that every turn stores many of, said faster."""
    if isinstance(kind, UtcDateTime):
        return _stored_moment
    if isinstance(kind, JSON):
        return _stored_json
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _read(kind: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    if isinstance(kind, UtcDateTime):
        return _read_moment
    if isinstance(kind, JSON):
        return _read_json
    return kind.dialect_impl(dialect).result_processor(dialect, None)


@lru_cache(64)
def _stored_moment(value: datetime | None) -> str | None:
    """Spell a moment as SQLAlchemy does on SQLite: in UTC, which is not said. A unit stores its own several times."""
    if value is None:
        return None
    if value.tzinfo is not UTC:
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        value = value.astimezone(UTC)
    return value.isoformat(" ", "microseconds")[:_WITHOUT_ZONE]


def _read_moment(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)


def _stored_json(value: object) -> str:
    return _json(value).decode()


def _read_json(value: str | None) -> object:
    return None if value is None else msgspec.json.decode(value)
