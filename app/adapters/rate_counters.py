"""Rate counters on `limits`: in memory for one process, in Redis for many; sliding windows in both."""

import math
import time
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.aio.storage import RedisStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from redis import asyncio as aio

from app.adapters.full_buckets import Bucket, FullBuckets
from app.adapters.memory_counts import LoopCounts
from app.adapters.redis import RedisHealth, RedisUnavailable
from app.domain.rate_policy import Allowance
from app.domain.units import Rate

OWED_MOST = 10_000
"""Slots to give back that are remembered while Redis is down; the ones beyond come back when their time is up."""

ARRIVES_WITHIN = 3.0
"""Seconds in which what was counted once is stored, or whoever counted it has died."""

_TAKE_SLOT = """
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000
for i = 4, #ARGV do redis.call('ZREM', KEYS[1], ARGV[i]) end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) and redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2]) then
  return 0
end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')[2]
redis.call('PEXPIREAT', KEYS[1], math.ceil(tonumber(last) * 1000))
return 1
"""
"""KEYS: the slots. ARGV: holder, limit, seconds, then holders whose slots are given back first. Answers 1 or 0."""


class MemoryRateCounters:
    """Counts in this process."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(LoopCounts())
        self._full = FullBuckets()
        self._monotonic = monotonic
        self._slots: dict[str, dict[str, float]] = {}

    async def hit(self, buckets: list[Bucket], once: str = "") -> list[Allowance]:  # noqa: ARG002  # see `forget`
        """Count in order; buckets before a refused one stay counted, so a flood can't keep a wider limit free."""
        return await _hit(self._limiter, buckets, self._full)

    async def forget(self, once: str) -> None:
        """Nothing is remembered: in one process equal ids meet before they are counted."""

    async def acquire(self, key: str, holder: str, limit: int, ttl: float) -> bool:
        """Take a slot; a holder that has one keeps it, for `ttl` seconds from now."""
        now, slots = self._monotonic(), self._slots.setdefault(key, {})
        if holder not in slots and len(slots) >= limit:
            for name in [name for name, until in slots.items() if until <= now]:
                del slots[name]
            if len(slots) >= limit:
                return False
        slots[holder] = now + ttl
        return True

    async def release(self, key: str, holder: str) -> None:
        """Give the slot back."""
        slots = self._slots.get(key, {})
        slots.pop(holder, None)
        if not slots:
            self._slots.pop(key, None)


class RedisRateCounters:
    """Counts in Redis; where that fails, in this process, over one replica's share of each limit."""

    def __init__(self, redis: "aio.Redis", health: RedisHealth, replicas: Callable[[], int]) -> None:
        storage = RedisStorage(
            "async+redis://",
            implementation="redispy",
            key_prefix="frontdesk:rate",
            connection_pool=redis.connection_pool,  # type: ignore[arg-type]  # limits knows options from URLs only
        )
        self._limiter = SlidingWindowCounterRateLimiter(storage)
        self._full = FullBuckets()
        self._redis = redis
        self._take_slot = redis.register_script(_TAKE_SLOT)
        self._health = health
        self._replicas = replicas
        self._local = MemoryRateCounters()
        self._owed: dict[str, set[str]] = {}

    async def hit(self, buckets: list[Bucket], once: str = "") -> list[Allowance]:
        """Count in order; buckets before a refused one stay counted. Fails open, within this replica's share."""
        if (refusal := self._full.refusal(buckets[0])) is not None:
            return [refusal]
        try:
            return await self._health.call(lambda: self._hit_once(buckets, once))
        except RedisUnavailable:
            shares = [(name, key, Rate(self._share(rate.count), rate.seconds)) for name, key, rate in buckets]
            answers = await self._local.hit(shares)
            return [
                Allowance(name, rate, answer.allowed, answer.remaining, answer.reset)
                for (name, _, rate), answer in zip(buckets, answers, strict=False)
            ]

    async def forget(self, once: str) -> None:
        """Let it be counted anew; where Redis fails, as soon as its time is up."""
        with suppress(RedisUnavailable):
            await self._health.call(lambda: self._redis.delete(_arriving(once)))

    async def acquire(self, key: str, holder: str, limit: int, ttl: float) -> bool:
        """Take a slot, first giving back those that could not be while Redis was down. Fails open, within the share."""
        owed = list(self._owed.get(key, ()))
        args: list[str | float] = [holder, limit, ttl, *(name for name in owed if name != holder)]
        try:
            taken = await self._health.call(lambda: self._take_slot([_slots(key)], args))
        except RedisUnavailable:
            self._owe(key, holder)  # Redis may have given it without our hearing of it
            return await self._local.acquire(key, holder, self._share(limit), ttl)
        self._settled(key, owed)
        return bool(taken)

    async def release(self, key: str, holder: str) -> None:
        """Give the slot back; while Redis is down, as soon as it is there again and asked for one of these slots."""
        await self._local.release(key, holder)
        try:
            await self._health.call(lambda: self._redis.zrem(_slots(key), holder))
        except RedisUnavailable:
            self._owe(key, holder)
        else:
            self._settled(key, [holder])

    async def _hit_once(self, buckets: list[Bucket], once: str) -> list[Allowance]:
        if once and not await self._redis.set(_arriving(once), 1, nx=True, px=round(ARRIVES_WITHIN * 1000)):
            return []
        answers = await _hit(self._limiter, buckets, self._full)
        if once and not answers[-1].allowed:
            await self._redis.delete(_arriving(once))
        return answers

    def _share(self, count: int) -> int:
        return math.ceil(count / max(1, self._replicas()))

    def _owe(self, key: str, holder: str) -> None:
        if sum(map(len, self._owed.values())) < OWED_MOST:
            self._owed.setdefault(key, set()).add(holder)

    def _settled(self, key: str, holders: list[str]) -> None:
        if key in self._owed:
            self._owed[key].difference_update(holders)
            if not self._owed[key]:
                del self._owed[key]


async def _hit(limiter: SlidingWindowCounterRateLimiter, buckets: list[Bucket], full: FullBuckets) -> list[Allowance]:
    allowances = []
    for name, key, rate in buckets:
        refusal = full.refusal((name, key, rate))
        if refusal is None and not await limiter.hit(_item(rate), name, key):
            refusal = await _refusal(limiter, (name, key, rate), full)
        if refusal is not None:
            allowances.append(refusal)
            break
        allowances.append(Allowance(name, rate, allowed=True))
    return allowances


@lru_cache(maxsize=1024)
def _item(rate: Rate) -> RateLimitItem:
    """Say a rate in the library's words."""
    return RateLimitItemPerSecond(rate.count, rate.seconds)


async def _refusal(limiter: SlidingWindowCounterRateLimiter, bucket: Bucket, full: FullBuckets) -> Allowance:
    """Say what is left, and in `reset` the first full second in which one more fits."""
    name, key, rate = bucket
    stats = await limiter.get_window_stats(_item(rate), name, key)
    left = stats.reset_time - time.time()
    if left <= 0:  # the window began in this very millisecond, which `limits` takes for its end
        left = rate.seconds
    elif not stats.remaining:
        full.note(bucket, left)
    return Allowance(name, rate, allowed=False, remaining=stats.remaining, reset=math.floor(left) + 1)


def _arriving(once: str) -> str:
    return f"frontdesk:arriving:{once}"


def _slots(key: str) -> str:
    return f"frontdesk:slots:{key}"
