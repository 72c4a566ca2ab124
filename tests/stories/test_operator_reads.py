from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.service import Customer, Service, new_id
from tests.stories.problems import assert_problem

QUESTION = "How long does delivery take?"
REFUND = "I want a refund for my order."
EMAIL = "jane.roe@example.org"
ROLES = {"owner": None, "agent": "harbor", "viewer": "harbor", "stranger": "lumen"}
LIST = "/v1/operator/conversations"


@pytest.fixture(scope="module")
def operators(both: Service) -> Iterator[dict[str, httpx.Client]]:
    """An owner everywhere, an agent and a viewer of Harbor, and an agent of Lumen."""
    clients = {}
    for name, tenant in ROLES.items():
        key = both.api_key("agent" if name == "stranger" else name, tenant)
        headers = {"Authorization": f"Bearer {key}"}
        clients[name] = httpx.Client(base_url=both.url, headers=headers, trust_env=False, timeout=30)
    yield clients
    for client in clients.values():
        client.close()


@pytest.fixture
def jane(both: Service) -> Iterator[Customer]:
    """A customer of Harbor who has left her address in a message."""
    someone = Customer.of(both)
    someone.send(f"{QUESTION} Write to {EMAIL}.")
    yield someone
    someone.close()


def read(client: httpx.Client, address: str, **query: object) -> dict[str, Any]:
    """GET what must be there."""
    found: dict[str, Any] = client.get(address, params=query).raise_for_status().json()  # type: ignore[arg-type]  # plain
    return found


def acts(operators: dict[str, httpx.Client], action: str, target: str) -> list[dict[str, Any]]:
    """The audit events of one kind about one thing."""
    found: list[dict[str, Any]] = []
    while page := read(operators["owner"], "/v1/operator/audit", tenant="harbor", after=len(found))["events"]:
        found += page
    return [event for event in found if (event["action"], event["target"]) == (action, target)]


