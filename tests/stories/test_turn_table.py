import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, Service, SseEvent
from tests.stories.evidence import (
    COMPLETED,
    OPENED,
    SYSTEM,
    Stored,
    assert_unseen,
    chats,
    end_of,
    kinds,
    moderations,
    only,
)
from tests.stories.house import House
from tests.stories.variants import variants
from tests.stories.ways import CARD, PERSON, PERSONAL, QUESTION, TENANTS, VARIANTS, WAYS, Way

FALLBACKS = {"harbor": "help@harbor.example", "lumen": "help@lumen.example"}


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    """Each story finds the provider's knobs and record as new."""
    upstream.reset()


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[House]:
    """One service with a tenant for every configuration that the table speaks of."""
    with House(tmp_path_factory.mktemp("table"), config=variants(VARIANTS), upstream=upstream) as service:
        yield service


def _rows_of_table() -> list[object]:
    return [
        pytest.param(tenant, way, id=f"{tenant}-{way.name.replace(' ', '_')}") for way in WAYS for tenant in way.tenants
    ]


@pytest.mark.parametrize(("tenant", "way"), _rows_of_table())
def test_every_way_a_turn_ends(table: House, upstream: Upstream, tenant: str, way: Way) -> None:
    """The customer is told the one end, streamed and as JSON alike; rows, provider and audit agree with it."""
    tenant_id = f"{tenant}-{way.on}" if way.on else tenant
    customer = table.meet(tenant_id)
    streamed, answered = customer.new_conversation(), customer.new_conversation()
    message, began = way.message(tenant), time.monotonic()
    with ThreadPoolExecutor(2) as both:
        streaming = both.submit(customer.stream, message, streamed)
        answer = both.submit(customer.send, message, answered).result()
        events = streaming.result()
    assert time.monotonic() - began < way.within
    _assert_told(way, tenant, events)
    _assert_same_as_json(way, message, events, answer)
    for conversation in (streamed, answered):
        _assert_stored(way, Stored(table, tenant_id, conversation))
    _assert_asked(way, upstream)


def _assert_told(way: Way, tenant: str, events: list[SseEvent]) -> None:
    assert kinds(events) == way.told
    assert end_of(events) == (way.outcome, way.reason)
    text = "".join(event.data["text"] for event in events if event.event in (COMPLETED, SYSTEM))
    assert way.words in text
    if OPENED in way.told:
        opened = only(events, OPENED)
        assert opened["reason"] == way.reason
        assert opened["expected"] in ("now", "out_of_hours")
        assert opened["contact_fallback"] == FALLBACKS[tenant]
    numbers = [(int(seq), int(n or 0)) for seq, _, n in (event.id.partition(".") for event in events)]
    assert numbers == sorted(set(numbers))


def _assert_same_as_json(way: Way, message: str, events: list[SseEvent], answer: dict[str, Any]) -> None:
    """Both renderings say the same; ids and moments are each turn's own."""
    assert (answer["outcome"], answer["reason"]) == (way.outcome, way.reason)
    assert answer["message"]["author"] == "contact"
    assert answer["message"]["text"] == message.replace(CARD, "[PAYMENT_CARD]")
    assert (answer["handoff"] is not None) == (OPENED in way.told)
    if answer["handoff"]:
        assert answer["handoff"].keys() == only(events, OPENED).keys()
        assert answer["handoff"]["reason"] == way.reason
    said = [event.data["text"] for event in events if event.event in (COMPLETED, SYSTEM)]
    assert ([answer["reply"]["text"]] if answer["reply"] else []) == said
    if said:
        assert answer["reply"]["author"] == ("assistant" if way.outcome == "answered" else "system")


