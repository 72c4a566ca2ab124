"""Serving a conversation: a person claims it or takes it over, writes in it, and returns or resolves it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from app.adapters.db import contacts, conversations, events, handoffs, leases, messages, vault
from app.adapters.db.engine import Database
from app.adapters.db.events import NewEvent, Utterance
from app.adapters.db.tables import HandoffRow, MessageRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.conversation import Conversation, ConversationState
from app.domain.event import Event, EventKind
from app.domain.handoff import HandoffState, Reason
from app.domain.ids import new_id
from app.domain.live_feed import LiveFeed
from app.domain.message import Author, Message
from app.domain.operator import Operator
from app.domain.plain_text import says_something
from app.errors import NOTHING_OF_THIS_ID, Problem
from app.stages.handoff import claimed, opened
from app.stages.redaction import Redaction
from app.usecases.recover_turns import RecoverTurns

T = TypeVar("T")

LOOK_AGAIN = 0.1
"""Seconds between looks at whether the writing replica has fallen silent; an event of the conversation wakes sooner."""
PATIENCE = 30.0
"""Seconds after which a claim answers that the assistant could not be silenced yet: its replica's lease runs out long
before."""


@dataclass(frozen=True, slots=True)
class ServeHandoff:
    """What a person does at the desk. Who claims has the conversation alone: the assistant says nothing after it."""

    database: Database
    feed: LiveFeed
    tenants: Tenants
    keyring: Keyring
    redaction: Redaction
    recovering: RecoverTurns
    now: Callable[[], datetime]

    async def claim(self, operator: Operator, tenant_id: str, handoff_id: str) -> HandoffRow:
        """Claim a waiting handoff; returns it once the assistant is silent. Raises Problem."""

        def unit(db: TenantDb) -> tuple[str, list[Event], str | None]:
            handoff = _found(handoffs.find(db, handoff_id))
            conversation = _found(conversations.find(db, handoff.conversation_id, lock=True))
            return (conversation.id, *_claim(db, operator, conversation, handoff_id, []))

        conversation_id, told, running = await self.database.write(tenant_id, unit)
        await self._silence(tenant_id, conversation_id, told, running)
        return await self._announced(tenant_id, conversation_id, handoff_id)

    async def take_over(self, operator: Operator, tenant_id: str, conversation_id: str) -> HandoffRow:
        """Open a handoff and claim it in one step, or claim the one that waits. Raises Problem."""

        def unit(db: TenantDb) -> tuple[str, list[Event], str | None]:
            conversation = _found(conversations.find(db, conversation_id, lock=True))
            news = []
            if conversation.state is not ConversationState.OPERATOR:
                tenant = _found(self.tenants.get(tenant_id))
                if conversation.workflow not in tenant.workflows:
                    raise Problem("conflict", "The workflow is no longer in the tenant's file; put it back first.")
                told = opened(db, conversation, tenant, conversation.workflow, Reason.TAKEN_OVER, self.now())
                news = [told]
            handoff = _found(handoffs.of_conversation(db, conversation_id))
            return (handoff.id, *_claim(db, operator, conversation, handoff.id, news))

        handoff_id, told, running = await self.database.write(tenant_id, unit)
        await self._silence(tenant_id, conversation_id, told, running)
        return await self._announced(tenant_id, conversation_id, handoff_id)

    async def _silence(self, tenant_id: str, conversation_id: str, told: list[Event], running: str | None) -> None:
        """Tell what is stored, and stop the turn that runs, on whichever replica."""
        self.feed.publish(tenant_id, conversation_id, told)
        if running is not None:
            self.feed.interrupt(running, Reason.TAKEN_OVER)

    async def _announced(self, tenant_id: str, conversation_id: str, handoff_id: str) -> HandoffRow:
        """Wait until the customer was told of the claim, which whoever ends the running turn does; ends the turn itself
        once the lease of a replica that died has run out.
        """

        def unit(db: TenantDb) -> tuple[HandoffRow | None, bool]:
            running = leases.running(db, conversation_id)
            return handoffs.find(db, handoff_id), running is not None and running.leased_until < db.now

        deadline = time.monotonic() + PATIENCE
        with self.feed.subscribe(conversation_id) as following:
            while time.monotonic() < deadline:
                handoff, ran_out = await self.database.read(tenant_id, unit)
                if handoff is None:
                    raise Problem("not_found", "The conversation was erased meanwhile.")
                if handoff.announced_at is not None or handoff.state != HandoffState.CLAIMED:
                    return handoff
                if ran_out:
                    await self.recovering()
                await following.next(LOOK_AGAIN)
        raise Problem(
            "unavailable", "You have the conversation, but the assistant could not be silenced yet; look again."
        )

    async def say(
        self, operator: Operator, tenant_id: str, handoff_id: str, text: str, client_message_id: str | None
    ) -> Message:
        """Write to the customer, once for each client id; returns the message as it is stored. Raises Problem."""
        if not says_something(text):
            raise Problem("bad_request", "The text is empty; write something.")
        handoff = _found(await self.database.read(tenant_id, lambda db: handoffs.find(db, handoff_id)))
        contact = await self.database.read(tenant_id, lambda db: contacts.find(db, handoff.contact_id))
        tenant = _found(self.tenants.get(tenant_id))
        if handoff.workflow not in tenant.workflows:
            raise Problem("conflict", "The workflow is no longer in the tenant's file; put it back first.")
        stored, _ = await self.redaction.redact(
            tenant.workflows[handoff.workflow], contacts.to_contact(_found(contact)), text, by_operator=True
        )
        text_hash = self.redaction.text_hash(tenant_id, text)
        client_id = f"{operator.actor}/{client_message_id or new_id()}"  # no customer's, and nobody else's

        def unit(db: TenantDb) -> tuple[Message, list[Event]]:
            conversation = _found(conversations.find(db, handoff.conversation_id, lock=True))
            before = messages.by_client_id(db, conversation.id, client_id)
            if before is not None:
                return _same(before, text_hash), []
            _held(_found(handoffs.find(db, handoff_id)), operator)
            shown = vault.restorer(db, self.keyring, conversation.contact_id)(stored)
            said = Utterance(
                Author.OPERATOR,
                stored,
                shown,
                client_message_id=client_id,
                text_hash=text_hash,
                author_id=operator.actor,
            )
            news = [NewEvent(EventKind.OPERATOR_MESSAGE, {"operator_name": operator.name}, said)]
            first = conversations.next_seqs(db, conversation.id, 1) or 0
            db.audit(AuditEvent(operator.actor, "operator.message", f"message:{said.id}", "sent"))
            told = events.append(db, conversation.id, first, news)
            return Message(said.id, first, Author.OPERATOR, stored, db.now, client_message_id), told

        message, told = await self.database.write(tenant_id, unit)
        self.feed.publish(tenant_id, handoff.conversation_id, told)
        return message

    async def give_back(self, operator: Operator, tenant_id: str, handoff_id: str) -> HandoffRow:
        """Return a conversation to the assistant, which takes the next message. Raises Problem."""
        return await self._end(operator, tenant_id, handoff_id, HandoffState.RETURNED, EventKind.HANDOFF_RETURNED)

    async def resolve(self, operator: Operator, tenant_id: str, handoff_id: str) -> HandoffRow:
        """Resolve a handoff: the matter is closed, the next message is the assistant's. Raises Problem."""
        return await self._end(operator, tenant_id, handoff_id, HandoffState.RESOLVED, EventKind.HANDOFF_RESOLVED)

    async def _end(
        self, operator: Operator, tenant_id: str, handoff_id: str, state: HandoffState, kind: EventKind
    ) -> HandoffRow:
        def unit(db: TenantDb) -> tuple[HandoffRow, list[Event]]:
            handoff = _found(handoffs.find(db, handoff_id))
            conversation = _found(conversations.find(db, handoff.conversation_id, lock=True))
            _held(_found(handoffs.find(db, handoff_id)), operator)
            handoffs.end(db, handoff_id, operator.actor, state)
            conversations.pass_on(db, conversation, ConversationState.ASSISTANT, None)
            db.audit(AuditEvent(operator.actor, f"handoff.{state}", f"handoff:{handoff_id}", state))
            news = [NewEvent(kind, {"handoff_id": handoff_id, "operator_name": operator.name})]
            first = conversations.next_seqs(db, conversation.id, 1) or 0
            told = events.append(db, conversation.id, first, news)
            return _found(handoffs.find(db, handoff_id)), told

        handoff, told = await self.database.write(tenant_id, unit)
        self.feed.publish(tenant_id, handoff.conversation_id, told)
        return handoff


