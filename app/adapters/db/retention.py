"""Rows past their retention: found in small batches and deleted, oldest first."""

from datetime import datetime

from sqlmodel import col

from app.adapters.db import audit
from app.adapters.db.tables import (
    ContactRow,
    ConversationRow,
    DraftRow,
    EventRow,
    FeedbackRow,
    HandoffRow,
    MessageRow,
    SessionRow,
    TurnLeaseRow,
    TurnRow,
    VaultRow,
)
from app.adapters.db.tenant_db import TenantDb

BATCH = 200


def conversations_before(db: TenantDb, workflow: str, after_id: str, moment: datetime) -> list[str]:
    """List the next conversations of a workflow that were begun before a moment."""
    rows = db.all(
        ConversationRow,
        col(ConversationRow.workflow) == workflow,
        col(ConversationRow.id) > after_id,
        col(ConversationRow.created_at) < moment,
        order_by=(col(ConversationRow.id),),
        limit=BATCH,
    )
    return [row.id for row in rows]


def delete_said(db: TenantDb, ids: list[str], moment: datetime) -> int:
    """Delete what was said in conversations before a moment, with all that tells of it; returns the messages deleted.

    A turn that has not ended keeps its rows: it must still end. A conversation in which nothing is left goes as well.
    """
    db.all(ConversationRow, col(ConversationRow.id).in_(ids), lock=True)  # nobody writes in them meanwhile
    open_turns = {row.turn_id for row in db.all(TurnLeaseRow, col(TurnLeaseRow.conversation_id).in_(ids))}
    old = db.all(MessageRow, col(MessageRow.conversation_id).in_(ids), col(MessageRow.at) < moment)
    gone = [row.id for row in old if row.turn_id not in open_turns]
    turns = [row.turn_id for row in old if row.turn_id and row.turn_id not in open_turns]
    db.delete(FeedbackRow, col(FeedbackRow.message_id).in_(gone))
    db.delete(
        DraftRow,
        col(DraftRow.conversation_id).in_(ids),
        col(DraftRow.created_at) < moment,
        col(DraftRow.state) != "held",
    )
    db.delete(TurnRow, col(TurnRow.id).in_(turns))
    deleted = db.delete(MessageRow, col(MessageRow.id).in_(gone))
    db.delete(
        EventRow,
        col(EventRow.conversation_id).in_(ids),
        col(EventRow.at) < moment,
        col(EventRow.turn_id).not_in(open_turns or [""]),
    )
    alive = {row.conversation_id for row in db.all(MessageRow, col(MessageRow.conversation_id).in_(ids))}
    alive |= {row.conversation_id for row in db.all(HandoffRow, col(HandoffRow.conversation_id).in_(ids))}
    empty = [i for i in ids if i not in alive]
    db.delete(EventRow, col(EventRow.conversation_id).in_(empty))
    db.delete(ConversationRow, col(ConversationRow.id).in_(empty))
    return deleted


def delete_handoffs(db: TenantDb, workflow: str, moment: datetime) -> int:
    """Delete handoffs that ended before a moment."""
    return db.delete(HandoffRow, col(HandoffRow.workflow) == workflow, col(HandoffRow.ended_at) < moment)


def delete_lonely(db: TenantDb, moment: datetime) -> int:
    """Delete contacts, with their vault, of whom nothing else is left: no session, no conversation."""
    rows = db.all(
        ContactRow, col(ContactRow.created_at) < moment, order_by=(col(ContactRow.created_at),), limit=10 * BATCH
    )
    ids = [row.id for row in rows]
    if not ids:
        return 0
    busy = {row.contact_id for row in db.all(SessionRow, col(SessionRow.contact_id).in_(ids))}
    busy |= {row.contact_id for row in db.all(ConversationRow, col(ConversationRow.contact_id).in_(ids))}
    lonely = [i for i in ids if i not in busy]
    db.delete(VaultRow, col(VaultRow.contact_id).in_(lonely))
    return db.delete(ContactRow, col(ContactRow.id).in_(lonely))


def delete_audit(db: TenantDb, moment: datetime) -> int:
    """Cut audit events older than a moment from the front of the chain."""
    return audit.cut_before(db, moment)
