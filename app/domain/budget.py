"""The budget: what a turn may cost, reserved before the call and settled after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.domain.workflow import ModelSettings

MILLION = 1_000_000
CHARACTERS_PER_TOKEN = 3
"""A careful guess: English has about four, other scripts fewer; usage as reported settles it."""
CONTEXT_TOKENS = 6_000
"""The most input tokens that a prompt is made of."""


@dataclass(frozen=True, slots=True)
class Price:
    """USD per million tokens."""

    input: float
    output: float

    def cost(self, input_tokens: int, output_tokens: int) -> float:
        """Return what so many tokens cost, in USD."""
        return (input_tokens * self.input + output_tokens * self.output) / MILLION


class PriceList:
    """Prices by model; a model without one costs as the dearest listed."""

    def __init__(self, prices: Mapping[str, Price]) -> None:
        self._prices = dict(prices)
        self._dearest = Price(
            max((p.input for p in prices.values()), default=0.0), max((p.output for p in prices.values()), default=0.0)
        )

    def price(self, model: str) -> Price:
        """Return a model's price."""
        return self._prices.get(model, self._dearest)

    def listed(self, model: str) -> bool:
        """Tell whether a model has a price of its own."""
        return model in self._prices

    def most(self, settings: ModelSettings, input_tokens: int) -> float:
        """Return the most that one answer can cost, in USD, whichever of the models gives it."""
        return max(self.price(name).cost(input_tokens, settings.max_output_tokens) for name in settings.names)


def tokens(texts: Iterable[str]) -> int:
    """Estimate how many tokens texts are."""
    return sum([len(text) // CHARACTERS_PER_TOKEN + 4 for text in texts])


@dataclass(frozen=True, slots=True)
class Reservation:
    """What was reserved, where and for which day, in USD."""

    day: str
    accounts: list[str]
    usd: float


class BudgetUnknown(Exception):
    """The ledger could not be read: nobody knows what was spent, so a person takes the turn."""


class Ledger(Protocol):
    """What each account spent today, in USD, over all replicas.

    Accounts are `tenant/workflow` and `tenant/workflow/anonymous`.
    """

    async def reserve(self, day: str, claims: list[tuple[str, float]], usd: float) -> bool:
        """Add `usd` to every (account, ceiling) at once if all stay at or under their ceilings; False adds nothing.

        `day` is a UTC date, `2026-11-21`. An account the store does not know yet is first rebuilt from turns' rows.
        Raises BudgetUnknown.
        """
        ...

    async def has_room(self, day: str, claims: list[tuple[str, float]], usd: float) -> bool:
        """Tell whether `reserve` would reserve now, and reserve nothing; what is not known yet counts as nothing spent.

        False where the store can't be read; never raises.
        """
        ...

    async def settle(self, day: str, accounts: list[str], difference: float) -> None:
        """Add `difference` (spent less reserved, either sign) to the accounts; never raises: rows are the truth."""
        ...
