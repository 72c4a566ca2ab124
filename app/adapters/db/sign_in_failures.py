"""Rows of failures to sign in: counted by name and place, and by name alone; an operator's name like any other."""

from datetime import datetime
from typing import Final, NamedTuple

from sqlmodel import col

from app.adapters.db.statements import Equal, Where
from app.adapters.db.tables import SignInFailureRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.lock_out import FORGOTTEN_AFTER, lock_after, lock_everywhere_after

EVERYWHERE: Final = ""
"""Stands where a place would, in the row that counts a name's failures from all of them."""


class Claim(NamedTuple):
    """Who somebody claims to be, and where: both hashed."""

    name_hash: str
    place_hash: str


def locked_until(db: ServiceDb, claim: Claim, *, lock: bool = False) -> datetime | None:
    """Return until when a name is locked for a place, None where it is not; `lock` lets tries be judged in turn."""
    rows = db.all(SignInFailureRow, *_of(claim), order_by=(col(SignInFailureRow.place_hash),), lock=lock)
    ends = [row.locked_until for row in rows if row.locked_until is not None]
    return max((end for end in ends if db.now < end), default=None)


def locks(db: ServiceDb) -> dict[str, datetime]:
    """Return until when names are locked for some place, or for all, by their hashes."""
    rows = db.all(SignInFailureRow, col(SignInFailureRow.locked_until) > db.now)
    found: dict[str, datetime] = {}
    for row in rows:
        if row.locked_until is not None:
            found[row.name_hash] = max(row.locked_until, found.get(row.name_hash, row.locked_until))
    return found


def count(db: ServiceDb, claim: Claim) -> bool:
    """Count a failure; True where it locks. Failures that are long past go."""
    db.delete(SignInFailureRow, col(SignInFailureRow.failed_at) <= db.now - FORGOTTEN_AFTER)
    everywhere = _next(db, claim.name_hash, EVERYWHERE)
    here = _next(db, claim.name_hash, claim.place_hash)
    lasts = (lock_everywhere_after(everywhere), lock_after(here))
    for place, failures, lock in zip((EVERYWHERE, claim.place_hash), (everywhere, here), lasts, strict=True):
        db.update(
            SignInFailureRow,
            Equal("name_hash", claim.name_hash),
            Equal("place_hash", place),
            failures=failures,
            failed_at=db.now,
            locked_until=None if lock is None else db.now + lock,
        )
    return any(lock is not None for lock in lasts)


def _next(db: ServiceDb, name_hash: str, place_hash: str) -> int:
    """Return the number of a new failure, whose row other writers are kept off."""
    row = db.one(SignInFailureRow, Equal("name_hash", name_hash), Equal("place_hash", place_hash), lock=True)
    if row is not None:
        return row.failures + 1
    db.insert(SignInFailureRow, name_hash=name_hash, place_hash=place_hash, failures=0, failed_at=db.now)
    return 1


def _of(claim: Claim) -> tuple[Where, ...]:
    """Return the condition of what a claim counts for: its place, and all places."""
    places = (claim.place_hash, EVERYWHERE)
    return Equal("name_hash", claim.name_hash), col(SignInFailureRow.place_hash).in_(places)


def forgive(db: ServiceDb, claim: Claim) -> None:
    """Forget a name's failures from a place, and those that slow it down everywhere: who is there has proved it."""
    db.delete(SignInFailureRow, *_of(claim))


def forget(db: ServiceDb, name_hash: str) -> None:
    """Forget a name's failures from every place."""
    db.delete(SignInFailureRow, Equal("name_hash", name_hash))
