"""One contact's conversation: beginning it, saying something, and what the turn came to."""

import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from loadtests.measures import FIRST_PIECE, MESSAGES, TURN, WHOLE_REPLY, report
from loadtests.streams import WORDS, Heard
from loadtests.users import our_desk
from loadtests.users.calls import SESSIONS, Body, Calls, Refused
from loadtests.users.greenlets import giving_up_after

TURN_WITHIN: Final = 45.0  # seconds
SHOWN: Final = WORDS - {"reply.started"}
"""The events that put words of the assistant before a customer."""
EVENTS: Final = "/v1/conversations/{id}/events"
QUESTIONS: Final = (
    "How long does delivery to Norway take?",
    "Can I send back boots I wore outside?",
    "Which sizes do the rain jackets come in?",
    "Do you have a shop where I can pick things up?",
    "How do gift cards work?",
    "What does the warranty on tents cover?",
    "How can I follow a parcel?",
    "Which ways to pay are there?",
    "Hi, are your wool socks warm enough for winter hikes?",
)
EXPLAINED: Final = frozenset(
    {"switched_off", "asked_for_person", "review_topic", "escalation_trigger", "taken_over", "not_in_rollout"}
)
"""Why an ordinary question may go to a person while all is well."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a turn ended, and the moments at which a word of the assistant was read."""

    outcome: str
    reason: str
    words: Sequence[float]
    text: str

    @property
    def problem(self) -> str | None:
        """What is wrong with the end of an ordinary question's turn, None if nothing is."""
        fine = self.outcome in {"answered", "held", "delivered"}
        if fine or (self.outcome in {"handed_off", "closed"} and self.reason in EXPLAINED):
            return None
        return f"{self.outcome} {self.reason}".strip()


@dataclass(slots=True)
class Chat:
    """A session with one conversation."""

    calls: Calls
    conversation: str

    @classmethod
    def begin(cls, calls: Calls, site_key: str, identity_token: str | None = None) -> Self:
        """Begin a session and a conversation; raises Refused."""
        proof = {"identity_token": identity_token} if identity_token else {}
        session = calls.ask("POST", SESSIONS, SESSIONS, {"site_key": site_key, **proof}, 201)
        own = replace(calls, headers={"Authorization": f"Bearer {session['session_token']}"}, wait=0.0)
        chat = cls(own, "")
        chat.start_again()
        return chat

    def start_again(self) -> None:
        """Begin another conversation of the same contact; raises Refused."""
        self.conversation = self.calls.ask("POST", "/v1/conversations", "/v1/conversations", {}, 201)["id"]
        our_desk.ours(self.conversation)

    def say(
        self, text: str, read: Callable[[Iterator[Heard]], Iterator[Heard]] = iter, *, measured: bool = True
    ) -> Ended:
        """Send a message and hear its turn to the end; `read` sets the pace. Raises Refused, also where no end came."""
        began, heard = time.monotonic(), list[Heard]()
        with (
            giving_up_after(TURN_WITHIN),
            self.calls.stream("POST", self.at("messages"), MESSAGES, message(text)) as events,
        ):
            heard.extend(_until_end(read(events)))
        ended = _ended(heard)
        problem = "never ended" if ended is None else ended.problem
        took = (heard[-1].at if heard else time.monotonic()) - began
        report(self.calls.environment, TURN, took, problem)
        if ended is None:
            raise Refused
        if measured and ended.words:
            report(self.calls.environment, FIRST_PIECE, ended.words[0] - began)
            if ended.outcome == "answered":
                report(self.calls.environment, WHOLE_REPLY, took)
        return ended

    def history(self) -> Body:
        """The last messages, and the id after which events go on; raises Refused."""
        return self.calls.ask("GET", self.at("messages"), MESSAGES)

    def leave(self) -> None:
        """End the session; raises Refused."""
        self.calls.ask("DELETE", "/v1/session", "/v1/session", None, 204)

    def at(self, part: str) -> str:
        """The address of a part of this conversation."""
        return f"/v1/conversations/{self.conversation}/{part}"


def message(text: str, client_message_id: str | None = None) -> dict[str, Any]:
    """A message as it is sent."""
    return {"client_message_id": client_message_id or str(uuid.uuid4()), "text": text}


def _until_end(events: Iterator[Heard]) -> Iterator[Heard]:
    for heard in events:
        yield heard
        if heard.kind == "turn.ended":
            return


def _ended(heard: Sequence[Heard]) -> Ended | None:
    if not heard or heard[-1].kind != "turn.ended":
        return None
    end = heard[-1].data
    words = [each.at for each in heard if each.kind in SHOWN]
    text = next((str(each.data["text"]) for each in heard if each.kind == "reply.completed"), "")
    return Ended(str(end["outcome"]), str(end.get("reason") or ""), words, text)
