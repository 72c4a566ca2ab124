"""The door to rows opens to one tenant's alone, and says what it was asked to do."""

import traceback
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import ColumnElement, or_
from sqlmodel import col

from app.adapters.db.engine import Database, StatementRefused, open_database
from app.adapters.db.tables import (
    AuditHeadRow,
    ConversationRow,
    DueRow,
    FeedbackRow,
    SwitchRow,
    TenantSeenRow,
    TurnLeaseRow,
    TurnRow,
)
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.conversation import ConversationState

MOMENT = datetime(2026, 3, 1, 12, 30, 15, 123456, tzinfo=UTC)


def converse(db: TenantDb, conversation_id: str, last_seq: int = 0, state: str = "assistant") -> None:
    """Store a conversation."""
    db.insert(
        ConversationRow,
        id=conversation_id,
        contact_id="ann",
        workflow="support",
        state=state,
        epoch=0,
        last_seq=last_seq,
        silent=False,
        created_at=MOMENT,
    )


def three(db: TenantDb) -> None:
    """Store conversations a, b and c with 1, 2 and 3 messages."""
    for last_seq, name in enumerate("abc", 1):
        converse(db, name, last_seq)


def ids(db: TenantDb) -> list[str]:
    """List the conversations."""
    return [row.id for row in db.all(ConversationRow, order_by=(col(ConversationRow.id),))]


async def test_a_row_comes_back_as_it_went_in(database: Database) -> None:
    """Text, numbers, truth, nothing, JSON and moments to the microsecond survive on both kinds."""

    def unit(db: TenantDb) -> None:
        converse(db, "a", 7, ConversationState.ASSISTANT)
        db.insert_many(
            TurnRow,
            [
                {
                    "id": name,
                    "conversation_id": "a",
                    "contact_id": "ann",
                    "message_id": "m",
                    "workflow": "support",
                    "seq": 1,
                    "state": "ended",
                    "anonymous": True,
                    "classes": "",
                    "epoch": 0,
                    "attempt": 1,
                    "passages": ["p1", "ünï\N{SNOWMAN}"],
                    "day": "2026-03-01",
                    "cost_usd": 0.25,
                    "started_at": MOMENT,
                }
                for name in ("t1", "t2")
            ],
        )

    await database.write("harbor", unit)
    row = await database.read("harbor", lambda db: db.one(ConversationRow, col(ConversationRow.id) == "a"))
    assert row is not None
    assert (row.tenant_id, row.state, row.last_seq, row.handoff_id, row.silent) == (
        "harbor",
        "assistant",
        7,
        None,
        False,
    )
    assert row.created_at == MOMENT
    assert row.created_at.tzinfo is UTC
    turns = await database.read("harbor", lambda db: db.all(TurnRow, order_by=(col(TurnRow.id).desc(),)))
    assert [turn.id for turn in turns] == ["t2", "t1"]
    assert turns[0].passages == ["p1", "ünï\N{SNOWMAN}"]
    assert turns[0].anonymous is True
    assert (
        await database.read("harbor", lambda db: db.sum(col(TurnRow.cost_usd), col(TurnRow.anonymous).is_(True))) == 0.5
    )
    assert await database.read("harbor", lambda db: db.sum(col(TurnRow.cost_usd), col(TurnRow.id) == "none")) == 0.0


async def test_conditions(database: Database) -> None:
    """Every condition that the door knows picks the rows that it names."""
    await database.write("harbor", three)
    last, name = col(ConversationRow.last_seq), col(ConversationRow.id)
    for where, expected in [
        ((last > 1,), "bc"),
        ((last >= 2, last < 3), "b"),
        ((last != 2,), "ac"),
        ((last <= 1,), "a"),
        ((name.in_(["a", "c", "z"]),), "ac"),
        ((name.in_([]),), ""),
        ((name.not_in({"a"}),), "bc"),
        ((col(ConversationRow.handoff_id).is_(None),), "abc"),
        ((col(ConversationRow.handoff_id).is_not(None),), ""),
        ((col(ConversationRow.silent).is_(False),), "abc"),
        ((col(ConversationRow.created_at) == MOMENT,), "abc"),
        ((col(ConversationRow.created_at) > MOMENT + timedelta(microseconds=1),), ""),
    ]:

        def unit(db: TenantDb, where: tuple[ColumnElement[bool], ...] = where) -> tuple[str, int]:
            rows = db.all(ConversationRow, *where, order_by=(name,))
            return "".join(row.id for row in rows), db.count(ConversationRow, *where)

        assert await database.read("harbor", unit) == (expected, len(expected))


