import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, SseEvent
from tests.stories.evidence import COMPLETED, OPENED, Stored, chats, end_of, kinds
from tests.stories.house import House
from tests.stories.variants import add_variant

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=100 tps=20]]"
REASON = "a story of the kill switch"


def _configure(config: Path) -> None:
    for tenant in ("harbor", "lumen"):
        for name in ("timed", "shell", "spoken", "closed"):
            add_variant(config, tenant, name, {})
        add_variant(config, tenant, "models", {"model.name": '"alpha"', "model.fallbacks": '["beta"]'})


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    """Each story finds the provider's knobs and record as new."""
    upstream.reset()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[House]:
    """A service with a tenant for each story, so that no switch of one reaches another."""
    with House(tmp_path_factory.mktemp("switch"), config=_configure, upstream=upstream) as service:
        yield service


@dataclass(frozen=True)
class Operator:
    """An operator with an API key, who flips switches."""

    http: httpx.Client

    def flip(self, scope: str, *, on: bool, **more: object) -> httpx.Response:
        """Set a switch."""
        wish = {"on": on, "reason": REASON, **more}
        return self.http.put(f"/v1/operator/kill-switches/{scope}", json=wish)

    def switches(self) -> dict[str, dict[str, Any]]:
        """Read the switches by their scopes."""
        listed = self.http.get("/v1/operator/kill-switches").raise_for_status().json()["switches"]
        return {switch["scope"]: switch for switch in listed}


@pytest.fixture(scope="module")
def operators(desk: House) -> Iterator[dict[str, Operator]]:
    """An owner everywhere, and the other roles for `harbor` alone."""
    roles = {"owner": None, "admin": "harbor", "agent": "harbor", "viewer": "harbor"}
    clients = {
        role: httpx.Client(
            base_url=desk.url, headers={"Authorization": f"Bearer {desk.api_key(role, tenant)}"}, trust_env=False
        )
        for role, tenant in roles.items()
    }
    yield {role: Operator(client) for role, client in clients.items()}
    for client in clients.values():
        client.close()


@pytest.mark.parametrize(
    ("scope", "owner", "admin", "others"),
    [
        ("service", 200, 403, 403),
        ("tenant:harbor", 200, 200, 403),
        ("tenant:lumen", 200, 404, 403),
        ("tenant:nobody", 404, 404, 403),
        ("workflow:harbor/support", 200, 200, 403),
        ("workflow:harbor/none", 404, 404, 403),
        ("workflow:lumen/support", 200, 404, 403),
        ("model:gpt-5-mini", 200, 403, 403),
        ("model:unheard-of", 404, 403, 403),
        ("tool:orders", 200, 403, 403),
        ("conversation:00000000-0000-7000-8000-000000000000", 404, 404, 403),
        ("conversation:1", 400, 400, 400),
        ("everything", 400, 400, 400),
        ("tenant:", 400, 400, 400),
        ("workflow:harbor", 400, 400, 400),
    ],
)
def test_who_may_switch_what(operators: dict[str, Operator], scope: str, owner: int, admin: int, others: int) -> None:
    """Each role flips what it answers for; another tenant's is as unknown as none, and a refusal changes nothing."""
    expected = {"owner": owner, "admin": admin, "agent": others, "viewer": others}
    before = operators["owner"].switches().get(scope)
    for role in ("viewer", "agent", "admin", "owner"):
        answer = operators[role].flip(scope, on=False)
        assert answer.status_code == expected[role], role
        if answer.status_code != 200:
            assert answer.headers["content-type"] == "application/problem+json"
            assert operators["owner"].switches().get(scope) == before
    nobody = httpx.put(
        f"{operators['owner'].http.base_url}/v1/operator/kill-switches/{scope}", json={"on": False, "reason": REASON}
    )
    assert nobody.status_code == 401


