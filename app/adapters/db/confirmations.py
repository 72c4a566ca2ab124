"""Rows of acts that wait for a second person's yes."""

from datetime import timedelta
from typing import Final

from sqlmodel import col

from app.adapters.db.tables import ConfirmationRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.ids import is_id, new_id

LASTS: Final = timedelta(hours=1)
"""How long an act waits; after that it must be asked for again."""


def ask(db: ServiceDb, action: str, wish: dict[str, object], actor: str) -> str:
    """Keep a wish for someone else to confirm; returns its id."""
    confirmation_id = new_id()
    db.insert(
        ConfirmationRow,
        id=confirmation_id,
        action=action,
        wish=wish,
        asked_by=actor,
        asked_at=db.now,
        expires_at=db.now + LASTS,
    )
    return confirmation_id


def find(db: ServiceDb, confirmation_id: str) -> ConfirmationRow | None:
    """Find a wish, whatever became of it."""
    return db.one(ConfirmationRow, col(ConfirmationRow.id) == confirmation_id) if is_id(confirmation_id) else None


def waiting(db: ServiceDb) -> list[ConfirmationRow]:
    """List the wishes that still wait, oldest first."""
    return db.all(
        ConfirmationRow,
        col(ConfirmationRow.confirmed_at).is_(None),
        col(ConfirmationRow.expires_at) > db.now,
        order_by=(col(ConfirmationRow.id),),
    )


def confirm(db: ServiceDb, confirmation_id: str, actor: str) -> bool:
    """Say yes to a wish that waits; False if somebody has, or its time is over."""
    confirmed = db.update(
        ConfirmationRow,
        col(ConfirmationRow.id) == confirmation_id,
        col(ConfirmationRow.confirmed_at).is_(None),
        col(ConfirmationRow.expires_at) > db.now,
        confirmed_by=actor,
        confirmed_at=db.now,
    )
    return confirmed == 1
