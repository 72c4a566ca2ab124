"""Rows on what a process needs: memory of a stream that is open, memory and time of a start."""

import asyncio
import json
import subprocess
from pathlib import Path
from statistics import median
from typing import Final
from urllib.parse import urlsplit

import httpx

from loadtests.bench.machine import rss_mb
from loadtests.bench.processes import BENCH, SITE, BenchFailedError, Candidate, Measured, node
from loadtests.bench.rows import Bench, Figure, Row

STREAMS: Final = 1_000
IDLE_STREAMS: Final = 5_000
A_CONTACT: Final = 8  # streams that one contact may have open
HELD: Final = 5.0  # seconds
SLOW: Final = ("tps=1", "tokens=120")
OPENED_AT_ONCE: Final = 100


def slow_streams(bench: Bench) -> list[Figure]:
    """Memory that each of a thousand streams needs whose tokens come one a second."""
    theirs, own = (_hold(server, bench.effort.of(STREAMS)) for server in bench.pair(*SLOW))
    count, failed = bench.effort.of(STREAMS), own["errors"] + own["streams"] - own["still_open"]
    ratio = own["kb_per_stream"] / theirs["kb_per_stream"]
    each = (f"{theirs['kb_per_stream']:.0f} KB", f"{own['kb_per_stream']:.0f} KB")
    return [
        Figure(f"memory of a slow stream, {count} open", ratio, 0.55, " x", yardstick=each[0], own=each[1]),
        Figure(f"{count} slow streams, errors", failed, 0, "", yardstick=str(theirs["errors"]), own=str(failed)),
    ]


def _hold(server: Candidate, count: int) -> Measured:
    """Open streams, hold them, and read what the load generator says of it."""
    flags = ["--pid", str(server.pid), "--count", str(count), "--hold", str(HELD), "--json", "--last", ""]
    command = [node(), str(BENCH / "loadgen.mjs"), *server.load, *flags]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - every word is ours
    if done.returncode:
        raise BenchFailedError(f"the load generator failed:\n{done.stderr[-4000:]}")
    measured: Measured = json.loads(done.stdout)
    return measured


def idle_streams(bench: Bench) -> list[Figure]:
    """Memory of a process in which five thousand customers wait for news."""
    _, own = bench.pair()
    count = bench.effort.of(IDLE_STREAMS)
    opened, memory = asyncio.run(_wait_for_news(own, count))
    return [
        Figure(f"memory with {count} idle event streams", memory, 400, " MB", own=f"{memory:.0f} MB"),
        Figure(f"{count} idle event streams, not opened", count - opened, 0, "", own=str(count - opened)),
    ]


async def _wait_for_news(server: Candidate, count: int) -> tuple[int, float]:
    """Open event streams; returns how many were, and the memory of the server while they are."""
    url = server.load[1]
    gate = asyncio.Semaphore(OPENED_AT_ONCE)
    limits = httpx.Limits(max_connections=OPENED_AT_ONCE)
    async with httpx.AsyncClient(base_url=url, trust_env=False, timeout=30, limits=limits) as http:

        async def contact(streams: int) -> list[asyncio.StreamWriter]:
            async with gate:
                token = (await http.post("/v1/sessions", json={"site_key": SITE})).json()["session_token"]
                proof = {"Authorization": f"Bearer {token}"}
                conversation = (await http.post("/v1/conversations", json={}, headers=proof)).json()["id"]
                return [stream for _ in range(streams) if (stream := await _listen(url, conversation, token))]

        shares = [min(A_CONTACT, count - begun) for begun in range(0, count, A_CONTACT)]
        streams = [stream for opened in await asyncio.gather(*map(contact, shares)) for stream in opened]
    await asyncio.sleep(HELD)
    memory = rss_mb(server.pid)
    for stream in streams:
        stream.close()
    return len(streams), memory


async def _listen(url: str, conversation: str, token: str) -> asyncio.StreamWriter | None:
    """Open one event stream; None where it is refused."""
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(
        f"GET /v1/conversations/{conversation}/events HTTP/1.1\r\nHost: {address.netloc}\r\n"
        f"Accept: text/event-stream\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
    )
    return writer if b" 200 " in await reader.readline() else None


def start(bench: Bench) -> list[Figure]:
    """Memory after a start, and how long that takes until readiness."""
    memory: list[tuple[float, float]] = []
    seconds: list[float] = []
    for number in range(bench.effort.rounds):
        place = Bench(_inner(bench.folder, number), bench.stack, bench.effort)
        theirs, own = place.pair()
        seconds.append(own.started_in)
        memory.append((rss_mb(theirs.pid), rss_mb(own.pid)))
    ratio = median(own / theirs for theirs, own in memory)
    each = [f"{median(pair[server] for pair in memory):.0f} MB" for server in (0, 1)]
    return [
        Figure("memory after the start", ratio, 1.3, " x", yardstick=each[0], own=each[1]),
        Figure("seconds to a start, on a new database", median(seconds), 3, " s", own=f"{median(seconds):.1f} s"),
    ]


def _inner(folder: Path, number: int) -> Path:
    inner = folder / f"start-{number}"
    inner.mkdir()
    return inner


ROWS: Final[dict[str, Row]] = {"slow_streams": slow_streams, "idle_streams": idle_streams, "start": start}
