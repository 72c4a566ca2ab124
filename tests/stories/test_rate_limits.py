from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, new_id
from tests.stories.evidence import Stored
from tests.stories.house import House
from tests.stories.variants import variants
from tests.stories.ways import QUESTION, TENANTS

LIMITS = {
    "talkative": {"limits.per_contact": '"2/hour"'},
    "crowded": {"limits.per_tenant": '"4/hour"', "limits.anonymous_share": "0.5"},
    "small": {"limits.concurrent_turns": "1"},
}


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    """Each story finds the provider's knobs and record as new."""
    upstream.reset()


@pytest.fixture(scope="module")
def tight(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[House]:
    """A service with a tenant for each limit, close enough to reach."""
    with House(tmp_path_factory.mktemp("tight"), config=variants(LIMITS), upstream=upstream) as service:
        yield service


def _assert_limited(customer: Customer, conversation: str, policy: str, quota: int, upstream: Upstream) -> None:
    """The next message is refused as a problem, whatever `Accept` says, and leaves nothing behind."""
    upstream.clear()
    before = customer.get(f"/v1/conversations/{conversation}/messages").json()
    for accept in ("application/json", "text/event-stream"):
        refused = customer.http.post(
            f"/v1/conversations/{conversation}/messages",
            json={"client_message_id": new_id(), "text": QUESTION},
            headers={"Accept": accept},
        )
        assert refused.status_code == 429
        assert refused.headers["content-type"] == "application/problem+json"
        assert refused.json()["code"] == "rate_limited"
        assert int(refused.headers["retry-after"]) >= 1
        assert refused.headers["ratelimit"].startswith(f'"{policy}";r=0;t=')
        assert refused.headers["ratelimit-policy"].startswith(f'"{policy}";q={quota};w=')
    assert customer.get(f"/v1/conversations/{conversation}/messages").json() == before
    assert upstream.record() == []


@pytest.mark.parametrize("tenant", TENANTS)
def test_too_many_messages_of_one_contact(tight: House, upstream: Upstream, tenant: str) -> None:
    """A contact's own limit is the contact's alone; the same message again is not counted."""
    customer = tight.meet(f"{tenant}-talkative")
    conversation, same = customer.new_conversation(), new_id()
    first = customer.send(QUESTION, conversation, client_message_id=same)
    assert customer.send(QUESTION, conversation, client_message_id=same) == first
    assert customer.send(QUESTION, conversation)["outcome"] == "answered"
    _assert_limited(customer, conversation, "contact", 2, upstream)
    assert customer.send(QUESTION, conversation, client_message_id=same) == first
    other = tight.meet(f"{tenant}-talkative")
    assert other.send(QUESTION, other.new_conversation())["outcome"] == "answered"
    stored = Stored(tight, f"{tenant}-talkative", conversation)
    assert (len(stored.turns), stored.handoffs) == (2, [])


@pytest.mark.parametrize("tenant", TENANTS)
def test_anonymous_share_and_tenant(tight: House, upstream: Upstream, tenant: str) -> None:
    """Anonymous customers can use up their share alone; a known one still gets in, until the tenant's own limit."""
    tenant_id = f"{tenant}-crowded"
    for _ in range(2):
        stranger = tight.meet(tenant_id)
        assert stranger.send(QUESTION, stranger.conversation())["outcome"] == "answered"
    late = tight.meet(tenant_id)
    _assert_limited(late, late.conversation(), "anonymous", 2, upstream)
    known = [tight.meet(tenant_id, known_as=f"customer-{number}") for number in range(3)]
    for customer in known[:2]:
        assert customer.send(QUESTION, customer.new_conversation())["outcome"] == "answered"
    _assert_limited(known[2], known[2].conversation(), "tenant", 4, upstream)


@pytest.mark.parametrize("tenant", TENANTS)
def test_too_many_turns_at_once(tight: House, upstream: Upstream, tenant: str) -> None:
    """A turn more than may run at once is refused; when the running one has ended there is room again."""
    writing, waiting = (tight.meet(f"{tenant}-small") for _ in range(2))
    conversation = writing.conversation()
    with ThreadPoolExecutor(1) as running, writing.events(conversation, "0") as events:
        turn = running.submit(writing.send, f"{QUESTION} [[stub tokens=30 tps=20]]", conversation)
        while next(events).event != "reply.delta":
            pass
        _assert_limited(waiting, waiting.conversation(), "concurrent", 1, upstream)
        assert turn.result()["outcome"] == "answered"
    assert waiting.send(QUESTION, waiting.conversation())["outcome"] == "answered"


@pytest.mark.parametrize("tenant", TENANTS)
def test_a_flood_is_judged_as_anything_else(tight: House, tenant: str) -> None:
    """While a contact is refused, what was sent before is answered again, and every other check comes first."""
    customer, other = (tight.meet(f"{tenant}-talkative") for _ in range(2))
    conversation, same = customer.new_conversation(), new_id()
    first = customer.send(QUESTION, conversation, client_message_id=same)
    customer.send(QUESTION, conversation)
    elsewhere = other.new_conversation()
    _judged(customer, conversation, 429)
    for _ in range(2):  # alone, as what came before was; then as one of a flood
        assert customer.send(QUESTION, conversation, client_message_id=same) == first
        _judged(customer, conversation, 409, client_message_id=same, text="Another text")
        _judged(customer, elsewhere, 404)
        _judged(customer, new_id(), 404)
        _judged(customer, conversation, 400, client_message_id="z" * 36)
        _judged(customer, conversation, 400, text=" ")
        _judged(customer, conversation, 403, origin="https://elsewhere.example")
        with ThreadPoolExecutor(12) as crowd:
            answers = crowd.map(lambda _: customer.post_message(QUESTION, conversation).status_code, range(24))
            assert set(answers) == {429}
    assert other.send(QUESTION, elsewhere)["outcome"] == "answered"
    assert customer.delete("/v1/session").status_code == 204
    _judged(customer, conversation, 401)


def _judged(customer: Customer, conversation: str, status: int, origin: str | None = None, **fields: str) -> None:
    """A message is refused with this status."""
    refused = customer.http.post(
        f"/v1/conversations/{conversation}/messages",
        json={"client_message_id": new_id(), "text": QUESTION, **fields},
        headers={"Origin": origin} if origin else {},
    )
    assert refused.status_code == status, refused.text
