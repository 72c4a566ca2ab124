"""Expiry: a draft that nobody decided in time becomes a handoff, once."""

import asyncio
from datetime import timedelta

from app.adapters.db.tables import DraftRow, DueRow
from app.domain.turn import Accepted
from app.stages.record import Record
from app.usecases.expire_drafts import ExpireDrafts
from tests.turns import Desk, Files, make_prompt


def expiry(desk: Desk) -> ExpireDrafts:
    """The use case."""
    return ExpireDrafts(desk.database, desk.feed, Files((desk.tenant,)), desk.clock)  # type: ignore[arg-type]  # all it asks


async def hold(desk: Desk) -> Accepted:
    """A turn whose reply waits for a person."""
    accepted = await desk.begun()
    record = Record(desk.database, desk.feed)
    await record.hold(make_prompt(accepted), "refund", f"d-{accepted.turn_id}", "Draft", "gpt-test", 0.0, started=False)
    return accepted


async def test_falls_due_at_its_time(any_desk: Desk) -> None:
    """Not before; then the conversation waits for a person, by one of many that look at once."""
    accepted = await hold(any_desk)
    any_desk.clock.move(minutes=14, seconds=59)
    assert await expiry(any_desk)() == 0
    any_desk.clock.move(seconds=1)
    with any_desk.feed.subscribe(accepted.conversation_id) as following:
        await asyncio.gather(*[expiry(any_desk)() for _ in range(4)])
        (told,) = await following.next(1)
        assert await following.next(0.01) == []
    assert (told.kind, told.data["reason"]) == ("handoff.opened", "review_topic")
    conversation = await any_desk.conversation(accepted.conversation_id)
    assert (conversation.state, conversation.silent) == ("waiting", True)
    assert len(await any_desk.handoffs()) == 1
    assert await any_desk.count(DueRow) == 1  # by when somebody should claim the handoff
    assert "draft.expired" in await any_desk.acts()


async def test_a_decided_draft_does_not(desk: Desk) -> None:
    """Its due time is forgotten, and nothing is opened."""
    accepted = await hold(desk)
    await desk.change_row(DraftRow, state="approved")
    desk.clock.move(minutes=16)
    await expiry(desk)()
    assert await desk.handoffs() == []
    assert (await desk.kinds(accepted.conversation_id))[-1] == "turn.ended"
    assert await desk.count(DueRow) == 0


async def test_many_at_once(desk: Desk) -> None:
    """Each opens its own conversation's handoff."""
    for _ in range(5):
        await hold(desk)
    desk.clock.moment += timedelta(minutes=15)
    assert await expiry(desk)() == 5
    assert len(await desk.handoffs()) == 5
    assert await expiry(desk)() == 0
