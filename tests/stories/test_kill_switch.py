import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, SseEvent
from tests.stories.evidence import COMPLETED, OPENED, Stored, chats, end_of, kinds
from tests.stories.house import House
from tests.stories.operators import REASON, Operator
from tests.stories.variants import variants
from tests.stories.waiting import within

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=100 tps=20]]"
TENANTS = {
    **{name: {} for name in ("timed", "shell", "spoken", "closed")},
    "models": {"model.name": '"alpha"', "model.fallbacks": '["beta"]'},
}


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    """Each story finds the provider's knobs and record as new."""
    upstream.reset()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[House]:
    """A service with a tenant for each story, so that no switch of one reaches another."""
    with House(tmp_path_factory.mktemp("switch"), config=variants(TENANTS), upstream=upstream) as service:
        yield service


@pytest.fixture(scope="module")
def owner(desk: House) -> Iterator[Operator]:
    """Someone who may flip every switch."""
    with desk.operator() as client:
        yield Operator(client)


@dataclass(frozen=True)
class Heard:
    """What a reader heard of a reply that was switched off, and when."""

    events: list[SseEvent]
    at: list[float]
    flipped: float
    answer: dict[str, Any]


def _flip_in_mid_reply(customer: Customer, operator: Operator, scope: str, mode: str = "handoff") -> Heard:
    """Flip a switch after the third piece of a slow reply, and listen until the turn has ended."""
    conversation = customer.new_conversation()
    events, at = [], []
    with ThreadPoolExecutor(1) as running, customer.events(conversation, "0") as following:
        turn = running.submit(customer.send, SLOW, conversation)
        flipping, flipped = None, 0.0
        for event in following:
            events.append(event)
            at.append(time.monotonic())
            if event.event == "turn.ended":
                break
            if flipping is None and [e.event for e in events].count("reply.delta") == 3:
                assert operator.flip(scope.format(conversation=conversation), on=True, mode=mode).status_code == 200
                flipping, flipped = True, time.monotonic()
        return Heard(events, at, flipped, turn.result())


@pytest.mark.parametrize(
    "scope", ["tenant:{tenant}-spoken", "workflow:{tenant}-spoken/support", "conversation:{{conversation}}"]
)
@pytest.mark.parametrize("tenant", ["harbor", "lumen"])
def test_flipped_in_mid_reply(desk: House, owner: Operator, upstream: Upstream, tenant: str, scope: str) -> None:
    """What was shown is withdrawn, a person takes it, and not one piece comes after the withdrawal."""
    scope = scope.format(tenant=tenant)
    customer = desk.meet(f"{tenant}-spoken")
    heard = _flip_in_mid_reply(customer, owner, scope)
    names = [event.event for event in heard.events]
    assert kinds(heard.events)[-3:] == ("reply.withdrawn", OPENED, "turn.ended")
    assert names.index("reply.withdrawn") == len(names) - 3
    assert end_of(heard.events) == ("handed_off", "switched_off")
    withdrawn = heard.events[-3].data
    assert withdrawn["reason"] == "switched_off"
    assert withdrawn["reply_id"] == heard.events[names.index("reply.started")].data["reply_id"]
    assert names.count("reply.delta") < 20
    assert heard.at[-1] - heard.flipped < 1
    assert (heard.answer["outcome"], heard.answer["reply"]) == ("handed_off", None)
    if not scope.startswith("conversation"):
        owner.flip(scope, on=False)


def test_closed_in_mid_reply(desk: House, owner: Operator) -> None:
    """Mode `closed` takes the reply back too, and says whom to write to; nobody is asked to take it over."""
    customer = desk.meet("harbor-closed")
    heard = _flip_in_mid_reply(customer, owner, "tenant:harbor-closed", "closed")
    assert kinds(heard.events)[-3:] == ("reply.withdrawn", "system.message", "turn.ended")
    assert end_of(heard.events) == ("closed", "switched_off")
    assert "help@harbor.example" in heard.answer["reply"]["text"]
    assert heard.answer["handoff"] is None


