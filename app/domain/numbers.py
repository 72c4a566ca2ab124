"""Numbers: what the console shows of the last 24 hours, counted by tenant and hour, and how they add up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeVar

from app.domain.conversation import ConversationState
from app.domain.turn import Outcome

T = TypeVar("T")

HOURS: Final = 24
"""Hours that are shown: the running one, and those before it."""
NEWEST: Final = 1000
"""Answered turns over which the time to the first piece is taken."""


@dataclass(frozen=True, slots=True)
class Hour:
    """What began in one hour: conversations, turns by how they ended, what those cost, in USD, and handoffs.

    `spent` is by account, `tenant/workflow`. Turns that still run are among no outcome. Most `handoffs` are of no turn
    that ended so: customers press a button, operators take over, reviewers reject.
    """

    start: datetime
    conversations: int = 0
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    spent: Mapping[str, float] = field(default_factory=dict)
    handoffs: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """What waits, and for whom. `open` is by who has a conversation: all with people, the assistant's of 24 hours.

    `overdue` handoffs are among those `waiting`; `deliveries` of webhooks are by state; `running` turns have not ended.
    """

    open: Mapping[ConversationState, int]
    held: int = 0
    waiting: int = 0
    overdue: int = 0
    deliveries: Mapping[str, int] = field(default_factory=dict)
    running: int = 0


@dataclass(frozen=True, slots=True)
class FirstPiece:
    """How long customers waited for the first words of an answer, in ms; None where nothing was answered."""

    turns: int
    p50_ms: int | None
    p95_ms: int | None


@dataclass(frozen=True, slots=True)
class Spending:
    """What a workflow cost since midnight UTC, and what it may cost a day, in USD."""

    tenant: str
    workflow: str
    usd: float
    daily_budget_usd: float


@dataclass(frozen=True, slots=True)
class TenantNumbers:
    """One tenant's numbers. `pieces` are (turn, ms to its first piece), newest first."""

    tenant: str
    hours: Sequence[Hour]
    work: Work
    pieces: Sequence[tuple[str, int]] = field(repr=False)

    @property
    def day(self) -> Hour:
        """Its hours in one."""
        return together(self.hours)


@dataclass(frozen=True, slots=True)
class Replica:
    """A process that lives: the version of the switches that it has applied, and what runs in it, where it has said so
    and the owner asks: it is every tenant's.
    """

    id: str
    seen_at: datetime
    version: int
    turns: int | None
    streams: int | None


@dataclass(frozen=True, slots=True)
class Service:
    """What operators may know of the service; who is online only the owner."""

    replicas: Sequence[Replica]
    operators_online: int | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Everything at one moment: `hours` and `work` over all the tenants, then each tenant's own."""

    at: datetime
    hours: Sequence[Hour]
    work: Work
    first_piece: FirstPiece
    spending: Sequence[Spending]
    tenants: Sequence[TenantNumbers]
    service: Service

    @property
    def day(self) -> Hour:
        """The hours in one."""
        return together(self.hours)


def together(hours: Sequence[Hour]) -> Hour:
    """Add hours up, under the start of the first."""
    return Hour(
        hours[0].start,
        sum(hour.conversations for hour in hours),
        added(hour.outcomes for hour in hours),
        _spent(hours),
        sum(hour.handoffs for hour in hours),
    )


def all_work(tenants: Iterable[Work]) -> Work:
    """Add up what waits at several tenants."""
    works = list(tenants)
    return Work(
        dict.fromkeys(ConversationState, 0) | added(work.open for work in works),
        sum(work.held for work in works),
        sum(work.waiting for work in works),
        sum(work.overdue for work in works),
        added(work.deliveries for work in works),
        sum(work.running for work in works),
    )


def added(counts: Iterable[Mapping[T, int]]) -> dict[T, int]:
    """Add counts up, name by name."""
    total: Counter[T] = Counter()
    for count in counts:
        total.update(count)
    return dict(total)


def _spent(hours: Iterable[Hour]) -> dict[str, float]:
    total: dict[str, float] = {}
    for hour in hours:
        for account, usd in hour.spent.items():
            total[account] = total.get(account, 0.0) + usd
    return total


def first_piece(pieces: Iterable[tuple[str, int]]) -> FirstPiece:
    """Take the median and the 95th percentile of the newest turns' times."""
    newest = sorted(milliseconds for _, milliseconds in sorted(pieces, reverse=True)[:NEWEST])
    return FirstPiece(len(newest), percentile(newest, 50), percentile(newest, 95))


def percentile(ordered: Sequence[int], share: int) -> int | None:
    """Return the smallest value that `share` percent of the values do not exceed; None of no values."""
    return ordered[-(-len(ordered) * share // 100) - 1] if ordered else None
