"""The desk over HTTP: a person takes a conversation, writes in it and gives it back; the assistant is silent."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.loopback import client_of
from tests.receiver import Receiver
from tests.service import Customer, Service, SseEvent, new_id
from tests.sse import read_events
from tests.stories.evidence import (
    ACCEPTED,
    DELTA,
    ENDED,
    OPENED,
    STARTED,
    WITHDRAWN,
    Stored,
    end_of,
    kinds,
    only,
    pieces,
)
from tests.stories.problems import assert_problem
from tests.stories.variants import add_variant
from tests.stories.waiting import within

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=60 tps=10]]"
CLAIMED, RETURNED, RESOLVED = "handoff.claimed", "handoff.returned", "handoff.resolved"
SAID = "operator.message"


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    upstream.reset()


@pytest.fixture
def customer(both: Service) -> Iterator[Customer]:
    """A customer of Harbor, on either kind of stores."""
    someone = Customer.of(both)
    yield someone
    someone.close()


@pytest.fixture
def ann(both: Service) -> Iterator[httpx.Client]:
    """An agent of Harbor."""
    with both.operator("agent", "harbor") as client:
        yield client


@pytest.fixture
def ben(both: Service) -> Iterator[httpx.Client]:
    """Another one, who may a little more."""
    with both.operator("admin", "harbor") as client:
        yield client


def act(operator: httpx.Client, handoff: str, what: str, **body: object) -> httpx.Response:
    """Do something with a handoff."""
    return operator.post(f"/v1/operator/handoffs/{handoff}/{what}", json=body or None)


def taken_over(operator: httpx.Client, conversation: str) -> dict[str, Any]:
    """Take a conversation over; returns its handoff."""
    answer = operator.post(f"/v1/operator/conversations/{conversation}/take-over")
    assert answer.status_code == 200, answer.text
    handoff: dict[str, Any] = answer.json()
    return handoff


def waiting(customer: Customer) -> str:
    """Ask for a person; returns the handoff's id."""
    asked = customer.post(f"/v1/conversations/{customer.conversation()}/handoff", {})
    return str(asked.json()["handoff_id"])


@contextmanager
def desk_events(operator: httpx.Client, conversation: str | None = None) -> Iterator[Iterator[SseEvent]]:
    """Look at the desk's events; the stream is open on entering."""
    query = {} if conversation is None else {"conversation": conversation}
    with operator.stream("GET", "/v1/operator/events", params=query) as answer:
        lines = answer.iter_lines()
        assert answer.status_code == 200
        assert next(lines) == ": open"
        yield read_events(lines)


def until(events: Iterator[SseEvent], kind: str) -> list[SseEvent]:
    """Read on until an event of a kind has come."""
    read: list[SseEvent] = []
    while not read or read[-1].event != kind:
        read.append(next(events))
    return read


def test_a_takeover_in_mid_reply(customer: Customer, ann: httpx.Client) -> None:
    """The reply is withdrawn, the turn ends, the claim is told, in this order; then nothing of the assistant's."""
    conversation = customer.conversation()
    with customer.events(conversation) as following, customer.streaming(SLOW) as turn:
        told = until(turn, DELTA)
        handoff = taken_over(ann, conversation)
        told += turn
        seen = until(following, CLAIMED)
    assert kinds(told) in (
        (ACCEPTED, STARTED, DELTA, WITHDRAWN, ENDED),
        (ACCEPTED, STARTED, DELTA, OPENED, WITHDRAWN, ENDED),
    )
    assert end_of(told) == ("handed_off", "taken_over")
    assert kinds(event for event in seen if event.event != DELTA)[-4:] == (OPENED, WITHDRAWN, ENDED, CLAIMED)
    assert seen[-1].data == {"handoff_id": handoff["id"], "operator_name": "agent of the tests"}
    assert (handoff["state"], handoff["reason"]) == ("claimed", "taken_over")
    stored = Stored(customer.service, "harbor", conversation)
    assert [message["author"] for message in stored.messages] == ["contact"]
    said = customer.send("Is anybody there?")
    assert (said["outcome"], said["reply"]) == ("delivered", None)
    assert not [m for m in customer.history()["messages"] if m["author"] == "assistant"]


