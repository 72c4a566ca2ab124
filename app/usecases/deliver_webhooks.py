"""Webhooks on their way: what the outbox holds is sent until its receiver takes it, or given up in the end."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog

from app.adapters.db import deliveries
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tables import DeliveryRow
from app.adapters.tenants import Tenants
from app.adapters.webhook_sender import key_of
from app.references import ReferenceUnset

log = structlog.get_logger()

LOOK_AGAIN = 0.5
AT_ONCE: Final = 20
AT_ONCE_EACH: Final = 4
"""Attempts that one address may have under way, so that a slow receiver leaves room for the others."""
AFTER: Final = (1.0, 5.0, 30.0, 120.0, 600.0, 3600.0, 21600.0)
"""Seconds after each attempt that failed; when one more fails than there are waits, the delivery is dead."""
JITTER: Final = 0.2
UNHEARD: Final = timedelta(seconds=15)
"""An attempt of which nothing was heard by then, as when its process died, is made again."""
CLEAN_UP_EVERY: Final = 600.0

_SUCCESS: Final = range(200, 300)
_GONE: Final = 410


class Send(Protocol):
    """Makes one attempt; returns the answer's status, None where none came. Never raises."""

    def __call__(self, url: str, delivery_id: str, body: str, key: bytes, now: datetime) -> Awaitable[int | None]:
        """Send `body` to `url`, signed with `key`."""


class DeliverWebhooks:
    """Sends what is due, each delivery under one id however often, from whichever replica is first to take it.

    `resolve` returns the secret that a reference stands for; `alert` counts what an operator should look at.
    """

    def __init__(
        self,
        database: Database,
        tenants: Tenants,
        send: Send,
        resolve: Callable[[str], str],
        alert: Callable[[str], None],
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._tenants = tenants
        self._send = send
        self._resolve = resolve
        self._alert = alert
        self._now = now
        self._chance = random.SystemRandom()
        self._under_way: dict[asyncio.Task[None], str] = {}

    async def run(self) -> None:
        """Send for as long as the process lives; a database that is away is tried again."""
        loop = asyncio.get_running_loop()
        clean_up_at = loop.time()
        try:
            while True:
                try:
                    await self()
                    if loop.time() >= clean_up_at:
                        await self._database.write_service(lambda db: deliveries.delete_old(db, self._now()))
                        clean_up_at = loop.time() + CLEAN_UP_EVERY
                except DatabaseUnavailable:
                    log.warning("webhooks not looked at")
                await asyncio.sleep(LOOK_AGAIN)
        finally:
            for task in self._under_way:
                task.cancel()
            await self.settled()

    async def __call__(self) -> int:
        """Begin what is due, as far as there is room, without waiting for its end; returns how many."""
        begun = 0
        while fresh := await self._begin_some():
            begun += fresh
        return begun

    async def settled(self) -> None:
        """Wait until nothing is under way here."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def _begin_some(self) -> int:
        """Begin what one look at the rows shows; an address that this filled up is left out of the next."""
        room, full = AT_ONCE - len(self._under_way), self._full()
        if room <= 0:
            return 0
        begun = 0
        for row in await self._database.read_service(lambda db: deliveries.due(db, self._now(), room, full)):
            if row.url not in self._full() and await self._take(row):
                self._begin(row)
                begun += 1
        return begun

    def _full(self) -> frozenset[str]:
        """Return the addresses that have no room left."""
        return frozenset(url for url, count in Counter(self._under_way.values()).items() if count >= AT_ONCE_EACH)

    async def _take(self, row: DeliveryRow) -> bool:
        """Make the next attempt this replica's; False if another was first."""
        again = self._now() + UNHEARD
        return await self._database.write_service(lambda db: deliveries.take(db, row.id, row.attempts, again))

    def _begin(self, row: DeliveryRow) -> None:
        task = asyncio.create_task(self._attempt(row, row.attempts + 1))
        self._under_way[task] = row.url
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        """Make room; an attempt whose end could not be written is made again, for nothing was heard of it."""
        del self._under_way[task]
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("webhook attempt not kept", error=type(error).__name__)

    async def _attempt(self, row: DeliveryRow, attempts: int) -> None:
        """Make one attempt and keep how it ended."""
        reference = self._reference_of(row)
        key = None if reference is None else self._key(row, reference)
        status = None if key is None else await self._send(row.url, row.id, row.body, key, self._now())
        if status is not None and status in _SUCCESS:
            await self._database.write_service(lambda db: deliveries.delivered(db, row.id, status))
        elif reference is None or status == _GONE or attempts > len(AFTER):
            await self._give_up(row, attempts, status)
        else:
            wait = AFTER[attempts - 1] * self._chance.uniform(1 - JITTER, 1 + JITTER)
            again = self._now() + timedelta(seconds=wait)
            await self._database.write_service(lambda db: deliveries.failed(db, row.id, attempts, status, again))

    async def _give_up(self, row: DeliveryRow, attempts: int, status: int | None) -> None:
        """Leave a delivery to an operator."""
        if await self._database.write_service(lambda db: deliveries.dead(db, row.id, attempts, status)):
            log.warning("webhook dead", tenant=row.tenant_id, delivery=row.id, kind=row.kind, status=status)
            self._alert("webhook_dead")

    def _reference_of(self, row: DeliveryRow) -> str | None:
        """Find the reference to the secret, None where the tenant's file has no such webhook any more."""
        tenant = self._tenants.get(row.tenant_id)
        webhooks = tenant.webhooks if tenant else ()
        return next((hook.secret for hook in webhooks if hook.url == row.url and row.kind in hook.events), None)

    def _key(self, row: DeliveryRow, reference: str) -> bytes | None:
        """Return the key that signs, None where the secret is not there or is no key."""
        try:
            return key_of(self._resolve(reference))
        except (ReferenceUnset, ValueError):
            log.warning("webhook without a secret", tenant=row.tenant_id, delivery=row.id)
            return None
