import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.service import Customer, new_id
from tests.stories.evidence import assert_unseen
from tests.stories.house import House
from tests.stories.variants import add_variant

PERSONAL = {
    "email": "canary.mail7391@example.org",
    "phone": "+49 30 90187391",
    "iban": "DE89 3704 0044 0532 0130 00",
    "card": "5555 5555 5555 4444",
    "secret": "sk-proj-CANARYa8f3k2j5h6g7d8s9a0q1w2e3r4t5",
}
"""Values that nobody but the customer reads again."""
NAME, PROFILE_EMAIL = "Canaria Vogelsang", "canaria.vogelsang@example.org"
FREE, COMMENT, REPLY, STRAY = "zanzibarcanary", "malachitecanary", "obsidiancanary", "basaltcanary"
"""Words of a message, of a comment, of a reply, and where no text belongs."""
EVERYTHING = [*PERSONAL.values(), NAME, PROFILE_EMAIL, FREE, COMMENT, REPLY, STRAY]
KEPT_FOR_PEOPLE = {"message", "draft", "feedback"}


def _configure(config: Path) -> None:
    add_variant(config, "harbor", "rude", {"model.name": '"stub?fault=malformed"'})
    add_variant(config, "harbor", "pilot", {"stage": '"pilot"'})


@pytest.fixture(scope="module")
def aviary(tmp_path_factory: pytest.TempPathFactory, upstream: Upstream) -> Iterator[House]:
    """A service in which every story of this module has been told once."""
    with House(tmp_path_factory.mktemp("aviary"), config=_configure, upstream=upstream) as service:
        upstream.configure(mode="say", say=f"It is {REPLY} for you.")
        yield service


@pytest.fixture(scope="module")
def told(aviary: House) -> list[httpx.Response]:
    """Plant canaries on every way that a customer's text takes; returns the refusals that were answered."""
    known = aviary.meet(known_as="customer-canary", name=NAME, email=PROFILE_EMAIL)
    _converse(aviary, known)
    return [answer for answer in _mistakes(known) if not answer.is_success]


def _converse(aviary: House, known: Customer) -> None:
    email = PERSONAL["email"]
    texts = [
        *(f"{FREE} {value}: how long does delivery take?" for value in PERSONAL.values()),
        *(
            f"{text}. {FREE} {email}"
            for text in ("I want a refund", "FLAGME", "I want to kill myself", "My lawyer asks")
        ),
        *(f"{FREE} {email} [[stub fault={fault}]]" for fault in ("500", "mod_500", "content_filter", "disconnect")),
        *(f"{FREE} {email} [[stub fault={fault}]]" for fault in ("error_event", "wrong_type")),
        f"I want a human please. {FREE} {email}",
    ]
    with ThreadPoolExecutor(8) as senders:
        assert len(list(senders.map(lambda text: known.send(text, known.new_conversation()), texts))) == len(texts)
    for variant in ("harbor-rude", "harbor-pilot"):
        stranger = aviary.meet(variant)
        stranger.send(f"{FREE} {PERSONAL['phone']}", stranger.new_conversation())
    answer = known.send(f"My name is {NAME}. {FREE}", known.new_conversation())
    rating = {"rating": "down", "comment": f"{COMMENT}. My name is {NAME}, write to {PERSONAL['email']}"}
    assert known.post(f"/v1/messages/{answer['reply']['id']}/feedback", json=rating).status_code == 204
    wish = {"email": PERSONAL["email"]}
    asked = known.post(f"/v1/conversations/{known.conversation()}/handoff", json=wish)
    assert asked.status_code == 201
    _serve(aviary, known, asked.json()["handoff_id"])


def _serve(aviary: House, known: Customer, handoff: str) -> None:
    """Let a person read, reveal, write, decide and mistake, each with canaries."""
    words = f"{FREE}, dear {NAME}: we wrote to {PERSONAL['email']}, not to {PERSONAL['iban']}"
    with aviary.operator() as ann:
        address = f"/v1/operator/handoffs/{handoff}"
        ann.post(f"{address}/claim").raise_for_status()
        ann.post(f"{address}/messages", json={"text": words}).raise_for_status()
        conversation = f"/v1/operator/conversations/{known.conversation()}"
        assert_unseen([*PERSONAL.values(), NAME, PROFILE_EMAIL], ann.get(conversation).raise_for_status().text)
        revealed = ann.post(f"{conversation}/reveal", json={"placeholder": "[EMAIL_1]"}).raise_for_status()
        assert revealed.json()["value"] in (PERSONAL["email"], PROFILE_EMAIL)
        (first, *_) = ann.get("/v1/operator/reviews").json()["reviews"]
        edit = {"decision": "edit", "text": words}
        ann.post(f"/v1/operator/reviews/{first['id']}", json=edit).raise_for_status()
        for wrong in (STRAY, f"[{STRAY}_1]", PERSONAL["email"]):
            assert not ann.post(f"{conversation}/reveal", json={"placeholder": wrong}).is_success
            assert not ann.post(f"{address}/messages", json={"text": words, "client_message_id": wrong}).is_success
        ann.post(f"{address}/resolve").raise_for_status()
    form = {"name": STRAY, "password": STRAY, "code": PERSONAL["phone"]}
    assert not aviary.http.post("/console/sign-in", data=form).is_success


