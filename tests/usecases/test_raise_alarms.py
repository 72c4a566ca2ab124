"""Alarms: a handoff nobody claims, a switch that is about to end and one that has ended are told once, everywhere."""

import asyncio
import json
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from app.adapters.db import audit, deliveries, switches
from app.adapters.db.engine import DatabaseUnavailable
from app.adapters.db.tables import AuditRow, DeliveryRow, DueRow, HandoffRow, SwitchRow
from app.adapters.desk import LocalDesk
from app.domain.desk import Notice
from app.domain.handoff import HandoffState, Reason
from app.domain.kill_switch import Switch, SwitchMode
from app.domain.tenant import Tenant, Webhook
from app.domain.turn import Outcome, TurnStopped
from app.domain.units import Duration, iso
from app.domain.workflow import HandoffSettings, Hours, ModelSettings
from app.stages.handoff import Handoff
from app.usecases import raise_alarms
from app.usecases.raise_alarms import RaiseAlarms
from app.usecases.switch_news import covered_by
from tests.turns import WORKFLOW, Desk, Files, make_tenant

HOOKS = (Webhook("https://desk.example/", "env:HOOK", ("handoff.overdue", "switch.off", "switch.expiring")),)
REASON = "planned maintenance"


def hooked(tenant_id: str = "harbor", **changes: object) -> Tenant:
    """A tenant with a webhook for every alarm."""
    return replace(make_tenant(tenant_id, **changes), webhooks=HOOKS)


@dataclass
class Alarms:
    """The use case, and what it told whom."""

    desk: Desk
    files: Files
    told: LocalDesk = field(default_factory=LocalDesk)
    alerts: list[str] = field(default_factory=list)

    async def look(self, times: int = 1) -> list[Notice]:
        """Let so many replicas look at once; returns what operators were told."""
        with self.told.subscribe() as subscription:
            await asyncio.gather(*[self.replica() for _ in range(times)])
            return await subscription.next(0.001)

    @property
    def replica(self) -> RaiseAlarms:
        """One replica's."""
        return RaiseAlarms(self.desk.database, self.files, self.told, self.alerts.append, self.desk.clock)  # type: ignore[arg-type]  # all it asks of files

    async def hand_off(self) -> HandoffRow:
        """A handoff that waits."""
        stage = Handoff(self.desk.database, self.desk.feed, self.desk.clock)
        accepted = await self.desk.begun()
        await stage(accepted, TurnStopped(Outcome.HANDED_OFF, Reason.REVIEW_TOPIC), None, 0.0)
        return (await self.desk.handoffs())[-1]

    async def switch(self, scope: str, **length: float) -> Switch:
        """A switch that ends after so long."""
        ends, mode = self.desk.clock() + timedelta(**length) if length else None, SwitchMode.HANDOFF
        return await self.desk.database.write_service(
            lambda db: switches.flip(db, scope, on=True, mode=mode, reason=REASON, by="operator:1", expires_at=ends)
        )

    async def queued(self) -> list[tuple[str, str, object]]:
        """What webhooks will tell: whom, of what kind, and the data."""
        rows = await self.desk.database.read_service(lambda db: db.all(DeliveryRow))
        return sorted((row.tenant_id, row.kind, json.loads(row.body)["data"]) for row in rows)

    async def row(self) -> SwitchRow:
        """The one switch."""
        (row,) = await self.desk.database.read_service(lambda db: db.all(SwitchRow))
        return row

    async def acts(self) -> list[tuple[str, str, str, str]]:
        """What the service's own audit chain says."""
        rows = await self.desk.database.read("_service", lambda db: db.all(AuditRow))
        assert await self.desk.database.read("_service", audit.first_broken) is None
        return [(row.actor, row.action, row.target, row.outcome) for row in rows]


@pytest.fixture
def alarms(desk: Desk) -> Alarms:
    """Two tenants on a database of their own."""
    return Alarms(desk, Files((hooked(), hooked("lumen"))))


@pytest.fixture
def any_alarms(any_desk: Desk) -> Alarms:
    """The same on a database of each kind."""
    return Alarms(any_desk, Files((hooked(), hooked("lumen"))))


