"""A stand-in for an OpenAI-compatible provider, with pace, modes and faults: `python -m loadtests.upstream --help`."""

import argparse
import asyncio
import ipaddress
import json
import os
import signal
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache

import uvloop

from loadtests.upstream_answers import Said, encoded, error, models, moderated, streamed, whole
from loadtests.upstream_connection import LAST_CHUNK, Connection, Reply, Request, Traffic, framed, head
from loadtests.upstream_faults import Cut, answering, bent, spoilt, streaming
from loadtests.upstream_knobs import STATUS_FAULTS, Knobs
from loadtests.upstream_modes import pieces, text_of

RECORDED = 10_000  # requests
JSON = "application/json"
BACKLOG = 4096


class BadRequestError(Exception):
    """The request can't be answered; the message says why."""


class Provider:
    """Answers requests by its knobs, counts and records them."""

    def __init__(self, knobs: Knobs) -> None:
        self.traffic = Traffic()
        self._knobs = knobs
        self._record: deque[dict[str, object]] = deque(maxlen=RECORDED)
        self._asked = {False: 0, True: 0}  # completions and moderations since the last configuration
        self._struck = 0

    def answer(self, request: Request) -> bytes | Reply:
        """Answer one request."""
        path = request.target.partition("?")[0]
        self.traffic.counts["requests"] += 1
        try:
            if path.startswith("/__"):
                return self._serve_control(request.method, path, request.body)
            if path == "/health":
                return _ready(200, encoded({"ok": True}))
            return self._serve_api(request, path)
        except (ValueError, BadRequestError) as problem:
            return _ready(400, error(400, str(problem)))

    def _serve_control(self, method: str, path: str, body: bytes) -> bytes:
        match method, path:
            case "GET", "/__stats":
                return _ready(200, encoded(self._stats()))
            case "GET", "/__record":
                return _ready(200, encoded(list(self._record)))
            case "DELETE", "/__record":
                self._record.clear()
                return _ready(200, encoded([]))
            case "POST", "/__config":
                self._knobs = self._knobs.turned(_parsed(body))
                self._asked, self._struck = {False: 0, True: 0}, 0
                return _ready(200, encoded(asdict(self._knobs)))
        return _not_found()

    def _stats(self) -> dict[str, object]:
        names = ("requests", "chat", "moderations", "other", "faults", "aborted", "tokens")
        counts = {name: self.traffic.counts[name] for name in names}
        now = {name: getattr(self.traffic, name) for name in ("open", "open_peak", "streams_open")}
        return {**counts, **now, "knobs": asdict(self._knobs)}

    def _serve_api(self, request: Request, path: str) -> bytes | Reply:
        bearer = request.headers.pop("authorization", "").partition("Bearer ")[2]
        authorized = bool(bearer) and self._knobs.key in {"", bearer}
        body = _parsed(request.body) if request.body else {}
        asked = {"method": request.method, "path": path, "at": time.monotonic(), "body": body}
        self._record.append({**asked, "headers": request.headers, "authorized": authorized})
        if self._knobs.key and not authorized:
            return _ready(401, error(401, "wrong API key"))
        match request.method, path:
            case "GET", "/v1/models":
                return _ready(200, models())
            case "POST", "/v1/chat/completions":
                return self._completion(body, request.body)
            case "POST", "/v1/moderations":
                return self._moderation(body, request.body)
        self.traffic.counts["other"] += 1
        return _not_found()

    def _completion(self, body: dict[str, object], raw: bytes) -> bytes | Reply:
        self.traffic.counts["chat"] += 1
        model, knobs = self._turned(body, raw)
        fault = self._strikes(knobs, moderation=False)
        if refused := _refused(knobs, fault, knobs.ttft):
            return refused
        said = bent(Said(pieces(knobs, body)), fault)
        self.traffic.counts["tokens"] += len(said.pieces)
        if not body.get("stream"):
            wait = knobs.ttft + (len(said.pieces) / knobs.tps * 1000 if knobs.tps > 0 else 0)
            return _in_one(whole(model, said), wait, fault, knobs)
        if fault == "html":
            return _in_one(b"{}", knobs.ttft, fault, knobs)
        options = body.get("stream_options")
        with_usage = isinstance(options, dict) and bool(options.get("include_usage"))
        if fault == "none" and not (knobs.ttft or knobs.tps or knobs.drip):
            return _burst(model, said, with_usage=with_usage)
        stream = streamed(model, said, with_usage=with_usage)
        return Reply(_STREAM_HEAD, streaming(stream, knobs, fault, model), chunked=True)

    def _moderation(self, body: dict[str, object], raw: bytes) -> bytes | Reply:
        self.traffic.counts["moderations"] += 1
        model, knobs = self._turned(body, raw)
        fault = self._strikes(knobs, moderation=True)
        if refused := _refused(knobs, fault, knobs.mod_delay):
            return refused
        asked = body.get("input", "")
        texts = asked if isinstance(asked, list) and all(isinstance(each, str) for each in asked) else [text_of(asked)]
        return _in_one(moderated(model, texts, flag_all=bool(knobs.mod_flag)), knobs.mod_delay, fault, knobs)

    def _turned(self, body: dict[str, object], raw: bytes) -> tuple[str, Knobs]:
        named = str(body.get("model", "stub"))
        return named.partition("?")[0], self._knobs.for_request(named, raw.decode(errors="replace"))

    def _strikes(self, knobs: Knobs, *, moderation: bool) -> str:
        """Count a request of its kind, and name the fault if it is struck."""
        self._asked[moderation] += 1
        fault = knobs.fault_of(moderation=moderation)
        over = 0 < knobs.times <= self._struck
        if fault == "none" or over or self._asked[moderation] % max(knobs.every, 1):
            return "none"
        self._struck += 1
        self.traffic.counts["faults"] += 1
        return fault


