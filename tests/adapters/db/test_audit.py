"""The audit chains hold together, and tell where somebody has been at them."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import col

from app.adapters.db import audit
from app.adapters.db.engine import Database, StatementRefused, open_database
from app.adapters.db.tables import AuditHeadRow, AuditRow, ConversationRow
from app.adapters.db.tenant_db import SERVICE, ServiceDb, TenantDb
from app.domain.audit import AuditEvent

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = ("actor", "action", "target", "outcome", "reason", "turn_id", "id", "hash")


def act(number: int) -> AuditEvent:
    """Some act."""
    return AuditEvent("operator:1", "handoff.claimed", f"handoff:{number}", "claimed", None, f"turn-{number}")


def acts(*numbers: int) -> Callable[[TenantDb], None]:
    """A unit of nothing but acts."""
    return lambda db: db.audit(*map(act, numbers))


def links(db: TenantDb) -> list[AuditRow]:
    """A tenant's chain."""
    return audit.after(db, 0, 1000)


def chain(length: int) -> list[AuditRow]:
    """A chain that holds, built by the words of the chain's own description: SHA-256 of the hash before and the row."""
    rows: list[AuditRow] = []
    before = audit.seed("harbor").hash
    for position in range(1, length + 1):
        row = AuditRow(
            tenant_id="harbor", position=position, id=f"id-{position}", actor="service", action="a", target="t:1",
            outcome="done", at=MOMENT + timedelta(seconds=position), hash="",
        )  # fmt: skip
        row.hash = before = audit.link_hash(before, audit.exported(row))
        rows.append(row)
    return rows


async def test_acts_are_linked_in_order(database: Database) -> None:
    """Each act is a link; tenants and the service have chains of their own."""
    await database.write("harbor", acts(1, 2))
    await database.write("lantern", acts(7))
    await database.write("harbor", acts(3))
    await database.write_service(lambda db: db.audit(act(9)))
    rows = await database.read("harbor", links)
    assert [(row.position, row.target) for row in rows] == [(1, "handoff:1"), (2, "handoff:2"), (3, "handoff:3")]
    assert [row.target for row in await database.read("lantern", links)] == ["handoff:7"]
    assert [row.target for row in await database.read(SERVICE, links)] == ["handoff:9"]
    for tenant in ("harbor", "lantern", SERVICE, "nobody"):
        assert await database.read(tenant, audit.first_broken) is None


async def test_an_act_shares_the_fate_of_its_unit(database: Database) -> None:
    """A unit that fails leaves no act behind, and no gap."""

    def unit(db: TenantDb) -> None:
        db.audit(act(1))
        raise LookupError

    def service_unit(db: ServiceDb) -> None:
        db.audit(act(1))
        raise LookupError

    with pytest.raises(LookupError):
        await database.write("harbor", unit)
    with pytest.raises(LookupError):
        await database.write_service(service_unit)
    await database.write("harbor", acts(2))
    assert [row.position for row in await database.read("harbor", links)] == [1]
    assert await database.read(SERVICE, links) == []


async def test_a_chain_never_forks(database: Database) -> None:
    """Many transactions at once, the very first among them, still make one chain."""
    await asyncio.gather(*(database.write("harbor", acts(number, -number)) for number in range(1, 31)))
    rows = await database.read("harbor", links)
    assert [row.position for row in rows] == list(range(1, 61))
    assert await database.read("harbor", audit.first_broken) is None


async def test_a_cut_tail_is_found(database: Database) -> None:
    """The head knows how long the chain was."""
    await database.write("harbor", acts(1, 2, 3))
    await database.write("harbor", lambda db: db.delete(AuditRow, col(AuditRow.position) == 3))
    assert await database.read("harbor", audit.first_broken) == 3
    await database.write("harbor", lambda db: db.delete(AuditHeadRow))
    assert await database.read("harbor", audit.first_broken) is not None


