"""Handoffs of the gone: nobody's conversation stays with someone who can't come back."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from app.adapters.db import api_keys, handoffs, operators
from app.adapters.db.engine import DatabaseUnavailable
from app.adapters.db.tables import DueRow, HandoffRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.domain.conversation import ConversationState
from app.domain.handoff import HandoffState, Reason
from app.domain.operator import Operator, Role
from app.domain.turn import Outcome, TurnStopped
from app.domain.workflow import Hours
from app.errors import Problem
from app.stages.handoff import Handoff
from app.stages.redaction import Redaction
from app.usecases import free_handoffs
from app.usecases.erase_contact import EraseContact
from app.usecases.free_handoffs import FreeHandoffs
from app.usecases.serve_handoff import ServeHandoff
from tests.turns import NOW, Desk, Files, make_tenant

End = Callable[[ServiceDb, str], object]


def freeing(desk: Desk, files: Files | None = None) -> FreeHandoffs:
    """One replica's use case."""
    return FreeHandoffs(desk.database, desk.feed, files or Files((desk.tenant,)), desk.clock)  # type: ignore[arg-type]  # all it asks of files


def serving(desk: Desk) -> ServeHandoff:
    """What people do at the desk; no turn runs that somebody would have to recover."""
    redaction = Redaction(desk.database, desk.keyring)
    return ServeHandoff(desk.database, desk.feed, Files((desk.tenant,)), desk.keyring, redaction, None, desk.clock)  # type: ignore[arg-type]  # stand-ins that have what is asked for


async def ann(desk: Desk) -> Operator:
    """An operator."""
    operator_id = await desk.database.write_service(lambda db: operators.create(db, "ann", Role.AGENT, None))
    return Operator(f"operator:{operator_id}", "Ann", Role.AGENT)


async def key(desk: Desk, **lasts: float) -> Operator:
    """A program with a key of its own, which may end."""
    expires_at = desk.clock() + timedelta(**lasts) if lasts else None
    key_id = await desk.database.write_service(
        lambda db: api_keys.create(db, "hash", "Helpdesk", "agent", "harbor", expires_at)
    )
    return Operator(f"key:{key_id}", "Helpdesk", Role.AGENT)


async def held(desk: Desk, operator: Operator, reason: Reason = Reason.MODEL_TIMEOUT) -> HandoffRow:
    """A conversation that an operator has claimed."""
    accepted = await desk.begun()
    await Handoff(desk.database, desk.feed, desk.clock)(accepted, TurnStopped(Outcome.HANDED_OFF, reason), None, 0.0)
    waits = next(row for row in await desk.handoffs() if row.conversation_id == accepted.conversation_id)
    return await serving(desk).claim(operator, "harbor", waits.id)


async def ended(desk: Desk, operator: Operator) -> None:
    """An operator is disabled, a key revoked."""
    kind, _, of = operator.actor.partition(":")
    end: End = operators.disable if kind == "operator" else api_keys.revoke
    await desk.database.write_service(lambda db: end(db, of))


async def due(desk: Desk) -> list[str]:
    """The kinds of the due times."""
    return [row.kind for row in await desk.database.read("harbor", lambda db: db.all(DueRow))]


@pytest.mark.parametrize("whose", [ann, key])
async def test_holders_who_are_gone(any_desk: Desk, whose: Callable[[Desk], object]) -> None:
    """Once they are disabled or revoked, and not before, the conversation waits as if it had been handed off now: the
    customer is told, the alarm is set, anybody may claim; of many replicas one does it.
    """
    operator = await whose(any_desk)  # type: ignore[misc]  # either makes one
    handoff = await held(any_desk, operator)
    assert await freeing(any_desk)() == 0
    assert await due(any_desk) == ["held"]
    await ended(any_desk, operator)
    with any_desk.feed.subscribe(handoff.conversation_id) as following:
        assert sum(await asyncio.gather(*[freeing(any_desk)() for _ in range(4)])) == 1
        (told,) = await following.next(1)
        assert await following.next(0.01) == []
    assert (told.kind, dict(told.data)) == (
        "handoff.opened",
        {
            "handoff_id": handoff.id,
            "reason": "model_timeout",
            "expected": "now",
            "contact_fallback": "help@harbor.example",
        },
    )
    (row,) = await any_desk.handoffs()
    assert (row.state, row.opened_at, row.overdue_at) == (HandoffState.WAITING, handoff.opened_at, None)
    assert (row.claimed_by, row.operator_name, row.claimed_at, row.announced_at) == (None, None, None, None)
    conversation = await any_desk.conversation(handoff.conversation_id)
    assert (conversation.state, conversation.silent, conversation.epoch) == (ConversationState.WAITING, True, 2)
    assert await due(any_desk) == ["claim"]
    assert (await any_desk.acts()).count("handoff.freed") == 1
    ben = Operator("operator:ben", "Ben", Role.AGENT)
    assert (await serving(any_desk).claim(ben, "harbor", handoff.id)).operator_name == "Ben"
    with pytest.raises(Problem):
        await serving(any_desk).resolve(operator, "harbor", handoff.id)


