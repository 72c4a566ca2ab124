"""Running turns: each can be stopped at any moment, and none is stopped while the rows decide."""

import asyncio
from collections.abc import Callable

import pytest

from app.adapters.db import leases
from app.adapters.db.tables import TurnLeaseRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.db.turns import TurnGone
from app.domain.handoff import Reason
from app.domain.turn import Accepted, Ended, Outcome, TurnStopped
from app.usecases import running_turns
from app.usecases.running_turns import RunningTurn, RunningTurns, stop_for
from tests.turns import Desk, as_now, make_accepted


def make_turn(**changes: object) -> RunningTurn:
    """A turn on its way."""
    return RunningTurn(as_now(make_accepted(), **changes), 1, "r1")


async def forever() -> None:
    """Work that never ends by itself."""
    await asyncio.sleep(60)


class Ends:
    """Takes turns to their end and keeps how each was stopped."""

    def __init__(self) -> None:
        self.why: dict[str, BaseException | None] = {}

    async def __call__(self, turn: RunningTurn) -> None:
        """Run until stopped."""
        try:
            await turn.work(forever())
        except (TurnStopped, TurnGone) as stopped:
            self.why[turn.accepted.turn_id] = stopped


def reasons(ends: Ends) -> dict[str, Reason | None]:
    """Why each turn was stopped, None for one that is gone."""
    return {turn_id: getattr(why, "reason", None) for turn_id, why in ends.why.items()}


async def settled(true: Callable[[], bool]) -> None:
    """Wait until something is true."""
    async with asyncio.timeout(3):
        while not true():  # noqa: ASYNC110  # what is waited for sets no event
            await asyncio.sleep(0.005)


class TestRunningTurn:
    """One turn."""

    async def test_stopped_before_its_work(self) -> None:
        """The work is never begun."""
        turn, began = make_turn(), []

        async def work() -> None:
            began.append(1)

        turn.stop(stop_for(Reason.STOPPED))
        with pytest.raises(TurnStopped) as caught:
            await turn.work(work())
        assert (caught.value.outcome, began) == (Outcome.STOPPED, [])

    async def test_stopped_at_its_work(self) -> None:
        """At once, and the first to stop it says why."""
        turn = make_turn()
        working = asyncio.ensure_future(turn.work(forever()))
        await asyncio.sleep(0)
        turn.stop(stop_for(Reason.SWITCHED_OFF))
        turn.stop(stop_for(Reason.STOPPED))
        with pytest.raises(TurnStopped) as caught:
            await asyncio.wait_for(working, 1)
        assert (caught.value.outcome, caught.value.reason) == (Outcome.HANDED_OFF, Reason.SWITCHED_OFF)

    async def test_not_stopped_while_recording(self) -> None:
        """Then the rows decide who was first."""
        turn, done = make_turn(), []

        async def record() -> None:
            turn.recording = True
            await asyncio.sleep(0.02)
            done.append(1)

        working = asyncio.ensure_future(turn.work(record()))
        await settled(lambda: turn.recording)
        turn.stop(stop_for(Reason.STOPPED))
        await working
        assert done == [1]

    async def test_not_stopped_once_it_has_ended(self) -> None:
        """A heartbeat finds its lease gone with its end: what it cost is still settled, and the turn counted."""
        turn, settled_for = make_turn(), []

        async def record_and_settle() -> None:
            turn.ended = Ended(Outcome.ANSWERED)
            await asyncio.sleep(0.02)
            settled_for.append(1)

        working = asyncio.ensure_future(turn.work(record_and_settle()))
        await settled(lambda: turn.ended is not None)
        turn.stop(TurnGone())
        await working
        assert settled_for == [1]

    async def test_a_cancelled_process_is_no_stop(self) -> None:
        """What cancels the task itself is passed on."""
        turn = make_turn()
        working = asyncio.ensure_future(turn.work(forever()))
        await asyncio.sleep(0)
        working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working

    async def test_its_failure_is_its_own(self) -> None:
        """An error of the work is raised as it is."""

        async def fail() -> None:
            raise OSError("planted")

        with pytest.raises(OSError, match="planted"):
            await make_turn().work(fail())


