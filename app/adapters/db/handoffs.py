"""Rows of handoffs: at most one open in a conversation, further reasons join it; one person claims it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final, Literal

from sqlmodel import col

from app.adapters.db import conversations
from app.adapters.db.statements import Equal, Where
from app.adapters.db.tables import DueRow, HandoffRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.conversation import Conversation, ConversationState
from app.domain.handoff import OPEN, TECHNICAL, HandoffState, Reason
from app.domain.ids import is_id, new_id

CLAIM: Final = "claim"
"""The kind of due time by which somebody should have claimed a handoff."""
HELD: Final = "held"
"""The kind of due time that a claimed handoff has: from its claim on, somebody looks whether its holder is there."""
MOST: Final = 200
"""Handoffs that are listed at once."""


def open_or_join(
    db: TenantDb,
    conversation: Conversation,
    reason: Reason,
    expected: Literal["now", "out_of_hours"],
    claim_within: timedelta,
) -> tuple[str, bool]:
    """Open a handoff, or join the open one; returns its id, and whether it is new. The caller holds the conversation's
    row.
    """
    if conversation.handoff_id is not None:
        return _join(db, conversation, conversation.handoff_id, reason), False
    handoff_id = new_id()
    db.insert(
        HandoffRow,
        id=handoff_id,
        conversation_id=conversation.id,
        contact_id=conversation.contact_id,
        workflow=conversation.workflow,
        state=HandoffState.WAITING,
        reason=reason,
        reasons=[reason],
        expected=expected,
        opened_at=db.now,
    )
    db.insert(DueRow, kind=CLAIM, target_id=handoff_id, due_at=db.now + claim_within)
    conversations.hand_over(db, conversation.id, ConversationState.WAITING, handoff_id, silent=reason not in TECHNICAL)
    return handoff_id, True


def _join(db: TenantDb, conversation: Conversation, handoff_id: str, reason: Reason) -> str:
    """Add a reason to the open handoff; one that is not technical silences the assistant."""
    row = db.one(HandoffRow, col(HandoffRow.id) == handoff_id, lock=True)
    if row is not None and reason not in row.reasons:
        db.update(HandoffRow, col(HandoffRow.id) == handoff_id, reasons=[*row.reasons, reason])
    if reason not in TECHNICAL and not conversation.silent:
        conversations.hand_over(db, conversation.id, conversation.state, handoff_id, silent=True)
    return handoff_id


def begun(db: TenantDb, first_id: str, next_id: str) -> int:
    """Count the handoffs of a range of ids, which is one of time."""
    return db.count(HandoffRow, col(HandoffRow.id) >= first_id, col(HandoffRow.id) < next_id)


def find(db: TenantDb, handoff_id: str) -> HandoffRow | None:
    """Find a handoff of the tenant."""
    return db.one(HandoffRow, Equal("id", handoff_id)) if is_id(handoff_id) else None


def claim(db: TenantDb, handoff_id: str, actor: str, name: str) -> bool:
    """Give a waiting handoff to one person; False if it waits no more. Whoever is first has it."""
    claimed = db.update(
        HandoffRow,
        Equal("id", handoff_id),
        Equal("state", HandoffState.WAITING),
        state=HandoffState.CLAIMED,
        claimed_by=actor,
        operator_name=name,
        claimed_at=db.now,
    )
    if claimed:
        _forget_due(db, [handoff_id])
        db.insert(DueRow, kind=HELD, target_id=handoff_id, due_at=db.now)
    return claimed == 1


def announce(db: TenantDb, handoff_id: str) -> str | None:
    """Keep that the customer is told of a claim; returns the operator's name, None if there is nothing to tell."""
    row = db.one(HandoffRow, Equal("id", handoff_id))
    if row is None or row.state != HandoffState.CLAIMED or row.announced_at is not None:
        return None
    db.update(HandoffRow, Equal("id", handoff_id), announced_at=db.now)
    return row.operator_name or ""


def end(db: TenantDb, handoff_id: str, actor: str, state: HandoffState) -> bool:
    """End a handoff that this person holds; False if it is somebody else's, or nobody's."""
    ended = db.update(
        HandoffRow,
        Equal("id", handoff_id),
        Equal("state", HandoffState.CLAIMED),
        Equal("claimed_by", actor),
        state=state,
        ended_at=db.now,
    )
    if ended:
        _forget_due(db, [handoff_id])
    return ended == 1


