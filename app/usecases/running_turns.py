"""Turns that run in this process: each in a task of its own, which can be stopped from outside at any moment."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

import structlog

from app.adapters.db import leases
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tables import TurnLeaseRow
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.db.turns import TurnGone
from app.domain.handoff import Reason
from app.domain.turn import Accepted, Ended, Outcome, TurnStopped

log = structlog.get_logger()

LOOK_AGAIN = 0.005
"""Seconds between looks at whether everyone who was stopped has fallen silent."""
HEARTBEAT = 1.0
"""Seconds between renewals of leases; a wish to stop that was left in the rows is found within this."""


@dataclass(slots=True, eq=False)
class RunningTurn:
    """One turn on its way. `reply_id` is the reply that has `begun` or comes next, `base` the number before it.

    `model` is the one that speaks, or whose reply is not withdrawn yet.
    """

    accepted: Accepted
    base: int
    reply_id: str
    begun: bool = False
    cost_usd: float = 0.0
    recording: bool = False
    model: str | None = None
    began_at: float = field(default_factory=time.monotonic)
    first_piece_at: float | None = None
    ended: Ended | None = None
    task: asyncio.Task[None] | None = field(default=None, repr=False)
    _work: asyncio.Task[object] | None = field(default=None, repr=False)
    _stopped: TurnStopped | TurnGone | None = field(default=None, repr=False)
    _hearing: asyncio.Timeout | None = field(default=None, repr=False)

    @property
    def first_piece_ms(self) -> int | None:
        """Milliseconds from the turn's beginning to the first piece shown."""
        return None if self.first_piece_at is None else round((self.first_piece_at - self.began_at) * 1000)

    async def work(self, coroutine: Coroutine[object, object, None]) -> None:
        """Do the turn's work until it ends or is stopped; raises what it was stopped with."""
        if self._stopped is not None:
            coroutine.close()
            raise self._stopped
        self._work = asyncio.current_task()
        try:
            await coroutine
        except asyncio.CancelledError:
            if (why := self._taken_back()) is not None:
                raise why from None
            raise
        finally:
            self._work = None

    @property
    def stopped(self) -> bool:
        """True once it was asked to stop."""
        return self._stopped is not None

    def _taken_back(self) -> TurnStopped | TurnGone | None:
        """Take a stop back and say why it was; None where somebody else asked the task to end."""
        if self._stopped is None or self._work is None or self._work.uncancel() > 0:
            return None
        return self._stopped

    def stop(self, why: TurnStopped | TurnGone) -> None:
        """Stop the work at once; not while the reply is being recorded, when the rows decide, nor once it has ended."""
        if self._stopped is None and not self.recording and self.ended is None:
            self._stopped = why
            if self._work is not None:
                self._work.cancel()

    def hear(self, model: str, until: asyncio.Timeout | None) -> None:
        """Listen to a model under a timeout that `stop_model` lets run out; None where it is listened to no more."""
        self.model, self._hearing = model, until

    def stop_model(self) -> None:
        """Cut the model off that speaks, if one does; the turn goes on with the next one."""
        if self._hearing is not None:
            self._hearing.reschedule(asyncio.get_running_loop().time())


def stop_for(reason: Reason) -> TurnStopped:
    """Say how a turn ends that was asked to stop for a reason."""
    return TurnStopped(Outcome.STOPPED if reason is Reason.STOPPED else Outcome.HANDED_OFF, reason)


Objection = Callable[[Accepted], TurnStopped | None]


