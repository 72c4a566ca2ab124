"""Keeping the erased erased: whoever comes back with a restored backup is forgotten again before anyone is answered."""

import asyncio
from collections import defaultdict
from typing import Final

import structlog

from app.adapters.db import contacts, receipts, tenants_seen
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.erasures import Erased, Erasures, ErasuresUnavailable
from app.adapters.keyring import Keyring
from app.errors import Problem
from app.usecases.erase_contact import EraseContact, erased_hash

log = structlog.get_logger()

LOOK_AGAIN: Final = 600.0


class KeepErased:
    """Compares the receipts in the database with the notes outside it, both ways."""

    def __init__(self, database: Database, erasures: Erasures, keyring: Keyring, erasing: EraseContact) -> None:
        self._database = database
        self._erasures = erasures
        self._keyring = keyring
        self._erasing = erasing
        self._sought: set[Erased] = set()  # and not there: whoever came after the backup

    async def run(self) -> None:
        """Compare for as long as the process lives."""
        while True:
            try:
                await self()
                await self.note()
            except (DatabaseUnavailable, ErasuresUnavailable) as error:
                log.warning("erasures not compared", error=type(error).__name__)
            await asyncio.sleep(LOOK_AGAIN)

    async def __call__(self) -> int:
        """Erase whoever was noted and has no receipt here; returns how many were back. Raises ErasuresUnavailable."""
        noted: defaultdict[str, set[str]] = defaultdict(set)
        for tenant, contact_hash in await self._erasures.all() - self._sought:
            noted[tenant].add(contact_hash)
        return sum([await self._again(tenant, hashes) for tenant, hashes in noted.items()])

    async def note(self) -> None:
        """Note whoever has a receipt and was not noted, as when the notes could not be written, or were lost."""
        noted = await self._erasures.all()
        for row in await self._database.read_service(tenants_seen.everyone):
            kept = await self._database.read(row.tenant_id, receipts.contact_hashes)
            fresh = {Erased(row.tenant_id, contact_hash) for contact_hash in kept} - noted
            if fresh:
                await self._erasures.add(fresh)

    async def _again(self, tenant: str, noted: set[str]) -> int:
        """Look for those of a tenant who have no receipt, and erase them."""
        missing = noted - await self._database.read(tenant, receipts.contact_hashes)
        back, last = 0, ""
        while missing and (ids := await self._database.read(tenant, lambda db, after=last: contacts.after(db, after))):  # type: ignore[misc]
            last = ids[-1]
            for contact_id in ids:
                if erased_hash(self._keyring, tenant, contact_id) in missing:
                    back += await self._erase(tenant, contact_id)
        self._sought |= {Erased(tenant, contact_hash) for contact_hash in missing}
        if back:
            log.warning("erased again", tenant=tenant, contacts=back)
        return back

    async def _erase(self, tenant: str, contact_id: str) -> int:
        try:
            await self._erasing(tenant, contact_id, "service")
        except Problem:  # another replica was faster
            return 0
        return 1
