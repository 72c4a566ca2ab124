"""Rows of turns: begun, ended once, and what they cost."""

from collections.abc import Sequence

from sqlmodel import col

from app.adapters.db import leases
from app.adapters.db.statements import Below, Equal, Falling, Where
from app.adapters.db.tables import TurnLeaseRow, TurnRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.turn import Ended, Outcome


class TurnGone(Exception):
    """The turn is no longer this process's to end: adopted, erased, asked to stop, or in another epoch."""


def find(db: TenantDb, turn_id: str) -> TurnRow | None:
    """Find a turn."""
    return db.one(TurnRow, Equal("id", turn_id))


def begin(db: TenantDb, turn_id: str, epoch: int) -> None:
    """Keep the epoch in which a turn that had to wait begins."""
    db.update(TurnRow, Equal("id", turn_id), epoch=epoch, state="running")


def end(db: TenantDb, turn_id: str, attempt: int, ended: Ended, *, recording: bool = False, **facts: object) -> None:
    """End a turn once. `recording` an answer also needs that nobody asked it to stop. Raises TurnGone."""
    if not leases.give_back(db, turn_id, attempt, unless_interrupted=recording):
        raise TurnGone
    db.update(
        TurnRow,
        Equal("id", turn_id),
        state="ended",
        outcome=ended.outcome,
        reason=ended.reason,
        ended_at=db.now,
        **facts,
    )


def spent(db: TenantDb, workflow: str, day: str, *, anonymous_only: bool) -> float:
    """Sum what a workflow's turns of a UTC day cost, in USD, settled or reserved."""
    where: list[Where] = [Equal("workflow", workflow), col(TurnRow.day) == day]
    if anonymous_only:
        where.append(col(TurnRow.anonymous).is_(True))
    return db.sum(col(TurnRow.cost_usd), *where)


def begun(db: TenantDb, first_id: str, next_id: str) -> list[tuple[str, Outcome | None, int, float]]:
    """Tally the turns of a range of ids, which is one of time: (workflow, outcome, how many, USD). Those that have not
    ended have no outcome.
    """
    rows = db.tally(
        TurnRow,
        ("workflow", "outcome"),
        col(TurnRow.id) >= first_id,
        col(TurnRow.id) < next_id,
        total="cost_usd",
    )
    return [(workflow, outcome and Outcome(outcome), count, usd or 0.0) for workflow, outcome, count, usd in rows]


def count_running(db: TenantDb) -> int:
    """Count the tenant's turns that have not ended."""
    return db.count(TurnLeaseRow)


def first_pieces(db: TenantDb, first_id: str, limit: int) -> list[tuple[str, int]]:
    """Return (turn, milliseconds to its first piece) of the newest answered turns from an id on, newest first."""
    rows = db.pick(
        TurnRow,
        ("id", "first_piece_ms"),
        Equal("outcome", Outcome.ANSWERED),
        col(TurnRow.id) >= first_id,
        col(TurnRow.first_piece_ms).is_not(None),
        order_by=(col(TurnRow.id).desc(),),
        limit=limit,
    )
    return [(turn_id, milliseconds) for turn_id, milliseconds in rows]


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the turns of conversations."""
    return db.delete(TurnRow, col(TurnRow.conversation_id).in_(conversation_ids))


def answered_before(db: TenantDb, conversation_id: str, seq: int, limit: int) -> dict[str, int]:
    """Map the newest answered turns of a conversation to their numbers; only those whose messages came before `seq`."""
    rows = db.pick(
        TurnRow,
        ("id", "seq"),
        Equal("conversation_id", conversation_id),
        Equal("outcome", Outcome.ANSWERED),
        Below("seq", seq),
        order_by=(Falling("seq"),),
        limit=limit,
    )
    return {str(turn_id): int(place) for turn_id, place in rows}


def adopt(db: TenantDb, turn_id: str, attempt: int, reply_id: str) -> None:
    """Keep which attempt at the turn this is, and the id of the reply that it will make."""
    db.update(TurnRow, Equal("id", turn_id), attempt=attempt, reply_id=reply_id, state="waiting")


def next_reply(db: TenantDb, turn_id: str, reply_id: str) -> None:
    """Keep the id of the reply that follows a withdrawn one."""
    db.update(TurnRow, Equal("id", turn_id), reply_id=reply_id)
