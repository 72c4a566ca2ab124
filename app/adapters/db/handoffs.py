"""Rows of handoffs: at most one open in a conversation, further reasons join it."""

from collections.abc import Sequence
from typing import Literal

from sqlmodel import col

from app.adapters.db import conversations
from app.adapters.db.tables import HandoffRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.conversation import Conversation, ConversationState
from app.domain.handoff import TECHNICAL, HandoffState, Reason
from app.domain.ids import new_id


def open_or_join(
    db: TenantDb, conversation: Conversation, reason: Reason, expected: Literal["now", "out_of_hours"]
) -> str:
    """Open a handoff, or join the open one; returns its id. The caller holds the conversation's row."""
    if conversation.handoff_id is not None:
        return _join(db, conversation, conversation.handoff_id, reason)
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
    conversations.hand_over(db, conversation.id, ConversationState.WAITING, handoff_id, silent=reason not in TECHNICAL)
    return handoff_id


def _join(db: TenantDb, conversation: Conversation, handoff_id: str, reason: Reason) -> str:
    """Add a reason to the open handoff; one that is not technical silences the assistant."""
    row = db.one(HandoffRow, col(HandoffRow.id) == handoff_id, lock=True)
    if row is not None and reason not in row.reasons:
        db.update(HandoffRow, col(HandoffRow.id) == handoff_id, reasons=[*row.reasons, reason])
    if reason not in TECHNICAL and not conversation.silent:
        conversations.hand_over(db, conversation.id, conversation.state, handoff_id, silent=True)
    return handoff_id


def leave_address(db: TenantDb, handoff_id: str, placeholder: str) -> None:
    """Keep the placeholder of the address that the customer left; the address itself is in the vault."""
    db.update(HandoffRow, col(HandoffRow.id) == handoff_id, email_placeholder=placeholder)


def in_states(db: TenantDb, states: Sequence[HandoffState], limit: int = 200) -> list[HandoffRow]:
    """List the tenant's handoffs in given states, longest waiting first."""
    return db.all(HandoffRow, col(HandoffRow.state).in_(states), order_by=(col(HandoffRow.opened_at),), limit=limit)


def of_contact(db: TenantDb, contact_id: str) -> list[HandoffRow]:
    """List a contact's handoffs, oldest first."""
    return db.all(HandoffRow, col(HandoffRow.contact_id) == contact_id, order_by=(col(HandoffRow.opened_at),))


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the handoffs of conversations."""
    return db.delete(HandoffRow, col(HandoffRow.conversation_id).in_(conversation_ids))