async def test_order_and_limit(database: Database) -> None:
    """`one` and `limit` take from the order that was asked for."""
    await database.write("harbor", three)
    down = (col(ConversationRow.last_seq).desc(),)
    first = await database.read("harbor", lambda db: db.one(ConversationRow, order_by=down))
    assert first is not None
    assert first.id == "c"
    two = await database.read("harbor", lambda db: db.all(ConversationRow, order_by=down, limit=2))
    assert [row.id for row in two] == ["c", "b"]
    assert await database.read("harbor", lambda db: db.all(ConversationRow, limit=0)) == []


async def test_changes_say_how_many(database: Database) -> None:
    """Update and delete return the number of rows; a number is counted on where it stands."""
    await database.write("harbor", three)
    last, name = col(ConversationRow.last_seq), col(ConversationRow.id)

    def unit(db: TenantDb) -> tuple[object, ...]:
        return (
            db.update(ConversationRow, last > 1, state="operator", handoff_id=None),
            db.update(ConversationRow, name == "z", state="operator"),
            db.update_returning(ConversationRow, name == "a", returning=(last, name), last_seq=last + 10),
            db.update_returning(ConversationRow, name == "z", returning=(last,), last_seq=last + 10),
            db.update_returning(ConversationRow, name == "a", returning=(last,), last_seq=last - 4),
            db.delete(ConversationRow, name.in_(["b", "c"])),
            db.delete(ConversationRow, name == "b"),
        )

    assert await database.write("harbor", unit) == (2, 0, (11, "a"), None, (7,), 2, 0)
    assert await database.read("harbor", ids) == ["a"]


async def test_tenants_never_meet(database: Database) -> None:
    """The same ids live twice, and no verb of one tenant reaches the other's rows."""
    await database.write("harbor", three)
    await database.write("lantern", three)
    number = await database.write("harbor", lambda db: db.update(ConversationRow, state="operator"))
    assert number == 3
    assert await database.write("harbor", lambda db: db.delete(ConversationRow)) == 3
    assert await database.read("harbor", lambda db: db.count(ConversationRow)) == 0
    theirs = col(ConversationRow.tenant_id) == "lantern"
    assert await database.read("harbor", lambda db: db.one(ConversationRow, theirs)) is None
    rows = await database.read("lantern", lambda db: db.all(ConversationRow))
    assert {row.state for row in rows} == {"assistant"}
    assert len(rows) == 3


async def test_rows_outside_tenants(database: Database) -> None:
    """A tenant sees its own leases and due times; the service sees all of them, whoever they name."""

    def due(db: TenantDb) -> None:
        db.insert(DueRow, kind="decide", target_id=f"draft of {db.tenant}", due_at=MOMENT)
        db.insert(
            TurnLeaseRow,
            turn_id=f"turn of {db.tenant}",
            conversation_id="a",
            seq=1,
            replica="r",
            attempt=1,
            leased_until=MOMENT,
        )

    for tenant in ("harbor", "lantern"):
        await database.write(tenant, due)
    assert await database.read("harbor", lambda db: [row.tenant_id for row in db.all(DueRow)]) == ["harbor"]
    assert await database.write("harbor", lambda db: db.delete(TurnLeaseRow)) == 1
    leases = await database.read_service(lambda db: [row.tenant_id for row in db.all(TurnLeaseRow)])
    assert leases == ["lantern"]
    await database.write_service(lambda db: db.insert(TenantSeenRow, tenant_id="harbor", retention={}))
    assert await database.read_service(lambda db: db.count(TenantSeenRow)) == 1


