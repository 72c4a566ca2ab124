"""The edge: who calls, and how; one address's rate before anything else; cross-origin answers for tenants' sites."""

import ipaddress
import os
import warnings
from collections.abc import Callable, Sequence
from functools import lru_cache
from http import HTTPStatus
from typing import Final

from limits import RateLimitItemPerSecond
from litestar import Request as LitestarRequest
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from slowapi import Limiter
from typing_extensions import override

from app.adapters.memory_counts import EDGE
from app.domain.units import Rate
from app.web.problems import answer

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_LOOPBACK: Final = (ipaddress.ip_network("127.0.0.0/8"), ipaddress.ip_network("::1/128"))
_OF_PROXIES: Final = frozenset({"via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"})

EXPOSED = "Retry-After, RateLimit, RateLimit-Policy"


def client_address(scope: Scope, trusted: Sequence[Network]) -> str:
    """Return who is calling: the peer, or what a trusted proxy says of it; a client's own header is never believed."""
    client = scope.get("client")
    address = client[0] if client else "0.0.0.0"  # noqa: S104  # a name for unknown peers, nothing listens on it
    if not trusted:
        return address
    forwarded = [v.decode("latin-1") for k, v in scope["headers"] if k == b"x-forwarded-for"]
    hops = [hop.strip() for hop in ",".join(forwarded).split(",") if hop.strip()]
    while hops and _inside(address, trusted):
        address = hops.pop()
    return address


def client_scheme(scope: Scope, trusted: Sequence[Network]) -> str:
    """Return `http` or `https`, as the client asked: what arrived, or what a trusted proxy says that it took."""
    client = scope.get("client")
    if client and _inside(client[0], trusted):
        said = b",".join(v for k, v in scope["headers"] if k == b"x-forwarded-proto").decode("latin-1")
        if (first := said.partition(",")[0].strip().lower()) in ("http", "https"):
            return first
    return str(scope["scheme"])


def is_from_here(scope: Scope) -> bool:
    """Tell whether a request comes from loopback and through no proxy, which would leave a header of its own."""
    names = [name.decode("latin-1") for name, _ in scope["headers"]]
    if any(name in _OF_PROXIES or "forwarded" in name for name in names):
        return False
    client = scope.get("client")
    return client is not None and _inside(client[0], _LOOPBACK)


def _inside(address: str, networks: Sequence[Network]) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in networks)


@lru_cache(maxsize=4096)
def bucket_of(address: str) -> str:
    """Return the name under which an address is counted: an IPv6 customer has a whole /64."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


class EdgeGate(ASGIMiddleware):
    """slowapi's limiter, in memory: a flood from one address costs the service next to nothing.

    From here on a request's scheme is the client's: cookies and the check of where a form came from rest on it.
    """

    scopes = (ScopeType.HTTP,)

    def __init__(self, rate: Rate, trusted: Sequence[Network]) -> None:
        self._rate = rate
        self._trusted = trusted
        with warnings.catch_warnings():
            # No settings file of the working folder may change the limit: it is given the name of none, and says so.
            warnings.simplefilter("ignore", UserWarning)
            limiter = Limiter(
                key_func=lambda request: bucket_of(client_address(request.scope, trusted)),
                storage_uri=f"{EDGE}://",
                config_filename=os.devnull,
            )
        # Its strategy is asked itself: the way through its decorator is made for views, and counts by path.
        self._counts = limiter.limiter
        self._limit = RateLimitItemPerSecond(rate.count, rate.seconds)

    @override
    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        if scope["path"].startswith("/health/"):
            return await next_app(scope, receive, send)
        scope["scheme"] = client_scheme(scope, self._trusted)
        if not self._counts.hit(self._limit, bucket_of(client_address(scope, self._trusted))):
            refusal = answer(
                "rate_limited",
                f"Too many requests from this address; try again in {self._rate.seconds} s.",
                {
                    "Retry-After": str(self._rate.seconds),
                    "RateLimit": f'"edge";r=0;t={self._rate.seconds}',
                    "RateLimit-Policy": f'"edge";q={self._rate.count};w={self._rate.seconds}',
                },
            )
            app = refusal.to_asgi_response(app=None, request=LitestarRequest(scope))
            return await app(scope, receive, send)
        return await next_app(scope, receive, send)


class CrossOrigin(ASGIMiddleware):
    """CORS for customers' routes: a preflight is answered for any origin that some site lists; no credentials."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, origins: Callable[[], frozenset[str]]) -> None:
        self._origins = origins

    @override
    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        headers = {k: v for k, v in scope["headers"] if k in (b"origin", b"access-control-request-method")}
        origin = headers.get(b"origin", b"").decode("latin-1")
        path = scope["path"]
        if not origin or not path.startswith("/v1/") or path.startswith("/v1/operator"):
            return await next_app(scope, receive, send)
        listed = origin in self._origins()
        if scope.get("method") == "OPTIONS" and b"access-control-request-method" in headers:
            return await _preflight(send, origin if listed else None)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start" and listed and message["status"] != HTTPStatus.FORBIDDEN:
                own = MutableScopeHeaders.from_message(message)
                own["Access-Control-Allow-Origin"] = origin
                own["Access-Control-Expose-Headers"] = EXPOSED
                own.add("Vary", "Origin")
            await send(message)

        return await next_app(scope, receive, with_headers)


async def _preflight(send: Send, origin: str | None) -> None:
    """Answer a preflight; an origin that no site lists is given no leave."""
    headers = [(b"vary", b"Origin"), (b"content-length", b"0")]
    if origin is not None:
        headers += [
            (b"access-control-allow-origin", origin.encode("latin-1")),
            (b"access-control-allow-methods", b"GET, POST, DELETE"),
            (b"access-control-allow-headers", b"Authorization, Content-Type, Accept, Last-Event-ID"),
            (b"access-control-max-age", b"600"),
        ]
    status = HTTPStatus.NO_CONTENT if origin is not None else HTTPStatus.FORBIDDEN
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"", "more_body": False})