def test_closed_wins_over_handoff(desk: House, owner: Operator) -> None:
    """Where two switches cover a turn, the chat is closed; a conversation that waits for a person still delivers."""
    customer = desk.meet("lumen-closed", locale="fr")
    waiting = customer.new_conversation()
    customer.send("I want to talk to a human please.", waiting)
    owner.flip("tenant:lumen-closed", on=True, mode="closed")
    owner.flip("workflow:lumen-closed/support", on=True, mode="handoff")
    refused = customer.send(QUESTION, customer.new_conversation())
    assert (refused["outcome"], refused["reply"]["text"].partition(",")[0]) == (
        "closed",
        "Le chat est fermé pour le moment",
    )
    assert customer.send(QUESTION, waiting)["outcome"] == "delivered"
    assert not desk.meet("lumen-closed").session["assistant"]["available"]


def test_a_model_switched_off_in_mid_reply(desk: House, owner: Operator, upstream: Upstream) -> None:
    """The next fallback answers after a withdrawal, under a new reply id; with none left it is a handoff."""
    customer = desk.meet("harbor-models")
    upstream.clear()
    heard = _flip_in_mid_reply(customer, owner, "model:alpha")
    names = [event.event for event in heard.events]
    assert end_of(heard.events) == ("answered", None)
    started = [event.data["reply_id"] for event in heard.events if event.event == "reply.started"]
    withdrawn = names.index("reply.withdrawn")
    assert len(started) == len(set(started)) == 2
    assert heard.events[withdrawn].data == {"reply_id": started[0], "reason": "switched_off"}
    for event in heard.events[withdrawn + 1 : -1]:
        assert event.data["reply_id"] == started[1]
    assert names[-2:] == [COMPLETED, "turn.ended"]
    assert [body["model"] for body in chats(upstream)] == ["alpha", "beta"]
    upstream.clear()
    assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered"
    assert customer.get("/v1/session").json()["assistant"]["available"]
    owner.flip("model:beta", on=True)
    assert not customer.get("/v1/session").json()["assistant"]["available"]
    silenced = customer.send(QUESTION, customer.new_conversation())
    assert (silenced["outcome"], silenced["reason"]) == ("handed_off", "switched_off")
    assert [body["model"] for body in chats(upstream)] == ["beta"]
    for model in ("alpha", "beta"):
        owner.flip(f"model:{model}", on=False)
    assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered"


def test_it_ends_by_itself(desk: House, owner: Operator) -> None:
    """A switch with an end stops the assistant until then and no longer; the same conversation is answered again."""
    customer = desk.meet("lumen-timed")
    conversation = customer.new_conversation()
    until = datetime.now(UTC) + timedelta(seconds=1.5)
    owner.flip("tenant:lumen-timed", on=True, expires_at=until.isoformat())
    assert customer.send(QUESTION, conversation)["reason"] == "switched_off"
    time.sleep(max(0, (until - datetime.now(UTC)).total_seconds()) + 0.1)
    assert customer.send(QUESTION, conversation)["outcome"] == "answered"
    assert desk.meet("lumen-timed").session["assistant"]["available"]


def test_from_a_shell(desk: House) -> None:
    """`frontdesk switch` reaches the running service through the database within a second, both ways."""
    customer = desk.meet("harbor-shell")
    assert desk.cli("switch", "on", "tenant:harbor-shell", "--reason", "short").returncode != 0
    flipped = desk.cli("switch", "on", "tenant:harbor-shell", "--reason", REASON, "--for", "30m")
    assert flipped.returncode == 0, flipped.stderr
    time.sleep(1)
    assert customer.send(QUESTION, customer.new_conversation())["reason"] == "switched_off"
    assert "tenant:harbor-shell" in desk.cli("switch", "list").stdout
    assert desk.cli("switch", "off", "tenant:harbor-shell", "--reason", REASON).returncode == 0
    time.sleep(1)
    assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered"


def test_flips_are_audited(desk: House, owner: Operator) -> None:
    """Who switched what, both ways and why, stands in the service's own chain, which owners read."""
    owner.flip("tool:audited", on=True)
    owner.flip("tool:audited", on=False)
    acts = owner.http.get("/v1/operator/audit", params={"tenant": "_service"}).json()["events"]
    mine = [act for act in acts if act["target"] == "switch:tool:audited"]
    assert [(act["action"], act["actor"].partition(":")[0]) for act in mine] == [
        ("switch.on", "key"),
        ("switch.off", "key"),
    ]
    assert {act["reason"] for act in mine} == {REASON}
    with desk.operator("admin", "harbor") as admin:
        assert admin.get("/v1/operator/audit", params={"tenant": "_service"}).status_code == 404


