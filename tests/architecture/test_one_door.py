"""Rows have one door: outside the few modules that make it, nobody writes a query."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOOR = {
    f"app/adapters/db/{name}.py"
    for name in (
        "engine",
        "group_commit",
        "migrate",
        "migration_steps",
        "postgres",
        "sqlite",
        "sqlite_errors",
        "prepared",
        "statements",
        "tables",
        "tenant_db",
        "work",
    )
}
MIGRATIONS = "app/adapters/db/migrations/"
QUERIES = {"select", "insert", "update", "delete", "text", "exists", "func", "literal_column", "table", "column"}
CONNECTIONS = {
    "Session", "AsyncSession", "Connection", "AsyncConnection", "Engine", "AsyncEngine",
    "create_engine", "create_async_engine", "sessionmaker", "async_sessionmaker",
}  # fmt: skip
DRIVERS = {"sqlite3", "aiosqlite", "asyncpg", "alembic"}
OUTSIDE = sorted(
    path
    for path in (ROOT / "app").rglob("*.py")
    if path.relative_to(ROOT).as_posix() not in DOOR and not path.relative_to(ROOT).as_posix().startswith(MIGRATIONS)
)


def reaches(source: str) -> list[str]:
    """What a module's source imports, or calls, that goes past the door."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            roots = [name.name.split(".")[0] for name in node.names]
            found += [root for root in roots if root in DRIVERS | {"sqlalchemy", "sqlmodel"}]
        elif isinstance(node, ast.ImportFrom) and node.module:
            root = node.module.split(".")[0]
            names = {name.name for name in node.names}
            if root in DRIVERS:
                found.append(root)
            elif root in {"sqlalchemy", "sqlmodel"}:
                found += sorted(names & (QUERIES | CONNECTIONS | {"*"}))
        elif isinstance(node, ast.Attribute) and node.attr == "_connection" and ast.unparse(node.value) == "db":
            found.append("db._connection")
    return found


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_query_past_the_door(path: Path) -> None:
    """A module that wants rows asks `TenantDb`, which asks for the tenant."""
    assert reaches(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from sqlmodel import Session",
        "from sqlalchemy import select, text",
        "from sqlalchemy.ext.asyncio import create_async_engine",
        "import sqlalchemy as sa",
        "import sqlite3",
        "from asyncpg import connect",
        "def unit(db): db._connection.execute('x')",
    ],
)
def test_a_way_round_is_found(source: str) -> None:
    """The look above sees the ways round that there are."""
    assert reaches(source)


def test_the_door_is_where_it_is_looked_for() -> None:
    """The exceptions above are modules that exist, so that none is excused by an old name."""
    assert all((ROOT / module).is_file() for module in DOOR)
    assert OUTSIDE
