"""The budget as a stage: what a reply may cost is set aside first, and what is not known counts as spent."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from app.adapters.keyring import Keyring
from app.adapters.ledger import MemoryLedger
from app.domain.budget import Reservation
from app.domain.handoff import Reason
from app.domain.llm import Usage
from app.domain.turn import Context, Outcome, Planned, TurnStopped
from app.domain.workflow import Limits, ModelSettings
from app.stages.budget import Budget
from tests.turns import PRICES, Clock, make_accepted, make_tenant

MODEL = ModelSettings("gpt-cheap", fallbacks=("gpt-test",), max_output_tokens=100)
MOST = 0.002  # USD: 1000 tokens in and 100 out of the dearer model


async def nothing(_day: str, _account: str) -> float:
    """No turn of today has cost anything."""
    return 0.0


def make_budget(spent: Callable[[str, str], Awaitable[float]] = nothing, clock: Clock | None = None) -> Budget:
    """The stage over a ledger in memory."""
    return Budget(MemoryLedger(spent), PRICES, Keyring("0123456789abcdef" * 3), clock or Clock())


def context(budget_usd: float, *, share: float = 1.0, verified: bool = False, contact_id: str = "ann") -> Context:
    """A context of a thousand tokens."""
    limits = Limits(daily_budget_usd=budget_usd, anonymous_share=share)
    accepted = make_accepted(tenant=make_tenant(model=MODEL, limits=limits), verified=verified, contact_id=contact_id)
    return Context(Planned(accepted, (), suspicious=False, hold=None), "system", (("user", "text"),), (), 1000)


async def is_refused(budget: Budget, wanted: Context) -> bool:
    """Whether a person takes the turn instead."""
    try:
        await budget(wanted)
    except TurnStopped as stopped:
        assert (stopped.outcome, stopped.reason) == (Outcome.HANDED_OFF, Reason.OVER_BUDGET)  # noqa: PT017  # either end is fine
        return True
    return False


async def test_sets_aside_the_most_that_any_model_costs() -> None:
    """At the dearest fallback's price, for today, in the workflow's account and the anonymous one."""
    prompt = await make_budget()(context(1.0))
    accounts = ["harbor/support", "harbor/support/anonymous"]
    assert prompt.reservation == Reservation("2026-11-21", accounts, prompt.reservation.usd)
    assert prompt.reservation.usd == pytest.approx(MOST)
    assert (await make_budget()(context(1.0, verified=True))).reservation.accounts == accounts[:1]


async def test_stops_at_the_ceiling() -> None:
    """What fits exactly is let in; many at once get no further than that."""
    budget = make_budget()
    refused = await asyncio.gather(*[is_refused(budget, context(MOST * 3)) for _ in range(10)])
    assert refused.count(False) == 3


async def test_anonymous_chats_have_their_share() -> None:
    """It leaves the rest to known customers."""
    budget = make_budget()
    assert not await is_refused(budget, context(MOST * 4, share=0.5))
    assert not await is_refused(budget, context(MOST * 4, share=0.5))
    assert await is_refused(budget, context(MOST * 4, share=0.5))
    assert not await is_refused(budget, context(MOST * 4, share=0.5, verified=True))


async def test_what_was_not_spent_is_given_back() -> None:
    """Settled by what it did cost; and the next day begins anew."""
    clock = Clock()
    budget = make_budget(clock=clock)
    prompt = await budget(context(MOST))
    assert await is_refused(budget, context(MOST))
    await budget.settle(prompt, budget.cost("gpt-cheap", Usage(0, 0)))
    prompt = await budget(context(MOST))
    await budget.settle(prompt, MOST)
    assert await is_refused(budget, context(MOST))
    clock.move(days=1)
    assert not await is_refused(budget, context(MOST))


async def test_unknown_means_a_person() -> None:
    """A ledger that can't be rebuilt knows nothing of what was spent."""

    async def broken(_day: str, _account: str) -> float:
        raise OSError("planted")

    assert await is_refused(make_budget(broken), context(1000.0))


async def test_the_vendor_is_told_no_one() -> None:
    """The safety identifier is the contact's own, the same each time, and does not hold the id."""
    first, again = [await make_budget()(context(1.0, contact_id="contact-ann")) for _ in range(2)]
    other = await make_budget()(context(1.0, contact_id="contact-bob"))
    assert first.safety_identifier == again.safety_identifier != other.safety_identifier
    assert "ann" not in first.safety_identifier
    assert 16 <= len(first.safety_identifier) <= 64


def test_costs_by_usage() -> None:
    """Input and output tokens at the model's own price."""
    assert make_budget().cost("gpt-test", Usage(1_000_000, 100_000)) == pytest.approx(2.0)
