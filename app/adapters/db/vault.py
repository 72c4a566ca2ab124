"""Rows of the vault: a contact's personal values behind their placeholders, sealed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import count

from app.adapters.db.statements import Equal
from app.adapters.db.tables import VaultRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.keyring import Keyring
from app.domain.data_class import DataClass

PLACEHOLDER = re.compile(r"\[([A-Z][A-Z_]{1,30})_(\d{1,6})\]")


def keep(
    db: TenantDb, keyring: Keyring, contact_id: str, values: Sequence[tuple[DataClass, str]]
) -> dict[tuple[DataClass, str], str]:
    """Give each (class, value) its placeholder, the same one each time, and store what is new.

    A value that is written again is kept anew: retention counts from the last day that somebody wrote it.
    """
    rows = db.all(VaultRow, Equal("contact_id", contact_id))
    known = {row.value_hash: row.placeholder for row in rows}
    stale = {row.value_hash for row in rows if row.at < db.now - timedelta(days=1)}
    taken = {row.placeholder for row in rows}
    placeholders: dict[tuple[DataClass, str], str] = {}
    numbers: defaultdict[DataClass, Iterator[int]] = defaultdict(lambda: count(1))
    for data_class, value in values:
        value_hash = keyring.digest("vault", f"{db.tenant}/{contact_id}/{data_class}", value)
        if value_hash not in known:
            placeholder = _next(data_class, numbers[data_class], taken)
            taken.add(placeholder)
            known[value_hash] = placeholder
            db.insert(
                VaultRow,
                contact_id=contact_id,
                placeholder=placeholder,
                data_class=data_class,
                value_hash=value_hash,
                sealed=keyring.seal("vault", f"{db.tenant}/{contact_id}/{placeholder}", value),
                at=db.now,
            )
        elif value_hash in stale:
            db.update(VaultRow, Equal("contact_id", contact_id), Equal("value_hash", value_hash), at=db.now)
        placeholders[data_class, value] = known[value_hash]
    return placeholders


def _next(data_class: DataClass, numbers: Iterator[int], taken: set[str]) -> str:
    """Return the first free placeholder of a class."""
    return next(shown for number in numbers if (shown := f"[{data_class.upper()}_{number}]") not in taken)


def names_of(db: TenantDb, contact_id: str) -> frozenset[str]:
    """Name the placeholders of a contact's values, none of them opened."""
    return frozenset(row.placeholder for row in db.all(VaultRow, Equal("contact_id", contact_id)))


def values_of(db: TenantDb, keyring: Keyring, contact_id: str) -> dict[str, str]:
    """Open all of a contact's values, by placeholder."""
    rows = db.all(VaultRow, Equal("contact_id", contact_id))
    return {
        row.placeholder: keyring.open("vault", f"{db.tenant}/{contact_id}/{row.placeholder}", row.sealed)
        for row in rows
    }


def restorer(db: TenantDb, keyring: Keyring, contact_id: str) -> Callable[[str], str]:
    """Return a function that puts the contact's own values back into a text; opens them only when one is named."""
    opened: dict[str, str] | None = None

    def restore(text: str) -> str:
        nonlocal opened
        if "[" not in text or not PLACEHOLDER.search(text):
            return text
        if opened is None:
            opened = values_of(db, keyring, contact_id)
        values = opened
        return PLACEHOLDER.sub(lambda match: values.get(match[0], match[0]), text)

    return restore


def delete_of(db: TenantDb, contact_id: str) -> int:
    """Delete a contact's values."""
    return db.delete(VaultRow, Equal("contact_id", contact_id))
