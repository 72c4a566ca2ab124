"""Erasure: nothing of the contact is left in any table, and everything of everyone else is."""

import asyncio

import pytest
from sqlmodel import SQLModel

from app.adapters.db import feedback, sessions
from app.adapters.db.tables import AuditHeadRow, AuditRow, ReceiptRow, SpentTokenRow, TenantRow, TurnLeaseRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.contact import Contact
from app.domain.handoff import Reason
from app.domain.turn import Accepted, Outcome, TurnStopped
from app.errors import Problem
from app.stages.handoff import Handoff
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.usecases.erase_contact import EraseContact
from tests.turns import Desk, make_prompt

KEPT = {AuditRow, AuditHeadRow, ReceiptRow, SpentTokenRow}
TABLES: list[type[SQLModel]] = [table for table in TenantRow.__subclasses__() if table not in KEPT]


async def live(desk: Desk) -> Contact:
    """A contact with a row in every table: answered, held, handed off and running turns, session, vault, feedback."""
    contact = await desk.contact()
    conversation = await desk.converse(contact)
    record = Record(desk.database, desk.feed)
    answered = await desk.accepted(conversation)
    reply = await record(make_prompt(answered), f"r-{contact.id}", "Yes", "Yes", "gpt-test", 0.0)
    held = await desk.accepted(conversation)
    await record.hold(make_prompt(held), "refund", f"d-{contact.id}", "Draft", "gpt-test", 0.0, started=False)
    stopped = TurnStopped(Outcome.HANDED_OFF, Reason.UNEXPECTED)
    await Handoff(desk.database, desk.feed, desk.clock)(await desk.accepted(conversation), stopped, None, 0.0)
    await desk.accepted(conversation)
    await Redaction(desk.database, desk.keyring).redact(desk.workflow, contact, "ann@customer.example")

    def unit(db: TenantDb) -> None:
        sessions.start(db, f"hash-{contact.id}", contact.id, "site", None, desk.clock())
        feedback.keep(db, reply.message_id, contact.id, "up", None)

    await desk.database.write("harbor", unit)
    return contact


async def rows(desk: Desk) -> dict[str, int]:
    """How many rows each table of a tenant has."""
    return {table.__name__: await desk.count(table) for table in TABLES}


async def test_nothing_is_left(any_desk: Desk) -> None:
    """Of every table a contact can have rows in; another contact keeps every row, and the receipt says how many."""
    await live(any_desk)
    alone = await rows(any_desk)
    assert all(alone.values()), f"a table that the test does not fill: {alone}"
    contact = await live(any_desk)
    receipt = await EraseContact(any_desk.database, any_desk.feed, any_desk.keyring)("harbor", contact.id, "operator:1")
    assert await rows(any_desk) == alone
    deleted = receipt["deleted"]
    assert isinstance(deleted, dict)
    assert sum(deleted.values()) == sum(alone.values()) + 1  # its running turn's lease, which is outside tenants
    assert (receipt["tenant"], receipt["contact_id"]) == ("harbor", contact.id)
    (kept,) = await any_desk.database.read("harbor", lambda db: db.all(ReceiptRow))
    assert kept.id == receipt["receipt_id"]
    assert contact.id not in repr(kept.content) + kept.contact_hash
    assert kept.contact_hash == any_desk.keyring.digest("erased", "harbor", contact.id)
    assert (await any_desk.acts())[-1] == "contact.erased"


async def test_streams_end(desk: Desk) -> None:
    """Those that follow a conversation of the contact are closed."""
    accepted = await desk.begun()
    with desk.feed.subscribe(accepted.conversation_id) as following:
        await EraseContact(desk.database, desk.feed, desk.keyring)("harbor", accepted.contact.id, "operator:1")
        assert following.closed


async def test_nobody_is_erased_twice(desk: Desk) -> None:
    """Nor from another tenant: there the contact is not found, and nothing goes."""
    contact = await live(desk)
    erase = EraseContact(desk.database, desk.feed, desk.keyring)
    before = await rows(desk)
    with pytest.raises(Problem) as caught:
        await erase("lumen", contact.id, "operator:1")
    assert caught.value.code == "not_found"
    assert await rows(desk) == before
    await erase("harbor", contact.id, "operator:1")
    with pytest.raises(Problem):
        await erase("harbor", contact.id, "operator:1")
    assert await desk.count(ReceiptRow) == 1


@pytest.mark.alone  # a database that is given no time to answer says so
async def test_nothing_is_written_after(any_desk: Desk) -> None:
    """Messages that arrive while the contact is erased are stored before, and go too, or not at all."""
    erase = EraseContact(any_desk.database, any_desk.feed, any_desk.keyring)
    for _ in range(15):
        contact = await any_desk.contact()
        conversation = await any_desk.converse(contact)
        arriving = [any_desk.accepted(conversation) for _ in range(4)]
        *ends, receipt = await asyncio.gather(
            *arriving, erase("harbor", contact.id, "operator:1"), return_exceptions=True
        )
        assert isinstance(receipt, dict), receipt
        assert all(isinstance(end, Accepted | Problem) for end in ends), ends
    tables: list[type[SQLModel]] = [*TABLES, TurnLeaseRow]
    left = [table.__name__ for table in tables if await any_desk.count(table)]
    assert not left
