"""Record: a reply is stored only under the epoch and attempt that its turn began with; a late one can't be written."""

from app.adapters.db import conversations, drafts, events, turns
from app.adapters.db.engine import Database
from app.adapters.db.events import NewEvent, Utterance
from app.adapters.db.tenant_db import TenantDb
from app.adapters.db.turns import TurnGone
from app.domain.audit import AuditEvent
from app.domain.event import Event, EventKind
from app.domain.handoff import Reason
from app.domain.live_feed import LiveFeed
from app.domain.message import Author
from app.domain.turn import Ended, Outcome, Prompt, Reply, Source

AS_GOOD = 0.8
"""A passage whose coverage is this share of the best one's is named as a source too."""


class Record:
    """Ends an answered or held turn in one transaction: message, events, turn, lease, audit."""

    def __init__(self, database: Database, feed: LiveFeed) -> None:
        self._database = database
        self._feed = feed

    async def __call__(
        self,
        prompt: Prompt,
        reply_id: str,
        stored: str,
        shown: str,
        model: str,
        cost_usd: float,
        first_piece_ms: int | None = None,
    ) -> Reply:
        """Store the reply and tell those who follow. Raises TurnGone if the turn is no longer this process's to end."""
        utterance = Utterance(Author.ASSISTANT, stored, shown)
        sources = sources_of(prompt)
        facts = _facts(prompt, reply_id, model, cost_usd) | {"first_piece_ms": first_piece_ms}

        def unit(db: TenantDb) -> list[Event]:
            said = {"reply_id": reply_id, "sources": [_wire(source) for source in sources]}
            news = [NewEvent(EventKind.REPLY_COMPLETED, said, utterance)]
            return _end(db, prompt, Ended(Outcome.ANSWERED), news, facts)

        told = await self._database.jot(prompt.accepted.tenant.id, unit)
        self._feed.publish(prompt.accepted.tenant.id, prompt.accepted.conversation_id, told)
        return Reply(reply_id, utterance.id, told[0].seq, shown, sources)

    async def hold(
        self, prompt: Prompt, topic: str, reply_id: str, stored: str, model: str, cost_usd: float, *, started: bool
    ) -> None:
        """Store the reply as a draft for a person; one that was `started` is withdrawn first. Raises TurnGone."""
        accepted = prompt.accepted

        def unit(db: TenantDb) -> list[Event]:
            drafts.hold(
                db,
                reply_id,
                db.now + accepted.workflow.review.decide_within,
                conversation_id=accepted.conversation_id,
                contact_id=accepted.contact.id,
                turn_id=accepted.turn_id,
                workflow=accepted.workflow_name,
                epoch=accepted.epoch,
                topic=topic,
                text=stored,
                sources=[_wire(source) for source in sources_of(prompt)],
            )
            why = {"reply_id": reply_id, "reason": Reason.REVIEW_TOPIC}
            news = [NewEvent(EventKind.REPLY_WITHDRAWN, why)] if started else []
            news.append(NewEvent(EventKind.REPLY_HELD, why))
            ended = Ended(Outcome.HELD, Reason.REVIEW_TOPIC)
            return _end(db, prompt, ended, news, _facts(prompt, reply_id, model, cost_usd))

        told = await self._database.jot(accepted.tenant.id, unit)
        self._feed.publish(accepted.tenant.id, accepted.conversation_id, told)


def _end(db: TenantDb, prompt: Prompt, ended: Ended, news: list[NewEvent], facts: dict[str, object]) -> list[Event]:
    """Write the end of a turn whose reply counts, if the conversation is still in its epoch and the turn still ours."""
    accepted = prompt.accepted
    reason = {"reason": ended.reason} if ended.reason else {}
    news.append(NewEvent(EventKind.TURN_ENDED, {"outcome": ended.outcome, **reason}))
    first = conversations.next_seqs(db, accepted.conversation_id, len(news), epoch=accepted.epoch)
    if first is None:
        raise TurnGone
    turns.end(db, accepted.turn_id, accepted.attempt, ended, recording=True, **facts)
    db.audit(
        AuditEvent(
            "assistant", "turn.ended", f"turn:{accepted.turn_id}", ended.outcome, ended.reason, turn_id=accepted.turn_id
        )
    )
    return events.append(db, accepted.conversation_id, first, news, accepted.turn_id)


def _facts(prompt: Prompt, reply_id: str, model: str, cost_usd: float) -> dict[str, object]:
    """What the turn's row keeps of how it was answered."""
    return {
        "reply_id": reply_id,
        "model": model,
        "cost_usd": cost_usd,
        "passages": [passage.id for passage in prompt.passages],
    }


def sources_of(prompt: Prompt) -> tuple[Source, ...]:
    """List the articles that a reply may rest on: those that cover the question about as well as the best."""
    least = max((passage.coverage for passage in prompt.passages), default=0.0) * AS_GOOD
    good = [passage for passage in prompt.passages if passage.coverage >= least]
    return tuple({passage.title: Source(passage.title, passage.url) for passage in good}.values())


def _wire(source: Source) -> dict[str, str | None]:
    """Write a source as customers read it."""
    return {"title": source.title, "url": source.url} if source.url else {"title": source.title}
