"""Which of SQLite's errors mean that the file can't be used now, and which that the code is wrong."""

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError, StatementError

from app.adapters.db.outage import DatabaseUnavailable, NotMigrated, StatementRefused

LATER: Final = {
    sqlite3.SQLITE_BUSY: "locked by another process",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_NOMEM: "out of memory",
    sqlite3.SQLITE_IOERR: "the disk can't be read or written",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "the file can't be opened",
    sqlite3.SQLITE_PROTOCOL: "locked",
    sqlite3.SQLITE_NOTADB: "not a database",
}


def told(error: BaseException, *, writing: bool = True) -> BaseException:
    """Return what a caller hears of an error: DatabaseUnavailable, StatementRefused, or a unit's own error as it is."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, sqlite3.Error):
        return StatementRefused("a value that its column can't hold") if isinstance(error, StatementError) else error
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in LATER:
        return DatabaseUnavailable(f"SQLite: {LATER[code]}")
    if code == sqlite3.SQLITE_READONLY and writing:
        return DatabaseUnavailable("SQLite: the file is read-only")
    if code == sqlite3.SQLITE_ERROR and str(cause).startswith("no such table"):
        return NotMigrated("SQLite: tables are missing")
    return StatementRefused(f"SQLite: {getattr(cause, 'sqlite_errorname', type(cause).__name__)}")