def test_a_tenant_reads_who_stopped_it(desk: House, owner: Operator) -> None:
    """What is switched of a tenant's stands in its own chain; a personal value in the reason stands in none."""
    owner.flip("tenant:harbor-timed", on=True, reason="as grace.hopper@mail.example asked us to")
    owner.flip("tenant:harbor-timed", on=False)
    acts = [act for act in desk.audit("harbor-timed") if act["target"] == "switch:tenant:harbor-timed"]
    assert [act["action"] for act in acts] == ["switch.on", "switch.off"]
    assert acts[0]["reason"] == "as [EMAIL] asked us to"
    assert "grace.hopper" not in desk.cli("audit", "export", "--tenant", "_service").stdout


def test_a_stopped_service_says_nothing(desk: House, owner: Operator) -> None:
    """The switch of the whole service covers every tenant, and messages are still stored."""
    owner.flip("service", on=True)
    try:
        for tenant in ("harbor", "lumen"):
            customer = desk.meet(tenant)
            conversation, same = customer.new_conversation(), str(uuid4())
            assert customer.send(QUESTION, conversation, client_message_id=same)["reason"] == "switched_off"
            assert len(Stored(desk, tenant, conversation).messages) == 1
    finally:
        owner.flip("service", on=False)


def test_a_database_that_is_locked(desk: House, owner: Operator) -> None:
    """While the switch can't be stored it stops all the same, the operator is told so, and it is stored afterwards."""
    customer, scope = desk.meet(), "tenant:harbor"
    conversation = customer.new_conversation()
    with ThreadPoolExecutor(1) as running, customer.events(conversation, "0") as following:
        turn = running.submit(customer.post_message, SLOW, conversation)
        while next(following).event != "reply.delta":
            pass
        with closing(sqlite3.connect(desk.folder / "data" / "frontdesk.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            began = time.monotonic()
            refused = owner.flip(scope, on=True)
            assert time.monotonic() - began < 6
            assert (refused.status_code, refused.json()["code"]) == (503, "unavailable")
            assert "stopped" in refused.json()["detail"]
            assert owner.switches()[scope]["on"]
            assert owner.flip(scope, on=False).status_code == 503  # and it goes on stopping
            other.execute("ROLLBACK")
        told: list[SseEvent] = []
        while not told or told[-1].event != "turn.ended":
            told.append(next(following))
        turn.result()
    assert end_of(told) == ("handed_off", "switched_off")
    assert [event.event for event in told].count("reply.delta") < 20  # of a hundred
    assert within(3, lambda: owner.switches().get(scope, {}).get("version", 0) > 0)
    assert owner.flip(scope, on=False).status_code == 200
    assert customer.send(QUESTION)["outcome"] == "answered"


def test_a_model_switched_off_while_the_database_is_locked(desk: House, owner: Operator) -> None:
    """A reply that can't be withdrawn just then is withdrawn as soon as it can be; none is left standing."""
    customer = desk.meet("harbor-models")
    conversation = customer.new_conversation()
    with ThreadPoolExecutor(1) as running, customer.events(conversation, "0") as following:
        turn = running.submit(customer.post_message, SLOW, conversation)
        while next(following).event != "reply.delta":
            pass
        with closing(sqlite3.connect(desk.folder / "data" / "frontdesk.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            owner.flip("model:alpha", on=True)
            other.execute("ROLLBACK")
        told: list[SseEvent] = []
        while not told or told[-1].event != "turn.ended":
            told.append(next(following))
        turn.result()
    assert "reply.withdrawn" in kinds(told)
    within(3, lambda: owner.switches().get("model:alpha", {}).get("version", 0) > 0)
    owner.flip("model:alpha", on=False)


def test_many_at_once(desk: House, owner: Operator) -> None:
    """Switches that are set at the same moment are all set, each under a version of its own."""
    conversations = [desk.meet().new_conversation() for _ in range(12)]
    with ThreadPoolExecutor(12) as operators:
        done = list(operators.map(lambda one: owner.flip(f"conversation:{one}", on=True), conversations))
    assert [answer.status_code for answer in done] == [200] * 12
    assert len({answer.json()["version"] for answer in done}) == 12


def test_ends_beyond_the_calendar(owner: Operator) -> None:
    """An end that no clock reaches is refused with a sentence."""
    answer = owner.flip("tenant:lumen", on=True, expires_at="9999-12-31T23:59:59-12:00")
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