def test_messages_both_ways(customer: Customer, ann: httpx.Client, ben: httpx.Client) -> None:
    """Each side reads the other live; the customer the own values, the operator placeholders until one is revealed."""
    conversation, handoff = customer.conversation(), waiting(customer)
    assert act(ann, handoff, "claim").json()["claimed_by"] == "agent of the tests"
    with customer.events(conversation) as following, desk_events(ann, conversation) as desk:
        body = {"text": "What is your e-mail address?", "client_message_id": new_id()}
        sent = act(ann, handoff, "messages", **body)
        assert sent.status_code == 201
        assert only(until(following, SAID), SAID) == {
            "message_id": sent.json()["id"],
            "seq": sent.json()["seq"],
            "at": sent.json()["at"],
            "operator_name": "agent of the tests",
            "text": body["text"],
        }
        again = act(ann, handoff, "messages", **body)
        assert (again.status_code, again.json()) == (201, sent.json())
        assert_problem(act(ann, handoff, "messages", **body | {"text": "Another"}), 409, "message_differs")
        customer.send("grace.hopper@mail.example, please")
        heard = until(desk, ACCEPTED)[-1]
        assert heard.data["text"] == "[EMAIL_1], please"
        act(ann, handoff, "messages", text="I wrote to [EMAIL_1]").raise_for_status()
        assert until(following, SAID)[-1].data["text"] == "I wrote to grace.hopper@mail.example"
    transcript = ann.get(f"/v1/operator/conversations/{conversation}").json()
    assert [m["text"] for m in transcript["messages"]][-1] == "I wrote to [EMAIL_1]"
    assert "grace.hopper" not in str(transcript)
    revealed = ann.post(f"/v1/operator/conversations/{conversation}/reveal", json={"placeholder": "[EMAIL_1]"})
    assert revealed.json()["value"] == "grace.hopper@mail.example"
    acts = [(e["actor"], e["action"]) for e in customer.service.audit("harbor") if conversation in e["target"]]
    ours = {actor for actor, _ in acts if actor.startswith("key:")}
    assert len(ours) == 1
    assert {action for actor, action in acts if actor in ours} >= {"transcript.read", "value.revealed"}
    assert_problem(act(ben, handoff, "messages", text="Me too"), 409, "conflict")


@pytest.mark.parametrize(("what", "kind"), [("return", RETURNED), ("resolve", RESOLVED)])
def test_giving_it_back(customer: Customer, ann: httpx.Client, ben: httpx.Client, what: str, kind: str) -> None:
    """Only who holds it ends it, once; then the assistant answers again, and a wish for a person is a new handoff."""
    handoff = waiting(customer)
    for early in ("return", "resolve"):
        assert_problem(act(ann, handoff, early), 409, "conflict")
    act(ann, handoff, "claim").raise_for_status()
    assert_problem(act(ben, handoff, "claim"), 409, "conflict")
    assert_problem(act(ben, handoff, what), 409, "conflict")
    with customer.events() as following:
        assert act(ann, handoff, what).json()["state"] == kind.removeprefix("handoff.")
        assert next(following).event == kind
    for late in ("claim", "return", "resolve", "messages"):
        assert_problem(act(ann, handoff, late, text="Hello"), 409, "conflict")
    assert customer.send(QUESTION)["outcome"] == "answered"
    assert waiting(customer) != handoff


def test_a_hundred_claims_at_once(customer: Customer) -> None:
    """One wins, and ninety-nine read that somebody was faster."""
    handoff = waiting(customer)
    keys = [customer.service.api_key("agent", "harbor"), customer.service.api_key("admin", "harbor")]

    def claim(number: int) -> int:
        proof = {"Authorization": f"Bearer {keys[number % 2]}"}
        return customer.service.http.post(f"/v1/operator/handoffs/{handoff}/claim", headers=proof).status_code

    with ThreadPoolExecutor(20) as pool:
        assert sorted(pool.map(claim, range(100))) == [200] + [409] * 99


