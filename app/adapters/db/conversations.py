"""Rows of conversations: who has them, their epoch and the numbers given out in them."""

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import col

from app.adapters.db.statements import Equal, Plus, Where
from app.adapters.db.tables import ConversationRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.conversation import Conversation, ConversationState
from app.domain.ids import is_id, new_id


def to_conversation(row: ConversationRow) -> Conversation:
    """Read a row as the domain knows it."""
    return Conversation(
        row.id,
        row.tenant_id,
        row.contact_id,
        row.workflow,
        ConversationState(row.state),
        row.epoch,
        row.last_seq,
        row.handoff_id,
        row.silent,
    )


def create(db: TenantDb, contact_id: str, workflow: str) -> Conversation:
    """Open a new conversation, the assistant's."""
    conversation_id, state = new_id(), ConversationState.ASSISTANT
    db.insert(
        ConversationRow,
        id=conversation_id,
        contact_id=contact_id,
        workflow=workflow,
        state=state,
        epoch=0,
        last_seq=0,
        silent=False,
        created_at=db.now,
    )
    return Conversation(conversation_id, db.tenant, contact_id, workflow, state, 0, 0, None, silent=False)


def find(db: TenantDb, conversation_id: str, *, lock: bool = False) -> Conversation | None:
    """Find a conversation of the tenant; `lock` keeps other writers off it until the transaction ends."""
    if not is_id(conversation_id):
        return None
    row = db.one(ConversationRow, Equal("id", conversation_id), lock=lock)
    return to_conversation(row) if row else None


def latest_of(db: TenantDb, contact_id: str) -> Conversation | None:
    """Find the contact's newest conversation."""
    row = db.one(
        ConversationRow,
        Equal("contact_id", contact_id),
        order_by=(col(ConversationRow.created_at).desc(), col(ConversationRow.id).desc()),
    )
    return to_conversation(row) if row else None


def all_of(db: TenantDb, contact_id: str, *, lock: bool = False) -> list[Conversation]:
    """List the contact's conversations, oldest first; `lock` waits for whoever writes in them, and keeps others off."""
    own = Equal("contact_id", contact_id)
    rows = db.all(ConversationRow, own, order_by=(col(ConversationRow.id),), lock=lock)
    return [to_conversation(row) for row in rows]


def listed(db: TenantDb, state: ConversationState | None, before_id: str | None, limit: int) -> list[ConversationRow]:
    """List the tenant's conversations, newest first: those in a state, or all, begun before another one."""
    where: list[Where] = [] if state is None else [Equal("state", state)]
    if before_id is not None:
        where.append(col(ConversationRow.id) < before_id)
    return db.all(ConversationRow, *where, order_by=(col(ConversationRow.id).desc(),), limit=limit)


def begun(db: TenantDb, first_id: str, next_id: str) -> int:
    """Count the conversations of a range of ids, which is one of time."""
    return db.count(ConversationRow, col(ConversationRow.id) >= first_id, col(ConversationRow.id) < next_id)


def by_state(db: TenantDb, first_id: str) -> dict[ConversationState, int]:
    """Count the open conversations by who has them: all that wait for a person or are with one, and those of the
    assistant from an id on, since it is never done with any.
    """
    assistant = ConversationState.ASSISTANT
    people = (ConversationState.WAITING, ConversationState.OPERATOR)
    counts = {state: db.count(ConversationRow, Equal("state", state)) for state in people}
    return {
        assistant: db.count(ConversationRow, Equal("state", assistant), col(ConversationRow.id) >= first_id),
        **counts,
    }


def with_next_seq(db: TenantDb, conversation_id: str) -> Conversation | None:
    """Take the next number and hold the row; returns the conversation, whose `last_seq` it is, None if it is gone."""
    if not is_id(conversation_id):
        return None
    row = db.update_row(ConversationRow, Equal("id", conversation_id), last_seq=Plus(1))
    return to_conversation(row) if row else None


def next_seqs(db: TenantDb, conversation_id: str, count: int, *, epoch: int | None = None) -> int | None:
    """Take the next `count` numbers and hold the row; returns the first, None if it is gone or in another epoch."""
    where: list[Where] = [Equal("id", conversation_id)]
    if epoch is not None:
        where.append(Equal("epoch", epoch))
    row = db.update_returning(
        ConversationRow,
        *where,
        returning=("last_seq",),
        last_seq=Plus(count),
    )
    return None if row is None else row[0] - count + 1


def hand_over(
    db: TenantDb, conversation_id: str, state: ConversationState, handoff_id: str | None, *, silent: bool
) -> None:
    """Set who has the conversation; opening a handoff does not move the epoch."""
    db.update(ConversationRow, Equal("id", conversation_id), state=state, handoff_id=handoff_id, silent=silent)


def pass_on(db: TenantDb, conversation: Conversation, state: ConversationState, handoff_id: str | None) -> Conversation:
    """Give the conversation to a person, to whoever comes, or back to the assistant: its epoch moves. The assistant is
    silent in what is not its own. Returns it as it is now.
    """
    silent = state is not ConversationState.ASSISTANT
    db.update(
        ConversationRow,
        Equal("id", conversation.id),
        state=state,
        handoff_id=handoff_id,
        silent=silent,
        epoch=col(ConversationRow.epoch) + 1,
    )
    return replace(conversation, state=state, handoff_id=handoff_id, silent=silent, epoch=conversation.epoch + 1)


def delete(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete conversations by id."""
    return db.delete(ConversationRow, col(ConversationRow.id).in_(conversation_ids))