def _found(thing: T | None) -> T:
    """Return what is there. Raises Problem `not_found`."""
    if thing is None:
        raise Problem("not_found", NOTHING_OF_THIS_ID)
    return thing


def _claim(
    db: TenantDb, operator: Operator, conversation: Conversation, handoff_id: str, news: list[NewEvent]
) -> tuple[list[Event], str | None]:
    """Move the conversation to one person; returns what is stored by now, and the turn that runs and must stop.

    From here on no reply can be recorded. The caller holds the conversation's row. Raises Problem `conflict`.
    """
    if not handoffs.claim(db, handoff_id, operator.actor, operator.name):
        raise Problem("conflict", "Somebody has this conversation already, or its handoff has ended; look again.")
    now_theirs = conversations.pass_on(db, conversation, ConversationState.OPERATOR, handoff_id)
    db.audit(AuditEvent(operator.actor, "handoff.claimed", f"handoff:{handoff_id}", "claimed"))
    running = leases.running(db, conversation.id)
    if running is None:
        news += claimed(db, now_theirs)
    else:
        leases.interrupt(db, running.turn_id, Reason.TAKEN_OVER)
    first = conversations.next_seqs(db, conversation.id, len(news)) or 0
    return events.append(db, conversation.id, first, news), running.turn_id if running else None


def _held(handoff: HandoffRow, operator: Operator) -> None:
    """Let pass who holds a handoff. Raises Problem `conflict`."""
    if handoff.state == HandoffState.WAITING:
        raise Problem("conflict", "Nobody has claimed this handoff yet; claim it first.")
    if handoff.state != HandoffState.CLAIMED:
        raise Problem("conflict", "This handoff has ended; take the conversation over to write in it again.")
    if handoff.claimed_by != operator.actor:
        raise Problem("conflict", "Somebody else holds this handoff; ask them to return it first.")
    if handoff.announced_at is None:
        raise Problem("conflict", "The assistant is still being silenced; try again in a moment.")


def _same(row: MessageRow, text_hash: str) -> Message:
    """Return a message that was sent before. Raises Problem `message_differs` where its text was another."""
    if row.text_hash != text_hash:
        raise Problem("message_differs", "This client_message_id was used for another text; make a new one.")
    own = (row.client_message_id or "").rpartition("/")[2]
    return Message(row.id, row.seq, Author(row.author), row.text, row.at, own)
