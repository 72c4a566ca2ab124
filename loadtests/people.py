"""Customers and operators of a fleet: what they ask over HTTP, on whichever replica, and what they hear."""

import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, Self

import aiohttp

from loadtests.figures import LoadFailedError
from loadtests.streams import Stream, listening

ANSWERED_WITHIN: Final = 60.0  # seconds
KEPT_IDLE: Final = 2.0  # seconds; a server that closes an idle connection must not meet a request on it
Body = dict[str, Any]
"""A parsed answer; what it holds is for its reader to look at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered."""

    status: int
    body: Body

    def of(self, *statuses: int) -> Body:
        """Return the body; raises LoadFailedError where the status is none of these."""
        if self.status not in statuses:
            raise LoadFailedError(f"expected {statuses}, was answered {self.status}: {self.body}")
        return self.body


@asynccontextmanager
async def connections() -> AsyncIterator[aiohttp.ClientSession]:
    """Open as many connections as are wanted; streams may be silent for long."""
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=10, sock_read=ANSWERED_WITHIN)
    connector = aiohttp.TCPConnector(limit=0, keepalive_timeout=KEPT_IDLE)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as http:
        yield http


async def ask(
    http: aiohttp.ClientSession, method: str, url: str, headers: Mapping[str, str], body: object = None
) -> Answer:
    """Ask and read the whole answer; an answer without a body is an empty one."""
    async with http.request(method, url, headers=headers, json=body) as answer:
        said = await answer.read()
        return Answer(answer.status, await answer.json(content_type=None) if said else {})


@dataclass(frozen=True, slots=True)
class Customer:
    """One session with one conversation, known to every replica."""

    http: aiohttp.ClientSession
    headers: Mapping[str, str]
    conversation: str

    @classmethod
    async def meet(cls, http: aiohttp.ClientSession, url: str, site: str) -> Self:
        """Begin a session and a conversation; raises LoadFailedError."""
        session = (await ask(http, "POST", f"{url}/v1/sessions", {}, {"site_key": site})).of(201)
        headers = {"Authorization": f"Bearer {session['session_token']}"}
        conversation = (await ask(http, "POST", f"{url}/v1/conversations", headers, {})).of(201)
        return cls(http, headers, conversation["id"])

    async def say(self, url: str, text: str) -> Answer:
        """Send a message and wait for the end of its turn."""
        return await ask(self.http, "POST", self._at(url, "messages"), self.headers, _message(text))

    def saying(self, url: str, text: str) -> AbstractAsyncContextManager[Stream]:
        """Send a message and hear its turn."""
        return listening(self.http, "POST", self._at(url, "messages"), self.headers, _message(text))

    def following(self, url: str) -> AbstractAsyncContextManager[Stream]:
        """Hear what happens in the conversation from now on."""
        return listening(self.http, "GET", self._at(url, "events"), self.headers)

    async def ask_for_person(self, url: str) -> str:
        """Ask for a person; returns the handoff's id. Raises LoadFailedError."""
        opened = await ask(self.http, "POST", self._at(url, "handoff"), self.headers, {})
        return str(opened.of(201)["handoff_id"])

    async def messages_after(self, url: str, seq: int) -> list[Body]:
        """The stored messages with a higher number. Raises LoadFailedError."""
        found = await ask(self.http, "GET", self._at(url, f"messages?after={seq}"), self.headers)
        return list(found.of(200)["messages"])

    def _at(self, url: str, part: str) -> str:
        return f"{url}/v1/conversations/{self.conversation}/{part}"


def _message(text: str) -> Body:
    return {"client_message_id": str(uuid.uuid4()), "text": text}


@dataclass(frozen=True, slots=True)
class Operator:
    """Whoever holds an API key."""

    http: aiohttp.ClientSession
    key: str

    async def flip(self, url: str, scope: str, *, on: bool) -> Answer:
        """Turn a kill switch; the answer says which replica has applied it."""
        wish = {"on": on, "reason": "a load test turns it"}
        return await ask(self.http, "PUT", f"{url}/v1/operator/kill-switches/{scope}", self._headers, wish)

    async def take_over(self, url: str, conversation: str) -> Answer:
        """Take a conversation over, handoff or not."""
        return await self._post(url, f"conversations/{conversation}/take-over")

    async def claim(self, url: str, handoff: str) -> Answer:
        """Claim a handoff."""
        return await self._post(url, f"handoffs/{handoff}/claim")

    async def give_back(self, url: str, handoff: str) -> Answer:
        """Return a claimed handoff to the assistant."""
        return await self._post(url, f"handoffs/{handoff}/return")

    async def resolve(self, url: str, handoff: str) -> Answer:
        """Resolve a claimed handoff."""
        return await self._post(url, f"handoffs/{handoff}/resolve")

    async def say(self, url: str, handoff: str, text: str) -> Answer:
        """Say something to the customer of a claimed handoff."""
        return await self._post(url, f"handoffs/{handoff}/messages", _message(text))

    async def queue(self, url: str) -> set[str]:
        """The ids of the handoffs that are open. Raises LoadFailedError."""
        listed = await ask(self.http, "GET", f"{url}/v1/operator/handoffs", self._headers)
        return {str(handoff["id"]) for handoff in listed.of(200)["handoffs"]}

    def looking(self, url: str, conversation: str | None = None) -> AbstractAsyncContextManager[Stream]:
        """Hear what the console shows live, and what happens in one conversation."""
        query = f"?conversation={conversation}" if conversation else ""
        return listening(self.http, "GET", f"{url}/v1/operator/events{query}", self._headers)

    async def _post(self, url: str, part: str, body: object = None) -> Answer:
        return await ask(self.http, "POST", f"{url}/v1/operator/{part}", self._headers, body)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}
