"""Rows of feedback: what a contact thought of a reply."""

from collections.abc import Sequence

from sqlmodel import col

from app.adapters.db.tables import FeedbackRow
from app.adapters.db.tenant_db import TenantDb


def keep(db: TenantDb, message_id: str, contact_id: str, rating: str, comment: str | None) -> None:
    """Store a rating; a second one for the same message replaces the first."""
    db.delete(FeedbackRow, col(FeedbackRow.message_id) == message_id)
    db.insert(FeedbackRow, message_id=message_id, contact_id=contact_id, rating=rating, comment=comment, at=db.now)


def of_contact(db: TenantDb, contact_id: str) -> list[FeedbackRow]:
    """List a contact's feedback."""
    return db.all(FeedbackRow, col(FeedbackRow.contact_id) == contact_id, order_by=(col(FeedbackRow.at),))


def delete_of(db: TenantDb, contact_id: str) -> int:
    """Delete a contact's feedback."""
    return db.delete(FeedbackRow, col(FeedbackRow.contact_id) == contact_id)


def delete_for(db: TenantDb, message_ids: Sequence[str]) -> int:
    """Delete the feedback on messages."""
    return db.delete(FeedbackRow, col(FeedbackRow.message_id).in_(message_ids))