async def test_a_handoff_nobody_claims(any_alarms: Alarms) -> None:
    """At its time and not before; one of many replicas tells operators, the help desk, the audit and the metrics."""
    row = await any_alarms.hand_off()
    any_alarms.desk.clock.move(minutes=4, seconds=59)
    assert await any_alarms.look() == []
    any_alarms.desk.clock.move(seconds=1)
    facts = {
        "handoff_id": row.id,
        "conversation_id": row.conversation_id,
        "workflow": WORKFLOW,
        "reason": "review_topic",
        "opened_at": iso(row.opened_at),
    }
    assert await any_alarms.look(times=4) == [Notice("handoff.overdue", "harbor", facts)]
    assert await any_alarms.queued() == [("harbor", "handoff.overdue", facts)]
    assert any_alarms.alerts == ["handoff_overdue"]
    assert (await any_alarms.desk.acts()).count("handoff.overdue") == 1
    (after,) = await any_alarms.desk.handoffs()
    assert (after.state, after.overdue_at) == ("waiting", any_alarms.desk.clock())
    assert await any_alarms.desk.count(DueRow) == 0
    any_alarms.desk.clock.move(days=1)
    assert await any_alarms.look() == []


async def test_whatever_the_hour(alarms: Alarms) -> None:
    """Outside opening hours it is told all the same, at the workflow's own time."""
    alarms.desk.change(hours=Hours(open=()), handoff=HandoffSettings(Duration(seconds=30)))
    await alarms.hand_off()
    alarms.desk.clock.move(seconds=30)
    assert [notice.kind for notice in await alarms.look()] == ["handoff.overdue"]


@pytest.mark.parametrize("state", [HandoffState.CLAIMED, HandoffState.RESOLVED, HandoffState.RETURNED])
async def test_what_somebody_has_is_not_overdue(alarms: Alarms, state: HandoffState) -> None:
    """Its time is forgotten without a word."""
    await alarms.hand_off()
    await alarms.desk.change_row(HandoffRow, state=state)
    alarms.desk.clock.move(minutes=6)
    assert await alarms.look() == []
    assert (await alarms.queued(), alarms.alerts) == ([], [])
    assert await alarms.desk.count(DueRow) == 0


async def test_a_tenant_without_a_file_still_has_its_alarm(alarms: Alarms) -> None:
    """Operators are told; there is no webhook to tell."""
    await alarms.hand_off()
    alarms.files.tenants = ()
    alarms.desk.clock.move(minutes=5)
    assert [notice.tenant_id for notice in await alarms.look()] == ["harbor"]
    assert (await alarms.queued(), alarms.alerts) == ([], ["handoff_overdue"])


