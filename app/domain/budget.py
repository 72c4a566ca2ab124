"""The budget: what a turn may cost, reserved before the call and settled after it."""

from dataclasses import dataclass
from typing import Protocol

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """USD per million tokens."""

    input: float
    output: float

    def cost(self, input_tokens: int, output_tokens: int) -> float:
        """Return what so many tokens cost, in USD."""
        return (input_tokens * self.input + output_tokens * self.output) / MILLION


class BudgetUnknown(Exception):
    """The ledger could not be read: nobody knows what was spent, so a person takes the turn."""


class Ledger(Protocol):
    """What each account spent today, in USD, over all replicas. Accounts are `tenant/workflow` and `tenant/workflow/anonymous`."""

    async def reserve(self, day: str, claims: list[tuple[str, float]], usd: float) -> bool:
        """Add `usd` to every (account, ceiling) at once if all stay at or under their ceilings; False adds nothing.

        `day` is a UTC date, `2026-11-21`. An account the store does not know yet is first rebuilt from turns' rows.
        Raises BudgetUnknown.
        """
        ...

    async def settle(self, day: str, accounts: list[str], difference: float) -> None:
        """Add `difference` (spent less reserved, either sign) to the accounts; never raises: rows are the truth."""
        ...
