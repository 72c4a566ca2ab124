"""Rows of messages: found by their client's id, read as history."""

from collections.abc import Sequence

from sqlmodel import col

from app.adapters.db.statements import Equal, Falling
from app.adapters.db.tables import EventRow, MessageRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.event import EventKind
from app.domain.ids import is_id
from app.domain.message import Author


def by_client_id(db: TenantDb, conversation_id: str, client_message_id: str) -> MessageRow | None:
    """Find the message that was stored under a client's id."""
    return db.one(
        MessageRow,
        Equal("conversation_id", conversation_id),
        Equal("client_message_id", client_message_id),
    )


def find(db: TenantDb, message_id: str) -> MessageRow | None:
    """Find a message of the tenant."""
    return db.one(MessageRow, Equal("id", message_id)) if is_id(message_id) else None


def history(db: TenantDb, conversation_id: str, after: int | None, limit: int) -> list[MessageRow]:
    """Return up to `limit` messages in order: those after a number, or the newest ones."""
    here = Equal("conversation_id", conversation_id)
    if after is not None:
        return db.all(MessageRow, here, col(MessageRow.seq) > after, order_by=(col(MessageRow.seq),), limit=limit)
    return db.all(MessageRow, here, order_by=(col(MessageRow.seq).desc(),), limit=limit)[::-1]


def newest(db: TenantDb, conversation_id: str, limit: int) -> list[tuple[str | None, int, str, str]]:
    """Return (turn, number, author, text) of the newest messages of a conversation."""
    rows = db.pick(
        MessageRow,
        ("turn_id", "seq", "author", "text"),
        Equal("conversation_id", conversation_id),
        order_by=(Falling("seq"),),
        limit=limit,
    )
    return [(turn_id, seq, author, text) for turn_id, seq, author, text in rows]


def of_turn(db: TenantDb, turn_id: str) -> list[MessageRow]:
    """Return a turn's messages in order."""
    return db.all(MessageRow, Equal("turn_id", turn_id), order_by=(col(MessageRow.seq),))


def asked_in(db: TenantDb, turn_ids: Sequence[str]) -> dict[str, str]:
    """Map turns to what the customer wrote in each."""
    rows = db.all(MessageRow, col(MessageRow.turn_id).in_(turn_ids), Equal("author", Author.CONTACT))
    return {row.turn_id: row.text for row in rows if row.turn_id}


def operator_names(db: TenantDb, conversation_id: str) -> dict[int, str]:
    """Map the numbers of operators' messages in a conversation to the names that the customer read."""
    rows = db.all(EventRow, Equal("conversation_id", conversation_id), Equal("kind", EventKind.OPERATOR_MESSAGE))
    return {row.seq: str(row.data.get("operator_name") or "") for row in rows}


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the messages of conversations."""
    return db.delete(MessageRow, col(MessageRow.conversation_id).in_(conversation_ids))
