"""A connection: what can't be read, or does not come, is refused and let go; what is slow but lives is not touched."""

import asyncio
import json
from asyncio import StreamReader, StreamWriter, timeout
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final

import pytest
import uvicorn
from litestar.types import HTTPScope, Receive, Send

from app.web.connection import Connection
from tests.servers import free_port

Streams = tuple[StreamReader, StreamWriter]
Open = Callable[[], Awaitable[Streams]]
HOST: Final = b"Host: frontdesk.example\r\n"
POST: Final = b"POST / HTTP/1.1\r\n" + HOST
PATIENCE: Final = 0.3  # seconds, of each kind

MUCH: Final = 50_000_000
WORDS: Final = {"/stream": (b"word ", 12, PATIENCE / 4), "/flood": (b"x" * 100_000, MUCH // 100_000, 0.0)}


class Impatient(Connection):
    """The same, in a hurry."""

    head_within = body_within = read_within = heard_within = PATIENCE


async def service(scope: HTTPScope, receive: Receive, send: Send) -> None:
    """Say how long the body is; at /early unread, at /stream after words, at /flood after a flood."""
    length, more = 0, scope["path"] != "/early"
    while more:
        message = await receive()
        if message["type"] != "http.request":
            return
        length, more = length + len(message["body"]), message["more_body"]
    await send({"type": "http.response.start", "status": 200, "headers": []})
    word, times, pause = WORDS.get(scope["path"], (b"", 0, 0.0))
    for _ in range(times):
        await send({"type": "http.response.body", "body": word, "more_body": True})
        await asyncio.sleep(pause)
    much = b"x" * MUCH if scope["path"] == "/much" else b""
    await send({"type": "http.response.body", "body": much + b"%d." % length, "more_body": False})


@asynccontextmanager
async def serving() -> AsyncIterator[tuple[Open, uvicorn.Server]]:
    """A server in this loop, and what opens a connection to it."""
    config = uvicorn.Config(service, port=free_port(), http=Impatient, ws="none", log_config=None, lifespan="off")
    server = uvicorn.Server(config)
    running = asyncio.create_task(server._serve())  # without its signals
    opened: list[StreamWriter] = []

    async def connect() -> Streams:
        found = await asyncio.open_connection("127.0.0.1", config.port, limit=1 << 16)
        opened.append(found[1])
        return found

    while not server.started:  # noqa: ASYNC110  # uvicorn tells nobody
        await asyncio.sleep(0.01)
    try:
        yield connect, server
    finally:
        for writer in opened:
            writer.close()
        server.should_exit = True
        await running


async def told(reader: StreamReader) -> bytes:
    """Everything up to the connection's end."""
    async with timeout(10 * PATIENCE):
        return await reader.read()


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400, "bad_request"),
        (b"GET / HTTP/9.9\r\n\r\n", 400, "bad_request"),
        (b"GET / HTTP/1.1\r\nHost frontdesk\r\n\r\n", 400, "bad_request"),
        (POST + b"Content-Length: many\r\n\r\n", 400, "bad_request"),
        (POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400, "bad_request"),
        (POST + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400, "bad_request"),
        (b"GET /" + b"a" * 700_000, 431, "head_too_large"),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 700_000, 431, "head_too_large"),
        (b"GET / HTTP/1.1\r\n", 408, "request_timeout"),
        (b"\r\n", 408, "request_timeout"),
        (POST + b"Content-Length: 9\r\n\r\n", 408, "request_timeout"),
        (POST + b"Content-Length: 9\r\n\r\n12345678", 408, "request_timeout"),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", 408, "request_timeout"),
        (POST + b"Content-Length: 9\r\nExpect: 100-continue\r\n\r\n", 408, "request_timeout"),
    ],
)
async def test_refusals(sent: bytes, status: int, code: str) -> None:
    """Each is a problem document, and the connection ends with it."""
    async with serving() as (connect, _):
        reader, writer = await connect()
        writer.write(sent)
        head, _, body = (await told(reader)).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n").partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status), head
    assert b"content-type: application/problem+json\r\n" in head
    assert b"connection: close" in head
    assert (json.loads(body)["code"], json.loads(body)["status"]) == (code, status)


