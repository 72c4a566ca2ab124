from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, Service, SseEvent, identity_token
from tests.stories.evidence import (
    ACCEPTED,
    COMPLETED,
    DELTA,
    ENDED,
    OPENED,
    STARTED,
    WITHDRAWN,
    Stored,
    assert_unseen,
    end_of,
    kinds,
    only,
)
from tests.stories.problems import NEVER_REPEATED, assert_problem
from tests.stories.waiting import within

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=40 tps=10]]"
HESITANT = f"{QUESTION} [[stub ttft=3000]]"
ADDRESS = "grace.hopper@mail.example"


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    upstream.reset()


@pytest.fixture
def customer(both: Service) -> Iterator[Customer]:
    """An anonymous customer of Harbor, on either kind of stores."""
    someone = Customer.of(both)
    yield someone
    someone.close()


def _stored(customer: Customer, conversation: str | None = None) -> Stored:
    return Stored(customer.service, "harbor", conversation or customer.conversation())


def _after_two_pieces(events: Iterator[SseEvent]) -> list[SseEvent]:
    read: list[SseEvent] = []
    while [event.event for event in read].count(DELTA) < 2:
        read.append(next(events))
    return read


def _stop(customer: Customer) -> None:
    assert customer.post(f"/v1/conversations/{customer.conversation()}/stop").status_code == 204


def _ask(customer: Customer, **wish: object) -> dict[str, object]:
    """Ask for a person; returns what the customer is told."""
    asked = customer.post(f"/v1/conversations/{customer.conversation()}/handoff", wish)
    assert asked.status_code == 201, asked.text
    told: dict[str, object] = asked.json()
    return told


def test_stopping_a_reply(customer: Customer, upstream: Upstream) -> None:
    """What was shown is withdrawn, the turn ends `stopped`, nothing of it is kept, and the next message is answered."""
    with customer.streaming(SLOW) as events:
        told = _after_two_pieces(events)
        _stop(customer)
        told += events
    assert kinds(told) == (ACCEPTED, STARTED, DELTA, WITHDRAWN, ENDED)
    assert end_of(told) == ("stopped", "stopped")
    assert only(told, WITHDRAWN) == {"reply_id": only(told, STARTED)["reply_id"], "reason": "stopped"}
    assert [message["author"] for message in customer.history()["messages"]] == ["contact"]
    assert _stored(customer).conversation["state"] == "assistant"
    assert within(2, lambda: upstream.stats()["streams_open"] == 0)
    assert customer.send(QUESTION)["outcome"] == "answered"


