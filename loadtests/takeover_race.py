"""One race: a person takes a conversation while the assistant writes in it; and what must hold whoever wins."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from loadtests.fleet import Fleet
from loadtests.people import Answer, Body, Customer, Operator
from loadtests.streams import WORDS, Heard, Stream

AFTERWARDS: Final = 0.15  # seconds in which a late word would still come
CLAIM_HEARD_WITHIN: Final = 5.0
BEFORE_THE_FIRST_PIECE: Final = 0.2  # of the races
FIRST_PIECE: Final = 0.15  # seconds that a reply takes to begin, about
TECHNICAL: Final = frozenset({"over_budget", "moderation_unavailable", "model_unavailable", "model_timeout"})
"""Why a turn may be handed over before the claim is there, where the machine is too slow for its deadlines."""
TOKENS, PACE = (5, 40), (40, 200)  # a reply has so many pieces, so many a second


@dataclass(frozen=True, slots=True)
class Seat:
    """A customer who follows the conversation on one replica from the first race to the last."""

    customer: Customer
    stream: Stream
    reader: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What a claim was answered, and when, in seconds of the monotonic clock."""

    answer: Answer
    took: float
    at: float


@dataclass(frozen=True, slots=True)
class Race:
    """What came of a race: the reply was `completed` before the claim, `withdrawn`, or had `not begun`."""

    number: int
    kind: str
    reply: str
    claim_ms: float
    last_word_ms: float
    """From the 200 to the last word, as read; 0 where it was read before."""
    broken: tuple[str, ...]
    """The promises that did not hold."""


@dataclass(frozen=True, slots=True)
class Racing:
    """Runs races of one seed. The claim goes through another replica than the one that writes or is read from."""

    fleet: Fleet
    operator: Operator
    seed: int

    async def race(self, number: int, seat: Seat, handoff: str | None) -> Race:
        """Race a claim of the handoff, or a take-over without one, against the answer to a message."""
        chance = random.Random(f"{self.seed}.{number}")
        others = [url for url in self.fleet.urls if url != seat.reader] or [seat.reader]
        writer, through = chance.sample(others, 2) if len(others) > 1 else (others[0], seat.reader)
        tokens, pace = chance.randint(*TOKENS), chance.randint(*PACE)
        since = len(seat.stream.heard)
        question = f"How long does delivery take? [[stub tokens={tokens} tps={pace}]]"
        async with seat.customer.saying(writer, question) as turn:
            if chance.random() > BEFORE_THE_FIRST_PIECE:
                await turn.until(lambda heard: heard.kind in {"reply.delta", "turn.ended"})
                await asyncio.sleep(chance.uniform(0, 1.1 * tokens / pace))
            else:
                await asyncio.sleep(chance.uniform(0, FIRST_PIECE))
            claim = await self._claim(through, seat, handoff)
            told = await seat.stream.until(_is_claim, since, CLAIM_HEARD_WITHIN)
            await asyncio.sleep(AFTERWARDS)
            events, own = seat.stream.heard[since:], list(turn.heard)
        stored = await seat.customer.messages_after(through, told.seq if told else 0)
        broken = judged(claim.answer.status, events, own, stored)
        last = max((heard.at for heard in [*events, *own] if heard.kind in WORDS), default=claim.at)
        kind = "claim" if handoff else "take-over"
        late = max(last - claim.at, 0.0) * 1000
        await self._give_back(through, seat, told)
        return Race(number, kind, fate(events), claim.took * 1000, late, tuple(broken))

    async def _claim(self, url: str, seat: Seat, handoff: str | None) -> Claim:
        began = time.monotonic()
        if handoff is None:
            answer = await self.operator.take_over(url, seat.customer.conversation)
        else:
            answer = await self.operator.claim(url, handoff)
        return Claim(answer, time.monotonic() - began, time.monotonic())

    async def _give_back(self, url: str, seat: Seat, told: Heard | None) -> None:
        """Let the assistant have the conversation for the next race."""
        if told is not None:
            since = len(seat.stream.heard)
            (await self.operator.give_back(url, told.data["handoff_id"])).of(200)
            await seat.stream.until(lambda heard: heard.kind == "handoff.returned", since)


def fate(events: Sequence[Heard]) -> str:
    """Say what became of the reply."""
    kinds = {heard.kind for heard in events}
    ends = {"reply.completed": "completed", "reply.withdrawn": "withdrawn", "reply.started": "unfinished"}
    return next((fate for kind, fate in ends.items() if kind in kinds), "not begun")


def judged(status: int, events: Sequence[Heard], own: Sequence[Heard], stored: Sequence[Body]) -> list[str]:
    """Name the promises that a race broke.

    `events` are those that a third replica sent from the message on, `own` those of the turn's own stream, `stored` the
    messages with a higher number than the claim.
    """
    if status != 200:  # noqa: PLR2004 - OK
        return [f"the claim was answered {status}"]
    claimed = next((place for place, heard in enumerate(events) if _is_claim(heard)), None)
    if claimed is None:
        return ["handoff.claimed was not sent"]
    seq, before = events[claimed].seq, events[:claimed]
    ended = next((heard for heard in before if heard.kind == "turn.ended"), None)
    replies = fate(before)
    promises = {
        "a reply.* event came after handoff.claimed": not any(heard.by_assistant for heard in events[claimed:]),
        "the assistant's message has a higher number": all(each["author"] != "assistant" for each in stored),
        "the reply was neither completed nor withdrawn": replies != "unfinished",
        "the reply was completed and withdrawn": not {"reply.completed", "reply.withdrawn"} <= {h.kind for h in before},
        "the turn had not ended when handoff.claimed was sent": ended is not None,
        f"its reply {replies}, the turn ended {ended and ended.data}": ended is None or _fits(ended, replies),
        "the turn's own stream did not end with turn.ended": bool(own) and own[-1].kind == "turn.ended",
        "the turn's own stream told of the reply after the claim": all(h.seq < seq for h in own if h.by_assistant),
    }
    return [broken for broken, held in promises.items() if not held]


def _fits(ended: Heard, reply: str) -> bool:
    """Tell whether a turn's end is one of those that its reply may have."""
    match reply, ended.data["outcome"], ended.data.get("reason"):
        case ("completed", "answered", None) | ("not begun", "delivered", None):
            return True
        case ("withdrawn" | "not begun", "handed_off", reason):
            return reason == "taken_over" or reason in TECHNICAL
    return False


def _is_claim(heard: Heard) -> bool:
    return heard.kind == "handoff.claimed"
