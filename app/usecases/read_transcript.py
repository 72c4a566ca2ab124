"""Reading a transcript as an operator does: placeholders stand for personal values, and each look is in the audit."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from app.adapters.db import contacts, conversations, drafts, handoffs, messages, vault
from app.adapters.db.engine import Database
from app.adapters.db.tables import DraftRow, HandoffRow, MessageRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.domain.audit import AuditEvent
from app.domain.conversation import Conversation
from app.domain.message import Author
from app.domain.operator import Operator
from app.errors import Problem

MOST_MESSAGES: Final = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """A message as it is stored; `operator_name` is of an operator's own."""

    id: str
    seq: int
    author: Author
    text: str = field(repr=False)
    at: datetime
    operator_name: str | None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A conversation as an operator reads it: the newest 1,000 messages, and all that waits in it.

    `truncated` tells that it has older ones. `handoff` is the open one, or else the last. `last_seq` is where to follow
    its events from.
    """

    conversation: Conversation
    contact_id: str
    verified: bool
    handoff: HandoffRow | None
    lines: list[Line]
    truncated: bool
    drafts: list[DraftRow]

    @property
    def last_seq(self) -> int:
        """The newest number given out in it."""
        return self.conversation.last_seq


@dataclass(frozen=True, slots=True)
class ReadTranscript:
    """Shows conversations to operators who may read them; whoever calls it has looked at role and tenant."""

    database: Database
    keyring: Keyring

    async def __call__(self, operator: Operator, tenant_id: str, conversation_id: str) -> Transcript:
        """Read a conversation; that it was read is stored with it. Raises Problem `not_found`."""

        def unit(db: TenantDb) -> Transcript:
            transcript = _read(db, conversation_id)
            db.audit(AuditEvent(operator.actor, "transcript.read", f"conversation:{conversation_id}", "read"))
            return transcript

        return await self.database.write(tenant_id, unit)

    async def reveal(self, operator: Operator, tenant_id: str, conversation_id: str, placeholder: str) -> str:
        """Return the value behind a placeholder, such as `[EMAIL_1]`, of the conversation's contact; that it was shown,
        and to whom, is stored before. Raises Problem `not_found`.
        """

        def unit(db: TenantDb) -> str:
            contact_id = _found(conversations.find(db, conversation_id)).contact_id
            value = vault.values_of(db, self.keyring, contact_id).get(placeholder)
            if value is None:
                raise Problem("not_found", "No value is kept behind this placeholder; take one from the transcript.")
            name = placeholder.strip("[]")
            db.audit(AuditEvent(operator.actor, "value.revealed", f"conversation:{conversation_id}", "revealed", name))
            return value

        return await self.database.write(tenant_id, unit)


def _read(db: TenantDb, conversation_id: str) -> Transcript:
    conversation = _found(conversations.find(db, conversation_id))
    contact = contacts.find(db, conversation.contact_id)
    names = messages.operator_names(db, conversation_id)
    rows = messages.history(db, conversation_id, None, MOST_MESSAGES + 1)
    return Transcript(
        conversation,
        conversation.contact_id,
        contact is not None and contact.verified,
        handoffs.of_conversation(db, conversation_id),
        [_line(row, names) for row in rows[-MOST_MESSAGES:]],
        len(rows) > MOST_MESSAGES,
        drafts.held_in(db, conversation_id),
    )


def _line(row: MessageRow, names: Mapping[int, str]) -> Line:
    return Line(row.id, row.seq, Author(row.author), row.text, row.at, names.get(row.seq))


def _found(conversation: Conversation | None) -> Conversation:
    if conversation is None:
        raise Problem("not_found", "There is no such conversation among those of your tenants; check the id.")
    return conversation