def test_the_queue_is_live(customer: Customer, ann: httpx.Client) -> None:
    """A handoff appears within a second, by its ids and reason alone; nothing of another tenant's does."""
    stranger = Customer.of(customer.service, "site_lumen_shop")
    with desk_events(ann) as desk:
        waiting(stranger)
        began = time.monotonic()
        handoff = waiting(customer)
        told = next(desk)
        assert time.monotonic() - began < 1
        assert (told.event, told.data["handoff_id"], told.data["tenant"]) == (OPENED, handoff, "harbor")
        act(ann, handoff, "claim").raise_for_status()
        assert next(desk).event == CLAIMED
    stranger.close()


def test_what_waits_is_delivered(customer: Customer, ann: httpx.Client) -> None:
    """Messages behind the running turn are the person's: they end `delivered`, none is answered or lost."""
    conversation = customer.conversation()
    with customer.streaming(SLOW) as turn, ThreadPoolExecutor(2) as pool:
        until(turn, DELTA)
        behind = [pool.submit(customer.send, f"And number {n}?", conversation) for n in (1, 2)]
        assert within(2, lambda: len(customer.history()["messages"]) == 3)
        taken_over(ann, conversation)
        assert [said.result()["outcome"] for said in behind] == ["delivered", "delivered"]


def test_taken_over_and_erased(customer: Customer, ben: httpx.Client) -> None:
    """Whoever is erased is gone from the desk as well: what is done with the handoff then is not found."""
    handoff = waiting(customer)
    act(ben, handoff, "claim").raise_for_status()
    with desk_events(ben, customer.conversation()) as desk:
        assert ben.delete(f"/v1/operator/contacts/{customer.contact}").status_code == 200
        list(desk)  # ends
    for what in ("claim", "return", "resolve"):
        assert_problem(act(ben, handoff, what), 404, "not_found")
    assert_problem(act(ben, handoff, "messages", text="Hello"), 404, "not_found")


def test_who_holds_it_is_gone(both: Service, customer: Customer, ann: httpx.Client) -> None:
    """Once their key is revoked the customer is told that a person is waited for, and another one may have it."""
    key = both.cli("keys", "create", "--role", "agent", "--tenant", "harbor", "--name", "Cy").stdout.strip()
    with client_of(both.url, key) as cy:
        handoff = taken_over(cy, customer.conversation())["id"]
    (row,) = both.rows("SELECT claimed_by FROM handoff WHERE id = :id", {"id": handoff})
    with customer.events() as following:
        assert both.cli("keys", "revoke", row["claimed_by"].removeprefix("key:")).returncode == 0
        told = until(following, OPENED)[-1].data
    assert (told["handoff_id"], told["reason"]) == (handoff, "taken_over")
    assert act(ann, handoff, "claim").raise_for_status().json()["claimed_by"] == "agent of the tests"
    assert customer.send("Is anybody there?")["outcome"] == "delivered"
    act(ann, handoff, "resolve").raise_for_status()


def test_out_of_hours(both: Service, ann: httpx.Client) -> None:
    """Outside opening hours the customer is told so, and whom to write to; a person may claim all the same."""
    today = datetime.now(UTC)
    days = f"[{(today - timedelta(days=1)):%Y-%m-%d}, {today:%Y-%m-%d}, {(today + timedelta(days=1)):%Y-%m-%d}]"
    add_variant(both.config, "harbor", "night", {"hours.open": '["mon-sun 00:00-24:00"]', "hours.holidays": days})
    assert within(5, lambda: both.http.post("/v1/sessions", json={"site_key": "site_harbor_night"}).is_success)
    customer = Customer.of(both, "site_harbor_night")
    asked = customer.post(f"/v1/conversations/{customer.conversation()}/handoff", {"email": "me@mail.example"}).json()
    assert asked["expected"] == "out_of_hours"
    assert "@" in asked["contact_fallback"]
    with both.operator("agent") as everywhere:
        act(everywhere, asked["handoff_id"], "claim").raise_for_status()
        conversation = f"/v1/operator/conversations/{customer.conversation()}"
        told = everywhere.get(conversation).json()
        placeholder = {"placeholder": told["handoff"]["email_placeholder"]}
        assert everywhere.post(f"{conversation}/reveal", json=placeholder).json()["value"] == "me@mail.example"
    assert "me@mail.example" not in str(told)
    customer.close()


