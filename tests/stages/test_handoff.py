"""Handoff: every turn that was not answered ends once, and the customer is told what comes next."""

import pytest

from app.adapters.db import conversations
from app.adapters.db.tables import ConversationRow, HandoffRow, TurnLeaseRow
from app.adapters.db.turns import TurnGone
from app.domain.conversation import ConversationState
from app.domain.data_class import DataClass
from app.domain.handoff import TECHNICAL, Reason
from app.domain.turn import Accepted, Ended, Outcome, TurnStopped
from app.domain.workflow import Hours
from app.stages.accept import Delivered
from app.stages.handoff import Handoff
from tests.turns import Desk, as_now


async def end(
    desk: Desk, accepted: Accepted, outcome: Outcome, reason: Reason | None, reply: str | None = None
) -> Ended:
    """End a turn."""
    stage = Handoff(desk.database, desk.feed, desk.clock)
    return await stage(accepted, TurnStopped(outcome, reason), reply, 0.001)


@pytest.mark.parametrize("reason", list(Reason))
async def test_only_technical_reasons_let_the_assistant_go_on(desk: Desk, reason: Reason) -> None:
    """After any other it is silent until a person has been there; opening moves no epoch."""
    accepted = await desk.begun()
    ended = await end(desk, accepted, Outcome.HANDED_OFF, reason)
    assert ended == Ended(Outcome.HANDED_OFF, reason)
    conversation = await desk.conversation(accepted.conversation_id)
    assert conversation.state is ConversationState.WAITING
    assert conversation.silent is (reason not in TECHNICAL)
    assert conversation.epoch == 0
    row = await desk.turn(accepted.turn_id)
    assert (row.outcome, row.reason, row.cost_usd) == ("handed_off", reason, 0.001)
    assert await desk.count(TurnLeaseRow) == 0
    assert await desk.acts() == ["message.accepted", "handoff.opened", "turn.ended"]


async def test_a_further_reason_joins(any_desk: Desk) -> None:
    """One handoff stays open, is told of again with the same id, and silences once a reason is not technical."""
    conversation = await any_desk.converse()
    reasons = (Reason.SWITCHED_OFF, Reason.OVER_BUDGET, Reason.OVER_BUDGET, Reason.ASKED_FOR_PERSON)
    for number, reason in enumerate(reasons, 1):
        await end(any_desk, await any_desk.accepted(conversation, str(number)), Outcome.HANDED_OFF, reason)
        assert (await any_desk.conversation(conversation.id)).silent is (number == len(reasons))
    (row,) = await any_desk.handoffs()
    assert row.reason == Reason.SWITCHED_OFF
    assert row.reasons == [Reason.SWITCHED_OFF, Reason.OVER_BUDGET, Reason.ASKED_FOR_PERSON]
    opened = [e for e in await any_desk.events(conversation.id) if e.kind == "handoff.opened"]
    assert [event.data["reason"] for event in opened] == list(reasons)
    assert {event.data["handoff_id"] for event in opened} == {row.id}


@pytest.mark.parametrize(
    ("outcome", "reason", "kinds", "words"),
    [
        (Outcome.HANDED_OFF, Reason.MODEL_TIMEOUT, ["handoff.opened", "turn.ended"], None),
        (Outcome.HANDED_OFF, Reason.UNSAFE_INPUT, ["system.message", "handoff.opened", "turn.ended"], "call 112"),
        (Outcome.REFUSED, Reason.INJECTION, ["system.message", "turn.ended"], "help@harbor.example"),
        (Outcome.REFUSED, Reason.PROHIBITED_DATA, ["system.message", "turn.ended"], "do not send"),
        (Outcome.CLOSED, Reason.SWITCHED_OFF, ["system.message", "turn.ended"], "closed"),
        (Outcome.STOPPED, Reason.STOPPED, ["turn.ended"], None),
        (Outcome.DELIVERED, None, ["turn.ended"], None),
    ],
)
async def test_what_is_said(
    desk: Desk, outcome: Outcome, reason: Reason | None, kinds: list[str], words: str | None
) -> None:
    """Each end tells its own events in order, numbered on, a reply that had begun withdrawn first."""
    accepted = as_now(await desk.begun(), classes=frozenset({DataClass.PAYMENT_CARD}))
    with desk.feed.subscribe(accepted.conversation_id) as following:
        await end(desk, accepted, outcome, reason, reply="r1")
        told = await following.next(1)
    assert [event.kind.value for event in told] == ["reply.withdrawn", *kinds]
    assert [event.seq for event in told] == list(range(2, 3 + len(kinds)))
    said = [event.data["text"] for event in told if event.kind == "system.message"]
    assert len(said) == (words is not None)
    assert all(words is not None and words in str(text) for text in said)
    assert (reason is None) is ("reason" not in told[-1].data)
    assert (await desk.count(HandoffRow)) == (outcome is Outcome.HANDED_OFF)


