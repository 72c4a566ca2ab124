from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import pairwise

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, Service, SseEvent, identity_token, new_id
from tests.stories.evidence import ACCEPTED, COMPLETED, DELTA, ENDED, STARTED, kinds, only, pieces
from tests.stories.problems import assert_limited, assert_problem
from tests.stories.waiting import within

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=60 tps=20]]"
MOST_STREAMS = 8


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    upstream.reset()


@pytest.fixture
def customer(both: Service) -> Iterator[Customer]:
    """An anonymous customer of Harbor, on either kind of stores."""
    someone = Customer.of(both)
    yield someone
    someone.close()


def _until(events: Iterator[SseEvent], last: str = ENDED, times: int = 1) -> list[SseEvent]:
    """Read until an event has come so many times."""
    read: list[SseEvent] = []
    while [event.event for event in read].count(last) < times:
        read.append(next(events))
    return read


def _resume(customer: Customer, conversation: str, after: SseEvent, times: int = 1) -> list[SseEvent]:
    """Come back with the id of an event; returns what follows, up to the last of so many turns' ends."""
    with customer.events(conversation, last_event_id=after.id) as events:
        return _until(events, times=times)


def _go_up(events: list[SseEvent]) -> bool:
    return all(one < after for one, after in pairwise(event.cursor for event in events))


def _stored(events: list[SseEvent]) -> list[object]:
    return [event.data for event in events if event.event not in {STARTED, DELTA}]


def _unstored(events: list[SseEvent]) -> list[object]:
    return [event.data for event in events if event.event in {STARTED, DELTA}]


@pytest.mark.parametrize("half", [0, 1])
def test_coming_back_while_a_reply_runs(customer: Customer, half: int) -> None:
    """Whoever comes back with the id of any event gets every later one, exactly once, pieces included."""
    conversation, recorded = customer.conversation(), []
    with ThreadPoolExecutor(MOST_STREAMS) as pool:
        later = {}
        with customer.streaming(SLOW, conversation) as events:
            for event in events:
                recorded.append(event)
                if event.event in {ACCEPTED, STARTED, DELTA} and len(recorded) % 2 == half:
                    later[len(recorded)] = pool.submit(_resume, customer, conversation, event)
        rest = {place: resumed.result() for place, resumed in later.items()}
    assert len(rest) >= 3
    assert rest == {place: recorded[place:] for place in rest}


def test_coming_back_after_the_end(customer: Customer) -> None:
    """With an id from inside a turn that has ended, what is stored follows, each event once."""
    conversation = customer.conversation()
    recorded = customer.stream(SLOW, conversation)
    customer.stream("Can I return shoes?", conversation)
    with customer.events(conversation, last_event_id="0") as events:
        stored = _until(events, times=2)
    assert kinds(stored) == (ACCEPTED, COMPLETED, ENDED) * 2
    for event in recorded[:-1]:
        after = [one for one in stored if one.cursor[0] > event.cursor[0]]
        with customer.events(conversation, last_event_id=event.id) as events:
            assert _until(events, times=2 if event.event != ENDED else 1) == after
    with customer.events(conversation, last_event_id=recorded[-1].id) as events:
        assert _until(events) == stored[3:]


def test_a_message_stored_meanwhile(customer: Customer) -> None:
    """Ids go up as numbers, also where a message is stored while a reply runs; none is lost on coming back."""
    conversation = customer.conversation()
    with ThreadPoolExecutor(MOST_STREAMS) as pool, customer.events(conversation) as events:
        first = pool.submit(customer.send, SLOW, conversation)
        recorded = _until(events, DELTA, times=3)
        second = pool.submit(customer.send, QUESTION, conversation)
        recorded += _until(events, ACCEPTED)
        waiting = recorded[-1]
        left_at = range(len(recorded) - 3, len(recorded))
        resumed = [pool.submit(_resume, customer, conversation, recorded[place], 2) for place in left_at]
        recorded += _until(events, times=2)
        assert [first.result()["outcome"], second.result()["outcome"]] == ["answered"] * 2
        for place, rest in zip(left_at, resumed, strict=True):
            assert _stored(rest.result()) == _stored(recorded[place + 1 :])
            assert _unstored(rest.result()) == _unstored(recorded[place + 1 :])
            assert _go_up(recorded[: place + 1] + rest.result())
    assert _go_up(recorded)
    said_before = [event for event in recorded[: recorded.index(waiting)] if event.event in {STARTED, DELTA}]
    assert waiting.cursor[1] == len(said_before)
    assert recorded[recorded.index(waiting) + 1].cursor[1] == len(said_before) + 1


