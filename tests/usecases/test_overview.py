"""The overview: the last 24 hours and what waits, counted from rows of the operator's tenants alone."""

import asyncio
import sqlite3
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.adapters.db import leases
from app.adapters.db.prepared import Prepared
from app.adapters.db.tables import (
    ConversationRow,
    DeliveryRow,
    DraftRow,
    HandoffRow,
    OperatorSessionRow,
    ReplicaRow,
    TurnRow,
)
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.conversation import ConversationState
from app.domain.handoff import HandoffState, Reason
from app.domain.ids import first_id_at, new_id
from app.domain.numbers import FirstPiece, Spending
from app.domain.turn import Outcome
from app.domain.workflow import Limits
from app.usecases.overview import Overview
from tests.turns import NOW, WORKFLOW, Desk, make_tenant

HOUR = timedelta(hours=1)
TOP = NOW.replace(minute=0, second=0, microsecond=0)


def id_at(moment: datetime) -> str:
    """An id that was made at a moment."""
    return first_id_at(moment)[:18] + new_id()[18:]


def converse(db: TenantDb, moment: datetime, state: ConversationState = ConversationState.ASSISTANT) -> str:
    """Store a conversation that began at a moment."""
    conversation_id = id_at(moment)
    facts = {"contact_id": "ann", "workflow": WORKFLOW, "epoch": 0, "last_seq": 1, "silent": False}
    db.insert(ConversationRow, id=conversation_id, state=state, created_at=moment, **facts)
    return conversation_id


def turn(db: TenantDb, moment: datetime, outcome: Outcome | None, **facts: object) -> None:
    """Store a turn that began at a moment; without an outcome it runs."""
    row: dict[str, object] = {
        "conversation_id": "c",
        "contact_id": "ann",
        "message_id": "m",
        "workflow": WORKFLOW,
        "seq": 1,
        "state": "ended" if outcome else "running",
        "anonymous": True,
        "classes": "",
        "epoch": 0,
        "attempt": 1,
        "passages": [],
        "cost_usd": 0.0,
        "day": moment.date().isoformat(),
        "started_at": moment,
    }
    db.insert(TurnRow, id=id_at(moment), outcome=outcome, **(row | facts))


def handoff(db: TenantDb, state: HandoffState, overdue_at: datetime | None = None, moment: datetime = NOW) -> None:
    """Store a handoff that was opened at a moment."""
    facts = {"contact_id": "ann", "workflow": WORKFLOW, "reasons": [], "expected": "now", "opened_at": db.now}
    facts |= {"id": id_at(moment), "reason": Reason.ASKED_FOR_PERSON}
    db.insert(HandoffRow, conversation_id="c", state=state, overdue_at=overdue_at, **facts)


def draft(db: TenantDb, state: str) -> None:
    """Store a draft."""
    facts = {"conversation_id": "c", "contact_id": "ann", "turn_id": "t", "workflow": WORKFLOW, "epoch": 0}
    times = {"decide_by": db.now, "created_at": db.now}
    db.insert(DraftRow, id=new_id(), topic="refund", text="Yes", sources=[], state=state, **facts, **times)


async def test_a_day_by_the_hour(any_desk: Desk) -> None:
    """Conversations, handoffs and ended turns stand in the hour in which they began; what is older, running or another
    tenant's is in none.
    """

    def unit(db: TenantDb) -> None:
        for moment in (NOW, TOP, TOP - 23 * HOUR, TOP - 23 * HOUR - timedelta(milliseconds=1)):
            converse(db, moment)
            handoff(db, HandoffState.RESOLVED, moment=moment)
        for outcome in Outcome:
            turn(db, TOP, outcome, cost_usd=0.25)
        turn(db, TOP - timedelta(milliseconds=1), Outcome.ANSWERED, cost_usd=1.0)
        turn(db, TOP - 24 * HOUR, Outcome.ANSWERED, cost_usd=8.0)
        turn(db, TOP, None)

    for tenant in ("harbor", "lumen"):
        await any_desk.database.write(tenant, unit)
    numbers = await Overview(any_desk.database, any_desk.clock)([any_desk.tenant])
    assert [hour.start for hour in numbers.hours] == [TOP - HOUR * ago for ago in range(23, -1, -1)]
    assert [hour.conversations for hour in numbers.hours] == [1, *[0] * 22, 2]
    assert [hour.handoffs for hour in numbers.hours] == [1, *[0] * 22, 2]
    assert [dict(hour.outcomes) for hour in numbers.hours[-3:]] == [
        {},
        {Outcome.ANSWERED: 1},
        dict.fromkeys(Outcome, 1),
    ]
    assert numbers.day.conversations == 3
    assert numbers.day.outcomes == dict.fromkeys(Outcome, 1) | {Outcome.ANSWERED: 2}
    assert numbers.day.spent == {"harbor/support": 1.0 + 7 * 0.25}
    both = await Overview(any_desk.database, any_desk.clock)([any_desk.tenant, make_tenant("lumen")])
    assert both.day.conversations == 6
    assert [own.day.conversations for own in both.tenants] == [3, 3]


