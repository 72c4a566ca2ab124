"""Serving a conversation: one person has it, the assistant is silent, and the customer knows."""

import asyncio

import pytest

from app.adapters.db.tables import DueRow, HandoffRow
from app.adapters.db.turns import TurnGone
from app.domain.conversation import ConversationState
from app.domain.handoff import HandoffState, Reason
from app.domain.operator import Operator, Role
from app.domain.turn import Accepted, Outcome, TurnStopped
from app.errors import Problem
from app.stages.handoff import Handoff
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.usecases.serve_handoff import ServeHandoff
from tests.turns import Desk, Files, make_prompt

ANN = Operator("operator:ann", "Ann", Role.AGENT)
BEN = Operator("operator:ben", "Ben", Role.AGENT)


class Orphans:
    """Whoever takes up turns whose lease ran out: here it ends them as they were asked to."""

    def __init__(self, desk: Desk, accepted: Accepted | None = None) -> None:
        self.desk, self.accepted, self.calls = desk, accepted, 0

    async def __call__(self) -> int:
        """End the turn."""
        self.calls += 1
        if self.accepted is not None:
            await end(self.desk, self.accepted, Reason.TAKEN_OVER)
        return 1


async def end(desk: Desk, accepted: Accepted, reason: Reason, reply: str | None = None) -> None:
    """End a turn as its replica does."""
    await Handoff(desk.database, desk.feed, desk.clock)(accepted, TurnStopped(Outcome.HANDED_OFF, reason), reply, 0.0)


def serving(desk: Desk, orphans: Orphans | None = None) -> ServeHandoff:
    """The use case on a desk's rows."""
    files = Files((desk.tenant,))
    redaction = Redaction(desk.database, desk.keyring)
    recovering = orphans or Orphans(desk)
    return ServeHandoff(desk.database, desk.feed, files, desk.keyring, redaction, recovering, desk.clock)  # type: ignore[arg-type]  # stand-ins that have what is asked for


async def waiting(desk: Desk) -> HandoffRow:
    """A conversation that waits for a person."""
    await end(desk, await desk.begun(), Reason.ASKED_FOR_PERSON)
    return (await desk.handoffs())[-1]


async def epoch_moves(desk: Desk, conversation_id: str) -> None:
    """Wait until the conversation is somebody's."""
    while (await desk.conversation(conversation_id)).epoch == 0:  # noqa: ASYNC110  # rows tell nobody
        await asyncio.sleep(0.001)


async def test_claim(any_desk: Desk) -> None:
    """The epoch moves, the conversation is the operator's, the customer is told, and nobody else can have it."""
    handoff = await waiting(any_desk)
    claimed = await serving(any_desk).claim(ANN, "harbor", handoff.id)
    assert (claimed.state, claimed.claimed_by, claimed.operator_name) == ("claimed", "operator:ann", "Ann")
    conversation = await any_desk.conversation(handoff.conversation_id)
    assert (conversation.state, conversation.epoch, conversation.silent) == (ConversationState.OPERATOR, 1, True)
    (*_, told) = await any_desk.events(handoff.conversation_id)
    assert (told.kind, dict(told.data)) == (
        "handoff.claimed",
        {"handoff_id": handoff.id, "operator_name": "Ann"},
    )
    (due,) = await any_desk.database.read("harbor", lambda db: db.all(DueRow))
    assert (due.kind, due.target_id) == ("held", handoff.id)  # whether Ann is there is looked at
    for operator in (ANN, BEN):
        with pytest.raises(Problem) as refused:
            await serving(any_desk).claim(operator, "harbor", handoff.id)
        assert refused.value.code == "conflict"
    assert (await any_desk.acts())[-1] == "handoff.claimed"


