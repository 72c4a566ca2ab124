"""Following: whoever leaves and comes back reads the rest, each event once."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.adapters.db.tables import EventRow
from app.domain.data_class import DataClass
from app.domain.event import Cursor, Event, EventKind
from app.domain.handoff import Reason
from app.domain.turn import Accepted, Outcome, TurnStopped
from app.stages.handoff import Handoff
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.usecases.follow import Follow, Follower
from tests.turns import Desk, make_prompt

Sent = tuple[str, str]


def spelled(cursor: Cursor, event: Event) -> Sent:
    """An event as a stream shows it: its id, and what it is."""
    said = event.data.get("reply_id", "") if event.n == 0 else f"{event.data['reply_id']} {event.data.get('text', '')}"
    return str(cursor), f"{event.kind.value} {said} {event.seq if event.n == 0 else event.n}"


@dataclass
class Reader:
    """Someone who follows, from a cursor or live."""

    follower: Follower
    batches: AsyncIterator[list[tuple[Cursor, Event]]]
    read: list[Sent] = field(default_factory=list)

    async def until(self, true: Callable[[list[Sent]], bool]) -> list[Sent]:
        """Read until something is true of what was read."""
        async with asyncio.timeout(5):
            while not true(self.read):
                self.read += [spelled(*sent) for sent in await anext(self.batches)]
        return self.read


@contextlib.contextmanager
def reading(desk: Desk, accepted: Accepted, cursor: str = "0") -> Iterator[Reader]:
    """Follow a conversation from a cursor."""
    follow = Follow(desk.database, desk.feed, desk.keyring)
    with follow(desk.tenant.id, accepted.contact.id, accepted.conversation_id) as follower:
        follower.resume(Cursor.parse(cursor))
        yield Reader(follower, follower.batches())


def ends(count: int) -> Callable[[list[Sent]], bool]:
    """Whether so many turns have ended."""
    return lambda read: sum(said.startswith("turn.ended") for _, said in read) == count


async def speak(desk: Desk, accepted: Accepted, reply: str, pieces: int, *, keep: bool = True) -> None:
    """A reply, piece by piece, then stored or withdrawn."""
    desk.feed.start(
        accepted.conversation_id, reply, (await desk.conversation(accepted.conversation_id)).last_seq, accepted.turn_id
    )
    for number in range(pieces):
        desk.feed.piece(accepted.conversation_id, 2 * number, f"p{number}")
    if keep:
        whole = "".join(f"p{number}" for number in range(pieces))
        await Record(desk.database, desk.feed)(make_prompt(accepted), reply, whole, whole, "gpt-test", 0.0)
    else:
        stopped = TurnStopped(Outcome.STOPPED, Reason.STOPPED)
        await Handoff(desk.database, desk.feed, desk.clock)(accepted, stopped, reply, 0.0)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=3), st.data())
async def test_resumed_at_any_point(desk: Desk, plan: list[tuple[int, bool]], data: st.DataObject) -> None:
    """What a reader gets who leaves behind any event is the rest of the stored ones, each once and in order."""
    conversation = await desk.converse()
    accepted = await desk.accepted(conversation, "0")
    with reading(desk, accepted) as reader:
        for number, (pieces, keep) in enumerate(plan):
            await speak(desk, accepted, f"r{number}", pieces, keep=keep)
            if number + 1 < len(plan):
                accepted = await desk.accepted(conversation, str(number + 1))
        whole = list(await reader.until(ends(len(plan))))
    left = data.draw(st.integers(0, len(whole)))
    cursor = whole[left - 1][0] if left else "0"
    rest = [sent for sent in whole[left:] if not sent[1].startswith(("reply.started", "reply.delta"))]
    with reading(desk, accepted, cursor) as again:
        begun = await again.until(lambda read: len(read) >= len(rest))
    assert [said for _, said in begun] == [said for _, said in rest]
    assert [Cursor.parse(c) for c, _ in begun] == sorted(Cursor.parse(c) for c, _ in begun)


@pytest.mark.parametrize("left", range(5))
async def test_resumed_within_a_running_reply(desk: Desk, left: int) -> None:
    """Every later piece follows, none twice, and a message stored meanwhile does not disturb the count."""
    accepted = await desk.begun()
    desk.feed.start(accepted.conversation_id, "r1", 1, accepted.turn_id)
    desk.feed.piece(accepted.conversation_id, 0, "p0")
    with reading(desk, accepted) as reader:
        await reader.until(lambda read: len(read) == 3)
        desk.feed.piece(accepted.conversation_id, 2, "p1")
        await desk.accepted(await desk.conversation(accepted.conversation_id), "meanwhile")
        desk.feed.piece(accepted.conversation_id, 4, "p2")
        whole = list(await reader.until(lambda read: len(read) == 6))
    assert [cursor for cursor, _ in whole] == ["1", "1.1", "1.2", "1.3", "2.3", "2.4"]
    with reading(desk, accepted, whole[left][0]) as again:
        rest = await again.until(lambda read: len(read) == 5 - left)
        missed = [said for _, said in whole[left + 1 :]]
        assert sorted(said for _, said in rest) == sorted(missed)
        assert [said for _, said in rest if "reply" in said] == [said for said in missed if "reply" in said]
        desk.feed.piece(accepted.conversation_id, 6, "p3")
        more = await again.until(lambda read: len(read) == 6 - left)
    assert len({said for _, said in more}) == len(more)


async def test_late_pieces_are_dropped(desk: Desk) -> None:
    """Once a reply's end is stored, no piece of it reaches anybody, however late it comes."""
    accepted = await desk.begun()
    with reading(desk, accepted) as reader:
        await speak(desk, accepted, "r1", 1)
        await reader.until(ends(1))
        late = Event(EventKind.REPLY_DELTA, {"reply_id": "r1", "offset": 2, "text": "late"}, 1, 3, accepted.turn_id)
        desk.feed.deliver(accepted.conversation_id, [late])
        await desk.accepted(await desk.conversation(accepted.conversation_id), "next")
        read = await reader.until(lambda read: read[-1][1].startswith("message.accepted"))
    assert not any("late" in said for _, said in read)
    desk.feed.start(accepted.conversation_id, "r1", 1, accepted.turn_id)  # a store that has not heard of the end
    desk.feed.piece(accepted.conversation_id, 0, "late")
    with reading(desk, accepted) as again:
        assert not any("late" in said for _, said in await again.until(lambda read: len(read) == 4))