async def test_closed_still_delivers_to_a_person(desk: Desk) -> None:
    """Where one has the conversation, or is waited for, the message reaches them."""
    for state in (ConversationState.WAITING, ConversationState.OPERATOR):
        accepted = await desk.begun()
        await desk.database.write(
            "harbor",
            lambda db, a=accepted, s=state: conversations.hand_over(db, a.conversation_id, s, None, silent=False),  # type: ignore[misc]
        )
        ended = await end(desk, accepted, Outcome.CLOSED, Reason.SWITCHED_OFF)
        assert ended == Ended(Outcome.DELIVERED)
        assert await desk.kinds(accepted.conversation_id) == ["message.accepted", "turn.ended"]


CRISIS = "I want to kill myself."
HEARD = ["system.message", "handoff.opened", "turn.ended"]


@pytest.mark.parametrize(
    ("outcome", "reason", "kinds", "says"),
    [
        (Outcome.HANDED_OFF, Reason.SWITCHED_OFF, HEARD, ["call 112"]),
        (Outcome.HANDED_OFF, Reason.ESCALATION_TRIGGER, HEARD, ["call 112"]),
        (Outcome.REFUSED, Reason.PROHIBITED_DATA, HEARD, ["call 112"]),
        (Outcome.REFUSED, Reason.INJECTION, HEARD, ["call 112"]),
        (Outcome.STOPPED, Reason.STOPPED, HEARD, ["call 112"]),
        (Outcome.CLOSED, Reason.SWITCHED_OFF, HEARD, ["call 112"]),
        (Outcome.HANDED_OFF, Reason.TAKEN_OVER, ["handoff.opened", "turn.ended"], []),
    ],
)
async def test_a_crisis_is_heard(
    desk: Desk, outcome: Outcome, reason: Reason, kinds: list[str], says: list[str]
) -> None:
    """Whatever stops its turn, a closed chat too: a person is called, and the crisis text is shown. A take-over is one,
    for the person is there.
    """
    accepted = await desk.begun(CRISIS)
    ended = await end(desk, accepted, outcome, reason)
    told = (await desk.events(accepted.conversation_id))[1:]
    assert [event.kind.value for event in told] == kinds
    said = [str(event.data["text"]) for event in told if event.kind == "system.message"]
    assert [words in text for words, text in zip(says, said, strict=True)] == [True] * len(says)
    kept = Ended(outcome, reason) if kinds is not HEARD else Ended(Outcome.HANDED_OFF, Reason.UNSAFE_INPUT)
    assert ended == kept


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (ConversationState.WAITING, HEARD),
        (ConversationState.OPERATOR, ["system.message", "turn.ended"]),
    ],
)
async def test_a_crisis_is_heard_once_where_a_person_listens(
    any_desk: Desk, state: ConversationState, told: list[str]
) -> None:
    """Who waits, or talks to somebody, gets the crisis text at the first such message; the next ones are delivered."""
    conversation = await any_desk.converse()
    await end(any_desk, await any_desk.accepted(conversation), Outcome.HANDED_OFF, Reason.ASKED_FOR_PERSON)
    await any_desk.change_row(ConversationRow, state=state)
    ends = [await any_desk.accept(any_desk.redacted(conversation, CRISIS)) for _ in range(2)]
    assert [each.ended for each in ends if isinstance(each, Delivered)] == [
        Ended(Outcome.HANDED_OFF, Reason.UNSAFE_INPUT),
        Ended(Outcome.DELIVERED),
    ]
    (row,) = await any_desk.handoffs()
    assert row.reasons == [Reason.ASKED_FOR_PERSON, Reason.UNSAFE_INPUT]
    kinds = await any_desk.kinds(conversation.id)
    assert kinds[3:] == ["message.accepted", *told, "message.accepted", "turn.ended"]