async def test_spending_is_todays(desk: Desk) -> None:
    """Since midnight UTC, for each workflow of a tenant's file, beside what it may cost."""
    desk.change(limits=Limits(daily_budget_usd=12.5))
    midnight = NOW.replace(hour=0)

    def unit(db: TenantDb) -> None:
        turn(db, midnight - timedelta(seconds=1), Outcome.ANSWERED, cost_usd=4.0)
        turn(db, midnight, Outcome.ANSWERED, cost_usd=1.5)
        turn(db, NOW, Outcome.HELD, cost_usd=0.5)
        turn(db, NOW, Outcome.ANSWERED, cost_usd=64.0, workflow="gone")

    await desk.database.write("harbor", unit)
    numbers = await Overview(desk.database, desk.clock)([desk.tenant, make_tenant("lumen")])
    assert list(numbers.spending) == [
        Spending("harbor", WORKFLOW, 2.0, 12.5),
        Spending("lumen", WORKFLOW, 0.0, Limits().daily_budget_usd),
    ]


async def test_what_waits(any_desk: Desk) -> None:
    """However old it is; of the assistant's conversations only those of the last 24 hours are open."""
    old = NOW - timedelta(days=9)

    def unit(db: TenantDb) -> None:
        for moment in (NOW, old):
            for state in ConversationState:
                converse(db, moment, state)
        handoff(db, HandoffState.WAITING)
        handoff(db, HandoffState.WAITING, overdue_at=old)
        handoff(db, HandoffState.CLAIMED, overdue_at=old)
        for decided in ("held", "held", "approved"):
            draft(db, decided)

    def outbox(db: ServiceDb) -> None:
        facts = {"kind": "handoff.opened", "url": "https://x.example", "body": "{}", "attempts": 0}
        times = {"created_at": NOW, "next_at": NOW}
        for tenant, state in (("harbor", "waiting"), ("harbor", "dead"), ("lumen", "dead")):
            db.insert(DeliveryRow, id=new_id(), tenant_id=tenant, state=state, **facts, **times)

    await any_desk.database.write("harbor", unit)
    await any_desk.database.write_service(outbox)
    work = (await Overview(any_desk.database, any_desk.clock)([any_desk.tenant])).work
    assert work.open == {
        ConversationState.ASSISTANT: 1,
        ConversationState.WAITING: 2,
        ConversationState.OPERATOR: 2,
    }
    assert (work.held, work.waiting, work.overdue) == (2, 2, 1)
    assert (work.deliveries["waiting"], work.deliveries["dead"]) == (1, 1)


async def test_turns_that_run(any_desk: Desk) -> None:
    """The tenants' own, whatever runs for others on the same replicas."""
    lumen = make_tenant("lumen")

    def lease(db: TenantDb) -> None:
        leases.take(db, new_id(), "c", 1, "here")

    for tenant in ("harbor", "lumen", "lumen"):
        await any_desk.database.write(tenant, lease)
    overview = Overview(any_desk.database, any_desk.clock)
    assert (await overview([any_desk.tenant])).work.running == 1
    assert (await overview([any_desk.tenant, lumen])).work.running == 3


async def test_first_words(any_desk: Desk) -> None:
    """Of the newest 1,000 turns that were answered in the last 24 hours."""

    def unit(db: TenantDb) -> None:
        for second in range(1200):
            turn(db, TOP - timedelta(seconds=second), Outcome.ANSWERED, first_piece_ms=second)
        turn(db, TOP, Outcome.HANDED_OFF, first_piece_ms=10**6)
        turn(db, TOP, Outcome.ANSWERED)
        turn(db, TOP - 24 * HOUR, Outcome.ANSWERED, first_piece_ms=10**6)

    await any_desk.database.write("harbor", unit)
    overview = Overview(any_desk.database, any_desk.clock)
    assert (await overview([any_desk.tenant])).first_piece == FirstPiece(1000, 499, 949)
    assert (await overview([])).first_piece == FirstPiece(0, None, None)


