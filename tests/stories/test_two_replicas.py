import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.servers import PostgresServer, RedisServer
from tests.service import Customer, SseEvent, new_id
from tests.sse import read_events
from tests.stories.evidence import COMPLETED, DELTA, ENDED, STARTED, WITHDRAWN, Stored, chats, end_of, kinds, pieces
from tests.stories.house import House
from tests.stories.variants import add_variant

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=60 tps=20]]"


def _configure(config: Path) -> None:
    add_variant(config, "harbor", "talkative", {"limits.per_contact": '"3/hour"'})


@dataclass(frozen=True)
class Pair:
    """Two replicas on the same Redis and PostgreSQL."""

    a: House
    b: House

    def meet(self, tenant: str = "harbor") -> tuple[Customer, Customer]:
        """One customer's one session, on either replica."""
        on_a = self.a.meet(tenant)
        on_b = Customer(self.b, on_a.session)
        self.b._met.append(on_b)
        return on_a, on_b


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    """Each story finds the provider's knobs and record as new."""
    upstream.reset()


@pytest.fixture(scope="module")
def pair(
    tmp_path_factory: pytest.TempPathFactory,
    upstream: Upstream,
    redis_server: RedisServer,
    postgres_server: PostgresServer,
) -> Iterator[Pair]:
    """Two replicas and what they share."""
    redis_server.flush()
    database_url = postgres_server.create_database()
    a, b = (
        House(
            tmp_path_factory.mktemp(name),
            config=_configure,
            upstream=upstream,
            redis_url=redis_server.url,
            database_url=database_url,
        )
        for name in "ab"
    )
    with a, b:
        yield Pair(a, b)
    postgres_server.forget()


@contextmanager
def _speaking(writer: Customer, reader: Customer) -> Iterator[tuple[str, Iterator[SseEvent], list[SseEvent]]]:
    """A slow reply that `writer`'s replica writes, followed by `reader` on its own; as soon as three pieces came."""
    conversation = writer.new_conversation()
    with ThreadPoolExecutor(1) as running, reader.events(conversation, "0") as events:
        turn = running.submit(writer.post_message, SLOW, conversation)
        seen = [next(events)]
        while [event.event for event in seen].count(DELTA) < 3:
            seen.append(next(events))
        yield conversation, events, seen
        turn.result()


def _to_the_end(events: Iterator[SseEvent], seen: list[SseEvent]) -> list[SseEvent]:
    while seen[-1].event != ENDED:
        seen.append(next(events))
    return seen


def test_followed_on_the_other_replica(pair: Pair) -> None:
    """Who follows on B what A writes gets every piece once, in order; so does who comes to B from A in its middle."""
    on_a, on_b = pair.meet()
    with _speaking(on_a, on_b) as (conversation, events, seen):
        with on_a.events(conversation, "0") as begun_on_a:
            first = [next(begun_on_a) for _ in range(8)]
        with on_b.events(conversation, first[-1].id) as moved:
            second = _to_the_end(moved, [next(moved)])
        told = _to_the_end(events, seen)
    whole = "".join(f"tok{number} " for number in range(60)).rstrip()
    assert kinds(told) == ("message.accepted", STARTED, DELTA, COMPLETED, ENDED)
    for reader in (told, first + second):
        assert pieces(reader).rstrip() == next(e for e in reader if e.event == COMPLETED).data["text"].rstrip() == whole
        assert len({event.id for event in reader}) == len(reader)


@pytest.mark.parametrize(
    ("act", "outcome", "reason"),
    [
        (lambda c, one: c.post(f"/v1/conversations/{one}/stop"), "stopped", "stopped"),
        (lambda c, one: c.post(f"/v1/conversations/{one}/handoff", json={}), "handed_off", "asked_for_person"),
    ],
    ids=["stop", "handoff"],
)
def test_a_wish_sent_to_the_other_replica(
    pair: Pair, act: Callable[[Customer, str], httpx.Response], outcome: str, reason: str
) -> None:
    """Stop and the wish for a person reach the replica that writes: the reply is withdrawn, and nothing follows it."""
    on_a, on_b = pair.meet()
    with _speaking(on_a, on_a) as (conversation, events, seen):
        began = time.monotonic()
        assert act(on_b, conversation).is_success
        told = _to_the_end(events, seen)
        assert time.monotonic() - began < 1
    assert end_of(told) == (outcome, reason)
    after = [event.event for event in told[[event.event for event in told].index(WITHDRAWN) + 1 :]]
    assert DELTA not in after
    stored = Stored(pair.a, "harbor", conversation)
    assert [row["author"] for row in stored.messages] == ["contact"]
    assert len(stored.handoffs) == (reason == "asked_for_person")


