"""A tenant's help desk on loopback: it answers webhooks as a test wrote, and keeps every call on record."""

import base64
import hashlib
import hmac
import json
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

from typing_extensions import override

LONGEST = 10.0  # seconds that an answer may be held back


@dataclass(frozen=True)
class Answer:
    """What the receiver says to one call. `slow` answers come only when the receiver is released."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    slow: bool = False


@dataclass(frozen=True)
class Called:
    """One call as it came in; header names are in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        """Which delivery this is an attempt of."""
        return self.headers["webhook-id"]

    @property
    def said(self) -> dict[str, object]:
        """The body, decoded."""
        decoded: dict[str, object] = json.loads(self.body)
        return decoded


class Receiver:
    """Answers each path in the order of its answers, with the last one for ever; with 200 where a test wrote none."""

    def __init__(self) -> None:
        self.calls: list[Called] = []
        self._answers: dict[str, list[Answer]] = {}
        self._under_way: Counter[str] = Counter()
        self.most_at_once: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._released = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def url(self, path: str = "/hook") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self._server.server_address[1]}{path}"

    def answer(self, *answers: Answer | int, path: str = "/hook") -> None:
        """Write what is answered from now on; a number is an answer of that status."""
        self._answers[path] = [Answer(answer) if isinstance(answer, int) else answer for answer in answers]

    def release(self) -> None:
        """Let slow answers go."""
        self._released.set()

    def called(self, path: str = "/hook", *, times: int = 1, within: float = 5.0) -> list[Called]:
        """Wait for so many calls of a path, and return all there are."""
        until = time.monotonic() + within
        while len(calls := [call for call in self.calls if call.path == path]) < times and time.monotonic() < until:
            time.sleep(0.005)
        return calls

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            """One connection's calls."""

            def do_POST(self) -> None:  # as the standard library calls it
                """Keep the call, and answer."""
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                answer = receiver._take(Called(self.path, headers, body))
                if answer.slow:
                    receiver._released.wait(LONGEST)
                receiver._leave(self.path)
                try:
                    self.send_response(answer.status)
                    for name, value in ({"Content-Length": "0"} | answer.headers).items():
                        self.send_header(name, value)
                    self.end_headers()
                except ConnectionError:
                    pass  # the sender has left

            @override
            def log_message(self, format: str, *args: object) -> None:
                """Stay quiet."""

        return Handler

    def _take(self, call: Called) -> Answer:
        """Put a call on record and return what is said to it."""
        with self._lock:
            self.calls.append(call)
            self._under_way[call.path] += 1
            self.most_at_once[call.path] = max(self.most_at_once[call.path], self._under_way[call.path])
            answers = self._answers.get(call.path) or [Answer()]
            return answers.pop(0) if len(answers) > 1 else answers[0]

    def _leave(self, path: str) -> None:
        with self._lock:
            self._under_way[path] -= 1


def is_genuine(call: Called, key: bytes, *, now: float | None = None) -> bool:
    """Check a call as a receiver should: signed with the shared key, and not older than five minutes."""
    sent_at = call.headers["webhook-timestamp"]
    if abs((time.time() if now is None else now) - int(sent_at)) > 300:
        return False
    said = f"{call.id}.{sent_at}.".encode() + call.body
    expected = "v1," + base64.b64encode(hmac.new(key, said, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(expected, one) for one in call.headers["webhook-signature"].split(" "))
