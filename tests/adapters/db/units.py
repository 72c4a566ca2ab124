"""Units of work that the tests of the engines share."""

from collections.abc import Callable

from app.adapters.db.tables import FeedbackRow
from app.adapters.db.tenant_db import TenantDb

Unit = Callable[[TenantDb], None]


def say(message_id: str, rating: str = "up") -> Unit:
    """A unit that stores one row."""
    return lambda db: db.insert(FeedbackRow, message_id=message_id, contact_id="c", rating=rating, at=db.now)


def said(db: TenantDb) -> set[str]:
    """The rows stored."""
    return {row.message_id for row in db.all(FeedbackRow)}
