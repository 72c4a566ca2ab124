"""The customer stops the running reply: it is withdrawn, and the turn ends."""

from dataclasses import dataclass

from app.adapters.db import leases
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from app.domain.contact import Contact
from app.domain.handoff import Reason
from app.domain.live_feed import LiveFeed


@dataclass(frozen=True, slots=True)
class StopReply:
    """Asks the turn that runs to stop, on whichever replica; nothing runs: nothing happens."""

    database: Database
    feed: LiveFeed

    async def __call__(self, contact: Contact, conversation_id: str) -> None:
        """Stop the conversation's running turn; the caller knows that the conversation is the contact's."""

        def unit(db: TenantDb) -> str | None:
            turn = leases.running(db, conversation_id)
            if turn is None or not leases.interrupt(db, turn.turn_id, Reason.STOPPED):
                return None
            who, target = f"contact:{contact.id}", f"turn:{turn.turn_id}"
            db.audit(AuditEvent(who, "reply.stopped", target, "stopped", turn_id=turn.turn_id))
            return turn.turn_id

        if (turn_id := await self.database.write(contact.tenant_id, unit)) is not None:
            self.feed.interrupt(turn_id, Reason.STOPPED)
