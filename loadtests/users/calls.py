"""HTTP as one person asks it: what is expected, what is a failure, and when the service asks to wait."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

import requests
from locust.clients import HttpSession, ResponseContextManager
from locust.env import Environment
from locust.exception import RescheduleTask

from loadtests.measures import ASKED_TO_WAIT, ASKED_TO_WAIT_AT_DOOR, SERVER_ERRORS, report
from loadtests.streams import Heard, parsed

TIMEOUT: Final = (10.0, 30.0)  # seconds: to connect, and between two bytes; a stream sends a comment every 15 s
LONGEST_WAIT: Final = 60.0  # seconds
SESSIONS: Final = "/v1/sessions"
BUFFER: Final = 65_536
Body = dict[str, Any]
"""A parsed answer; what it holds is for its reader to look at."""


class Refused(RescheduleTask):
    """The answer was not what was hoped for, and that is counted; the person goes on after a pause."""


@dataclass(slots=True)
class Calls:
    """One person's connection. `wait` is how long the service asked them to wait; of the `well_behaved` it counts."""

    http: HttpSession
    environment: Environment
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    well_behaved: bool = True

    def ask(self, method: str, path: str, name: str, body: object = None, *expected: int) -> Body:
        """Ask and read the whole answer; raises Refused where its status is not expected, 200 if nothing else is."""
        answer = self.send(method, path, name, *expected, json=body)
        said: Body = answer.json() if answer.content else {}
        return said

    def send(
        self,
        method: str,
        path: str,
        name: str,
        *expected: int,
        json: object = None,
        headers: Mapping[str, str] | None = None,
        stream: bool = False,
    ) -> ResponseContextManager:
        """Send a request and count how it was answered; raises Refused where its status is not expected.

        429 with `Retry-After` is the service's right: it is no failure, and the person waits.
        """
        mine = {**self.headers, **(headers or {})}
        asked = self.http.request(
            method, path, name=name, json=json, headers=mine, stream=stream, timeout=TIMEOUT, catch_response=True
        )
        with asked as answer:
            self._count(answer, expected or (HTTPStatus.OK,))
        return asked

    def _count(self, answer: ResponseContextManager, expected: Sequence[int]) -> None:
        """Count an answer as what it is; raises Refused where its status is not expected."""
        if answer.status_code in expected:
            settle(answer)
            return
        if answer.status_code == HTTPStatus.TOO_MANY_REQUESTS and "Retry-After" in answer.headers:
            settle(answer)
            self.wait = min(float(answer.headers["Retry-After"]), LONGEST_WAIT)
            if self.well_behaved:
                at_door = answer.request_meta["name"] == SESSIONS
                report(self.environment, ASKED_TO_WAIT_AT_DOOR if at_door else ASKED_TO_WAIT, self.wait)
        else:
            self.note_server_error(answer)
            settle(answer, f"answered {answer.status_code}: {_code(answer)}")
        raise Refused

    def note_server_error(self, answer: ResponseContextManager) -> None:
        """Count an answer of 500 and above by itself."""
        if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            report(self.environment, SERVER_ERRORS, 0, f"{answer.status_code} to {answer.request_meta['name']}")

    @contextmanager
    def stream(
        self, method: str, path: str, name: str, body: object = None, headers: Mapping[str, str] | None = None
    ) -> Iterator[Iterator[Heard]]:
        """Open a stream of events, which are read as they come; raises Refused. Leaving the block closes it."""
        wanted = {"Accept": "text/event-stream", **(headers or {})}
        with closing(self.send(method, path, name, headers=wanted, stream=True, json=body)) as answer:
            yield _heard(answer)


def settle(answer: ResponseContextManager, problem: str | None = None) -> None:
    """Count a request as well answered, or as failed where there is a problem."""
    if problem is None:
        answer.success()  # type: ignore[no-untyped-call]  # Locust has no types here
    else:
        answer.failure(problem)  # type: ignore[no-untyped-call]


def _heard(answer: requests.Response) -> Iterator[Heard]:
    """Yield each event once it is there; a connection that breaks ends the events."""
    rest = b""
    try:
        for chunk in _chunks(answer):
            at = time.monotonic()
            *blocks, rest = (rest + chunk).split(b"\n\n")
            yield from (heard for block in blocks if (heard := parsed(block, at)))
    except requests.RequestException:
        return


def _chunks(answer: requests.Response) -> Iterator[bytes]:
    """Yield bytes as they arrive; without chunks, requests would wait for the end."""
    if getattr(answer.raw, "chunked", False):
        yield from answer.iter_content(None)
        return
    while chunk := answer.raw.read1(BUFFER):
        yield chunk


def _code(answer: requests.Response) -> str:
    """The problem's code, so that failures of one kind are counted together."""
    if error := getattr(answer, "error", None):
        return type(error).__name__
    try:
        return str(answer.json().get("code", ""))
    except (requests.RequestException, AttributeError):
        return ""
