"""Rows of operators: people who work for tenants, their sessions, and the links that sign them in once."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col

from app.adapters.db.statements import Equal
from app.adapters.db.tables import LoginLinkRow, OperatorRow, OperatorSessionRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.ids import is_id, new_id
from app.domain.operator import Operator, Role
from app.domain.operator_rules import shown_name
from app.domain.person import Person

SEEN_EVERY: Final = timedelta(seconds=15)
"""A session's row is not told of every request, but at most once in this time."""


def to_operator(row: OperatorRow) -> Operator:
    """Read a row as the domain knows it."""
    tenants = None if row.tenants is None else frozenset(row.tenants)
    return Operator(f"operator:{row.id}", shown_name(row.name, row.display_name), Role(row.role), tenants)


def to_person(row: OperatorRow, locked_until: datetime | None = None) -> Person:
    """Read a row as those see it who manage operators; whether its name is locked is not in it."""
    return Person(
        row.id,
        row.name,
        shown_name(row.name, row.display_name),
        Role(row.role),
        None if row.tenants is None else tuple(row.tenants),
        row.password_hash is not None,
        row.totp is not None,
        row.created_at,
        locked_until,
        row.disabled_at,
    )


def create(db: ServiceDb, name: str, role: Role, tenants: list[str] | None, display_name: str | None = None) -> str:
    """Store a new operator, who can't sign in yet; returns the id."""
    operator_id = new_id()
    db.insert(
        OperatorRow,
        id=operator_id,
        name=name,
        display_name=display_name,
        role=role.value,
        tenants=tenants,
        totp_step=0,
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
    """Shut an operator out."""
    db.update(OperatorRow, Equal("id", operator_id), disabled_at=db.now)
    end_access(db, operator_id)


def enable(db: ServiceDb, operator_id: str) -> None:
    """Let an operator sign in again."""
    db.update(OperatorRow, Equal("id", operator_id), disabled_at=None)


def show_as(db: ServiceDb, operator_id: str, display_name: str) -> None:
    """Store what customers call an operator."""
    db.update(OperatorRow, Equal("id", operator_id), display_name=display_name)


def set_password(db: ServiceDb, operator_id: str, password_hash: str) -> None:
    """Store a password's hash."""
    db.update(OperatorRow, Equal("id", operator_id), password_hash=password_hash)


def set_totp(db: ServiceDb, operator_id: str, sealed: bytes, step: int = 0) -> None:
    """Store a sealed TOTP secret; codes count from the time step after `step`."""
    db.update(OperatorRow, Equal("id", operator_id), totp=sealed, totp_step=step)


def used_code(db: ServiceDb, operator_id: str, totp_step: int) -> None:
    """Count the time step of a code that was used as used from now on."""
    db.update(OperatorRow, Equal("id", operator_id), totp_step=totp_step)


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


def end_access(db: ServiceDb, operator_id: str, *, but: str = "") -> int:
    """End an operator's every session but the one with this hash, and the links that would begin another.

    Returns how many sessions ended.
    """
    db.delete(LoginLinkRow, Equal("operator_id", operator_id))
    return db.delete(OperatorSessionRow, Equal("operator_id", operator_id), col(OperatorSessionRow.token_hash) != but)


def online(db: ServiceDb, since: datetime) -> int:
    """Count the operators whose sessions hold and were used since then; rows hear of it every SEEN_EVERY."""
    rows = db.all(OperatorSessionRow, col(OperatorSessionRow.seen_at) >= since)
    return len({row.operator_id for row in rows if row.expires_at > db.now})


def make_link(db: ServiceDb, token_hash: str, operator_id: str, lasts: timedelta) -> None:
    """Store a link's token, hashed; older ones of the same operator go, and all that have expired."""
    db.delete(LoginLinkRow, col(LoginLinkRow.expires_at) <= db.now)
    db.delete(LoginLinkRow, Equal("operator_id", operator_id))
    db.insert(LoginLinkRow, token_hash=token_hash, operator_id=operator_id, expires_at=db.now + lasts)


def spend_link(db: ServiceDb, token_hash: str) -> LoginLinkRow | None:
    """Use a link up, expired or not; None if there is none, or someone else has just used it."""
    link = db.one(LoginLinkRow, Equal("token_hash", token_hash))
    return link if link is not None and db.delete(LoginLinkRow, Equal("token_hash", token_hash)) else None
