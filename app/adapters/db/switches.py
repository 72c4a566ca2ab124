"""Rows of the kill switch and of the replicas that have applied it."""

from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col

from app.adapters.db.statements import Equal
from app.adapters.db.tables import ReplicaRow, SwitchRow, SwitchVersionRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.kill_switch import Snapshot, Switch, SwitchMode

LIVE = timedelta(seconds=5)
"""A replica seen within this is live."""
EXPIRED: Final = "The time that was set for it is over."
"""The reason of a switch that ended by itself."""


def snapshot(db: ServiceDb) -> Snapshot:
    """Read every switch and the newest version."""
    switches = [_to_switch(row) for row in db.all(SwitchRow, order_by=(col(SwitchRow.scope),))]
    return Snapshot(max((switch.version for switch in switches), default=0), switches)


def _to_switch(row: SwitchRow) -> Switch:
    """Read a row as the domain knows it."""
    return Switch(row.scope, row.on, SwitchMode(row.mode), row.reason, row.by, row.at, row.expires_at, row.version)


def flip(
    db: ServiceDb, scope: str, *, on: bool, mode: SwitchMode, reason: str, by: str, expires_at: datetime | None
) -> Switch:
    """Set one switch under the next version."""
    return _set(db, Switch(scope, on, mode, reason, by, db.now, expires_at, _next_version(db)))


def _next_version(db: ServiceDb) -> int:
    """Count on, and hold the counter until the commit: whoever sets a switch meanwhile waits."""
    version = col(SwitchVersionRow.version)
    counted = db.update_returning(SwitchVersionRow, returning=(version,), version=version + 1)
    if counted is None:
        raise LookupError("the counter of switches is missing; its migration made it")
    return int(counted[0])


def _set(db: ServiceDb, switch: Switch) -> Switch:
    facts: dict[str, object] = {
        "on": switch.on,
        "mode": switch.mode,
        "reason": switch.reason,
        "by": switch.by,
        "at": switch.at,
        "expires_at": switch.expires_at,
        "warned_at": None,
        "version": switch.version,
    }
    if not db.update(SwitchRow, col(SwitchRow.scope) == switch.scope, **facts):
        db.insert(SwitchRow, scope=switch.scope, **facts)
    return switch


def expiring(db: ServiceDb, now: datetime, before: datetime) -> list[Switch]:
    """List the switches that end by themselves between two moments, and of which nobody was told."""
    ends = col(SwitchRow.expires_at)
    rows = db.all(SwitchRow, Equal("on", value=True), col(SwitchRow.warned_at).is_(None), ends > now, ends <= before)
    return [_to_switch(row) for row in rows]


def warn(db: ServiceDb, switch: Switch) -> bool:
    """Keep that people were told of a switch's end; False if they were before, or it was set anew meanwhile."""
    same = (Equal("scope", switch.scope), Equal("version", switch.version))
    return db.update(SwitchRow, *same, col(SwitchRow.warned_at).is_(None), warned_at=db.now) == 1


def expired(db: ServiceDb, now: datetime) -> list[Switch]:
    """List the switches that are on beyond their time."""
    rows = db.all(SwitchRow, Equal("on", value=True), col(SwitchRow.expires_at) <= now)
    return [_to_switch(row) for row in rows]


def expire(db: ServiceDb, switch: Switch) -> Switch | None:
    """End a switch whose time is over, under the next version; None if it was set anew or ended meanwhile."""
    version = _next_version(db)
    same = (Equal("scope", switch.scope), Equal("version", switch.version), Equal("on", value=True))
    if db.one(SwitchRow, *same) is None:
        return None
    return _set(db, Switch(switch.scope, False, switch.mode, EXPIRED, "service", db.now, None, version))  # noqa: FBT003  # the switch as it stands


def report(db: ServiceDb, replica: str, version: int, *, turns: int = 0, streams: int = 0) -> int:
    """Say that this replica lives, which version it has applied and what runs in it; returns how many live."""
    facts: dict[str, object] = {"seen_at": db.now, "version": version, "turns": turns, "streams": streams}
    if not db.update(ReplicaRow, col(ReplicaRow.id) == replica, **facts):
        db.insert(ReplicaRow, id=replica, **facts)
    return db.count(ReplicaRow, col(ReplicaRow.seen_at) > db.now - LIVE)


def live_replicas(db: ServiceDb) -> list[ReplicaRow]:
    """List the replicas that were seen lately."""
    return db.all(ReplicaRow, col(ReplicaRow.seen_at) > db.now - LIVE, order_by=(col(ReplicaRow.id),))


def forget(db: ServiceDb, replica: str) -> None:
    """Take a replica that stops off the list, and those not seen for an hour with it."""
    db.delete(ReplicaRow, col(ReplicaRow.id) == replica)
    db.delete(ReplicaRow, col(ReplicaRow.seen_at) < db.now - timedelta(hours=1))
