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
from app.adapters.db.vault import PLACEHOLDER

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


def contacts_before(db: TenantDb, after_id: str, moment: datetime) -> list[str]:
    """List the next contacts that were first met before a moment."""
    rows = db.all(
        ContactRow,
        col(ContactRow.id) > after_id,
        col(ContactRow.created_at) < moment,
        order_by=(col(ContactRow.id),),
        limit=BATCH,
    )
    return [row.id for row in rows]


def delete_lonely(db: TenantDb, ids: list[str]) -> None:
    """Delete those contacts, with their vault, of whom nothing else is left: no session, no conversation."""
    busy = {row.contact_id for row in db.all(SessionRow, col(SessionRow.contact_id).in_(ids))}
    busy |= {row.contact_id for row in db.all(ConversationRow, col(ConversationRow.contact_id).in_(ids))}
    lonely = [i for i in ids if i not in busy]
    db.delete(VaultRow, col(VaultRow.contact_id).in_(lonely))
    db.delete(ContactRow, col(ContactRow.id).in_(lonely))


def delete_unnamed(db: TenantDb, ids: list[str], moment: datetime) -> None:
    """Delete contacts' values that nobody wrote since a moment, and that nothing which is left names.

    A handoff that ended before the moment forgets its address as well.
    """
    db.all(ContactRow, col(ContactRow.id).in_(ids), lock=True)  # nobody is given a value meanwhile
    old = db.all(VaultRow, col(VaultRow.contact_id).in_(ids), col(VaultRow.at) < moment)
    owners = sorted({row.contact_id for row in old})
    named = _named(db, owners, moment) if owners else {}
    for owner in owners:
        gone = [row.placeholder for row in old if row.contact_id == owner and row.placeholder not in named[owner]]
        db.delete(VaultRow, col(VaultRow.contact_id) == owner, col(VaultRow.placeholder).in_(gone))
        of_owner = (col(HandoffRow.contact_id) == owner, col(HandoffRow.email_placeholder).in_(gone))
        db.update(HandoffRow, *of_owner, email_placeholder=None)


def _named(db: TenantDb, owners: list[str], moment: datetime) -> dict[str, set[str]]:
    """Map contacts to the placeholders that what is left of them names."""
    named: dict[str, set[str]] = {owner: set() for owner in owners}
    talks = {row.id: row.contact_id for row in db.all(ConversationRow, col(ConversationRow.contact_id).in_(owners))}
    said = [
        (talks[row.conversation_id], row.text)
        for row in db.all(MessageRow, col(MessageRow.conversation_id).in_(list(talks)))
    ]
    said += [(row.contact_id, row.text) for row in db.all(DraftRow, col(DraftRow.contact_id).in_(owners))]
    said += [
        (row.contact_id, row.comment or "") for row in db.all(FeedbackRow, col(FeedbackRow.contact_id).in_(owners))
    ]
    said += [
        (row.contact_id, row.email_placeholder or "")
        for row in db.all(HandoffRow, col(HandoffRow.contact_id).in_(owners))
        if row.ended_at is None or row.ended_at >= moment
    ]
    for owner, text in said:
        named[owner].update(match[0] for match in PLACEHOLDER.finditer(text))
    return named


def delete_audit(db: TenantDb, moment: datetime) -> int:
    """Cut audit events older than a moment from the front of the chain."""
    return audit.cut_before(db, moment)
