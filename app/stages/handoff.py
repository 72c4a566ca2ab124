"""Handoff: the end of every turn that was not answered; the customer is told what comes next and whom to write to."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from app.adapters.db import conversations, deliveries, events, handoffs, leases, turns
from app.adapters.db.engine import Database
from app.adapters.db.events import NewEvent, Utterance
from app.adapters.db.tenant_db import TenantDb
from app.domain import wording
from app.domain.audit import AuditEvent
from app.domain.conversation import Conversation, ConversationState
from app.domain.data_class import Handling
from app.domain.event import Event, EventKind
from app.domain.handoff import Reason
from app.domain.live_feed import LiveFeed
from app.domain.message import Author
from app.domain.moderation.judge import judge_text
from app.domain.opening_hours import is_open
from app.domain.tenant import Tenant
from app.domain.turn import Accepted, Ended, Outcome, TurnStopped
from app.domain.units import iso


class Handoff:
    """Ends a stopped turn in one transaction: reply withdrawn, words of the service, handoff, turn, audit."""

    def __init__(self, database: Database, feed: LiveFeed, now: Callable[[], datetime]) -> None:
        self._database = database
        self._feed = feed
        self._now = now

    async def __call__(self, accepted: Accepted, stopped: TurnStopped, reply_id: str | None, cost_usd: float) -> Ended:
        """End the turn; `reply_id` names a reply that had begun. Raises TurnGone, and what the database raises."""
        crisis = judge_text(accepted.text).self_harm
        ended, told = await self._database.jot(
            accepted.tenant.id, lambda db: end_stopped(db, accepted, stopped, crisis, reply_id, cost_usd, self._now())
        )
        self._feed.publish(accepted.tenant.id, accepted.conversation_id, told)
        return ended

    async def withdraw(self, accepted: Accepted, reply_id: str, reason: Reason, next_reply: str) -> int:
        """Take back a reply whose turn goes on with another model, under the id `next_reply`; returns the number of the
        event. Raises TurnGone.
        """

        def unit(db: TenantDb) -> list[Event]:
            first = conversations.next_seqs(db, accepted.conversation_id, 1, epoch=accepted.epoch)
            if first is None:
                raise turns.TurnGone
            turns.next_reply(db, accepted.turn_id, next_reply)
            return events.append(db, accepted.conversation_id, first, [withdrawn(reply_id, reason)], accepted.turn_id)

        told = await self._database.jot(accepted.tenant.id, unit)
        self._feed.publish(accepted.tenant.id, accepted.conversation_id, told)
        return told[0].seq


def end_stopped(
    db: TenantDb,
    accepted: Accepted,
    stopped: TurnStopped,
    crisis: bool,  # noqa: FBT001  # what the message was judged to be, before the transaction
    reply_id: str | None,
    cost_usd: float,
    now: datetime,
) -> tuple[Ended, list[Event]]:
    """Write the end of a stopped turn. Raises TurnGone."""
    conversation = conversations.find(db, accepted.conversation_id, lock=True)
    if conversation is None:
        raise turns.TurnGone
    ended = _as_delivered(accepted, conversation, Ended(stopped.outcome, stopped.reason))
    if crisis:
        ended = _as_heard(db, conversation, ended)
    turns.end(db, accepted.turn_id, accepted.attempt, ended, cost_usd=cost_usd)
    news = [withdrawn(reply_id, stopped.reason or Reason.TAKEN_OVER)] if reply_id else []
    news += _told(db, accepted, conversation, ended, now)
    after = [] if leases.open_before(db, conversation.id, accepted.seq) else claimed(db, conversation)
    first = conversations.next_seqs(db, conversation.id, len(news) + len(after)) or 0
    told = events.append(db, conversation.id, first, news, accepted.turn_id)
    told += events.append(db, conversation.id, first + len(news), after)
    db.audit(
        AuditEvent(
            "service", "turn.ended", f"turn:{accepted.turn_id}", ended.outcome, ended.reason, turn_id=accepted.turn_id
        )
    )
    return ended, told


def to_person(db: TenantDb, conversation: Conversation, accepted: Accepted) -> tuple[Ended, list[NewEvent]]:
    """How a message ends that somebody has, or is waited for, and what its customer is told."""
    ended = Ended(Outcome.DELIVERED)
    if judge_text(accepted.text).self_harm:
        ended = _as_heard(db, conversation, ended)
    return ended, _told(db, accepted, conversation, ended, db.now)


def _told(db: TenantDb, accepted: Accepted, conversation: Conversation, ended: Ended, now: datetime) -> list[NewEvent]:
    """What is told of an end: the service's words, the handoff, and the end itself."""
    news = []
    if words := _words(accepted, ended):
        news.append(NewEvent(EventKind.SYSTEM_MESSAGE, utterance=Utterance(Author.SYSTEM, words, words)))
    if ended.outcome is Outcome.HANDED_OFF and ended.reason and not _is_with_its_person(conversation, ended.reason):
        handoff = opened(db, conversation, accepted.tenant, accepted.workflow_name, ended.reason, now)
        # Whoever talks to somebody waits for nobody.
        news += [] if conversation.state is ConversationState.OPERATOR else [handoff]
    reason = {"reason": ended.reason} if ended.reason else {}
    return [*news, NewEvent(EventKind.TURN_ENDED, {"outcome": ended.outcome, **reason})]


