"""What is stored, read beside the service."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import URL, create_engine, text
from sqlalchemy.ext.asyncio import create_async_engine

Rows = list[dict[str, Any]]  # what a statement asks for


def sqlite_rows(path: Path, sql: str, params: Mapping[str, object]) -> Rows:
    """Read rows of a file without a lock on it that a writer would wait for."""
    engine = create_engine(URL.create("sqlite", database=f"file:{path}", query={"mode": "ro", "uri": "true"}))
    with engine.connect() as connection:
        found = [dict(row) for row in connection.execute(text(sql), params).mappings()]
    engine.dispose()
    return found


async def postgres_rows(url: str, sql: str, params: Mapping[str, object]) -> Rows:
    """Read the rows that one tenant sees: `:tenant`, `harbor` unless it is given."""
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            tenant = {"tenant": params.get("tenant", "harbor")}
            await connection.execute(text("SELECT set_config('frontdesk.tenant', :tenant, true)"), tenant)
            return [dict(row) for row in (await connection.execute(text(sql), params)).mappings()]
    finally:
        await engine.dispose()
