"""Rows of webhooks' deliveries: the outbox, written with the act that it tells of and sent afterwards."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Final

from sqlmodel import col

from app.adapters.db.statements import Equal
from app.adapters.db.tables import DeliveryRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.ids import is_id, new_id
from app.domain.tenant import Tenant
from app.domain.units import iso

WAITING: Final = "waiting"
DELIVERED: Final = "delivered"
DEAD: Final = "dead"
STATES: Final = (WAITING, DELIVERED, DEAD)

KEPT: Final = {DELIVERED: timedelta(days=7), DEAD: timedelta(days=30)}
"""How long a delivery that has ended can still be looked at."""


def queue(db: TenantDb | ServiceDb, tenant: Tenant, kind: str, data: Mapping[str, object]) -> None:
    """Queue an event for each of the tenant's webhooks that asks for its kind; `data` holds ids, reasons and times."""
    urls = dict.fromkeys(webhook.url for webhook in tenant.webhooks if kind in webhook.events)
    if not urls:
        return
    said = {"type": kind, "timestamp": iso(db.now), "tenant": tenant.id, "data": dict(data)}
    body = json.dumps(said, sort_keys=True, separators=(",", ":"))
    facts: dict[str, object] = {"tenant_id": tenant.id, "kind": kind, "body": body, "state": WAITING}
    times = {"attempts": 0, "created_at": db.now, "next_at": db.now}
    db.insert_many(DeliveryRow, [{"id": new_id(), "url": url, **facts, **times} for url in urls])


def due(db: ServiceDb, now: datetime, limit: int, but: Collection[str] = ()) -> list[DeliveryRow]:
    """List what is to be tried by now, longest due first, leaving out the addresses `but`."""
    return db.all(
        DeliveryRow,
        Equal("state", WAITING),
        col(DeliveryRow.next_at) <= now,
        col(DeliveryRow.url).not_in(but),
        order_by=(col(DeliveryRow.next_at), col(DeliveryRow.id)),
        limit=limit,
    )


def take(db: ServiceDb, delivery_id: str, attempts: int, next_at: datetime) -> bool:
    """Begin the attempt after so many; False if another replica has begun it, or the delivery has ended.

    `next_at` is when it is tried again should nothing more be heard of this attempt.
    """
    taken = db.update(DeliveryRow, *_still(delivery_id, attempts), attempts=attempts + 1, next_at=next_at)
    return taken == 1


def delivered(db: ServiceDb, delivery_id: str, status: int) -> None:
    """End a delivery that its receiver has taken, whichever attempt did it."""
    waits = (Equal("id", delivery_id), Equal("state", WAITING))
    db.update(DeliveryRow, *waits, state=DELIVERED, last_status=status, ended_at=db.now)


def failed(db: ServiceDb, delivery_id: str, attempts: int, status: int | None, next_at: datetime) -> None:
    """Keep how the newest attempt ended, None for unreachable, and when the next one is due."""
    db.update(DeliveryRow, *_still(delivery_id, attempts), last_status=status, next_at=next_at)


def dead(db: ServiceDb, delivery_id: str, attempts: int, status: int | None) -> bool:
    """Give a delivery up after its newest attempt; False if that was not the newest, or the delivery has ended."""
    given_up = db.update(DeliveryRow, *_still(delivery_id, attempts), state=DEAD, last_status=status, ended_at=db.now)
    return given_up == 1


def retry(db: ServiceDb, delivery_id: str, tenant_ids: Collection[str]) -> bool:
    """Let a dead delivery wait again, all attempts before it; False if it is not dead, or of none of these tenants."""
    if not is_id(delivery_id):
        return False
    waits = db.update(
        DeliveryRow,
        Equal("id", delivery_id),
        Equal("state", DEAD),
        col(DeliveryRow.tenant_id).in_(tenant_ids),
        state=WAITING,
        attempts=0,
        next_at=db.now,
        ended_at=None,
    )
    return waits == 1


def dead_letters(db: ServiceDb, tenant_ids: Collection[str], limit: int = 200) -> list[DeliveryRow]:
    """List the deliveries of these tenants that were given up, newest first."""
    return db.all(
        DeliveryRow,
        Equal("state", DEAD),
        col(DeliveryRow.tenant_id).in_(tenant_ids),
        order_by=(col(DeliveryRow.ended_at).desc(),),
        limit=limit,
    )


def counts(db: ServiceDb, tenant_ids: Collection[str]) -> dict[str, int]:
    """Count the deliveries of these tenants by state."""
    own = col(DeliveryRow.tenant_id).in_(tenant_ids)
    return {state: db.count(DeliveryRow, Equal("state", state), own) for state in STATES}


def delete_old(db: ServiceDb, now: datetime) -> int:
    """Delete deliveries that ended longer ago than they are kept; returns how many."""
    return sum(
        db.delete(DeliveryRow, Equal("state", state), col(DeliveryRow.ended_at) < now - kept)
        for state, kept in KEPT.items()
    )


def _still(delivery_id: str, attempts: int) -> tuple[Equal, Equal, Equal]:
    """Return the conditions of a delivery that waits, and of which so many attempts were begun."""
    return Equal("id", delivery_id), Equal("state", WAITING), Equal("attempts", attempts)