def test_nobody_claims(both: Service) -> None:
    """Past `claim_within` the alarm is raised once: to whoever looks, to the tenant's helpdesk, in the metrics."""
    with Receiver() as helpdesk, both.operator("viewer") as viewer:
        add_variant(both.config, "harbor", "late", {"handoff.claim_within": '"2s"'})
        file = both.config / "tenants" / "harbor-late.toml"
        (both.config / "hook").write_text("a-secret-that-is-32-characters-long!")
        hook = f'\n[[webhook]]\nurl = "{helpdesk.url()}"\nsecret = "file:hook"\n'
        hook += 'events = ["handoff.opened", "handoff.overdue"]\n'
        file.write_text(file.read_text().split("[[webhook]]")[0] + hook)
        assert within(5, lambda: both.http.post("/v1/sessions", json={"site_key": "site_harbor_late"}).is_success)
        customer = Customer.of(both, "site_harbor_late")
        with desk_events(viewer) as desk:
            handoff = waiting(customer)
            told = [event for event in until(desk, "handoff.overdue") if event.data["tenant"] == "harbor-late"]
        assert [event.event for event in told] == [OPENED, "handoff.overdue"]
        assert told[-1].data["handoff_id"] == handoff
        assert len(helpdesk.called(times=2)) == 2
        time.sleep(1.5)  # the alarm is looked for each second: it is raised once
        assert [call.said["type"] for call in helpdesk.calls] == [OPENED, "handoff.overdue"]
        assert 'frontdesk_alerts_total{kind="handoff_overdue"}' in both.http.get("/metrics").text
        (listed,) = [h for h in viewer.get("/v1/operator/handoffs").json()["handoffs"] if h["id"] == handoff]
        assert listed["overdue"]
        customer.close()


def test_approving_while_the_assistant_speaks(customer: Customer, ann: httpx.Client) -> None:
    """A draft that is released in the middle of a later reply takes no piece of that reply away."""
    held = customer.send("I want my money back for order 1001, refund me please")
    assert held["outcome"] == "held"
    reviews = ann.get("/v1/operator/reviews").json()["reviews"]
    (review,) = [r for r in reviews if r["conversation_id"] == customer.conversation()]
    with customer.events() as following, customer.streaming(f"{QUESTION} [[stub tokens=30 tps=20]]") as turn:
        told = until(turn, DELTA)
        assert ann.post(f"/v1/operator/reviews/{review['id']}", json={"decision": "approve"}).status_code == 200
        told += turn
        seen = until(following, ENDED)
    for events in (told, seen):
        mine = [event for event in events if event.data.get("reply_id") != review["id"]]
        whole = only(mine, "reply.completed")["text"]
        assert pieces(mine).rstrip() == whole.rstrip()
    assert [event.cursor for event in seen] == sorted({event.cursor for event in seen})


def test_an_operators_id_is_the_operators(customer: Customer, ann: httpx.Client, ben: httpx.Client) -> None:
    """What an operator sent under an id is nobody else's: a customer's message with the same id is a message."""
    handoff, same = waiting(customer), new_id()
    act(ann, handoff, "claim").raise_for_status()
    sent = act(ann, handoff, "messages", text="Hello", client_message_id=same).json()
    assert sent["client_message_id"] == same
    assert_problem(act(ben, handoff, "messages", text="Hello", client_message_id=same), 409, "conflict")
    assert customer.send("Hello", client_message_id=same)["outcome"] == "delivered"
    (mine, *_) = [m for m in customer.history()["messages"] if m["author"] == "operator"]
    assert "client_message_id" not in mine


@pytest.mark.parametrize("text", [" ", "\u200b", "\n\t"])
def test_empty_words(customer: Customer, ann: httpx.Client, text: str) -> None:
    """What says nothing is refused."""
    handoff = waiting(customer)
    act(ann, handoff, "claim").raise_for_status()
    assert_problem(act(ann, handoff, "messages", text=text), 400, "bad_request")