def test_a_conversation_of_another_tenant(desk: House, operators: dict[str, Operator]) -> None:
    """A conversation's switch is its tenant's: for others it does not exist, and it is not listed to them."""
    mine, theirs = (desk.meet(tenant).conversation() for tenant in ("harbor", "lumen"))
    admin, owner = operators["admin"], operators["owner"]
    assert admin.flip(f"conversation:{mine}", on=True).status_code == 200
    assert admin.flip(f"conversation:{theirs}", on=True).status_code == 404
    assert owner.flip(f"conversation:{theirs}", on=True).status_code == 200
    assert f"conversation:{mine}" in admin.switches()
    assert f"conversation:{theirs}" not in admin.switches()
    assert f"conversation:{theirs}" in owner.switches()


@pytest.mark.parametrize(
    "wish",
    [
        {"on": True},
        {"on": True, "reason": "too short"},
        {"on": False, "reason": "          x"},
        {"on": True, "reason": REASON, "mode": "maybe"},
        {"on": "yes", "reason": REASON},
        {"on": True, "reason": REASON, "expires_at": "2020-01-01T00:00:00Z"},
        {"on": True, "reason": REASON, "expires_at": "2036-01-01T00:00:00"},
        {"on": True, "reason": REASON, "who": "me"},
    ],
)
def test_what_a_flip_must_say(operators: dict[str, Operator], wish: dict[str, object]) -> None:
    """Without a reason, with an end that is past, or with what nobody asked for, nothing is switched."""
    before = operators["owner"].switches()
    refused = operators["owner"].http.put("/v1/operator/kill-switches/tenant:lumen", json=wish)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_request")
    assert operators["owner"].switches() == before


def test_the_scope_is_the_rest_of_the_path(operators: dict[str, Operator]) -> None:
    """A slash in a scope may be written plain or as %2F; both are the one switch."""
    scope, owner = "workflow:harbor-spoken/support", operators["owner"]
    for path in (scope, quote(scope, safe=""), quote(scope, safe=":")):
        flipped = owner.flip(path, on=True)
        assert flipped.json()["scope"] == scope
        assert owner.switches()[scope]["version"] == flipped.json()["version"]
    owner.flip(scope, on=False)


def test_what_a_flip_answers(operators: dict[str, Operator]) -> None:
    """The answer names every live replica with the time it took; the list tells who, why, when and until when."""
    owner = operators["owner"]
    until = (datetime.now(UTC) + timedelta(hours=1)).replace(microsecond=0)
    flipped = owner.flip("tenant:lumen-spoken", on=True, mode="closed", expires_at=until.isoformat()).json()
    (applied,) = flipped["applied"]
    assert 0 <= applied["ms"] < 500
    assert (flipped["scope"], flipped["on"]) == ("tenant:lumen-spoken", True)
    listed = owner.switches()["tenant:lumen-spoken"]
    assert (listed["mode"], listed["reason"], listed["version"]) == ("closed", REASON, flipped["version"])
    assert listed["by"].startswith("key:")
    assert datetime.fromisoformat(listed["expires_at"]) == until
    replicas = owner.http.get("/v1/operator/kill-switches").json()["replicas"]
    assert [replica["id"] for replica in replicas] == [applied["replica"]]
    again = owner.flip("tenant:lumen-spoken", on=False).json()
    assert again["version"] > flipped["version"]


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
def test_flipped_in_mid_reply(
    desk: House, operators: dict[str, Operator], upstream: Upstream, tenant: str, scope: str
) -> None:
    """What was shown is withdrawn, a person takes it, and not one piece comes after the withdrawal."""
    scope, owner = scope.format(tenant=tenant), operators["owner"]
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


def test_closed_in_mid_reply(desk: House, operators: dict[str, Operator]) -> None:
    """Mode `closed` takes the reply back too, and says whom to write to; nobody is asked to take it over."""
    customer = desk.meet("harbor-closed")
    heard = _flip_in_mid_reply(customer, operators["owner"], "tenant:harbor-closed", "closed")
    assert kinds(heard.events)[-3:] == ("reply.withdrawn", "system.message", "turn.ended")
    assert end_of(heard.events) == ("closed", "switched_off")
    assert "help@harbor.example" in heard.answer["reply"]["text"]
    assert heard.answer["handoff"] is None


