"""HTTP clients for servers of the tests' own."""

import ssl
from typing import Final

import httpx

# Trusts nobody: everything here is plain HTTP, and to load certificates takes 20 ms a client.
NO_TLS: Final = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
LONGEST_WAIT = 15.0  # seconds, for an answer or the next piece of a stream


def client_of(url: str, bearer: str | None = None) -> httpx.Client:
    """A client of a server, with a token or key if one is given; the caller closes it."""
    headers = {"Authorization": f"Bearer {bearer}"} if bearer else {}
    return httpx.Client(base_url=url, headers=headers, verify=NO_TLS, trust_env=False, timeout=LONGEST_WAIT)
