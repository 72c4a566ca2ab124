"""The form of the kill switch: what this operator may stop, and the wish that a form holds."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from app.domain.kill_switch import SwitchMode
from app.domain.operator import Operator, Role
from app.domain.tenant import Tenant
from app.errors import Problem
from app.usecases.flip_kill_switch import Wish
from app.usecases.switch_wish import LONGEST
from app.web.console.forms import Form

EVERYTHING: Final = "service"
UNTIL: Final = "until"
ENDS: Final[Mapping[str, timedelta]] = {
    "30 minutes": timedelta(minutes=30),
    "1 hour": timedelta(hours=1),
    "4 hours": timedelta(hours=4),
}
"""The ends that are offered; none is assumed."""
LONGEST_REASON: Final = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """A group of scopes to choose from."""

    label: str
    scopes: list[str]


def choices_of(operator: Operator, tenants: Iterable[Tenant]) -> list[Choice]:
    """List the scopes that an operator may switch, narrow ones first: nothing is stopped wider than was meant."""
    own = list(tenants)
    flows = [(tenant, name) for tenant in own for name in tenant.workflows]
    choices = [
        Choice("A workflow", [f"workflow:{tenant.id}/{name}" for tenant, name in flows]),
        Choice("A tenant", [f"tenant:{tenant.id}" for tenant in own]),
    ]
    if operator.may(Role.OWNER):
        models = {model for tenant, name in flows for model in tenant.workflows[name].model.names}
        choices += [
            Choice("A model", [f"model:{model}" for model in sorted(models)]),
            Choice("Everything", [EVERYTHING]),
        ]
    return choices


def wish_of(form: Form, operator: Operator, now: datetime) -> Wish:
    """Read what a form asks for. Raises Problem `bad_request`."""
    scope, on = form["other_scope"].strip() or form["scope"].strip(), form["on"] == "yes"
    if not scope:
        raise Problem("bad_request", "Choose what to stop.")
    if on and scope == EVERYTHING and form["confirm"].strip() != EVERYTHING:
        raise Problem("bad_request", f"Type {EVERYTHING} into the field for it to stop the whole service.")
    if len(form["reason"]) > LONGEST_REASON:
        raise Problem("bad_request", f"Give a reason of at most {LONGEST_REASON} characters.")
    mode = form["mode"] or SwitchMode.HANDOFF
    if mode not in list(SwitchMode):
        raise Problem("bad_request", f"The mode must be one of {', '.join(SwitchMode)}.")
    return Wish(
        scope,
        on=on,
        mode=SwitchMode(mode),
        reason=form["reason"].strip(),
        by=operator.actor,
        expires_at=_end_of(form, now) if on else None,
    )


def _end_of(form: Form, now: datetime) -> datetime | None:
    """Return when a switch is to end by itself, None for never. Raises Problem `bad_request`."""
    chosen = form["ends"]
    if not chosen:
        return None
    if chosen in ENDS:
        return now + ENDS[chosen]
    try:
        given = datetime.fromisoformat(form[UNTIL]).replace(tzinfo=UTC)
    except ValueError:
        raise Problem("bad_request", "Give the day and the time, in UTC, until which it is to stay on.") from None
    if not now < given <= now + LONGEST:
        raise Problem("bad_request", "The time given must be still to come, in UTC, and within ten years.")
    return given