def test_the_switch_reaches_the_other_replica(pair: Pair) -> None:
    """A switch set on A silences a reply of B within half a second; the answer names both replicas."""
    on_a, on_b = pair.meet()
    with pair.a.operator() as operator, _speaking(on_b, on_b) as (conversation, events, seen):
        wish = {"on": True, "reason": "a story of two replicas"}
        began = time.monotonic()
        flipped = operator.put(f"/v1/operator/kill-switches/conversation:{conversation}", json=wish)
        answered = time.monotonic()
        told = _to_the_end(events, seen)
    assert answered - began < 0.5
    assert [applied["ms"] is not None and applied["ms"] < 500 for applied in flipped.json()["applied"]] == [True, True]
    assert end_of(told) == ("handed_off", "switched_off")
    assert kinds(told)[-3:] == (WITHDRAWN, "handoff.opened", ENDED)
    assert on_a.send(QUESTION, conversation)["reason"] == "switched_off"


def test_what_waits_ends_behind_what_it_waited_for(pair: Pair) -> None:
    """A switch ends the running reply before the messages that wait behind it, which end in their order."""
    on_a, _ = pair.meet()
    with (
        pair.a.operator() as operator,
        _speaking(on_a, on_a) as (conversation, events, seen),
        ThreadPoolExecutor(3) as senders,
    ):
        for number in range(3):
            senders.submit(on_a.send, f"{QUESTION} {number}", conversation)
            seen.append(next(event for event in events if event.event == "message.accepted"))
        wish = {"on": True, "reason": "a story of two replicas"}
        operator.put(f"/v1/operator/kill-switches/conversation:{conversation}", json=wish)
        told = [next(event for event in events if event.event != DELTA) for _ in range(9)]
    assert [event.event for event in told] == [WITHDRAWN, *["handoff.opened", ENDED] * 4]
    ended = pair.a.rows(
        "SELECT turn.seq FROM event JOIN turn ON turn.id = event.turn_id"
        " WHERE event.conversation_id = :id AND event.kind = 'turn.ended' ORDER BY event.seq",
        {"id": conversation},
    )
    assert [row["seq"] for row in ended] == [1, 2, 3, 4]


def test_taken_over_through_the_other_replica(pair: Pair) -> None:
    """A claim on B silences a reply of A before it answers: nothing of the assistant's comes after it."""
    on_a, on_b = pair.meet()
    with pair.b.operator("agent") as ann, _speaking(on_a, on_b) as (conversation, events, seen):
        taken = ann.post(f"/v1/operator/conversations/{conversation}/take-over")
        assert taken.status_code == 200
        while seen[-1].event != "handoff.claimed":
            seen.append(next(events))
        said = ann.post(f"/v1/operator/handoffs/{taken.json()['id']}/messages", json={"text": "Hello, it is me now"})
        assert next(events).data["message_id"] == said.json()["id"]
    assert kinds(event for event in seen if event.event != DELTA)[-4:] == (
        "handoff.opened",
        WITHDRAWN,
        ENDED,
        "handoff.claimed",
    )
    assert [row["author"] for row in Stored(pair.a, "harbor", conversation).messages] == ["contact", "operator"]


@pytest.mark.parametrize("by_person", [True, False])
def test_what_waits_on_the_replica_that_is_asked(pair: Pair, *, by_person: bool) -> None:
    """While A writes and a message waits on B, stopping or taking over through B ends A's reply, and not what waits."""
    on_a, on_b = pair.meet()
    with (
        pair.b.operator("agent") as ann,
        _speaking(on_a, on_a) as (conversation, events, seen),
        ThreadPoolExecutor(1) as one,
    ):
        waiting = one.submit(on_b.send, QUESTION, conversation)
        seen += [next(event for event in events if event.event == "message.accepted")]
        if by_person:
            assert ann.post(f"/v1/operator/conversations/{conversation}/take-over").status_code == 200
        else:
            assert on_b.post(f"/v1/conversations/{conversation}/stop").status_code == 204
        told = _to_the_end(events, seen)
        ended = waiting.result()
        if by_person:
            told += [next(events) for _ in range(2)]
    assert told[-1 if not by_person else -3].data.get("reason") == ("taken_over" if by_person else "stopped")
    assert ended["outcome"] == ("delivered" if by_person else "answered")
    if by_person:
        after = [event.event for event in told[[event.event for event in told].index(ENDED) :]]
        assert sorted(after) == sorted([ENDED, "handoff.claimed", ENDED])
        assert after[0] == ENDED


def test_the_desk_hears_of_the_other_replica(pair: Pair) -> None:
    """A handoff opened on A is told at the desk on B within a second."""
    on_a, _ = pair.meet()
    with pair.b.operator("viewer") as ann, ann.stream("GET", "/v1/operator/events") as desk:
        lines = desk.iter_lines()
        assert next(lines) == ": open"
        began = time.monotonic()
        handoff = on_a.post(f"/v1/conversations/{on_a.conversation()}/handoff", {}).json()["handoff_id"]
        told = next(event for event in read_events(lines) if event.event == "handoff.opened")
        assert time.monotonic() - began < 1
    assert told.data["handoff_id"] == handoff


