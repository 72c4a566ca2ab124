"""Speaking: one model after another is asked, and what it says is released piece by piece, as far as it was checked."""

import asyncio
import time
from contextlib import aclosing
from dataclasses import dataclass

from app.domain import wording
from app.domain.budget import tokens
from app.domain.handoff import Reason
from app.domain.ids import new_id
from app.domain.live_feed import LiveFeed
from app.domain.llm import Finish, Finished, Usage
from app.domain.review_topics import claims_deed, matched_topic
from app.domain.turn import Ended, Outcome, Prompt, TurnStopped
from app.stages.answer import Answer, AnswerFailed
from app.stages.budget import Budget
from app.stages.handoff import Handoff
from app.stages.kill_switch import KillSwitch
from app.stages.output_check import CheckedReply, OutputCheck
from app.stages.record import Record
from app.usecases.running_turns import RunningTurn


class ModelStopped(Exception):
    """The model that answers was switched off: the next one goes on, under a new reply id."""


BEFORE = 400
"""Characters before a piece in which a topic may have begun that shows in it."""


@dataclass(slots=True)
class Attempt:
    """One model's attempt at a reply; `hold` is the topic for which it waits for a person, known now or found later."""

    prompt: Prompt
    model: str
    checked: CheckedReply
    hold: str | None


@dataclass(frozen=True, slots=True)
class Speak:
    """Turns a prompt into a stored reply, a held draft, or TurnStopped."""

    kill_switch: KillSwitch
    answer: Answer
    output_check: OutputCheck
    record: Record
    handoff: Handoff
    budget: Budget
    feed: LiveFeed

    async def __call__(self, prompt: Prompt, turn: RunningTurn) -> None:
        """Speak, and settle what it cost whatever happens."""
        try:
            await self._first_that_answers(prompt, turn)
        finally:
            await self.budget.settle(prompt, turn.cost_usd)

    async def _first_that_answers(self, prompt: Prompt, turn: RunningTurn) -> None:
        """Try the models in their order; the last one's failure is the turn's."""
        deadline, last = self.answer.deadline(), Reason.MODEL_UNAVAILABLE
        for model in prompt.accepted.workflow.model.names:
            if self.kill_switch.model_stopped(model):
                last = Reason.SWITCHED_OFF
                continue
            attempt = Attempt(prompt, model, await self.output_check.begin(prompt), prompt.hold)
            try:
                finished = await self._hear(attempt, turn, deadline)
                return await self._keep(attempt, finished, turn)
            except ModelStopped:
                last = Reason.SWITCHED_OFF
                if turn.begun:
                    deadline = self.answer.deadline()  # its first piece was in time; the next model has its own
                    # Where this fails the turn ends, and withdraws the reply that had begun.
                    following = new_id()
                    turn.base = await self.handoff.withdraw(prompt.accepted, turn.reply_id, last, following)
                    turn.reply_id, turn.begun = following, False
                turn.model = None
            except AnswerFailed as failed:
                last = failed.reason
                if failed.said or last is Reason.UNSAFE_OUTPUT:
                    break
        raise TurnStopped(Outcome.HANDED_OFF, last)

    async def _hear(self, attempt: Attempt, turn: RunningTurn, deadline: float) -> Finished:
        """Listen to a model to its end, releasing what was checked."""
        prompt, heard = attempt.prompt, 0
        self.kill_switch(prompt.accepted)
        if self.kill_switch.model_stopped(attempt.model):
            raise ModelStopped
        finished, cut_off = Finished(Finish.STOP, None), asyncio.timeout(None)
        try:
            async with cut_off, aclosing(self.answer(prompt, attempt.model, deadline)) as pieces:
                turn.hear(attempt.model, cut_off)
                try:
                    async for piece in pieces:
                        if isinstance(piece, Finished):
                            finished = piece
                            break
                        heard += len(piece.text)
                        self._say(attempt, turn, attempt.checked.feed(piece.text))
                finally:
                    turn.hear(attempt.model, None)
            self._say(attempt, turn, attempt.checked.finish())
        except TimeoutError as error:
            if cut_off.expired():
                raise ModelStopped from error
            raise
        finally:
            usage = finished.usage or Usage(prompt.estimate if heard else 0, tokens(("x" * heard,)) if heard else 0)
            turn.cost_usd += self.budget.cost(attempt.model, usage)
        return finished

    def _say(self, attempt: Attempt, turn: RunningTurn, text: str) -> None:
        """Release a piece, unless a switch covers it by now, or the reply waits for a person from here on."""
        accepted = attempt.prompt.accepted
        self.kill_switch(accepted)
        if self.kill_switch.model_stopped(attempt.model):
            raise ModelStopped
        attempt.hold = attempt.hold or unpublished_topic(attempt.prompt, attempt.checked.stored[-len(text) - BEFORE :])
        if not text or attempt.hold:
            return
        if not turn.begun:
            turn.begun = True
            turn.first_piece_at = turn.first_piece_at or time.monotonic()
            self.feed.start(accepted.conversation_id, turn.reply_id, turn.base, accepted.turn_id)
        self.feed.piece(accepted.conversation_id, attempt.checked.length - len(text), text)

    async def _keep(self, attempt: Attempt, finished: Finished, turn: RunningTurn) -> None:
        """Store the reply, or the draft where a topic needs a person. Raises AnswerFailed if nothing is left to say."""
        checked, prompt = attempt.checked, attempt.prompt
        if finished.finish is Finish.LENGTH:
            checked.end_at_sentence(wording.cut_short(prompt.accepted.contact.locale))
        if not checked.stored.strip():
            raise AnswerFailed(Reason.MODEL_UNAVAILABLE, "empty", said=turn.begun)
        turn.recording = True
        try:
            if topic := attempt.hold or unpublished_topic(prompt, checked.stored):
                await self.record.hold(
                    prompt, topic, turn.reply_id, checked.stored, attempt.model, turn.cost_usd, started=turn.begun
                )
                turn.ended = Ended(Outcome.HELD, Reason.REVIEW_TOPIC)
            else:
                said = (checked.stored, checked.shown)
                await self.record(prompt, turn.reply_id, *said, attempt.model, turn.cost_usd, turn.first_piece_ms)
                turn.ended = Ended(Outcome.ANSWERED)
        finally:
            turn.recording = False


def unpublished_topic(prompt: Prompt, reply: str) -> str | None:
    """Return a review topic that shows in the reply: one that no published passage it rests on speaks of, or any where
    the reply says that something was done.
    """
    topics = prompt.accepted.workflow.review.topics
    topic = matched_topic(reply, topics)
    if topic is None or claims_deed(reply, "\n".join(passage.text for passage in prompt.passages)):
        return topic
    published = {
        topic for topic in topics for p in prompt.passages if matched_topic(f"{p.title} {p.section} {p.text}", (topic,))
    }
    return matched_topic(reply, [topic for topic in topics if topic not in published])
