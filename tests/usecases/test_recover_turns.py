"""Recovery: a turn whose process died is taken up by one other, or goes to a person."""

import asyncio
from dataclasses import dataclass, field

import pytest

from app.adapters.db import leases
from app.adapters.db.tables import TurnLeaseRow, TurnRow
from app.domain.handoff import Reason
from app.domain.turn import Accepted
from app.stages.handoff import Handoff
from app.usecases.recover_turns import MOST_ATTEMPTS, RecoverTurns
from app.usecases.running_turns import RunningTurn, RunningTurns
from tests.turns import Desk, Files


@dataclass
class Taken:
    """Stands where a turn would be taken, and keeps which were."""

    turns: list[Accepted] = field(default_factory=list)

    def take(self, accepted: Accepted) -> None:
        """Take one."""
        self.turns.append(accepted)


@dataclass
class Replica:
    """A process that looks for orphans."""

    recover: RecoverTurns
    running: RunningTurns
    taken: Taken


def replica(desk: Desk, name: str = "replica-2", *, files: bool = True) -> Replica:
    """A process, with the tenant's file or without."""
    taken, running = Taken(), RunningTurns(desk.database, name)
    recover = RecoverTurns(
        desk.database,
        desk.feed,
        Files((desk.tenant,) if files else ()),  # type: ignore[arg-type]  # all that it asks of them
        taken,  # type: ignore[arg-type]  # only `take` is called
        Handoff(desk.database, desk.feed, desk.clock),
        running,
        name,
        desk.clock,
    )
    return Replica(recover, running, taken)


async def orphan(desk: Desk) -> Accepted:
    """A turn whose lease has run out."""
    accepted = await desk.begun("canary")
    desk.clock.move(seconds=10.001)
    return accepted


async def test_a_live_turn_is_left_alone(desk: Desk) -> None:
    """Until its lease has run out, and also after that where it runs in this very process."""
    here, accepted = replica(desk), await desk.begun()
    desk.clock.move(seconds=10)
    assert await here.recover() == 0
    desk.clock.move(seconds=1)

    async def wait(turn: RunningTurn) -> None:
        await turn.work(asyncio.sleep(60))

    here.running.start(RunningTurn(accepted, 1, "r1"), wait)
    assert await here.recover() == 0
    assert await replica(desk, "replica-3").recover() == 1
    await here.running.drain(0)


async def test_adopted_once(any_desk: Desk) -> None:
    """By one of many that look at the same moment, as the same turn under a new attempt and reply."""
    accepted = await orphan(any_desk)
    several = [replica(any_desk, f"replica-{n}") for n in range(2, 6)]
    assert sum(await asyncio.gather(*[one.recover() for one in several])) == 1
    (taken,) = [turn for one in several for turn in one.taken.turns]
    assert (taken.turn_id, taken.message_id, taken.seq) == (accepted.turn_id, accepted.message_id, accepted.seq)
    assert (taken.attempt, taken.waiting, taken.text, taken.contact) == (2, True, "canary", accepted.contact)
    assert taken.reply_id != accepted.reply_id
    row = await any_desk.turn(accepted.turn_id)
    assert (row.attempt, row.reply_id, row.state) == (2, taken.reply_id, "waiting")
    assert (await any_desk.acts())[-1] == "turn.adopted"


async def test_a_running_reply_is_withdrawn(desk: Desk) -> None:
    """Whoever saw its beginning is told; a turn that was still waiting had none."""
    accepted = await orphan(desk)
    with desk.feed.subscribe(accepted.conversation_id) as following:
        await replica(desk).recover()
        (told,) = await following.next(1)
    assert told.kind == "reply.withdrawn"
    assert told.data == {"reply_id": accepted.reply_id, "reason": Reason.INTERRUPTED}
    desk.clock.move(seconds=11)
    await replica(desk).recover()
    assert await desk.kinds(accepted.conversation_id) == ["message.accepted", "reply.withdrawn"]


async def test_the_third_failure_goes_to_a_person(desk: Desk) -> None:
    """A message that brings down whoever takes it up is set aside."""
    accepted, here = await orphan(desk), replica(desk)
    for attempt in range(2, MOST_ATTEMPTS + 1):
        assert await here.recover() == 1
        assert here.taken.turns[-1].attempt == attempt
        desk.clock.move(seconds=11)
    await here.recover()
    assert len(here.taken.turns) == MOST_ATTEMPTS - 1
    row = await desk.turn(accepted.turn_id)
    assert (row.outcome, row.reason) == ("handed_off", "interrupted")
    assert await desk.count(TurnLeaseRow) == 0
    assert await here.recover() == 0


@pytest.mark.parametrize(("reason", "outcome"), [(Reason.STOPPED, "stopped"), (Reason.ASKED_FOR_PERSON, "handed_off")])
async def test_a_wish_to_stop_survives(desk: Desk, reason: Reason, outcome: str) -> None:
    """What was asked of the process that died is done by the next."""
    accepted, here = await orphan(desk), replica(desk)
    await desk.database.write("harbor", lambda db: leases.interrupt(db, accepted.turn_id, reason))
    await here.recover()
    assert here.taken.turns == []
    row = await desk.turn(accepted.turn_id)
    assert (row.outcome, row.reason) == (outcome, reason)


async def test_without_its_tenants_file_it_waits(desk: Desk) -> None:
    """Nobody can say how to answer; the turn is not lost."""
    accepted = await orphan(desk)
    assert await replica(desk, files=False).recover() == 0
    assert (await desk.turn(accepted.turn_id)).outcome is None
    desk.clock.move(seconds=11)
    here = replica(desk)
    assert await here.recover() == 1
    assert [turn.turn_id for turn in here.taken.turns] == [accepted.turn_id]


async def test_classes_are_read_back(desk: Desk) -> None:
    """What was found in the original decides again."""
    await orphan(desk)
    await desk.change_row(TurnRow, classes="health,phone")
    here = replica(desk)
    await here.recover()
    assert {data_class.value for data_class in here.taken.turns[0].classes} == {"health", "phone"}
