"""The overview: what went on in the last 24 hours, over all of the operator's tenants and for each; dead webhooks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from litestar import Request, Response, get, post
from litestar.response import Redirect

from app.adapters.db import deliveries
from app.adapters.db.tables import DeliveryRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.audit import AuditEvent
from app.domain.numbers import Hour, Numbers
from app.domain.operator import Operator, Role
from app.domain.turn import Outcome
from app.errors import Problem
from app.web.console import chart, words
from app.web.console.pages import page
from app.web.guards import own_tenants, require
from app.web.services import Given, Services

SERIES: Final[Mapping[str, tuple[Outcome, ...]]] = {
    "answered": (Outcome.ANSWERED,),
    "held": (Outcome.HELD,),
    "handed off": (Outcome.HANDED_OFF,),
    "refused": (Outcome.REFUSED,),
    "delivered, stopped or closed": (Outcome.DELIVERED, Outcome.STOPPED, Outcome.CLOSED),
}
"""What the chart stacks, lowest first: how turns ended."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what it is about, conversations begun, turns in the order of `SERIES`, and USD spent."""

    name: str
    conversations: int
    turns: Sequence[int]
    usd: float


@get("/console")
async def show_overview(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Show the numbers; they are at most 2 s old."""
    return await _shown(request, operator, services)


@post("/console/webhooks/{delivery_id:str}/retry")
async def retry_delivery(
    delivery_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes] | Redirect:
    """Let a webhook's delivery that was given up wait again."""
    require(operator, Role.ADMIN)
    own = [tenant.id for tenant in own_tenants(operator, services.tenants)]

    def unit(db: ServiceDb) -> bool:
        waits = deliveries.retry(db, delivery_id, own)
        if waits:
            db.audit(AuditEvent(operator.actor, "webhook.retried", f"delivery:{delivery_id}", "waiting"))
        return waits

    if not await services.database.write_service(unit):
        problem = Problem("conflict", "This delivery is not among those that were given up; look at the list again.")
        return await _shown(request, operator, services, problem)
    return Redirect("/console#webhooks", status_code=303)


async def _shown(
    request: Request[Any, Any, Any], operator: Operator, services: Services, problem: Problem | None = None
) -> Response[bytes]:
    own = own_tenants(operator, services.tenants)
    numbers = await services.overview(own, owner=operator.may(Role.OWNER))
    names = [tenant.id for tenant in own]
    dead = await services.database.read_service(lambda db: deliveries.dead_letters(db, names))
    return await page(
        request,
        "overview.html",
        operator,
        problem.status if problem else 200,
        refused=problem.detail if problem else None,
        numbers=numbers,
        day=_line("Last 24 hours", numbers.day),
        handoffs=numbers.day.handoffs,
        hours=[_line(f"{hour.start:%H}:00", hour) for hour in numbers.hours],
        tenants=_tenant_lines(numbers),
        series=list(SERIES),
        drawing=chart.stacked([_turns(hour) for hour in numbers.hours]),
        spent_today=sum(spending.usd for spending in numbers.spending),
        dead=[(row, _host(row)) for row in dead],
        may_retry=operator.may(Role.ADMIN),
        words=words,
    )


def _tenant_lines(numbers: Numbers) -> list[tuple[Line, int]]:
    """Return each tenant's line, and how many wait there for a person."""
    return [(_line(tenant.tenant, tenant.day), tenant.work.waiting) for tenant in numbers.tenants]


def _line(name: str, hour: Hour) -> Line:
    return Line(name, hour.conversations, _turns(hour), sum(hour.spent.values()))


def _turns(hour: Hour) -> list[int]:
    return [sum(hour.outcomes.get(outcome, 0) for outcome in outcomes) for outcomes in SERIES.values()]


def _host(row: DeliveryRow) -> str:
    """Return where a delivery goes, without the path: some hide a secret there."""
    return urlsplit(row.url).netloc


ROUTES = [show_overview, retry_delivery]
