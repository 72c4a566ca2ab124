"""Streams apart from their request: nothing of it is held, and what they come from is ended whatever happens."""

import asyncio
from collections.abc import AsyncIterator
from typing import cast

import pytest
from litestar.types import HTTPReceiveMessage, HTTPScope, Message, Receive, Scope, Send

from app.telemetry import Metrics
from app.web.event_stream import Chunk, Draining, Sending, StreamsApart


class Reader:
    """A reader whose proof holds, and how often it was closed."""

    def __init__(self) -> None:
        self.ended = False
        self.closed = 0
        self.farewell = b""

    def close(self) -> None:
        """Count."""
        self.closed += 1


async def receive() -> HTTPReceiveMessage:
    """Hear nothing of a client that stays."""
    await asyncio.sleep(60)
    raise AssertionError


async def batches() -> AsyncIterator[Chunk]:
    """Say two words."""
    yield Chunk(b"one")
    yield Chunk(b"two", last=True)


def asked() -> HTTPScope:
    """A request with a header."""
    return cast("HTTPScope", {"type": "http", "method": "POST", "headers": [(b"authorization", b"Bearer x")]})


async def test_nothing_of_the_request_is_held() -> None:
    """The head is sent while the request is there, the rest when it is not."""
    reader, scope, sent = Reader(), asked(), list[tuple[Message, int]]()
    headers = cast("list[tuple[bytes, bytes]]", scope["headers"])
    sending = Sending(batches(), lambda chunk: chunk, reader, Draining(), Metrics(), endless=False)

    async def send(message: Message) -> None:
        sent.append((message, len(headers)))

    await StreamsApart(sending.begin)(scope, receive, send)
    assert [(message["type"], held) for message, held in sent] == [
        ("http.response.start", 1),
        ("http.response.body", 0),
        ("http.response.body", 0),
    ]
    assert [message.get("body") for message, _ in sent] == [None, b"one", b"two"]
    assert (dict(scope), reader.closed) == ({"method": "POST"}, 1)


async def test_a_failure_after_the_head_ends_it() -> None:
    """What the events come from is closed, though nobody sends them."""
    reader = Reader()
    sending = Sending(batches(), lambda chunk: chunk, reader, Draining(), Metrics(), endless=False)

    async def fails(scope: Scope, receive: Receive, send: Send) -> None:
        await sending.begin(scope, receive, send)
        raise OSError("planted")

    async def send(_: Message) -> None:
        pass

    with pytest.raises(OSError, match="planted"):
        await StreamsApart(fails)(asked(), receive, send)
    assert reader.closed == 1
