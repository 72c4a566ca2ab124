"""One customer turn, from the message to its one end: THE file to read first."""

import asyncio
import time
from dataclasses import dataclass
from functools import partial

import structlog

from app.adapters.db import leases
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.turns import TurnGone
from app.domain.handoff import Reason
from app.domain.turn import Accepted, Admitted, Ended, Outcome, Prompt, Turn, TurnStopped
from app.stages.accept import Accept, Delivered
from app.stages.approval import Approval
from app.stages.budget import Budget
from app.stages.context import Context
from app.stages.handoff import Handoff
from app.stages.injection import Injection
from app.stages.kill_switch import KillSwitch
from app.stages.moderation import Moderation
from app.stages.prohibited_data import ProhibitedData
from app.stages.rate_limit import RateLimit
from app.stages.recall import Recall
from app.stages.redaction import Redaction
from app.stages.review import Review
from app.stages.triggers import Triggers
from app.telemetry import Metrics
from app.usecases.running_turns import RunningTurn, RunningTurns, stop_for
from app.usecases.speak import Speak
from app.usecases.turn_places import TurnPlaces

log = structlog.get_logger()

TRIES = (0.0, 0.2, 1.0, 3.0)
"""Seconds before each try at ending a turn; after the last one its lease runs out, and another process ends it."""


@dataclass(frozen=True, slots=True)
class TakeTurn:
    """Every stage in its order. A stage makes the next milestone or raises TurnStopped."""

    rate_limit: RateLimit
    redaction: Redaction
    accept: Accept
    kill_switch: KillSwitch
    approval: Approval
    prohibited_data: ProhibitedData
    triggers: Triggers
    recall: Recall
    injection: Injection
    moderation: Moderation
    review: Review
    context: Context
    budget: Budget
    speak: Speak
    handoff: Handoff
    running: RunningTurns
    places: TurnPlaces
    screening: TurnPlaces
    database: Database
    metrics: Metrics

    async def __call__(self, turn: Turn) -> Accepted | Delivered:
        """Accept a message and start its turn. Raises Problem, AlreadyStored, Arriving."""
        admitted = await self.rate_limit(turn)
        try:
            accepted = await self.accept(await self.redaction(admitted))
        except BaseException:
            await self.rate_limit.take_back(admitted)
            raise
        if isinstance(accepted, Delivered):
            await self.rate_limit.release(admitted)
            self.metrics.turn_ended(turn.tenant.id, accepted.ended)
        else:
            self.take(accepted, admitted)
        return accepted

    def take(self, accepted: Accepted, admitted: Admitted | None = None) -> None:
        """Run an accepted turn to its end, in a task of its own."""
        run = partial(self._run, admitted)
        self.running.start(RunningTurn(accepted, accepted.seq, accepted.reply_id), run)

    async def _run(self, admitted: Admitted | None, turn: RunningTurn) -> None:
        """Be the turn's task, whose own the context is."""
        structlog.contextvars.bind_contextvars(turn_id=turn.accepted.turn_id, tenant=turn.accepted.tenant.id)
        try:
            await self._to_its_end(turn)
        finally:
            if admitted is not None:
                await self.rate_limit.release(admitted)

    async def _answer(self, turn: RunningTurn) -> None:
        """Wait for the conversation's earlier turns, then for a place in this process, and begin."""
        accepted, turn.base = await self.accept.place(turn.accepted)
        turn.accepted = accepted
        async with self.places.place(accepted.tenant.id):
            prompt = await self._pass(accepted)
            await self.speak(prompt, turn)

    async def _pass(self, accepted: Accepted) -> Prompt:
        """Pass every milestone in order, up to the prompt."""
        opened = self.approval(self.kill_switch(accepted))
        recalled = await self.recall(self.triggers(self.prohibited_data(opened)))
        async with self.screening.place(accepted.tenant.id):
            screened = await self.moderation(recalled, suspicious=self.injection(recalled))
        return await self.budget(self.context(self.review(screened)))

    async def _to_its_end(self, turn: RunningTurn) -> None:
        """Answer, or end the turn as it was stopped; whatever else goes wrong is a handoff."""
        why: TurnStopped | None
        try:
            await turn.work(self._answer(turn))
            why = None
            self._note(turn, turn.ended)
        except TurnStopped as stopped:
            why = stopped
        except TurnGone:
            why = await self._asked_for(turn.accepted)
        except Exception as error:  # noqa: BLE001  # the turn's last resort: a person takes what nobody foresaw
            log.error("turn failed", error=type(error).__name__)  # noqa: TRY400  # a traceback could hold customer text
            why = TurnStopped(Outcome.HANDED_OFF, Reason.UNEXPECTED)
        if why is not None:
            await self._end(turn, why)
        self.speak.feed.forget(turn.accepted.conversation_id, turn.accepted.turn_id)

    async def _asked_for(self, accepted: Accepted) -> TurnStopped | None:
        """Say why a reply could not be recorded: it was asked to stop, or taken over. None: it is not ours any more."""
        lease = await self.database.glance(accepted.tenant.id, lambda db: leases.find(db, accepted.turn_id))
        if lease is None or lease.attempt != accepted.attempt:
            return None
        return stop_for(Reason(lease.interrupt) if lease.interrupt else Reason.TAKEN_OVER)

    async def _end(self, turn: RunningTurn, why: TurnStopped) -> None:
        """End a stopped turn, in its order and with a few tries: the customer must hear of it."""
        if turn.accepted.waiting:
            await self.running.behind(turn)
        for wait in TRIES:
            await asyncio.sleep(wait)
            try:
                ended = await self.handoff(turn.accepted, why, turn.reply_id if turn.begun else None, turn.cost_usd)
            except TurnGone:
                return
            except DatabaseUnavailable:
                log.warning("turn not ended yet", reason=why.reason)
                continue
            self._note(turn, ended)
            return
        log.error("turn left to another process", reason=why.reason)

    def _note(self, turn: RunningTurn, ended: Ended | None) -> None:
        """Count and log how a turn ended and how long it took; nothing of what was said."""
        tenant, took = turn.accepted.tenant.id, time.monotonic() - turn.began_at
        self.metrics.turn_ended(tenant, ended)
        if turn.first_piece_at is not None:
            self.metrics.first_piece(tenant, turn.first_piece_at - turn.began_at)
        if ended is not None:
            log.info("turn ended", outcome=ended.outcome, reason=ended.reason, ms=round(took * 1000))