def _assert_stored(way: Way, stored: Stored) -> None:
    """One message, one ended turn, at most one handoff, and an audit that names the end."""
    (turn,) = stored.turns
    assert (turn["state"], turn["outcome"], turn["reason"]) == ("ended", way.outcome, way.reason)
    assert stored.leases == []
    assert tuple(event["kind"] for event in stored.events) == tuple(k for k in way.told if k not in _PASSING)
    assert [event["seq"] for event in stored.events] == list(range(1, len(stored.events) + 1))
    authors = [message["author"] for message in stored.messages]
    expected = {COMPLETED: "assistant", SYSTEM: "system"}
    assert authors == ["contact", *(expected[kind] for kind in way.told if kind in expected)]
    assert_unseen(PERSONAL, [row["text"] for row in stored.messages + stored.drafts])
    assert_unseen(PERSONAL, [stored.events, stored.turns, stored.handoffs])
    state = "waiting" if OPENED in way.told else "assistant"
    assert stored.conversation["state"] == state
    assert [handoff["reason"] for handoff in stored.handoffs] == ([way.reason] if OPENED in way.told else [])
    assert [draft["state"] for draft in stored.drafts] == (["held"] if way.outcome == "held" else [])
    acts = [(act["action"], act["outcome"], act["reason"]) for act in stored.audit(turn["id"])]
    assert acts[0][0] == "message.accepted"
    assert acts[-1] == ("turn.ended", way.outcome, way.reason)
    assert_unseen([*PERSONAL, "delivery", "[EMAIL"], stored.audit(turn["id"]))


_PASSING = ("reply.started", "reply.delta")


def _assert_asked(way: Way, upstream: Upstream) -> None:
    """The provider is asked as often as the row says in each of the two turns, and reads no personal value."""
    asked = chats(upstream)
    assert len(asked) in {one + other for one in way.calls for other in way.calls}
    assert_unseen(PERSONAL, upstream.record())
    for body in asked:
        text = json.dumps(body["messages"])
        assert "[EMAIL_1]" in text
        assert "[PHONE_1]" in text
        assert body["store"] is False
        assert len(body["safety_identifier"]) >= 32
        assert "user" not in body
        assert "metadata" not in body
    for body in moderations(upstream):
        assert "[EMAIL_1]" in body["input"]


@pytest.mark.parametrize("tenant", TENANTS)
def test_delivered(table: House, upstream: Upstream, tenant: str) -> None:
    """Once a person is waited for, a message goes to people: stored, told, and no model asked."""
    customer = table.meet(tenant)
    conversation = customer.new_conversation()
    first = customer.send(PERSON, conversation)
    upstream.clear()
    events = customer.stream(QUESTION, conversation)
    answer = customer.send(QUESTION, conversation)
    assert first["outcome"] == "handed_off"
    assert kinds(events) == ("message.accepted", "turn.ended")
    assert end_of(events) == ("delivered", None)
    assert (answer["outcome"], answer["reason"], answer["reply"], answer["handoff"]) == ("delivered", None, None, None)
    stored = Stored(table, tenant, conversation)
    assert [row["outcome"] for row in stored.turns] == ["handed_off", "delivered", "delivered"]
    assert [row["author"] for row in stored.messages] == ["contact"] * 3
    assert len(stored.handoffs) == 1
    assert [act["outcome"] for act in stored.audit(stored.turns[1]["id"])] == ["delivered"]
    assert upstream.record() == []


@pytest.mark.parametrize("tenant", TENANTS)
@pytest.mark.parametrize("mode", ["handoff", "closed"])
def test_switched_off(table: House, upstream: Upstream, tenant: str, mode: str) -> None:
    """Under a switch nobody's model is asked: to people, or refused with where to write to instead."""
    customer = table.meet(tenant)
    conversation = customer.new_conversation()
    key = {"Authorization": f"Bearer {table.api_key('owner')}"}
    wish = {"on": True, "mode": mode, "reason": "a story of the table"}
    flipped = customer.http.put(f"/v1/operator/kill-switches/conversation:{conversation}", json=wish, headers=key)
    assert flipped.status_code == 200
    events = customer.stream(QUESTION, conversation)
    stored = Stored(table, tenant, conversation)
    if mode == "handoff":
        assert kinds(events) == ("message.accepted", OPENED, "turn.ended")
        assert end_of(events) == ("handed_off", "switched_off")
    else:
        assert kinds(events) == ("message.accepted", SYSTEM, "turn.ended")
        assert end_of(events) == ("closed", "switched_off")
        assert FALLBACKS[tenant] in only(events, SYSTEM)["text"]
        assert stored.handoffs == []
    assert [act["reason"] for act in stored.audit(stored.turns[0]["id"])] == [None, "switched_off"]
    assert upstream.record() == []


