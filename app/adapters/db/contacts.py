"""Rows of contacts: people a tenant's assistant talks to, found again by a keyed hash of the tenant's own id."""

from sqlmodel import col

from app.adapters.db.statements import Equal
from app.adapters.db.tables import ContactRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.contact import Contact
from app.domain.ids import is_id, new_id


def to_contact(row: ContactRow) -> Contact:
    """Read a row as the domain knows it."""
    profile = (row.subject_hash, row.profile) if row.subject_hash and row.profile else None
    return Contact(row.id, row.tenant_id, row.verified, tuple(row.records), row.locale, profile)


def create_anonymous(db: TenantDb, locale: str | None) -> Contact:
    """Make a contact nobody vouches for."""
    contact_id = new_id()
    db.insert(ContactRow, id=contact_id, verified=False, records=[], locale=locale, created_at=db.now)
    return Contact(contact_id, db.tenant, verified=False, locale=locale)


def find_or_create_verified(
    db: TenantDb, subject_hash: str, profile: bytes, records: tuple[str, ...], locale: str | None
) -> Contact:
    """Find the contact that the tenant vouches for, or make it; records and locale are those of the newest proof."""
    facts = {"profile": profile, "records": list(records), "locale": locale}
    row = db.one(ContactRow, Equal("subject_hash", subject_hash), lock=True)
    contact_id = row.id if row else new_id()
    if row:
        db.update(ContactRow, Equal("id", contact_id), **facts)
    else:
        db.insert(ContactRow, id=contact_id, verified=True, subject_hash=subject_hash, created_at=db.now, **facts)
    return Contact(contact_id, db.tenant, verified=True, records=records, locale=locale)


def find(db: TenantDb, contact_id: str, *, lock: bool = False) -> ContactRow | None:
    """Find a contact of the tenant."""
    return db.one(ContactRow, Equal("id", contact_id), lock=lock) if is_id(contact_id) else None


def after(db: TenantDb, contact_id: str, limit: int = 1000) -> list[str]:
    """Return the ids of up to `limit` contacts behind one, in order."""
    rows = db.all(ContactRow, col(ContactRow.id) > contact_id, order_by=(col(ContactRow.id),), limit=limit)
    return [row.id for row in rows]


def delete(db: TenantDb, contact_id: str) -> int:
    """Delete a contact."""
    return db.delete(ContactRow, Equal("id", contact_id))