def test_the_list_of_conversations(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """Newest first, of the own tenants, page by page, and without a word of what was said."""
    newest = jane.conversation()
    for name in ("owner", "agent", "viewer"):
        answer = operators[name].get(LIST)
        listed = answer.json()["conversations"]
        assert listed[0]["id"] == newest
        assert (listed[0]["tenant"], listed[0]["state"], listed[0]["contact_id"]) == (
            "harbor",
            "assistant",
            jane.contact,
        )
        assert listed[0]["last_seq"] == int(jane.history()["last_event_id"])
        assert QUESTION not in answer.text
    older = jane.post("/v1/conversations", {}).json()["id"]
    page = read(operators["viewer"], LIST, limit=1)["conversations"]
    assert [conversation["id"] for conversation in page] == [older]
    page = read(operators["viewer"], LIST, limit=1, before=older)["conversations"]
    assert [conversation["id"] for conversation in page] == [newest]
    assert newest not in operators["stranger"].get(LIST).text
    assert_problem(operators["stranger"].get(LIST, params={"tenant": "harbor"}), 404, "not_found")
    assert read(operators["owner"], LIST, tenant="lumen")["conversations"] == []


def test_conversations_in_a_state(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """Those that wait for a person are found by their state, however many the assistant has."""
    jane.post(f"/v1/conversations/{jane.conversation()}/handoff", {}).raise_for_status()
    listed = read(operators["viewer"], LIST, state="waiting")["conversations"]
    assert listed[0]["id"] == jane.conversation()
    assert {conversation["state"] for conversation in listed} == {"waiting"}
    assert listed[0]["handoff_id"]


@pytest.mark.parametrize(
    ("address", "query", "field"),
    [
        (LIST, {"state": "bogus"}, "state"),
        (LIST, {"limit": "0"}, "limit"),
        (LIST, {"limit": "201"}, "limit"),
        (LIST, {"before": "x" * 36}, "before"),
        (LIST, {"before": "1"}, "before"),
        ("/v1/operator/reviews", {"state": "bogus"}, "state"),
        ("/v1/operator/audit", {}, "tenant"),
        ("/v1/operator/handoffs", {"state": "bogus"}, "state"),
        ("/v1/operator/handoffs", {"limit": "0"}, "limit"),
        ("/v1/operator/handoffs", {"limit": "201"}, "limit"),
        ("/v1/operator/handoffs", {"after": "x" * 36}, "after"),
        ("/v1/operator/handoffs", {"after": "1"}, "after"),
    ],
)
def test_what_a_query_may_say(
    operators: dict[str, httpx.Client], address: str, query: dict[str, str], field: str
) -> None:
    """Anything else is refused by a sentence that names the field as the query does."""
    answer = operators["owner"].get(address, params=query)
    assert_problem(answer, 400, "bad_request")
    assert field in answer.json()["detail"]
    assert "wanted" not in answer.json()["detail"]


def test_a_transcript(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """An agent reads what was said, with placeholders, and the audit says so; nobody else reads a word."""
    address = f"{LIST}/{jane.conversation()}"
    answer = operators["agent"].get(address)
    shown = answer.raise_for_status().json()
    said = [(message["author"], message["text"]) for message in shown["messages"]]
    assert said[0] == ("contact", f"{QUESTION} Write to [EMAIL_1].")
    assert said[1][0] == "assistant"
    assert EMAIL not in answer.text
    assert shown["contact"] == {"id": jane.contact, "verified": False}
    assert (shown["tenant"], shown["workflow"], shown["state"], shown["epoch"]) == ("harbor", "support", "assistant", 0)
    assert (shown["handoff"], shown["drafts"], shown["truncated"]) == (None, [], False)
    assert shown["last_event_id"] == jane.history()["last_event_id"]
    (act,) = acts(operators, "transcript.read", f"conversation:{jane.conversation()}")
    assert act["actor"].startswith("key:")
    assert_problem(operators["viewer"].get(address), 403, "forbidden")
    assert_problem(operators["stranger"].get(address), 404, "not_found")
    assert_problem(operators["agent"].get(f"{LIST}/{new_id()}"), 404, "not_found")
    assert_problem(operators["agent"].get(f"{LIST}/none"), 404, "not_found")
    assert len(acts(operators, "transcript.read", f"conversation:{jane.conversation()}")) == 1


def test_revealing(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """One value at a time, each in the audit by the placeholder's name."""
    address, target = f"{LIST}/{jane.conversation()}/reveal", f"conversation:{jane.conversation()}"
    wish = {"placeholder": "[EMAIL_1]"}
    assert_problem(operators["viewer"].post(address, json=wish), 403, "forbidden")
    assert_problem(operators["stranger"].post(address, json=wish), 404, "not_found")
    assert_problem(operators["agent"].post(address, json={"placeholder": "[EMAIL_2]"}), 404, "not_found")
    assert acts(operators, "value.revealed", target) == []
    revealed = operators["agent"].post(address, json=wish)
    assert revealed.status_code == 200
    assert revealed.json() == {"placeholder": "[EMAIL_1]", "value": EMAIL}
    assert [act["reason"] for act in acts(operators, "value.revealed", target)] == ["EMAIL_1"]


def test_nothing_of_the_erased(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """Transcript and values are gone with the contact."""
    address = f"{LIST}/{jane.conversation()}"
    jane.delete("/v1/me").raise_for_status()
    assert_problem(operators["agent"].get(address), 404, "not_found")
    assert_problem(operators["agent"].post(f"{address}/reveal", json={"placeholder": "[EMAIL_1]"}), 404, "not_found")
    assert jane.contact not in operators["owner"].get(LIST).text


def test_a_transcript_of_a_person(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """Taking a conversation over answers with its handoff; what the operator writes stands there under the own name."""
    address = f"{LIST}/{jane.conversation()}"
    assert_problem(operators["viewer"].post(f"{address}/take-over"), 403, "forbidden")
    assert_problem(operators["stranger"].post(f"{address}/take-over"), 404, "not_found")
    taken = operators["agent"].post(f"{address}/take-over")
    assert (taken.status_code, taken.json()["state"], taken.json()["reason"]) == (200, "claimed", "taken_over")
    handoff = taken.json()["id"]
    said = operators["agent"].post(f"/v1/operator/handoffs/{handoff}/messages", json={"text": "A person here."})
    said.raise_for_status()
    shown = read(operators["agent"], address)
    assert shown["handoff"]["id"] == handoff
    assert (shown["state"], shown["epoch"]) == ("operator", 1)
    last = shown["messages"][-1]
    assert (last["author"], last["text"]) == ("operator", "A person here.")
    assert last["operator_name"] == taken.json()["claimed_by"]
    assert all("operator_name" not in message for message in shown["messages"][:-1])
    assert_problem(operators["owner"].post(f"{address}/take-over"), 409, "conflict")


def test_reviews(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """A held draft is listed with question and reply to who may read them, and approved by who may decide."""
    assert jane.send(REFUND)["outcome"] == "held"
    address = "/v1/operator/reviews"

    def mine(name: str, state: str = "held") -> list[dict[str, Any]]:
        listed = read(operators[name], address, state=state)["reviews"]
        return [review for review in listed if review["conversation_id"] == jane.conversation()]

    (unread,) = mine("viewer")
    before = len(acts(operators, "reviews.read", "tenant:harbor"))
    (review,) = mine("agent")
    assert len(acts(operators, "reviews.read", "tenant:harbor")) == before + 1
    assert (review["question"], review["state"], review["topic"]) == (REFUND, "held", "refund")
    assert review["text"]
    assert {**review, "question": None, "text": None} == unread
    left = datetime.fromisoformat(review["decide_by"]) - datetime.now(UTC)
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)
    assert mine("stranger") == []
    assert [draft["id"] for draft in read(operators["agent"], f"{LIST}/{jane.conversation()}")["drafts"]] == [
        review["id"]
    ]

    wish = {"decision": "approve"}
    assert_problem(operators["viewer"].post(f"{address}/{review['id']}", json=wish), 403, "forbidden")
    assert_problem(operators["stranger"].post(f"{address}/{review['id']}", json=wish), 404, "not_found")
    for bad in ({"decision": "maybe"}, {"decision": "approve", "text": "Mine"}, {"decision": "reject", "text": "Mine"}):
        assert_problem(operators["agent"].post(f"{address}/{review['id']}", json=bad), 400, "bad_request")
    decided = operators["agent"].post(f"{address}/{review['id']}", json=wish).raise_for_status().json()
    last = jane.history()["messages"][-1]
    assert decided == {"id": review["id"], "state": "approved", "message_id": last["id"], "handoff_id": None}
    assert (last["author"], last["text"]) == ("assistant", review["text"])
    assert_problem(operators["agent"].post(f"{address}/{review['id']}", json=wish), 409, "conflict")
    assert mine("agent") == []
    assert [done["decided_by"] is not None for done in mine("agent", "approved")] == [True]


def test_the_overview(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """The numbers of the own tenants, by hour and by tenant, and of the service; no more than 2 s old."""
    jane.post(f"/v1/conversations/{jane.conversation()}/handoff", {}).raise_for_status()
    numbers = read(operators["viewer"], "/v1/operator/overview")
    assert [tenant["tenant"] for tenant in numbers["tenants"]] == ["harbor"]
    assert len(numbers["hours"]) == 24
    assert sum(hour["conversations"] for hour in numbers["hours"]) == numbers["day"]["conversations"] >= 1
    assert sum(hour["handoffs"] for hour in numbers["hours"]) == numbers["day"]["handoffs"] >= 1  # of no turn's end
    assert numbers["day"]["turns"]["answered"] >= 1
    assert set(numbers["day"]["turns"]) == {
        "answered", "held", "handed_off", "refused", "delivered", "stopped", "closed",
    }  # fmt: skip
    assert set(numbers["work"]["open"]) == {"assistant", "waiting", "operator"}
    assert {spent["workflow"] for spent in numbers["spending"]} == {"support"}
    assert [replica["version"] >= 0 for replica in numbers["replicas"]] == [True]
    assert numbers["work"]["running_turns"] == 0
    everyone = read(operators["owner"], "/v1/operator/overview")
    assert [tenant["tenant"] for tenant in everyone["tenants"]] == ["harbor", "lumen"]
    assert everyone["day"]["conversations"] >= numbers["day"]["conversations"]
    for read_by, theirs in ((numbers, False), (everyone, True)):  # the load is every tenant's: the owner's to know
        (replica,) = read_by["replicas"]
        known = [read_by["operators_online"], replica["turns"], replica["streams"]]
        assert [value is not None for value in known] == [theirs] * 3


def test_handoffs_page_by_page(operators: dict[str, httpx.Client], jane: Customer) -> None:
    """Each page goes on behind the last handoff of the one before, until there is none."""
    opened = [
        jane.post(f"/v1/conversations/{conversation}/handoff", {}).raise_for_status().json()["handoff_id"]
        for conversation in [jane.new_conversation() for _ in range(3)]
    ]
    listed: list[str] = []
    last: dict[str, str] = {}
    while page := read(operators["viewer"], "/v1/operator/handoffs", limit=2, **last)["handoffs"]:
        listed += [handoff["id"] for handoff in page]
        last = {"after": listed[-1]}
    assert [handoff for handoff in listed if handoff in opened] == opened
    assert len(listed) == len(set(listed))
    assert read(operators["stranger"], "/v1/operator/handoffs", after=opened[0])["handoffs"] == []
