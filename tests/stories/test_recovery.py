import shlex
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from redis import Redis

from loadtests.upstream_process import Upstream
from tests.servers import PostgresServer, RedisServer
from tests.service import Customer, SseEvent, new_id
from tests.stories.evidence import COMPLETED, DELTA, ENDED, STARTED, WITHDRAWN, Stored, chats, kinds
from tests.stories.house import House
from tests.stories.waiting import within

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=60 tps=20]]"
ADOPTED_WITHIN = 15.0  # seconds


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    """Each story finds the provider's knobs and record as new."""
    upstream.reset()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[House]:
    """An embedded service that its stories end in every way, and start again on the same data."""
    with House(tmp_path_factory.mktemp("house"), upstream=upstream) as service:
        yield service


def _until(events: Iterator[SseEvent], kind: str, count: int = 1) -> list[SseEvent]:
    """Read until so many events of a kind were there."""
    seen: list[SseEvent] = []
    while [event.event for event in seen].count(kind) < count:
        seen.append(next(events))
    return seen


def _post_into_the_void(customer: Customer, text: str, conversation: str) -> None:
    """Send a message to a service that dies before it answers."""
    with pytest.raises(httpx.TransportError):
        customer.send(text, conversation)


def test_killed_in_mid_reply(house: House, upstream: Upstream) -> None:
    """After a crash each accepted turn is taken up and ends once; what was shown of a reply is withdrawn first."""
    customer = house.meet()
    begun, silent = customer.new_conversation(), customer.new_conversation()
    with ThreadPoolExecutor(3) as lost, customer.events(begun, "0") as events:
        lost.submit(_post_into_the_void, customer, SLOW, begun)
        seen = _until(events, DELTA, 5)
        lost.submit(_post_into_the_void, customer, QUESTION, begun)
        seen += _until(events, "message.accepted")
        lost.submit(_post_into_the_void, customer, f"{QUESTION} [[stub ttft=4000]]", silent)
        while not Stored(house, "harbor", silent).turns:
            time.sleep(0.01)
        house.kill()
    house.start()
    began = time.monotonic()
    with customer.events(begun, seen[-1].id) as events:
        after = _until(events, ENDED, 2)
    assert time.monotonic() - began < ADOPTED_WITHIN + 3
    first = next(event.data["reply_id"] for event in seen if event.event == STARTED)
    assert kinds(after)[:4] == (WITHDRAWN, STARTED, DELTA, COMPLETED)
    assert after[0].data == {"reply_id": first, "reason": "interrupted"}
    assert {event.data.get("reply_id") for event in after[1:3]}.isdisjoint({first})
    assert [event.data["outcome"] for event in after if event.event == ENDED] == ["answered", "answered"]
    stored = Stored(house, "harbor", begun)
    assert [row["author"] for row in stored.messages] == ["contact", "contact", "assistant", "assistant"]
    assert stored.turns[0]["attempt"] == 2
    with customer.events(silent, "0") as events:
        assert _until(events, ENDED)[-1].data["outcome"] == "answered"
    assert [row["author"] for row in Stored(house, "harbor", silent).messages] == ["contact", "assistant"]
    assert stored.leases == Stored(house, "harbor", silent).leases == []
    assert len(chats(upstream)) in (4, 5)
    adopted = [act for act in house.audit("harbor") if act["action"] == "turn.adopted"]
    assert {act["turn_id"] for act in adopted} >= {stored.turns[0]["id"]}


def test_the_whole_story_from_the_beginning(house: House) -> None:
    """Who comes back with `0` after a crash reads the stored story: numbered without a gap, one end for each turn."""
    customer = house.meet()
    conversation = customer.new_conversation()
    answer = customer.send(QUESTION, conversation)
    house.kill()
    house.start()
    with customer.events(conversation, "0") as events:
        told = _until(events, ENDED)
    assert [event.id for event in told] == ["1", "2", "3"]
    assert told[1].data["text"] == answer["reply"]["text"]
    again = customer.send(QUESTION, conversation, answer["message"]["client_message_id"])
    assert again == answer


def test_stopping_lets_turns_end(house: House) -> None:
    """SIGTERM: the running turn's POST gets its whole answer, streams are told to come back, the process goes."""
    customer = house.meet()
    conversation = customer.new_conversation()
    with ThreadPoolExecutor(2) as running, customer.events(conversation, "0") as events:
        turn = running.submit(customer.send, f"{QUESTION} [[stub tokens=30 tps=20]]", conversation)
        seen = _until(events, DELTA, 3)
        began = time.monotonic()
        stopping = running.submit(house.stop)
        seen += list(events)
        stream_ended = time.monotonic() - began
        answer = turn.result()
        stopping.result()
    assert answer["outcome"] == "answered"
    assert time.monotonic() - began < 10
    assert stream_ended < 3
    assert not house.alive()
    house.start()
    with customer.events(conversation, seen[-1].id) as events:
        rest = _until(events, ENDED)
    assert rest[-2].data["text"] == answer["reply"]["text"]
    said = house.log()
    assert house.interrupt() == 0
    assert "Abort" not in house.log()[len(said) :]