class RunningTurns:
    """The register of this process's turns, and the heartbeat that keeps their leases.

    `objections` are asked with every beat: time alone can end an approval, or what is known of a switch.
    """

    def __init__(self, database: Database, replica: str) -> None:
        self._database = database
        self._replica = replica
        self._turns: dict[str, RunningTurn] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._speaking: set[object] = set()
        self.objections: list[Objection] = []
        self.model_stopped: Callable[[str], bool] = lambda _: False

    def __len__(self) -> int:
        """How many turns run here."""
        return len(self._turns)

    def has(self, turn_id: str) -> bool:
        """Tell whether a turn runs here."""
        return turn_id in self._turns

    def start(self, turn: RunningTurn, take: Callable[[RunningTurn], Coroutine[object, object, None]]) -> None:
        """Run a turn in a task of its own: a closed tab does not cut it."""
        self._turns[turn.accepted.turn_id] = turn
        turn.task = task = asyncio.get_running_loop().create_task(take(turn))
        self._tasks.add(task)
        task.add_done_callback(partial(self._ended, turn))

    def _ended(self, turn: RunningTurn, task: asyncio.Task[None]) -> None:
        if self._turns.get(turn.accepted.turn_id) is turn:
            del self._turns[turn.accepted.turn_id]
        self._tasks.discard(task)

    async def behind(self, waiting: RunningTurn) -> None:
        """Wait until the turns of the conversation that are ahead of it, and stop here too, have ended."""
        mine = waiting.accepted
        turns = [t for t in self._turns.values() if t.accepted.conversation_id == mine.conversation_id and t.stopped]
        if ahead := [turn.task for turn in turns if turn.accepted.seq < mine.seq and turn.task]:
            await asyncio.wait(ahead)

    def stop_turn(self, turn_id: str, reason: Reason) -> None:
        """Stop a turn, if it runs here; those that wait behind it go on."""
        if (turn := self._turns.get(turn_id)) is not None:
            turn.stop(stop_for(reason))

    def forget_contact(self, contact_id: str) -> None:
        """Drop a contact's turns without a word: their rows are gone."""
        for turn in list(self._turns.values()):
            if turn.accepted.contact.id == contact_id:
                turn.stop(TurnGone())

    def stop_where(self, objection: Objection) -> None:
        """Stop every turn to which there is an objection."""
        for turn in list(self._turns.values()):
            if (why := objection(turn.accepted)) is not None:
                turn.stop(why)

    def stop_models(self) -> None:
        """Cut off every model that is switched off by now."""
        for turn in self._turns.values():
            if turn.model is not None and self.model_stopped(turn.model):
                turn.stop_model()

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Count as speaking while something of the assistant's is stored outside any turn."""
        words = object()
        self._speaking.add(words)
        try:
            yield
        finally:
            self._speaking.discard(words)

    async def settled(self) -> None:
        """Wait until all that must not be said now has fallen silent: turns ended, replies withdrawn."""
        speaking = set(self._speaking)
        turns = [turn for turn in self._turns.values() if any(objects(turn.accepted) for objects in self.objections)]

        def any_speaks() -> bool:
            return (
                bool(speaking & self._speaking)
                or any(self.has(turn.accepted.turn_id) for turn in turns)
                or any(turn.model is not None and self.model_stopped(turn.model) for turn in self._turns.values())
            )

        while any_speaks():  # noqa: ASYNC110  # each turn would have to tell, for a flip a month
            await asyncio.sleep(LOOK_AGAIN)

    async def keep_leases(self) -> None:
        """Renew this process's leases and act on wishes to stop; a database that is away is tried again."""
        while True:
            await asyncio.sleep(HEARTBEAT)
            for objection in self.objections:
                self.stop_where(objection)
            if self._turns:
                await self._keep(list(self._turns.values()))

    async def _keep(self, mine: list[RunningTurn]) -> None:
        """Renew leases once; its rows live no longer than this."""
        ids = [turn.accepted.turn_id for turn in mine]
        try:
            leased = await self._database.write_service(partial(self._renew, ids))
        except DatabaseUnavailable:
            log.warning("leases not renewed", replica=self._replica)
            return
        for turn in mine:
            lease = leased.get(turn.accepted.turn_id)
            if lease is None or lease.attempt != turn.accepted.attempt:
                turn.stop(TurnGone())  # erased, or adopted by another: nothing of it may be said here any more
            elif lease.interrupt is not None:
                turn.stop(stop_for(Reason(lease.interrupt)))

    def _renew(self, turn_ids: list[str], db: ServiceDb) -> dict[str, TurnLeaseRow]:
        return leases.renew(db, self._replica, turn_ids)

    async def drain(self, seconds: float) -> None:
        """Let turns end; those that do not in time go to a person."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        self.stop_where(lambda _: stop_for(Reason.INTERRUPTED))
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=3.0)
