"""Deciding on a held draft: a person approves, edits or rejects it, and the customer has the result at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.adapters.db import contacts, conversations, drafts, events, vault
from app.adapters.db.engine import Database
from app.adapters.db.events import NewEvent, Utterance
from app.adapters.db.tables import DraftRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.conversation import Conversation
from app.domain.desk import Desk, Notice
from app.domain.event import Event, EventKind
from app.domain.handoff import Reason
from app.domain.kill_switch import Switchboard, scopes_of
from app.domain.links import only_allowed_links
from app.domain.live_feed import LiveFeed
from app.domain.message import Author
from app.domain.operator import Operator
from app.domain.plain_text import says_something
from app.domain.tenant import Tenant
from app.errors import Problem
from app.stages.approval import Approval
from app.stages.handoff import opened
from app.stages.redaction import Redaction
from app.usecases.running_turns import RunningTurns


class Decision(StrEnum):
    """What a person decides about a draft."""

    APPROVE = "approve"
    EDIT = "edit"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Decided:
    """A draft after its decision: the message that the customer has, or the handoff that it became."""

    draft_id: str
    state: str
    message_id: str | None = None
    handoff_id: str | None = None


@dataclass(frozen=True, slots=True)
class DecideReview:
    """Ends a held draft, once. Approving lets the assistant speak, so whatever silences it forbids approving."""

    database: Database
    feed: LiveFeed
    desk: Desk
    tenants: Tenants
    keyring: Keyring
    redaction: Redaction
    switchboard: Switchboard
    approval: Approval
    running: RunningTurns
    now: Callable[[], datetime]

    async def __call__(
        self, operator: Operator, tenant_id: str, draft_id: str, decision: Decision, text: str | None = None
    ) -> Decided:
        """Decide; returns what became of the draft. Raises Problem."""
        draft = await self.database.read(tenant_id, lambda db: drafts.find(db, draft_id))
        tenant = self.tenants.get(tenant_id)
        if draft is None or tenant is None:
            raise Problem("not_found", "There is no such draft among those of your tenants.")
        if decision is Decision.REJECT:
            return await self._reject(operator, tenant, draft)
        words = draft.text if decision is Decision.APPROVE else await self._edited(tenant, draft, text)
        # A switch that is flipped meanwhile counts as applied here only once this has ended.
        with self.running.speaking():
            return await self._release(operator, tenant, draft, decision, words)

    async def _edited(self, tenant: Tenant, draft: DraftRow, text: str | None) -> str:
        """Return an edit as it may be stored: redacted, with links to allowed hosts only. Raises Problem."""
        if not text or not says_something(text):
            raise Problem("bad_request", "An edit needs its text; send what the customer is to read.")
        workflow = tenant.workflows.get(draft.workflow)
        contact = await self.database.read(tenant.id, lambda db: contacts.find(db, draft.contact_id))
        if contact is None or workflow is None:
            raise Problem("not_found", "There is no such draft among those of your tenants.")
        redacted, _ = await self.redaction.redact(workflow, contacts.to_contact(contact), text, by_operator=True)
        return only_allowed_links(redacted, workflow.output.link_hosts, workflow.output.image_hosts)

    async def _release(
        self, operator: Operator, tenant: Tenant, draft: DraftRow, decision: Decision, words: str
    ) -> Decided:
        """Let the customer have the reply."""
        self._check_silence(tenant, draft)
        state = "approved" if decision is Decision.APPROVE else "edited"

        def unit(db: TenantDb) -> list[Event]:
            conversation = _of(db, draft)
            _decide(db, draft, state, operator)  # first: whose decision it was says more than what came of it
            if conversation.epoch != draft.epoch or conversation.silent:
                raise Problem(
                    "conflict", "A person has this conversation, or had it since; answer there, or reject the draft."
                )
            restore = vault.restorer(db, self.keyring, draft.contact_id)
            said = Utterance(Author.ASSISTANT, words, restore(words), author_id=operator.actor)
            news = [NewEvent(EventKind.REPLY_COMPLETED, {"reply_id": draft.id, "sources": draft.sources}, said)]
            return events.append(db, conversation.id, conversations.next_seqs(db, conversation.id, 1) or 0, news)

        told = await self.database.write(tenant.id, unit)
        self._tell(tenant.id, draft, told, state)
        return Decided(draft.id, state, message_id=str(told[0].data["message_id"]))

    def _check_silence(self, tenant: Tenant, draft: DraftRow) -> None:
        """Let pass where the assistant may speak now. Raises Problem `conflict`."""
        if draft.state == "held" and draft.decide_by <= self.now():
            raise Problem("conflict", "The time to decide is over: the draft becomes a handoff.")
        if self.switchboard.stopped(scopes_of(tenant.id, draft.workflow, draft.conversation_id)):
            raise Problem("conflict", "The assistant is switched off here; end the switch first, or reject the draft.")
        if reason := self.approval.objection(tenant.id, draft.workflow, draft.contact_id):
            raise Problem("conflict", f"The assistant may not answer here ({reason}); reject the draft.")

    async def _reject(self, operator: Operator, tenant: Tenant, draft: DraftRow) -> Decided:
        """Give the conversation to people instead."""
        if draft.workflow not in tenant.workflows:
            raise Problem("conflict", "The workflow is no longer in the tenant's file; put it back first.")

        def unit(db: TenantDb) -> list[Event]:
            conversation = _of(db, draft)
            _decide(db, draft, "rejected", operator)
            told = opened(db, conversation, tenant, draft.workflow, Reason.REVIEW_TOPIC, self.now())
            return events.append(db, conversation.id, conversations.next_seqs(db, conversation.id, 1) or 0, [told])

        told = await self.database.write(tenant.id, unit)
        self._tell(tenant.id, draft, told, "rejected")
        return Decided(draft.id, "rejected", handoff_id=str(told[0].data["handoff_id"]))

    def _tell(self, tenant_id: str, draft: DraftRow, told: list[Event], state: str) -> None:
        self.feed.publish(tenant_id, draft.conversation_id, told)
        facts = {"review_id": draft.id, "conversation_id": draft.conversation_id, "state": state}
        self.desk.tell(Notice("review.decided", tenant_id, facts))


def _of(db: TenantDb, draft: DraftRow) -> Conversation:
    """Find a draft's conversation and hold its row. Raises Problem `not_found`."""
    conversation = conversations.find(db, draft.conversation_id, lock=True)
    if conversation is None:
        raise Problem("not_found", "There is no such draft among those of your tenants.")
    return conversation


def _decide(db: TenantDb, draft: DraftRow, state: str, operator: Operator) -> None:
    """Write the decision down, once. Raises Problem `conflict`."""
    if not drafts.decide(db, draft.id, state, operator.actor):
        raise Problem("conflict", "This draft was decided already, or its time was over; look at the list again.")
    db.audit(AuditEvent(operator.actor, f"draft.{state}", f"draft:{draft.id}", state, turn_id=draft.turn_id))
