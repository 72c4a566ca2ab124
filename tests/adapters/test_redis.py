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

from app.adapters.redis import AT_ONCE, BOUND, SLOWEST_LOOK, RedisHealth, RedisUnavailable, close, connect
from tests.servers import RedisServer


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of the tests' Redis."""
    client = connect(redis_url)
    yield client
    await close(client)


@pytest.fixture
async def patient_redis(redis_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Redis]:
    """A client that waits longer: for tests of what many calls do, on a machine that may be busy."""
    monkeypatch.setattr("app.adapters.redis.BOUND", 10.0)
    client = connect(redis_url)
    yield client
    await close(client)


def process_of(server: RedisServer) -> int:
    """The id of the server's process."""
    with blocking.Redis.from_url(server.url) as admin:
        return int(admin.info()["process_id"])


async def test_cancelled_call_leaves_no_answer_behind(patient_redis: Redis) -> None:
    """Calls cancelled at random moments never give someone else's answer to the next, and the pool keeps its size."""
    redis = patient_redis
    health, chance = RedisHealth(redis), random.Random(7)  # noqa: S311 - chance picks moments, no secret
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
    await asyncio.gather(*health._running)
    pool = redis.connection_pool
    assert not pool._in_use_connections
    assert len(pool._available_connections) <= AT_ONCE


async def test_cancelled_bare_call_closes_its_connection(redis: Redis) -> None:
    """Outside RedisHealth too, redis-py closes the connection of a call that is cancelled while it waits."""
    await redis.set("mine", "mine")
    waiting = asyncio.ensure_future(redis.blpop(["nothing"], timeout=0.2))
    await asyncio.sleep(0.02)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await redis.rpush("nothing", "late")
    assert await redis.get("mine") == b"mine"


@pytest.mark.alone
async def test_hanging_redis_costs_one_bounded_wait(own_redis: RedisServer) -> None:
    """A stopped server: the first call ends within its bound, all others at once, and once it is back they work."""
    client = connect(own_redis.url)
    health = RedisHealth(client)
    await health.call(client.ping)
    pid = process_of(own_redis)
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
        await asyncio.sleep(1)
        began = time.monotonic()
        with pytest.raises(RedisUnavailable):
            await health.call(client.ping)
        assert time.monotonic() - began < 0.05
    finally:
        os.kill(pid, signal.SIGCONT)
    await asyncio.sleep(SLOWEST_LOOK + BOUND)
    assert await health.call(client.ping)
    await close(client)


async def test_refusal_is_no_outage(redis: Redis) -> None:
    """A server that answers with an error is not taken for one that is down."""
    health = RedisHealth(redis)
    await redis.set("text", "text")
    with pytest.raises(RedisUnavailable):
        await health.call(lambda: redis.incr("text"))
    assert not health.down
    assert await health.call(lambda: redis.get("text")) == b"text"


async def test_burst_waits_for_room(patient_redis: Redis) -> None:
    """More calls at once than room for them are all answered."""
    health = RedisHealth(patient_redis)
    answers = await asyncio.gather(*(health.call(lambda: patient_redis.incr("count")) for _ in range(200)))
    assert sorted(answers) == list(range(1, 201))


async def test_busy_process_is_no_outage_for_long(redis: Redis) -> None:
    """Where this process was too busy to listen in time, calls go through again within a moment, not after a second."""
    health = RedisHealth(redis)
    await redis.set("count", "0")
    await asyncio.gather(*(health.call(lambda: redis.incr("count")) for _ in range(5000)), return_exceptions=True)
    if health._looking is not None:
        await asyncio.wait_for(health._looking, SLOWEST_LOOK)
    assert await health.call(lambda: redis.get("count"))


async def test_closing_while_down_ends_the_looking() -> None:
    """Nothing goes on looking for a Redis once the process shuts down."""
    client = connect("redis://127.0.0.1:1/0")
    health = RedisHealth(client)
    with pytest.raises(RedisUnavailable):
        await health.call(client.ping)
    assert health.down
    await health.close()
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    await close(client)