async def test_a_hundred_claims(any_desk: Desk) -> None:
    """Of many at once one wins, the others read that somebody has it."""
    handoff = await waiting(any_desk)
    people = [Operator(f"operator:{n}", f"Person {n}", Role.AGENT) for n in range(100)]
    claims = [serving(any_desk).claim(person, "harbor", handoff.id) for person in people]
    done = await asyncio.gather(*claims, return_exceptions=True)
    won = [row for row in done if not isinstance(row, BaseException)]
    assert len(won) == 1
    assert {problem.code for problem in done if isinstance(problem, Problem)} == {"conflict"}
    assert (await any_desk.kinds(handoff.conversation_id)).count("handoff.claimed") == 1
    assert (await any_desk.conversation(handoff.conversation_id)).epoch == 1


async def test_nothing_of_the_assistant_after_the_claim(any_desk: Desk) -> None:
    """A reply that was begun can't be stored; its end is told before the claim, which waits for it."""
    accepted = await any_desk.begun()
    claim = asyncio.create_task(serving(any_desk).take_over(ANN, "harbor", accepted.conversation_id))
    await epoch_moves(any_desk, accepted.conversation_id)
    record = Record(any_desk.database, any_desk.feed)
    with pytest.raises(TurnGone):
        await record(make_prompt(accepted), "reply-1", "Late", "Late", "gpt-test", 0.0)
    assert not claim.done()
    await end(any_desk, accepted, Reason.TAKEN_OVER, "reply-1")
    assert (await claim).state == HandoffState.CLAIMED
    assert await any_desk.kinds(accepted.conversation_id) == [
        "message.accepted",
        "handoff.opened",
        "reply.withdrawn",
        "turn.ended",
        "handoff.claimed",
    ]
    ended = (await any_desk.events(accepted.conversation_id))[3]
    assert dict(ended.data) == {"outcome": "handed_off", "reason": "taken_over"}


@pytest.mark.parametrize("reason", [Reason.STOPPED, Reason.MODEL_TIMEOUT])
async def test_however_the_running_turn_ends(desk: Desk, reason: Reason) -> None:
    """Whatever ends the turn that ran, its end is followed by the claim."""
    accepted = await desk.begun()
    claim = asyncio.create_task(serving(desk).take_over(ANN, "harbor", accepted.conversation_id))
    await epoch_moves(desk, accepted.conversation_id)
    await end(desk, accepted, reason)
    await claim
    assert (await desk.kinds(accepted.conversation_id))[-2:] == ["turn.ended", "handoff.claimed"]


async def test_a_replica_that_died(desk: Desk) -> None:
    """Once its lease has run out, the claimer has the turn ended."""
    accepted = await desk.begun()
    orphans = Orphans(desk, accepted)
    claim = asyncio.create_task(serving(desk, orphans).take_over(ANN, "harbor", accepted.conversation_id))
    await asyncio.sleep(0.15)
    assert not claim.done()
    assert orphans.calls == 0
    desk.clock.move(seconds=11)
    assert (await claim).announced_at is not None
    assert orphans.calls == 1


async def test_waiting_turns_are_delivered(any_desk: Desk) -> None:
    """What waited behind the running turn is the operator's."""
    conversation = await any_desk.converse()
    first = await any_desk.accepted(conversation, "One")
    second = await any_desk.accepted(conversation, "Two")
    claim = asyncio.create_task(serving(any_desk).take_over(ANN, "harbor", conversation.id))
    await epoch_moves(any_desk, conversation.id)
    await end(any_desk, first, Reason.TAKEN_OVER)
    await claim
    with pytest.raises(TurnStopped) as stopped:
        await any_desk.accept.place(second)
    assert stopped.value.outcome is Outcome.DELIVERED


