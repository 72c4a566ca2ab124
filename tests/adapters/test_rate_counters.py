"""Rate counters, in memory and in Redis: one promise for both, and what Redis' does when it is down."""

import asyncio
import random
import time
from collections.abc import AsyncIterator

import pytest

from app.adapters.rate_counters import MemoryRateCounters, RedisRateCounters
from app.adapters.redis import BOUND, SLOWEST_LOOK, RedisHealth, close, connect
from app.domain.rate_policy import RateCounters
from app.domain.units import Rate
from tests.servers import RedisServer

MINUTE = Rate(3, 60)


@pytest.fixture(params=["memory", "redis"])
async def counters(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[RateCounters]:
    """Each adapter in turn; Redis' has time, so that a busy machine makes none fall back to its share."""
    monkeypatch.setattr("app.adapters.redis.BOUND", 10.0)
    if request.param == "memory":
        yield MemoryRateCounters()
        return
    client = connect(request.getfixturevalue("redis_url"))
    yield RedisRateCounters(client, RedisHealth(client), lambda: 1)
    await close(client)


async def test_counts_to_the_limit(counters: RateCounters) -> None:
    """As many hits as the rate allows, then none; another key has room of its own."""
    answers = [(await counters.hit([("contact", "a", MINUTE)]))[0] for _ in range(4)]
    assert [answer.allowed for answer in answers] == [True, True, True, False]
    assert answers[-1].remaining == 0
    assert answers[-1].rate == MINUTE
    assert 1 <= answers[-1].reset <= 61
    assert (await counters.hit([("contact", "b", MINUTE)]))[0].allowed


async def test_stops_at_the_first_bucket_without_room(counters: RateCounters) -> None:
    """A refused bucket ends the answer, and those after it are not counted; those before it are."""
    narrow, wide = ("contact", "a", Rate(1, 60)), ("tenant", "t", Rate(5, 60))
    assert [answer.name for answer in await counters.hit([narrow, wide])] == ["contact", "tenant"]
    assert [(answer.name, answer.allowed) for answer in await counters.hit([narrow, wide])] == [("contact", False)]
    assert [(await counters.hit([wide]))[0].allowed for _ in range(5)] == [True] * 4 + [False]


async def test_reset_tells_when_one_fits_again(counters: RateCounters) -> None:
    """Who waits as long as `reset` says is admitted."""
    rate = Rate(2, 1)
    answer = [(await counters.hit([("contact", "a", rate)]))[0] for _ in range(3)][-1]
    assert not answer.allowed
    assert answer.reset <= 2
    await asyncio.sleep(answer.reset)
    assert (await counters.hit([("contact", "a", rate)]))[0].allowed


async def test_a_refusal_is_remembered_until_one_fits(redis_url: str) -> None:
    """What Redis refused is refused without it, with the same words and an ever shorter wait; then it is asked."""
    client = connect(redis_url)
    counters, rate = RedisRateCounters(client, RedisHealth(client), lambda: 1), Rate(2, 2)
    bucket = ("contact", "remembered", rate)
    refused = [await counters.hit([bucket]) for _ in range(3)][-1]
    asked = (await client.info("commandstats")).get("cmdstat_evalsha", {}).get("calls")
    again = [await counters.hit([bucket, ("tenant", "remembered", MINUTE)]) for _ in range(50)]
    assert (await client.info("commandstats")).get("cmdstat_evalsha", {}).get("calls") == asked
    assert {(each.name, each.rate, each.allowed, each.remaining) for answer in again for each in answer} == {
        ("contact", rate, False, 0)
    }
    assert again[-1][0].reset <= refused[0].reset
    await asyncio.sleep(again[-1][0].reset)
    assert (await counters.hit([bucket]))[0].allowed
    await close(client)


async def test_a_full_tenant_still_counts_its_contacts(counters: RateCounters) -> None:
    """Who floods a tenant that has no room uses up the own limit, and leaves the tenant's next place to others."""
    tenant = ("tenant", "full", Rate(1, 60))
    await counters.hit([tenant])
    answers = [(await counters.hit([("contact", "floods", MINUTE), tenant]))[-1] for _ in range(5)]
    assert [answer.name for answer in answers] == ["tenant"] * 3 + ["contact"] * 2


async def test_another_rate_is_another_bucket(counters: RateCounters) -> None:
    """A limit that is raised in the tenant's file holds at once."""
    answers = [(await counters.hit([("contact", "raised", MINUTE)]))[0] for _ in range(4)]
    assert not answers[-1].allowed
    assert (await counters.hit([("contact", "raised", Rate(4, 60))]))[0].allowed


@pytest.mark.parametrize("seed", range(5))
async def test_replicas_admit_no_more_than_the_limit(redis_url: str, seed: int) -> None:
    """Whatever two replicas are asked in whatever order, in any window as many pass as the rate allows, and no more."""
    dice, client = random.Random(seed), connect(redis_url)  # noqa: S311  # no secret
    replicas = [RedisRateCounters(client, RedisHealth(client), lambda: 2) for _ in range(2)]
    rate, passed = Rate(dice.randint(1, 6), 2), list[float]()
    began = time.monotonic()

    async def ask() -> None:
        await asyncio.sleep(dice.uniform(0, 4.5))
        if (await dice.choice(replicas).hit([("contact", f"many-{seed}", rate)]))[0].allowed:
            passed.append(time.monotonic() - began)

    await asyncio.gather(*(ask() for _ in range(300)))
    assert sum(at < rate.seconds for at in passed) == rate.count
    # The library weighs the window before by what is left of it: together never more than twice the rate.
    assert all(sum(begin <= at < begin + rate.seconds for at in passed) <= 2 * rate.count for begin in passed)
    assert len(passed) > rate.count
    await close(client)


async def test_hits_at_once_are_counted_each(counters: RateCounters) -> None:
    """Of many hits at once exactly as many pass as there is room for."""
    answers = await asyncio.gather(*(counters.hit([("tenant", "t", Rate(20, 60))]) for _ in range(60)))
    assert sum(answer[0].allowed for answer in answers) == 20


async def test_one_thing_is_counted_once(redis_url: str) -> None:
    """By whichever replica is first; what it refused, or had no room for after all, is the next one's to count."""
    client = connect(redis_url)
    one, other = (RedisRateCounters(client, RedisHealth(client), lambda: 2) for _ in range(2))
    bucket = [("contact", "a", Rate(2, 60))]
    assert [answer.allowed for answer in await one.hit(bucket, "x")] == [True]
    assert await other.hit(bucket, "x") == []
    await one.forget("x")
    assert [answer.allowed for answer in await other.hit(bucket, "x")] == [True]
    assert [answer.allowed for answer in await one.hit(bucket, "y")] == [False]
    assert [answer.allowed for answer in await other.hit([("contact", "b", MINUTE)], "y")] == [True]
    await close(client)


async def test_slots(counters: RateCounters) -> None:
    """So many at once; a holder that has a slot keeps it; one given back is free; giving back twice is no error."""
    assert await counters.acquire("t", "one", 2, 60)
    assert await counters.acquire("t", "two", 2, 60)
    assert not await counters.acquire("t", "three", 2, 60)
    assert await counters.acquire("t", "one", 2, 60)
    assert await counters.acquire("other", "three", 2, 60)
    await counters.release("t", "one")
    await counters.release("t", "one")
    assert await counters.acquire("t", "three", 2, 60)


async def test_slot_comes_back_by_itself(counters: RateCounters) -> None:
    """The slot of a holder that died is free when its time is up; a longer one stays."""
    assert await counters.acquire("t", "long", 2, 60)
    assert await counters.acquire("t", "dies", 2, 0.2)
    assert not await counters.acquire("t", "next", 2, 60)
    await asyncio.sleep(0.25)
    assert await counters.acquire("t", "next", 2, 60)
    assert not await counters.acquire("t", "more", 2, 60)


async def test_without_redis_a_replica_has_its_share(own_redis: RedisServer) -> None:
    """Limits stay while Redis is down, at this replica's share, rounded up; afterwards all count together again."""
    client = connect(own_redis.url)
    counters = RedisRateCounters(client, RedisHealth(client), lambda: 4)
    assert (await counters.hit([("tenant", "t", Rate(10, 60))]))[0].allowed
    assert await counters.acquire("t", "before", 2, 60)
    own_redis.stop()
    answers = [(await counters.hit([("tenant", "t", Rate(10, 60))]))[0] for _ in range(4)]
    assert [answer.allowed for answer in answers] == [True, True, True, False]
    assert answers[-1].rate == Rate(10, 60)
    assert [await counters.acquire("t", name, 6, 60) for name in ("a", "b", "c")] == [True, True, False]
    await counters.release("t", "a")
    assert await counters.acquire("t", "c", 6, 60)
    own_redis.start()
    await asyncio.sleep(SLOWEST_LOOK + BOUND)
    answers = [(await counters.hit([("tenant", "t", Rate(10, 60))]))[0] for _ in range(11)]
    assert [answer.allowed for answer in answers] == [True] * 10 + [False]
    await close(client)


async def test_slot_released_during_an_outage_is_free_after_it(redis_url: str) -> None:
    """What could not be given back is given back before the next slot is asked for."""
    client = connect(redis_url)
    health = RedisHealth(client)
    counters = RedisRateCounters(client, health, lambda: 1)
    assert await counters.acquire("t", "one", 1, 60)
    health._went_down(OSError("planted"))
    await counters.release("t", "one")
    assert health._looking is not None
    await health._looking
    assert await counters.acquire("t", "two", 1, 60)
    assert not await counters.acquire("t", "three", 1, 60)
    await close(client)
