"""Rows of deletion receipts: what was deleted where, kept after the person is gone."""

import sys

from app.adapters.db.statements import Falling
from app.adapters.db.tables import ReceiptRow
from app.adapters.db.tenant_db import TenantDb


def keep(db: TenantDb, receipt_id: str, contact_hash: str, receipt: dict[str, object]) -> None:
    """Store a receipt without the contact's id, which only a keyed hash can find again."""
    content = {key: value for key, value in receipt.items() if key != "contact_id"}
    db.insert(ReceiptRow, id=receipt_id, contact_hash=contact_hash, content=content, at=db.now)


def contact_hashes(db: TenantDb) -> set[str]:
    """Return the keyed hashes of all who have a receipt."""
    rows = db.pick(ReceiptRow, ("contact_hash",), order_by=(Falling("id"),), limit=sys.maxsize)
    return {contact_hash for (contact_hash,) in rows}
