"""Retention: what is past its time goes, what is not stays, and a second sweep finds nothing."""

from datetime import timedelta

import pytest

from app.adapters.db import retention, sessions, tenants_seen
from app.adapters.db.tables import (
    AuditRow,
    ContactRow,
    ConversationRow,
    EventRow,
    HandoffRow,
    MessageRow,
    SessionRow,
    TurnRow,
    VaultRow,
)
from app.domain.handoff import Reason
from app.domain.tenant import Tenant
from app.domain.turn import Outcome, TurnStopped
from app.domain.units import Duration
from app.domain.workflow import Retention
from app.stages.handoff import Handoff
from app.stages.record import Record
from app.stages.redaction import Redaction
from app.usecases.sweep_retention import SweepRetention
from tests.turns import Clock, Desk, Files, make_prompt

AGAIN = timedelta(0)
"""Sweeps whoever was not swept at this very moment."""


def sweeper(desk: Desk, *tenants: Tenant) -> SweepRetention:
    """The use case, over these files."""
    return SweepRetention(desk.database, Files(tenants), desk.clock)  # type: ignore[arg-type]  # all that it asks of them


async def answered(desk: Desk) -> None:
    """A conversation with one answered turn and one value in the vault."""
    accepted = await desk.begun()
    await Redaction(desk.database, desk.keyring).redact(desk.workflow, accepted.contact, "ann@customer.example")
    await Record(desk.database, desk.feed)(
        make_prompt(accepted), f"r-{accepted.turn_id}", "Yes", "Yes", "gpt-test", 0.0
    )


async def counts(desk: Desk) -> dict[str, int]:
    """How many rows there are of each kind."""
    tables = (ContactRow, ConversationRow, MessageRow, EventRow, TurnRow, VaultRow, HandoffRow)
    return {table.__name__: await desk.count(table) for table in tables}


async def test_what_is_old_goes_and_what_is_new_stays(any_desk: Desk) -> None:
    """Messages, events, turns, conversation, contact and vault of the old one; none of the new one's."""
    sweep = sweeper(any_desk, any_desk.tenant)
    await sweep.remember()
    await answered(any_desk)
    any_desk.clock.move(days=29)
    before = await counts(any_desk)
    assert await sweep(AGAIN) == 0
    assert await counts(any_desk) == before
    await answered(any_desk)
    any_desk.clock.move(days=1, seconds=1)
    assert await sweep(AGAIN) == 2
    assert await counts(any_desk) == before
    any_desk.clock.move(seconds=1)
    assert await sweep(AGAIN) == 0
    assert await counts(any_desk) == before
    assert "retention.swept" in await any_desk.acts()


async def test_swept_once_a_day(desk: Desk) -> None:
    """Whatever number of replicas looks."""
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    for hours in (0, 1, 22, 1, 1):
        desk.clock.move(hours=hours)
        await sweep()
    assert (await desk.acts()).count("retention.swept") == 2


async def test_a_short_time_is_swept_as_often(desk: Desk) -> None:
    """Who keeps messages for an hour finds none that is two hours old, looks not being further apart."""
    desk.change(retention=Retention(messages=Duration(hours=1)))
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    await answered(desk)
    await sweep()
    desk.clock.move(minutes=61)
    assert await sweep() == 2


async def test_an_open_turn_is_kept(desk: Desk) -> None:
    """It must still end, whenever it began."""
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    accepted = await desk.begun()
    desk.clock.move(days=60)
    assert await sweep(AGAIN) == 0
    assert await desk.kinds(accepted.conversation_id) == ["message.accepted"]
    assert (await desk.turn(accepted.turn_id)).state == "running"
    await Record(desk.database, desk.feed)(make_prompt(accepted), "r1", "Yes", "Yes", "gpt-test", 0.0)


async def test_handoffs_are_kept_for_their_own_time(desk: Desk) -> None:
    """One that is open stays for as long as it is, and with it its conversation."""
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    accepted = await desk.begun()
    stopped = TurnStopped(Outcome.HANDED_OFF, Reason.UNEXPECTED)
    await Handoff(desk.database, desk.feed, desk.clock)(accepted, stopped, None, 0.0)
    desk.clock.move(days=200)
    assert await sweep(AGAIN) == 1
    assert (await counts(desk))["HandoffRow"] == (await counts(desk))["ConversationRow"] == 1
    await desk.change_row(HandoffRow, ended_at=desk.clock())
    desk.clock.move(days=89)
    await sweep(AGAIN)
    assert (await counts(desk))["HandoffRow"] == 1
    desk.clock.move(days=2)
    await sweep(AGAIN)
    desk.clock.move(seconds=1)
    await sweep(AGAIN)
    assert set((await counts(desk)).values()) == {0}


async def test_goes_on_without_the_file(desk: Desk) -> None:
    """A tenant that has left is swept by what its file said last."""
    await sweeper(desk, desk.tenant).remember()
    await answered(desk)
    desk.clock.move(days=31)
    gone = sweeper(desk)
    await gone.remember()
    assert await gone(AGAIN) == 2
    assert set((await counts(desk)).values()) == {0}
    assert await desk.database.read_service(lambda db: tenants_seen.to_sweep(db, desk.clock(), AGAIN)) == []


