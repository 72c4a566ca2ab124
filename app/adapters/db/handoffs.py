"""Rows of handoffs: at most one open in a conversation, further reasons join it; one person claims it."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, Literal

from sqlmodel import col

from app.adapters.db import conversations
from app.adapters.db.statements import Equal
from app.adapters.db.tables import DueRow, HandoffRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.conversation import Conversation, ConversationState
from app.domain.handoff import TECHNICAL, HandoffState, Reason
from app.domain.ids import is_id, new_id

CLAIM: Final = "claim"
"""The kind of due time by which somebody should have claimed a handoff."""


def open_or_join(
    db: TenantDb,
    conversation: Conversation,
    reason: Reason,
    expected: Literal["now", "out_of_hours"],
    claim_within: timedelta,
) -> tuple[str, bool]:
    """Open a handoff, or join the open one; returns its id, and whether it is new. The caller holds the conversation's
    row.
    """
    if conversation.handoff_id is not None:
        return _join(db, conversation, conversation.handoff_id, reason), False
    handoff_id = new_id()
    db.insert(
        HandoffRow,
        id=handoff_id,
        conversation_id=conversation.id,
        contact_id=conversation.contact_id,
        workflow=conversation.workflow,
        state=HandoffState.WAITING,
        reason=reason,
        reasons=[reason],
        expected=expected,
        opened_at=db.now,
    )
    db.insert(DueRow, kind=CLAIM, target_id=handoff_id, due_at=db.now + claim_within)
    conversations.hand_over(db, conversation.id, ConversationState.WAITING, handoff_id, silent=reason not in TECHNICAL)
    return handoff_id, True


def _join(db: TenantDb, conversation: Conversation, handoff_id: str, reason: Reason) -> str:
    """Add a reason to the open handoff; one that is not technical silences the assistant."""
    row = db.one(HandoffRow, col(HandoffRow.id) == handoff_id, lock=True)
    if row is not None and reason not in row.reasons:
        db.update(HandoffRow, col(HandoffRow.id) == handoff_id, reasons=[*row.reasons, reason])
    if reason not in TECHNICAL and not conversation.silent:
        conversations.hand_over(db, conversation.id, conversation.state, handoff_id, silent=True)
    return handoff_id


def find(db: TenantDb, handoff_id: str) -> HandoffRow | None:
    """Find a handoff of the tenant."""
    return db.one(HandoffRow, Equal("id", handoff_id)) if is_id(handoff_id) else None


def claim(db: TenantDb, handoff_id: str, actor: str, name: str) -> bool:
    """Give a waiting handoff to one person; False if it waits no more. Whoever is first has it."""
    claimed = db.update(
        HandoffRow,
        Equal("id", handoff_id),
        Equal("state", HandoffState.WAITING),
        state=HandoffState.CLAIMED,
        claimed_by=actor,
        operator_name=name,
        claimed_at=db.now,
    )
    _forget_due(db, [handoff_id])
    return claimed == 1


def announce(db: TenantDb, handoff_id: str) -> str | None:
    """Keep that the customer is told of a claim; returns the operator's name, None if there is nothing to tell."""
    row = db.one(HandoffRow, Equal("id", handoff_id))
    if row is None or row.state != HandoffState.CLAIMED or row.announced_at is not None:
        return None
    db.update(HandoffRow, Equal("id", handoff_id), announced_at=db.now)
    return row.operator_name or ""


def end(db: TenantDb, handoff_id: str, actor: str, state: HandoffState) -> bool:
    """End a handoff that this person holds; False if it is somebody else's, or nobody's."""
    ended = db.update(
        HandoffRow,
        Equal("id", handoff_id),
        Equal("state", HandoffState.CLAIMED),
        Equal("claimed_by", actor),
        state=state,
        ended_at=db.now,
    )
    return ended == 1


def leave_address(db: TenantDb, handoff_id: str, placeholder: str) -> None:
    """Keep the placeholder of the address that the customer left; the address itself is in the vault."""
    db.update(HandoffRow, col(HandoffRow.id) == handoff_id, email_placeholder=placeholder)


def in_states(db: TenantDb, states: Sequence[HandoffState], limit: int = 200) -> list[HandoffRow]:
    """List the tenant's handoffs in given states, longest waiting first."""
    return db.all(HandoffRow, col(HandoffRow.state).in_(states), order_by=(col(HandoffRow.opened_at),), limit=limit)


def count_waiting(db: TenantDb) -> tuple[int, int]:
    """Count the handoffs that wait, and those of them that nobody claimed in time."""
    waiting = Equal("state", HandoffState.WAITING)
    return db.count(HandoffRow, waiting), db.count(HandoffRow, waiting, col(HandoffRow.overdue_at).is_not(None))


def of_conversation(db: TenantDb, conversation_id: str) -> HandoffRow | None:
    """Find a conversation's newest handoff."""
    return db.one(HandoffRow, Equal("conversation_id", conversation_id), order_by=(col(HandoffRow.id).desc(),))


def of_contact(db: TenantDb, contact_id: str) -> list[HandoffRow]:
    """List a contact's handoffs, oldest first."""
    return db.all(HandoffRow, col(HandoffRow.contact_id) == contact_id, order_by=(col(HandoffRow.opened_at),))


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the handoffs of conversations and their due times."""
    ids = [row.id for row in db.all(HandoffRow, col(HandoffRow.conversation_id).in_(conversation_ids))]
    _forget_due(db, ids)
    return db.delete(HandoffRow, col(HandoffRow.id).in_(ids)) if ids else 0


def _forget_due(db: TenantDb, handoff_ids: Sequence[str]) -> None:
    db.delete(DueRow, col(DueRow.kind) == CLAIM, col(DueRow.target_id).in_(handoff_ids))
