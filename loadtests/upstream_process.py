"""The stand-in provider as a process of its own, for tests: started on a free port, gone when the test is."""

import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, Self

import httpx

from loadtests.upstream_knobs import Knobs

ROOT = Path(__file__).parents[1]
STOPS_WITHIN = 5.0  # seconds


class UpstreamFailedError(Exception):
    """The stand-in did not start; what it said is the message."""


class Upstream:
    """A running stand-in. `url` is what OPENAI_BASE_URL takes, `pid` its process."""

    url: str
    pid: int

    def __init__(self, **knobs: object) -> None:
        self._first = {**asdict(Knobs()), **knobs}
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> Self:
        """Start it and wait until it answers; raises UpstreamFailedError."""
        process = subprocess.Popen(
            [sys.executable, "-m", "loadtests.upstream"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # Ctrl-C is for the tests; they end it in their own time
        )
        self._process = process
        said = process.stdout.readline() if process.stdout else ""
        if not said.startswith("upstream on "):
            rest = process.communicate(timeout=STOPS_WITHIN)[0]
            raise UpstreamFailedError(said + rest)
        self.url, self.pid = said.split()[2], process.pid
        self._http = httpx.Client(base_url=self.url.removesuffix("/v1"), trust_env=False, timeout=10)
        self.reset()
        return self

    def configure(self, **knobs: object) -> None:
        """Turn some knobs, count for `every` and `times` anew; raises httpx.HTTPStatusError on a wrong knob."""
        self._http.post("/__config", json=knobs).raise_for_status()

    def reset(self) -> None:
        """Turn every knob back to what it was made with, and forget what was asked."""
        self.configure(**self._first)
        self.clear()

    def record(self) -> list[dict[str, Any]]:  # a request's body is what the caller sent
        """Return what it was asked, newest last, at most 10,000: method, path, headers, authorized, body.

        `at` is when the request was there, in seconds of the machine's monotonic clock.
        """
        asked: list[dict[str, Any]] = self._http.get("/__record").raise_for_status().json()
        return asked

    def clear(self) -> None:
        """Forget what it was asked."""
        self._http.delete("/__record").raise_for_status()

    def stats(self) -> dict[str, Any]:  # numbers by name, and the knobs
        """Return the counts of requests, chat, moderations, faults, aborted and open streams."""
        counts: dict[str, Any] = self._http.get("/__stats").raise_for_status().json()
        return counts

    def stop(self) -> None:
        """End it; ending it twice is fine."""
        process, self._process = self._process, None
        if process is None:
            return
        if hasattr(self, "_http"):
            self._http.close()
        process.terminate()
        try:
            process.communicate(timeout=STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
