"""Rows of drafts: replies that wait for a person, and when that person's time is up."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col

from app.adapters.db.tables import DraftRow, DueRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb

DECIDE = "draft"
"""The kind of due time that a draft has."""


def hold(db: TenantDb, draft_id: str, decide_by: datetime, **facts: object) -> None:
    """Store a draft and the time by which someone must decide."""
    db.insert(DraftRow, id=draft_id, state="held", decide_by=decide_by, created_at=db.now, **facts)
    db.insert(DueRow, kind=DECIDE, target_id=draft_id, due_at=decide_by)


def expire(db: TenantDb, draft_id: str) -> DraftRow | None:
    """Mark a held draft expired and forget its due time; returns the draft, None if it was decided or erased."""
    db.delete(DueRow, col(DueRow.kind) == DECIDE, col(DueRow.target_id) == draft_id)
    row = db.one(DraftRow, col(DraftRow.id) == draft_id, lock=True)
    if row is None or row.state != "held":
        return None
    db.update(DraftRow, col(DraftRow.id) == draft_id, state="expired", decided_at=db.now)
    return row


def due(db: ServiceDb, moment: datetime, limit: int) -> list[DueRow]:
    """List what fell due before a moment, over all tenants."""
    return db.all(
        DueRow, col(DueRow.kind) == DECIDE, col(DueRow.due_at) <= moment, order_by=(col(DueRow.due_at),), limit=limit
    )


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the drafts of conversations and their due times."""
    ids = [row.id for row in db.all(DraftRow, col(DraftRow.conversation_id).in_(conversation_ids))]
    if not ids:
        return 0
    db.delete(DueRow, col(DueRow.kind) == DECIDE, col(DueRow.target_id).in_(ids))
    return db.delete(DraftRow, col(DraftRow.id).in_(ids))
