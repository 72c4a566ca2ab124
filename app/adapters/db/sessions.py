"""Rows of session tokens and of identity tokens that were spent."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import col

from app.adapters.db.statements import Equal
from app.adapters.db.tables import SessionRow, SpentTokenRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.ids import new_id


def start(
    db: TenantDb, token_hash: str, contact_id: str, site_key: str, identity_key: str | None, expires_at: datetime
) -> None:
    """Store a session token's hash."""
    db.insert(
        SessionRow,
        token_hash=token_hash,
        id=new_id(),
        contact_id=contact_id,
        site_key=site_key,
        identity_key=identity_key,
        created_at=db.now,
        expires_at=expires_at,
    )


def find(db: TenantDb, token_hash: str) -> SessionRow | None:
    """Find a session that has not expired."""
    row = db.one(SessionRow, Equal("token_hash", token_hash))
    return row if row is not None and db.now < row.expires_at else None


def still_there(db: TenantDb, token_hashes: Collection[str]) -> set[str]:
    """Say which of these sessions are stored and have not expired."""
    rows = db.all(SessionRow, col(SessionRow.token_hash).in_(list(token_hashes)), col(SessionRow.expires_at) > db.now)
    return {row.token_hash for row in rows}


def end(db: TenantDb, token_hash: str) -> int:
    """End one session."""
    return db.delete(SessionRow, Equal("token_hash", token_hash))


def of_contact(db: TenantDb, contact_id: str) -> list[SessionRow]:
    """List a contact's sessions, oldest first."""
    return db.all(SessionRow, Equal("contact_id", contact_id), order_by=(col(SessionRow.created_at),))


def delete_of(db: TenantDb, contact_id: str) -> int:
    """End all of a contact's sessions."""
    return db.delete(SessionRow, Equal("contact_id", contact_id))


def spend(db: TenantDb, jti_hash: str, expires_at: datetime) -> bool:
    """Use up an identity token's `jti`; False if it was used before. The caller rolls back on False."""
    if db.one(SpentTokenRow, Equal("jti_hash", jti_hash)) is not None:
        return False
    db.insert(SpentTokenRow, jti_hash=jti_hash, expires_at=expires_at)
    return True


def delete_expired(db: TenantDb, moment: datetime) -> int:
    """Delete sessions and spent tokens that expired before a moment."""
    spent = db.delete(SpentTokenRow, col(SpentTokenRow.expires_at) < moment)
    return spent + db.delete(SessionRow, col(SessionRow.expires_at) < moment)
