"""Redis: one pool a process, every call bounded in time, none tried while Redis is known to be down."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError

BOUND = 0.25
"""Seconds that a call may take, waiting for a connection and connecting included."""
REST = 1.0
"""Seconds without calls after one that failed; then a single one tries whether Redis is back."""
CONNECTIONS = 64

T = TypeVar("T")


class RedisUnavailable(Exception):
    """Redis did not do what it was asked, or was not asked since it is down. Each caller says what that means."""


def connect(url: str) -> Redis:
    """Make a client for `redis://…`; connects when first used. Raises ValueError where the URL is none of Redis'."""
    pool: BlockingConnectionPool = BlockingConnectionPool.from_url(
        url,
        max_connections=CONNECTIONS,
        timeout=BOUND,
        socket_timeout=BOUND,
        socket_connect_timeout=BOUND,
        retry=Retry(NoBackoff(), 0),
        protocol=2,  # pub/sub messages are plain arrays in it
        driver_info=None,  # two round trips less for each new connection
    )
    return Redis.from_pool(pool)


async def close(redis: Redis) -> None:
    """Close every connection of the client."""
    await redis.aclose()


class RedisHealth:
    """Whether Redis answers: shared by every adapter, so that a hanging Redis costs each second one bounded wait.

    A call runs in a task of its own: a caller that is cancelled leaves no half-read answer behind for the next one,
    since the call still ends, or has its connection closed, within `BOUND`.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._rests_until: float | None = None
        self._running: set[asyncio.Task[object]] = set()

    @property
    def down(self) -> bool:
        """True after a failure, until a call has succeeded."""
        return self._rests_until is not None

    async def call(self, work: Callable[[], Awaitable[T]]) -> T:
        """Await `work()`; raises RedisUnavailable within `BOUND`, or at once while Redis rests."""
        if self._rests_until is not None:
            now = self._monotonic()
            if now < self._rests_until:
                raise RedisUnavailable
            self._rests_until = now + REST  # this call is the one that tries; the others go on resting
        task = asyncio.ensure_future(self._bounded(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _bounded(self, work: Callable[[], Awaitable[T]]) -> T:
        try:
            async with asyncio.timeout(BOUND):
                result = await work()
        except ResponseError as error:  # it answers, though with a refusal: out of memory, for one
            self._came_back()
            raise RedisUnavailable from error
        except (RedisError, OSError, TimeoutError) as error:
            self._went_down(type(error).__name__)
            raise RedisUnavailable from error
        self._came_back()
        return result

    def _went_down(self, error: str) -> None:
        if self._rests_until is None:
            structlog.get_logger().warning("redis_down", error=error)
        self._rests_until = self._monotonic() + REST

    def _came_back(self) -> None:
        if self._rests_until is not None:
            structlog.get_logger().info("redis_back")
        self._rests_until = None
