import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, Service, SseEvent, new_id
from tests.stories.evidence import (
    ACCEPTED,
    COMPLETED,
    DELTA,
    ENDED,
    STARTED,
    Stored,
    chats,
    end_of,
    kinds,
    only,
    pieces,
)
from tests.stories.problems import assert_limited
from tests.stories.variants import add_variant, site_of
from tests.stories.waiting import within

QUESTION = "How long does delivery take?"
ADDRESS = "ada.lovelace@mail.example"


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    upstream.reset()


@pytest.fixture
def customer(both: Service) -> Iterator[Customer]:
    """An anonymous customer of Harbor, on either kind of stores."""
    someone = Customer.of(both)
    yield someone
    someone.close()


def _slow(seconds: float = 1.0) -> str:
    """A question whose answer takes so long."""
    return f"{QUESTION} [[stub tokens=20 tps={20 / seconds:.0f}]]"


def test_an_answer_as_json(customer: Customer) -> None:
    """Without a stream the answer is the ended turn, its messages as the history has them."""
    client_id = new_id()
    said = customer.send(QUESTION, client_message_id=client_id)
    assert said.keys() == {"message", "reply", "handoff", "outcome", "reason"}
    assert (said["outcome"], said["reason"], said["handoff"]) == ("answered", None, None)
    message, reply = said["message"], said["reply"]
    assert message.keys() == {"id", "seq", "author", "text", "at", "client_message_id"}
    assert reply.keys() == {"id", "seq", "author", "text", "at"}
    assert (message["author"], message["text"], message["client_message_id"]) == ("contact", QUESTION, client_id)
    assert reply["author"] == "assistant"
    assert message["seq"] < reply["seq"]
    assert customer.history()["messages"] == [message, reply]


def test_an_answer_as_a_stream(customer: Customer) -> None:
    """The turn's events come in order, the pieces join to the whole text, and the ids are cursors."""
    events = customer.stream(QUESTION)
    assert kinds(events) == (ACCEPTED, STARTED, DELTA, COMPLETED, ENDED)
    assert end_of(events) == ("answered", None)
    whole = only(events, COMPLETED)
    assert pieces(events) == whole["text"]
    assert {event.data["reply_id"] for event in events if event.event in {STARTED, DELTA, COMPLETED}} == {
        whole["reply_id"]
    }
    accepted, *said, completed, ended = events
    assert accepted.cursor == (only(events, ACCEPTED)["seq"], 0)
    first = accepted.cursor[0]
    assert [event.cursor for event in said] == [(first, n) for n in range(1, len(said) + 1)]
    assert completed.cursor == (whole["seq"], 0)
    assert ended.cursor == (whole["seq"] + 1, 0)
    history = customer.history()
    assert history["last_event_id"] == ended.id
    assert [message["id"] for message in history["messages"]] == [
        only(events, ACCEPTED)["message_id"],
        whole["message_id"],
    ]


def test_the_same_message_again(customer: Customer, upstream: Upstream) -> None:
    """A repeat is answered as the first was, from what is stored: as JSON, as a stream, in capitals."""
    client_id = new_id()
    first = customer.send(QUESTION, client_message_id=client_id)
    assert customer.send(QUESTION, client_message_id=client_id) == first
    assert customer.send(QUESTION, client_message_id=client_id.upper()) == first
    replayed = customer.stream(QUESTION, client_message_id=client_id)
    assert kinds(replayed) == (ACCEPTED, COMPLETED, ENDED)
    assert only(replayed, COMPLETED)["text"] == first["reply"]["text"]
    assert only(replayed, ACCEPTED)["client_message_id"] == client_id
    assert len(chats(upstream)) == 1
    assert len(Stored(customer.service, "harbor", customer.conversation()).messages) == 2


def test_the_same_message_while_its_turn_runs(customer: Customer, upstream: Upstream) -> None:
    """A repeat follows the first turn to its end, every piece included."""
    client_id = new_id()
    with customer.streaming(_slow(), client_message_id=client_id) as events:
        first = [next(events) for _ in range(4)]
        again = customer.stream(_slow(), client_message_id=client_id)
        first += events
    assert again == first
    assert len(chats(upstream)) == 1


@pytest.mark.parametrize("text", [QUESTION, _slow(0.5)])
def test_fifty_at_once(customer: Customer, upstream: Upstream, text: str) -> None:
    """Fifty equal messages at once are one turn, with fifty equal answers."""
    client_id, conversation = new_id(), customer.conversation()
    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: customer.post_message(text, conversation, client_id), range(50)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.text for answer in answers}) == 1
    stored = Stored(customer.service, "harbor", conversation)
    assert [message["author"] for message in stored.messages] == ["contact", "assistant"]
    assert len(stored.turns) == 1
    assert len(chats(upstream)) == 1


@pytest.mark.parametrize(
    ("first", "other"),
    [(QUESTION, f"{QUESTION} "), (f"{QUESTION} I am {ADDRESS}", f"{QUESTION} I am bob@mail.example")],
)
def test_another_text_under_the_same_id(customer: Customer, first: str, other: str) -> None:
    """Another text is a conflict, compared by the original and not by what is stored; nothing changes."""
    client_id = new_id()
    customer.send(first, client_message_id=client_id)
    before = customer.history()
    refused = customer.post_message(other, client_message_id=client_id)
    assert refused.status_code == 409
    assert refused.json()["code"] == "message_differs"
    assert customer.history() == before


