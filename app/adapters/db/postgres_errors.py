"""Which of PostgreSQL's errors mean that it can't be used now, which a lost race, and which that the code is wrong."""

from typing import Final

from sqlalchemy.exc import DBAPIError, InterfaceError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.adapters.db.outage import DatabaseUnavailable, NotMigrated, StatementRefused

LATER: Final = {
    "08": "the connection broke",
    "28": "it refuses the login",
    "3D": "the database does not exist",
    "53": "it is out of connections, memory or disk",
    "57": "it is starting or stopping, or gave up the statement",
    "58": "it can't read or write its files",
    "55P03": "locked",
}
"""What is no fault of the code, by SQLSTATE or by its class."""
RACES: Final = {"40001", "40P01", "23505", "XX000"}
"""Serialisation, deadlock, a row that somebody made first, a role changed meanwhile: another try sees what was done."""
LEFT_OPEN: Final = "InternalClientError"
"""The driver's, which is loaded with PostgreSQL alone: a connection was ended in mid-statement, and can't go on."""
STOPPED: Final = "57P01"
READ_ONLY: Final = "25006"
NO_TABLE: Final = "42P01"
NO_ROLE: Final = {"22023": "the role frontdesk_app is missing", "42501": "the role frontdesk_app is not granted"}
"""What the beginning of a transaction may meet."""


def _cause(error: BaseException) -> BaseException:
    """Return the driver's own error below SQLAlchemy's."""
    below = error.orig if isinstance(error, DBAPIError) else None
    return error if below is None else below.__cause__ or below


def _state(error: BaseException) -> str:
    """Return the SQLSTATE, or nothing."""
    return str(getattr(_cause(error), "sqlstate", None) or "")


def lost_race(error: BaseException) -> bool:
    """Tell whether another transaction was faster."""
    return _state(error) in RACES


def was_dead(error: BaseException) -> bool:
    """Tell whether a connection had ended while nobody used it."""
    return _state(error) == STOPPED or (isinstance(error, DBAPIError) and error.connection_invalidated)


def told(error: Exception, *, writing: bool = True, began: bool = True) -> Exception:
    """Return what a caller hears of an error: DatabaseUnavailable, StatementRefused, or a unit's own error as it is."""
    cause, state = _cause(error), _state(error)
    if state == NO_TABLE or (state in NO_ROLE and not began):
        return NotMigrated(f"PostgreSQL: {NO_ROLE.get(state, 'tables are missing')}")
    if state == READ_ONLY and writing:
        return DatabaseUnavailable("PostgreSQL: it is read-only")
    words = LATER.get(state) or LATER.get(state[:2])
    if words:
        return DatabaseUnavailable(f"PostgreSQL: {words}")
    broken = isinstance(error, InterfaceError) and not isinstance(cause, ValueError)  # a value of a wrong type is both
    if broken or type(cause).__name__ == LEFT_OPEN or isinstance(cause, OSError | TimeoutError | PoolTimeout):
        return DatabaseUnavailable("PostgreSQL: it can't be reached, or is too slow")
    if isinstance(error, StatementError):
        return StatementRefused(f"PostgreSQL: {type(cause).__name__} {state}")
    return error