def test_one_id_at_once_on_both(pair: Pair, upstream: Upstream) -> None:
    """Twenty-five equal messages at once on each replica are one row, one call of the model, and equal answers."""
    on_a, on_b = pair.meet()
    conversation, same = on_a.new_conversation(), new_id()
    upstream.clear()
    with ThreadPoolExecutor(50) as senders:
        sent = [
            senders.submit(customer.post_message, f"{QUESTION} [[stub ttft=300 tokens=4]]", conversation, same)
            for _ in range(25)
            for customer in (on_a, on_b)
        ]
    answers = [future.result() for future in sent]
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert len(chats(upstream)) == 1
    stored = Stored(pair.a, "harbor", conversation)
    assert (len(stored.turns), len(stored.messages)) == (1, 2)
    assert on_b.post_message("another text", conversation, same).status_code == 409


def test_one_id_at_once_on_both_is_counted_once(pair: Pair) -> None:
    """On whichever replica it is counted, the other follows it, or refuses it likewise."""
    customers = pair.meet("harbor-talkative")
    conversation = customers[0].new_conversation()
    with ThreadPoolExecutor(8) as senders:
        for expected in (200, 200, 200, 429):
            same = new_id()
            sent = [senders.submit(customers[n % 2].post_message, QUESTION, conversation, same) for n in range(8)]
            assert {future.result().status_code for future in sent} == {expected}
    assert len(customers[1].history(conversation)["messages"]) == 6


def test_limits_are_shared(pair: Pair) -> None:
    """A contact's limit counts over all replicas."""
    on_a, on_b = pair.meet("harbor-talkative")
    conversation = on_a.new_conversation()
    answers = [customer.post_message(QUESTION, conversation) for customer in (on_a, on_b, on_a, on_b)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


def test_a_flood_over_both_replicas(pair: Pair) -> None:
    """Of a flood that both take at once, as many messages pass as the limit allows; each of them is stored once."""
    customers = pair.meet("harbor-talkative")
    conversation = customers[0].new_conversation()
    with ThreadPoolExecutor(12) as crowd:
        answers = crowd.map(
            lambda number: customers[number % 2].post_message(QUESTION, conversation).status_code, range(48)
        )
        assert Counter(answers) == {200: 3, 429: 45}
    assert len(customers[1].history(conversation)["messages"]) == 6


def test_a_session_that_ends_on_the_other_replica(pair: Pair) -> None:
    """A session ended on A closes its streams on B within a second."""
    on_a, on_b = pair.meet()
    conversation = on_a.new_conversation()
    with on_b.events(conversation, "0") as events:
        began = time.monotonic()
        assert on_a.delete("/v1/session").status_code == 204
        assert list(events) == []
        assert time.monotonic() - began < 2
    assert on_b.post_message(QUESTION, conversation).status_code == 401


def test_erased_while_the_other_replica_writes(pair: Pair) -> None:
    """Erasure on B ends the reply that A writes: the waiting POST gets 401, streams end, and no row is left."""
    on_a, on_b = pair.meet()
    conversation = on_a.new_conversation()
    with ThreadPoolExecutor(1) as running, on_a.events(conversation, "0") as events:
        turn = running.submit(on_a.post_message, SLOW, conversation)
        while next(events).event != DELTA:
            pass
        receipt = on_b.delete("/v1/me")
        assert receipt.status_code == 200
        began = time.monotonic()
        list(events)
        assert turn.result().status_code == 401
        assert time.monotonic() - began < 2
    time.sleep(0.5)
    stored = Stored(pair.a, "harbor", conversation)
    assert [stored.messages, stored.events, stored.turns, stored.handoffs, stored.leases] == [[]] * 5


def test_adopted_by_the_other_replica(pair: Pair, upstream: Upstream) -> None:
    """When the replica that writes dies, the other takes the turn up; who follows there sees it end once."""
    on_a, on_b = pair.meet()
    conversation = on_a.new_conversation()

    def lost() -> None:
        with pytest.raises(httpx.TransportError):
            on_a.send(SLOW, conversation)

    with ThreadPoolExecutor(1) as running, on_b.events(conversation, "0") as events:
        running.submit(lost)
        seen = [next(events)]
        while [event.event for event in seen].count(DELTA) < 3:
            seen.append(next(events))
        pair.a.kill()
        began = time.monotonic()
        told = _to_the_end(events, seen)
    assert time.monotonic() - began < 15 + 3
    assert kinds(told) == ("message.accepted", STARTED, DELTA, WITHDRAWN, STARTED, DELTA, COMPLETED, ENDED)
    assert len({event.data["reply_id"] for event in told if event.event == STARTED}) == 2
    stored = Stored(pair.b, "harbor", conversation)
    assert [row["author"] for row in stored.messages] == ["contact", "assistant"]
    pair.a.start()
    assert on_a.send(QUESTION, conversation)["outcome"] == "answered"
