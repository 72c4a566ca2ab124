"""The abuser: floods, injection, forged headers and huge bodies, all of which the service must turn away unhurt."""

import random
from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Final

from locust import task
from locust.clients import ResponseContextManager

from loadtests.measures import ABUSE, MESSAGES, report
from loadtests.users.calls import SESSIONS, TIMEOUT, settle
from loadtests.users.chat import Chat, message
from loadtests.users.greenlets import Doing, wait_for
from loadtests.users.hostile import FORGERIES, HUGE, INJECTIONS, Attempt, forged_address
from loadtests.users.person import Person

AT_ONCE: Final = 16  # messages in one conversation, of which five may wait
ANSWERED_WITHIN: Final = 30.0  # seconds
ADDRESSES: Final = 60  # sessions from one address, more than any tenant should let begin in a minute
TOO_MANY: Final = HTTPStatus.TOO_MANY_REQUESTS
TURNED_AWAY: Final = frozenset({"refused", "handed_off", "delivered", "closed"})


class Abuser(Person):
    """Tries one thing after another. What gets through, and every answer of 500 and above, is a failure."""

    group_name = "abuser"
    fixed_count = 1
    thinks = (1.0, 3.0)
    _chat: Chat | None = None

    @property
    def chat(self) -> Chat:
        """A contact to abuse, the same as long as it lives. Raises Refused."""
        if self._chat is None:
            self._chat = self._begin()
        return self._chat

    def _begin(self) -> Chat:
        return Chat.begin(replace(self.calls, well_behaved=False), self.options.abused_site_key)

    @task(2)
    def flood(self) -> None:
        """Send many messages at once: some must be refused."""
        chat = self._begin()
        own = {**chat.calls.headers, "Accept": "text/event-stream"}
        statuses: list[int] = []

        def send() -> None:
            answer = self._send("POST", chat.at("messages"), MESSAGES, json=message("More!"), headers=own, stream=True)
            statuses.append(answer.status_code)
            answer.close()  # it does not care for replies

        wait_for([Doing(send) for _ in range(AT_ONCE)], ANSWERED_WITHIN)
        self._judge("flood of messages", None if TOO_MANY in statuses else f"{AT_ONCE} at once, none refused")

    @task(1)
    def change_addresses(self) -> None:
        """Begin sessions, each as if behind another address: they must count as one."""
        for _ in range(ADDRESSES):
            answer = self._send(
                "POST", SESSIONS, SESSIONS, json={"site_key": self.options.abused_site_key}, headers=forged_address()
            )
            if answer.status_code == TOO_MANY:
                self._judge("forged addresses", None)
                return
        self._judge("forged addresses", f"{ADDRESSES} sessions from one address, none refused")

    @task(2)
    def inject(self) -> None:
        """Send a text that every screening knows: the assistant must not answer it."""
        text = random.choice(INJECTIONS)
        answer = self._send(
            "POST", self.chat.at("messages"), MESSAGES, json=message(text), headers=dict(self.chat.calls.headers)
        )
        outcome = str(answer.json().get("outcome")) if answer.status_code == HTTPStatus.OK else "refused"
        self._judge("injection", None if outcome in TURNED_AWAY else f"an injection was {outcome}")
        if outcome != "refused":
            self.chat.start_again()

    @task(2)
    def forge(self) -> None:
        """Send headers and tokens that claim to be somebody else."""
        self._attempt(random.choice(FORGERIES)(self.options))

    @task(1)
    def overload(self) -> None:
        """Send a body that is too large, too deep or holds more than it may."""
        self._attempt(random.choice(HUGE)(self.options))

    def _attempt(self, attempt: Attempt) -> None:
        answer = self._send(attempt.method, attempt.path, attempt.path, data=attempt.body, headers=attempt.headers)
        self._judge(attempt.name, attempt.let_in(answer.status_code, answer.headers.get("Location", "")))

    def _send(
        self,
        method: str,
        path: str,
        name: str,
        *,
        headers: Mapping[str, str],
        json: object = None,
        data: bytes | None = None,
        stream: bool = False,
    ) -> ResponseContextManager:
        """Send something hostile; whatever it is answered below 500 is as it should be, a closed connection too."""
        asked = self.client.request(
            method,
            path,
            f"{name} ({ABUSE})",
            data=data,
            json=json,
            headers=headers,
            stream=stream,
            timeout=TIMEOUT,
            allow_redirects=False,
            catch_response=True,
        )
        with asked as answer:
            self.calls.note_server_error(answer)
            broken = answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
            settle(answer, f"answered {answer.status_code}" if broken else None)
        return asked

    def _judge(self, what: str, problem: str | None) -> None:
        report(self.environment, ABUSE, 0, f"{what}: {problem}" if problem else None)
