"""Flipping the kill switch: the rows first, then every replica at once, then who has applied it."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.adapters.db import switches
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.switchboard import ReplicaSwitchboard
from app.domain.audit import AuditEvent
from app.domain.kill_switch import SHORTEST_REASON, Switch, SwitchMode
from app.errors import Problem

WAIT = 2.0
"""Seconds that a flip waits for replicas to apply it."""
LOOK_AGAIN = 0.02
RESUME = "resume_service"
"""What `second_person` of frontdesk.toml may hold: nobody lets the assistant speak everywhere again alone."""


@dataclass(frozen=True, slots=True)
class Applied:
    """One replica and the milliseconds it took; None where it has not applied the switch."""

    replica: str
    ms: int | None


@dataclass(frozen=True, slots=True)
class FlipKillSwitch:
    """Sets a switch and waits until every live replica has it in memory, with replies withdrawn."""

    database: Database
    switchboard: ReplicaSwitchboard
    now: Callable[[], datetime]
    second_person: frozenset[str]

    async def __call__(
        self, scope: str, *, on: bool, mode: SwitchMode, reason: str, by: str, expires_at: datetime | None
    ) -> tuple[Switch, list[Applied]]:
        """Flip one scope. Raises Problem `bad_request`, `conflict`."""
        check_wish(reason, expires_at, self.now())
        if scope == "service" and not on and RESUME in self.second_person:
            raise Problem(
                "conflict", "Ending service takes a second person: end it with frontdesk switch off, together."
            )
        began = time.monotonic()
        switch = await self.database.write_service(
            lambda db: flip(db, scope, on=on, mode=mode, reason=reason, by=by, expires_at=expires_at)
        )
        await self.switchboard.announce(switch)
        await self.switchboard.refresh()
        return switch, await self._wait_for_replicas(switch.version, began)

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


def check_wish(reason: str, expires_at: datetime | None, now: datetime) -> None:
    """Insist on a reason, and on an end that is still to come. Raises Problem."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise Problem("bad_request", f"Give a reason of at least {SHORTEST_REASON} characters.")
    if expires_at is not None and expires_at <= now:
        raise Problem("bad_request", "expires_at is in the past; give a moment that is still to come, or leave it out.")


def flip(
    db: ServiceDb, scope: str, *, on: bool, mode: SwitchMode, reason: str, by: str, expires_at: datetime | None
) -> Switch:
    """Write the switch and its audit event in one transaction."""
    switch = switches.flip(db, scope, on=on, mode=mode, reason=reason, by=by, expires_at=expires_at if on else None)
    db.audit(AuditEvent(by, "switch.on" if on else "switch.off", f"switch:{scope}", mode))
    return switch
