"""Rows of deletion receipts: what was deleted where, kept after the person is gone."""

from app.adapters.db.tables import ReceiptRow
from app.adapters.db.tenant_db import TenantDb


def keep(db: TenantDb, receipt_id: str, contact_hash: str, receipt: dict[str, object]) -> None:
    """Store a receipt without the contact's id, which only a keyed hash can find again."""
    content = {key: value for key, value in receipt.items() if key != "contact_id"}
    db.insert(ReceiptRow, id=receipt_id, contact_hash=contact_hash, content=content, at=db.now)
