"""`python -m loadtests.flood`: what one tenant's flood costs another, beside an equal load sent past the service."""

import argparse
import asyncio
import math
import sys
import time
from collections.abc import Sequence
from itertools import chain
from statistics import median
from typing import Any, Final

from loadtests.bench.machine import cpu_seconds
from loadtests.figures import Goal, LoadFailedError, percentile, spread, verdict
from loadtests.fleet import Fleet, fleet
from loadtests.flooder import CONTACTS, RATE, SITE, Flooded, flood, past
from loadtests.people import Customer, connections
from loadtests.servers import ServerFailedError
from loadtests.streams import Heard
from loadtests.upstream_process import UpstreamFailedError

REPLY: Final[dict[str, Any]] = {"ttft": 200, "tps": 50, "tokens": 64}
QUESTION: Final = "How long does delivery take?"
MOST_CHANGE: Final = 10.0  # percent


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure both in turn and print; returns 1 where the other tenant's p95 changes by more than it may."""
    parser = argparse.ArgumentParser(prog="loadtests.flood", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10, help="of each load in each round")
    parser.add_argument("--customers", type=int, default=16, help="of the other tenant, each always in a turn")
    options = parser.parse_args(arguments)
    try:
        with fleet(1, limited=("lumen",), **REPLY) as running:
            return asyncio.run(_measure(running, options))
    except (LoadFailedError, ServerFailedError, UpstreamFailedError) as problem:
        print(problem, file=sys.stderr)
        return 1


async def _measure(running: Fleet, options: argparse.Namespace) -> int:
    url = running.urls[0]
    async with connections() as http, past() as sink:
        them = [await Customer.meet(http, url, running.site) for _ in range(options.customers)]
        flooders = [await Customer.meet(http, url, SITE) for _ in range(CONTACTS)]
        await _turns(them, url, options.seconds / 2)  # to warm up
        beside: list[list[float]] = []
        under: list[list[float]] = []
        for _ in range(options.rounds):
            for where, found in ((sink, beside), (url, under)):
                done = await asyncio.gather(_turns(them, url, options.seconds), flood(flooders, where, options.seconds))
                found.append(done[0])
        cost = await _cost_of_refusing(running, flooders, options.seconds)
    return _tell(beside, under, cost)


async def _turns(customers: Sequence[Customer], url: str, seconds: float) -> list[float]:
    """Keep every customer in a turn for so long; returns the milliseconds of each, endless where refused."""
    until = time.monotonic() + seconds

    async def one(customer: Customer) -> list[float]:
        took = []
        while (began := time.monotonic()) < until:
            took.append((await _ended(customer, url) - began) * 1000)
        return took

    return [each for took in await asyncio.gather(*map(one, customers)) for each in took]


async def _ended(customer: Customer, url: str) -> float:
    """Say something; returns when its turn ended, infinitely late where it was refused."""
    try:
        async with customer.saying(url, QUESTION) as stream:
            end = await stream.until(_is_end)
    except LoadFailedError:
        await asyncio.sleep(1)  # as long as a customer is asked to wait
        return math.inf
    return end.at if end else math.inf


def _is_end(heard: Heard) -> bool:
    return heard.kind == "turn.ended"


async def _cost_of_refusing(running: Fleet, flooders: Sequence[Customer], seconds: float) -> tuple[Flooded, float]:
    """Flood alone, once the limit is used up; returns what was answered and the milliseconds of processor for each."""
    before = cpu_seconds(running.pids[0])
    answered = await flood(flooders, running.urls[0], seconds)
    return answered, (cpu_seconds(running.pids[0]) - before) / max(answered.total(), 1) * 1000


def _tell(beside: Sequence[Sequence[float]], under: Sequence[Sequence[float]], cost: tuple[Flooded, float]) -> int:
    changes = [(percentile(b, 0.95) / percentile(a, 0.95) - 1) * 100 for a, b in zip(beside, under, strict=True)]
    return verdict(
        f"one tenant floods at 20 times its limit ({RATE:.0f} messages a second); another's turns meanwhile",
        [
            Goal("change of the p95, median of the rounds", median(changes), MOST_CHANGE, "%"),
            Goal("turns of the other that were refused or never ended", sum(map(math.isinf, chain(*under))), 0, ""),
        ],
        [
            ("flood past the service", spread([*chain(*beside)])),
            ("flood into the service", spread([*chain(*under)])),
            ("change of the p95 in each round", ", ".join(f"{each:+.1f} %" for each in changes)),
            ("a flood alone is answered", f"{dict(cost[0])}, {cost[1]:.2f} ms of processor each"),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())
