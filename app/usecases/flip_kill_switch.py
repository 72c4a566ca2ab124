"""Flipping the kill switch: in memory at once, then the rows, then every replica, then who has applied it."""

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import structlog

from app.adapters.db import confirmations, switches
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.switchboard import ReplicaSwitchboard
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.desk import Desk, Notice
from app.domain.kill_switch import Switch, SwitchMode
from app.domain.operator import Operator
from app.domain.tenant import Tenant
from app.domain.units import iso
from app.errors import Problem
from app.usecases.switch_news import concerned, note, queue_switch, why
from app.usecases.switch_wish import check_wish

log = structlog.get_logger()

WAIT: Final = 2.0
"""Seconds that a flip waits for replicas to apply it."""
LOOK_AGAIN: Final = 0.02
HOLD_AGAIN: Final = 0.4
"""Seconds between telling replicas of a switch that no row holds yet; they keep it for longer."""
TRY_AGAIN: Final = 0.5
"""Seconds between tries at storing a switch that stops already."""
RESUME: Final = "resume_service"
"""What `second_person` of frontdesk.toml may hold: nobody lets the assistant speak everywhere again alone."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a switch is to be set to, by whom."""

    scope: str
    on: bool
    mode: SwitchMode
    reason: str
    by: str
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """One replica and the milliseconds it took; None where it has not applied the switch."""

    replica: str
    ms: int | None


@dataclass(frozen=True, slots=True)
class Pending:
    """A wish that waits for a second person."""

    id: str


@dataclass(frozen=True, slots=True)
class Unstored:
    """A switch that stops already and is not stored yet: `holding` goes on stopping, `storing` tries to store it."""

    wish: Wish
    holding: asyncio.Task[None]
    storing: asyncio.Task[None]


