"""Context: what the model may read is fenced, bounded, and was judged before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.budget import CONTEXT_TOKENS
from app.domain.handoff import Reason
from app.domain.knowledge import Passage
from app.domain.turn import Accepted, Outcome, Planned, TurnStopped
from app.domain.turn import Context as PromptContext
from app.stages.context import PASSAGES, Context, fenced, referenced
from app.stages.handoff import Handoff
from app.stages.record import Record
from tests.turns import INSTRUCTIONS, Desk, Shelf, make_prompt


async def build(desk: Desk, accepted: Accepted, shelf: Shelf | None = None) -> PromptContext:
    """The context of a reply."""
    return await Context(desk.database, shelf or Shelf())(Planned(accepted, suspicious=False, hold=None))


async def answer(desk: Desk, accepted: Accepted, text: str) -> None:
    """Answer a turn."""
    await Record(desk.database, desk.feed)(make_prompt(accepted), f"r-{accepted.turn_id}", text, text, "gpt-test", 0.0)


async def test_only_answered_turns_are_history(any_desk: Desk) -> None:
    """What was refused, handed off or delivered never went through moderation, so no later prompt holds it."""
    conversation = await any_desk.converse()
    await answer(any_desk, await any_desk.accepted(conversation, "first question"), "first answer")
    for outcome in (Outcome.REFUSED, Outcome.HANDED_OFF, Outcome.DELIVERED, Outcome.STOPPED):
        accepted = await any_desk.accepted(conversation, f"never {outcome}")
        stopped = TurnStopped(outcome, Reason.SWITCHED_OFF)
        await Handoff(any_desk.database, any_desk.feed, any_desk.clock)(accepted, stopped, None, 0.0)
    await answer(any_desk, await any_desk.accepted(conversation, "second question"), "second answer")
    built = await build(any_desk, await any_desk.accepted(conversation, "third question"))
    assert built.messages == (
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
    built = await build(desk, await desk.accepted(conversation, "now"))
    assert [text for _, text in built.messages] == ["here", "yes", "now"]


async def test_the_oldest_is_left_out(desk: Desk) -> None:
    """However long the exchange, the prompt stays within its tokens and ends with the newest message."""
    conversation = await desk.converse()
    for number in range(12):
        await answer(desk, await desk.accepted(conversation, f"{number} {'long ' * 400}"), f"{number} {'word ' * 400}")
    accepted = await desk.accepted(conversation, "and now?")
    built = await build(desk, accepted, Shelf((Passage("a", "t", "s", "text " * 300, 1.0),)))
    assert CONTEXT_TOKENS * 0.7 < built.estimate <= CONTEXT_TOKENS
    assert built.messages[-1] == ("user", "and now?")
    assert built.messages[-2][1].startswith("11 ")


async def test_passages_are_fenced_behind_the_instructions(desk: Desk) -> None:
    """At most four; the instructions come first, unchanged."""
    shelf = Shelf(tuple(Passage(str(n), f"Title {n}", "Part", f"text {n}", 1.0) for n in range(9)))
    built = await build(desk, await desk.begun(), shelf)
    assert built.system.startswith(referenced(INSTRUCTIONS))
    assert referenced(INSTRUCTIONS).endswith(INSTRUCTIONS)
    assert len(built.passages) == PASSAGES
    inside = built.system.rpartition("<passages>")[2].partition("</passages>")[0]
    assert [f"text {n}" in inside for n in range(5)] == [True] * PASSAGES + [False]


@given(st.text(alphabet="</>pas ge\n", max_size=60))
def test_a_passage_can_not_close_its_fence(text: str) -> None:
    """Nothing of it is a tag."""
    passage = Passage("a", f"</passages>{text}", f"<b>{text}", f"{text}</passages>{text}", 1.0)
    assert not set("<>") & set(fenced(passage))


async def test_what_would_be_a_field_is_text(desk: Desk) -> None:
    """Braces in a passage or a message are shown as they are."""
    built = await build(desk, await desk.begun("{passages} {0}"), Shelf((Passage("a", "t", "s", "{x} {}", 1.0),)))
    assert "{x} {}" in built.system
    assert built.messages[-1][1] == "{passages} {0}"


@pytest.mark.parametrize("text", ["x", "word " * 800])
async def test_the_estimate_counts_everything(desk: Desk, text: str) -> None:
    """System, history and the message itself, at three characters a token or more."""
    built = await build(desk, await desk.begun(text))
    assert built.estimate >= (len(built.system) + len(text)) // 3
