"""Rows of API keys: what programs of operators prove themselves with."""

from datetime import datetime

from sqlmodel import col

from app.adapters.db.tables import ApiKeyRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.ids import new_id


def create(
    db: ServiceDb, key_hash: str, name: str, role: str, tenant_id: str | None, expires_at: datetime | None
) -> str:
    """Store a key's hash; returns the key's id."""
    key_id = new_id()
    db.insert(
        ApiKeyRow,
        key_hash=key_hash,
        id=key_id,
        name=name,
        role=role,
        tenant_id=tenant_id,
        created_at=db.now,
        expires_at=expires_at,
    )
    return key_id


def find(db: ServiceDb, key_hash: str) -> ApiKeyRow | None:
    """Find a key that is neither revoked nor expired."""
    row = db.one(ApiKeyRow, col(ApiKeyRow.key_hash) == key_hash, col(ApiKeyRow.revoked_at).is_(None))
    return None if row is None or (row.expires_at is not None and row.expires_at <= db.now) else row


def everyone(db: ServiceDb) -> list[ApiKeyRow]:
    """List every key, newest last."""
    return db.all(ApiKeyRow, order_by=(col(ApiKeyRow.id),))


def revoke(db: ServiceDb, key_id: str) -> bool:
    """End a key; False if there is none of that id that still holds."""
    return bool(
        db.update(ApiKeyRow, col(ApiKeyRow.id) == key_id, col(ApiKeyRow.revoked_at).is_(None), revoked_at=db.now)
    )
