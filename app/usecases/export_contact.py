"""A contact's own data, all of it, readable."""

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from app.adapters.db import contacts, conversations, feedback, handoffs, messages, sessions, vault
from app.adapters.db.engine import Database
from app.adapters.db.tables import ContactRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.domain.audit import AuditEvent
from app.domain.contact import Contact
from app.domain.units import iso
from app.errors import Problem

MOST_MESSAGES = 100_000

Restore = Callable[[str], str]
"""Puts a contact's own values back in place of placeholders."""


@dataclass(frozen=True, slots=True)
class ExportContact:
    """Gathers what is stored of a contact, personal values restored."""

    database: Database
    keyring: Keyring

    async def __call__(self, contact: Contact) -> dict[str, object]:
        """Return the contact's data; reading it is audited."""
        return await self.database.write(contact.tenant_id, lambda db: self._gather(db, contact.id))

    def _gather(self, db: TenantDb, contact_id: str) -> dict[str, object]:
        row = contacts.find(db, contact_id)
        if row is None:
            raise Problem("unauthorized", "The session has ended; start a new one.")
        restore = vault.restorer(db, self.keyring, contact_id)
        db.audit(AuditEvent(f"contact:{contact_id}", "contact.exported", f"contact:{contact_id}", "exported"))
        return {
            "contact": {
                "id": row.id,
                "verified": row.verified,
                "locale": row.locale,
                "created_at": iso(row.created_at),
                "records": row.records,
                **self._profile(db, row),
            },
            "sessions": _sessions(db, contact_id),
            "conversations": _conversations(db, contact_id, restore),
            "handoffs": _handoffs(db, contact_id, restore),
            "feedback": _feedback(db, contact_id, restore),
            "personal_values": [
                {"placeholder": placeholder, "value": value}
                for placeholder, value in sorted(vault.values_of(db, self.keyring, contact_id).items())
            ],
        }

    def _profile(self, db: TenantDb, row: ContactRow) -> dict[str, object]:
        """Open what the tenant's proof said of a verified contact."""
        if row.profile is None or row.subject_hash is None:
            return {}
        opened = self.keyring.open("profile", f"{db.tenant}/{row.subject_hash}", row.profile)
        profile: dict[str, object] = msgspec.json.decode(opened, type=dict[str, object])
        return profile


def _sessions(db: TenantDb, contact_id: str) -> list[dict[str, object]]:
    """List when and where the contact's sessions began; tokens are known to their holder alone."""
    return [
        {"id": s.id, "site_key": s.site_key, "created_at": iso(s.created_at), "expires_at": iso(s.expires_at)}
        for s in sessions.of_contact(db, contact_id)
    ]


def _conversations(db: TenantDb, contact_id: str, restore: Restore) -> list[dict[str, object]]:
    return [
        {
            "id": conversation.id,
            "workflow": conversation.workflow,
            "state": conversation.state,
            "messages": [
                {"id": m.id, "seq": m.seq, "author": m.author, "text": restore(m.text), "at": iso(m.at)}
                for m in messages.history(db, conversation.id, 0, MOST_MESSAGES)
            ],
        }
        for conversation in conversations.all_of(db, contact_id)
    ]


def _handoffs(db: TenantDb, contact_id: str, restore: Restore) -> list[dict[str, object]]:
    return [
        {
            "id": h.id,
            "conversation_id": h.conversation_id,
            "state": h.state,
            "reason": h.reason,
            "email": restore(h.email_placeholder) if h.email_placeholder else None,
            "opened_at": iso(h.opened_at),
            "ended_at": iso(h.ended_at) if h.ended_at else None,
        }
        for h in handoffs.of_contact(db, contact_id)
    ]


def _feedback(db: TenantDb, contact_id: str, restore: Restore) -> list[dict[str, object]]:
    return [
        {
            "message_id": f.message_id,
            "rating": f.rating,
            "comment": restore(f.comment) if f.comment else None,
            "at": iso(f.at),
        }
        for f in feedback.of_contact(db, contact_id)
    ]
