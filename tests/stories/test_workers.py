import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.servers import PostgresServer, RedisServer
from tests.service import Customer, SseEvent
from tests.stories.evidence import COMPLETED, DELTA, ENDED, WITHDRAWN, end_of, pieces
from tests.stories.house import House

WORKERS = 2
WITHIN = 60.0  # seconds, on a machine that has much else to do
QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=60 tps=20]]"

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def crew(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    upstream: Upstream,
    redis_server: RedisServer,
) -> Iterator[House]:
    """One service of several workers on Redis, and on either database."""
    redis_server.flush()
    postgres: PostgresServer | None = (
        request.getfixturevalue("postgres_server") if request.param == "postgres" else None
    )
    house = House(
        tmp_path_factory.mktemp(request.param),
        upstream=upstream,
        redis_url=redis_server.url,
        database_url=postgres.create_database() if postgres else None,
        workers=WORKERS,
    )
    with house:
        _until(lambda: len(_replicas(house)) == WORKERS)
        yield house
    if postgres is not None:
        postgres.forget()


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + WITHIN
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def _replicas(house: House) -> set[str]:
    """The ids of the workers that said lately that they live."""
    with house.operator() as operator:
        told = operator.get("/v1/operator/kill-switches").raise_for_status().json()
    return {str(each["id"]) for each in told["replicas"]}


def _workers(house: House) -> set[int]:
    """Their processes; beside them Python has one that keeps track of what they share."""
    children = Path(f"/proc/{house.pid}/task/{house.pid}/children").read_text().split()
    return {int(pid) for pid in children if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()}


def _begun(events: Iterator[SseEvent]) -> list[SseEvent]:
    """Read until three pieces of a reply came."""
    seen = [next(events)]
    while [event.event for event in seen].count(DELTA) < 3:
        seen.append(next(events))
    return seen


def _ended(events: Iterator[SseEvent], seen: list[SseEvent]) -> list[SseEvent]:
    while seen[-1].event != ENDED:
        seen.append(next(events))
    return seen


def _many(house: House, count: int = 6) -> list[Customer]:
    """One customer over as many connections, which the workers take as they come."""
    first = house.meet()
    others = [Customer(house, first.session) for _ in range(count - 1)]
    house._met += others
    return [first, *others]


def test_a_reply_is_followed_over_every_connection(crew: House) -> None:
    """Whichever worker a connection ended up with: every piece once, in order."""
    writer, *readers = _many(crew)
    conversation = writer.new_conversation()
    with ThreadPoolExecutor() as running:

        def follow(reader: Customer) -> list[SseEvent]:
            with reader.events(conversation, "0") as events:
                return _ended(events, [next(events)])

        told = [running.submit(follow, reader) for reader in readers]
        assert writer.send(SLOW, conversation)["outcome"] == "answered"
    for each in (one.result() for one in told):
        whole = next(event for event in each if event.event == COMPLETED).data["text"]
        assert pieces(each).rstrip() == whole.rstrip()
        assert len({event.id for event in each}) == len(each)


def _taken_over(operator: httpx.Client, conversation: str) -> httpx.Response:
    return operator.post(f"/v1/operator/conversations/{conversation}/take-over", json={})


def _switched_off(operator: httpx.Client, conversation: str) -> httpx.Response:
    wish = {"on": True, "reason": "a story of several workers"}
    answer = operator.put(f"/v1/operator/kill-switches/conversation:{conversation}", json=wish)
    applied: list[dict[str, Any]] = answer.json()["applied"]
    assert len({each["replica"] for each in applied}) == WORKERS
    return answer


@pytest.mark.parametrize(
    ("act", "reason"), [(_switched_off, "switched_off"), (_taken_over, "taken_over")], ids=["switch", "take-over"]
)
def test_whoever_stops_a_reply_reaches_its_worker(
    crew: House, act: Callable[[httpx.Client, str], httpx.Response], reason: str
) -> None:
    """An operator's wish comes to any worker, the reply is another's: it is withdrawn, and not a word follows."""
    writer, reader, *_ = _many(crew)
    conversation = writer.new_conversation()
    with ThreadPoolExecutor() as running, reader.events(conversation, "0") as events, crew.operator() as operator:
        turn = running.submit(writer.post_message, SLOW, conversation)
        seen = _begun(events)
        assert act(operator, conversation).is_success
        told = _ended(events, seen)
        assert turn.result().is_success
    assert end_of(told)[1] == reason
    assert DELTA not in [event.event for event in told[[event.event for event in told].index(WITHDRAWN) :]]


def test_metrics_are_of_all_workers(crew: House) -> None:
    """Each turn counts once, whichever worker it ran in and whichever is asked."""

    def counted() -> float:
        told = crew.http.get("/metrics").text
        return sum(map(float, re.findall(r"^frontdesk_turns_total{.*answered.*} (\S+)$", told, re.MULTILINE)))

    before = counted()
    with ThreadPoolExecutor() as running:
        ended = list(running.map(lambda one: one.send(QUESTION, one.new_conversation()), _many(crew)))
    assert {each["outcome"] for each in ended} == {"answered"}
    _until(lambda: counted() == before + 6)  # a turn is counted once its customer has been told
    assert {counted() for _ in range(4)} == {before + 6}


def test_a_worker_that_dies_is_replaced(crew: House) -> None:
    """The others go on; soon there are as many as before, all of them new to none of the customers."""
    _until(lambda: len(_replicas(crew)) == WORKERS)  # each has said lately that it lives
    before, known = _workers(crew), _replicas(crew)
    assert len(before) == WORKERS
    os.kill(min(before), signal.SIGKILL)
    _until(lambda: len(_workers(crew)) == WORKERS and min(before) not in _workers(crew))
    _until(lambda: len(_replicas(crew) - known) == 1)
    for each in _many(crew):
        assert each.send(QUESTION)["outcome"] == "answered"


def test_told_to_stop_all_workers_let_their_turns_end(crew: House) -> None:
    """Who is being answered hears the whole answer; then every process is gone."""
    writers = _many(crew, 4)
    chats = [each.new_conversation() for each in writers]
    with ThreadPoolExecutor() as running:
        turns = [running.submit(each.send, SLOW, chat) for each, chat in zip(writers, chats, strict=True)]
        time.sleep(1.5)
        workers = _workers(crew)
        crew.stop()
        assert [turn.result()["outcome"] for turn in turns] == ["answered"] * 4
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    crew.start()


def test_no_worker_outlives_its_parent(crew: House) -> None:
    """Also where the parent is killed, so that the port is free for the next."""
    workers = _workers(crew)
    crew.kill()
    _until(lambda: not [pid for pid in workers if Path(f"/proc/{pid}").exists()])
    with pytest.raises(httpx.ConnectError):
        crew.http.get("/health/live")
