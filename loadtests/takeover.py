"""`make takeover`: seeded races of a person against the assistant, and many people against each other.

The customer reads on one replica, another writes the reply, the claim goes through a third, at any moment of it. Half
the races claim a handoff that waits for a technical reason, so that the assistant answers meanwhile; the others take
over without one. The same seed makes the same races; `broken` names the number of each that broke a promise.
"""

import argparse
import asyncio
import math
import sys
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from http import HTTPStatus
from itertools import chain
from typing import Final

import uvloop

from loadtests.figures import Goal, LoadFailedError, percentile, spread, verdict
from loadtests.fleet import WORKFLOW, Fleet, fleet
from loadtests.people import Customer, Operator, connections
from loadtests.takeover_race import Race, Racing, Seat

SHOWN: Final = 20  # broken races, in full
SWITCH: Final = f"workflow:{WORKFLOW}"
CLAIMS: Final = 100
TIMES_MORE: Final = 5  # that a claim is sent again where the service is too busy to say


@dataclass(frozen=True)
class Plan:
    """What is done: how many races, how many of them at once, how often many claim one handoff, and the seed."""

    races: int = 10_000
    at_once: int = 40
    contests: int = 10
    seed: int = 1


async def measure(fleet: Fleet, plan: Plan) -> tuple[list[Race], list[Counter[int]]]:
    """Run every race and contest; raises LoadFailedError where one can't be run."""
    async with seated(fleet, plan.at_once) as (seats, operator):
        racing = Racing(fleet, operator, plan.seed)
        races: list[Race] = []
        while len(races) < plan.races:
            handoffs = await _waiting(fleet, operator, seats[::2])
            wanted = chain.from_iterable((handoff, None) for handoff in handoffs)
            numbers = range(len(races), plan.races)
            begun = [racing.race(*each) for each in zip(numbers, seats, wanted, strict=False)]
            races += await asyncio.gather(*begun)
        return races, [await contest(fleet, operator, seats[0].customer) for _ in range(plan.contests)]


@asynccontextmanager
async def seated(fleet: Fleet, number: int) -> AsyncIterator[tuple[list[Seat], Operator]]:
    """Seat so many customers over all replicas, and call an operator."""
    async with connections() as http, AsyncExitStack() as streams:
        seats = []
        for reader in (fleet.urls[place % len(fleet.urls)] for place in range(number)):
            customer = await Customer.meet(http, reader, fleet.site)
            stream = await streams.enter_async_context(customer.following(reader))
            seats.append(Seat(customer, stream, reader))
        yield seats, Operator(http, fleet.key)


async def _waiting(fleet: Fleet, operator: Operator, seats: Sequence[Seat]) -> list[str]:
    """Make these customers wait for a person because the assistant was switched off; returns their handoffs."""
    url = fleet.urls[0]
    (await operator.flip(url, SWITCH, on=True)).of(200)
    asked = await asyncio.gather(*(seat.customer.say(seat.reader, "Is anybody there?") for seat in seats))
    (await operator.flip(url, SWITCH, on=False)).of(200)
    return [str((answer.of(200)["handoff"] or {}).get("handoff_id", "")) for answer in asked]


async def contest(fleet: Fleet, operator: Operator, customer: Customer) -> Counter[int]:
    """Claim one handoff many times at once, over all replicas; returns how often each status was answered."""
    handoff = await customer.ask_for_person(fleet.urls[0])
    claims = (_claim(operator, fleet.urls[number % len(fleet.urls)], handoff) for number in range(CLAIMS))
    statuses = Counter(await asyncio.gather(*claims))
    await operator.give_back(fleet.urls[0], handoff)
    return statuses


async def _claim(operator: Operator, url: str, handoff: str) -> int:
    """Claim, and a few times more where a service too busy to say asks to come back; returns the last status."""
    status = (await operator.claim(url, handoff)).status
    for _ in range(TIMES_MORE):
        if status != HTTPStatus.SERVICE_UNAVAILABLE:
            break
        await asyncio.sleep(1)
        status = (await operator.claim(url, handoff)).status
    return status


def goals(races: Sequence[Race], contests: Sequence[Counter[int]]) -> list[Goal]:
    """Hold what was measured to what is promised."""
    one = Counter({200: 1, 409: CLAIMS - 1})
    return [
        Goal("races that broke a promise", sum(bool(race.broken) for race in races) if races else math.nan, 0, ""),
        Goal(f"contests of {CLAIMS} claims without one winner", sum(each != one for each in contests), 0, ""),
    ]


def beside(races: Sequence[Race], contests: Sequence[Counter[int]]) -> list[tuple[str, str]]:
    """What helps to judge the figures."""
    fates = Counter(f"{race.kind}, reply {race.reply}" for race in races)
    late = [race.last_word_ms for race in races]
    broken = [race for race in races if race.broken]
    return [
        *((kind, str(count)) for kind, count in sorted(fates.items())),
        ("claim to its 200", spread([race.claim_ms for race in races])),
        ("last word read after the 200", f"p99 {percentile(late, 0.99):.0f}  max {percentile(late, 1):.0f} ms"),
        ("contests", ", ".join(f"{dict(sorted(each.items()))}" for each in contests) or "none"),
        *((f"broken {race.number} ({race.kind})", "; ".join(race.broken)) for race in broken[:SHOWN]),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 where a promise was broken or nothing could be measured."""
    options = _options(arguments)
    plan = Plan(options.races, options.at_once, options.contests, options.seed)
    try:
        with fleet(options.replicas) as running:
            races, contests = uvloop.run(measure(running, plan))
    except LoadFailedError as problem:
        print(problem, file=sys.stderr)
        return 1
    title = f"{options.replicas} replicas, {len(races)} races, {plan.at_once} at once, seed {plan.seed}"
    return verdict(title, goals(races, contests), beside(races, contests))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    usual = Plan()
    parser = argparse.ArgumentParser(prog="make takeover", description=__doc__)
    parser.add_argument("--replicas", type=int, default=4)
    parser.add_argument("--races", type=int, default=usual.races)
    parser.add_argument("--at-once", type=int, default=usual.at_once)
    parser.add_argument("--contests", type=int, default=usual.contests)
    parser.add_argument("--seed", type=int, default=usual.seed)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