async def test_a_key_that_expires(desk: Desk) -> None:
    """At the end of its time."""
    handoff = await held(desk, await key(desk, minutes=5))
    desk.clock.move(minutes=4, seconds=59)
    assert await freeing(desk)() == 0
    desk.clock.move(seconds=1)
    assert await freeing(desk)() == 1
    (row,) = await desk.handoffs()
    assert (row.id, row.state) == (handoff.id, "waiting")


async def test_a_holder_without_a_row(desk: Desk) -> None:
    """Whoever is nowhere to be found is gone; whoever is there keeps what is theirs."""
    await held(desk, Operator("operator:01a1fcc0-4b6a-7cd1-9f6e-0123456789ab", "Ben", Role.AGENT))
    kept = await held(desk, await ann(desk))
    assert await freeing(desk)() == 1
    assert [row.id for row in await desk.handoffs() if row.state == HandoffState.CLAIMED] == [kept.id]


async def test_the_hours_now(desk: Desk) -> None:
    """What the customer may expect is what holds now; the alarm may ring again, also where it did before the claim."""
    operator = await ann(desk)
    await held(desk, operator)
    await desk.change_row(HandoffRow, overdue_at=NOW)
    await ended(desk, operator)
    desk.change(hours=Hours(open=()))
    assert await freeing(desk)() == 1
    (row,) = await desk.handoffs()
    assert (row.expected, row.overdue_at) == ("out_of_hours", None)


async def test_a_claim_that_was_not_told_yet(desk: Desk) -> None:
    """Whoever ends the running turn tells of it first."""
    operator = await ann(desk)
    handoff = await held(desk, operator)
    await desk.change_row(HandoffRow, announced_at=None)
    await ended(desk, operator)
    assert await freeing(desk)() == 0
    await desk.change_row(HandoffRow, announced_at=NOW)
    assert await freeing(desk)() == 1
    assert (await desk.kinds(handoff.conversation_id))[-2:] == ["handoff.claimed", "handoff.opened"]


async def test_a_tenant_that_is_away(desk: Desk) -> None:
    """Nobody knows its hours: it is freed once the file is back, workflow and all."""
    operator = await ann(desk)
    await held(desk, operator)
    await ended(desk, operator)
    assert await freeing(desk, Files((make_tenant("lumen"),)))() == 0
    assert await freeing(desk, Files((replace(desk.tenant, workflows={"other": desk.workflow}),)))() == 0
    assert await freeing(desk)() == 1


async def test_nothing_is_looked_at_for_ever(desk: Desk) -> None:
    """A handoff that ends, or whose customer is erased, leaves no due time behind; others' stay theirs."""
    operator = await ann(desk)
    first, second, third = [await held(desk, operator) for _ in range(3)]
    await serving(desk).give_back(operator, "harbor", first.id)
    await EraseContact(desk.database, desk.feed, desk.keyring)("harbor", second.contact_id, "operator:1")
    assert await due(desk) == ["held"]
    await serving(desk).resolve(operator, "harbor", third.id)
    assert await due(desk) == []


async def test_who_claims_meanwhile_keeps_it(desk: Desk) -> None:
    """A look that is late frees nobody else's."""
    operator = await ann(desk)
    handoff = await held(desk, operator)

    def unit(db: TenantDb) -> bool:
        db.update(HandoffRow, claimed_by="operator:ben")
        return handoffs.free(db, handoff, "now", timedelta(minutes=5))

    assert not await desk.database.write("harbor", unit)
    assert await due(desk) == ["held"]


async def test_goes_on_after_an_outage(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is away is tried again."""
    monkeypatch.setattr(free_handoffs, "LOOK_AGAIN", 0.01)
    operator = await ann(desk)
    handoff = await held(desk, operator)
    await ended(desk, operator)
    read, outages = desk.database.read_service, [DatabaseUnavailable()] * 3

    async def broken(unit: object) -> object:
        if outages:
            raise outages.pop()
        return await read(unit)  # type: ignore[arg-type]  # whatever it is

    monkeypatch.setattr(desk.database, "read_service", broken)
    with desk.feed.subscribe(handoff.conversation_id) as following:
        running = asyncio.create_task(freeing(desk).run())
        assert [event.kind for event in await following.next(5)] == ["handoff.opened"]
        running.cancel()
    assert outages == []
    await asyncio.gather(running, return_exceptions=True)
