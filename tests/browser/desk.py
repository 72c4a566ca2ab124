"""An operator at the desk, by the interface that a help desk of their own would use."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from tests.loopback import client_of
from tests.service import Service


class Operator:
    """An operator whom customers see by name, and the handoff that they look after."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http
        self.handoff: dict[str, Any] = {}

    def claim(self) -> None:
        """Take on the one conversation that waits."""
        found = self._http.get("/v1/operator/handoffs", params={"state": "waiting"}).raise_for_status().json()
        (self.handoff,) = found["handoffs"]
        self._act("claim")

    def say(self, text: str) -> None:
        """Write to the customer."""
        self._act("messages", text=text)

    def resolve(self) -> None:
        """Close the handoff: the assistant answers again."""
        self._act("resolve")

    def _act(self, what: str, **body: str) -> None:
        self._http.post(f"/v1/operator/handoffs/{self.handoff['id']}/{what}", json=body or None).raise_for_status()


@contextmanager
def operator(service: Service, name: str, tenant: str = "harbor") -> Iterator[Operator]:
    """An operator of this name, who leaves at the end."""
    added = service.cli("keys", "create", "--role", "agent", "--tenant", tenant, "--name", name)
    assert added.returncode == 0, added.stderr
    with client_of(service.url, added.stdout.strip()) as http:
        yield Operator(http)