def _parsed(body: bytes) -> dict[str, object]:
    parsed = json.loads(body)
    if not isinstance(parsed, dict):
        raise BadRequestError("the body is no JSON object")
    return parsed


def _refused(knobs: Knobs, fault: str, wait: float) -> Reply | None:
    """The answer where nothing is said at all: an error, silence or a reset."""
    if fault in STATUS_FAULTS:
        status, body = int(fault), error(int(fault), f"stub fault {fault}")
        headers = [("Retry-After", knobs.retry_after)] if fault in {"429", "503"} else []
        told = head(status, [("Content-Type", JSON), *headers, ("Content-Length", len(body))])
        return Reply(b"", [wait / 1000, told + body])
    if fault in {"hang", "reset"}:
        return Reply(b"", [Cut.SILENCE if fault == "hang" else Cut.RESET])
    return None


def _ready(status: int, body: bytes, content_type: str = JSON) -> bytes:
    return head(status, [("Content-Type", content_type), ("Content-Length", len(body))]) + body


def _not_found() -> bytes:
    return _ready(404, error(404, "no such route"))


def _in_one(body: bytes, wait: float, fault: str, knobs: Knobs) -> bytes | Reply:
    if fault == "none" and not wait:
        return _ready(200, body)
    body = spoilt(body, fault)
    told = head(200, [("Content-Type", "text/html" if fault == "html" else JSON), ("Content-Length", len(body))])
    acts = answering(body, wait, fault, knobs)
    return Reply(told, acts) if fault != "none" else Reply(b"", [wait / 1000, told + body])


_STREAM_HEAD = head(
    200,
    [
        ("Content-Type", "text/event-stream; charset=utf-8"),
        ("Cache-Control", "no-cache"),
        ("Transfer-Encoding", "chunked"),
    ],
)


@lru_cache(maxsize=1024)
def _burst(model: str, said: Said, *, with_usage: bool) -> bytes:
    stream = streamed(model, said, with_usage=with_usage)
    events = [stream.opening, *stream.pieces, stream.ending]
    return b"".join([_STREAM_HEAD, *map(framed, events), LAST_CHUNK])


async def serve(host: str, port: int, knobs: Knobs) -> None:
    """Serve until SIGTERM or SIGINT; print the address once it answers."""
    provider = Provider(knobs)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Connection(provider.answer, provider.traffic), host, port, backlog=BACKLOG
    )
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    bound = server.sockets[0].getsockname()[1]
    print(f"upstream on http://{host}:{bound}/v1 pid {os.getpid()}", flush=True)
    await stop.wait()


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(
        prog="loadtests.upstream", description="A stand-in model provider, on loopback only."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes a free one")
    parser.add_argument("knobs", nargs="*", metavar="knob=value", help=f"to start with: {asdict(Knobs())}")
    options = parser.parse_args(arguments)
    try:
        if not ipaddress.ip_address(options.host).is_loopback:
            parser.error("--host is a loopback address")
        knobs = Knobs().turned(dict(knob.partition("=")[::2] for knob in options.knobs))
    except ValueError as problem:
        parser.error(str(problem))
    uvloop.run(serve(options.host, options.port, knobs))


if __name__ == "__main__":
    main()