async def test_an_alarm_is_whole_or_not_at_all(alarms: Alarms, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one part of it can't be written, none is, nobody is told, and the next look raises it."""
    await alarms.hand_off()
    alarms.desk.clock.move(minutes=5)

    def refuse(*_: object) -> None:
        raise DatabaseUnavailable

    with monkeypatch.context() as patched:
        patched.setattr(deliveries, "queue", refuse)
        with pytest.raises(DatabaseUnavailable):
            await alarms.look()
    assert alarms.alerts == []
    assert "handoff.overdue" not in await alarms.desk.acts()
    assert len(await alarms.look()) == 1


async def test_a_switch_about_to_end(any_alarms: Alarms) -> None:
    """Ten minutes before, once, without the reason that an operator wrote; it stays on."""
    switch = await any_alarms.switch("service", minutes=30)
    any_alarms.desk.clock.move(minutes=19, seconds=59)
    assert await any_alarms.look() == []
    any_alarms.desk.clock.move(seconds=1)
    told = await any_alarms.look(times=4)
    assert switch.expires_at is not None
    times = {"at": iso(switch.at), "expires_at": iso(switch.expires_at)}
    facts = {"scope": "service", "mode": "handoff", **times}
    assert told == [Notice("switch.expiring", None, facts)]
    assert await any_alarms.queued() == [(name, "switch.expiring", facts) for name in ("harbor", "lumen")]
    assert REASON not in repr((told, await any_alarms.queued()))
    row = await any_alarms.row()
    assert (row.on, row.version, row.warned_at) == (True, switch.version, any_alarms.desk.clock())
    assert await any_alarms.look() == []


async def test_a_switch_that_is_set_anew_warns_anew(alarms: Alarms) -> None:
    """Its new end is another one."""
    await alarms.switch("service", minutes=10)
    assert len(await alarms.look()) == 1
    await alarms.switch("service", minutes=60)
    assert await alarms.look() == []
    alarms.desk.clock.move(minutes=50)
    assert [notice.kind for notice in await alarms.look()] == ["switch.expiring"]


async def test_a_switch_that_has_ended(any_alarms: Alarms) -> None:
    """At its time it is set off in the rows under a new version, once, by the service."""
    before = await any_alarms.switch("tenant:lumen", minutes=5)
    await any_alarms.look()
    any_alarms.desk.clock.move(minutes=5)
    assert await any_alarms.look(times=4) == []  # each replica tells its own operators once it has read the row
    row = await any_alarms.row()
    assert (row.on, row.by, row.expires_at, row.version) == (False, "service", None, before.version + 1)
    assert [(name, kind) for name, kind, _ in await any_alarms.queued()] == [
        ("lumen", "switch.expiring"),
        ("lumen", "switch.off"),
    ]
    assert await any_alarms.acts() == [("service", "switch.off", "switch:tenant:lumen", "expired")]
    assert await any_alarms.look() == []


async def test_a_switch_that_ended_unwatched_is_not_about_to_end(alarms: Alarms) -> None:
    """Where no replica was there to warn, only the end is told."""
    await alarms.switch("service", minutes=5)
    alarms.desk.clock.move(hours=1)
    now = alarms.desk.clock()
    soon = now + timedelta(minutes=10)
    assert await alarms.desk.database.read_service(lambda db: switches.expiring(db, now, soon)) == []
    assert await alarms.look() == []
    assert [kind for _, kind, _ in await alarms.queued()] == ["switch.off"] * len(await alarms.queued())


async def test_a_switch_set_meanwhile_stays(any_alarms: Alarms) -> None:
    """Somebody who sets it again just then is not overruled, nor warned of the old end."""
    old = await any_alarms.switch("service", minutes=5)
    new = await any_alarms.switch("service", minutes=90)
    assert not await any_alarms.desk.database.write_service(lambda db: switches.warn(db, old))
    assert await any_alarms.desk.database.write_service(lambda db: switches.expire(db, old)) is None
    row = await any_alarms.row()
    assert (row.on, row.version, row.warned_at) == (True, new.version, None)


async def test_a_switch_without_an_end_stays(alarms: Alarms) -> None:
    """Until someone ends it."""
    await alarms.switch("service")
    alarms.desk.clock.move(days=400)
    assert await alarms.look() == []
    assert (await alarms.row()).on


async def test_a_conversation_is_its_tenants_business(alarms: Alarms) -> None:
    """Nobody else is told of its switch; nobody at all where it is gone."""
    conversation = await alarms.desk.converse()
    await alarms.switch(f"conversation:{conversation.id}", minutes=5)
    assert [(notice.kind, notice.tenant_id) for notice in await alarms.look()] == [("switch.expiring", "harbor")]
    assert [name for name, *_ in await alarms.queued()] == ["harbor"]
    await alarms.switch("conversation:01a1fcc0-4b6a-7cd1-9f6e-0123456789ab", minutes=1)
    alarms.desk.clock.move(minutes=2)
    assert await alarms.look() == []
    assert [act[1] for act in await alarms.acts()] == ["switch.off"]


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        ("service", ["harbor", "lumen"]),
        ("tool:orders", ["harbor", "lumen"]),
        ("model:gpt-lumen", ["lumen"]),
        ("model:gpt-cheap", ["harbor"]),
        ("model:gpt", []),
        ("tenant:lumen", ["lumen"]),
        ("tenant:lum", []),
        ("workflow:harbor/support", ["harbor"]),
        ("conversation:01a1fcc0-4b6a-7cd1-9f6e-0123456789ab", []),
    ],
)
def test_whom_a_scope_covers(scope: str, covered: list[str]) -> None:
    """A model's switch covers whoever's workflows may use it, as a fallback too."""
    tenants = (make_tenant(), make_tenant("lumen", model=ModelSettings("gpt-lumen")))
    assert [tenant.id for tenant in covered_by(scope, tenants)] == covered


async def test_goes_on_after_an_outage(alarms: Alarms, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is away is tried again."""
    monkeypatch.setattr(raise_alarms, "LOOK_AGAIN", 0.01)
    await alarms.hand_off()
    alarms.desk.clock.move(minutes=5)
    read, outages = alarms.desk.database.read_service, [DatabaseUnavailable()] * 3

    async def broken(unit: object) -> object:
        if outages:
            raise outages.pop()
        return await read(unit)  # type: ignore[arg-type]  # whatever it is

    monkeypatch.setattr(alarms.desk.database, "read_service", broken)
    with alarms.told.subscribe() as subscription:
        running = asyncio.create_task(alarms.replica.run())
        assert [notice.kind for notice in await subscription.next(5)] == ["handoff.overdue"]
        running.cancel()
    assert outages == []
    await asyncio.gather(running, return_exceptions=True)
