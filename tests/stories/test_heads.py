"""HEAD: pages, files, health and metrics answer it as they answer GET, for whoever only asks whether they are there."""

import socket

import httpx
import pytest

from tests.service import Service
from tests.stories.problems import assert_problem

VARIES = {"date", "content-security-policy"}  # a nonce, for one


def _heads(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name not in VARIES}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/health/live", 200),
        ("/health/ready", 200),
        ("/metrics", 200),
        ("/demo", 200),
        ("/demo/lumen", 200),
        ("/demo/static/demo.css", 200),
        ("/chat/site_harbor_shop", 200),
        ("/chat/nobody", 404),
        ("/widget.js", 200),
        ("/widget/integrity.json", 200),
        ("/receipts/key.pem", 200),
        ("/schema/openapi.json", 200),
        ("/nothing", 404),
    ],
)
def test_as_get_without_a_body(service: Service, path: str, status: int) -> None:
    """The same status and headers, its length included, and the connection goes on."""
    head, get = service.http.head(path), service.http.get(path)
    assert (head.status_code, head.content) == (status, b"")
    if path != "/metrics":  # which counts meanwhile
        assert _heads(head) == _heads(get)
    assert service.http.head("/health/live").status_code == 200


NO_LOOKS = ["/v1/operator/audit", "/v1/me/data", "/console/sign-in", "/console/once/token"]


@pytest.mark.parametrize("path", [*NO_LOOKS, *(f"/{path}" for path in NO_LOOKS), "/v1//operator/audit"])
def test_not_where_a_look_may_be_an_act(service: Service, path: str) -> None:
    """The API's addresses know the methods that its document lists; a link that works once is not used up."""
    answer = service.http.head(f"{service.url}{path}")  # a path alone that begins with two slashes would name a host
    assert (answer.status_code, answer.content) == (405, b"")
    assert "HEAD" not in answer.headers["allow"]


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/v1/session", "DELETE, GET, OPTIONS"),
        ("/v1/conversations/one/messages", "GET, OPTIONS, POST"),
        ("/v1/operator/kill-switches/tenant:harbor", "OPTIONS, PUT"),
        ("/console/sign-in", "GET, OPTIONS, POST"),
        ("/demo", "GET, HEAD, OPTIONS"),
        ("/health/live", "GET, HEAD, OPTIONS"),
    ],
)
def test_what_an_address_knows(service: Service, path: str, known: str) -> None:
    """Is told to who asks, as to who comes with another method."""
    asked, refused = service.http.options(path), service.http.patch(path)
    assert (asked.status_code, asked.content, asked.headers["allow"]) == (204, b"", known)
    assert_problem(refused, 405, "method_not_allowed")
    assert refused.headers["allow"] == known
    assert service.http.options("/nothing").status_code == 404


def test_an_upgrade_that_nobody_offers(service: Service) -> None:
    """Is answered as if it had not been asked for."""
    wanted = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
    }
    assert_problem(service.http.get("/v1/chat", headers=wanted), 404, "not_found")


def test_what_is_no_request(service: Service) -> None:
    """Is refused in the words of a problem, as everything else is."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=5) as raw:
        raw.sendall(b"\x16\x03\x01\x02\x00\r\n\r\n")
        told = b"".join(iter(lambda: raw.recv(4096), b""))
    assert told.startswith(b"HTTP/1.1 400 ")
    assert b"content-type: application/problem+json" in told
    assert b'"code":"bad_request"' in told