def test_redis_dies_in_mid_reply(tmp_path: Path, own_redis: RedisServer, upstream: Upstream) -> None:
    """Without Redis messages are stored, turns end, and who follows hears of it; with Redis back all is as before."""
    with House(tmp_path, upstream=upstream, redis_url=own_redis.url) as service:
        customer = service.meet()
        conversation, during = customer.new_conversation(), customer.new_conversation()
        with ThreadPoolExecutor(1) as running, customer.events(conversation, "0") as events:
            turn = running.submit(customer.send, SLOW, conversation)
            seen = _until(events, DELTA, 3)
            own_redis.stop()
            seen += _until(events, ENDED)
            assert turn.result()["outcome"] == "answered"
        assert seen[-2].data["text"] == turn.result()["reply"]["text"]
        began = time.monotonic()
        ended = customer.send(QUESTION, during)
        assert ended["outcome"] in ("answered", "handed_off")
        assert time.monotonic() - began < 3
        assert len(Stored(service, "harbor", during).turns) == 1
        own_redis.start()
        time.sleep(1.5)
        assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered"
        stored = Stored(service, "harbor", conversation)
        assert [row["author"] for row in stored.messages] == ["contact", "assistant"]


@contextmanager
def _away(server: PostgresServer) -> Iterator[None]:
    """Stop PostgreSQL, as a restart does, and start it again on its data."""
    command = shlex.split((server._folder / "data" / "postmaster.opts").read_text())
    server._process.stop()
    try:
        yield
    finally:
        server._process.start(command, server._is_ready)


def test_postgresql_restarts(tmp_path: Path, own_redis: RedisServer, upstream: Upstream) -> None:
    """While the database is away a message is refused in time and not half stored; its id makes it once."""
    with PostgresServer() as server, _with_files(tmp_path, server, own_redis, upstream) as service:
        customer = service.meet()
        conversation, same = customer.new_conversation(), new_id()
        with _away(server):
            began = time.monotonic()
            refused = customer.post_message(QUESTION, conversation, same)
            assert time.monotonic() - began < 3
            assert (refused.status_code, refused.json()["code"]) == (503, "unavailable")
            assert int(refused.headers["retry-after"]) >= 1
        back, answer = time.monotonic(), customer.post_message(QUESTION, conversation, same)
        while answer.status_code == 503:
            assert time.monotonic() - back < 2
            time.sleep(0.05)
            answer = customer.post_message(QUESTION, conversation, same)
        assert answer.json()["outcome"] in ("answered", "handed_off")
        stored = Stored(service, "harbor", conversation)
        assert [row["author"] for row in stored.messages].count("contact") == len(stored.turns) == 1
        _ends_over_a_restart(service, server, customer)
        _goes_on_with_new_passwords(service, server, own_redis, customer)


def _with_files(folder: Path, postgres: PostgresServer, redis: RedisServer, upstream: Upstream) -> House:
    """A service that has its servers' addresses from files."""
    urls = {"FRONTDESK_DATABASE_URL": postgres.create_database(), "FRONTDESK_REDIS_URL": redis.url}
    env: dict[str, str] = {}
    for name, url in urls.items():
        (folder / name).write_text(url)
        env |= {name: "", f"{name}_FILE": str(folder / name)}
    first, second = urls.values()
    return House(folder, upstream=upstream, database_url=first, redis_url=second, env=env)


def _goes_on_with_new_passwords(
    service: House, postgres: PostgresServer, redis: RedisServer, customer: Customer
) -> None:
    """Passwords change while it serves: once the files say so all is as before, and half a file does no harm."""
    files = [service.folder / name for name in ("FRONTDESK_DATABASE_URL", "FRONTDESK_REDIS_URL")]
    with Redis.from_url(redis.url) as client:
        client.config_set("requirepass", "renewed")
        client.client_kill_filter(_type="normal", skipme=True)
    renewed = postgres.renew_password(files[0].read_text()), redis.url.replace("://", "://:renewed@")
    for file, text in zip(files, renewed, strict=True):
        file.write_text(text[: len(text) // 4])
    assert customer.post("/v1/conversations", {}).status_code == 503
    for file, text in zip(files, renewed, strict=True):
        file.write_text(text)
    assert within(5, lambda: customer.post("/v1/conversations", {}).is_success)
    assert within(5, lambda: customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered")


def _ends_over_a_restart(service: House, server: PostgresServer, customer: Customer) -> None:
    """A turn that began before a restart ends after it, once."""
    conversation, same = customer.new_conversation(), new_id()
    with ThreadPoolExecutor(1) as running:
        turn = running.submit(customer.post_message, SLOW, conversation, same)
        while not Stored(service, "harbor", conversation).turns:
            time.sleep(0.05)
        with _away(server):
            time.sleep(0.5)
        turn.result()
    answer = customer.post_message(SLOW, conversation, same)
    deadline = time.monotonic() + ADOPTED_WITHIN
    while answer.status_code != 200 and time.monotonic() < deadline:
        time.sleep(0.2)
        answer = customer.post_message(SLOW, conversation, same)
    assert answer.json()["outcome"] in ("answered", "handed_off")
    stored = Stored(service, "harbor", conversation)
    assert [row["outcome"] for row in stored.turns] == [answer.json()["outcome"]]
    assert [row["author"] for row in stored.messages].count("contact") == 1