def test_stopping_before_the_first_word(customer: Customer) -> None:
    """A turn without a word yet ends as well; there is nothing to withdraw. A waiting request hears of it."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(customer.send, HESITANT, customer.conversation())
        assert within(1, lambda: len(_stored(customer).messages) == 1)
        _stop(customer)
        said = waiting.result()
    assert (said["outcome"], said["reason"], said["reply"], said["handoff"]) == ("stopped", "stopped", None, None)
    assert WITHDRAWN not in [event["kind"] for event in _stored(customer).events]


def test_stopping_one_of_two(customer: Customer) -> None:
    """Stop ends the turn that runs; the message behind it is answered."""
    with ThreadPoolExecutor(1) as pool, customer.streaming(SLOW) as events:
        _after_two_pieces(events)
        behind = pool.submit(customer.send, QUESTION, customer.conversation())
        assert within(1, lambda: len(_stored(customer).messages) == 2)
        _stop(customer)
        assert end_of(list(events)) == ("stopped", "stopped")
        assert behind.result()["outcome"] == "answered"


def test_nothing_to_stop(customer: Customer) -> None:
    """Where no turn runs, stopping does nothing, before a first message and after an end."""
    _stop(customer)
    customer.send(QUESTION)
    before = customer.history()
    _stop(customer)
    assert customer.history() == before


@pytest.mark.parametrize("email", [None, ADDRESS])
def test_asking_for_a_person(customer: Customer, email: str | None) -> None:
    """The handoff opens, is told of and queued; later messages are delivered and the assistant is silent."""
    conversation, wish = customer.conversation(), {"email": email} if email else {}
    with customer.events(conversation) as events:
        told = _ask(customer, **wish)
        assert next(events).data == told
    assert told.keys() == {"handoff_id", "reason", "expected", "contact_fallback"}
    assert told["reason"] == "asked_for_person"
    assert told["expected"] in {"now", "out_of_hours"}
    assert told["contact_fallback"] == "help@harbor.example"
    assert _stored(customer).conversation["state"] == "waiting"
    delivered = customer.stream(QUESTION)
    assert kinds(delivered) == (ACCEPTED, ENDED)
    assert end_of(delivered) == ("delivered", None)
    with customer.service.operator() as operator:
        queue = operator.get("/v1/operator/handoffs", params={"state": "waiting"}).json()["handoffs"]
    (queued,) = [handoff for handoff in queue if handoff["conversation_id"] == conversation]
    assert (queued["id"], queued["reason"], queued["tenant"]) == (told["handoff_id"], "asked_for_person", "harbor")
    assert queued["claimed_by"] is None


def test_the_address_goes_to_the_vault(customer: Customer) -> None:
    """The address stands sealed in the vault, behind a placeholder, and nowhere else."""
    told = _ask(customer, email=ADDRESS)
    (handoff,) = _stored(customer).handoffs
    assert handoff["id"] == told["handoff_id"]
    assert handoff["email_placeholder"].startswith("[EMAIL")
    where = "WHERE tenant_id = :tenant AND contact_id = :contact"
    (kept,) = customer.service.rows(
        f"SELECT * FROM vault_value {where}", {"tenant": "harbor", "contact": customer.contact}
    )
    assert kept["placeholder"] == handoff["email_placeholder"]
    assert_unseen([ADDRESS], [kept, handoff, _stored(customer).events, customer.service.audit("harbor")])
    assert_unseen([ADDRESS], customer.service.log())
    assert {"placeholder": kept["placeholder"], "value": ADDRESS} in customer.get("/v1/me/data").json()[
        "personal_values"
    ]


def test_asking_while_a_reply_runs(customer: Customer) -> None:
    """The running turn ends `handed_off`; what waited behind it is delivered."""
    conversation = customer.conversation()
    with ThreadPoolExecutor(1) as pool, customer.streaming(SLOW, conversation) as events:
        told = _after_two_pieces(events)
        behind = pool.submit(customer.send, QUESTION, conversation)
        assert within(1, lambda: len(_stored(customer).messages) == 2)
        asked = _ask(customer)
        told += events
        assert behind.result()["outcome"] == "delivered"
    assert end_of(told) == ("handed_off", "asked_for_person")
    assert only(told, WITHDRAWN)["reason"] == "asked_for_person"
    assert COMPLETED not in kinds(told)
    assert [handoff["id"] for handoff in _stored(customer).handoffs] == [asked["handoff_id"]]


def test_a_waiting_request_hears_of_the_handoff(customer: Customer) -> None:
    """Whoever waits for the ended turn is told of the handoff that ended it."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(customer.send, HESITANT, customer.conversation())
        assert within(1, lambda: len(_stored(customer).messages) == 1)
        asked = _ask(customer)
        said = waiting.result()
    assert (said["outcome"], said["reason"]) == ("handed_off", "asked_for_person")
    assert said["handoff"] == asked


def test_asking_twice(customer: Customer) -> None:
    """A second wish joins the open handoff, which is told of again under the same id."""
    conversation = customer.conversation()
    first = _ask(customer)
    assert _ask(customer, email=ADDRESS) == first
    stored = _stored(customer)
    assert [(handoff["id"], handoff["state"]) for handoff in stored.handoffs] == [(first["handoff_id"], "waiting")]
    with customer.events(conversation, last_event_id="0") as events:
        opened = [next(events), next(events)]
    assert [(event.event, event.data["handoff_id"]) for event in opened] == [(OPENED, first["handoff_id"])] * 2


def test_the_state_is_read_on_coming_back(both: Service) -> None:
    """A new session of a verified contact says that the conversation waits for a person."""
    customer = Customer.of(both, identity_token=identity_token(both, sub="waits"))
    conversation = customer.conversation()
    _ask(customer)
    again = Customer.of(both, identity_token=identity_token(both, sub="waits"))
    assert again.session["conversation"] == {"id": conversation, "state": "waiting"}


@pytest.mark.parametrize(
    "wish",
    [
        {"email": NEVER_REPEATED},
        {"email": ""},
        {"email": "@mail.example"},
        {"email": "\u202ejane@mail.example"},
        {"email": "jane@mail\u009b.example"},
        {"email": "a@mail.example\n"},
        {"email": "a\0@mail.example"},
        {"email": "grace@"},
        {"email": "grace hopper@mail.example"},
        {"email": "grace@mail@mail.example"},
        {"email": "g" * 250 + "@mail.example"},
        {"email": 7},
        {"email": [ADDRESS]},
        {"mail": NEVER_REPEATED},
        [],
    ],
)
def test_a_bad_address(customer: Customer, wish: object) -> None:
    """A wish with a bad address opens nothing."""
    refused = customer.post(f"/v1/conversations/{customer.conversation()}/handoff", wish)
    assert_problem(refused, 400, "bad_request")
    assert _stored(customer).handoffs == []
    assert _stored(customer).conversation["state"] == "assistant"
