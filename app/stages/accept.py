"""Acceptance: the message is stored once, its turn leased, and the audit told, before anything else happens with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC

from app.adapters.db import contacts, conversations, events, leases, messages, turns
from app.adapters.db.engine import Database
from app.adapters.db.events import NewEvent, Utterance
from app.adapters.db.tables import TurnRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from app.domain.conversation import Conversation
from app.domain.event import Event, EventKind
from app.domain.ids import new_id
from app.domain.live_feed import LiveFeed
from app.domain.message import Author
from app.domain.turn import Accepted, Ended, Outcome, Redacted, Turn, TurnStopped
from app.errors import Problem

MOST_WAITING = 5
LOOK_AGAIN = 1.0
"""Seconds between looks at the rows while a turn waits for its place; an event of the conversation wakes it sooner."""


ToPerson = Callable[[TenantDb, Conversation, Accepted], tuple[Ended, list[NewEvent]]]
"""How a message ends that goes to a person, and what its customer is told."""


class AlreadyStored(Exception):
    """The client's id is stored already, by another request that was faster: the turn is replayed, not taken."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A person has the conversation: the message is theirs, and its turn has ended."""

    turn_id: str
    seq: int
    ended: Ended


class Accept:
    """Stores the message with the conversation's epoch. Depends on the database alone."""

    def __init__(self, database: Database, feed: LiveFeed, replica: str, to_person: ToPerson) -> None:
        self._database = database
        self._feed = feed
        self._replica = replica
        self._to_person = to_person

    async def __call__(self, redacted: Redacted) -> Accepted | Delivered:
        """Store message, event, turn, lease and audit in one transaction. Raises AlreadyStored, Problem."""
        accepted, told = await self._database.jot(redacted.turn.tenant.id, lambda db: self._store(db, redacted))
        self._feed.publish(redacted.turn.tenant.id, redacted.turn.conversation_id, told)
        return accepted

    def _store(self, db: TenantDb, redacted: Redacted) -> tuple[Accepted | Delivered, list[Event]]:
        turn = redacted.turn
        conversation = _own(db, turn)
        seq = conversation.last_seq
        if messages.by_client_id(db, conversation.id, turn.client_message_id) is not None:
            raise AlreadyStored
        ahead = _ahead(db, conversation.id, seq)
        utterance = Utterance(
            Author.CONTACT,
            redacted.text,
            turn.text,
            client_message_id=turn.client_message_id,
            text_hash=redacted.text_hash,
        )
        accepted = Accepted(
            turn.tenant,
            turn.workflow_name,
            turn.contact,
            conversation.id,
            new_id(),
            utterance.id,
            seq,
            conversation.epoch,
            1,
            new_id(),
            redacted.text,
            redacted.classes,
            waiting=ahead > 0,
            site_key=turn.site_key,
        )
        news, ended = [NewEvent(EventKind.MESSAGE_ACCEPTED, utterance=utterance)], None
        if conversation.silent:
            ended, told_too = self._to_person(db, conversation, accepted)
            news += told_too
            conversations.next_seqs(db, conversation.id, len(told_too))
        told = events.append(db, conversation.id, seq, news, accepted.turn_id)
        self._insert_turn(db, accepted, ended)
        return (Delivered(accepted.turn_id, seq, ended) if ended else accepted), told

    async def place(self, accepted: Accepted) -> tuple[Accepted, int]:
        """Wait until every earlier turn of the conversation has ended; returns the turn as it begins, and the newest
        stored number. Raises TurnStopped `delivered` if a person has the conversation by then, TurnGone if it is gone.
        """
        if not accepted.waiting:
            return accepted, accepted.seq
        with self._feed.subscribe(accepted.conversation_id) as following:
            while True:
                begun = await self._database.jot(accepted.tenant.id, lambda db: self._begin(db, accepted))
                if begun is not None:
                    return begun
                told = await following.next(LOOK_AGAIN)
                while told and all(event.kind is not EventKind.TURN_ENDED for event in told):
                    told = await following.next(LOOK_AGAIN)

    def _begin(self, db: TenantDb, accepted: Accepted) -> tuple[Accepted, int] | None:
        if leases.open_before(db, accepted.conversation_id, accepted.seq):
            return None
        conversation = conversations.find(db, accepted.conversation_id)
        if conversation is None:
            raise turns.TurnGone
        if conversation.silent:
            raise TurnStopped(Outcome.DELIVERED, None)
        turns.begin(db, accepted.turn_id, conversation.epoch)
        return replace(accepted, epoch=conversation.epoch, waiting=False), conversation.last_seq

    def _insert_turn(self, db: TenantDb, accepted: Accepted, ended: Ended | None) -> None:
        """Store the turn, its lease unless it has ended, and what the audit says."""
        db.insert(
            TurnRow,
            id=accepted.turn_id,
            conversation_id=accepted.conversation_id,
            contact_id=accepted.contact.id,
            message_id=accepted.message_id,
            workflow=accepted.workflow_name,
            seq=accepted.seq,
            state="ended" if ended else "waiting" if accepted.waiting else "running",
            anonymous=not accepted.contact.verified,
            classes=",".join(sorted(accepted.classes)),
            epoch=accepted.epoch,
            attempt=1,
            reply_id=None if ended else accepted.reply_id,
            outcome=ended.outcome if ended else None,
            reason=ended.reason if ended else None,
            passages=[],
            day=db.now.astimezone(UTC).date().isoformat(),
            cost_usd=0.0,
            started_at=db.now,
            ended_at=db.now if ended else None,
        )
        if not ended:
            leases.take(db, accepted.turn_id, accepted.conversation_id, accepted.seq, self._replica)
        db.audit(
            AuditEvent(
                f"contact:{accepted.contact.id}",
                "message.accepted",
                f"message:{accepted.message_id}",
                ended.outcome if ended else "turn",
                ended.reason if ended else None,
                turn_id=accepted.turn_id,
            )
        )


def _own(db: TenantDb, turn: Turn) -> Conversation:
    """Take the next number of the turn's conversation, which must be its contact's. Raises Problem."""
    conversation = conversations.with_next_seq(db, turn.conversation_id)
    if conversation is None and contacts.find(db, turn.contact.id) is None:
        raise Problem("unauthorized", "The session has ended; start a new one.")
    if conversation is None or conversation.contact_id != turn.contact.id:
        raise Problem("not_found", "There is no such conversation; start one with POST /v1/conversations.")
    return conversation


def _ahead(db: TenantDb, conversation_id: str, seq: int) -> int:
    """Count the turns that must end first. Raises Problem `too_many_waiting`."""
    ahead = leases.open_before(db, conversation_id, seq)
    if ahead > MOST_WAITING:
        raise Problem(
            "too_many_waiting",
            "Five messages are waiting already; wait for an answer before you send another.",
            headers={
                "Retry-After": "5",
                "RateLimit": '"waiting";r=0;t=5',
                "RateLimit-Policy": f'"waiting";q={MOST_WAITING};w=5',
            },
        )
    return ahead
