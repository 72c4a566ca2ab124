"""`make desk`: how soon a handoff is at the desk, and a message with the other side, on two replicas.

The customer is on one replica and the operator on the other, and each time is from the sending of a request to the
moment the event is read, the request included. All conversations go on at once.
"""

import argparse
import asyncio
import math
import random
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import aiohttp
import uvloop

from loadtests.figures import Goal, Lag, LoadFailedError, percentile, spread, verdict
from loadtests.fleet import Fleet, fleet
from loadtests.people import Customer, Operator, connections
from loadtests.streams import Heard, Stream

HANDOFF, MESSAGE = 1000, 300  # milliseconds, p95
LOST_AFTER: Final = 10.0  # seconds


@dataclass(frozen=True)
class Plan:
    """What is done: how many conversations, messages each way in each, seconds between two, and the seed."""

    desks: int = 20
    messages: int = 10
    pause: float = 2.0
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds from sending to reading; NaN where nothing came."""

    handoff: list[float] = field(default_factory=list)
    to_operator: list[float] = field(default_factory=list)
    to_customer: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Desk:
    """One operator's place, on a replica, and the plan."""

    fleet: Fleet
    http: aiohttp.ClientSession
    operator: Operator
    plan: Plan
    figures: Figures

    async def converse(self, number: int) -> None:
        """Have a customer ask for a person, claim, exchange messages, and resolve; raises LoadFailedError."""
        chance = random.Random(f"{self.plan.seed}.{number}")
        here, there = self.fleet.urls[number % 2], self.fleet.urls[(number + 1) % 2]
        customer = await Customer.meet(self.http, there, self.fleet.site)
        async with customer.following(there) as told, self.operator.looking(here, customer.conversation) as seen:
            await asyncio.sleep(chance.uniform(0, self.plan.pause))
            handoff = await self._await_handoff(customer, here, there, seen)
            (await self.operator.claim(here, handoff)).of(200)
            for turn in range(self.plan.messages):
                await self._pause(chance)
                said = f"Message {turn} of conversation {number}"
                took = await self._timed(seen, _is("message.accepted", said), customer.say(there, said))
                self.figures.to_operator.append(took)
                await self._pause(chance)
                said = f"Answer {turn} of conversation {number}"
                took = await self._timed(told, _is("operator.message", said), self.operator.say(here, handoff, said))
                self.figures.to_customer.append(took)
            (await self.operator.resolve(here, handoff)).of(200)

    async def _await_handoff(self, customer: Customer, here: str, there: str, seen: Stream) -> str:
        """Ask for a person, and time when the desk shows it; returns the handoff's id. Raises LoadFailedError.

        Where the desk is asked to read everything again, it does, as the console would.
        """
        since, began = len(seen.heard), time.monotonic()
        handoff = await customer.ask_for_person(there)
        while notice := await seen.until(lambda heard: heard.kind in {"handoff.opened", "resync"}, since, LOST_AFTER):
            since = seen.heard.index(notice) + 1
            if notice.data.get("handoff_id") == handoff or (
                notice.kind == "resync" and handoff in await self.operator.queue(here)
            ):
                at = notice.at if notice.kind == "handoff.opened" else time.monotonic()
                self.figures.handoff.append((at - began) * 1000)
                return handoff
        raise LoadFailedError(f"A handoff was not at the desk within {LOST_AFTER:.0f} s.")

    async def _pause(self, chance: random.Random) -> None:
        await asyncio.sleep(chance.uniform(0.5, 1.5) * self.plan.pause)

    async def _timed(self, stream: Stream, wanted: Callable[[Heard], bool], asking: Awaitable[object]) -> float:
        """Milliseconds from a request to the event that it makes on the other side, NaN without one."""
        since, began = len(stream.heard), time.monotonic()
        request = asyncio.ensure_future(asking)
        heard = await stream.until(wanted, since, LOST_AFTER)
        await request
        return (heard.at - began) * 1000 if heard else math.nan


def _is(kind: str, text: str) -> Callable[[Heard], bool]:
    return lambda heard: heard.kind == kind and heard.data.get("text") == text


async def measure(fleet: Fleet, plan: Plan, lag: Lag) -> Figures:
    """Hold every conversation at once; raises LoadFailedError where one can't be held."""
    figures = Figures()
    async with connections() as http, lag.watched():
        desk = Desk(fleet, http, Operator(http, fleet.key), plan, figures)
        await asyncio.gather(*(desk.converse(number) for number in range(plan.desks)))
    return figures


def goals(figures: Figures) -> list[Goal]:
    """Hold what was measured to what is promised."""
    return [
        Goal("a handoff at the desk, p95", _p95(figures.handoff), HANDOFF),
        Goal("a customer's message at the desk, p95", _p95(figures.to_operator), MESSAGE),
        Goal("an operator's message with the customer, p95", _p95(figures.to_customer), MESSAGE),
    ]


def _p95(times: Sequence[float]) -> float:
    """The figure that is promised; an event that never came is later than any other."""
    return percentile((math.inf if math.isnan(each) else each for each in times), 0.95)


def beside(figures: Figures, lag: Lag) -> list[tuple[str, str]]:
    """What helps to judge the figures."""
    return [
        ("handoff", spread(figures.handoff)),
        ("message to the desk", spread(figures.to_operator)),
        ("message to the customer", spread(figures.to_customer)),
        ("this process read late by", spread(lag.waits)),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 where a goal was missed or nothing could be measured."""
    usual = Plan()
    parser = argparse.ArgumentParser(prog="make desk", description=__doc__)
    parser.add_argument("--desks", type=int, default=usual.desks, help="conversations at once")
    parser.add_argument("--messages", type=int, default=usual.messages, help="each way, in each conversation")
    parser.add_argument("--seed", type=int, default=usual.seed)
    options = parser.parse_args(arguments)
    plan, lag = Plan(options.desks, options.messages, seed=options.seed), Lag()
    try:
        with fleet(2) as running:
            figures = uvloop.run(measure(running, plan, lag))
    except LoadFailedError as problem:
        print(problem, file=sys.stderr)
        return 1
    title = f"2 replicas, {plan.desks} conversations at once, {plan.messages} messages each way, seed {plan.seed}"
    return verdict(title, goals(figures), beside(figures, lag))


if __name__ == "__main__":
    sys.exit(main())