@pytest.mark.parametrize(
    "stopped", [(Outcome.HANDED_OFF, Reason.SWITCHED_OFF), (Outcome.HANDED_OFF, Reason.UNEXPECTED)]
)
async def test_what_had_not_begun_is_the_persons(desk: Desk, stopped: tuple[Outcome, Reason]) -> None:
    """A switch or an outage ends no message that goes to somebody otherwise than delivered, and opens nothing."""
    conversation = await desk.converse()
    first, second = await desk.accepted(conversation), await desk.accepted(conversation)
    await end(desk, first, Outcome.HANDED_OFF, Reason.ASKED_FOR_PERSON)
    assert await end(desk, second, *stopped) == Ended(Outcome.DELIVERED)
    (row,) = await desk.handoffs()
    assert row.reasons == [Reason.ASKED_FOR_PERSON]


@pytest.mark.parametrize(("hours", "expected"), [(Hours(), "now"), (Hours(open=()), "out_of_hours")])
async def test_says_when_a_person_comes(desk: Desk, hours: Hours, expected: str) -> None:
    """By the workflow's hours, with whom to write to meanwhile."""
    desk.change(hours=hours)
    accepted = await desk.begun()
    await end(desk, accepted, Outcome.HANDED_OFF, Reason.UNEXPECTED)
    (row,) = await desk.handoffs()
    assert row.expected == expected
    opened = (await desk.events(accepted.conversation_id))[1].data
    assert opened["expected"] == expected
    assert opened["contact_fallback"] == "help@harbor.example"


async def test_an_adopted_turn_is_not_ended_here(desk: Desk) -> None:
    """Nothing is written, and the conversation stays the assistant's."""
    accepted = await desk.begun()
    await desk.change_row(TurnLeaseRow, attempt=2)
    with pytest.raises(TurnGone):
        await end(desk, accepted, Outcome.HANDED_OFF, Reason.MODEL_TIMEOUT)
    assert await desk.kinds(accepted.conversation_id) == ["message.accepted"]
    assert (await desk.conversation(accepted.conversation_id)).state is ConversationState.ASSISTANT
    assert await desk.handoffs() == []


async def test_a_turn_ends_once(desk: Desk) -> None:
    """A second end, and one of a conversation that is gone, find nothing to end."""
    accepted = await desk.begun()
    await end(desk, accepted, Outcome.STOPPED, Reason.STOPPED)
    with pytest.raises(TurnGone):
        await end(desk, accepted, Outcome.STOPPED, Reason.STOPPED)
    await desk.database.write("harbor", lambda db: conversations.delete(db, [accepted.conversation_id]))
    with pytest.raises(TurnGone):
        await end(desk, accepted, Outcome.STOPPED, Reason.STOPPED)


async def test_a_withdrawal_is_of_its_epoch(desk: Desk) -> None:
    """The next model's reply has a new id; after a take-over nothing is withdrawn by the turn any more."""
    accepted, stage = await desk.begun(), Handoff(desk.database, desk.feed, desk.clock)
    assert await stage.withdraw(accepted, "r1", Reason.SWITCHED_OFF, "r2") == 2
    assert (await desk.turn(accepted.turn_id)).reply_id == "r2"
    await desk.change_row(ConversationRow, epoch=1)
    with pytest.raises(TurnGone):
        await stage.withdraw(accepted, "r2", Reason.SWITCHED_OFF, "r3")
    assert await desk.kinds(accepted.conversation_id) == ["message.accepted", "reply.withdrawn"]
