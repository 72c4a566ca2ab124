"""What a message that arrives is judged by: the rows that it names, read for one message or for many at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

from sqlalchemy.orm import Mapped
from sqlmodel import SQLModel, col

from app.adapters.db import contacts, conversations, messages, sessions
from app.adapters.db.tables import ContactRow, ConversationRow, MessageRow, SessionRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.conversation import Conversation
from app.domain.ids import is_id

MOST: Final = 16
"""Messages that are read for at once."""

R = TypeVar("R", bound=SQLModel)


class Arrival(NamedTuple):
    """What a message names: whose it is, where it belongs, and its client's id."""

    token_hash: str
    conversation_id: str
    client_message_id: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is stored of it, None where there is no such row; that they belong together is for the reader to judge.

    `first` is the message that is stored in the conversation under its id.
    """

    session: SessionRow | None = None
    contact: ContactRow | None = None
    conversation: Conversation | None = None
    first: MessageRow | None = None


def read(db: TenantDb, arrival: Arrival) -> Known:
    """Read for one message."""
    session = sessions.find(db, arrival.token_hash)
    contact = contacts.find(db, session.contact_id) if session else None
    if contact is None:
        return Known()
    conversation = conversations.find(db, arrival.conversation_id)
    first = messages.by_client_id(db, conversation.id, arrival.client_message_id) if conversation else None
    return Known(session, contact, conversation, first)


def read_all(db: TenantDb, arrivals: Sequence[Arrival]) -> list[Known]:
    """Read for at most `MOST` messages, in their order: four statements, however many they are."""
    found = _rows(db, SessionRow, col(SessionRow.token_hash), (each.token_hash for each in arrivals))
    here = {row.token_hash: row for row in found if db.now < row.expires_at}
    people = {row.id: row for row in _rows(db, ContactRow, col(ContactRow.id), (row.contact_id for row in found))}
    named = {each.conversation_id for each in arrivals}
    chats = {
        row.id: conversations.to_conversation(row)
        for row in _rows(db, ConversationRow, col(ConversationRow.id), filter(is_id, named))
    }
    stored = {
        (row.conversation_id, row.client_message_id): row
        for row in db.all(
            MessageRow,
            col(MessageRow.conversation_id).in_(_filled(chats)),
            col(MessageRow.client_message_id).in_(
                _filled(filter(is_id, (each.client_message_id for each in arrivals)))
            ),
        )
    }
    return [
        Known(
            session := here.get(each.token_hash),
            people.get(session.contact_id) if session else None,
            chats.get(each.conversation_id),
            stored.get((each.conversation_id, each.client_message_id)),
        )
        for each in arrivals
    ]


def _rows(db: TenantDb, table: type[R], key: Mapped[str], values: Iterable[str]) -> list[R]:
    return db.all(table, key.in_(_filled(values)))


def _filled(values: Iterable[str]) -> list[str]:
    """Fill up with empty words, which no row holds: a statement of another length would be prepared anew."""
    different = set(values)
    return [*different, *[""] * (MOST - len(different))]
