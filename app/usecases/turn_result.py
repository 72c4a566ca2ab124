"""A turn's result, read from rows: what a customer who does not stream is answered."""

from dataclasses import dataclass

from app.adapters.db import events, messages, turns, vault
from app.adapters.db.tables import MessageRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.domain.event import EventKind
from app.domain.message import Author, Message


@dataclass(frozen=True, slots=True)
class TurnResult:
    """How a turn ended, as its customer reads it; `outcome` is None while it runs."""

    message: Message
    reply: Message | None
    handoff: dict[str, object] | None
    outcome: str | None
    reason: str | None


def read_result(db: TenantDb, keyring: Keyring, contact_id: str, turn_id: str) -> TurnResult | None:
    """Read a turn and what was said in it, the customer's own values restored; None if it is gone."""
    turn = turns.find(db, turn_id)
    said = messages.of_turn(db, turn_id)
    if turn is None or not said:
        return None
    restore = vault.restorer(db, keyring, contact_id)
    told = events.after(db, turn.conversation_id, turn.seq - 1, restore, turn_id)
    opened = [dict(event.data) for event in told if event.kind is EventKind.HANDOFF_OPENED]
    replies = [row for row in said if row.author in (Author.ASSISTANT, Author.SYSTEM)]
    return TurnResult(
        as_read(said[0], restore(said[0].text)),
        as_read(replies[-1], restore(replies[-1].text)) if replies else None,
        opened[-1] if opened else None,
        turn.outcome,
        turn.reason,
    )


def as_read(row: MessageRow, text: str) -> Message:
    """Read a message's row with the text as its customer reads it."""
    return Message(row.id, row.seq, Author(row.author), text, row.at, row.client_message_id)
