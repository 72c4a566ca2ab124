"""The overview: what went on in the last 24 hours and what waits now, counted once for however many consoles look."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from app.adapters.db import conversations, deliveries, drafts, handoffs, operators, switches, turns
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.ids import first_id_at
from app.domain.numbers import (
    HOURS,
    NEWEST,
    Hour,
    Numbers,
    Replica,
    Service,
    Spending,
    TenantNumbers,
    Work,
    all_work,
    first_piece,
    together,
)
from app.domain.tenant import Tenant
from app.domain.turn import Outcome

FRESH: Final = timedelta(seconds=2)
"""How long numbers are shown again before they are counted anew."""
SETTLED: Final = timedelta(hours=1)
"""Time after an hour by which every turn that began in it has ended: it is not counted again."""
ONLINE: Final = timedelta(minutes=5)
"""An operator who asked for something within this is online."""
HOUR: Final = timedelta(hours=1)


@dataclass(slots=True)
class _Kept:
    """A tenant's numbers as they were counted last, and its hours that no longer change."""

    counting: asyncio.Lock = field(default_factory=asyncio.Lock)
    at: datetime | None = None
    numbers: TenantNumbers | None = None
    settled: dict[datetime, Hour] = field(default_factory=dict)


class Overview:
    """Counts by tenant, from rows. Hours are UTC's; ids of turns and conversations tell when they began, so that an
    hour is a range of the primary key.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._kept: dict[str, _Kept] = {}  # by tenant

    async def __call__(self, operator_tenants: Sequence[Tenant], *, owner: bool = False) -> Numbers:
        """Return the numbers of these tenants, at most 2 s old, and of the service: its load is the owner's to know."""
        tenants = [await self._of_tenant(tenant.id) for tenant in operator_tenants]
        service = await self._database.read_service(lambda db: self._of_service(db, owner=owner))
        now = self._now()
        starts = hours_until(now)
        hours = [together([Hour(start), *_at(tenants, start)]) for start in starts]
        today = together([Hour(now), *(hour for hour in hours if hour.start.date() == starts[-1].date())])
        return Numbers(
            now,
            hours,
            all_work(numbers.work for numbers in tenants),
            first_piece(piece for numbers in tenants for piece in numbers.pieces),
            [spending for tenant in operator_tenants for spending in _spending(tenant, today)],
            tenants,
            service,
        )

    async def _of_tenant(self, tenant_id: str) -> TenantNumbers:
        """Return a tenant's numbers; who comes while they are counted waits for them."""
        kept = self._kept.setdefault(tenant_id, _Kept())
        async with kept.counting:
            now = self._now()
            if kept.numbers is None or kept.at is None or now - kept.at >= FRESH:
                kept.numbers = await self._count(tenant_id, now, kept.settled)
                kept.settled = {hour.start: hour for hour in kept.numbers.hours if hour.start + HOUR + SETTLED <= now}
                kept.at = now
            return kept.numbers

    async def _count(self, tenant_id: str, now: datetime, settled: Mapping[datetime, Hour]) -> TenantNumbers:
        sent = await self._database.read_service(lambda db: deliveries.counts(db, [tenant_id]))

        def unit(db: TenantDb) -> TenantNumbers:
            hours = [settled.get(start) or _count_hour(db, start) for start in hours_until(now)]
            waiting, overdue = handoffs.count_waiting(db)
            states = conversations.by_state(db, first_id_at(hours[0].start))
            work = Work(states, drafts.count_held(db), waiting, overdue, sent, turns.count_running(db))
            return TenantNumbers(tenant_id, hours, work, _pieces(db, hours))

        return await self._database.read(tenant_id, unit)

    def _of_service(self, db: ServiceDb, *, owner: bool) -> Service:
        live = switches.live_replicas(db)
        if not owner:
            return Service([Replica(row.id, row.seen_at, row.version, None, None) for row in live], None)
        replicas = [Replica(row.id, row.seen_at, row.version, row.turns, row.streams) for row in live]
        return Service(replicas, operators.online(db, self._now() - ONLINE))


def hours_until(now: datetime) -> list[datetime]:
    """Return the starts of the last 24 hours, oldest first; the newest is the one that runs."""
    newest = now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    return [newest - HOUR * ago for ago in reversed(range(HOURS))]


def _count_hour(db: TenantDb, start: datetime) -> Hour:
    first_id, next_id = first_id_at(start), first_id_at(start + HOUR)
    outcomes: dict[Outcome, int] = {}
    spent: dict[str, float] = {}
    for workflow, outcome, count, usd in turns.begun(db, first_id, next_id):
        account = f"{db.tenant}/{workflow}"
        spent[account] = spent.get(account, 0.0) + usd
        if outcome is not None:
            outcomes[outcome] = outcomes.get(outcome, 0) + count
    begun = conversations.begun(db, first_id, next_id)
    return Hour(start, begun, outcomes, spent, handoffs.begun(db, first_id, next_id))


def _pieces(db: TenantDb, hours: Sequence[Hour]) -> list[tuple[str, int]]:
    """Read the newest answered turns' times, from no further back than they reach."""
    answered, start = 0, None
    for hour in reversed(hours):
        if answered < NEWEST and hour.outcomes.get(Outcome.ANSWERED):
            answered, start = answered + hour.outcomes[Outcome.ANSWERED], hour.start
    return [] if start is None else turns.first_pieces(db, first_id_at(start), NEWEST)


def _at(tenants: Sequence[TenantNumbers], start: datetime) -> list[Hour]:
    """Return each tenant's hour of a start; numbers counted just before the hour began have none."""
    return [hour for numbers in tenants for hour in numbers.hours if hour.start == start]


def _spending(tenant: Tenant, today: Hour) -> list[Spending]:
    return [
        Spending(tenant.id, name, today.spent.get(f"{tenant.id}/{name}", 0.0), workflow.limits.daily_budget_usd)
        for name, workflow in tenant.workflows.items()
    ]
