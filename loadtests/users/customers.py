"""Customers: anonymous, identified, returning, slow, and leaving in mid-reply."""

import random
import time
import uuid
from collections.abc import Iterator
from itertools import islice
from typing import Final

from locust import task
from typing_extensions import override

from loadtests.measures import MESSAGES, TURN, report
from loadtests.streams import Heard
from loadtests.users.asking_for_person import await_person
from loadtests.users.calls import Refused
from loadtests.users.chat import QUESTIONS, Chat, message
from loadtests.users.following import reply_over_two_streams
from loadtests.users.greenlets import pause
from loadtests.users.identity import identity_token
from loadtests.users.visiting import Customer

SIPS: Final = 0.15  # seconds between two pieces that a slow customer reads
READ_BEFORE_LEAVING: Final = 6  # events
AWAY: Final = (0.2, 2.0)  # seconds


class AnonymousCustomer(Customer):
    """Visits without saying who it is, and sometimes asks for a person or says how the answer was."""

    weight = 5

    @task(8)
    def ask(self) -> None:
        """Ask a question."""
        self.ask_something()

    @task(1)
    def look_back(self) -> None:
        """Read the history and rate the newest answer."""
        answers = [each for each in self.chat.history()["messages"] if each["author"] == "assistant"]
        if answers:
            path, name = f"/v1/messages/{answers[-1]['id']}/feedback", "/v1/messages/{id}/feedback"
            self.chat.calls.ask("POST", path, name, {"rating": random.choice(("up", "down"))}, 204)

    @task(1)
    def ask_for_person(self) -> None:
        """Ask for a person, and wait a while for one."""
        await_person(self.chat)
        self.go()


class IdentifiedCustomer(Customer):
    """Is logged in at the tenant's: a token of its backend says who it is."""

    group_name = "identified"
    weight = 3

    @override
    def begin(self) -> Chat:
        token = identity_token(self.options, f"load-{uuid.uuid4()}")
        return Chat.begin(self.calls, self.options.site_key, token)

    @task
    def ask(self) -> None:
        """Ask a question."""
        self.ask_something()


class ReturningCustomer(Customer):
    """Opens the page again and again: history first, then events from where it left off, also in mid-reply."""

    weight = 2

    @task
    def come_back(self) -> None:
        """Read what was said, ask, lose the connection in mid-reply, and read on."""
        self.said(reply_over_two_streams(self.chat, random.choice(QUESTIONS)))


class SlowCustomer(Customer):
    """Reads a piece, and a while later the next."""

    weight = 1

    @override
    def speak(self, chat: Chat) -> str:
        return chat.say(random.choice(QUESTIONS), _sipping, measured=False).outcome

    @task
    def ask(self) -> None:
        """Ask a question."""
        self.ask_something()


def _sipping(events: Iterator[Heard]) -> Iterator[Heard]:
    for heard in events:
        pause(SIPS)
        yield heard


class LeavingCustomer(Customer):
    """Closes the page in mid-reply, and asks again under the same id: there must be one message and one turn."""

    weight = 1

    @task
    def leave_in_mid_reply(self) -> None:
        """Ask, hang up, come back."""
        chat, said = self.chat, message(random.choice(QUESTIONS))
        with chat.calls.stream("POST", chat.at("messages"), MESSAGES, said) as events:
            list(islice(events, READ_BEFORE_LEAVING))
        pause(random.uniform(*AWAY))
        began = time.monotonic()
        answer = chat.calls.ask("POST", chat.at("messages"), MESSAGES, said)
        mine = [
            each for each in chat.history()["messages"] if each.get("client_message_id") == said["client_message_id"]
        ]
        problem = None if len(mine) == 1 else f"stored {len(mine)} times"
        report(self.environment, TURN, time.monotonic() - began, problem)
        if problem:
            raise Refused
        self.said(str(answer["outcome"]))
