"""Rows of the kill switch and of the replicas that have applied it."""

from datetime import datetime, timedelta

from sqlmodel import col

from app.adapters.db.tables import ReplicaRow, SwitchRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.kill_switch import Snapshot, Switch, SwitchMode

LIVE = timedelta(seconds=5)
"""A replica seen within this is live."""


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
    version = 1 + max((row.version for row in db.all(SwitchRow, lock=True)), default=0)
    facts: dict[str, object] = {
        "on": on,
        "mode": mode,
        "reason": reason,
        "by": by,
        "at": db.now,
        "expires_at": expires_at,
        "version": version,
    }
    if not db.update(SwitchRow, col(SwitchRow.scope) == scope, **facts):
        db.insert(SwitchRow, scope=scope, **facts)
    return Switch(scope, on, mode, reason, by, db.now, expires_at, version)


def report(db: ServiceDb, replica: str, version: int) -> int:
    """Say that this replica lives and which version it has applied; returns how many live."""
    if not db.update(ReplicaRow, col(ReplicaRow.id) == replica, seen_at=db.now, version=version):
        db.insert(ReplicaRow, id=replica, seen_at=db.now, version=version)
    return db.count(ReplicaRow, col(ReplicaRow.seen_at) > db.now - LIVE)


def live_replicas(db: ServiceDb) -> list[ReplicaRow]:
    """List the replicas that were seen lately."""
    return db.all(ReplicaRow, col(ReplicaRow.seen_at) > db.now - LIVE, order_by=(col(ReplicaRow.id),))


def forget(db: ServiceDb, replica: str) -> None:
    """Take a replica that stops off the list, and those not seen for an hour with it."""
    db.delete(ReplicaRow, col(ReplicaRow.id) == replica)
    db.delete(ReplicaRow, col(ReplicaRow.seen_at) < db.now - timedelta(hours=1))
