import json
from collections.abc import Iterator

import httpx
import pytest

from tests.service import Customer, Service, new_id
from tests.stories.problems import NEVER_REPEATED, assert_problem

QUESTION = "How long does delivery take?"
SPECIAL = {
    "one character": "?",
    "4,000 characters": "delivery " * 444 + "now?",
    "4,000 emoji": "\N{PACKAGE}" * 4000,
    "lines": "\n\t how long? \n",
    "right to left": "\u05d0\u05d1 how long?",
    "no character": "how\ufffe \uffff long?",
    "markup": '<img src=x onerror="alert(1)"> how long?',
}
MADE_PLAIN = {
    "a null": ("how\u0000 long?", "how long?"),
    "an escape": ("how\u001b[2J long?", "how[2J long?"),
    "turned around": ("\u202ehow\u202c long?", "how long?"),
    "another's placeholder": ("[EMAIL_1] how long?", "(EMAIL_1) how long?"),
}


def _body(**fields: object) -> dict[str, object]:
    return {"client_message_id": new_id(), "text": QUESTION} | fields


def _without(name: str) -> dict[str, object]:
    return {key: value for key, value in _body().items() if key != name}


def _deep(depth: int) -> str:
    return '{"text":' + "[" * depth + "]" * depth + "}"


REFUSED: dict[str, object] = {
    "no text": _without("text"),
    "an empty text": _body(text=""),
    "a blank text": _body(text=" \n\t\u00a0\u2003 "),
    "4,001 characters": _body(text="x" * 4001),
    "a number for a text": _body(text=7),
    "a list for a text": _body(text=[NEVER_REPEATED]),
    "null for a text": _body(text=None),
    "no id": _without("client_message_id"),
    "an id that is no UUID": _body(client_message_id=NEVER_REPEATED),
    "36 characters that are no UUID": _body(client_message_id="z" * 36),
    "a UUID without its dashes": _body(client_message_id=new_id().replace("-", "")),
    "a number for an id": _body(client_message_id=7),
    "an unknown field": _body(tenant_id=NEVER_REPEATED),
    "an unknown field of a column": _body(author="operator"),
    "a list": [_body()],
    "a text": NEVER_REPEATED,
    "null": None,
}
UNREADABLE: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"text=" + NEVER_REPEATED.encode(),
    "half of it": b'{"client_message_id": "',
    "two of them": json.dumps(_body()).encode() * 2,
    "no UTF-8": b'{"client_message_id": "%b", "text": "\xff\xfe"}' % new_id().encode(),
    "half a character": b'{"client_message_id": "%b", "text": "\\ud800"}' % new_id().encode(),
    "deep": _deep(500).encode(),
    "deeper": _deep(30_000).encode(),
    "deep objects": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "a number beyond numbers": b'{"client_message_id": "%b", "text": 1e999}' % new_id().encode(),
}


@pytest.fixture(scope="module")
def customer(service: Service) -> Iterator[Customer]:
    """An anonymous customer of Harbor."""
    someone = Customer.of(service)
    yield someone
    someone.close()


def _address(customer: Customer) -> str:
    return f"/v1/conversations/{customer.conversation()}/messages"


def _stored(customer: Customer) -> list[dict[str, object]]:
    count = "SELECT (SELECT count(*) FROM message) AS messages, (SELECT count(*) FROM event) AS events"
    return customer.service.rows(count)


@pytest.mark.parametrize("name", SPECIAL)
def test_odd_texts(customer: Customer, name: str) -> None:
    """Up to 4,000 characters of any kind are a message, which comes back as it was written."""
    said = customer.send(SPECIAL[name], customer.new_conversation())
    assert said["message"]["text"] == SPECIAL[name]


