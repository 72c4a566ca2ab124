"""Answer: one model through its breaker, within the turn's time; tried again only before anything was said."""

import asyncio
import itertools
import random
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing
from typing import Final, Self

from app.adapters.breaker import Breaker
from app.adapters.ticks import Ticks
from app.domain.handoff import Reason
from app.domain.llm import Finish, Finished, Llm, LlmFailure, Piece
from app.domain.turn import Prompt

FIRST_PIECE = 8.0
"""Seconds from a turn's first call to the first piece, every try and every fallback together."""
BETWEEN_PIECES = 5.0
WHOLE_ANSWER = 60.0
"""Seconds from a turn's first call to the end of the answer."""

_LONGEST_WAIT: Final = 2.0  # seconds; a vendor that asks for more is given up
_RETRIED_WITHIN: Final = 2.5  # seconds from the first call: the customer is to know of a failure within three
_BACK_OFF: Final = (0.2, 0.5)  # seconds before each retry, and up to as much again by chance

_UNSAFE: Final = frozenset({Finish.FILTERED, Finish.REFUSED})


class AnswerFailed(Exception):
    """A model gave no answer that may stand. `said`: pieces were yielded before. Holds no customer text."""

    def __init__(self, reason: Reason, code: str, *, said: bool) -> None:
        super().__init__(f"{reason}: {code}")
        self.reason = reason
        self.code = code
        self.said = said


class Patience:
    """How long a task waits for one thing after another, like `asyncio.timeout_at`, which would cost more than a piece.

    A block raises TimeoutError once its time is over.
    """

    __slots__ = ("_asked", "_over", "_tick", "_ticks", "_until", "_waiting")

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._until = 0.0
        self._waiting: asyncio.Task[object] | None = None
        self._asked = 0
        self._tick = 0
        self._over = False

    def until(self, when: float) -> Self:
        """Wait until a loop time, in the block that follows."""
        self._until = when
        return self

    def __enter__(self) -> None:
        self._waiting = asyncio.current_task()
        self._asked = self._waiting.cancelling() if self._waiting is not None else 0
        self._tick = self._ticks.add(self, self._until)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._ticks.drop(self, self._tick)
        if self._took_back() and kind is asyncio.CancelledError:
            raise TimeoutError from None

    def due(self) -> None:
        """Give up: the time is over."""
        if self._waiting is not None:
            self._over = True
            self._waiting.cancel()

    def _took_back(self) -> bool:
        """Take back that the time was over; tells whether it was, and nobody else asked the task to end meanwhile."""
        waiting, self._waiting = self._waiting, None
        over, self._over = self._over, False
        return over and waiting is not None and waiting.uncancel() <= self._asked


class Answer:
    """Streams a model's answer. `llms` are by provider name; `alert` is told the provider whose key was refused."""

    def __init__(self, llms: Mapping[str, Llm], alert: Callable[[str], None]) -> None:
        self._llms = llms
        self._alert = alert
        self._breakers: dict[tuple[str, str], Breaker] = {}
        self._chance = random.SystemRandom()
        self._ticks = Ticks()

    def deadline(self) -> float:
        """The loop time by which the first piece must be there; asked for once a turn, before its first call."""
        return asyncio.get_running_loop().time() + FIRST_PIECE

    async def __call__(self, prompt: Prompt, model: str, deadline: float) -> AsyncGenerator[Piece | Finished, None]:
        """Yield the pieces of one model's answer and `Finished` last; raises AnswerFailed. Closing it ends the call."""
        said, blank, patience, until = False, True, Patience(self._ticks), deadline
        try:
            stream, heard = await self._begin(prompt, model, deadline, patience)
            async with aclosing(stream):
                while isinstance(heard, Piece):
                    said = True
                    if not heard.text.isspace():  # white space keeps nobody waiting longer
                        blank, until = False, _next_by(deadline)
                    yield heard
                    heard = await self._hear(stream, prompt, model, until, patience)
        except TimeoutError:
            raise AnswerFailed(Reason.MODEL_TIMEOUT, "no_first_piece" if blank else "stalled", said=said) from None
        except LlmFailure as failure:
            raise AnswerFailed(Reason.MODEL_UNAVAILABLE, failure.code, said=said) from failure
        if heard.finish in _UNSAFE:
            raise AnswerFailed(Reason.UNSAFE_OUTPUT, heard.finish, said=said)
        if blank:
            raise AnswerFailed(Reason.MODEL_UNAVAILABLE, "empty", said=said)
        yield heard

    async def _begin(
        self, prompt: Prompt, model: str, deadline: float, patience: Patience
    ) -> tuple[AsyncGenerator[Piece | Finished, None], Piece | Finished]:
        """Call until something is heard; raises the last try's LlmFailure, or TimeoutError once the time is over."""
        llm = self._llms.get(prompt.accepted.workflow.model.provider)
        if llm is None:
            raise LlmFailure("no_provider")
        for tries in itertools.count(1):
            if asyncio.get_running_loop().time() >= deadline:
                break
            if not self._breaker(prompt, model).allow():
                raise LlmFailure("breaker_open")
            stream = llm.stream(prompt, model)
            try:
                return stream, await self._hear(stream, prompt, model, deadline, patience)
            except LlmFailure as failure:
                wait = self._wait(failure, tries, deadline)
                if wait is None:
                    raise
            await asyncio.sleep(wait)
        raise TimeoutError

    async def _hear(
        self,
        stream: AsyncGenerator[Piece | Finished, None],
        prompt: Prompt,
        model: str,
        until: float,
        patience: Patience,
    ) -> Piece | Finished:
        """Wait for what comes next and tell the breaker how that went.

        A request that the vendor refuses as such counts as answered: no customer's message can open the breaker.
        """
        breaker = self._breaker(prompt, model)
        try:
            with patience.until(until):
                heard = await anext(stream)
        except TimeoutError:
            breaker.failed()
            raise
        except LlmFailure as failure:
            if failure.credential:
                self._alert(prompt.accepted.workflow.model.provider)
            if failure.retryable or failure.credential:
                breaker.failed()
            else:
                breaker.succeeded()
            raise
        if isinstance(heard, Finished):
            breaker.succeeded()
        return heard

    def _wait(self, failure: LlmFailure, tries: int, deadline: float) -> float | None:
        """Return the seconds to wait before the next try, None where there is none."""
        if not failure.retryable or tries > len(_BACK_OFF):
            return None
        wait = _BACK_OFF[tries - 1] * self._chance.uniform(1, 2)
        if failure.retry_after is not None:
            if failure.retry_after > _LONGEST_WAIT:
                return None
            wait = max(wait, failure.retry_after + self._chance.uniform(0, 0.1))
        latest = deadline - FIRST_PIECE + _RETRIED_WITHIN
        return wait if asyncio.get_running_loop().time() + wait <= latest else None

    def _breaker(self, prompt: Prompt, model: str) -> Breaker:
        key = (prompt.accepted.workflow.model.provider, model)
        if key not in self._breakers:
            self._breakers[key] = Breaker(time.monotonic)
        return self._breakers[key]


def _next_by(deadline: float) -> float:
    """The loop time by which the piece after this one must be there."""
    now = asyncio.get_running_loop().time()
    return min(now + BETWEEN_PIECES, deadline - FIRST_PIECE + WHOLE_ANSWER)