class TestRegister:
    """All of a process's turns."""

    async def start(self, running: RunningTurns, ends: Ends, *accepted: Accepted) -> None:
        """Run turns."""
        for one in accepted:
            running.start(RunningTurn(one, one.seq, "r"), ends)
        await asyncio.sleep(0)

    async def test_stop_reaches_the_one_that_was_meant(self, desk: Desk) -> None:
        """Others of its conversation go on, and a turn of another replica is nobody's here."""
        running, ends = RunningTurns(desk.database, "replica-1"), Ends()
        turns = [as_now(make_accepted(), turn_id=f"t{n}", seq=n) for n in (3, 1, 2)]
        other = as_now(make_accepted(), turn_id="other", conversation_id="conversation-2")
        await self.start(running, ends, *turns, other)
        assert (len(running), running.has("t1"), running.has("t9")) == (4, True, False)
        running.stop_turn("t1", Reason.ASKED_FOR_PERSON)
        running.stop_turn("t9", Reason.STOPPED)
        await settled(lambda: len(running) == 3)
        assert reasons(ends) == {"t1": Reason.ASKED_FOR_PERSON}
        running.stop_where(lambda one: stop_for(Reason.SWITCHED_OFF) if one.seq == 2 else None)
        await settled(lambda: len(running) == 2)
        running.forget_contact("contact-1")
        await settled(lambda: len(running) == 0)
        assert isinstance(ends.why["other"], TurnGone)

    async def test_draining_hands_over_what_does_not_end(self, desk: Desk) -> None:
        """Turns that end in time are let; the rest goes to a person."""
        running, ends = RunningTurns(desk.database, "replica-1"), Ends()

        async def short(_turn: RunningTurn) -> None:
            await asyncio.sleep(0.02)

        running.start(make_turn(turn_id="short"), short)
        await self.start(running, ends, as_now(make_accepted(), turn_id="long"))
        await running.drain(0.1)
        assert reasons(ends) == {"long": Reason.INTERRUPTED}
        assert len(running) == 0
        await running.drain(0.1)

    async def test_the_heartbeat_finds_wishes_in_the_rows(
        self, any_desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Leases are renewed; a wish to stop is obeyed, an adopted or erased turn dropped without a word."""
        monkeypatch.setattr(running_turns, "HEARTBEAT", 0.02)
        running, ends = RunningTurns(any_desk.database, any_desk.replica), Ends()
        kept, asked, adopted, erased = [await any_desk.begun(str(n)) for n in range(4)]
        await self.start(running, ends, kept, asked, adopted, erased)

        def elsewhere(db: TenantDb) -> None:
            leases.interrupt(db, asked.turn_id, Reason.STOPPED)
            lease = leases.find(db, adopted.turn_id)
            assert lease is not None
            leases.adopt(db, lease, "replica-2")
            leases.delete_of(db, [erased.conversation_id])

        await any_desk.database.write("harbor", elsewhere)
        any_desk.clock.move(seconds=5)
        beating = asyncio.create_task(running.keep_leases())
        await settled(lambda: len(running) == 1)
        assert reasons(ends) == {asked.turn_id: Reason.STOPPED, adopted.turn_id: None, erased.turn_id: None}
        rows = await any_desk.database.read_service(lambda db: db.all(TurnLeaseRow))
        left = {row.turn_id: (row.leased_until - any_desk.clock()).total_seconds() for row in rows}
        assert left[kept.turn_id] == 10
        assert left[adopted.turn_id] == 5
        beating.cancel()
        running.forget_contact(kept.contact.id)
        await settled(lambda: len(running) == 0)