async def test_rows_fill_what_the_feed_lost(desk: Desk) -> None:
    """Events that were never delivered here are read before the next one is handed out."""
    accepted = await desk.begun()
    with reading(desk, accepted) as reader:
        await reader.until(lambda read: len(read) == 1)
        elsewhere = Desk(desk.database, desk.clock, desk.tenant)
        await speak(elsewhere, accepted, "r1", 2)
        desk.feed.lose(accepted.conversation_id)
        read = await reader.until(ends(1))
        await elsewhere.accepted(await desk.conversation(accepted.conversation_id), "unheard")
        second = await elsewhere.accepted(await desk.conversation(accepted.conversation_id), "heard")
        told = (await desk.events(accepted.conversation_id))[-1]
        assert told.data["message_id"] == second.message_id
        desk.feed.deliver(accepted.conversation_id, [told])
        read = await reader.until(lambda read: len(read) == 5)
    assert [cursor for cursor, _ in read] == ["1", "2", "3", "4", "5"]


async def test_a_turn_is_followed_alone(desk: Desk) -> None:
    """The stream of a POST carries its own turn; its numbers are the conversation's."""
    conversation = await desk.converse()
    first, second = await desk.accepted(conversation, "one"), await desk.accepted(conversation, "two")
    follow = Follow(desk.database, desk.feed, desk.keyring)
    with follow(desk.tenant.id, first.contact.id, conversation.id) as follower:
        batches = follower.of_turn(second.turn_id, second.seq, catch_up=True)
        await speak(desk, first, "r1", 2)
        await speak(desk, second, "r2", 1)
        reader = Reader(follower, batches)
        read = await reader.until(ends(1))
    kinds = [said.split()[0] for _, said in read]
    assert kinds[:1] + kinds[-2:] == ["message.accepted", "reply.completed", "turn.ended"]
    assert not any("r1" in said for _, said in read)


async def test_live_only_begins_at_the_newest(desk: Desk) -> None:
    """Without a cursor nothing that was is told again."""
    accepted = await desk.begun()
    await speak(desk, accepted, "r1", 2)
    follow = Follow(desk.database, desk.feed, desk.keyring)
    with follow(desk.tenant.id, accepted.contact.id, accepted.conversation_id) as follower:
        await follower.only_live()
        reader = Reader(follower, follower.batches())
        await desk.accepted(await desk.conversation(accepted.conversation_id), "new")
        assert [said.split()[0] for _, said in await reader.until(bool)] == ["message.accepted"]


async def test_a_customer_reads_the_own_values(desk: Desk) -> None:
    """From the rows as well as live."""
    accepted = await desk.begun()
    await Redaction(desk.database, desk.keyring).redact(desk.workflow, accepted.contact, "ann@customer.example")
    assert await desk.count(EventRow) == 1
    await Record(desk.database, desk.feed)(make_prompt(accepted), "r1", "To [EMAIL_1]", "x", "gpt-test", 0.0)
    follow = Follow(desk.database, desk.feed, desk.keyring)
    with follow(desk.tenant.id, accepted.contact.id, accepted.conversation_id) as follower:
        batch = await anext(follower.batches())
    assert batch[1][1].data["text"] == "To ann@customer.example"
    assert DataClass.EMAIL.upper() not in str(batch[1][1].data["text"])


async def test_a_closed_conversation_ends_the_stream(desk: Desk) -> None:
    """Erasure and log-out close it; what was read stays read."""
    accepted = await desk.begun()
    with reading(desk, accepted) as reader:
        await reader.until(bool)
        desk.feed.close(accepted.conversation_id)
        async with asyncio.timeout(3):
            assert [sent async for batch in reader.batches for sent in batch] == []
