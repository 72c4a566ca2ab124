"""Ledgers: what each account spent today, in memory or in Redis, rebuilt from turns' rows where it is not known."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from redis import asyncio as aio

from app.adapters.redis import RedisHealth, RedisUnavailable
from app.domain.budget import BudgetUnknown

Rebuild = Callable[[str, str], Awaitable[float]]
"""Reads from rows what (day, account) spent and has reserved, in USD."""

NANO = 1_000_000_000
"""Ledgers count in whole billionths of a dollar: sums of floats would drift across a ceiling."""
DAYS_KEPT = 2
"""Turns that began before midnight are settled after it."""
ATTEMPTS = 4
"""Rebuilds that one reservation tries; more than one is needed only where Redis forgets in between."""

_RESERVE = """
local amount = tonumber(ARGV[1])
local spent = {}
for i, key in ipairs(KEYS) do
  local known = redis.call('GET', key)
  if not known then return i end
  spent[i] = tonumber(known)
end
for i in ipairs(KEYS) do
  if spent[i] + amount > tonumber(ARGV[1 + i]) then return -1 end
end
for _, key in ipairs(KEYS) do redis.call('INCRBY', key, ARGV[1]) end
return 0
"""
"""KEYS: accounts. ARGV: amount, then their ceilings. Answers 0 reserved, -1 no room, or the place of an unknown one."""

_SETTLE = """
for _, key in ipairs(KEYS) do
  if redis.call('EXISTS', key) == 1 then redis.call('INCRBY', key, ARGV[1]) end
end
"""
"""KEYS: accounts. ARGV: difference. An account that is not known is left to the next rebuild."""


class MemoryLedger:
    """The ledger of a single process."""

    def __init__(self, rebuild: Rebuild) -> None:
        self._rebuild = rebuild
        self._rebuilding = asyncio.Lock()
        self._days: dict[str, dict[str, int]] = {}

    async def reserve(self, day: str, claims: list[tuple[str, float]], usd: float) -> bool:
        """Reserve in every account or in none; raises BudgetUnknown."""
        spent, amount = self._accounts(day), _nano(usd)
        for account, _ in claims:
            if account not in spent:
                async with self._rebuilding:
                    if account not in spent:
                        spent[account] = await _rebuilt(self._rebuild, day, account)
        if any(spent[account] + amount > _nano(ceiling) for account, ceiling in claims):
            return False
        for account, _ in claims:
            spent[account] += amount
        return True

    async def has_room(self, day: str, claims: list[tuple[str, float]], usd: float) -> bool:
        """Tell whether this much would be reserved now, as far as is known."""
        spent = self._days.get(day, {})
        return all(spent.get(account, 0) + _nano(usd) <= _nano(ceiling) for account, ceiling in claims)

    async def settle(self, day: str, accounts: list[str], difference: float) -> None:
        """Add the difference to the accounts that are known; never raises."""
        spent = self._days.get(day, {})
        for account in accounts:
            if account in spent:
                spent[account] += _nano(difference)

    def _accounts(self, day: str) -> dict[str, int]:
        """Return a day's accounts, and forget the oldest day when a new one begins."""
        if day not in self._days:
            self._days[day] = {}
            while len(self._days) > DAYS_KEPT:
                del self._days[min(self._days)]
        return self._days.get(day, {})


class RedisLedger:
    """The ledger of all replicas. Fails closed: where Redis fails, nobody knows what was spent.

    An account is set only where it is absent, so that of concurrent rebuilds one counts and no reservation is lost.
    What a call that timed out had reserved, and what a settling that failed had to give back, stays counted for the
    day: the ledger may then know too much spent, never too little, for what is reserved is the most a reply can cost.
    """

    def __init__(self, redis: "aio.Redis", health: RedisHealth, rebuild: Rebuild) -> None:
        self._redis = redis
        self._health = health
        self._rebuild = rebuild
        self._rebuilding = asyncio.Lock()
        self._reserve = redis.register_script(_RESERVE)
        self._settle = redis.register_script(_SETTLE)

    async def reserve(self, day: str, claims: list[tuple[str, float]], usd: float) -> bool:
        """Reserve in every account or in none, in one step; raises BudgetUnknown."""
        keys = [_key(day, account) for account, _ in claims]
        args = [_nano(usd), *(_nano(ceiling) for _, ceiling in claims)]
        try:
            for _ in range(ATTEMPTS * len(claims)):
                answer = await self._health.call(lambda: self._reserve(keys, args))
                if answer <= 0:
                    return bool(answer == 0)
                await self._make_known(day, claims[answer - 1][0])
        except RedisUnavailable as error:
            raise BudgetUnknown from error
        raise BudgetUnknown

    async def has_room(self, day: str, claims: list[tuple[str, float]], usd: float) -> bool:
        """Tell whether this much would be reserved now, as far as is known; not where Redis fails."""
        keys = [_key(day, account) for account, _ in claims]
        try:
            spent = await self._health.call(lambda: self._redis.mget(keys))
        except RedisUnavailable:
            return False
        return all(
            int(known or 0) + _nano(usd) <= _nano(ceiling) for known, (_, ceiling) in zip(spent, claims, strict=True)
        )

    async def settle(self, day: str, accounts: list[str], difference: float) -> None:
        """Add the difference to the accounts that are known; never raises."""
        try:
            await self._health.call(
                lambda: self._settle([_key(day, account) for account in accounts], [_nano(difference)])
            )
        except RedisUnavailable:
            structlog.get_logger().warning("budget_not_settled", accounts=accounts, usd=difference)

    async def _make_known(self, day: str, account: str) -> None:
        """Rebuild an account from rows unless someone has meanwhile; one at a time in this process."""
        key = _key(day, account)
        async with self._rebuilding:
            if await self._health.call(lambda: self._redis.exists(key)):
                return
            spent = await _rebuilt(self._rebuild, day, account)
            await self._health.call(lambda: self._redis.set(key, spent, nx=True, ex=DAYS_KEPT * 86_400))


async def _rebuilt(rebuild: Rebuild, day: str, account: str) -> int:
    try:
        return _nano(await rebuild(day, account))
    except Exception as error:  # whatever keeps rows from being read, the budget is unknown and a person takes the turn
        raise BudgetUnknown from error


def _nano(usd: float) -> int:
    return round(usd * NANO)


def _key(day: str, account: str) -> str:
    return f"frontdesk:spent:{day}:{account}"
