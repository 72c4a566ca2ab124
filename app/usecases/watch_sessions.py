"""Watching sessions: streams of a session that ends, wherever it ended, end within a second."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

import structlog

from app.adapters.db import sessions
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.tenants import Tenants
from app.domain.contact import Session

log = structlog.get_logger()

LOOK_AGAIN = 0.5
MOST_STREAMS = 8
"""Open event streams of one contact on one replica."""


@dataclass(slots=True, eq=False)
class Watched:
    """One waiting request's session; `ended` turns true once. `counted`: it is one of the contact's event streams."""

    token_hash: str
    session: Session
    counted: bool
    among: set["Watched"] = field(repr=False)
    ended: bool = False
    wake: Callable[[], None] = lambda: None

    def __enter__(self) -> Self:
        """Be watched."""
        self.among.add(self)
        return self

    def __exit__(self, *_: object) -> None:
        """Be watched no more."""
        self.among.discard(self)


@dataclass(slots=True)
class WatchSessions:
    """Looks twice a second, in one query a tenant, which sessions of open streams still hold."""

    database: Database
    tenants: Tenants
    now: Callable[[], datetime]
    _open: dict[str, set[Watched]] = field(default_factory=lambda: defaultdict(set))

    def __call__(self, token_hash: str, session: Session, *, counted: bool = False) -> Watched:
        """Watch a session for as long as what this returns is entered: while its stream is open."""
        return Watched(token_hash, session, counted, self._open[session.contact.tenant_id])

    def streams_of(self, session: Session) -> int:
        """Count the contact's open event streams."""
        here = self._open.get(session.contact.tenant_id, ())
        return sum(watched.counted and watched.session.contact.id == session.contact.id for watched in here)

    def still_proved(self, session: Session) -> bool:
        """Tell whether tenant, site and identity key are still what they were, and the time is not up."""
        tenant = self.tenants.get(session.contact.tenant_id)
        site = tenant.site(session.site_key) if tenant else None
        if tenant is None or site is None or self.now() >= session.expires_at:
            return False
        if session.identity_key is None:
            return site.anonymous
        key_id, _, proved = session.identity_key.partition(" ")
        proof = tenant.proof(site.key, key_id)
        if not proved:  # by a version that kept the key's id alone, at most an hour ago
            return proof is not None
        return proof == session.identity_key

    async def run(self) -> None:
        """Look for as long as the process lives; while the database is away, time and files still end sessions."""
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            for tenant_id, here in list(self._open.items()):
                if here:
                    await self._look(tenant_id, list(here))

    async def _look(self, tenant_id: str, here: list[Watched]) -> None:
        hashes = {watched.token_hash for watched in here}
        try:
            there = await self.database.read(tenant_id, lambda db: sessions.still_there(db, hashes))
        except DatabaseUnavailable:
            log.warning("sessions not looked at", tenant=tenant_id)
            there = hashes
        for watched in here:
            if watched.token_hash not in there or not self.still_proved(watched.session):
                watched.ended = True
                watched.wake()
