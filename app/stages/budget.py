"""The budget as a stage: the most a reply can cost is reserved before the call, and settled by what it did cost."""

from collections.abc import Callable
from datetime import datetime

from app.adapters.keyring import Keyring
from app.domain.budget import BudgetUnknown, Ledger, PriceList, Reservation
from app.domain.contact import Contact
from app.domain.handoff import Reason
from app.domain.llm import Usage
from app.domain.tenant import Tenant
from app.domain.turn import Context, Outcome, Prompt, TurnStopped


class Budget:
    """Reserves within the workflow's daily budget; a ledger that can't be read fails closed, to a person."""

    def __init__(self, ledger: Ledger, prices: PriceList, keyring: Keyring, now: Callable[[], datetime]) -> None:
        self._ledger = ledger
        self._prices = prices
        self._keyring = keyring
        self._now = now

    async def __call__(self, context: Context) -> Prompt:
        """Make the prompt; raises TurnStopped `over_budget`."""
        planned = context.planned
        accepted = planned.accepted
        claims = _claims(accepted.tenant, accepted.workflow_name, accepted.contact)
        usd = self._prices.most(accepted.workflow.model, context.estimate)
        day = self._now().date().isoformat()
        try:
            reserved = await self._ledger.reserve(day, claims, usd)
        except BudgetUnknown as unknown:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.OVER_BUDGET) from unknown
        if not reserved:
            raise TurnStopped(Outcome.HANDED_OFF, Reason.OVER_BUDGET)
        return Prompt(
            accepted,
            planned.hold,
            context.system,
            context.messages,
            context.passages,
            context.estimate,
            Reservation(day, [name for name, _ in claims], usd),
            self._keyring.digest("safety_identifier", accepted.tenant.id, accepted.contact.id)[:64],
        )

    async def has_room(self, tenant: Tenant, workflow_name: str, contact: Contact) -> bool:
        """Tell whether there is room for a reply to this contact now."""
        usd = self._prices.most(tenant.workflows[workflow_name].model, 0)
        return await self._ledger.has_room(self._now().date().isoformat(), _claims(tenant, workflow_name, contact), usd)

    def cost(self, model: str, usage: Usage) -> float:
        """Return what an answer cost, in USD."""
        return self._prices.price(model).cost(usage.input_tokens, usage.output_tokens)

    async def settle(self, prompt: Prompt, spent: float) -> None:
        """Give back what was reserved and not spent."""
        await self._ledger.settle(prompt.reservation.day, prompt.reservation.accounts, spent - prompt.reservation.usd)


def _claims(tenant: Tenant, workflow_name: str, contact: Contact) -> list[tuple[str, float]]:
    """Name the accounts that a reply to a contact is paid from, each with its ceiling in USD."""
    account, limits = f"{tenant.id}/{workflow_name}", tenant.workflows[workflow_name].limits
    claims = [(account, limits.daily_budget_usd)]
    if not contact.verified:
        claims.append((f"{account}/anonymous", limits.daily_budget_usd * limits.anonymous_share))
    return claims