def tenants_with_held(db: ServiceDb) -> list[str]:
    """List the tenants in which somebody holds a handoff."""
    return sorted(tenant_id for tenant_id, _ in db.tally(DueRow, ("tenant_id",), Equal("kind", HELD)))


def holders(db: TenantDb) -> set[str]:
    """Return who holds handoffs of the tenant, as audit events call them."""
    claimed = Equal("state", HandoffState.CLAIMED)
    return {actor for actor, _ in db.tally(HandoffRow, ("claimed_by",), claimed)}


def held_by(db: TenantDb, actors: Iterable[str]) -> list[HandoffRow]:
    """List the handoffs that these hold and of whose claim the customer was told, oldest first."""
    return db.all(
        HandoffRow,
        Equal("state", HandoffState.CLAIMED),
        col(HandoffRow.claimed_by).in_(sorted(actors)),
        col(HandoffRow.announced_at).is_not(None),
        order_by=(col(HandoffRow.id),),
    )


def free(db: TenantDb, handoff: HandoffRow, expected: Literal["now", "out_of_hours"], claim_within: timedelta) -> bool:
    """Let a held handoff wait for anybody again; False if whoever held it does so no more."""
    freed = db.update(
        HandoffRow,
        Equal("id", handoff.id),
        Equal("state", HandoffState.CLAIMED),
        Equal("claimed_by", handoff.claimed_by),
        col(HandoffRow.announced_at).is_not(None),
        state=HandoffState.WAITING,
        expected=expected,
        claimed_by=None,
        operator_name=None,
        claimed_at=None,
        announced_at=None,
        overdue_at=None,
    )
    if freed:
        _forget_due(db, [handoff.id])
        db.insert(DueRow, kind=CLAIM, target_id=handoff.id, due_at=db.now + claim_within)
    return freed == 1


def leave_address(db: TenantDb, handoff_id: str, placeholder: str) -> None:
    """Keep the placeholder of the address that the customer left; the address itself is in the vault."""
    db.update(HandoffRow, col(HandoffRow.id) == handoff_id, email_placeholder=placeholder)


def in_states(
    db: TenantDb, states: Sequence[HandoffState], after_id: str | None = None, limit: int = MOST
) -> list[HandoffRow]:
    """List the tenant's handoffs in given states from behind another one on: open ones oldest first, ended ones newest
    first.
    """
    place, rising = col(HandoffRow.id), oldest_first(states)
    where: list[Where] = [col(HandoffRow.state).in_(states)]
    if after_id is not None:
        where.append(place > after_id if rising else place < after_id)
    return db.all(HandoffRow, *where, order_by=(place if rising else place.desc(),), limit=limit)


def oldest_first(states: Sequence[HandoffState]) -> bool:
    """Tell how handoffs in given states are listed: who waits longest comes first, but so does what has just ended."""
    return all(state in OPEN for state in states)


def count_in(db: TenantDb, states: Sequence[HandoffState]) -> int:
    """Count the tenant's handoffs in given states."""
    return db.count(HandoffRow, col(HandoffRow.state).in_(states))


def count_waiting(db: TenantDb) -> tuple[int, int]:
    """Count the handoffs that wait, and those of them that nobody claimed in time."""
    waiting = Equal("state", HandoffState.WAITING)
    return db.count(HandoffRow, waiting), db.count(HandoffRow, waiting, col(HandoffRow.overdue_at).is_not(None))


def of_conversation(db: TenantDb, conversation_id: str) -> HandoffRow | None:
    """Find a conversation's newest handoff."""
    return db.one(HandoffRow, Equal("conversation_id", conversation_id), order_by=(col(HandoffRow.id).desc(),))


def of_contact(db: TenantDb, contact_id: str) -> list[HandoffRow]:
    """List a contact's handoffs, oldest first."""
    return db.all(HandoffRow, col(HandoffRow.contact_id) == contact_id, order_by=(col(HandoffRow.opened_at),))


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the handoffs of conversations and their due times."""
    ids = [row.id for row in db.all(HandoffRow, col(HandoffRow.conversation_id).in_(conversation_ids))]
    _forget_due(db, ids)
    return db.delete(HandoffRow, col(HandoffRow.id).in_(ids)) if ids else 0


def _forget_due(db: TenantDb, handoff_ids: Sequence[str]) -> None:
    db.delete(DueRow, col(DueRow.kind).in_((CLAIM, HELD)), col(DueRow.target_id).in_(handoff_ids))
