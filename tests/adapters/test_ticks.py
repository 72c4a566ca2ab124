"""Shared timers: nobody is woken too early, far too late, or after they have left."""

import asyncio

from app.adapters.ticks import STEP, Ticks


class Sleeper:
    """Somebody who waits, and when they were woken."""

    def __init__(self) -> None:
        self.woken: list[float] = []

    def due(self) -> None:
        """Be woken."""
        self.woken.append(asyncio.get_running_loop().time())


async def test_each_is_woken_once_in_time() -> None:
    """Within a step after it was due; one that was due long ago, at once."""
    ticks, began = Ticks(), asyncio.get_running_loop().time()
    times = (began - 9, began + 0.01, began + 0.02, began + STEP + 0.02)
    sleepers = [(when, Sleeper()) for when in times]
    for when, sleeper in sleepers:
        ticks.add(sleeper, when)
    await asyncio.sleep(4 * STEP)
    for when, sleeper in sleepers:
        (woken,) = sleeper.woken
        assert woken >= when
        assert woken <= max(when, began) + 3 * STEP  # a busy machine is late itself


async def test_who_left_is_not_woken() -> None:
    """Another one at the same moment is."""
    ticks, left, stayed = Ticks(), Sleeper(), Sleeper()
    until = asyncio.get_running_loop().time() + 0.01
    tick = ticks.add(left, until)
    ticks.add(stayed, until)
    ticks.drop(left, tick)
    await asyncio.sleep(3 * STEP)
    ticks.drop(stayed, tick)  # too late is fine
    assert (left.woken, len(stayed.woken)) == ([], 1)