def _mistakes(known: Customer) -> Iterator[httpx.Response]:
    """Requests that are wrong in every way, each with a canary in what is wrong."""
    address = f"/v1/conversations/{known.new_conversation()}/messages"
    same, canary = new_id(), f"{STRAY} {PERSONAL['email']}"
    yield known.post(address, json={"client_message_id": same, "text": FREE})
    yield known.post(address, json={"client_message_id": same, "text": canary})
    yield known.post(address, json={"client_message_id": new_id(), "text": canary, canary: canary})
    yield known.post(address, json={"client_message_id": canary, "text": "x"})
    yield known.post(address, json={"client_message_id": new_id(), "text": [canary]})
    yield known.post(address, json={"client_message_id": new_id(), "text": canary * 200})
    yield known.post(address, json=canary)
    yield known.http.post(
        address, content=f'{{"text": "{canary}'.encode(), headers={"Content-Type": "application/json"}
    )
    yield known.http.post(address, content=canary.encode() * 3000, headers={"Content-Type": "application/json"})
    yield known.get(f"/v1/conversations/{STRAY}/messages")
    yield known.get(f"/{STRAY}")
    yield known.http.get(address, params={"limit": canary})
    yield known.http.get(address.replace("messages", "events"), headers={"Last-Event-ID": STRAY})
    yield known.http.get(address, headers={"Authorization": f"Bearer {STRAY}"})
    yield known.http.get(address, headers={"Authorization": f"Bearer harbor.{STRAY}"})
    yield known.http.get(address, headers={"Origin": f"https://{STRAY}.example"})
    yield known.http.post("/v1/sessions", json={"site_key": STRAY})
    yield known.http.post("/v1/sessions", json={"site_key": "site_harbor_shop", "identity_token": STRAY})
    yield known.http.post("/v1/sessions", json={"site_key": "site_harbor_shop", "locale": canary})
    yield known.http.get("/v1/operator/handoffs", headers={"Authorization": f"Bearer {STRAY}"})
    yield known.post(f"/v1/messages/{new_id()}/feedback", json={"rating": canary, "comment": canary})
    yield known.post(f"/v1/conversations/{known.conversation()}/handoff", json={"email": canary})


def test_no_problem_repeats_what_was_sent(told: list[httpx.Response]) -> None:
    """Refusals are problem documents that say what to do, and not one word of what was wrong."""
    assert len(told) == 21
    for refusal in told:
        assert refusal.headers["content-type"] == "application/problem+json"
        assert refusal.json()["code"] == refusal.json()["type"].removeprefix("urn:frontdesk:")
        assert_unseen(EVERYTHING, refusal.text + str(refusal.headers))


def test_no_log_line_and_no_metric(aviary: House, told: list[httpx.Response]) -> None:
    """Logs tell of turns by their ids, metrics count them; neither holds what anybody said, nor a token or key."""
    assert_unseen([*EVERYTHING, "test-key"], aviary.log() + httpx.get(f"{aviary.url}/metrics", trust_env=False).text)
    for line in aviary.log().splitlines():
        assert {"event", "level", "timestamp"} <= json.loads(line).keys()


def test_no_row_outside_the_message_store(aviary: House, told: list[httpx.Response]) -> None:
    """Words stand in messages, drafts and feedback alone; personal values and names not even there."""
    tables = [row["name"] for row in aviary.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert {"message", "event", "audit_event", "turn", "handoff", "vault_value", "contact"} <= set(tables)
    for table in tables:
        rows = json.dumps(aviary.rows(f'SELECT * FROM "{table}"'), default=str, ensure_ascii=False)
        assert_unseen([*PERSONAL.values(), NAME, PROFILE_EMAIL, STRAY], rows)
        if table not in KEPT_FOR_PEOPLE:
            assert_unseen([FREE, COMMENT, REPLY], rows)
    assert FREE in json.dumps(aviary.rows("SELECT text FROM message"))
    assert COMMENT in json.dumps(aviary.rows("SELECT comment FROM feedback"))


def test_no_file_holds_a_personal_value(aviary: House, told: list[httpx.Response]) -> None:
    """Neither the database's files nor anything else in the data folder holds a value in the clear."""
    for path in (aviary.folder / "data").rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert [value for value in (*PERSONAL.values(), NAME, PROFILE_EMAIL) if value.encode() in held] == []


def test_no_audit_event(aviary: House, told: list[httpx.Response]) -> None:
    """The audit names acts, ids and reasons."""
    for tenant in ("harbor", "harbor-pilot", "harbor-rude"):
        assert_unseen(EVERYTHING, aviary.audit(tenant))


def test_the_provider_reads_no_personal_value(aviary: House, told: list[httpx.Response], upstream: Upstream) -> None:
    """What was asked of models and moderation holds placeholders where values and names stood."""
    record = upstream.record()
    assert_unseen([*PERSONAL.values(), NAME, PROFILE_EMAIL, STRAY, COMMENT], record)
    assert "[EMAIL_" in json.dumps(record)


def test_nor_the_end_of_a_value_that_was_told_in_parts(aviary: House, upstream: Upstream) -> None:
    """Neither a model nor moderation is asked about the part that completes it, then or in a later turn."""
    stranger = aviary.meet()
    for text in ("My card is 5555 5556", "0123 4561 is the rest", "and my name is", "Vogelsanger", "When do you open?"):
        assert stranger.send(text)["outcome"] == "answered"
    assert "5555 5556" in json.dumps(upstream.record())
    assert_unseen(["0123 4561", "Vogelsanger"], upstream.record())


def test_the_customer_reads_the_own_values(aviary: House, told: list[httpx.Response]) -> None:
    """What others never see, the contact's own export shows: nothing was lost on the way but what is destroyed."""
    known = aviary.meet(known_as="customer-canary", name=NAME, email=PROFILE_EMAIL)
    exported = known.get("/v1/me/data").text
    for value in (PERSONAL["email"], PERSONAL["phone"], NAME, PROFILE_EMAIL, FREE, COMMENT):
        assert value in exported
    for value in (PERSONAL["card"], PERSONAL["iban"], PERSONAL["secret"]):
        assert value not in exported