def test_live_only(customer: Customer) -> None:
    """Without an id nothing that was is sent: neither an ended turn nor the pieces of a running reply."""
    conversation = customer.conversation()
    customer.send(QUESTION, conversation)
    with customer.events(conversation) as live:
        with customer.streaming(SLOW, conversation) as events:
            recorded = _until(events, DELTA, times=3)
            with customer.events(conversation) as late:
                recorded += list(events)
                told_late = _until(late)
        told = _until(live)
    assert told == recorded
    assert told_late[0].event == DELTA
    assert told_late == recorded[-len(told_late) :]
    assert 4 <= len(told_late) < len(recorded) - 3


def test_every_reader_reads_the_same(both: Service) -> None:
    """Two devices of one contact and the sender see the same events with the same ids."""
    phone, desk = (Customer.of(both, identity_token=identity_token(both, sub="two-devices")) for _ in range(2))
    conversation = phone.conversation()
    with phone.events(conversation) as one, desk.events(conversation) as other:
        sent = desk.stream(SLOW, conversation)
        assert _until(one) == _until(other) == sent
    assert pieces(sent) == only(sent, COMPLETED)["text"]


def test_an_id_that_is_not_yet(customer: Customer) -> None:
    """An id from beyond the newest event loses nothing that comes."""
    conversation = customer.conversation()
    customer.send(QUESTION, conversation)
    with customer.events(conversation, last_event_id="999") as events:
        sent = customer.stream(QUESTION, conversation)
        assert [event.data for event in _until(events)] == [event.data for event in sent]


@pytest.mark.parametrize(
    "last_event_id",
    ["", "x", "-1", "1.", ".1", "1.2.3", "1,2", "1e3", "0x1", "1 2", "9" * 30, "1." + "9" * 30, "1;2", "null"],
)
def test_a_malformed_id(customer: Customer, last_event_id: str) -> None:
    """An id that is none is refused."""
    headers = {"Last-Event-ID": last_event_id}
    refused = customer.http.get(f"/v1/conversations/{customer.conversation()}/events", headers=headers)
    assert_problem(refused, 400, "bad_request")


def test_eight_streams(both: Service) -> None:
    """A contact has at most eight streams open, over all sessions and conversations; one that closes makes room."""
    first, second = (Customer.of(both, identity_token=identity_token(both, sub="many-streams")) for _ in range(2))
    conversation, another = first.conversation(), first.new_conversation()
    address = f"/v1/conversations/{conversation}/events"
    with ExitStack() as open_streams:
        streams = [open_streams.enter_context(ExitStack()) for _ in range(MOST_STREAMS)]
        for number, stream in enumerate(streams):
            stream.enter_context((first, second)[number % 2].events((conversation, another)[number // 4]))
        assert_limited(first.get(address), "too_many_streams")
        assert_limited(second.get(f"/v1/conversations/{another}/events"), "too_many_streams")
        assert second.post_message(QUESTION, conversation).status_code == 200
        stranger = Customer.of(both)
        with stranger.http.stream("GET", f"/v1/conversations/{stranger.conversation()}/events") as answer:
            assert answer.status_code == 200
        streams[0].close()

        def opens() -> bool:
            try:
                with second.events(conversation):
                    return True
            except httpx.HTTPStatusError:
                return False

        assert within(0.5, opens)


def test_how_a_stream_is_sent(customer: Customer) -> None:
    """A stream is `text/event-stream`, is kept nowhere, and begins at once."""
    address = f"/v1/conversations/{customer.conversation()}/events"
    with customer.http.stream("GET", address) as answer:
        assert answer.headers["content-type"].partition(";")[0] == "text/event-stream"
        assert answer.headers["cache-control"] == "no-store"
        assert next(answer.iter_lines()).startswith(":")


def test_a_refusal_before_the_stream(customer: Customer) -> None:
    """A conversation of someone else, or none, has no stream."""
    other = Customer.of(customer.service)
    for conversation in (other.conversation(), new_id()):
        assert_problem(customer.get(f"/v1/conversations/{conversation}/events"), 404, "not_found")
