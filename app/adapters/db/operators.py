"""Rows of operators: people who work for tenants, their sessions, and the links that sign them in once."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col

from app.adapters.db.statements import Equal
from app.adapters.db.tables import LoginLinkRow, OperatorRow, OperatorSessionRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.ids import is_id, new_id
from app.domain.lock_out import lock_after
from app.domain.operator import Operator, Role
from app.domain.person import Person

SEEN_EVERY: Final = timedelta(seconds=15)
"""A session's row is not told of every request, but at most once in this time."""


def to_operator(row: OperatorRow) -> Operator:
    """Read a row as the domain knows it."""
    tenants = None if row.tenants is None else frozenset(row.tenants)
    return Operator(f"operator:{row.id}", row.name, Role(row.role), tenants)


def to_person(row: OperatorRow) -> Person:
    """Read a row as those see it who manage operators."""
    return Person(
        row.id,
        row.name,
        Role(row.role),
        None if row.tenants is None else tuple(row.tenants),
        row.password_hash is not None,
        row.totp is not None,
        row.created_at,
        row.locked_until,
        row.disabled_at,
    )


def create(db: ServiceDb, name: str, role: Role, tenants: list[str] | None) -> str:
    """Store a new operator, who can't sign in yet; returns the id."""
    operator_id = new_id()
    db.insert(
        OperatorRow,
        id=operator_id,
        name=name,
        role=role.value,
        tenants=tenants,
        totp_step=0,
        failures=0,
        created_at=db.now,
    )
    return operator_id


def find(db: ServiceDb, operator_id: str, *, lock: bool = False) -> OperatorRow | None:
    """Find an operator by id, disabled or not."""
    return db.one(OperatorRow, Equal("id", operator_id), lock=lock) if is_id(operator_id) else None


def named(db: ServiceDb, name: str) -> OperatorRow | None:
    """Find an operator by name, disabled or not."""
    return db.one(OperatorRow, Equal("name", name))


def everyone(db: ServiceDb) -> list[OperatorRow]:
    """List every operator, newest last."""
    return db.all(OperatorRow, order_by=(col(OperatorRow.id),))


def active_owners(db: ServiceDb, *, lock: bool = False) -> list[OperatorRow]:
    """List the owners who are not disabled, oldest first."""
    return db.all(
        OperatorRow,
        Equal("role", Role.OWNER.value),
        col(OperatorRow.disabled_at).is_(None),
        order_by=(col(OperatorRow.id),),
        lock=lock,
    )


def disable(db: ServiceDb, operator_id: str) -> None:
    """Shut an operator out: sessions and links end with it."""
    db.update(OperatorRow, Equal("id", operator_id), disabled_at=db.now)
    db.delete(OperatorSessionRow, Equal("operator_id", operator_id))
    db.delete(LoginLinkRow, Equal("operator_id", operator_id))


def enable(db: ServiceDb, operator_id: str) -> None:
    """Let an operator sign in again; old failures are forgotten."""
    db.update(OperatorRow, Equal("id", operator_id), disabled_at=None, failures=0, locked_until=None)


def set_password(db: ServiceDb, operator_id: str, password_hash: str) -> None:
    """Store a password's hash."""
    db.update(OperatorRow, Equal("id", operator_id), password_hash=password_hash)


def set_totp(db: ServiceDb, operator_id: str, sealed: bytes, step: int = 0) -> None:
    """Store a sealed TOTP secret; codes count from the time step after `step`."""
    db.update(OperatorRow, Equal("id", operator_id), totp=sealed, totp_step=step)


def failed(db: ServiceDb, row: OperatorRow) -> datetime | None:
    """Count a failure of an operator whose row the caller has locked; returns until when it locks, if it does."""
    lasts = lock_after(row.failures + 1)
    until = None if lasts is None else db.now + lasts
    db.update(OperatorRow, Equal("id", row.id), failures=row.failures + 1, locked_until=until)
    return until


def succeeded(db: ServiceDb, operator_id: str, totp_step: int | None = None) -> None:
    """Forget failures; the time step of a code that was used counts as used from now on."""
    used = {} if totp_step is None else {"totp_step": totp_step}
    db.update(OperatorRow, Equal("id", operator_id), failures=0, locked_until=None, **used)


def begin_session(db: ServiceDb, token_hash: str, operator_id: str, lasts: timedelta) -> None:
    """Store a session's token, hashed; sessions that have expired go."""
    db.delete(OperatorSessionRow, col(OperatorSessionRow.expires_at) <= db.now)
    db.insert(
        OperatorSessionRow,
        token_hash=token_hash,
        operator_id=operator_id,
        created_at=db.now,
        expires_at=db.now + lasts,
        seen_at=db.now,
    )


def of_session(db: ServiceDb, token_hash: str) -> tuple[OperatorSessionRow, OperatorRow] | None:
    """Find a session that has not expired, and its operator, if that one is not disabled."""
    session = db.one(OperatorSessionRow, Equal("token_hash", token_hash))
    if session is None or session.expires_at <= db.now:
        return None
    row = find(db, session.operator_id)
    return None if row is None or row.disabled_at is not None else (session, row)


def is_seen_again(session: OperatorSessionRow, now: datetime) -> bool:
    """Tell whether a session's row is to be told that it was used."""
    return session.seen_at <= now - SEEN_EVERY


def seen(db: ServiceDb, token_hash: str) -> None:
    """Note that a session was used, unless another request has just done so."""
    before = db.now - SEEN_EVERY
    db.update(
        OperatorSessionRow, Equal("token_hash", token_hash), col(OperatorSessionRow.seen_at) <= before, seen_at=db.now
    )


def end_session(db: ServiceDb, token_hash: str) -> str | None:
    """End a session; returns its operator's id, None if there was none."""
    session = db.one(OperatorSessionRow, Equal("token_hash", token_hash))
    ended = db.delete(OperatorSessionRow, Equal("token_hash", token_hash))
    return session.operator_id if session is not None and ended else None


def end_sessions(db: ServiceDb, operator_id: str, *, but: str = "") -> int:
    """End every session of an operator but the one with this hash; returns how many."""
    return db.delete(OperatorSessionRow, Equal("operator_id", operator_id), col(OperatorSessionRow.token_hash) != but)


def online(db: ServiceDb, since: datetime) -> int:
    """Count the operators whose sessions hold and were used since then; rows hear of it every SEEN_EVERY."""
    rows = db.all(OperatorSessionRow, col(OperatorSessionRow.seen_at) >= since)
    return len({row.operator_id for row in rows if row.expires_at > db.now})


def make_link(db: ServiceDb, token_hash: str, operator_id: str, lasts: timedelta) -> None:
    """Store a link's token, hashed; links that have expired go."""
    db.delete(LoginLinkRow, col(LoginLinkRow.expires_at) <= db.now)
    db.insert(LoginLinkRow, token_hash=token_hash, operator_id=operator_id, expires_at=db.now + lasts)


def spend_link(db: ServiceDb, token_hash: str) -> LoginLinkRow | None:
    """Use a link up, expired or not; None if there is none, or someone else has just used it."""
    link = db.one(LoginLinkRow, Equal("token_hash", token_hash))
    return link if link is not None and db.delete(LoginLinkRow, Equal("token_hash", token_hash)) else None
