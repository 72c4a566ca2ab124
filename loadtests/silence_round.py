"""One flip of the kill switch under load: everyone is being answered, an operator stops it, everyone listens."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import httpx

from loadtests.figures import LoadFailedError
from loadtests.fleet import Fleet
from loadtests.people import Answer, Body, Customer
from loadtests.streams import WORDS, Stream

LISTENED: Final = 0.8  # seconds after the 200; longer than any goal with Redis
LISTENED_WITHOUT_REDIS: Final = 1.6
NOTICED_WITHIN: Final = 1.5  # seconds; the flip comes at any moment from the outage on
SITTING_DOWN: Final = 24  # customers who begin to be answered at a time: a fleet on one machine takes them one by one
TRIES, BETWEEN_TRIES = 5, 0.5  # seconds; the budget can be read again a moment after Redis is back
ASKING: Final = 10  # every tenth customer asks again while the switch is on
PUT_WITHIN: Final = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class Seat:
    """A customer who reads on one replica and asks on another, and the turns that were asked for."""

    customer: Customer
    stream: Stream
    writer: str
    turns: list[asyncio.Task[Answer]] = field(default_factory=list)

    def ask(self, text: str) -> None:
        """Send a message on the replica that writes."""
        self.turns.append(asyncio.ensure_future(self.customer.say(self.writer, text)))

    async def settle(self) -> list[str]:
        """Wait for the end of every turn; returns what was answered instead of 200."""
        answers = await asyncio.gather(*self.turns, return_exceptions=True)
        self.turns.clear()
        told = [type(each).__name__ if isinstance(each, BaseException) else str(each.status) for each in answers]
        return [each for each in told if each != "200"]

    async def leave(self) -> None:
        """Wait for nothing any more."""
        for turn in self.turns:
            turn.cancel()
        await self.settle()

    def words(self, since: float, until: float) -> list[float]:
        """The moments between two, at which this customer read a word of the assistant."""
        recent = reversed(self.stream.heard)
        return [heard.at for heard in recent if since < heard.at <= until and heard.kind in WORDS]


@dataclass(frozen=True, slots=True)
class Flip:
    """What one flip did; times are milliseconds. `redis` is `there`, `frozen` or `killed`."""

    scope: str
    redis: str
    put: float
    """From the request to its 200."""
    applied: tuple[float, ...]
    """As each replica that had applied it says; NaN where it had not within two seconds."""
    speaking: int
    """Customers who read a word in the half second before."""
    last_words: tuple[float, ...]
    """From the 200 to the last word, for each customer; 0 where none came after it."""
    last_word_from_request: float
    calls: int
    """Times that the provider was asked to complete after the 200."""
    failed: tuple[str, ...]
    """What messages were answered instead of 200."""
    breaks: int
    """Streams that ended by themselves since the flip before, and were opened again."""

    @property
    def last_word(self) -> float:
        """The last word that anybody read."""
        return max(self.last_words)


@dataclass(frozen=True, slots=True)
class Round:
    """Flips, one after the other, before the same audience. `question` is answered for longer than a flip takes."""

    fleet: Fleet
    seats: Sequence[Seat]
    question: str
    chance: random.Random

    async def flip(self, scope: str, redis: str = "there") -> Flip:
        """Bring everyone to be answered, stop it, listen, and let the assistant speak again."""
        breaks = sum(seat.stream.breaks for seat in self.seats)
        await asyncio.to_thread(self.fleet.upstream.clear)
        await self._speak()
        await asyncio.to_thread(self._break, redis)
        await asyncio.sleep(self.chance.uniform(0, 0.3 if redis == "there" else NOTICED_WITHIN))
        url = self.chance.choice(self.fleet.urls)
        sent = time.monotonic()
        stopped, body = await asyncio.to_thread(self._put, url, scope, on=True)
        for seat in self.seats[::ASKING]:
            seat.ask(self.question)
        await asyncio.sleep(LISTENED if redis == "there" else LISTENED_WITHOUT_REDIS)
        until = time.monotonic()
        record = await asyncio.to_thread(self.fleet.upstream.record)
        await asyncio.to_thread(self._mend, redis)
        await asyncio.to_thread(self._put, url, scope, on=False)
        failed = await asyncio.gather(*(seat.settle() for seat in self.seats))
        words = [seat.words(sent, until) for seat in self.seats]
        return Flip(
            scope,
            redis,
            (stopped - sent) * 1000,
            tuple(float("nan") if each["ms"] is None else each["ms"] for each in body["applied"]),
            sum(bool(seat.words(sent - 0.5, sent)) for seat in self.seats),
            tuple(max((max(each, default=stopped) - stopped) * 1000, 0.0) for each in words),
            (max((at for each in words for at in each), default=sent) - sent) * 1000,
            sum(stopped < asked["at"] <= until and asked["path"].endswith("/chat/completions") for asked in record),
            tuple(chain.from_iterable(failed)),
            sum(seat.stream.breaks for seat in self.seats) - breaks,
        )

    async def _speak(self) -> None:
        """Ask everything, and wait until each customer reads pieces of the answer."""
        room = asyncio.Semaphore(SITTING_DOWN)
        silent = [end for end in await asyncio.gather(*(self._be_answered(seat, room) for seat in self.seats)) if end]
        if silent:
            raise LoadFailedError(f"{len(silent)} customers were not answered before a flip, the first: {silent[0]}")

    async def _be_answered(self, seat: Seat, room: asyncio.Semaphore) -> str:
        """Ask until an answer begins, a few times at most; returns how the last one ended instead."""
        end = "nothing was heard for long"
        async with room:
            for _ in range(TRIES):
                since = len(seat.stream.heard)
                seat.ask(self.question)
                heard = await seat.stream.until(lambda heard: heard.kind in {"reply.delta", "turn.ended"}, since)
                if heard is not None and heard.kind == "reply.delta":
                    return ""
                end = str(heard.data) if heard else "the stream ended" if seat.stream.ended else end
                await asyncio.sleep(BETWEEN_TRIES)
        return end

    def _put(self, url: str, scope: str, *, on: bool) -> tuple[float, Body]:
        """Turn the switch, outside the loop, so that its own moment is not read late; returns when it was answered."""
        headers = {"Authorization": f"Bearer {self.fleet.key}"}
        with httpx.Client(base_url=url, headers=headers, trust_env=False, timeout=PUT_WITHIN) as http:
            address = f"/v1/operator/kill-switches/{scope}"
            answer = http.put(address, json={"on": on, "reason": "a load test turns it"})
            at = time.monotonic()
        if not answer.is_success:
            raise LoadFailedError(f"The switch answered {answer.status_code}: {answer.text}")
        return at, answer.json()

    def _break(self, redis: str) -> None:
        if redis == "frozen":
            self.fleet.redis.freeze()
        elif redis == "killed":
            self.fleet.redis.stop()

    def _mend(self, redis: str) -> None:
        if redis == "frozen":
            self.fleet.redis.thaw()
        elif redis == "killed":
            self.fleet.redis.start()
