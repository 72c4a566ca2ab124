"""Expiry: a draft that nobody decided in time becomes a handoff, once."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from app.adapters.db.tables import DraftRow, DueRow
from app.domain.tenant import Tenant
from app.domain.turn import Accepted
from app.stages.record import Record
from app.usecases import expire_drafts
from app.usecases.expire_drafts import ExpireDrafts
from tests.turns import Desk, Files, make_prompt, make_tenant


def expiry(desk: Desk, *tenants: Tenant) -> ExpireDrafts:
    """The use case, where the desk's tenant is there, or where others are."""
    return ExpireDrafts(desk.database, desk.feed, Files(tenants or (desk.tenant,)), desk.clock)  # type: ignore[arg-type]  # all it asks


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


async def test_what_is_away_is_not_lost(any_desk: Desk) -> None:
    """A draft that falls due while its tenant's file, or its workflow, is away stays held; it becomes a handoff once
    that is back.
    """
    accepted = await hold(any_desk)
    any_desk.clock.move(minutes=15)
    for away in (make_tenant("lumen"), replace(any_desk.tenant, workflows={"other": any_desk.workflow})):
        assert await expiry(any_desk, away)() == 0
        (draft,) = await any_desk.database.read("harbor", lambda db: db.all(DraftRow))
        assert (draft.state, await any_desk.handoffs()) == ("held", [])
    assert await expiry(any_desk)() == 1
    assert (await any_desk.conversation(accepted.conversation_id)).state == "waiting"
    assert await expiry(any_desk)() == 0


async def test_what_is_away_stands_in_nobodys_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many stay due, those behind them are looked at."""
    monkeypatch.setattr(expire_drafts, "BATCH", 2)
    for _ in range(5):
        await hold(desk)
    await desk.change_row(DraftRow, workflow="gone")
    last = await hold(desk)
    desk.clock.move(minutes=15)
    assert await expiry(desk)() == 1
    assert [row.conversation_id for row in await desk.handoffs()] == [last.conversation_id]