async def test_messages_both_ways(any_desk: Desk) -> None:
    """The customer reads the own values, rows hold placeholders; the same id again is the same message."""
    handoff = await waiting(any_desk)
    use = serving(any_desk)
    await use.claim(ANN, "harbor", handoff.id)
    with any_desk.feed.subscribe(handoff.conversation_id) as following:
        said = await use.say(
            ANN, "harbor", handoff.id, "Is ann@web.example right?", "019a0000-0000-4000-8000-000000000001"
        )
        (told,) = await following.next(1)
    assert said.text == "Is [EMAIL_1] right?"
    assert (told.kind, told.data["text"], told.data["operator_name"]) == (
        "operator.message",
        "Is ann@web.example right?",
        "Ann",
    )
    again = await use.say(
        ANN, "harbor", handoff.id, "Is ann@web.example right?", "019a0000-0000-4000-8000-000000000001"
    )
    assert again == said
    with pytest.raises(Problem) as other:
        await use.say(ANN, "harbor", handoff.id, "Another", "019a0000-0000-4000-8000-000000000001")
    assert other.value.code == "message_differs"
    quoted = await use.say(ANN, "harbor", handoff.id, "Your address is [EMAIL_1], not [EMAIL_2]", None)
    assert quoted.text == "Your address is [EMAIL_1], not (EMAIL_2)"
    assert (await any_desk.kinds(handoff.conversation_id)).count("operator.message") == 2


async def test_who_holds_it_acts(any_desk: Desk) -> None:
    """Nobody writes in, returns or resolves what somebody else holds, nobody has claimed, or has ended."""
    handoff = await waiting(any_desk)
    use = serving(any_desk)

    async def assert_refused(operator: Operator) -> None:
        before = len(await any_desk.events(handoff.conversation_id))
        for act in (use.give_back, use.resolve):
            with pytest.raises(Problem) as refused:
                await act(operator, "harbor", handoff.id)
            assert refused.value.code == "conflict"
        with pytest.raises(Problem) as refused:
            await use.say(operator, "harbor", handoff.id, "Hello", None)
        assert refused.value.code == "conflict"
        assert len(await any_desk.events(handoff.conversation_id)) == before

    await assert_refused(ANN)
    await use.claim(ANN, "harbor", handoff.id)
    await assert_refused(BEN)
    await use.resolve(ANN, "harbor", handoff.id)
    await assert_refused(ANN)


@pytest.mark.parametrize("returned", [True, False])
async def test_the_next_message_is_the_assistants(any_desk: Desk, *, returned: bool) -> None:
    """After return or resolve the epoch has moved and the assistant answers; another handoff is a new one."""
    handoff = await waiting(any_desk)
    use = serving(any_desk)
    await use.claim(ANN, "harbor", handoff.id)
    ended = await (use.give_back if returned else use.resolve)(ANN, "harbor", handoff.id)
    assert ended.state == ("returned" if returned else "resolved")
    conversation = await any_desk.conversation(handoff.conversation_id)
    assert (conversation.state, conversation.epoch, conversation.silent) == (ConversationState.ASSISTANT, 2, False)
    assert conversation.handoff_id is None
    accepted = await any_desk.accepted(conversation, "Thanks, another question")
    assert accepted.epoch == 2
    await end(any_desk, accepted, Reason.ASKED_FOR_PERSON)
    assert len(await any_desk.handoffs()) == 2


async def test_taking_over_what_waits(any_desk: Desk) -> None:
    """A conversation that waits already is claimed under its own handoff; one that somebody has is refused."""
    handoff = await waiting(any_desk)
    use = serving(any_desk)
    taken = await use.take_over(ANN, "harbor", handoff.conversation_id)
    assert taken.id == handoff.id
    assert taken.reasons == [Reason.ASKED_FOR_PERSON, Reason.TAKEN_OVER]
    for operator in (ANN, BEN):
        with pytest.raises(Problem) as refused:
            await use.take_over(operator, "harbor", handoff.conversation_id)
        assert refused.value.code == "conflict"
    assert len(await any_desk.handoffs()) == 1


async def test_what_is_not_there(any_desk: Desk) -> None:
    """An unknown id is not found, whatever is asked of it."""
    use, nothing = serving(any_desk), "019a0000-0000-7000-8000-000000000000"
    for act in (use.claim, use.take_over, use.give_back, use.resolve):
        with pytest.raises(Problem) as refused:
            await act(ANN, "harbor", nothing)
        assert refused.value.code == "not_found"
