"""Rows of drafts: replies that wait for a person, and when that person's time is up."""

from collections.abc import Container, Sequence
from datetime import datetime

from sqlmodel import col

from app.adapters.db.statements import Equal
from app.adapters.db.tables import DraftRow, DueRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.ids import is_id
from app.domain.review import DraftState

DECIDE = "draft"
"""The kind of due time that a draft has."""


def hold(db: TenantDb, draft_id: str, decide_by: datetime, **facts: object) -> None:
    """Store a draft and the time by which someone must decide."""
    db.insert(DraftRow, id=draft_id, state=DraftState.HELD, decide_by=decide_by, created_at=db.now, **facts)
    db.insert(DueRow, kind=DECIDE, target_id=draft_id, due_at=decide_by)


def find(db: TenantDb, draft_id: str) -> DraftRow | None:
    """Find a draft of the tenant."""
    return db.one(DraftRow, Equal("id", draft_id)) if is_id(draft_id) else None


def decide(db: TenantDb, draft_id: str, state: str, actor: str) -> bool:
    """End a held draft and forget its due time; False if it is held no more. Whoever is first has decided."""
    db.delete(DueRow, col(DueRow.kind) == DECIDE, col(DueRow.target_id) == draft_id)
    held = (Equal("id", draft_id), Equal("state", DraftState.HELD))
    return db.update(DraftRow, *held, state=state, decided_at=db.now, decided_by=actor) == 1


def expire(db: TenantDb, draft_id: str, workflows: Container[str]) -> DraftRow | None:
    """Mark a held draft expired and forget its due time; returns the draft, None if it was decided or erased. One of a
    workflow that is not among these stays as it is, and due: None too.
    """
    row = db.one(DraftRow, col(DraftRow.id) == draft_id, lock=True)
    if row is not None and row.workflow not in workflows:
        return None
    db.delete(DueRow, col(DueRow.kind) == DECIDE, col(DueRow.target_id) == draft_id)
    if row is None or row.state != DraftState.HELD:
        return None
    db.update(DraftRow, col(DraftRow.id) == draft_id, state="expired", decided_at=db.now)
    return row


def count_held(db: TenantDb) -> int:
    """Count the drafts that wait for a decision."""
    return db.count(DraftRow, Equal("state", DraftState.HELD))


def listed(db: TenantDb, state: DraftState, limit: int) -> list[DraftRow]:
    """List the tenant's drafts in a state: held ones by when they run out, decided ones newest first."""
    order = col(DraftRow.decide_by) if state is DraftState.HELD else col(DraftRow.created_at).desc()
    return db.all(DraftRow, Equal("state", state), order_by=(order,), limit=limit)


def held_in(db: TenantDb, conversation_id: str) -> list[DraftRow]:
    """List the drafts of a conversation that wait for a decision, oldest first."""
    where = (Equal("state", DraftState.HELD), Equal("conversation_id", conversation_id))
    return db.all(DraftRow, *where, order_by=(col(DraftRow.created_at),))


def among(db: TenantDb, draft_ids: Sequence[str]) -> list[DraftRow]:
    """Read the tenant's of these drafts, in whatever state."""
    return db.all(DraftRow, col(DraftRow.id).in_(draft_ids))


def due(db: ServiceDb, moment: datetime, after_id: str, limit: int) -> list[DueRow]:
    """List what fell due before a moment, over all tenants, by the drafts' ids; from behind one of them on."""
    fell = (Equal("kind", DECIDE), col(DueRow.due_at) <= moment, col(DueRow.target_id) > after_id)
    return db.all(DueRow, *fell, order_by=(col(DueRow.target_id),), limit=limit)


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the drafts of conversations and their due times."""
    ids = [row.id for row in db.all(DraftRow, col(DraftRow.conversation_id).in_(conversation_ids))]
    if not ids:
        return 0
    db.delete(DueRow, col(DueRow.kind) == DECIDE, col(DueRow.target_id).in_(ids))
    return db.delete(DraftRow, col(DraftRow.id).in_(ids))