@dataclass(slots=True)
class FlipKillSwitch:
    """Sets a switch and waits until every live replica has it in memory, with replies withdrawn.

    A switch that can't be stored stops all the same, and is stored as soon as it can be.
    """

    database: Database
    switchboard: ReplicaSwitchboard
    tenants: Tenants
    desk: Desk
    now: Callable[[], datetime]
    second_person: frozenset[str]
    _unstored: dict[str, Unstored] = field(default_factory=dict)

    def unstored(self) -> list[Switch]:
        """List the switches that this replica could not store yet."""
        return [
            Switch(w.scope, w.on, w.mode, w.reason, w.by, self.now(), w.expires_at, 0)
            for w in (unstored.wish for unstored in self._unstored.values())
        ]

    async def __call__(self, wish: Wish) -> tuple[Switch, list[Applied]] | Pending:
        """Flip one scope, or ask for a second person. Raises Problem."""
        check_wish(wish.reason, wish.expires_at, self.now())
        if RESUME in self.second_person and wish.scope == "service":
            before = await self._service_switch()
            if before is not None and _lets_speak_sooner(wish, before):
                return await self._ask(wish, before)
        return await self._set(wish)

    async def confirm(self, operator: Operator, confirmation_id: str) -> tuple[Switch, list[Applied]]:
        """Say a second person's yes, and do what was asked for. Raises Problem."""
        row = await self.database.read_service(lambda db: confirmations.find(db, confirmation_id))
        if row is None:
            raise Problem("not_found", "Nothing of this id waits for a confirmation.")
        if row.asked_by == operator.actor:
            raise Problem("conflict", "Another operator must confirm what you asked for.")
        before = await self._service_switch()
        if before is None or before.version != row.wish["version"]:
            raise Problem("conflict", "The switch was set again since; ask for its end anew.")
        if not await self.database.write_service(lambda db: confirmations.confirm(db, confirmation_id, operator.actor)):
            raise Problem("conflict", "This was confirmed already, or it waited too long; ask anew.")
        until = row.wish["expires_at"]
        wish = Wish(
            "service",
            on=bool(row.wish["on"]),
            mode=SwitchMode(str(row.wish["mode"])),
            reason=str(row.wish["reason"]),
            by=operator.actor,
            expires_at=datetime.fromisoformat(str(until)) if until else None,
        )
        return await self._set(wish)

    async def _service_switch(self) -> Switch | None:
        """Return the switch of everything, None unless it is on."""
        found = await self.database.read_service(switches.snapshot)
        stored = (s for s in (*self.unstored(), *found.switches) if s.scope == "service" and s.active(self.now()))
        return next(stored, None)

    async def _ask(self, wish: Wish, before: Switch) -> Pending:
        facts: dict[str, object] = {"on": wish.on, "mode": wish.mode, "reason": wish.reason, "version": before.version}
        facts["expires_at"] = iso(wish.expires_at) if wish.expires_at else None

        def unit(db: ServiceDb) -> str:
            asked = confirmations.ask(db, "switch.off", facts, wish.by)
            db.audit(AuditEvent(wish.by, "switch.off", f"confirmation:{asked}", "pending"))
            return asked

        pending = Pending(await self.database.write_service(unit))
        self.desk.tell(Notice("switch.pending", None, {"confirmation_id": pending.id}))
        return pending

    async def _set(self, wish: Wish) -> tuple[Switch, list[Applied]]:
        """Stop in memory, store, tell and wait."""
        began = time.monotonic()
        if wish.on:
            switch = await self._stopped_and_stored(wish)
        else:
            switch = await self._store(wish)
            self._forget(wish.scope)
        return switch, await self._wait_for_replicas(switch.version, began)

    async def _stopped_and_stored(self, wish: Wish) -> Switch:
        """Store a switch that stops from the first moment; where that fails it goes on stopping, and storing."""
        await self._hold(wish)
        holding = asyncio.create_task(self._keep_holding(wish))
        try:
            switch = await self._store(wish)
        except DatabaseUnavailable:
            self._forget(wish.scope)
            self._unstored[wish.scope] = Unstored(wish, holding, asyncio.create_task(self._store_later(wish)))
            raise Problem(
                "unavailable",
                "The assistant is stopped, but the switch can't be stored yet; this is tried again until it is.",
                headers={"Retry-After": "2"},
            ) from None
        except BaseException:
            holding.cancel()
            self.switchboard.release(wish.scope)
            raise
        holding.cancel()
        self._forget(wish.scope)
        return switch

    async def _hold(self, wish: Wish) -> None:
        await self.switchboard.hold(wish.scope, wish.mode, wish.expires_at)

    async def _keep_holding(self, wish: Wish) -> None:
        """Go on telling every replica to stop: rows that they read meanwhile do not say so yet."""
        while True:
            await asyncio.sleep(HOLD_AGAIN)
            await self._hold(wish)

    async def _store(self, wish: Wish) -> Switch:
        """Write the switch down, tell every replica, and note it in the chains of the tenants that it is of."""
        told = await concerned(wish.scope, self.tenants.all(), self.database)
        switch = await self.database.write_service(lambda db: flip(db, wish, told))
        await self.switchboard.announce(switch)
        await note(self.database, switch, told)
        return switch

    async def _store_later(self, wish: Wish) -> None:
        """Try to store a switch until it is stored."""
        while True:
            await asyncio.sleep(TRY_AGAIN)
            try:
                await self._store(wish)
            except DatabaseUnavailable:
                log.warning("switch not stored yet", scope=wish.scope)
            else:
                self._forget(wish.scope)
                return

    def _forget(self, scope: str) -> None:
        """Leave a scope to the rows, and end what was done for one that could not be stored."""
        self.switchboard.release(scope)
        if (unstored := self._unstored.pop(scope, None)) is not None:
            unstored.holding.cancel()
            if unstored.storing is not asyncio.current_task():
                unstored.storing.cancel()

    async def _wait_for_replicas(self, version: int, began: float) -> list[Applied]:
        """Watch the replicas' rows until each live one has the version, or time is up."""
        took: dict[str, int] = {}
        while True:
            live = await self.database.read_service(switches.live_replicas)
            elapsed = time.monotonic() - began
            for replica in live:
                if replica.version >= version:
                    took.setdefault(replica.id, round(elapsed * 1000))
            if elapsed > WAIT or all(replica.id in took for replica in live):
                return [Applied(replica.id, took.get(replica.id)) for replica in live]
            await asyncio.sleep(LOOK_AGAIN)


def flip(db: ServiceDb, wish: Wish, tenants: Iterable[Tenant]) -> Switch:
    """Write the switch, its audit event and the webhooks of the tenants it concerns in one transaction."""
    until = wish.expires_at if wish.on else None
    switch = switches.flip(db, wish.scope, on=wish.on, mode=wish.mode, reason=wish.reason, by=wish.by, expires_at=until)
    kind = "switch.on" if wish.on else "switch.off"
    db.audit(AuditEvent(wish.by, kind, f"switch:{wish.scope}", wish.mode, why(wish.reason)))
    queue_switch(db, tenants, kind, switch)
    return switch


def _lets_speak_sooner(wish: Wish, before: Switch) -> bool:
    """Tell whether a wish ends a switch, or makes it end by itself before it would have."""
    if not wish.on:
        return True
    return wish.expires_at is not None and (before.expires_at is None or wish.expires_at < before.expires_at)
