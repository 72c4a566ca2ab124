"""Event streams as a client hears them: each event with the moment it was there."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

import aiohttp

from loadtests.figures import LoadFailedError

HEARD_WITHIN: Final = 30.0  # seconds
COMES_BACK_AFTER: Final = 0.5  # seconds
WORDS: Final = frozenset({"reply.started", "reply.delta", "reply.completed"})
"""The events in which the assistant says something."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One event; `at` is when it was read, in seconds of the monotonic clock."""

    at: float
    kind: str
    id: str
    data: dict[str, Any]  # what an event carries is for its reader to look at

    @property
    def seq(self) -> int:
        """The stored number in its id."""
        return int(self.id.partition(".")[0] or 0)

    @property
    def by_assistant(self) -> bool:
        """Tell whether it is of a reply at all, the withdrawal included."""
        return self.kind.startswith("reply.")


@dataclass(slots=True)
class Stream:
    """An open stream; `heard` grows while it is read, oldest first. `ended` is when it closed for good.

    `breaks` counts how often it closed and was opened again.
    """

    heard: list[Heard] = field(default_factory=list)
    ended: float | None = None
    breaks: int = 0
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def until(
        self, wanted: Callable[[Heard], bool], since: int = 0, within: float = HEARD_WITHIN
    ) -> Heard | None:
        """Wait for such an event from a place on; None where the stream ends or time is up before."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within):
                place = since
                while place < len(self.heard) or self.ended is None:
                    if place == len(self.heard):
                        self._news.clear()
                        await self._news.wait()
                    elif wanted(self.heard[place]):
                        return self.heard[place]
                    else:
                        place += 1
        return None

    async def read(self, content: aiohttp.StreamReader) -> None:
        """Take every event until the other side ends."""
        rest = b""
        with suppress(aiohttp.ClientError):
            async for chunk in content.iter_any():
                at = time.monotonic()
                *blocks, rest = (rest + chunk).split(b"\n\n")
                self.heard += [heard for block in blocks if (heard := parsed(block, at))]
                self._news.set()
        self.ended = time.monotonic()
        self._news.set()


def parsed(block: bytes, at: float) -> Heard | None:
    """Read one event; a comment is none."""
    lines = (line.partition(": ") for line in block.decode().split("\n"))
    fields = {name: value for name, _, value in lines if name}
    if "data" not in fields:
        return None
    return Heard(at, fields.get("event", "message"), fields.get("id", ""), json.loads(fields["data"]))


@asynccontextmanager
async def listening(
    http: aiohttp.ClientSession, method: str, url: str, headers: Mapping[str, str], body: object = None
) -> AsyncIterator[Stream]:
    """Open a stream and read it beside the block; raises LoadFailedError where it is refused.

    What is only read is opened again where it ends, after the last event, as a browser would.
    """
    wanted = {"Accept": "text/event-stream", **headers}
    async with http.request(method, url, headers=wanted, json=body) as answer:
        if answer.status != HTTPStatus.OK:
            raise LoadFailedError(f"{method} {url} answered {answer.status}: {await answer.text()}")
        stream = Stream()
        coming_back = method == "GET"
        reading = asyncio.ensure_future(
            _reopening(http, url, wanted, stream, answer) if coming_back else stream.read(answer.content)
        )
        try:
            yield stream
        finally:
            reading.cancel()
            with suppress(asyncio.CancelledError):
                await reading


async def _reopening(
    http: aiohttp.ClientSession,
    url: str,
    headers: Mapping[str, str],
    stream: Stream,
    first: aiohttp.ClientResponse,
) -> None:
    """Read a stream again and again, until cancelled."""
    await stream.read(first.content)
    while True:
        stream.breaks, stream.ended = stream.breaks + 1, None
        await asyncio.sleep(COMES_BACK_AFTER)
        last = next((heard.id for heard in reversed(stream.heard) if heard.id), None)
        after = {"Last-Event-ID": last} if last else {}
        with suppress(aiohttp.ClientError):
            async with http.get(url, headers={**headers, **after}) as answer:
                if answer.status == HTTPStatus.OK:
                    await stream.read(answer.content)
