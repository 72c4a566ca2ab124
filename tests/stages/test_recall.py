"""Recall: what was answered before goes along, and no request holds a value that was told in parts."""

from app.domain.handoff import Reason
from app.domain.turn import Accepted, Cleared, Outcome, Recalled, TurnStopped
from app.stages.handoff import Handoff
from app.stages.recall import MOST_MESSAGES, Recall
from app.stages.record import Record
from tests.turns import Desk, make_prompt


async def recall(desk: Desk, accepted: Accepted) -> Recalled:
    """What a message follows on."""
    return await Recall(desk.database)(Cleared(accepted))


async def answer(desk: Desk, accepted: Accepted, text: str) -> None:
    """Answer a turn."""
    await Record(desk.database, desk.feed)(make_prompt(accepted), f"r-{accepted.turn_id}", text, text, "gpt-test", 0.0)


async def end(desk: Desk, accepted: Accepted, outcome: Outcome) -> None:
    """End a turn without an answer."""
    stopped = TurnStopped(outcome, Reason.SWITCHED_OFF)
    await Handoff(desk.database, desk.feed, desk.clock)(accepted, stopped, None, 0.0)


async def test_only_answered_turns_are_history(any_desk: Desk) -> None:
    """What was refused, handed off or delivered never went through moderation, so no later prompt holds it."""
    conversation = await any_desk.converse()
    await answer(any_desk, await any_desk.accepted(conversation, "first question"), "first answer")
    for outcome in (Outcome.REFUSED, Outcome.HANDED_OFF, Outcome.DELIVERED, Outcome.STOPPED):
        await end(any_desk, await any_desk.accepted(conversation, f"never {outcome}"), outcome)
    await answer(any_desk, await any_desk.accepted(conversation, "second question"), "second answer")
    recalled = await recall(any_desk, await any_desk.accepted(conversation, "third question"))
    assert recalled.said == (
        ("user", "first question"),
        ("assistant", "first answer"),
        ("user", "second question"),
        ("assistant", "second answer"),
        ("user", "third question"),
    )


async def test_history_is_of_this_conversation(desk: Desk) -> None:
    """Another one of the same contact is not looked into."""
    contact = await desk.contact()
    await answer(desk, await desk.accepted(await desk.converse(contact), "elsewhere"), "answer")
    conversation = await desk.converse(contact)
    await answer(desk, await desk.accepted(conversation, "here"), "yes")
    recalled = await recall(desk, await desk.accepted(conversation, "now"))
    assert [text for _, text in recalled.said] == ["here", "yes", "now"]


async def test_a_value_told_in_parts_is_whole_nowhere(desk: Desk) -> None:
    """What completes it goes before anything is asked about the message, be the beginning answered or not."""
    for outcome in (None, Outcome.REFUSED):
        conversation = await desk.converse()
        begun = await desk.accepted(conversation, "My card is 5555 3412")
        await (end(desk, begun, outcome) if outcome else answer(desk, begun, "and?"))
        recalled = await recall(desk, await desk.accepted(conversation, "4444 1115, thanks"))
        assert recalled.said[-1] == ("user", "[PAYMENT_CARD], thanks")


async def test_what_is_judged_here_is_the_message_itself(desk: Desk) -> None:
    """What stood before it must not hide a wish to die from who hears it; it leaves this process as it was written."""
    conversation = await desk.converse()
    await answer(desk, await desk.accepted(conversation, "what I do is:"), "yes?")
    recalled = await recall(desk, await desk.accepted(conversation, "Hang myself"))
    assert recalled.accepted.text == recalled.said[-1][1] == "Hang myself"


async def test_what_stood_before_the_rows_that_are_read_may_have_begun_a_value(desk: Desk) -> None:
    """However much was refused since, its end does not follow without its beginning."""
    conversation = await desk.converse()
    for text in ("My SSN is", "123456789"):
        await answer(desk, await desk.accepted(conversation, text), "and?")
    for refused in range(MOST_MESSAGES):
        recalled = await recall(desk, accepted := await desk.accepted(conversation, f"never {refused}"))
        assert ("user", "123456789") not in recalled.said
        await end(desk, accepted, Outcome.REFUSED)
