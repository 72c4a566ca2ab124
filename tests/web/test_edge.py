"""The edge: who is calling, under which name they are counted, and that each is counted."""

from collections.abc import Sequence
from ipaddress import ip_network

import pytest
from litestar.types import HTTPReceiveMessage, Message, Receive, Scope, Send

from app.adapters.memory_counts import EdgeCounts
from app.domain.units import Rate
from app.web.edge import EdgeGate, bucket_of, client_address, client_scheme, is_from_here

NOBODY = "0.0.0.0"  # noqa: S104  # a name for peers without an address; nothing listens on it
PROXIES = (ip_network("10.0.0.0/8"), ip_network("fd00::/8"))


def scope(peer: str | None, *forwarded: str) -> Scope:
    """A request from a peer with these X-Forwarded-For headers."""
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    return {"client": (peer, 1) if peer else None, "headers": headers}  # type: ignore[return-value]  # all that is read


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.1", [], "192.0.2.1"),
        ("192.0.2.1", ["198.51.100.7"], "192.0.2.1"),
        ("10.0.0.1", ["198.51.100.7"], "198.51.100.7"),
        ("10.0.0.1", ["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
        ("10.0.0.1", ["203.0.113.9", "198.51.100.7"], "198.51.100.7"),
        ("10.0.0.1", ["203.0.113.9, 198.51.100.7, 10.0.0.2 , 10.0.0.3"], "198.51.100.7"),
        ("10.0.0.1", ["10.0.0.9"], "10.0.0.9"),
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", [" , "], "10.0.0.1"),
        ("fd00::1", ["2001:db8::7"], "2001:db8::7"),
        (None, ["198.51.100.7"], NOBODY),
    ],
)
def test_only_a_trusted_proxy_is_believed(peer: str | None, forwarded: Sequence[str], address: str) -> None:
    """From the nearest hop on, as long as each is a proxy of ours; what a client wrote before that is nothing."""
    assert client_address(scope(peer, *forwarded), PROXIES) == address
    assert client_address(scope(peer, *forwarded), ()) == (peer or NOBODY)


@pytest.mark.parametrize(
    ("peer", "said", "scheme"),
    [
        ("10.0.0.1", b"https", "https"),
        ("10.0.0.1", b"HTTPS, http", "https"),
        ("10.0.0.1", b"http", "http"),
        ("10.0.0.1", b"javascript", "http"),
        ("10.0.0.1", b"", "http"),
        ("192.0.2.1", b"https", "http"),
        (None, b"https", "http"),
    ],
)
def test_the_scheme_that_the_client_used(peer: str | None, said: bytes, scheme: str) -> None:
    """What arrived, unless a proxy of ours took it otherwise; nobody else is believed."""
    asked = {"client": (peer, 1) if peer else None, "headers": [(b"x-forwarded-proto", said)], "scheme": "http"}
    assert client_scheme(asked, PROXIES) == scheme  # type: ignore[arg-type]  # all that is read


@pytest.mark.parametrize(
    ("peer", "header", "here"),
    [
        ("127.0.0.1", "accept", True),
        ("127.8.9.1", "accept", True),
        ("::1", "accept", True),
        ("192.0.2.1", "accept", False),
        ("testclient", "accept", False),
        (None, "accept", False),
        *(
            ("127.0.0.1", header, False)
            for header in ("forwarded", "via", "x-real-ip", "cf-connecting-ip", "x-original-forwarded-for")
        ),
        *(("127.0.0.1", f"x-forwarded-{what}", False) for what in ("for", "host", "proto", "port", "prefix", "server")),
    ],
)
def test_who_is_on_this_machine(peer: str | None, header: str, here: bool) -> None:  # noqa: FBT001  # a column
    """Loopback without any header of a proxy's: what is behind one could be anybody."""
    asked = {"client": (peer, 1) if peer else None, "headers": [(header.encode(), b"x")]}
    assert is_from_here(asked) is here  # type: ignore[arg-type]  # all that is read


@pytest.mark.parametrize(
    ("address", "bucket"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("not an address", "unknown"),
        ("192.0.2.1:8080", "unknown"),
        ("", "unknown"),
    ],
)
def test_buckets(address: str, bucket: str) -> None:
    """An IPv6 customer has a whole /64; an IPv4 address is one however it is written; nonsense shares one bucket."""
    assert bucket_of(address) == bucket


async def test_each_address_has_its_own_room() -> None:
    """What is over the rate is answered 429 and never reaches the service; others are not touched by it."""
    gate, passed, statuses = EdgeGate(Rate(2, 60), ()), [], []

    async def service(scope: Scope, receive: Receive, send: Send) -> None:
        del receive, send
        passed.append(scope["client"][0] if scope["client"] else "")

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def receive() -> HTTPReceiveMessage:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def ask(peer: str, path: str) -> None:
        asked = {"type": "http", "path": path, "method": "GET", "headers": [], "client": (peer, 1), "scheme": "http"}
        await gate.handle(asked, receive, send, service)  # type: ignore[arg-type]  # all that is read

    for path in ("/v1/a", "/v1/b", "/v1/c", "/health/live"):
        await ask("192.0.2.1", path)
    await ask("192.0.2.2", "/v1/a")
    assert passed == ["192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.2"]
    assert statuses == [429]


def test_windows_that_are_over_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window ends in its time, and the counts of addresses that never come back go with it."""
    now = [1_000.0]
    monkeypatch.setattr("app.adapters.memory_counts.time.time", lambda: now[0])
    counts = EdgeCounts()
    assert [counts.incr("ann", 60) for _ in range(3)] == [1, 2, 3]
    now[0] += 59.0
    assert counts.incr("ann", 60) == 4
    now[0] += 10.0
    assert counts.incr("bob", 60) == 1
    assert set(counts.storage) == {"bob"}
    assert counts.incr("ann", 60) == 1
