"""Redis: one client a process, every call bounded in time, none made while Redis is known to be down."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog
from redis import asyncio as aio
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError, ResponseError

BOUND = 0.25
"""Seconds that a call may take, waiting for its turn and connecting included."""
AT_ONCE = 64
"""Calls at the same time; more wait, within their bound."""
FIRST_LOOK = 0.02
SLOWEST_LOOK = 1.0
"""Seconds between looks at whether a Redis that is down is back: the second is reached by doubling the first."""

T = TypeVar("T")


class RedisUnavailable(Exception):
    """Redis did not do what it was asked, or was not asked since it is down. Each caller says what that means."""


def connect(url: str, renewed: Callable[[], str] | None = None) -> "aio.Redis":
    """Make a client for `redis://…`; connects when first used. Raises ValueError where the URL is none of Redis'.

    `renewed` returns the URL as it stands now: each connection logs in as that one says.
    """

    async def log_in(connection: "aio.Connection") -> None:
        if renewed is not None:
            where = aio.connection.parse_url(renewed())
            connection.username, connection.password = where.get("username"), where.get("password")
        await connection.on_connect()

    pool: aio.ConnectionPool = aio.ConnectionPool.from_url(
        url,
        max_connections=2 * AT_ONCE,
        socket_timeout=BOUND,
        socket_connect_timeout=BOUND,
        retry=Retry(NoBackoff(), 0),
        protocol=2,  # pub/sub messages are plain arrays in it
        driver_info=None,  # two round trips less for each new connection
        redis_connect_func=log_in,
    )
    return aio.Redis.from_pool(pool)


async def close(redis: "aio.Redis") -> None:
    """Close every connection of the client."""
    await redis.aclose()


async def end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel tasks that speak to Redis until they have ended: its client sends under a `wait_for` that loses some."""
    pending = set(tasks)
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=0.05)


class RedisHealth:
    """Whether Redis answers: shared by every adapter, so that one that hangs costs who met it first, and no one else.

    A call runs in a task of its own: a caller that is cancelled leaves no half-read answer behind for the next one,
    since the call still ends, or has its connection closed, within `BOUND`. After one that failed a task looks whether
    Redis is back, at first soon, for it may be this process that was too busy to listen; until then no call is made.
    """

    def __init__(self, redis: "aio.Redis") -> None:
        self._redis = redis
        self._room = asyncio.Semaphore(AT_ONCE)
        self._running: set[asyncio.Task[object]] = set()
        self._looking: asyncio.Task[None] | None = None

    @property
    def down(self) -> bool:
        """True after a failure, until Redis has answered again."""
        return self._looking is not None

    async def call(self, work: Callable[[], Awaitable[T]]) -> T:
        """Await `work()`; raises RedisUnavailable within `BOUND`, or at once while Redis is down."""
        if self._looking is not None:
            raise RedisUnavailable
        task = asyncio.ensure_future(self._bounded(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Stop looking; to be called before the client is closed."""
        if self._looking is not None:
            await end([self._looking])

    async def _bounded(self, work: Callable[[], Awaitable[T]]) -> T:
        began = None
        try:
            async with asyncio.timeout(BOUND), self._room:
                began = time.monotonic()
                return await work()
        except ResponseError as error:  # it answers, though with a refusal: out of memory, for one
            raise RedisUnavailable from error
        except TimeoutError as error:
            if began is not None and time.monotonic() - began > BOUND / 2:  # else the time went by in waiting for room
                self._went_down(error)
            raise RedisUnavailable from error
        except (RedisError, OSError) as error:
            self._went_down(error)
            raise RedisUnavailable from error

    def _went_down(self, error: Exception) -> None:
        if self._looking is None:
            structlog.get_logger().warning("redis_down", error=type(error).__name__)
            self._looking = asyncio.create_task(self._look())

    async def _look(self) -> None:
        """Ask until there is an answer."""
        pause = FIRST_LOOK
        try:
            while True:
                try:
                    async with asyncio.timeout(BOUND):
                        await self._redis.ping()
                except (RedisError, OSError, TimeoutError):
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, SLOWEST_LOOK)
                else:
                    break
        finally:
            self._looking = None
        structlog.get_logger().info("redis_back")
