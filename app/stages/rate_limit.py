"""Rate limits of a turn: contact, anonymous share, tenant, turns at once; what has no room is refused, not queued."""

import math

from app.domain.ids import new_id
from app.domain.rate_policy import Allowance, RateCounters
from app.domain.turn import Admitted, Turn
from app.domain.units import Rate
from app.errors import Problem

SLOT_SECONDS = 120.0
"""Longer than any turn: a slot whose process died comes back by itself."""


class Arriving(Exception):
    """The client's id was counted by another replica, which is about to store it."""


class RateLimit:
    """Admits a turn, or refuses it: a flood must not fill the operators' queue. Counters fail open, within bounds."""

    def __init__(self, counters: RateCounters) -> None:
        self._counters = counters

    async def __call__(self, turn: Turn) -> Admitted:
        """Count the turn and take a slot; raises Problem `rate_limited`, Arriving."""
        limits, account = turn.workflow.limits, f"{turn.tenant.id}/{turn.workflow_name}"
        buckets = [("contact", f"{account}/{turn.contact.id}", limits.per_contact)]
        if not turn.contact.verified:
            share = Rate(
                max(1, math.floor(limits.per_tenant.count * limits.anonymous_share)), limits.per_tenant.seconds
            )
            buckets.append(("anonymous", f"{account}/anonymous", share))
        buckets.append(("tenant", account, limits.per_tenant))
        once = _once(turn)
        allowances = await self._counters.hit(buckets, once)
        if not allowances:
            raise Arriving
        refuse_over(allowances)
        slot = new_id()
        if not await self._counters.acquire(account, slot, limits.concurrent_turns, SLOT_SECONDS):
            await self._counters.forget(once)
            refuse_over(
                [Allowance("concurrent", Rate(limits.concurrent_turns, 1), allowed=False, remaining=0, reset=1)]
            )
        return Admitted(turn, slot)

    async def take_back(self, admitted: Admitted) -> None:
        """Give the slot of a turn back that was not stored after all: its id counts anew."""
        await self._counters.forget(_once(admitted.turn))
        await self.release(admitted)

    async def release(self, admitted: Admitted) -> None:
        """Give the turn's slot back."""
        turn = admitted.turn
        await self._counters.release(f"{turn.tenant.id}/{turn.workflow_name}", admitted.slot)


def _once(turn: Turn) -> str:
    return f"{turn.conversation_id}/{turn.client_message_id}"


def refuse_over(allowances: list[Allowance]) -> None:
    """Raise Problem `rate_limited`, with the headers that tell when to come back, if the last bucket had no room."""
    last = allowances[-1]
    if last.allowed:
        return
    wait = max(1, last.reset)
    raise Problem(
        "rate_limited",
        f"Too many messages at once; try again in {wait} s.",
        headers={
            "Retry-After": str(wait),
            "RateLimit": f'"{last.name}";r={last.remaining};t={wait}',
            "RateLimit-Policy": f'"{last.name}";q={last.rate.count};w={last.rate.seconds}',
        },
    )
