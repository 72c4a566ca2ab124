"""Deciding on a held draft: once, by a person, and only while the assistant may speak."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from app.adapters.db import drafts
from app.adapters.db.tables import DraftRow, DueRow, HandoffRow
from app.adapters.desk import LocalDesk
from app.domain.conversation import Conversation
from app.domain.handoff import Reason
from app.domain.kill_switch import SwitchMode
from app.domain.operator import Operator, Role
from app.domain.turn import Accepted, Outcome, TurnStopped
from app.domain.workflow import OutputSettings, WorkflowStage
from app.errors import Problem
from app.stages.approval import Approval
from app.stages.handoff import Handoff
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.usecases.decide_review import DecideReview, Decision
from app.usecases.running_turns import RunningTurns
from tests.turns import Desk, Files, make_prompt

ANN = Operator("operator:ann", "Ann", Role.AGENT)
DRAFT = "You get 20 euros back, [EMAIL_1] will hear of it."


@dataclass
class Switches:
    """Switches that are off until one is turned on."""

    mode: SwitchMode | None = None
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def stopped(self, scopes: Iterable[str]) -> SwitchMode | None:
        """What applies."""
        self.asked.append(tuple(scopes))
        return self.mode


def deciding(desk: Desk, switches: Switches | None = None) -> DecideReview:
    """The use case on a desk's rows."""
    files, redaction = Files((desk.tenant,)), Redaction(desk.database, desk.keyring)
    return DecideReview(
        desk.database,
        desk.feed,
        LocalDesk(),
        files,  # type: ignore[arg-type]  # has what is asked for
        desk.keyring,
        redaction,
        switches or Switches(),
        Approval(files.get, desk.clock.today),
        RunningTurns(desk.database, desk.replica),
        desk.clock,
    )


async def held(desk: Desk) -> tuple[Accepted, Conversation]:
    """A draft that waits, in the conversation of a customer whose address the vault knows."""
    conversation = await desk.converse()
    redaction = Redaction(desk.database, desk.keyring)
    contact = make_prompt(await desk.accepted(conversation)).accepted.contact
    await redaction.redact(desk.workflow, contact, "I am ann@web.example")
    accepted = await desk.accepted(await desk.converse(contact), "I want my money back")
    record = Record(desk.database, desk.feed)
    await record.hold(make_prompt(accepted), "refund", accepted.reply_id, DRAFT, "gpt-test", 0.0, started=False)
    return accepted, await desk.conversation(accepted.conversation_id)


async def state_of(desk: Desk, draft_id: str) -> str:
    """What the draft's row says."""
    row = await desk.database.read("harbor", lambda db: drafts.find(db, draft_id))
    assert row is not None
    return row.state


@pytest.mark.parametrize(
    ("decision", "text", "state", "stored", "shown"),
    [
        (Decision.APPROVE, None, "approved", DRAFT, DRAFT.replace("[EMAIL_1]", "ann@web.example")),
        (
            Decision.EDIT,
            "We write to [EMAIL_1], see https://evil.example/x",
            "edited",
            "We write to [EMAIL_1], see ",
            "We write to ann@web.example, see ",
        ),
    ],
)
async def test_the_customer_has_it_at_once(
    any_desk: Desk, decision: Decision, text: str | None, state: str, stored: str, shown: str
) -> None:
    """Approved or edited it is a reply outside any turn; values are restored, strange links are left out."""
    any_desk.change(output=OutputSettings(link_hosts=("shop.example",)))
    accepted, conversation = await held(any_desk)
    with any_desk.feed.subscribe(conversation.id) as following:
        decided = await deciding(any_desk)(ANN, "harbor", accepted.reply_id, decision, text)
        (told,) = await following.next(1)
    assert decided.state == state == await state_of(any_desk, accepted.reply_id)
    assert (told.kind, told.turn_id, told.data["message_id"]) == ("reply.completed", None, decided.message_id)
    assert str(told.data["text"]).startswith(shown)
    assert "evil.example" not in str(told.data["text"])
    (*_, event) = await any_desk.events(conversation.id)
    assert str(event.data["text"]).startswith(stored)
    assert (await any_desk.acts())[-1] == f"draft.{state}"
    assert await any_desk.count(DueRow) == 0


