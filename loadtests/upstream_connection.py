"""One HTTP/1.1 connection of the stand-in: reads requests, plays their answers, tells when a client has gone."""

import asyncio
import socket
import struct
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import cast

import httptools
from typing_extensions import override

from loadtests.upstream_faults import Act, Cut

LAST_CHUNK = b"0\r\n\r\n"


@dataclass(slots=True)
class Request:
    """What was asked; header names are in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that takes its time: its head goes at once, then its acts, framed as chunks or as they are."""

    head: bytes
    acts: Iterable[Act]
    chunked: bool = False


def head(status: int, headers: Iterable[tuple[str, object]]) -> bytes:
    """Encode a status line and headers."""
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", "x-request-id: req_stub"]
    return "\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers), "", ""]).encode()


def framed(body: bytes) -> bytes:
    """Frame a piece as a chunk; an empty one, which would end the body, is left out."""
    return b"%x\r\n%b\r\n" % (len(body), body) if body else b""


@dataclass(slots=True)
class Traffic:
    """What goes on over all connections."""

    counts: Counter[str] = field(default_factory=Counter)
    open: int = 0
    open_peak: int = 0
    streams_open: int = 0


class Connection(asyncio.Protocol):
    """Answers one request after the other."""

    def __init__(self, answer: Callable[[Request], bytes | Reply], traffic: Traffic) -> None:
        self._answer = answer
        self._traffic = traffic
        self._parser = httptools.HttpRequestParser(self)
        self._waiting: deque[tuple[Request, bool]] = deque()
        self._playing: asyncio.Task[None] | None = None
        self._request = Request("", "", {}, b"")
        self._transport: asyncio.Transport

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._traffic.open += 1
        self._traffic.open_peak = max(self._traffic.open_peak, self._traffic.open)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._traffic.open -= 1
        self._waiting.clear()
        if self._playing and self._playing.cancel():
            self._traffic.counts["aborted"] += 1

    @override
    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._transport.abort()

    def on_message_begin(self) -> None:
        """Start a request."""
        self._request = Request("", "", {}, b"")

    def on_url(self, url: bytes) -> None:
        """Take its target, or a part of it."""
        self._request.target += url.decode("latin-1")

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take one of its headers."""
        self._request.headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_body(self, body: bytes) -> None:
        """Take a part of its body."""
        self._request.body += body

    def on_message_complete(self) -> None:
        """Answer it, or have it wait for the one before."""
        self._request.method = self._parser.get_method().decode("latin-1")
        self._waiting.append((self._request, self._parser.should_keep_alive()))
        self._answer_next()

    def _answer_next(self) -> None:
        while self._waiting and not self._playing:
            request, keep_alive = self._waiting.popleft()
            reply = self._answer(request)
            if isinstance(reply, bytes):
                self._transport.write(reply)
                self._after(keep_alive=keep_alive)
            else:
                self._playing = asyncio.get_running_loop().create_task(self._play(reply, keep_alive=keep_alive))

    def _after(self, *, keep_alive: bool) -> None:
        if not keep_alive:
            self._transport.close()

    async def _play(self, reply: Reply, *, keep_alive: bool) -> None:
        self._traffic.streams_open += 1
        try:
            self._transport.write(reply.head)
            for act in reply.acts:
                await self._do(act, chunked=reply.chunked)
            if reply.chunked:
                self._transport.write(LAST_CHUNK)
        finally:
            self._traffic.streams_open -= 1
        self._playing = None
        self._after(keep_alive=keep_alive)
        self._answer_next()

    async def _do(self, act: Act, *, chunked: bool) -> None:
        if isinstance(act, bytes):
            self._transport.write(framed(act) if chunked else act)
        elif isinstance(act, float):
            if act > 0:
                await asyncio.sleep(act)
        elif act is Cut.SILENCE:
            await asyncio.Event().wait()  # until the client goes
        else:
            self._hang_up(act)

    def _hang_up(self, cut: Cut) -> None:
        self._playing = None  # it is this side that goes, nothing was aborted
        if cut is Cut.RESET:
            raw: socket.socket = self._transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self._transport.abort()
        else:
            self._transport.close()
