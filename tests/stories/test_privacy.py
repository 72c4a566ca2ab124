import base64
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from loadtests.upstream_process import Upstream
from tests.preloaded import run as run_command
from tests.service import Customer, Service, SseEvent, identity_token, new_id
from tests.stories.evidence import DELTA, Row
from tests.stories.problems import assert_problem
from tests.stories.waiting import runs_out, within

QUESTION = "How long does delivery take?"
SLOW = f"{QUESTION} [[stub tokens=100 tps=20]]"
ADDRESS, OTHER_ADDRESS = "ada.lovelace@mail.example", "ada@elsewhere.example"
OF_CONTACT = ("session", "conversation", "turn", "handoff", "draft", "vault_value", "feedback")
NO_SETTINGS: Final = {"FRONTDESK_CONFIG_DIR": "/nowhere", "PATH": "/usr/bin:/bin"}
"""Of a machine on which no service is set up."""
ANOTHER_KIND: Final = (
    generate_private_key(SECP256R1())
    .public_key()
    .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    .decode()
)
OF_CONVERSATION = ("message", "event", "turn", "handoff", "draft", "turn_lease")


@pytest.fixture(autouse=True)
def _fresh(upstream: Upstream) -> None:
    upstream.reset()


@pytest.fixture
def ada(both: Service) -> Iterator[Customer]:
    """A customer of Harbor who has proved who she is."""
    token = identity_token(
        both, sub=f"ada-{new_id()}", name="Ada Lovelace", email=ADDRESS, records=["order:1001", "order:1002"]
    )
    someone = Customer.of(both, identity_token=token, locale="en-GB")
    yield someone
    someone.close()


def _rows(service: Service, table: str, column: str, value: str) -> list[Row]:
    statement = f"SELECT * FROM {table} WHERE tenant_id = :tenant AND {column} = :value"
    return service.rows(statement, {"tenant": "harbor", "value": value})


def _left(customer: Customer, conversations: list[str]) -> dict[str, int]:
    """Count what is stored of a contact, by table."""
    service, left = customer.service, {"contact": len(_rows(customer.service, "contact", "id", customer.contact))}
    for table in OF_CONTACT:
        left[table] = len(_rows(service, table, "contact_id", customer.contact))
    for table in OF_CONVERSATION:
        for conversation in conversations:
            left[table] = left.get(table, 0) + len(_rows(service, table, "conversation_id", conversation))
    return {table: count for table, count in left.items() if count}


def _erase(customer: Customer) -> Row:
    answer = customer.delete("/v1/me")
    assert answer.status_code == 200
    receipt: Row = answer.json()
    return receipt


def test_the_contacts_data(ada: Customer) -> None:
    """Everything that is stored of a contact can be read by the contact, the own values restored; nothing else."""
    first, second = ada.conversation(), ada.new_conversation()
    text = f"{QUESTION} Write to {OTHER_ADDRESS}."
    said = ada.send(text, first)
    ada.send("Can I return shoes?", second)
    rating = {"rating": "down", "comment": f"I wrote from {OTHER_ADDRESS}"}
    ada.post(f"/v1/messages/{said['reply']['id']}/feedback", rating).raise_for_status()
    told = ada.post(f"/v1/conversations/{second}/handoff", {"email": "desk@mail.example"}).json()
    Customer.of(ada.service).send("This is somebody else's.")
    data = ada.get("/v1/me/data").raise_for_status().json()
    contact = data["contact"]
    assert (contact["id"], contact["verified"], contact["locale"]) == (ada.contact, True, "en-GB")
    assert (contact["name"], contact["email"]) == ("Ada Lovelace", ADDRESS)
    assert contact["records"] == ["order:1001", "order:1002"]
    assert contact["sub"].startswith("ada-")
    by_id = {conversation["id"]: conversation for conversation in data["conversations"]}
    assert by_id.keys() == {first, second}
    for conversation in (first, second):
        wanted = [(m["id"], m["author"], m["text"]) for m in ada.history(conversation)["messages"]]
        assert [(m["id"], m["author"], m["text"]) for m in by_id[conversation]["messages"]] == wanted
    assert text in [message["text"] for message in by_id[first]["messages"]]
    (rated,) = data["feedback"]
    assert (rated["message_id"], rated["rating"], rated["comment"]) == (said["reply"]["id"], *rating.values())
    assert {value["value"] for value in data["personal_values"]} >= {OTHER_ADDRESS, "desk@mail.example"}
    (handoff,) = data["handoffs"]
    assert (handoff["id"], handoff["conversation_id"]) == (told["handoff_id"], second)
    assert (handoff["reason"], handoff["email"]) == ("asked_for_person", "desk@mail.example")
    assert [session["site_key"] for session in data["sessions"]] == ["site_harbor_shop"]
    assert "somebody else" not in json.dumps(data)
    assert ada.token not in json.dumps(data)
    acts = [act["action"] for act in ada.service.audit("harbor") if act["target"] == f"contact:{ada.contact}"]
    assert "contact.exported" in acts


