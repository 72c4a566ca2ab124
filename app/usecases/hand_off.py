"""The customer asks for a person: the handoff opens, and a running reply ends."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.adapters.db import conversations, events, handoffs, leases, vault
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.domain.audit import AuditEvent
from app.domain.contact import Contact
from app.domain.data_class import DataClass
from app.domain.event import Event
from app.domain.handoff import Reason
from app.domain.live_feed import LiveFeed
from app.domain.tenant import Tenant
from app.errors import Problem
from app.stages.handoff import opened


@dataclass(frozen=True, slots=True)
class HandOff:
    """Opens a handoff, or joins the open one, with reason `asked_for_person`."""

    database: Database
    feed: LiveFeed
    keyring: Keyring
    now: Callable[[], datetime]

    async def __call__(
        self, contact: Contact, tenant: Tenant, workflow_name: str, conversation_id: str, email: str | None
    ) -> dict[str, object]:
        """Hand the conversation to people; returns what the customer is told. Raises Problem `not_found`."""

        def unit(db: TenantDb) -> tuple[list[Event], str | None]:
            conversation = conversations.find(db, conversation_id, lock=True)
            if conversation is None or conversation.contact_id != contact.id:
                raise Problem("not_found", "There is no such conversation; start one with POST /v1/conversations.")
            if (turn := leases.running(db, conversation_id)) is not None:
                leases.interrupt(db, turn.turn_id, Reason.ASKED_FOR_PERSON)
            told = opened(db, conversation, tenant, workflow_name, Reason.ASKED_FOR_PERSON, self.now())
            if email:
                self._leave_address(db, contact, str(told.data["handoff_id"]), email)
            db.audit(
                AuditEvent(f"contact:{contact.id}", "person.asked_for", f"conversation:{conversation_id}", "handed_off")
            )
            first = conversations.next_seqs(db, conversation_id, 1) or 0
            return events.append(db, conversation_id, first, [told]), turn.turn_id if turn else None

        told, running = await self.database.write(contact.tenant_id, unit)
        self.feed.publish(contact.tenant_id, conversation_id, told)
        if running is not None:
            self.feed.interrupt(running, Reason.ASKED_FOR_PERSON)
        return dict(told[0].data)

    def _leave_address(self, db: TenantDb, contact: Contact, handoff_id: str, email: str) -> None:
        """Keep the address in the vault and its placeholder with the handoff."""
        value = (DataClass.EMAIL, email)
        handoffs.leave_address(db, handoff_id, vault.keep(db, self.keyring, contact.id, [value])[value])