async def test_sessions_and_the_audit_have_their_ends(desk: Desk) -> None:
    """Expired sessions go; the chain is cut at its front and holds."""
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    contact = await desk.contact()
    for hours in (1, 48):
        row = (f"hash-{hours}", contact.id, "site", None, desk.clock() + timedelta(hours=hours))
        await desk.database.write("harbor", lambda db, row=row: sessions.start(db, *row))  # type: ignore[misc]
    await desk.begun()
    desk.clock.move(days=1)
    await sweep(AGAIN)
    assert await desk.count(SessionRow) == 1
    assert await desk.count(ContactRow) == 2
    desk.clock.move(days=401)
    await sweep(AGAIN)
    assert "message.accepted" not in await desk.acts()
    assert await desk.count(AuditRow) > 0


async def test_values_go_with_what_named_them(any_desk: Desk) -> None:
    """Of somebody who goes on chatting, too: what was last written long ago goes, what is named by anything stays."""
    sweep = sweeper(any_desk, any_desk.tenant)
    await sweep.remember()
    contact = await any_desk.contact()
    conversation = await any_desk.converse(contact)
    redaction = Redaction(any_desk.database, any_desk.keyring)

    async def write(text: str) -> str:
        stored, _ = await redaction.redact(any_desk.workflow, contact, text)
        accepted = await any_desk.accepted(conversation, stored)
        await Record(any_desk.database, any_desk.feed)(
            make_prompt(accepted), f"r-{accepted.turn_id}", "Yes", "Yes", "gpt-test", 0.0
        )
        return stored

    async def kept() -> list[str]:
        rows = await any_desk.database.read("harbor", lambda db: db.all(VaultRow))
        return sorted(row.placeholder for row in rows)

    await write("ann@customer.example, then ben@customer.example")
    any_desk.clock.move(days=20)
    assert await write("again: ben@customer.example") == "again: [EMAIL_2]"
    assert await kept() == ["[EMAIL_1]", "[EMAIL_2]"]
    any_desk.clock.move(days=11)
    await write("no address at all")
    await sweep(AGAIN)
    assert await kept() == ["[EMAIL_2]"]
    assert await write("and cid@customer.example") == "and [EMAIL_1]"
    any_desk.clock.move(days=31)
    await write("no address at all")
    await sweep(AGAIN)
    assert await kept() == []


async def test_the_address_of_a_handoff(desk: Desk) -> None:
    """Is kept while somebody may still write to it, and goes with the values once the handoff has ended long ago."""
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    accepted = await desk.begun()
    stopped = TurnStopped(Outcome.HANDED_OFF, Reason.UNEXPECTED)
    await Handoff(desk.database, desk.feed, desk.clock)(accepted, stopped, None, 0.0)
    await Redaction(desk.database, desk.keyring).redact(desk.workflow, accepted.contact, "ann@customer.example")
    await desk.change_row(HandoffRow, email_placeholder="[EMAIL_1]")
    desk.clock.move(days=31)
    await sweep(AGAIN)
    assert await desk.count(VaultRow) == 1
    await desk.change_row(HandoffRow, ended_at=desk.clock())
    desk.clock.move(days=31)
    await sweep(AGAIN)
    assert await desk.count(VaultRow) == 0
    (handoff,) = await desk.database.read("harbor", lambda db: db.all(HandoffRow))
    assert handoff.email_placeholder is None


async def test_nobody_stands_before_the_others(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many people of long ago are still there, those who are not go."""
    monkeypatch.setattr(retention, "BATCH", 2)
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    for _ in range(5):
        contact = await desk.contact()
        row = (f"hash-{contact.id}", contact.id, "site", None, desk.clock() + timedelta(days=90))
        await desk.database.write("harbor", lambda db, row=row: sessions.start(db, *row))  # type: ignore[misc]
    for _ in range(5):
        await desk.contact()
    desk.clock.move(days=31)
    await sweep(AGAIN)
    assert await desk.count(ContactRow) == 5


async def test_a_clock_that_is_ahead_deletes_nothing_early(any_desk: Desk) -> None:
    """Neither the process's nor the database's: the later it is by the other, the longer things stay."""
    here = Clock()
    sweep = SweepRetention(any_desk.database, Files((any_desk.tenant,)), here)  # type: ignore[arg-type]  # all that it asks of them
    await sweep.remember()
    await answered(any_desk)
    before = await counts(any_desk)
    here.move(days=300)
    assert await sweep(AGAIN) == 0
    here.move(days=-300)
    any_desk.clock.move(days=300)
    assert await sweep(AGAIN) == 0
    assert await counts(any_desk) == before
    here.move(days=300)
    assert await sweep() == 2


async def test_what_was_swept_in_the_future_is_swept_again(desk: Desk) -> None:
    """A clock that was ahead and was put right does not end retention for as long as it was ahead."""
    sweep = sweeper(desk, desk.tenant)
    await sweep.remember()
    desk.clock.move(days=300)
    await sweep()
    desk.clock.move(days=-300)
    await sweep()
    assert (await desk.acts()).count("retention.swept") == 2