@pytest.mark.parametrize("tenant", TENANTS)
def test_held_until_its_time_runs_out(table: House, tenant: str) -> None:
    """An answer on a review topic waits unseen for a person; when nobody decides in time, people take it over."""
    customer = table.meet(f"{tenant}-impatient")
    conversation = customer.new_conversation()
    held = customer.send("I want a refund for my order. [[stub tokens=7]]", conversation)
    assert (held["outcome"], held["reason"], held["reply"]) == ("held", "review_topic", None)
    with customer.events(conversation, "0") as events:
        seen = [next(events)]
        while seen[-1].event != OPENED:
            seen.append(next(events))
    assert kinds(seen) == ("message.accepted", "reply.held", "turn.ended", OPENED)
    assert seen[-1].data["reason"] == "review_topic"
    assert_unseen(["tok0"], [event.data for event in seen])
    stored = Stored(table, f"{tenant}-impatient", conversation)
    assert [draft["state"] for draft in stored.drafts] == ["expired"]
    assert stored.conversation["silent"]
    assert customer.send(QUESTION, conversation)["outcome"] == "delivered"


def test_model_hangs(table: House) -> None:
    """A model that says nothing is given up after eight seconds with its fallbacks; the customer knows within ten."""

    def ask(tenant: str) -> tuple[list[SseEvent], float]:
        customer = table.meet(f"{tenant}-hanging")
        began = time.monotonic()
        return customer.stream(f"{QUESTION} [[stub fault=hang]]", customer.new_conversation()), time.monotonic() - began

    with ThreadPoolExecutor(2) as both:
        for events, took in both.map(ask, TENANTS):
            assert kinds(events) == ("message.accepted", OPENED, "turn.ended")
            assert end_of(events) == ("handed_off", "model_timeout")
            assert 7.5 < took < 10


def test_audit_and_metrics_hold_no_text(table: House) -> None:
    """Whatever is said, the chain read over HTTP and the metrics name acts, ids, outcomes and reasons alone."""
    customer = table.meet()
    for way in (way for way in WAYS if way.name in ("answered", "card number", "asked for a person", "key revoked")):
        customer = table.meet(f"harbor-{way.on}" if way.on else "harbor")
        customer.send(way.message("harbor"), customer.new_conversation())
    events, metrics = table.audit("harbor"), customer.get("/metrics").text
    assert {"session.started", "message.accepted", "turn.ended", "handoff.opened"} <= {e["action"] for e in events}
    assert 'frontdesk_turns_total{outcome="answered",reason="",tenant="harbor"}' in metrics
    assert 'frontdesk_turns_total{outcome="refused",reason="prohibited_data",tenant="harbor"}' in metrics
    assert 'frontdesk_alerts_total{kind="key_refused_by_openai"}' in metrics
    said = [*PERSONAL, "delivery", "tok0", "help@harbor.example", "test-key"]
    for told in (events, metrics, table.log()):
        assert_unseen(said, told)


ESSENTIAL = ("answered", "card number", "asked for a person", "self-harm", "review topic", "own values restored")


@pytest.mark.parametrize("way", [pytest.param(way, id=way.name) for way in WAYS if way.name in ESSENTIAL])
@pytest.mark.parametrize("tenant", TENANTS)
def test_the_same_on_either_kind_of_stores(both: Service, upstream: Upstream, tenant: str, way: Way) -> None:
    """SQLite and memory, PostgreSQL and Redis: a turn is told and stored alike."""
    upstream.clear()
    customer = Customer.of(both, f"site_{tenant}_shop")
    message, streamed, answered = way.message(tenant), customer.conversation(), customer.new_conversation()
    events, answer = customer.stream(message, streamed), customer.send(message, answered)
    customer.close()
    _assert_told(way, tenant, events)
    _assert_same_as_json(way, message, events, answer)
    for conversation in (streamed, answered):
        _assert_stored(way, Stored(both, tenant, conversation))
    _assert_asked(way, upstream)
