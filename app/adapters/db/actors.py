"""Rows of those who act, as audit events call them: `operator:ID` and `key:ID`."""

from collections.abc import Collection

from sqlmodel import col

from app.adapters.db.tables import ApiKeyRow, OperatorRow
from app.adapters.db.tenant_db import ServiceDb


def gone(db: ServiceDb, actors: Collection[str]) -> set[str]:
    """Return those who can do nothing any more: disabled, revoked, expired, or nowhere to be found."""
    ids = [actor.partition(":")[2] for actor in actors]
    people = db.all(OperatorRow, col(OperatorRow.id).in_(ids), col(OperatorRow.disabled_at).is_(None))
    keys = db.all(ApiKeyRow, col(ApiKeyRow.id).in_(ids), col(ApiKeyRow.revoked_at).is_(None))
    there = {f"operator:{row.id}" for row in people}
    there |= {f"key:{row.id}" for row in keys if row.expires_at is None or row.expires_at > db.now}
    return set(actors) - there
