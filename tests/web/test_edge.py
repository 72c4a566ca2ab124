"""The edge: who is calling, under which name they are counted, and the one inner method that counting rests on."""

import warnings
from collections.abc import Sequence
from ipaddress import ip_network

import pytest
from litestar.types import Scope
from slowapi import Limiter
from slowapi.errors import RateLimitExceeded
from starlette.requests import Request

from app.web.edge import bucket_of, client_address, client_scheme

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


def test_the_limiter_still_has_its_check() -> None:
    """The library offers no other outside a decorator: where this fails, its new version needs another way in."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        limiter = Limiter(
            key_func=lambda request: request.headers["who"],
            application_limits=["2/60 second"],
            storage_uri="memory://",
            config_filename="/dev/null",
        )

    def ask(who: str) -> None:
        request = {"type": "http", "path": "/", "method": "GET", "headers": [(b"who", who.encode())], "app": None}
        limiter._check_request_limit(Request(request), None, True)  # noqa: FBT003  # as the gate calls it

    ask("ann")
    ask("ann")
    with pytest.raises(RateLimitExceeded):
        ask("ann")
    ask("bob")
