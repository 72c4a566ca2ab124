"""Handoff: the end of every turn that was not answered; the customer is told what comes next and whom to write to."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from app.adapters.db import conversations, events, handoffs, turns
from app.adapters.db.engine import Database
from app.adapters.db.events import NewEvent, Utterance
from app.adapters.db.tenant_db import TenantDb
from app.domain import wording
from app.domain.audit import AuditEvent
from app.domain.conversation import Conversation, ConversationState
from app.domain.event import Event, EventKind
from app.domain.handoff import Reason
from app.domain.live_feed import LiveFeed
from app.domain.message import Author
from app.domain.opening_hours import is_open
from app.domain.turn import Accepted, Ended, Outcome, TurnStopped
from app.domain.workflow import Workflow


class Handoff:
    """Ends a stopped turn in one transaction: reply withdrawn, words of the service, handoff, turn, audit."""

    def __init__(self, database: Database, feed: LiveFeed, now: Callable[[], datetime]) -> None:
        self._database = database
        self._feed = feed
        self._now = now

    async def __call__(self, accepted: Accepted, stopped: TurnStopped, reply_id: str | None, cost_usd: float) -> Ended:
        """End the turn; `reply_id` names a reply that had begun. Raises TurnGone, and what the database raises."""
        ended, told = await self._database.write(
            accepted.tenant.id, lambda db: end_stopped(db, accepted, stopped, reply_id, cost_usd, self._now())
        )
        self._feed.publish(accepted.conversation_id, told)
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

        told = await self._database.write(accepted.tenant.id, unit)
        self._feed.publish(accepted.conversation_id, told)
        return told[0].seq


def end_stopped(
    db: TenantDb, accepted: Accepted, stopped: TurnStopped, reply_id: str | None, cost_usd: float, now: datetime
) -> tuple[Ended, list[Event]]:
    """Write the end of a stopped turn. Raises TurnGone."""
    conversation = conversations.find(db, accepted.conversation_id, lock=True)
    if conversation is None:
        raise turns.TurnGone
    ended = _as_delivered(conversation, Ended(stopped.outcome, stopped.reason))
    turns.end(db, accepted.turn_id, accepted.attempt, ended, cost_usd=cost_usd)
    news = [withdrawn(reply_id, stopped.reason or Reason.TAKEN_OVER)] if reply_id else []
    if words := _words(accepted, ended):
        news.append(NewEvent(EventKind.SYSTEM_MESSAGE, utterance=Utterance(Author.SYSTEM, words, words)))
    if ended.outcome is Outcome.HANDED_OFF and ended.reason:
        news.append(opened(db, conversation, accepted.workflow, ended.reason, now))
    reason = {"reason": ended.reason} if ended.reason else {}
    news.append(NewEvent(EventKind.TURN_ENDED, {"outcome": ended.outcome, **reason}))
    first = conversations.next_seqs(db, conversation.id, len(news)) or 0
    told = events.append(db, conversation.id, first, news, accepted.turn_id)
    db.audit(
        AuditEvent(
            "service", "turn.ended", f"turn:{accepted.turn_id}", ended.outcome, ended.reason, turn_id=accepted.turn_id
        )
    )
    return ended, told


def opened(db: TenantDb, conversation: Conversation, workflow: Workflow, reason: Reason, now: datetime) -> NewEvent:
    """Open a handoff or join the open one; returns the event that tells the customer. The caller holds the row."""
    expected: Literal["now", "out_of_hours"] = "now" if is_open(workflow.hours, now) else "out_of_hours"
    handoff_id = handoffs.open_or_join(db, conversation, reason, expected)
    db.audit(AuditEvent("service", "handoff.opened", f"handoff:{handoff_id}", "waiting", reason))
    return NewEvent(
        EventKind.HANDOFF_OPENED,
        {
            "handoff_id": handoff_id,
            "reason": reason,
            "expected": expected,
            "contact_fallback": workflow.contact_fallback,
        },
    )


def withdrawn(reply_id: str, reason: Reason) -> NewEvent:
    """Return the event that takes a reply back."""
    return NewEvent(EventKind.REPLY_WITHDRAWN, {"reply_id": reply_id, "reason": reason})


def _as_delivered(conversation: Conversation, ended: Ended) -> Ended:
    """A closed chat still delivers where a person has the conversation, or is waited for."""
    waits = conversation.state is not ConversationState.ASSISTANT
    return Ended(Outcome.DELIVERED) if waits and ended.outcome is Outcome.CLOSED else ended


def _words(accepted: Accepted, ended: Ended) -> str | None:
    """Return what the service says itself: a refusal, the crisis text, closed."""
    workflow = accepted.workflow
    if ended.outcome is Outcome.REFUSED and ended.reason:
        return wording.refusal(ended.reason, accepted.classes, workflow.contact_fallback)
    if ended.outcome is Outcome.CLOSED:
        return wording.closed(workflow.contact_fallback)
    if ended.outcome is Outcome.HANDED_OFF and ended.reason is Reason.UNSAFE_INPUT:
        return workflow.crisis_text
    return None
