"""Record: a reply that comes too late is not written, not even in part."""

from dataclasses import replace

import pytest

from app.adapters.db import leases
from app.adapters.db.tables import ConversationRow, DraftRow, DueRow, MessageRow, TurnLeaseRow
from app.adapters.db.turns import TurnGone
from app.domain.handoff import Reason
from app.domain.knowledge import Passage
from app.domain.turn import Source
from app.stages.record import Record, sources_of
from tests.turns import Desk, make_accepted, make_prompt

PASSAGES = tuple(
    Passage(f"a.md#{n}", title, "s", "t", coverage, url)
    for n, (title, coverage, url) in enumerate(
        [("Best", 1.0, "https://shop.example/best"), ("Best", 0.9, None), ("Near", 0.8, None), ("Far", 0.7, None)]
    )
)


def record(desk: Desk) -> Record:
    """The stage."""
    return Record(desk.database, desk.feed)


async def test_ends_the_turn_with_its_reply(any_desk: Desk) -> None:
    """Stored with placeholders, told with values; row, lease and audit say that it ended."""
    accepted = await any_desk.begun()
    prompt = make_prompt(accepted, PASSAGES)
    with any_desk.feed.subscribe(accepted.conversation_id) as following:
        reply = await record(any_desk)(prompt, "r1", "To [EMAIL_1].", "To ann@x.example.", "gpt-test", 0.002)
        told = await following.next(1)
    assert [event.kind.value for event in told] == ["reply.completed", "turn.ended"]
    assert told[0].data["text"] == reply.text == "To ann@x.example."
    assert (await any_desk.events(accepted.conversation_id))[1].data["text"] == "To [EMAIL_1]."
    row = await any_desk.turn(accepted.turn_id)
    assert (row.state, row.outcome, row.model, row.cost_usd) == ("ended", "answered", "gpt-test", 0.002)
    assert row.passages == [passage.id for passage in PASSAGES]
    assert await any_desk.count(TurnLeaseRow) == 0
    assert await any_desk.acts() == ["message.accepted", "turn.ended"]


async def move_epoch(desk: Desk, turn_id: str) -> None:
    """A person took the conversation over."""
    await desk.change_row(ConversationRow, epoch=1)


async def interrupt(desk: Desk, turn_id: str) -> None:
    """Someone asked the turn to stop."""
    await desk.database.write(desk.tenant.id, lambda db: leases.interrupt(db, turn_id, Reason.STOPPED))


async def adopt(desk: Desk, turn_id: str) -> None:
    """Another process adopted the turn."""
    await desk.change_row(TurnLeaseRow, attempt=2)


async def lose_lease(desk: Desk, turn_id: str) -> None:
    """Another process has ended the turn."""
    await desk.database.write(desk.tenant.id, lambda db: leases.give_back(db, turn_id, 1))


@pytest.mark.parametrize("fault", [move_epoch, interrupt, adopt, lose_lease])
@pytest.mark.parametrize("held", [False, True])
async def test_a_late_reply_is_not_written(any_desk: Desk, fault: object, held: bool) -> None:  # noqa: FBT001  # a column
    """No message, event, draft or audit event of it is there, and nobody was told."""
    accepted = await any_desk.begun()
    await fault(any_desk, accepted.turn_id)  # type: ignore[operator]  # one of the four above
    before = await any_desk.conversation(accepted.conversation_id)
    with any_desk.feed.subscribe(accepted.conversation_id) as following:
        stage, prompt = record(any_desk), make_prompt(accepted)
        held_back = stage.hold(prompt, "refund", "r1", "Text", "gpt-test", 0.0, started=True) if held else None
        with pytest.raises(TurnGone):
            await (held_back or stage(prompt, "r1", "Text", "Text", "gpt-test", 0.0))
        assert await following.next(0.01) == []
    assert await any_desk.conversation(accepted.conversation_id) == before
    assert await any_desk.kinds(accepted.conversation_id) == ["message.accepted"]
    assert (await any_desk.turn(accepted.turn_id)).outcome is None
    assert (await any_desk.count(MessageRow), await any_desk.count(DraftRow), await any_desk.count(DueRow)) == (1, 0, 0)
    assert await any_desk.acts() == ["message.accepted"]


@pytest.mark.parametrize("started", [False, True])
async def test_a_held_reply_waits_for_a_person(desk: Desk, started: bool) -> None:  # noqa: FBT001  # both are told
    """Withdrawn first where it had begun; the draft falls due, and its text is in no event."""
    accepted = await desk.begun()
    prompt = make_prompt(accepted, PASSAGES)
    await record(desk).hold(prompt, "refund", "r1", "Draft [EMAIL_1]", "gpt-test", 0.002, started=started)
    told = (await desk.events(accepted.conversation_id))[1:]
    kinds = ["reply.withdrawn"] * started + ["reply.held", "turn.ended"]
    assert [event.kind.value for event in told] == kinds
    assert all("Draft" not in repr(event.data) for event in told)
    row = await desk.turn(accepted.turn_id)
    assert (row.outcome, row.reason) == ("held", "review_topic")
    (draft,) = await desk.database.read(desk.tenant.id, lambda db: db.all(DraftRow))
    assert (draft.id, draft.text, draft.topic, draft.state) == ("r1", "Draft [EMAIL_1]", "refund", "held")
    assert draft.decide_by - desk.clock() == desk.workflow.review.decide_within
    assert await desk.count(DueRow) == 1


def test_sources_are_those_that_cover_about_as_well() -> None:
    """Each article once; an address where it is published; none where nothing was found."""
    found = sources_of(make_prompt(make_accepted(), PASSAGES))
    assert found == (Source("Best", None), Source("Near"))
    assert sources_of(make_prompt(make_accepted())) == ()
    weak = tuple(replace(passage, coverage=0.0) for passage in PASSAGES[:1])
    assert len(sources_of(make_prompt(make_accepted(), weak))) == 1
