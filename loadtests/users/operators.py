"""Operators: one works at the desk, one flips a switch and on again, each only where a load's own customers are."""

import itertools
import random
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Final

from locust import task
from locust.env import Environment
from typing_extensions import override

from loadtests.measures import AFTER_SWITCH, SILENCE, report
from loadtests.users import our_desk
from loadtests.users.asking_for_person import await_person
from loadtests.users.calls import Calls, Refused
from loadtests.users.chat import Chat, message
from loadtests.users.greenlets import Doing, pause
from loadtests.users.person import Person
from loadtests.users.silencing import Audience

HANDOFFS: Final = "/v1/operator/handoffs"
SWITCHES: Final = "/v1/operator/kill-switches"
DESK: Final = "/v1/operator/events"
TRIES_AGAIN: Final = 1.0  # seconds
RETURNED: Final = 0.25  # of the handoffs go back to the assistant, the others are resolved
TOGETHER: Final = 3  # conversations under a wider switch
AT_MOST: Final = timedelta(minutes=1)
"""A switch ends by itself, should whoever turned it be gone."""


class Operator(Person):
    """Whoever holds an API key."""

    abstract = True
    group_name = "operators"
    fixed_count = 1

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.calls.headers = {"Authorization": f"Bearer {self.options.operator_key}"}


class DeskOperator(Operator):
    """Follows the desk's events; claims, answers, and resolves or returns."""

    grows = True
    thinks = (0.5, 1.5)
    _looking: Doing | None = None
    _drilling: Doing | None = None

    @task
    def serve(self) -> None:
        """Serve one customer who waits; the first time an own one asks, so that each run has seen a handoff."""
        if self._looking is None:
            self._looking = Doing(self._look)
        if self._drilling is None:
            pause(TRIES_AGAIN)  # until the desk's events are there
            self._drilling = Doing(self._drill)
        waiting = self.calls.ask("GET", f"{HANDOFFS}?state=waiting", HANDOFFS)["handoffs"]
        own = [str(each["id"]) for each in waiting if our_desk.is_ours(each["conversation_id"])]
        if own:
            self._help(random.choice(own))

    def _help(self, handoff: str) -> None:
        name = f"{HANDOFFS}/{{id}}"
        claim = self.calls.send("POST", f"{HANDOFFS}/{handoff}/claim", f"{name}/claim", 200, HTTPStatus.CONFLICT)
        if claim.status_code == HTTPStatus.CONFLICT:  # somebody was faster
            return
        end = "return" if random.random() < RETURNED else "resolve"
        words = message("Hello, I have read your question. It is all settled.")
        self.calls.ask("POST", f"{HANDOFFS}/{handoff}/messages", f"{name}/messages", words, 200, 201)
        self.calls.send("POST", f"{HANDOFFS}/{handoff}/{end}", f"{name}/{end}", 200, 204)

    def _look(self) -> None:
        """Read the desk's events for as long as this operator is here."""
        while True:
            with suppress(Refused), self.calls.stream("GET", DESK, DESK) as events:
                our_desk.looks(self)
                try:
                    for heard in events:
                        if heard.kind == "handoff.opened":
                            our_desk.opened(heard.data["handoff_id"], heard.at)
                finally:
                    our_desk.looks_away(self)
            pause(TRIES_AGAIN)

    def _drill(self) -> None:
        with suppress(Refused):
            await_person(Chat.begin(Calls(self.client, self.environment), self.options.site_key))

    @override
    def on_stop(self) -> None:
        """Leave the desk."""
        if self._looking is not None:
            self._looking.end()


class SwitchOperator(Operator):
    """Switches off what covers own conversations in mid-reply, listens until all is silent, and switches on again."""

    thinks = (4.0, 8.0)

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._scopes = itertools.cycle(self.options.switch_scopes)
        self._audience = Audience(self.calls, self.options)

    @task
    def silence(self) -> None:
        """Flip one scope, and time the silence of the conversations it covers."""
        named = next(self._scopes)
        chats = self._audience.be_answered(1 if named == "conversation" else TOGETHER)
        scope = named if named != "conversation" else f"conversation:{chats[0].conversation}"
        try:
            sent = time.monotonic()
            self._flip(scope, on=True)
            answered = time.monotonic()
            last = self._audience.last_word(sent)
        finally:
            self._flip(scope, on=False)
        if last is not None:
            report(self.environment, SILENCE, max(last - sent, 0.0))
            report(self.environment, AFTER_SWITCH, max(last - answered, 0.0))

    def _flip(self, scope: str, *, on: bool) -> None:
        until = {"expires_at": (datetime.now(UTC) + AT_MOST).isoformat()} if on else {}
        wish = {"on": on, "reason": "a load test turns it", **until}
        self.calls.ask("PUT", f"{SWITCHES}/{scope}", f"{SWITCHES}/{{scope}}", wish)
