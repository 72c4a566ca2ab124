"""One webhook's attempt: a POST, signed as Standard Webhooks says, of whose answer only the status is read."""

import asyncio
import base64
import hashlib
import hmac
from datetime import datetime
from ssl import SSLContext
from typing import Final

import httpx2

WITHIN: Final = 5.0
"""Seconds that an attempt has in all, from the look-up of the name to the status."""
PREFIX: Final = "whsec_"
"""A secret that begins like this goes on in base64; any other is taken as it is."""

_OPEN_AT_ONCE: Final = 100
_CONNECTING: Final = 0.4
"""The share of the time that connecting has, and TLS after it: the library closes what it gives up on itself, while a
handshake that is cancelled from outside would leave its socket open.
"""


class WebhookSender:
    """Sends to any address over connections that are not kept. What a receiver says, cookies included, is dropped."""

    def __init__(self, within: float = WITHIN, trusted: SSLContext | None = None) -> None:
        self._within = within
        connecting = within * _CONNECTING
        self._timeouts = httpx2.Timeout(connect=connecting, read=within, write=within, pool=within).as_dict()
        # The transport alone: no redirects, no cookies, no log-ins, nothing from the environment.
        self._transport = httpx2.AsyncHTTPTransport(
            verify=trusted or True,
            trust_env=False,
            limits=httpx2.Limits(max_connections=_OPEN_AT_ONCE, max_keepalive_connections=0),
        )

    async def __call__(self, url: str, delivery_id: str, body: str, key: bytes, now: datetime) -> int | None:
        """Send once; returns the answer's status, None where none came in time. Never raises."""
        seconds = int(now.timestamp())
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Frontdesk",
            "webhook-id": delivery_id,
            "webhook-timestamp": str(seconds),
            "webhook-signature": signature(key, delivery_id, seconds, body),
        }
        timeouts = {"timeout": self._timeouts}
        try:
            async with asyncio.timeout(self._within):
                request = httpx2.Request("POST", url, content=body.encode(), headers=headers, extensions=timeouts)
                response = await self._transport.handle_async_request(request)
                await response.aclose()  # unread: it may be of any length
        except Exception:  # noqa: BLE001 - whatever is wrong with an address, a name or an answer, it is one try lost
            return None
        return response.status_code

    async def close(self) -> None:
        """Give the connections back; closing twice is fine."""
        await self._transport.aclose()


def key_of(secret: str) -> bytes:
    """Return the key that a webhook's secret stands for. Raises ValueError where it is no key."""
    if not secret.startswith(PREFIX):
        return secret.encode()
    key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    if not key:
        raise ValueError("a webhook's secret is empty")
    return key


def signature(key: bytes, delivery_id: str, seconds: int, body: str) -> str:
    """Sign what is sent: `v1,` and the base64 of HMAC-SHA256 over id, timestamp and body with dots in between."""
    said = f"{delivery_id}.{seconds}.{body}".encode()
    return "v1," + base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()