def opened(
    db: TenantDb, conversation: Conversation, tenant: Tenant, workflow_name: str, reason: Reason, now: datetime
) -> NewEvent:
    """Open a handoff or join the open one; returns the event that tells the customer. The caller holds the row."""
    workflow = tenant.workflows[workflow_name]
    expected: Literal["now", "out_of_hours"] = "now" if is_open(workflow.hours, now) else "out_of_hours"
    handoff_id, new = handoffs.open_or_join(db, conversation, reason, expected, workflow.handoff.claim_within)
    db.audit(AuditEvent("service", "handoff.opened", f"handoff:{handoff_id}", "waiting", reason))
    if new or reason is Reason.UNSAFE_INPUT:
        facts = {"handoff_id": handoff_id, "conversation_id": conversation.id, "workflow": conversation.workflow}
        facts |= {"reason": reason, "expected": expected, "opened_at": iso(db.now)}
        deliveries.queue(db, tenant, "handoff.opened", facts)
    return NewEvent(
        EventKind.HANDOFF_OPENED,
        {
            "handoff_id": handoff_id,
            "reason": reason,
            "expected": expected,
            "contact_fallback": workflow.contact_fallback,
        },
    )


def claimed(db: TenantDb, conversation: Conversation) -> list[NewEvent]:
    """Return the event that tells the customer of the person who has claimed the conversation, unless it was told.

    Whoever ends the turn that ran at the time of the claim tells it, so that nothing of the assistant comes after.
    """
    if conversation.state is not ConversationState.OPERATOR or conversation.handoff_id is None:
        return []
    name = handoffs.announce(db, conversation.handoff_id)
    said = {"handoff_id": conversation.handoff_id, "operator_name": name}
    return [] if name is None else [NewEvent(EventKind.HANDOFF_CLAIMED, said)]


def withdrawn(reply_id: str, reason: Reason) -> NewEvent:
    """Return the event that takes a reply back."""
    return NewEvent(EventKind.REPLY_WITHDRAWN, {"reply_id": reply_id, "reason": reason})


def _is_with_its_person(conversation: Conversation, reason: Reason) -> bool:
    """Tell whether a turn ends because a person took the conversation: the handoff is theirs already."""
    return reason is Reason.TAKEN_OVER and conversation.state is ConversationState.OPERATOR


def _as_delivered(accepted: Accepted, conversation: Conversation, ended: Ended) -> Ended:
    """A closed chat still delivers where a person has the conversation, or is waited for; and what had not begun is
    the person's, whatever stopped it.
    """
    waits = conversation.state is not ConversationState.ASSISTANT
    theirs = accepted.waiting and (conversation.silent or ended.reason is Reason.TAKEN_OVER)
    return Ended(Outcome.DELIVERED) if theirs or (waits and ended.outcome is Outcome.CLOSED) else ended


def _as_heard(db: TenantDb, conversation: Conversation, ended: Ended) -> Ended:
    """A wish to die goes to a person with the crisis text whatever else stopped its turn, and whoever has the
    conversation; once in a handoff, for whoever talks to a person needs no refrain.
    """
    if ended.reason is Reason.TAKEN_OVER:
        return ended
    handoff = handoffs.find(db, conversation.handoff_id) if conversation.handoff_id else None
    known = handoff is not None and Reason.UNSAFE_INPUT in handoff.reasons
    return ended if known and ended.outcome is Outcome.DELIVERED else Ended(Outcome.HANDED_OFF, Reason.UNSAFE_INPUT)


def _words(accepted: Accepted, ended: Ended) -> str | None:
    """Return what the service says itself: a refusal, the crisis text, closed."""
    workflow, locale = accepted.workflow, accepted.contact.locale
    if ended.outcome is Outcome.REFUSED and ended.reason:
        blocked = frozenset(each for each in accepted.classes if workflow.handling(each) is Handling.BLOCK)
        return wording.refusal(locale, ended.reason, blocked, workflow.contact_fallback)
    if ended.outcome is Outcome.CLOSED:
        return wording.closed(locale, workflow.contact_fallback)
    if ended.outcome is Outcome.HANDED_OFF and ended.reason is Reason.UNSAFE_INPUT:
        return workflow.crisis_text
    return None
