"""Transcripts: operators read placeholders, and each look at one, or behind one, is in the audit."""

import pytest

from app.adapters.db import audit, conversations, events, handoffs
from app.adapters.db.events import NewEvent, Utterance
from app.adapters.db.tables import AuditRow, DraftRow, MessageRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.contact import Contact
from app.domain.conversation import Conversation, ConversationState
from app.domain.event import EventKind
from app.domain.handoff import Reason
from app.domain.message import Author
from app.domain.operator import Operator, Role
from app.domain.review import DraftState
from app.errors import Problem
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.usecases import read_transcript
from app.usecases.erase_contact import EraseContact
from app.usecases.list_conversations import ListConversations
from app.usecases.list_reviews import ListReviews
from app.usecases.read_transcript import MOST_MESSAGES, ReadTranscript
from tests.turns import Desk, make_prompt, make_tenant

AGENT = Operator("operator:ann", "Ann", Role.AGENT)
VIEWER = Operator("operator:vic", "Vic", Role.VIEWER)
EMAIL = "jane@customer.example"


def reading(desk: Desk) -> ReadTranscript:
    """The use case."""
    return ReadTranscript(desk.database, desk.keyring)


async def write_as(desk: Desk, contact: Contact, conversation: Conversation, text: str) -> str:
    """Store what a customer writes, redacted; returns it as it is stored."""
    stored, _ = await Redaction(desk.database, desk.keyring).redact(desk.workflow, contact, text)
    await desk.accepted(conversation, stored)
    return stored


async def chain(desk: Desk) -> list[AuditRow]:
    """The audit chain, in order; it must hold."""
    await desk.acts()
    return await desk.database.read("harbor", lambda db: audit.after(db, 0, 100))


async def test_what_an_operator_reads(any_desk: Desk) -> None:
    """Every message in order as it is stored, who wrote it, whose conversation it is, and what waits in it."""
    contact = await any_desk.contact()
    conversation = await any_desk.converse(contact)
    stored = await write_as(any_desk, contact, conversation, f"Write to {EMAIL}")
    held = await any_desk.accepted(conversation, "A refund, please")
    await Record(any_desk.database, any_desk.feed).hold(
        make_prompt(held), "refund", "draft-1", "You get it back", "gpt-test", 0.0, started=False
    )

    def unit(db: TenantDb) -> None:
        said = Utterance(Author.OPERATOR, "Hello, Ann here", "Hello, Ann here", author_id="operator:ann")
        news = [NewEvent(EventKind.OPERATOR_MESSAGE, {"operator_name": "Ann"}, said)]
        events.append(db, conversation.id, conversations.next_seqs(db, conversation.id, 1) or 0, news)

    await any_desk.database.write("harbor", unit)
    read = await reading(any_desk)(AGENT, "harbor", conversation.id)
    assert [(line.author, line.text, line.operator_name) for line in read.lines] == [
        (Author.CONTACT, stored, None),
        (Author.CONTACT, "A refund, please", None),
        (Author.OPERATOR, "Hello, Ann here", "Ann"),
    ]
    assert EMAIL not in repr(read)
    assert "[EMAIL_1]" in stored
    assert [line.seq for line in read.lines] == sorted(line.seq for line in read.lines)
    assert (read.contact_id, read.verified, read.handoff) == (contact.id, False, None)
    assert [draft.id for draft in read.drafts] == ["draft-1"]
    assert read.last_seq == read.lines[-1].seq
    last = (await chain(any_desk))[-1]
    assert (last.actor, last.action, last.target) == (
        "operator:ann",
        "transcript.read",
        f"conversation:{conversation.id}",
    )


async def test_its_handoff(desk: Desk) -> None:
    """The newest one, open or ended."""
    accepted = await desk.begun()
    conversation = await desk.conversation(accepted.conversation_id)

    def unit(db: TenantDb) -> str:
        within = desk.workflow.handoff.claim_within
        first, _ = handoffs.open_or_join(db, conversation, Reason.UNEXPECTED, "now", within)
        second, _ = handoffs.open_or_join(
            db, conversation, Reason.ASKED_FOR_PERSON, "now", within
        )  # the first has ended
        assert first != second
        return second

    newest = await desk.database.write("harbor", unit)
    read = await reading(desk)(AGENT, "harbor", conversation.id)
    assert read.handoff is not None
    assert read.handoff.id == newest
    assert read.conversation.state is ConversationState.WAITING


async def test_a_long_one(desk: Desk) -> None:
    """Its newest messages are read, in order."""
    conversation = await desk.converse()
    facts = {"conversation_id": conversation.id, "author": Author.CONTACT, "text": "Hello", "at": desk.clock()}

    def unit(db: TenantDb) -> None:
        db.insert_many(MessageRow, [{"id": f"m{seq}", "seq": seq, **facts} for seq in range(1, MOST_MESSAGES + 3)])

    await desk.database.write("harbor", unit)
    read = await reading(desk)(AGENT, "harbor", conversation.id)
    assert [line.seq for line in read.lines] == list(range(3, MOST_MESSAGES + 3))
    assert read.truncated