def test_erasure(ada: Customer) -> None:
    """Every row of the contact goes, the vault's too; the receipt counts them and names no one else's."""
    first, second = ada.conversation(), ada.new_conversation()
    said = ada.send(f"{QUESTION} Write to {OTHER_ADDRESS}.", first)
    ada.send("Can I return shoes?", second)
    ada.post(f"/v1/messages/{said['reply']['id']}/feedback", {"rating": "up"}).raise_for_status()
    ada.post(f"/v1/conversations/{second}/handoff", {"email": ADDRESS}).raise_for_status()
    bystander = Customer.of(ada.service)
    bystander.send(QUESTION)
    before, others = _left(ada, [first, second]), _left(bystander, [bystander.conversation()])
    assert before.keys() == {"contact", *OF_CONTACT, *OF_CONVERSATION} - {"draft", "turn_lease"}
    receipt = _erase(ada)
    assert receipt.keys() == {"receipt_id", "tenant", "contact_id", "erased_at", "deleted", "signature"}
    assert (receipt["tenant"], receipt["contact_id"]) == ("harbor", ada.contact)
    deleted = receipt["deleted"]
    assert (deleted["contacts"], deleted["sessions"], deleted["conversations"]) == (1, 1, 2)
    assert (deleted["messages"], deleted["turns"], deleted["handoffs"], deleted["feedback"]) == (4, 2, 1, 1)
    assert deleted["vault_values"] == before["vault_value"]
    assert _left(ada, [first, second]) == {}
    assert _left(bystander, [bystander.conversation()]) == others
    (act,) = [act for act in ada.service.audit("harbor") if act["target"] == f"receipt:{receipt['receipt_id']}"]
    assert (act["action"], act["outcome"]) == ("contact.erased", "erased")


CHANGES: list[tuple[Callable[[Row], str], str | None]] = [
    (lambda receipt: json.dumps(receipt, indent=2, sort_keys=True), None),
    (lambda receipt: json.dumps(dict(reversed(receipt.items()))), None),
    (lambda receipt: json.dumps({**receipt, "erased_at": "2020-01-01T00:00:00.000Z"}), "is not genuine"),
    (lambda receipt: json.dumps({**receipt, "deleted": {**receipt["deleted"], "messages": 9}}), "is not genuine"),
    (lambda receipt: json.dumps({**receipt, "tenant": "lumen"}), "is not genuine"),
    (lambda receipt: json.dumps({**receipt, "note": "added"}), "is not genuine"),
    (lambda receipt: json.dumps({**receipt, "note": "\ud800"}), "is not genuine"),
    (lambda receipt: json.dumps({**receipt, "signature": None}), "is not genuine"),
    (lambda receipt: json.dumps({**receipt, "signature": "é"}), "is not genuine"),
    (lambda receipt: json.dumps({**receipt, "signature": receipt["signature"][:-3] + "==="}), "is not genuine"),
    (lambda receipt: '{"tenant": "lumen", ' + json.dumps(receipt)[1:], "is no receipt"),
    (lambda _: "", "is no receipt"),
    (lambda _: "[]", "is no receipt"),
    (lambda _: "[" * 100_000, "is no receipt"),
]


def test_a_receipt_is_verified(ada: Customer, tmp_path: Path) -> None:
    """By its service, and by anyone who has the key alone; whatever was changed or made up is told apart."""
    receipt, key = _erase(ada), tmp_path / "key.pem"
    key.write_bytes(ada.service.http.get("/receipts/key.pem").raise_for_status().content)
    for change, problem in CHANGES:
        file = tmp_path / "receipt.json"
        file.write_text(change(receipt))
        own = ada.service.cli("receipts", "verify", "-", input=file.read_text())
        elsewhere = run_command(["receipts", "verify", str(file), "--key", str(key)], NO_SETTINGS, "", timeout=60)
        for done in (own, elsewhere):
            if problem is None:
                assert (done.returncode, done.stderr) == (0, ""), done.stderr
            else:
                assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done
                assert problem in done.stderr