async def test_doors_that_stay_shut(database: Database) -> None:
    """No rows of tenants without a tenant, none of the service within one, none of another, no free conditions."""

    def outside(db: ServiceDb) -> None:
        db.all(ConversationRow)

    def within(db: TenantDb) -> None:
        db.all(SwitchRow)

    def smuggled(db: TenantDb) -> None:
        db.insert(FeedbackRow, tenant_id="lantern", message_id="m", contact_id="c", rating="up", at=MOMENT)

    def either(db: TenantDb) -> None:
        db.all(ConversationRow, or_(col(ConversationRow.id) == "a", col(ConversationRow.tenant_id) == "lantern"))

    def elsewhere(db: TenantDb) -> None:
        db.all(ConversationRow, col(TurnRow.id) == "a")

    with pytest.raises(TypeError):
        await database.read_service(outside)
    for unit in (within, either, elsewhere):
        with pytest.raises(TypeError):
            await database.read("harbor", unit)
    with pytest.raises(ValueError, match="another tenant"):
        await database.write("harbor", smuggled)
    with pytest.raises(ValueError, match="belong to a tenant"):
        await database.read("", ids)


async def test_a_read_changes_nothing(database: Database) -> None:
    """A unit that was handed in as a read can't write."""
    with pytest.raises(StatementRefused):
        await database.read("harbor", three)
    assert await database.read("harbor", ids) == []


async def test_a_refusal_quotes_no_row(database: Database) -> None:
    """What the database refuses is told without the values, which are customers'."""

    def unit(db: TenantDb) -> None:
        db.insert(FeedbackRow, message_id="m", contact_id="canary-8d1", comment="canary-8d1", at=MOMENT)  # no rating

    with pytest.raises(StatementRefused) as refused:
        await database.write("harbor", unit)
    assert "canary" not in "".join(traceback.format_exception(refused.value))


async def test_a_moment_needs_a_zone(database: Database) -> None:
    """A moment without a time zone is refused before it is stored as another."""

    def unit(db: TenantDb) -> None:
        db.insert(DueRow, kind="decide", target_id="d", due_at=MOMENT.replace(tzinfo=None))

    with pytest.raises(StatementRefused):
        await database.write("harbor", unit)


async def test_the_clock_is_the_transactions(database_url: str) -> None:
    """`now` is the injected clock's, once a transaction."""
    moments = iter([MOMENT, MOMENT + timedelta(hours=1)])
    database = open_database(database_url, now=lambda: next(moments))
    try:
        assert await database.write("harbor", lambda db: (db.now, db.now)) == (MOMENT, MOMENT)
        assert await database.write_service(lambda db: db.now) == MOMENT + timedelta(hours=1)
    finally:
        await database.close()


async def test_rows_are_read_detached(database: Database) -> None:
    """A row that was read stands for itself after the transaction: reading it asks the database nothing."""
    await database.write("harbor", three)
    row = await database.read("harbor", lambda db: db.one(ConversationRow, col(ConversationRow.id) == "a"))
    assert row is not None
    await database.write("harbor", lambda db: db.delete(ConversationRow))
    assert row.contact_id == "ann"
    assert await database.read("harbor", lambda db: db.one(AuditHeadRow)) is None


async def test_a_tally(database: Database) -> None:
    """Rows are counted by the values of columns, NULL being one, and another column is added up by them."""

    def unit(db: TenantDb) -> None:
        for number, (state, handoff_id) in enumerate([("waiting", "h"), ("waiting", None), ("waiting", None)]):
            converse(db, f"w{number}", 1 + number, state)
            db.update(ConversationRow, col(ConversationRow.id) == f"w{number}", handoff_id=handoff_id)
        converse(db, "a", 40)

    await database.write("harbor", unit)
    await database.write("lantern", three)
    last = col(ConversationRow.last_seq)

    async def tallied(*where: ColumnElement[bool], by: tuple[str, ...], total: str | None = None) -> list[str]:
        found = await database.read("harbor", lambda db: db.tally(ConversationRow, by, *where, total=total))
        return sorted(map(str, found))

    assert await tallied(by=("state",)) == ["('assistant', 1)", "('waiting', 3)"]
    assert await tallied(last > 1, by=("state",)) == ["('assistant', 1)", "('waiting', 2)"]
    assert await tallied(by=("state", "handoff_id"), total="last_seq") == [
        "('assistant', None, 1, 40)",
        "('waiting', 'h', 1, 1)",
        "('waiting', None, 2, 5)",
    ]
    assert await tallied(by=("created_at",)) == [str((MOMENT, 4))]
    assert await tallied(last > 100, by=("state",), total="last_seq") == []
    with pytest.raises(TypeError):
        await database.read("harbor", lambda db: db.tally(SwitchRow, ("mode",)))