async def test_one_that_is_just_not_too_long(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read whole is not called cut."""
    monkeypatch.setattr(read_transcript, "MOST_MESSAGES", 2)
    conversation = await desk.converse()
    for text in ("One", "Two"):
        await desk.accepted(conversation, text)
    read = await reading(desk)(AGENT, "harbor", conversation.id)
    assert ([line.text for line in read.lines], read.truncated) == (["One", "Two"], False)


async def test_a_value_is_revealed(any_desk: Desk) -> None:
    """To the operator who asks, once the audit holds who asked for which; the value itself is nowhere in it."""
    contact = await any_desk.contact()
    conversation = await any_desk.converse(contact)
    await write_as(any_desk, contact, conversation, f"Write to {EMAIL}")
    assert await reading(any_desk).reveal(AGENT, "harbor", conversation.id, "[EMAIL_1]") == EMAIL
    rows = await chain(any_desk)
    last = rows[-1]
    assert (last.actor, last.action, last.target, last.reason) == (
        "operator:ann",
        "value.revealed",
        f"conversation:{conversation.id}",
        "EMAIL_1",
    )
    assert EMAIL not in repr(rows)


async def test_nothing_else_is_revealed(desk: Desk) -> None:
    """Neither what the contact never had, nor another contact's value; the audit holds what was shown alone."""
    contact, other = await desk.contact(), await desk.contact()
    conversation, theirs = await desk.converse(contact), await desk.converse(other)
    await write_as(desk, contact, conversation, f"Write to {EMAIL}")
    before = await desk.acts()
    for conversation_id, placeholder in [
        (conversation.id, "[EMAIL_2]"),
        (conversation.id, "EMAIL_1"),
        (conversation.id, "%"),
        (theirs.id, "[EMAIL_1]"),
    ]:
        with pytest.raises(Problem) as refused:
            await reading(desk).reveal(AGENT, "harbor", conversation_id, placeholder)
        assert refused.value.code == "not_found"
        assert placeholder not in refused.value.detail
    assert await desk.acts() == before


async def test_nothing_of_other_tenants_or_of_the_erased(any_desk: Desk) -> None:
    """There is no transcript and no value, and no act in the audit."""
    contact = await any_desk.contact()
    conversation = await any_desk.converse(contact)
    await write_as(any_desk, contact, conversation, f"Write to {EMAIL}")

    async def refused(tenant: str) -> None:
        for asking in (
            reading(any_desk)(AGENT, tenant, conversation.id),
            reading(any_desk).reveal(AGENT, tenant, conversation.id, "[EMAIL_1]"),
        ):
            with pytest.raises(Problem) as caught:
                await asking
            assert caught.value.code == "not_found"

    await refused("lumen")
    await EraseContact(any_desk.database, any_desk.feed, any_desk.keyring)("harbor", contact.id, "operator:1")
    await refused("harbor")
    acts = await any_desk.acts()
    assert not {"transcript.read", "value.revealed"} & set(acts)


async def test_the_list_of_conversations(any_desk: Desk) -> None:
    """Newest first over all the tenants, page by page, in one state or in all."""
    lumen = make_tenant("lumen")
    made = [await any_desk.converse() for _ in range(3)]
    made.append(await any_desk.database.write("lumen", lambda db: conversations.create(db, "contact", "support")))
    made.append(await any_desk.converse())
    ids = [conversation.id for conversation in made][::-1]
    listing, tenants = ListConversations(any_desk.database), [any_desk.tenant, lumen]
    assert [row.id for row in await listing(tenants, None, None, 10)] == ids
    first = await listing(tenants, None, None, 2)
    assert [row.id for row in first] == ids[:2]
    assert [row.id for row in await listing(tenants, None, first[-1].id, 2)] == ids[2:4]
    assert [row.id for row in await listing([lumen], None, None, 10)] == [made[3].id]

    def unit(db: TenantDb) -> None:
        conversations.hand_over(db, made[0].id, ConversationState.WAITING, None, silent=True)

    await any_desk.database.write("harbor", unit)
    assert [row.id for row in await listing(tenants, ConversationState.WAITING, None, 10)] == [made[0].id]
    assert [row.id for row in await listing(tenants, ConversationState.ASSISTANT, None, 10)] == ids[:4]


async def test_the_list_of_reviews(any_desk: Desk) -> None:
    """Those that run out first stand first; who may read texts has question and reply, and the audit says so once."""
    record = Record(any_desk.database, any_desk.feed)
    for name, question in (("d1", "A refund, please"), ("d2", "And my money?")):
        accepted = await any_desk.begun(question)
        await record.hold(make_prompt(accepted), "refund", name, f"Reply {name}", "gpt-test", 0.0, started=False)
        any_desk.clock.move(minutes=1)
    tenants, listing = [any_desk.tenant, make_tenant("lumen")], ListReviews(any_desk.database)
    before = await any_desk.acts()
    shown = await listing(AGENT, tenants, DraftState.HELD)
    assert [(review.draft.id, review.question, review.text) for review in shown] == [
        ("d1", "A refund, please", "Reply d1"),
        ("d2", "And my money?", "Reply d2"),
    ]
    last = (await chain(any_desk))[-1]
    assert (last.actor, last.action, last.target) == ("operator:ann", "reviews.read", "tenant:harbor")
    assert await any_desk.acts() == [*before, "reviews.read"]
    unread = await listing(VIEWER, tenants, DraftState.HELD)
    assert [(review.draft.id, review.question, review.text) for review in unread] == [
        ("d1", None, None),
        ("d2", None, None),
    ]
    assert await listing(AGENT, tenants, DraftState.REJECTED) == []
    assert await any_desk.acts() == [*before, "reviews.read"]
    await any_desk.change_row(DraftRow, state="approved")
    decided = await listing(AGENT, tenants, DraftState.APPROVED)
    assert [review.draft.id for review in decided] == ["d2", "d1"]
