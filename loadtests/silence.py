"""`make silence`: how soon after an operator's 200 the assistant is silent everywhere, while a fleet writes replies.

Every customer reads on one replica what another writes, a quarter of them on the same. Before each flip all are being
answered; it stops them, everyone listens, some ask again while it is on, and it is switched off. What counts is the
last word that any of them read, and the last time the provider was asked. At the end each flip finds Redis frozen or
killed.
"""

import argparse
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import chain
from typing import Final

import aiohttp
import uvloop

from loadtests.figures import Goal, Lag, LoadFailedError, percentile, spread, verdict
from loadtests.fleet import TENANT, WORKFLOW, Fleet, fleet
from loadtests.people import Customer, connections
from loadtests.silence_round import Flip, Round, Seat

SCOPES: Final = ("service", f"tenant:{TENANT}", f"workflow:{WORKFLOW}")
P50, P99, MOST, MOST_WITHOUT_REDIS = 50, 200, 500, 1000  # milliseconds
REPLY: Final = 120.0  # seconds that a reply would take; longer than its customers need to sit down and be stopped


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done: how many streams, flips with Redis and without it, pieces a second of each reply, and the seed."""

    streams: int = 200
    flips: int = 100
    without_redis: int = 10
    pace: int = 10
    seed: int = 1

    @property
    def question(self) -> str:
        """What every customer asks; the stand-in takes its pace from it."""
        return f"How long does delivery take? [[stub tokens={self.pace * REPLY:.0f} tps={self.pace}]]"


async def measure(fleet: Fleet, plan: Plan, lag: Lag) -> list[Flip]:
    """Flip as planned; raises LoadFailedError where the assistant can't be brought to speak."""
    chance = random.Random(plan.seed)
    wanted = ["there"] * plan.flips + [("frozen", "killed")[turn % 2] for turn in range(plan.without_redis)]
    async with connections() as http, AsyncExitStack() as streams, lag.watched():
        seats = [await _seat(fleet, http, streams, number) for number in range(plan.streams)]
        flips = Round(fleet, seats, plan.question, chance)
        return [await flips.flip(chance.choice(SCOPES), redis) for redis in wanted]


async def _seat(fleet: Fleet, http: aiohttp.ClientSession, streams: AsyncExitStack, number: int) -> Seat:
    """Seat a customer who reads on one replica and asks on one that is 0, 1, 2 … further."""
    reader, further = number % len(fleet.urls), number // len(fleet.urls)
    url = fleet.urls[reader]
    customer = await Customer.meet(http, url, fleet.site)
    stream = await streams.enter_async_context(customer.following(url))
    seat = Seat(customer, stream, fleet.urls[(reader + further) % len(fleet.urls)])
    streams.push_async_callback(seat.leave)
    return seat


def goals(flips: Sequence[Flip]) -> list[Goal]:
    """Hold what was measured to what is promised."""
    there = [flip.last_word for flip in flips if flip.redis == "there"]
    without = [flip.last_word for flip in flips if flip.redis != "there"]
    promised = [
        Goal("200 to the last word anybody reads, p50", percentile(there, 0.5), P50),
        Goal("200 to the last word anybody reads, p99", percentile(there, 0.99), P99),
        Goal("200 to the last word anybody reads, longest", max(there, default=math.nan), MOST),
    ]
    if without:
        promised.append(Goal("the same without Redis, longest", max(without), MOST_WITHOUT_REDIS))
    return [
        *promised,
        Goal("model calls begun after the 200", sum(flip.calls for flip in flips), 0, ""),
        Goal("messages that failed", sum(len(flip.failed) for flip in flips), 0, ""),
    ]


def beside(flips: Sequence[Flip], lag: Lag) -> list[tuple[str, str]]:
    """What helps to judge the figures."""
    told: list[tuple[str, str]] = []
    for redis in ("there", "frozen", "killed"):
        own = [flip for flip in flips if flip.redis == redis]
        applied = [ms for flip in own for ms in flip.applied]
        told += [
            (f"Redis {redis}: PUT", spread([flip.put for flip in own])),
            ("  applied, as the replicas say", spread(applied)),
            ("  request to the last word", spread([flip.last_word_from_request for flip in own])),
            ("  customers being answered at the flip", f"{min((flip.speaking for flip in own), default=0)} or more"),
        ] * bool(own)
    failed = Counter(chain.from_iterable(flip.failed for flip in flips))
    told.append(("messages that failed", ", ".join(f"{count} with {kind}" for kind, count in failed.items()) or "none"))
    told.append(("streams that ended by themselves", str(sum(flip.breaks for flip in flips))))
    each = [word for flip in flips if flip.redis == "there" for word in flip.last_words]
    return [
        *told,
        ("200 to the last word, each stream", spread(each)),
        ("this process read late by", spread(lag.waits)),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 where a goal was missed or nothing could be measured."""
    options = _options(arguments)
    plan = Plan(options.streams, options.flips, options.without_redis, options.pace, options.seed)
    lag = Lag()
    try:
        with fleet(options.replicas) as running:
            flips = uvloop.run(measure(running, plan, lag))
    except LoadFailedError as problem:
        print(problem, file=sys.stderr)
        return 1
    title = f"{options.replicas} replicas, {plan.streams} streams, {len(flips)} flips, seed {plan.seed}"
    return verdict(title, goals(flips), beside(flips, lag))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    usual = Plan()
    parser = argparse.ArgumentParser(prog="make silence", description=__doc__)
    parser.add_argument("--replicas", type=int, default=4)
    parser.add_argument("--streams", type=int, default=usual.streams)
    parser.add_argument("--flips", type=int, default=usual.flips)
    parser.add_argument("--without-redis", type=int, default=usual.without_redis, help="flips, added to the others")
    parser.add_argument("--pace", type=int, default=usual.pace, help="pieces a second of each reply")
    parser.add_argument("--seed", type=int, default=usual.seed)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