def test_the_same_id_elsewhere(customer: Customer) -> None:
    """An id is a conversation's own: the same one in another conversation is another message."""
    client_id = new_id()
    first = customer.send(QUESTION, client_message_id=client_id)
    second = customer.send("Can I return shoes?", customer.new_conversation(), client_id)
    assert second["message"]["id"] != first["message"]["id"]


def test_pages_of_history(customer: Customer) -> None:
    """The last 50 by default; `after` and `limit` page through all of them in order."""
    conversation = customer.conversation()
    for number in range(27):
        customer.send(f"{QUESTION} {number}", conversation)
    everything = customer.history(conversation, after=0, limit=200)["messages"]
    assert len(everything) == 54
    assert all(one["seq"] < next_one["seq"] for one, next_one in pairwise(everything))
    assert customer.history(conversation)["messages"] == everything[-50:]
    assert customer.history(conversation, limit=3)["messages"] == everything[-3:]
    paged: list[object] = []
    after = 0
    while page := customer.history(conversation, after=after, limit=10)["messages"]:
        assert len(page) <= 10
        paged, after = paged + page, page[-1]["seq"]
    assert paged == everything


def test_own_values(customer: Customer, upstream: Upstream) -> None:
    """The customer reads the own values; a placeholder is what is stored and what the provider is asked."""
    upstream.configure(mode="echo")
    text = f"{QUESTION} Write to {ADDRESS}, please."
    said = customer.send(text)
    assert said["message"]["text"] == text
    assert ADDRESS in said["reply"]["text"]
    assert [message["text"] for message in customer.history()["messages"]] == [text, said["reply"]["text"]]
    stored = [message["text"] for message in Stored(customer.service, "harbor", customer.conversation()).messages]
    assert not any(ADDRESS in text for text in stored)
    assert "[EMAIL" in stored[0]
    assert ADDRESS not in str(upstream.record())


def test_turns_run_one_at_a_time(customer: Customer, upstream: Upstream) -> None:
    """Messages sent meanwhile are accepted at once; their turns follow one another in `seq` order."""
    conversation = customer.conversation()
    texts = [f"Question {number}: {_slow(0.5)}" for number in range(3)]
    with ThreadPoolExecutor(3) as pool, customer.events(conversation) as events:
        stored, answers = Stored(customer.service, "harbor", conversation), []
        for text in texts:
            answers.append(pool.submit(customer.send, text, conversation))
            assert within(0.45, lambda: _questions(stored) == len(answers))
        told: list[SseEvent] = []
        while [event.event for event in told].count(ENDED) < 3:
            told.append(next(events))
    assert [answer.result()["outcome"] for answer in answers] == ["answered"] * 3
    running = [event.event for event in told if event.event in {STARTED, COMPLETED, ENDED}]
    assert running == [STARTED, COMPLETED, ENDED] * 3
    questions = [body["messages"][-1]["content"] for body in chats(upstream)]
    assert [next(n for n in range(3) if f"Question {n}:" in question) for question in questions] == [0, 1, 2]
    assert all(one < after for one, after in pairwise(event.cursor for event in told))


def _questions(stored: Stored) -> int:
    return sum(message["author"] == "contact" for message in stored.messages)


def test_too_many_waiting(customer: Customer) -> None:
    """Five messages may wait behind the one that is answered; one more is refused, and never stored."""
    conversation = customer.conversation()
    with ThreadPoolExecutor(6) as pool:
        for number in range(6):
            pool.submit(customer.post_message, f"Question {number}: {_slow(2)}", conversation)
        stored = Stored(customer.service, "harbor", conversation)
        assert within(1.5, lambda: _questions(stored) == 6)
        assert_limited(customer.post_message(QUESTION, conversation), "too_many_waiting")
        assert _questions(stored) == 6
        customer.post(f"/v1/conversations/{conversation}/handoff", {}).raise_for_status()  # ends all of them at once
    assert [turn["outcome"] for turn in stored.turns] == ["handed_off"] + ["delivered"] * 5


def test_a_closed_tab(customer: Customer) -> None:
    """A turn whose reader has gone goes on to its end."""
    with customer.streaming(_slow()) as events:
        while next(events).event != DELTA:
            pass
    assert within(5, lambda: len(customer.history()["messages"]) == 2)
    assert "tok19" in customer.history()["messages"][1]["text"]


def test_repeats_come_before_the_limits(both: Service) -> None:
    """Of equal messages at once one is counted, and a repeat is answered where a new message is refused."""
    add_variant(both.config, "harbor", "patient", {"limits.per_contact": '"2/hour"'})
    time.sleep(1.5)  # until the new file is taken up
    customer, client_id = Customer.of(both, site_of("harbor-patient")), new_id()
    conversation = customer.conversation()
    with ThreadPoolExecutor(10) as pool:
        codes = list(
            pool.map(lambda _: customer.post_message(QUESTION, conversation, client_id).status_code, range(10))
        )
    assert codes == [200] * 10
    customer.send("Can I return shoes?")
    refused_id = new_id()
    with ThreadPoolExecutor(10) as pool:
        refused = list(pool.map(lambda _: customer.post_message(QUESTION, conversation, refused_id), range(10)))
    for answer in refused:
        assert_limited(answer, "rate_limited")
    assert customer.post_message(QUESTION, conversation, client_id).status_code == 200
    assert len(customer.history()["messages"]) == 4
