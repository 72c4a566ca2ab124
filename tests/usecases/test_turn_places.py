"""Places: bounded, dealt out fairly, and none is ever lost."""

import asyncio
import random
from contextlib import suppress

import pytest

from app.domain.handoff import Reason
from app.domain.turn import Outcome, TurnStopped
from app.usecases.turn_places import TurnPlaces


async def test_no_more_are_open_than_there_are_places() -> None:
    """However many come at once; each gets its turn."""
    places, most, done = TurnPlaces(most=3), 0, 0

    async def turn(tenant: str) -> None:
        nonlocal most, done
        async with places.place(tenant):
            most = max(most, places.open)
            await asyncio.sleep(0)
        done += 1

    await asyncio.gather(*(turn(f"tenant-{number % 4}") for number in range(60)))
    assert (most, done) == (3, 60)
    assert (places.open, places.waiting) == (0, 0)


async def test_a_flood_costs_another_tenant_one_place() -> None:
    """The other one is next when a place comes free, however long the flood's line is."""
    places, order, gate = TurnPlaces(most=2), list[str](), asyncio.Event()

    async def turn(tenant: str) -> None:
        async with places.place(tenant):
            order.append(tenant)
            await gate.wait()

    flood = [asyncio.ensure_future(turn("flood")) for _ in range(50)]
    await asyncio.sleep(0)
    other = asyncio.ensure_future(turn("other"))
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*flood, other)
    assert order.index("other") == 2


async def test_who_waits_too_long_goes_to_a_person() -> None:
    """The line has a deadline."""
    places = TurnPlaces(most=1, deadline=0.02)
    async with places.place("harbor"):
        with pytest.raises(TurnStopped) as stopped:
            async with places.place("harbor"):
                pytest.fail("there was no place")
    assert (stopped.value.outcome, stopped.value.reason) == (Outcome.HANDED_OFF, Reason.MODEL_UNAVAILABLE)
    assert (places.open, places.waiting) == (0, 0)


async def test_the_line_is_bounded() -> None:
    """One tenant may fill half of it, never all."""
    places = TurnPlaces(most=1, most_waiting=4)
    async with places.place("flood"):
        lined = [asyncio.ensure_future(places.place("flood").__aenter__()) for _ in range(5)]
        await asyncio.sleep(0)
        assert places.waiting == 2
        other = asyncio.ensure_future(places.place("other").__aenter__())
        await asyncio.sleep(0)
        assert places.waiting == 3
        for each in (*lined, other):
            each.cancel()
        results = await asyncio.gather(*lined, other, return_exceptions=True)
        assert sum(isinstance(result, TurnStopped) for result in results) == 3
    assert (places.open, places.waiting) == (0, 0)


@pytest.mark.parametrize("seed", range(20))
async def test_no_place_is_lost(seed: int) -> None:
    """Whatever is cancelled or late, and whenever."""
    chance = random.Random(seed)  # noqa: S311  # chance, no secret
    places = TurnPlaces(most=2, most_waiting=20, deadline=0.004)

    async def turn(tenant: str) -> None:
        with suppress(TurnStopped):
            async with places.place(tenant):
                await asyncio.sleep(chance.random() * 0.004)

    turns = [asyncio.ensure_future(turn(chance.choice("abc"))) for _ in range(30)]
    for each in turns:
        await asyncio.sleep(chance.random() * 0.002)
        if chance.random() < 0.4:
            each.cancel()
    await asyncio.gather(*turns, return_exceptions=True)
    assert (places.open, places.waiting) == (0, 0)
