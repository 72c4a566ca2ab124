"""Operators' route of the overview: the numbers that the console shows."""

from litestar import get
from msgspec import Struct

from app.domain.numbers import Hour, Numbers, Work
from app.domain.operator import Operator, Role
from app.domain.turn import Outcome
from app.domain.units import iso
from app.web.guards import own_tenants
from app.web.operator_api.whose import SECURED
from app.web.problems import declared
from app.web.services import Given, Services


class CountsOut(Struct, frozen=True):
    """What began from `start` on: conversations, turns by how they ended, what those cost, in USD, and handoffs."""

    start: str
    conversations: int
    turns: dict[str, int]
    spent_usd: float
    handoffs: int


class WorkOut(Struct, frozen=True):
    """What waits: open conversations by who has them, drafts, handoffs, deliveries by state; and turns that run."""

    open: dict[str, int]
    held_drafts: int
    waiting_handoffs: int
    overdue_handoffs: int
    deliveries: dict[str, int]
    running_turns: int


class FirstPieceOut(Struct, frozen=True):
    """How long the newest answered turns let customers wait for the first words, in ms."""

    turns: int
    p50_ms: int | None
    p95_ms: int | None


class SpendingOut(Struct, frozen=True):
    """What a workflow cost since midnight UTC, and what it may cost a day, in USD."""

    tenant: str
    workflow: str
    usd: float
    daily_budget_usd: float


class TenantOut(Struct, frozen=True):
    """One tenant's share of the numbers."""

    tenant: str
    day: CountsOut
    work: WorkOut


class RunningOut(Struct, frozen=True):
    """A replica that lives, the version of the switches that it has applied, and what runs in it, for owners alone."""

    id: str
    seen_at: str
    version: int
    turns: int | None
    streams: int | None


class OverviewOut(Struct, frozen=True):
    """The last 24 hours, in one, by hour and by tenant, and what waits now; the newest hour still runs.

    `operators_online` is for owners alone.
    """

    at: str
    day: CountsOut
    hours: list[CountsOut]
    work: WorkOut
    first_piece: FirstPieceOut
    spending: list[SpendingOut]
    tenants: list[TenantOut]
    replicas: list[RunningOut]
    operators_online: int | None


@get("/v1/operator/overview", responses=declared(401, 403), security=SECURED)
async def read_overview(operator: Given[Operator], services: Given[Services]) -> OverviewOut:
    """Read the numbers of the operator's tenants and of the service, at most 2 s old."""
    own = own_tenants(operator, services.tenants)
    return _overview_out(await services.overview(own, owner=operator.may(Role.OWNER)))


def _overview_out(numbers: Numbers) -> OverviewOut:
    first = numbers.first_piece
    return OverviewOut(
        iso(numbers.at),
        _counts_out(numbers.day),
        [_counts_out(hour) for hour in numbers.hours],
        _work_out(numbers.work),
        FirstPieceOut(first.turns, first.p50_ms, first.p95_ms),
        [SpendingOut(s.tenant, s.workflow, s.usd, s.daily_budget_usd) for s in numbers.spending],
        [TenantOut(t.tenant, _counts_out(t.day), _work_out(t.work)) for t in numbers.tenants],
        [
            RunningOut(replica.id, iso(replica.seen_at), replica.version, replica.turns, replica.streams)
            for replica in numbers.service.replicas
        ],
        numbers.service.operators_online,
    )


def _counts_out(hour: Hour) -> CountsOut:
    turns = {outcome.value: hour.outcomes.get(outcome, 0) for outcome in Outcome}
    return CountsOut(iso(hour.start), hour.conversations, turns, sum(hour.spent.values()), hour.handoffs)


def _work_out(work: Work) -> WorkOut:
    states = {state.value: count for state, count in work.open.items()}
    return WorkOut(states, work.held, work.waiting, work.overdue, dict(work.deliveries), work.running)


ROUTES = [read_overview]
