"""Rows of events: what happened in a conversation, numbered, and how a customer reads each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import col

from app.adapters.db.statements import Equal, Where
from app.adapters.db.tables import EventRow, MessageRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.event import Event, EventKind
from app.domain.ids import new_id
from app.domain.message import Author
from app.domain.units import iso

ALL_WORDS = frozenset(
    {EventKind.MESSAGE_ACCEPTED, EventKind.REPLY_COMPLETED, EventKind.SYSTEM_MESSAGE, EventKind.OPERATOR_MESSAGE}
)
"""Events of which whoever reads along has the texts; customers know what they wrote themselves."""
_WITH_TEXT = frozenset({EventKind.REPLY_COMPLETED, EventKind.SYSTEM_MESSAGE, EventKind.OPERATOR_MESSAGE})


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message that comes with its event. `text` is what is stored, `shown` what the customer reads."""

    author: Author
    text: str = field(repr=False)
    shown: str = field(repr=False)
    id: str = field(default_factory=new_id)
    client_message_id: str | None = None
    text_hash: str | None = None
    author_id: str | None = None


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to be stored; the message's id, number, moment and text are added to `data`."""

    kind: EventKind
    data: Mapping[str, object] = field(default_factory=dict)
    utterance: Utterance | None = None


def append(
    db: TenantDb, conversation_id: str, first_seq: int, news: Sequence[NewEvent], turn_id: str | None = None
) -> list[Event]:
    """Store events with their messages, numbered from `first_seq` on; returns them as customers read them."""
    events: list[Event] = []
    rows: list[dict[str, object]] = []
    for seq, new in enumerate(news, first_seq):
        stored = dict(new.data)
        if new.utterance is not None:
            _insert_message(db, conversation_id, seq, turn_id, new.utterance)
            stored |= _said(db, new, seq)
        rows.append(
            {
                "conversation_id": conversation_id,
                "seq": seq,
                "kind": new.kind,
                "turn_id": turn_id,
                "message_id": new.utterance.id if new.utterance else None,
                "data": stored,
                "at": db.now,
            }
        )
        shown = {"text": new.utterance.shown} if new.utterance and new.kind in _WITH_TEXT else {}
        events.append(Event(new.kind, stored | shown, seq, turn_id=turn_id))
    db.insert_many(EventRow, rows)
    return events


def _insert_message(db: TenantDb, conversation_id: str, seq: int, turn_id: str | None, utterance: Utterance) -> None:
    """Store the message of an event."""
    db.insert(
        MessageRow,
        id=utterance.id,
        conversation_id=conversation_id,
        seq=seq,
        author=utterance.author,
        text=utterance.text,
        client_message_id=utterance.client_message_id,
        text_hash=utterance.text_hash,
        turn_id=turn_id,
        author_id=utterance.author_id,
        at=db.now,
    )


def _said(db: TenantDb, new: NewEvent, seq: int) -> dict[str, object]:
    """Return what an event says of its message, but for the text."""
    said: dict[str, object] = {"message_id": new.utterance.id if new.utterance else None, "seq": seq}
    if new.kind is EventKind.MESSAGE_ACCEPTED and new.utterance:
        said["client_message_id"] = new.utterance.client_message_id
    if new.kind is not EventKind.REPLY_COMPLETED:
        said["at"] = iso(db.now)
    return said


def after(
    db: TenantDb,
    conversation_id: str,
    seq: int,
    restore: Callable[[str], str],
    turn_id: str | None = None,
    *,
    told: frozenset[EventKind] = _WITH_TEXT,
) -> list[Event]:
    """Read stored events after a number, of one turn or of all; `restore` puts the customer's own values back.

    Kinds in `told` have their messages' texts.
    """
    where: list[Where] = [Equal("conversation_id", conversation_id), col(EventRow.seq) > seq]
    if turn_id is not None:
        where.append(Equal("turn_id", turn_id))
    rows = db.all(EventRow, *where, order_by=(col(EventRow.seq),))
    ids = [row.message_id for row in rows if row.message_id and row.kind in told]
    texts = {m.id: m.text for m in db.all(MessageRow, col(MessageRow.id).in_(ids))} if ids else {}
    return [_to_event(row, texts if row.kind in told else None, restore) for row in rows]


def _to_event(row: EventRow, texts: Mapping[str, str] | None, restore: Callable[[str], str]) -> Event:
    """Read a row; where `texts` are given, with what its message says."""
    data = dict(row.data)
    if texts is not None and row.message_id is not None:
        data["text"] = restore(texts.get(row.message_id, ""))
    return Event(EventKind(row.kind), data, row.seq, turn_id=row.turn_id)


def ended_reply(db: TenantDb, conversation_id: str, base: int, reply_id: str) -> bool:
    """Tell whether a reply that started at `base` has a stored end."""
    rows = db.all(
        EventRow,
        Equal("conversation_id", conversation_id),
        col(EventRow.seq) > base,
        col(EventRow.kind).in_([EventKind.REPLY_COMPLETED, EventKind.REPLY_WITHDRAWN, EventKind.REPLY_HELD]),
    )
    return any(row.data.get("reply_id") == reply_id for row in rows)


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the events of conversations."""
    return db.delete(EventRow, col(EventRow.conversation_id).in_(conversation_ids))
