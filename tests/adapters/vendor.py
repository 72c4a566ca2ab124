"""A vendor on loopback that plays what a test wrote, byte by byte, and keeps every call on record."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
END = b"0\r\n\r\n"
DONE = b"data: [DONE]\n\n"

Play = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Call:
    """One request as it came in; header names are in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        """The body, decoded."""
        decoded: dict[str, object] = json.loads(self.body)
        return decoded


@dataclass
class Vendor:
    """Plays one play for each call, the last one for ever; `open` counts the connections that are there now."""

    plays: list[Play]
    url: str = ""
    calls: list[Call] = field(default_factory=list)
    connections: int = 0
    open: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the calls of one connection until either side ends it."""
        self.connections += 1
        self.open += 1
        try:
            while not writer.is_closing():
                self.calls.append(await read_call(reader))
                play = self.plays.pop(0) if len(self.plays) > 1 else self.plays[0]
                await play(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # the client has left
        finally:
            self.open -= 1
            writer.close()

    async def all_left(self, *, but: int = 0) -> bool:
        """Whether all connections but so many end, soon."""
        for _ in range(200):
            if self.open <= but:
                return True
            await asyncio.sleep(0.01)
        return False


@asynccontextmanager
async def vendor(*plays: Play) -> AsyncIterator[Vendor]:
    """A vendor for as long as the block runs."""
    played = Vendor(list(plays))
    server = await asyncio.start_server(played.serve, "127.0.0.1", 0)
    played.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield played
    finally:
        server.close()
        await played.all_left()


async def read_call(reader: asyncio.StreamReader) -> Call:
    """Read one request, whose body has a length."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    return Call(first.split(" ")[1], headers, await reader.readexactly(int(headers["content-length"])))


def event(delta: dict[str, object] | None = None, finish: str | None = None, **more: object) -> bytes:
    """One event of a streamed completion."""
    choice = {"index": 0, "delta": delta or {}, "logprobs": None, "finish_reason": finish}
    chunk = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "gpt-test"}
    return b"data: " + json.dumps({**chunk, "choices": [choice], "usage": None, **more}).encode() + b"\n\n"


def usage(prompt: int, completion: int) -> bytes:
    """The event that tells what a completion took."""
    tokens = {"prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": prompt + completion}
    return event(choices=[], usage=tokens)


def whole(*texts: str) -> bytes:
    """All events of a complete answer."""
    return b"".join([*(event({"content": text}) for text in texts), event(finish="stop"), usage(12, 34), DONE])


def framed(data: bytes) -> bytes:
    """One chunk of a chunked body."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def streams(*writes: bytes, pause: float = 0.0, end: bytes = END) -> Play:
    """Stream a body in so many writes, a pause before each but the first; without `end` the line goes dead there."""

    async def play(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(STREAM)
        for number, data in enumerate(writes):
            await asyncio.sleep(pause if number else 0)
            writer.write(framed(data))
            await writer.drain()
        writer.write(end)
        await writer.drain()
        if not end:
            writer.close()

    return play


def bursts(data: bytes) -> Play:
    """Stream a body and its end in one write."""

    async def play(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(STREAM + framed(data) + END)
        await writer.drain()

    return play


def stalls(*writes: bytes) -> Play:
    """Stream so much and then nothing more, until the client leaves; without any writes not even headers come."""

    async def play(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if writes:
            writer.write(STREAM + b"".join(map(framed, writes)))
        await reader.read()
        writer.close()

    return play


def answers(status: int, body: object = "", content_type: str = "application/json", **headers: str) -> Play:
    """Answer at once with a body, JSON unless it is bytes; `retry_after="1"` becomes a header."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = {"Content-Type": content_type, "Content-Length": str(len(content))}
    head |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())

    async def play(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status} Status\r\n{lines}\r\n".encode() + content)
        await writer.drain()

    return play


async def hangs_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """End the connection without a word."""
    writer.close()