async def test_retention_cuts_from_the_front(database_url: str) -> None:
    """Old acts go, the rest still verifies from the first kept one, again and again; a made-up cut is found."""
    moment = MOMENT
    database = open_database(database_url, now=lambda: moment)
    try:
        for day in range(6):
            moment = MOMENT + timedelta(days=day)
            await database.write("harbor", acts(day))
        assert await database.write("harbor", lambda db: audit.cut_before(db, MOMENT)) == 0
        assert await database.write("harbor", lambda db: audit.cut_before(db, MOMENT + timedelta(days=2))) == 2
        assert [row.position for row in await database.read("harbor", links)] == [3, 4, 5, 6, 7]
        assert await database.read("harbor", audit.first_broken) is None
        assert await database.write("harbor", lambda db: audit.cut_before(db, MOMENT + timedelta(days=3))) == 1
        assert await database.read("harbor", audit.first_broken) is None
        await database.write("harbor", lambda db: db.delete(AuditRow, col(AuditRow.position) == 4))
        assert await database.read("harbor", audit.first_broken) == 4
        moment = MOMENT + timedelta(days=900)
        await database.write("harbor", lambda db: audit.cut_before(db, moment))
        assert [row.action for row in await database.read("harbor", links)] == [audit.CUT]
        assert await database.read("harbor", audit.first_broken) is None
    finally:
        await database.close()


async def test_a_read_writes_no_act(database: Database) -> None:
    """An act must be stored, so that a unit that tells of one can't be a read."""
    with pytest.raises(StatementRefused):
        await database.read("harbor", acts(1))


async def test_export_holds_what_the_hash_covers(database: Database) -> None:
    """Whoever has the exported lines can follow the chain with nothing else."""
    await database.write("harbor", acts(1, 2))
    before = audit.seed("harbor").hash
    for row in await database.read("harbor", links):
        line = audit.exported(row)
        assert audit.link_hash(before, line) == line["hash"]
        before = row.hash


@settings(max_examples=200)
@given(
    length=st.integers(2, 12),
    place=st.integers(0, 11),
    word=st.sampled_from(WORDS),
    said=st.text(min_size=1, max_size=5),
)
def test_an_edited_link_is_found(length: int, place: int, word: str, said: str) -> None:
    """Whatever word of whatever link is changed, the chain no longer holds, and not later than the link behind it."""
    rows = chain(length)
    assert audit.verify(rows, audit.seed("harbor"), audit.Link(length, rows[-1].hash)) is None
    row = rows[place % length]
    edited = row.model_copy(update={word: said})
    rows[place % length] = edited
    end = audit.Link(length, chain(length)[-1].hash)
    broken = audit.verify(rows, audit.seed("harbor"), end)
    assert (broken is None) == (getattr(row, word) == said)
    assert broken is None or broken == row.position


@given(length=st.integers(2, 12), data=st.data())
def test_a_link_taken_out_of_the_middle_is_found(length: int, data: st.DataObject) -> None:
    """The first position that is missing is named."""
    rows = chain(length)
    gone = data.draw(st.integers(0, length - 2))
    assert audit.verify(rows[:gone] + rows[gone + 1 :], audit.seed("harbor")) == gone + 1


@given(length=st.integers(2, 12), data=st.data())
def test_reordered_links_are_found(length: int, data: st.DataObject) -> None:
    """Links in another order do not hold, even where they are given each other's numbers."""
    rows = chain(length)
    order = data.draw(st.permutations(range(length)).filter(lambda order: order != list(range(length))))
    first = next(place for place, number in enumerate(order) if place != number)
    renumbered = [rows[number].model_copy(update={"position": place}) for place, number in enumerate(order, 1)]
    assert audit.verify([rows[number] for number in order], audit.seed("harbor")) == first + 1
    assert audit.verify(renumbered, audit.seed("harbor")) == first + 1


async def test_the_chain_is_beside_the_rows(database: Database) -> None:
    """An act and what it tells of are there together."""

    def unit(db: TenantDb) -> None:
        db.audit(act(1))
        db.insert(
            ConversationRow, id="a", contact_id="c", workflow="w", state="assistant", epoch=0, last_seq=0,
            silent=False, created_at=db.now,
        )  # fmt: skip

    await database.write("harbor", unit)
    counted = await database.read("harbor", lambda db: (db.count(AuditRow), db.count(ConversationRow)))
    assert counted == (1, 1)