async def test_nothing_is_answered_with_nothing() -> None:
    """A connection over which nothing is ever asked ends without a word."""
    async with serving() as (connect, _):
        assert await told((await connect())[0]) == b""


@pytest.mark.parametrize(("pause", "answered"), [(PATIENCE / 3, b"408"), (0.02, b"200")])
async def test_who_is_slow(pause: float, answered: bytes) -> None:
    """A byte now and then buys no time, a slow line's worth of them does."""
    piece = b"x" * (1 if answered == b"408" else 50)
    async with serving() as (connect, _):
        reader, writer = await connect()
        writer.write(POST + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % (len(piece) * 40))
        answer = asyncio.create_task(told(reader))
        for _ in range(40):
            if not answer.done():
                writer.write(piece)
                await asyncio.sleep(pause)
        assert (await answer).startswith(b"HTTP/1.1 %s " % answered)


async def test_a_body_that_comes_after_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was answered before it came is no head of a next request, though it is more than a head may have."""
    monkeypatch.setattr("app.web.connection.LARGEST", 1_000)  # a socket may hand out 64 KiB in pieces, less in one
    async with serving() as (connect, _):
        reader, writer = await connect()
        for _ in range(2):
            writer.write(b"POST /early HTTP/1.1\r\n" + HOST + b"Content-Length: 9000\r\n\r\n")
            assert (await reader.readuntil(b"0\r\n\r\n")).startswith(b"HTTP/1.1 200 ")
            writer.write(b"x" * 9_000)
            await asyncio.sleep(PATIENCE / 6)  # it is read alone
        writer.write(POST + b"Content-Length: 4\r\n\r\nfour")
        assert (await reader.readuntil(b"0\r\n\r\n")).endswith(b"4.\r\n0\r\n\r\n")


async def test_a_connection_that_is_kept() -> None:
    """Each request has the whole time, and one that comes whole never runs out of it."""
    async with serving() as (connect, _):
        reader, writer = await connect()
        for _ in range(3):
            writer.write(POST + b"Content-Length: 4\r\n\r\n")
            await asyncio.sleep(PATIENCE / 2)
            writer.write(b"four")
            assert (await reader.readuntil(b"0\r\n\r\n")).endswith(b"4.\r\n0\r\n\r\n")
            await asyncio.sleep(PATIENCE * 2)
        writer.write(b"GET / HTTP/1.1\r\n")
        assert b"408" in await told(reader)


async def test_a_stream_outlives_the_wait_for_the_next_request() -> None:
    """Half a request sent behind a stream's own neither ends the stream nor speaks in it."""
    async with serving() as (connect, _):
        reader, writer = await connect()
        writer.write(b"GET /stream HTTP/1.1\r\n" + HOST + b"\r\nGET / HTTP/1.1\r\n")
        stream = await reader.readuntil(b"0\r\n\r\n")
        assert stream.count(b"word ") == 12
        assert b"408" not in stream
        assert (await told(reader)).startswith(b"HTTP/1.1 408 ")


async def test_who_reads_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gets all of it, however long that takes: several times as long as who reads nothing would have."""
    monkeypatch.setattr(Impatient, "read_within", 3 * PATIENCE)  # server and client stand still together at times
    async with serving() as (connect, _):
        reader, writer = await connect()
        writer.write(b"GET /much HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")
        read, began = 0, asyncio.get_running_loop().time()
        while piece := await reader.read(MUCH // 40):
            read += len(piece)
            await asyncio.sleep(PATIENCE / 20 if read < MUCH else 0)
        assert asyncio.get_running_loop().time() - began > 9 * PATIENCE
    assert read > MUCH


@pytest.mark.parametrize("path", [b"/much", b"/flood"])
@pytest.mark.parametrize("more", [b"", b"Connection: close\r\n"])
async def test_who_does_not_read(path: bytes, more: bytes) -> None:
    """Is cut, with all that was kept for it."""
    async with serving() as (connect, server):
        reader, writer = await connect()
        writer.write(b"GET " + path + b" HTTP/1.1\r\n" + HOST + more + b"\r\n")
        await reader.readuntil(b"\r\n\r\n")
        assert server.server_state.connections
        async with timeout(10 * PATIENCE):
            while server.server_state.connections:  # noqa: ASYNC110  # uvicorn tells nobody
                await asyncio.sleep(PATIENCE / 4)
