"""Acceptance: a message is stored once, with its turn and its lease, and waits for its place."""

import asyncio

import pytest
from sqlmodel import col

from app.adapters.db import audit, conversations, leases
from app.adapters.db.tables import AuditHeadRow, AuditRow, ConversationRow, MessageRow, TurnLeaseRow, TurnRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.db.turns import TurnGone
from app.domain.conversation import ConversationState
from app.domain.ids import new_id
from app.domain.turn import Outcome, TurnStopped
from app.errors import Problem
from app.stages.accept import MOST_WAITING, AlreadyStored, Delivered
from app.stages.handoff import Handoff
from tests.turns import Desk


async def silence(desk: Desk, conversation_id: str) -> None:
    """Let a person have the conversation."""
    await desk.database.write(
        desk.tenant.id,
        lambda db: conversations.hand_over(db, conversation_id, ConversationState.OPERATOR, None, silent=True),
    )


async def test_stores_everything_at_once(any_desk: Desk) -> None:
    """Message, event, turn, lease and audit; nothing is spent yet."""
    conversation = await any_desk.converse()
    with any_desk.feed.subscribe(conversation.id) as following:
        accepted = await any_desk.accepted(conversation, "Hello")
        told = await following.next(1)
    assert [event.data["message_id"] for event in told] == [accepted.message_id]
    assert (accepted.seq, accepted.epoch, accepted.attempt, accepted.waiting) == (1, 0, 1, False)
    row = await any_desk.turn(accepted.turn_id)
    assert (row.state, row.reply_id, row.message_id) == ("running", accepted.reply_id, accepted.message_id)
    assert row.cost_usd == 0.0
    assert await any_desk.kinds(conversation.id) == ["message.accepted"]
    assert await any_desk.count(TurnLeaseRow) == 1
    assert await any_desk.acts() == ["message.accepted"]


async def test_a_chain_taken_away_is_missed(any_desk: Desk) -> None:
    """Also one that was set back, head and all: the newest turn is not in it."""
    conversation = await any_desk.converse()
    database, tenant = any_desk.database, any_desk.tenant.id
    await any_desk.accepted(conversation, "Hello")
    first = await database.read(tenant, audit.end_of)
    await any_desk.accepted(conversation, "Are you there?")
    assert await database.read(tenant, audit.first_broken) is None

    def set_back(db: TenantDb) -> None:
        db.delete(AuditRow, col(AuditRow.position) > first.position)
        db.update(AuditHeadRow, position=first.position, hash=first.hash)

    def take_away(db: TenantDb) -> None:
        db.delete(AuditRow)
        db.delete(AuditHeadRow)

    await database.write(tenant, set_back)
    assert await database.read(tenant, audit.first_broken) == first.position + 1
    await database.write(tenant, take_away)
    assert await database.read(tenant, audit.first_broken) == 1


async def test_the_same_id_is_stored_once(desk: Desk) -> None:
    """Also of many at once; nothing is left of the others, not even a number."""
    conversation, client_id = await desk.converse(), new_id()
    wanted = [desk.accept(desk.redacted(conversation, "Hello", client_id)) for _ in range(20)]
    done = await asyncio.gather(*wanted, return_exceptions=True)
    assert sum(isinstance(one, AlreadyStored) for one in done) == 19
    assert await desk.count(MessageRow) == await desk.count(TurnRow) == 1
    assert (await desk.conversation(conversation.id)).last_seq == 1


async def test_five_may_wait(desk: Desk) -> None:
    """One runs and five wait; the next is refused with the time to come back, and nothing of it is stored."""
    conversation = await desk.converse()
    turns = [await desk.accepted(conversation, str(number)) for number in range(1 + MOST_WAITING)]
    assert [turn.waiting for turn in turns] == [False, *[True] * MOST_WAITING]
    with pytest.raises(Problem) as caught:
        await desk.accepted(conversation, "one more")
    assert (caught.value.code, caught.value.status) == ("too_many_waiting", 429)
    assert caught.value.headers.keys() == {"Retry-After", "RateLimit", "RateLimit-Policy"}
    assert (await desk.conversation(conversation.id)).last_seq == 1 + MOST_WAITING


async def test_another_contacts_conversation_is_not_found(desk: Desk) -> None:
    """Neither stored nor told apart from one that is not there; its numbers do not move."""
    own, other = await desk.converse(), await desk.converse()
    for conversation_id in (other.id, new_id()):
        redacted = desk.redacted(own, "Hello")
        object.__setattr__(redacted.turn, "conversation_id", conversation_id)
        with pytest.raises(Problem) as caught:
            await desk.accept(redacted)
        assert caught.value.code == "not_found"
    assert (await desk.conversation(other.id)).last_seq == 0


async def test_delivered_where_a_person_has_it(desk: Desk) -> None:
    """Stored and ended in the same step: nothing is leased, and no money is set aside."""
    conversation = await desk.converse()
    await silence(desk, conversation.id)
    delivered = await desk.accept(desk.redacted(conversation, "Hello"))
    assert isinstance(delivered, Delivered)
    assert await desk.kinds(conversation.id) == ["message.accepted", "turn.ended"]
    row = await desk.turn(delivered.turn_id)
    assert (row.state, row.outcome, row.cost_usd) == ("ended", "delivered", 0.0)
    assert await desk.count(TurnLeaseRow) == 0


async def test_a_turn_waits_for_its_place(desk: Desk) -> None:
    """It begins when the one before has ended, in the epoch of that moment and after the newest number."""
    conversation = await desk.converse()
    first, second = await desk.accepted(conversation, "one"), await desk.accepted(conversation, "two")
    assert await desk.accept.place(first) == (first, 1)
    waiting = asyncio.create_task(desk.accept.place(second))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await desk.change_row(ConversationRow, epoch=4)
    stopped = TurnStopped(Outcome.CLOSED, None)
    await Handoff(desk.database, desk.feed, desk.clock)(first, stopped, None, 0.0)
    begun, newest = await asyncio.wait_for(waiting, 2)
    assert (begun.epoch, begun.waiting, newest) == (4, False, (await desk.conversation(conversation.id)).last_seq)
    assert (await desk.turn(second.turn_id)).state == "running"


async def test_a_waiting_turn_may_find_a_person(desk: Desk) -> None:
    """Or that its conversation is gone."""
    conversation = await desk.converse()
    first, second = await desk.accepted(conversation, "one"), await desk.accepted(conversation, "two")
    await desk.database.write(desk.tenant.id, lambda db: leases.give_back(db, first.turn_id, 1))
    await silence(desk, conversation.id)
    with pytest.raises(TurnStopped) as caught:
        await desk.accept.place(second)
    assert (caught.value.outcome, caught.value.reason) == (Outcome.DELIVERED, None)
    await desk.database.write(desk.tenant.id, lambda db: conversations.delete(db, [conversation.id]))
    with pytest.raises(TurnGone):
        await desk.accept.place(second)