def test_closed_wins_over_handoff(desk: House, operators: dict[str, Operator]) -> None:
    """Where two switches cover a turn, the chat is closed; a conversation that waits for a person still delivers."""
    customer, owner = desk.meet("lumen-closed"), operators["owner"]
    waiting = customer.new_conversation()
    customer.send("I want to talk to a human please.", waiting)
    owner.flip("tenant:lumen-closed", on=True, mode="closed")
    owner.flip("workflow:lumen-closed/support", on=True, mode="handoff")
    assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "closed"
    assert customer.send(QUESTION, waiting)["outcome"] == "delivered"
    assert not desk.meet("lumen-closed").session["assistant"]["available"]


def test_a_model_switched_off_in_mid_reply(desk: House, operators: dict[str, Operator], upstream: Upstream) -> None:
    """The next fallback answers after a withdrawal, under a new reply id; with none left it is a handoff."""
    owner, customer = operators["owner"], desk.meet("harbor-models")
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
    owner.flip("model:beta", on=True)
    silenced = customer.send(QUESTION, customer.new_conversation())
    assert (silenced["outcome"], silenced["reason"]) == ("handed_off", "switched_off")
    assert [body["model"] for body in chats(upstream)] == ["beta"]
    for model in ("alpha", "beta"):
        owner.flip(f"model:{model}", on=False)
    assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered"


def test_it_ends_by_itself(desk: House, operators: dict[str, Operator]) -> None:
    """A switch with an end stops the assistant until then and no longer; the same conversation is answered again."""
    customer = desk.meet("lumen-timed")
    conversation = customer.new_conversation()
    until = datetime.now(UTC) + timedelta(seconds=1.5)
    operators["owner"].flip("tenant:lumen-timed", on=True, expires_at=until.isoformat())
    assert customer.send(QUESTION, conversation)["reason"] == "switched_off"
    time.sleep(max(0, (until - datetime.now(UTC)).total_seconds()) + 0.1)
    assert customer.send(QUESTION, conversation)["outcome"] == "answered"
    assert desk.meet("lumen-timed").session["assistant"]["available"]


def test_from_a_shell(desk: House) -> None:
    """`frontdesk switch` reaches the running service through the database within a second, both ways."""
    customer = desk.meet("harbor-shell")
    assert desk.cli("switch", "on", "tenant:harbor-shell", "--reason", "short").returncode != 0
    assert desk.cli("switch", "on", "nonsense", "--reason", REASON).returncode != 0
    flipped = desk.cli("switch", "on", "tenant:harbor-shell", "--reason", REASON, "--for", "30m")
    assert flipped.returncode == 0, flipped.stderr
    time.sleep(1)
    assert customer.send(QUESTION, customer.new_conversation())["reason"] == "switched_off"
    assert "tenant:harbor-shell" in desk.cli("switch", "list").stdout
    assert desk.cli("switch", "off", "tenant:harbor-shell", "--reason", REASON).returncode == 0
    time.sleep(1)
    assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered"


def test_flips_are_audited(desk: House, operators: dict[str, Operator]) -> None:
    """Who switched what, both ways, stands in the service's own chain, without the reason's words."""
    operators["owner"].flip("tool:audited", on=True)
    operators["owner"].flip("tool:audited", on=False)
    exported = desk.cli("audit", "export", "--tenant", "_service")
    acts = [json.loads(line) for line in exported.stdout.splitlines()]
    mine = [(act["action"], act["actor"].partition(":")[0]) for act in acts if act["target"] == "switch:tool:audited"]
    assert mine == [("switch.on", "key"), ("switch.off", "key")]
    assert REASON not in exported.stdout
    assert desk.cli("audit", "verify", "--tenant", "_service").returncode == 0


def test_a_stopped_service_says_nothing(desk: House, operators: dict[str, Operator]) -> None:
    """The switch of the whole service covers every tenant, and messages are still stored."""
    owner = operators["owner"]
    owner.flip("service", on=True)
    try:
        for tenant in ("harbor", "lumen"):
            customer = desk.meet(tenant)
            conversation, same = customer.new_conversation(), str(uuid4())
            assert customer.send(QUESTION, conversation, client_message_id=same)["reason"] == "switched_off"
            assert len(Stored(desk, tenant, conversation).messages) == 1
    finally:
        owner.flip("service", on=False)
