"""What stands on each page of the console, whatever it shows: who looks, what is stopped, and who waits too long."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from litestar import Request

from app.adapters.db import handoffs, operators, switches
from app.domain.kill_switch import Switch
from app.domain.operator import Operator, Role
from app.web.guards import SESSION_COOKIE, csrf_of, own_tenants
from app.web.services import Services

WARNED_BEFORE: Final = timedelta(minutes=10)
"""How long before a switch ends by itself the pages say so."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page that the navigation leads to; `key` follows `g` on the keyboard, `least` is the role that it is for."""

    name: str
    path: str
    key: str
    least: Role = Role.VIEWER


PLACES: Final = (
    Place("Overview", "/console", "o"),
    Place("Switch", "/console/switch", "k"),
    Place("Desk", "/console/desk", "d"),
    Place("Reviews", "/console/reviews", "r"),
    Place("Audit", "/console/audit", "a"),
    Place("Operators", "/console/operators", "p", Role.ADMIN),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """A switch that is on; `minutes_left` is None unless it ends by itself within ten minutes."""

    scope: str
    mode: str
    expires_at: datetime | None
    minutes_left: int | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The facts around a page. `here` is the path of the place that it belongs to; `overdue` counts handoffs.

    `by_link` is true where a person can't sign in yet but by a one-time link.
    """

    csrf_token: str
    places: tuple[Place, ...]
    here: str
    stops: tuple[Stop, ...]
    overdue: int
    offline: bool
    by_link: bool


async def services_of(request: Request[Any, Any, Any]) -> Services:
    """Return what the process gives its handlers, where only the request is at hand."""
    found: Services = await request.app.dependencies["services"]()
    return found


async def frame_of(request: Request[Any, Any, Any], operator: Operator) -> Frame:
    """Gather the facts around a page for an operator."""
    services = await services_of(request)
    own = {tenant.id for tenant in own_tenants(operator, services.tenants)}
    now, token = datetime.now(UTC), request.cookies.get(SESSION_COOKIE)
    found = (await services.database.read_service(switches.snapshot)).switches
    return Frame(
        csrf_of(services.keyring, token) if token else "",
        tuple(place for place in PLACES if operator.may(place.least)),
        _place_of(request.url.path),
        tuple(_stop(switch, now) for switch in found if switch.active(now) and _concerns(switch, own)),
        await _overdue(services, own),
        services.settings.offline,
        await _by_link(services, operator),
    )


def _place_of(path: str) -> str:
    """Return the path of the place to which a page belongs: the longest one that it begins with."""
    inside = [place.path for place in PLACES if path == place.path or path.startswith(f"{place.path}/")]
    longest = max(inside, key=len, default="")
    return "" if longest == PLACES[0].path != path else longest


def _concerns(switch: Switch, own: set[str]) -> bool:
    """Tell whether a switch belongs above every page: it is everyone's, or of one of these tenants as a whole."""
    kind, _, target = switch.scope.partition(":")
    return kind != "conversation" and (kind not in ("tenant", "workflow") or target.partition("/")[0] in own)


def _stop(switch: Switch, now: datetime) -> Stop:
    left = switch.expires_at - now if switch.expires_at else None
    soon = left is not None and left <= WARNED_BEFORE
    return Stop(
        switch.scope, switch.mode, switch.expires_at, -(-int(left.total_seconds()) // 60) if left and soon else None
    )


async def _overdue(services: Services, own: set[str]) -> int:
    """Count the handoffs of these tenants that nobody claimed in time."""
    counts = [await services.database.read(tenant, handoffs.count_waiting) for tenant in sorted(own)]
    return sum(overdue for _, overdue in counts)


async def _by_link(services: Services, operator: Operator) -> bool:
    """Tell whether an operator is a person who has no password, or no app for codes."""
    kind, _, operator_id = operator.actor.partition(":")
    if kind != "operator":
        return False
    row = await services.database.read_service(lambda db: operators.find(db, operator_id))
    return row is not None and (row.password_hash is None or row.totp is None)