@pytest.mark.parametrize("name", MADE_PLAIN)
def test_texts_that_deceive(customer: Customer, name: str) -> None:
    """What can't be seen, or could be taken for a placeholder, does not get in."""
    sent, read = MADE_PLAIN[name]
    assert customer.send(sent, customer.new_conversation())["message"]["text"] == read


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_body_that_does_not_fit(customer: Customer, name: str, accept: str) -> None:
    """It is refused with what to correct, whatever the customer accepts, and nothing is stored."""
    before = _stored(customer)
    refused = customer.http.post(_address(customer), json=REFUSED[name], headers={"Accept": accept})
    assert_problem(refused, 400, "bad_request")
    assert _stored(customer) == before


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_body_that_cannot_be_read(customer: Customer, name: str) -> None:
    """What is no JSON, or too deep, is refused; nothing is stored and the service goes on."""
    before = _stored(customer)
    head = {"Content-Type": "application/json"}
    assert_problem(customer.http.post(_address(customer), content=UNREADABLE[name], headers=head), 400, "bad_request")
    assert _stored(customer) == before


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_is_too_large(customer: Customer, *, chunked: bool) -> None:
    """Over 64 KiB is too much, said beforehand or found out; up to that it is read."""
    head = {"Content-Type": "application/json"}

    def content(size: int) -> bytes | Iterator[bytes]:
        body = json.dumps(_body(text="x" * size)).encode()
        return iter([body[:1000], body[1000:]]) if chunked else body

    large = customer.http.post(_address(customer), content=content(70 * 1024), headers=head)
    assert_problem(large, 413, "too_large")
    assert_problem(customer.http.post(_address(customer), content=content(60 * 1024), headers=head), 400, "bad_request")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_body_of_another_type(customer: Customer, content_type: str) -> None:
    """A body sent as something else is read as JSON or refused, never anything worse."""
    head = {"Content-Type": content_type} if content_type else {}
    answer = customer.http.post(_address(customer), content=json.dumps(_body()).encode(), headers=head)
    assert answer.status_code in {200, 400, 415}
    if answer.status_code != httpx.codes.OK:
        assert answer.json()["code"] in {"bad_request", "unsupported_media_type"}


@pytest.mark.parametrize(
    "conversation", ["nonsense", "019a0000-0000-7000-8000-000000000000", "%00", "..%2f..%2fme", "x" * 5000, "%ff"]
)
def test_a_conversation_that_is_not_there(customer: Customer, conversation: str) -> None:
    """An id of nothing is 404, however it is written."""
    for method, rest in (("GET", "messages"), ("POST", "messages"), ("POST", "stop"), ("GET", "events")):
        body = _body() if (method, rest) == ("POST", "messages") else None
        answer = customer.http.request(method, f"/v1/conversations/{conversation}/{rest}", json=body)
        assert_problem(answer, 404, "not_found")


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "after=1.5", "limit=0", "limit=201", "limit=x", "after=99999999999999999999"]
)
def test_a_page_that_is_none(customer: Customer, query: str) -> None:
    """Numbers out of range and no numbers are refused."""
    assert_problem(customer.get(f"{_address(customer)}?{query}"), 400, "bad_request")


def test_nothing_there(customer: Customer) -> None:
    """Unknown addresses and methods are problems too, beside the API's own description as well."""
    for folder in ("v1", "schema", "schema/deeper", "health"):
        assert_problem(customer.get(f"/{folder}/{NEVER_REPEATED}"), 404, "not_found")
    refused = customer.http.put("/v1/sessions", json={})
    assert_problem(refused, 405, "method_not_allowed")
    assert "POST" in refused.headers["allow"]


@pytest.mark.parametrize(
    ("route", "body", "detail"),
    [
        ("messages", b"{nope", "The body is not readable JSON; send a JSON object."),
        ("messages", b"", "the body: it is missing; send a JSON object."),
        ("messages", b"[]", "the body: expected object, got array."),
        ("messages", b"{}", "the body: object missing required field client_message_id."),
        ("handoff", b'{"email": "nobody"}', "email: it is not written as it should be."),
    ],
)
def test_what_is_wrong_is_told(customer: Customer, route: str, body: bytes, detail: str) -> None:
    """The sentence says what is wrong with the body and what to send instead."""
    answer = customer.http.post(
        f"/v1/conversations/{customer.conversation()}/{route}",
        content=body,
        headers={"Authorization": f"Bearer {customer.token}", "Content-Type": "application/json"},
    )
    assert answer.status_code == 400
    assert answer.json()["detail"].removeprefix("Correct the request and send it again: ") == detail


def test_metrics_are_text_that_prometheus_reads(customer: Customer) -> None:
    """Their media type names each parameter once."""
    assert customer.get("/metrics").headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