async def test_the_service(any_desk: Desk) -> None:
    """The replicas that live; with what runs in them, and how many operators were here lately, for its owner alone."""

    def unit(db: ServiceDb) -> None:
        for name, ago in (("here", 1), ("gone", 6)):
            db.insert(ReplicaRow, id=name, seen_at=NOW - timedelta(seconds=ago), version=4, turns=2, streams=9)
        for operator, ago in (("ann", 1), ("ann", 2), ("bob", 4), ("cy", 6)):
            db.insert(
                OperatorSessionRow,
                token_hash=new_id(),
                operator_id=operator,
                created_at=NOW - HOUR,
                expires_at=NOW + HOUR,
                seen_at=NOW - timedelta(minutes=ago),
            )

    await any_desk.database.write_service(unit)
    overview = Overview(any_desk.database, any_desk.clock)
    service = (await overview([], owner=True)).service
    assert [(r.id, r.version, r.turns, r.streams) for r in service.replicas] == [("here", 4, 2, 9)]
    assert service.operators_online == 2
    others = (await overview([])).service
    assert [(r.id, r.version, r.turns, r.streams) for r in others.replicas] == [("here", 4, None, None)]
    assert others.operators_online is None


async def test_many_consoles_count_once(desk: Desk) -> None:
    """Within 2 s the numbers are shown again, and those who come at once share them."""
    overview = Overview(desk.database, desk.clock)
    many = await asyncio.gather(*[overview([desk.tenant]) for _ in range(20)])
    assert len({id(numbers.tenants[0]) for numbers in many}) == 1

    def unit(db: TenantDb) -> None:
        converse(db, NOW)

    await desk.database.write("harbor", unit)
    desk.clock.move(seconds=1.9)
    assert (await overview([desk.tenant])).day.conversations == 0
    desk.clock.move(seconds=0.1)
    assert (await overview([desk.tenant])).day.conversations == 1


async def test_hours_that_have_passed(desk: Desk) -> None:
    """They are counted once, an hour after their end; until then a turn that ends late is still found in its own."""
    overview = Overview(desk.database, desk.clock)
    desk.clock.moment = TOP + HOUR - timedelta(seconds=1)
    await desk.database.write("harbor", lambda db: turn(db, TOP - HOUR, None))
    assert (await overview([desk.tenant])).day.outcomes == {}
    await desk.change_row(TurnRow, outcome=Outcome.ANSWERED)
    desk.clock.move(seconds=2)
    assert (await overview([desk.tenant])).day.outcomes == {Outcome.ANSWERED: 1}
    await desk.database.write("harbor", lambda db: db.delete(TurnRow))
    desk.clock.move(seconds=2)
    assert (await overview([desk.tenant])).day.outcomes == {Outcome.ANSWERED: 1}
    desk.clock.move(hours=23)
    assert (await overview([desk.tenant])).day.outcomes == {}


async def test_no_table_is_searched_through(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is asked of a tenant's rows, an index leads there: 100,000 conversations cost no more than a day's."""
    asked: set[str] = set()
    run = Prepared.run

    def recorded(self: Prepared, driver: sqlite3.Connection, values: Mapping[str, Any]) -> sqlite3.Cursor:
        asked.add(self.sql)
        return run(self, driver, values)

    await desk.database.write("harbor", lambda db: turn(db, NOW, Outcome.ANSWERED))
    monkeypatch.setattr(Prepared, "run", recorded)
    await Overview(desk.database, desk.clock)([desk.tenant])
    monkeypatch.undo()
    of_tenants = [sql for sql in asked if "tenant_id = ?" in sql and "FROM webhook_delivery" not in sql]
    assert {sql.partition("FROM ")[2].split()[0] for sql in of_tenants} == {
        "conversation", "turn", "handoff", "draft", "turn_lease",
    }  # fmt: skip
    with sqlite3.connect(tmp_path / "frontdesk.db") as connection:
        for sql in of_tenants:
            plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", ("x",) * sql.count("?")).fetchall()
            found = [step[3] for step in plan if step[3].startswith(("SCAN", "SEARCH"))]
            assert found
            index = "turn_lease_conversation (tenant_id=?)" if "FROM turn_lease" in sql else "tenant_id=? AND"
            assert all(index in step for step in found), (sql, found)
    connection.close()
