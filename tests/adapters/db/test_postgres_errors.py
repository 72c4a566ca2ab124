"""PostgreSQL's errors: what a caller hears of them."""

import pytest
from asyncpg import InternalClientError  # type: ignore[import-untyped]

from app.adapters.db.outage import DatabaseUnavailable
from app.adapters.db.postgres_errors import told


@pytest.mark.parametrize("error", [InternalClientError("cannot switch to state 12"), TimeoutError(), OSError()])
def test_a_broken_connection_is_an_outage(error: Exception) -> None:
    """Also where only its driver says so: another try, on another connection, may work."""
    assert isinstance(told(error), DatabaseUnavailable)


def test_a_units_own_error_stays_what_it_is() -> None:
    """What is wrong with the wish is nothing of the database's."""
    own = LookupError()
    assert told(own) is own
