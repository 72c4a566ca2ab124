"""The Redis client: bounded, safe under cancellation, and not asked while it is down."""

import asyncio
import os
import random
import signal
import time
from collections.abc import AsyncIterator

import pytest
import redis as blocking
from redis.asyncio import Redis

from app.adapters.redis import BOUND, CONNECTIONS, REST, RedisHealth, RedisUnavailable, close, connect
from tests.servers import RedisServer


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of the tests' Redis."""
    client = connect(redis_url)
    yield client
    await close(client)


async def test_cancelled_call_leaves_no_answer_behind(redis: Redis) -> None:
    """Calls cancelled at random moments never give the next caller someone else's answer, and the pool keeps its size."""
    health, chance = RedisHealth(), random.Random(7)  # noqa: S311 - chance picks moments, no secret
    for number in range(200):
        await redis.set(f"key{number}", f"value{number}")

    async def read(number: int) -> None:
        answer = await health.call(lambda: redis.get(f"key{number}"))
        assert answer == f"value{number}".encode()

    async def read_and_leave(number: int) -> None:
        task = asyncio.create_task(read(number))
        await asyncio.sleep(chance.random() * 0.003)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            task.cancel()  # a second time, as a shutting-down server would

    for _ in range(20):
        await asyncio.gather(*(read_and_leave(chance.randrange(200)) for _ in range(40)))
        await asyncio.gather(*(read(number) for number in range(0, 200, 5)))
    await asyncio.sleep(BOUND)
    pool = redis.connection_pool
    assert not pool._in_use_connections
    assert len(pool._available_connections) <= CONNECTIONS


async def test_cancelled_bare_call_closes_its_connection(redis: Redis) -> None:
    """Outside RedisHealth too, redis-py closes the connection of a call that is cancelled while it waits."""
    await redis.set("mine", "mine")
    waiting = asyncio.create_task(redis.blpop(["nothing"], timeout=0.2))
    await asyncio.sleep(0.02)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await redis.rpush("nothing", "late")  # type: ignore[misc]  # redis-py types both of its clients at once
    assert await redis.get("mine") == b"mine"


async def test_hanging_redis_costs_one_bounded_wait_a_second(own_redis: RedisServer) -> None:
    """A stopped server: the first call ends within its bound, the following ones at once, and later ones work again."""
    client, health = connect(own_redis.url), RedisHealth()
    await health.call(client.ping)
    pid = int(blocking.Redis.from_url(own_redis.url).info()["process_id"])  # type: ignore[index]  # as above
    os.kill(pid, signal.SIGSTOP)
    try:
        began = time.monotonic()
        with pytest.raises(RedisUnavailable):
            await health.call(client.ping)
        assert time.monotonic() - began < BOUND + 0.1
        began = time.monotonic()
        for _ in range(100):
            with pytest.raises(RedisUnavailable):
                await health.call(client.ping)
        assert time.monotonic() - began < 0.1
        assert health.down
        await asyncio.sleep(REST)
        began = time.monotonic()
        results = await asyncio.gather(*(health.call(client.ping) for _ in range(100)), return_exceptions=True)
        assert all(isinstance(result, RedisUnavailable) for result in results)
        assert time.monotonic() - began < BOUND + 0.1
    finally:
        os.kill(pid, signal.SIGCONT)
    await asyncio.sleep(REST + 0.05)
    assert await health.call(client.ping)
    assert not health.down
    await close(client)


async def test_refusal_is_no_outage(redis: Redis) -> None:
    """A server that answers with an error is not taken for one that is down."""
    health = RedisHealth()
    await redis.set("text", "text")
    with pytest.raises(RedisUnavailable):
        await health.call(lambda: redis.incr("text"))
    assert not health.down
    assert await health.call(lambda: redis.get("text")) == b"text"


async def test_burst_waits_for_connections(redis: Redis) -> None:
    """More calls at once than connections are all answered."""
    health = RedisHealth()
    answers = await asyncio.gather(*(health.call(lambda: redis.incr("count")) for _ in range(500)))
    assert sorted(answers) == list(range(1, 501))
