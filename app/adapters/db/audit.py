"""The audit chains, one a tenant: each hash covers the link before, so that no act can be changed or taken out."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Final

from sqlmodel import col

from app.adapters.db.tables import AuditHeadRow, AuditRow, TurnRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from app.domain.ids import new_id

CUT: Final = "audit.cut"
"""The act of retention that took old links off the front: `target` names the last of them, `reason` is its hash."""
PAGE: Final = 1000  # rows read at a time
OF_EVENT: Final = tuple(field.name for field in fields(AuditEvent))
SAID: Final = ("tenant_id", "position", "id", "at", "actor", "action", "target", "outcome", "reason", "turn_id")

_canonical: Final = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Link:
    """Where a chain stands: the number of its newest link, 0 for none, and that link's hash."""

    position: int
    hash: str


def seed(tenant: str) -> Link:
    """Return what a tenant's first link hangs on."""
    return Link(0, hashlib.sha256(f"frontdesk audit chain of {tenant}".encode()).hexdigest())


def exported(row: AuditRow) -> dict[str, object]:
    """Return a link as it is exported, so that whoever has the file can follow the chain."""
    facts = {name: getattr(row, name) for name in SAID}
    return {**facts, "at": _moment(row.at), "hash": row.hash}


def append(db: TenantDb, events: Sequence[AuditEvent]) -> None:
    """Hang events on the tenant's chain, whose head is held until the commit, so that links never fork."""
    if not events:
        return
    head = db.one(AuditHeadRow, lock=True)
    end = Link(head.position, head.hash) if head else seed(db.tenant)
    moment = _moment(db.now)
    links: list[dict[str, object]] = []
    for event in events:
        said: dict[str, object] = {
            "tenant_id": db.tenant,
            "position": end.position + 1,
            "id": new_id(),
            **{name: getattr(event, name) for name in OF_EVENT},
        }
        end = Link(end.position + 1, link_hash(end.hash, {**said, "at": moment}))
        links.append({**said, "at": db.now, "hash": end.hash})
    db.insert_many(AuditRow, links)
    if head:
        db.update(AuditHeadRow, position=end.position, hash=end.hash)
    else:
        db.insert(AuditHeadRow, position=end.position, hash=end.hash)


def _moment(at: datetime) -> str:
    """Spell a moment as the chain does: RFC 3339 in UTC, with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def link_hash(before: str, said: Mapping[str, object]) -> str:
    """Return an exported link's hash: SHA-256 of the hash before and of what the link says, as canonical JSON."""
    words = {name: said[name] for name in SAID}
    return hashlib.sha256((before + _canonical(words)).encode()).hexdigest()


def verify(rows: Iterable[AuditRow], start: Link, end: Link | None = None) -> int | None:
    """Return the first position where a chain does not hold, None if it does.

    `rows` in order of position follow `start`; where `end` is given, the last of them must be it.
    """
    last = start
    for row in rows:
        if row.position != last.position + 1 or row.hash != link_hash(last.hash, exported(row)):
            return last.position + 1
        last = Link(row.position, row.hash)
    return None if end is None or end == last else last.position + 1


def first_broken(db: TenantDb) -> int | None:
    """Check the tenant's whole kept chain; returns the first position that does not hold, None if all do.

    A chain that was taken away, or set back with its head, is found by the newest turn, which it must tell of.
    """
    end = end_of(db)
    broken = verify(_links(db), start_of(db), end)
    return end.position + 1 if broken is None and not _tells_of_newest_turn(db) else broken


def _tells_of_newest_turn(db: TenantDb) -> bool:
    """Tell whether the newest turn, where there is one that retention cannot have cut, was accepted in the chain."""
    turn = db.one(TurnRow, order_by=(col(TurnRow.id).desc(),))
    cut = _last_cut(db)
    if turn is None or (cut and turn.started_at <= cut.at):
        return True
    return db.one(AuditRow, col(AuditRow.turn_id) == turn.id) is not None


def end_of(db: TenantDb) -> Link:
    """Return the newest link, or the seed of a chain that has none."""
    head = db.one(AuditHeadRow)
    return Link(head.position, head.hash) if head else seed(db.tenant)


def start_of(db: TenantDb) -> Link:
    """Return what the first kept link hangs on: the seed, or where retention says that it cut.

    The cut is itself a link, so a made-up one breaks the chain where it stands.
    """
    cut = _last_cut(db)
    position = cut.target.removeprefix("audit:") if cut else ""
    return Link(int(position), cut.reason or "") if cut and position.isdecimal() else seed(db.tenant)


def _last_cut(db: TenantDb) -> AuditRow | None:
    return db.one(AuditRow, col(AuditRow.action) == CUT, order_by=(col(AuditRow.position).desc(),))


def _links(db: TenantDb) -> Iterator[AuditRow]:
    """Read the tenant's kept links in order, some at a time, as far as they can be read."""
    position, size = 0, PAGE
    while True:
        try:
            page = after(db, position, size)
        except (TypeError, ValueError):  # SQLite holds whatever is put in a moment's place
            if size == 1:
                return
            size = 1
            continue
        if not page:
            return
        yield from page
        position = page[-1].position


def after(db: TenantDb, position: int, limit: int) -> list[AuditRow]:
    """Return up to `limit` links behind a position, in order."""
    return db.all(AuditRow, col(AuditRow.position) > position, order_by=(col(AuditRow.position),), limit=limit)


def cut_before(db: TenantDb, moment: datetime) -> int:
    """Delete the links from before a moment, from the front only, and say so in the chain; returns how many."""
    kept = db.one(AuditRow, col(AuditRow.at) >= moment, order_by=(col(AuditRow.position),))
    old = [] if kept is None else [col(AuditRow.position) < kept.position]
    last = db.one(AuditRow, *old, order_by=(col(AuditRow.position).desc(),))
    if last is None:
        return 0
    db.audit(AuditEvent("service", CUT, f"audit:{last.position}", "done", last.hash))
    return db.delete(AuditRow, col(AuditRow.position) <= last.position)
