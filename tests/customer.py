"""A customer of the service: a session over HTTP, with what the widget would send."""

import os
import uuid
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self

import httpx

from tests.loopback import client_of
from tests.service_process import Service
from tests.sse import SseEvent, read_events


class Customer:
    """One session. `session` is the answer that began it, `http` the client that carries its token."""

    def __init__(self, service: Service, session: dict[str, Any]) -> None:
        self.service = service
        self.session = session
        self.token: str = session["session_token"]
        self.http = client_of(service.url, self.token)
        self._conversation: str | None = None
        weakref.finalize(self, self.http.close)  # whoever is forgotten leaves no connection open

    @classmethod
    def of(
        cls, service: Service, site: str = "site_harbor_shop", identity_token: str | None = None, **fields: object
    ) -> Self:
        """Start a session; raises httpx.HTTPStatusError where it is refused."""
        body = {"site_key": site, **({"identity_token": identity_token} if identity_token else {}), **fields}
        return cls(service, service.http.post("/v1/sessions", json=body).raise_for_status().json())

    @property
    def contact(self) -> str:
        """The contact's id."""
        return str(self.session["contact"]["id"])

    def conversation(self) -> str:
        """The id of the customer's conversation, opened when first asked for."""
        if self._conversation is None:
            self._conversation = self.new_conversation()
        return self._conversation

    def new_conversation(self) -> str:
        """Open another conversation; returns its id."""
        return str(self.http.post("/v1/conversations", json={}).raise_for_status().json()["id"])

    def post_message(
        self, text: str, conversation: str | None = None, client_message_id: str | None = None
    ) -> httpx.Response:
        """Send a message and wait for the end of its turn, whatever the answer is."""
        body = {"client_message_id": client_message_id or new_id(), "text": text}
        return self.post(f"/v1/conversations/{conversation or self.conversation()}/messages", json=body)

    def send(self, text: str, conversation: str | None = None, client_message_id: str | None = None) -> dict[str, Any]:
        """Send a message; returns how its turn ended. Raises httpx.HTTPStatusError where it is refused."""
        ended: dict[str, Any] = self.post_message(text, conversation, client_message_id).raise_for_status().json()
        return ended

    def stream(
        self, text: str, conversation: str | None = None, client_message_id: str | None = None
    ) -> list[SseEvent]:
        """Send a message; returns the events of its turn, to the last."""
        with self.streaming(text, conversation, client_message_id) as events:
            return list(events)

    @contextmanager
    def streaming(
        self, text: str, conversation: str | None = None, client_message_id: str | None = None
    ) -> Iterator[Iterator[SseEvent]]:
        """Send a message and read its turn's events while they come; leaving closes the tab."""
        body = {"client_message_id": client_message_id or new_id(), "text": text}
        address = f"/v1/conversations/{conversation or self.conversation()}/messages"
        with self._reading("POST", address, {"Accept": "text/event-stream"}, body) as events:
            yield events

    @contextmanager
    def events(self, conversation: str | None = None, last_event_id: str | None = None) -> Iterator[Iterator[SseEvent]]:
        """Follow a conversation's events; the stream is open on entering."""
        headers = {} if last_event_id is None else {"Last-Event-ID": last_event_id}
        address = f"/v1/conversations/{conversation or self.conversation()}/events"
        with self._reading("GET", address, headers, None) as events:
            yield events

    @contextmanager
    def _reading(
        self, method: str, address: str, headers: dict[str, str], body: object | None
    ) -> Iterator[Iterator[SseEvent]]:
        with self.http.stream(method, address, headers=headers, json=body) as answer:
            if answer.status_code != httpx.codes.OK:
                answer.read()
            answer.raise_for_status()
            yield read_events(answer.iter_lines())

    def history(self, conversation: str | None = None, **query: int) -> dict[str, Any]:
        """The conversation's messages as the customer reads them, and where to follow from."""
        address = f"/v1/conversations/{conversation or self.conversation()}/messages"
        found: dict[str, Any] = self.get(address, params=query).raise_for_status().json()
        return found

    def get(self, address: str, params: Mapping[str, int] | None = None) -> httpx.Response:
        """GET with the session's token."""
        return self.http.get(address, params=params)

    def post(self, address: str, json: object = None) -> httpx.Response:
        """POST with the session's token."""
        return self.http.post(address, json=json)

    def delete(self, address: str) -> httpx.Response:
        """DELETE with the session's token."""
        return self.http.delete(address)

    def close(self) -> None:
        """Close every connection."""
        self.http.close()


def start_session(service: Service, headers: Mapping[str, str] | None = None, /, **body: object) -> httpx.Response:
    """Ask for a session, at Harbor's shop unless the body names another site; whatever the answer is."""
    asked = {"site_key": "site_harbor_shop"} | body
    return service.http.post("/v1/sessions", json=asked, headers=dict(headers or {}))


def new_id() -> str:
    """A client's own id for a message."""
    return str(uuid.UUID(bytes=os.urandom(16), version=4))
