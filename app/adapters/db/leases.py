"""Rows of turn leases: which replica runs which turn, until when, and whether it was asked to stop."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col

from app.adapters.db.statements import Below, Equal, Missing, Where
from app.adapters.db.tables import TurnLeaseRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.handoff import Reason

LEASE = timedelta(seconds=10)
"""How long a turn is its replica's without a renewal; renewed every second."""


def take(db: TenantDb, turn_id: str, conversation_id: str, seq: int, replica: str) -> None:
    """Lease a new turn to this replica."""
    db.insert(
        TurnLeaseRow,
        turn_id=turn_id,
        conversation_id=conversation_id,
        seq=seq,
        replica=replica,
        attempt=1,
        leased_until=db.now + LEASE,
    )


def open_before(db: TenantDb, conversation_id: str, seq: int) -> int:
    """Count the conversation's turns below a number that have not ended."""
    return db.count(TurnLeaseRow, Equal("conversation_id", conversation_id), Below("seq", seq))


def running(db: TenantDb, conversation_id: str) -> TurnLeaseRow | None:
    """Find the turn that runs in a conversation: the lowest number that has not ended."""
    return db.one(TurnLeaseRow, Equal("conversation_id", conversation_id), order_by=(col(TurnLeaseRow.seq),))


def find(db: TenantDb, turn_id: str) -> TurnLeaseRow | None:
    """Find a turn's lease; None when the turn has ended."""
    return db.one(TurnLeaseRow, Equal("turn_id", turn_id))


def interrupt(db: TenantDb, turn_id: str, reason: Reason) -> int:
    """Ask a turn to stop: its reply can't be stored any more. Returns 0 if it has ended or was asked before."""
    return db.update(TurnLeaseRow, Equal("turn_id", turn_id), col(TurnLeaseRow.interrupt).is_(None), interrupt=reason)


def give_back(db: TenantDb, turn_id: str, attempt: int, *, unless_interrupted: bool = False) -> bool:
    """End a lease under its attempt; False if another process has adopted the turn, or it was asked to stop."""
    where: list[Where] = [Equal("turn_id", turn_id), Equal("attempt", attempt)]
    if unless_interrupted:
        where.append(Missing("interrupt"))
    return db.delete(TurnLeaseRow, *where) == 1


def renew(db: ServiceDb, replica: str, turn_ids: Sequence[str]) -> dict[str, TurnLeaseRow]:
    """Extend this replica's leases of turns that run; returns them by turn, with who was asked to stop.

    A turn that the process gave up is not among them: its lease runs out, and it is adopted.
    """
    mine = (Equal("replica", replica), col(TurnLeaseRow.turn_id).in_(turn_ids))
    db.update(TurnLeaseRow, *mine, leased_until=db.now + LEASE)
    return {row.turn_id: row for row in db.all(TurnLeaseRow, *mine)}


def drop(db: TenantDb, turn_id: str) -> None:
    """Delete the lease of a turn that is gone."""
    db.delete(TurnLeaseRow, Equal("turn_id", turn_id))


def expired(db: ServiceDb, now: datetime, limit: int) -> list[TurnLeaseRow]:
    """List leases that ran out, oldest turns first."""
    return db.all(
        TurnLeaseRow, col(TurnLeaseRow.leased_until) < now, order_by=(col(TurnLeaseRow.turn_id),), limit=limit
    )


def adopt(db: TenantDb, lease: TurnLeaseRow, replica: str) -> int | None:
    """Take a run-out lease over under a new attempt; None if another replica was faster."""
    taken = db.update(
        TurnLeaseRow,
        Equal("turn_id", lease.turn_id),
        Equal("attempt", lease.attempt),
        Equal("leased_until", lease.leased_until),
        replica=replica,
        attempt=lease.attempt + 1,
        leased_until=db.now + LEASE,
    )
    return lease.attempt + 1 if taken else None


def delete_of(db: TenantDb, conversation_ids: Sequence[str]) -> int:
    """Delete the leases of conversations: their turns can't be recorded any more."""
    return db.delete(TurnLeaseRow, col(TurnLeaseRow.conversation_id).in_(conversation_ids))
