"""Forgetting someone: every row of a contact goes, running turns end, and a receipt says what was deleted."""

from dataclasses import dataclass

import structlog

from app.adapters.db import (
    contacts,
    conversations,
    drafts,
    events,
    feedback,
    handoffs,
    leases,
    messages,
    receipts,
    sessions,
    turns,
    vault,
)
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.adapters.erasures import Erased, Erasures, ErasuresUnavailable
from app.adapters.keyring import Keyring
from app.domain.audit import AuditEvent
from app.domain.ids import new_id
from app.domain.live_feed import LiveFeed
from app.domain.units import iso
from app.errors import Problem
from app.usecases.running_turns import RunningTurns
from app.usecases.sign_receipt import Receipt, sign

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class EraseContact:
    """Deletes rows, vault, tokens and running turns of a contact in one transaction, and notes it outside them."""

    database: Database
    feed: LiveFeed
    keyring: Keyring
    running: RunningTurns | None = None
    erasures: Erasures | None = None

    async def __call__(self, tenant: str, contact_id: str, actor: str) -> Receipt:
        """Erase; returns the deletion receipt. Raises Problem `not_found`."""
        receipt, conversation_ids = await self.database.write(tenant, lambda db: self._erase(db, contact_id, actor))
        if self.running is not None:
            self.running.forget_contact(contact_id)
        for conversation_id in conversation_ids:
            self.feed.close(conversation_id)
        if self.erasures is not None:
            try:
                await self.erasures.add([Erased(tenant, erased_hash(self.keyring, tenant, contact_id))])
            except ErasuresUnavailable:  # the receipt's row will be noted later (`keep_erased`)
                log.warning("erasure not noted")
        return receipt

    def _erase(self, db: TenantDb, contact_id: str, actor: str) -> tuple[Receipt, list[str]]:
        if contacts.find(db, contact_id, lock=True) is None:
            raise Problem("not_found", "There is no such contact; check the tenant and the id.")
        ids = [conversation.id for conversation in conversations.all_of(db, contact_id, lock=True)]
        deleted = {"sessions": sessions.delete_of(db, contact_id), "feedback": feedback.delete_of(db, contact_id)}
        deleted |= delete_conversations(db, ids)
        deleted |= {"vault_values": vault.delete_of(db, contact_id), "contacts": contacts.delete(db, contact_id)}
        said: Receipt = {
            "receipt_id": new_id(),
            "tenant": db.tenant,
            "contact_id": contact_id,
            "erased_at": iso(db.now),
            "deleted": deleted,
        }
        receipt = sign(self.keyring, said)
        receipts.keep(db, str(receipt["receipt_id"]), erased_hash(self.keyring, db.tenant, contact_id), receipt)
        db.audit(AuditEvent(actor, "contact.erased", f"receipt:{receipt['receipt_id']}", "erased"))
        return receipt, ids


def erased_hash(keyring: Keyring, tenant: str, contact_id: str) -> str:
    """Return what a receipt is found by when only the contact's id is known; the id can't be told from it."""
    return keyring.digest("erased", tenant, contact_id)


def delete_conversations(db: TenantDb, ids: list[str]) -> dict[str, int]:
    """Delete conversations with all that hangs on them; returns how many rows of each kind."""
    if not ids:
        return {}
    return {
        "drafts": drafts.delete_of(db, ids),
        "leases": leases.delete_of(db, ids),
        "events": events.delete_of(db, ids),
        "messages": messages.delete_of(db, ids),
        "turns": turns.delete_of(db, ids),
        "handoffs": handoffs.delete_of(db, ids),
        "conversations": conversations.delete(db, ids),
    }