def test_the_key_of_receipts(ada: Customer) -> None:
    """Is the shell's and the address's alike, before and after a restart, and what other programs read."""
    receipt = _erase(ada)
    answer = ada.service.http.get("/receipts/key.pem", headers={"Origin": "https://auditor.example"})
    assert answer.headers["content-type"] == "application/x-pem-file"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert ada.service.cli("receipts", "key").stdout == answer.text
    key = load_pem_public_key(answer.content)
    assert isinstance(key, Ed25519PublicKey)
    signature = base64.b64decode(receipt.pop("signature"))
    said = json.dumps(receipt, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    key.verify(signature, said)
    ada.service.restart()
    assert ada.service.http.get("/receipts/key.pem").text == answer.text


@pytest.mark.parametrize("key", ["", "no key", ANOTHER_KIND], ids=["empty", "no key", "a key of another kind"])
def test_a_key_that_verifies_nothing(tmp_path: Path, key: str) -> None:
    """Is said to be none of a service's: nobody takes a typing error for a receipt that is not genuine."""
    (tmp_path / "key.pem").write_text(key)
    done = run_command(["receipts", "verify", "-", "--key", str(tmp_path / "key.pem")], NO_SETTINGS, "{}", timeout=60)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done
    assert "--key: write the file that /receipts/key.pem" in done.stderr


def test_nothing_works_after_erasure(ada: Customer) -> None:
    """All of the contact's sessions end; who comes back with a new proof is a new contact without a past."""
    subject = ada.get("/v1/me/data").json()["contact"]["sub"]
    elsewhere = Customer.of(ada.service, identity_token=identity_token(ada.service, sub=subject))
    conversation = ada.conversation()
    _erase(elsewhere)
    for customer in (ada, elsewhere):
        assert_problem(customer.get("/v1/me/data"), 401, "unauthorized")
        assert_problem(customer.post_message(QUESTION, conversation), 401, "unauthorized")
        assert_problem(customer.delete("/v1/me"), 401, "unauthorized")
    again = Customer.of(ada.service, identity_token=identity_token(ada.service, sub=subject))
    assert again.contact != ada.contact
    assert again.session["conversation"] is None
    assert again.get(f"/v1/conversations/{conversation}/messages").status_code == 404


def test_a_spent_token_stays_spent(both: Service) -> None:
    """Erasure does not give an identity token a second use."""
    token = identity_token(both, sub="spends-once")
    _erase(Customer.of(both, identity_token=token))
    again = Customer.of(both).post("/v1/sessions", {"site_key": "site_harbor_shop", "identity_token": token})
    assert_problem(again, 401, "unauthorized")


def test_erasure_while_a_reply_runs(ada: Customer, upstream: Upstream) -> None:
    """Streams end, a waiting request gets 401, the model is told no more, and nothing is written after."""
    first, second = ada.conversation(), ada.new_conversation()
    with (
        ThreadPoolExecutor(2) as pool,
        ada.events(first) as following,
        ada.streaming(SLOW, first) as sending,
    ):
        waiting = pool.submit(ada.post_message, SLOW, second)
        _until_a_piece(sending)
        assert within(1, lambda: len(_rows(ada.service, "turn", "conversation_id", second)) == 1)
        _erase(ada)
        begun = time.monotonic()
        assert_problem(waiting.result(), 401, "unauthorized")
        runs_out(sending)
        runs_out(following)
        assert time.monotonic() - begun < 1.5
    assert within(1, lambda: upstream.stats()["streams_open"] == 0)
    time.sleep(0.5)  # for whatever might be written late
    assert _left(ada, [first, second]) == {}
    assert "error" not in [json.loads(line).get("level") for line in ada.service.log().splitlines()]


def _until_a_piece(events: Iterator[SseEvent]) -> None:
    while next(events).event != DELTA:
        pass


def test_erasure_by_an_operator(ada: Customer) -> None:
    """An admin of the tenant erases a contact over the API, or from a shell: the session ends as well."""
    ada.send(QUESTION)
    with ada.service.operator("admin", "lumen") as other, ada.service.operator("admin", "harbor") as own:
        assert_problem(other.delete(f"/v1/operator/contacts/{ada.contact}"), 404, "not_found")
        with ada.events() as events:
            receipt = own.delete(f"/v1/operator/contacts/{ada.contact}").raise_for_status().json()
            assert runs_out(events) < 1.5
    assert receipt["contact_id"] == ada.contact
    assert _left(ada, [ada.conversation()]) == {}
    bob = Customer.of(ada.service)
    with bob.events() as events:
        erased = ada.service.cli("erase", "--tenant", "harbor", "--contact", bob.contact)
        assert erased.returncode == 0
        assert runs_out(events) < 1.5
    assert json.loads(erased.stdout)["contact_id"] == bob.contact
    assert_problem(bob.get("/v1/me/data"), 401, "unauthorized")