async def test_rejected(any_desk: Desk) -> None:
    """Rejected it becomes a handoff."""
    accepted, conversation = await held(any_desk)
    decided = await deciding(any_desk)(ANN, "harbor", accepted.reply_id, Decision.REJECT)
    (*_, told) = await any_desk.events(conversation.id)
    assert (told.kind, told.data["reason"], told.data["handoff_id"]) == (
        "handoff.opened",
        "review_topic",
        decided.handoff_id,
    )
    assert (await any_desk.conversation(conversation.id)).silent


async def test_decided_once(any_desk: Desk) -> None:
    """Of many decisions at once one counts; later ones are refused, whatever they say."""
    accepted, conversation = await held(any_desk)
    use = deciding(any_desk)
    choices = [Decision.APPROVE, Decision.REJECT] * 5
    done = await asyncio.gather(
        *(use(ANN, "harbor", accepted.reply_id, choice) for choice in choices), return_exceptions=True
    )
    refused = [problem for problem in done if isinstance(problem, Problem)]
    assert len(refused) == len(choices) - 1
    assert {problem.code for problem in refused} == {"conflict"}
    kinds = await any_desk.kinds(conversation.id)
    assert kinds.count("reply.completed") + kinds.count("handoff.opened") == 1


async def assert_only_rejected(desk: Desk, accepted: Accepted, switches: Switches | None = None) -> None:
    """Approve and edit are refused and change nothing; reject works."""
    use, before = deciding(desk, switches), await desk.kinds(accepted.conversation_id)
    for decision in (Decision.APPROVE, Decision.EDIT):
        with pytest.raises(Problem) as refused:
            await use(ANN, "harbor", accepted.reply_id, decision, "Other words")
        assert refused.value.code == "conflict"
    assert await desk.kinds(accepted.conversation_id) == before
    assert (await use(ANN, "harbor", accepted.reply_id, Decision.REJECT)).state == "rejected"


async def test_not_while_switched_off(desk: Desk) -> None:
    """A switch that covers the conversation keeps the assistant from saying even what a person approves."""
    accepted, _ = await held(desk)
    switches = Switches(SwitchMode.HANDOFF)
    await assert_only_rejected(desk, accepted, switches)
    assert ("service", "tenant:harbor", "workflow:harbor/support", f"conversation:{accepted.conversation_id}") in (
        switches.asked
    )


async def test_not_past_its_time(desk: Desk) -> None:
    """A draft whose time is over is on its way to people."""
    accepted, _ = await held(desk)
    desk.clock.move(minutes=16)
    await assert_only_rejected(desk, accepted)


async def test_not_over_a_person(any_desk: Desk) -> None:
    """Once a person has the conversation, or is waited for, nothing is said in the assistant's name."""
    accepted, conversation = await held(any_desk)
    later = await any_desk.accepted(conversation, "A person, please")
    stopped = TurnStopped(Outcome.HANDED_OFF, Reason.ASKED_FOR_PERSON)
    await Handoff(any_desk.database, any_desk.feed, any_desk.clock)(later, stopped, None, 0.0)
    await assert_only_rejected(any_desk, accepted)


async def test_over_a_technical_handoff(desk: Desk) -> None:
    """While the assistant may go on answering, an approved draft may be said."""
    accepted, conversation = await held(desk)
    later = await desk.accepted(conversation, "Hello?")
    stopped = TurnStopped(Outcome.HANDED_OFF, Reason.MODEL_TIMEOUT)
    await Handoff(desk.database, desk.feed, desk.clock)(later, stopped, None, 0.0)
    assert (await deciding(desk)(ANN, "harbor", accepted.reply_id, Decision.APPROVE)).state == "approved"


async def test_not_without_approval(desk: Desk) -> None:
    """A workflow that is switched to `off` says nothing any more."""
    accepted, _ = await held(desk)
    desk.change(stage=WorkflowStage.OFF)
    await assert_only_rejected(desk, accepted)


async def test_what_is_not_there(desk: Desk) -> None:
    """An unknown draft is not found; an edit without words is refused with a sentence."""
    accepted, _ = await held(desk)
    with pytest.raises(Problem) as refused:
        await deciding(desk)(ANN, "harbor", "019a0000-0000-7000-8000-000000000000", Decision.APPROVE)
    assert refused.value.code == "not_found"
    for words in (None, "", "  "):
        with pytest.raises(Problem) as refused:
            await deciding(desk)(ANN, "harbor", accepted.reply_id, Decision.EDIT, words)
        assert refused.value.code == "bad_request"
    assert await desk.count(HandoffRow) == 0
    assert await desk.count(DraftRow) == 1
