"""A reply read over two event streams: the connection breaks in the middle, and nothing may be missing."""

import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from loadtests.measures import MESSAGES, RESUMED, report
from loadtests.streams import Heard
from loadtests.users.calls import Refused
from loadtests.users.chat import EVENTS, Chat, message
from loadtests.users.greenlets import Doing, giving_up_after, pause

PIECES_BEFORE: Final = (2, 20)
AWAY: Final = (0.05, 0.5)  # seconds
HEARD_WITHIN: Final = 15.0
ANSWERED_WITHIN: Final = 5.0  # after the end was read


@dataclass(slots=True)
class Shown:
    """A reply as far as it was read. `gap` is where a piece was missing."""

    reply: str = ""
    length: int = 0
    pieces: int = 0
    gap: str | None = None
    last_id: str = ""
    outcome: str = ""

    def take(self, heard: Heard) -> None:
        """Read one event; a piece that was read before is dropped, as every client does."""
        self.last_id = heard.id or self.last_id
        if heard.kind == "reply.started":
            self.reply, self.length = heard.data["reply_id"], 0
        elif heard.kind == "reply.delta" and heard.data["reply_id"] == self.reply:
            offset, text = int(heard.data["offset"]), str(heard.data["text"])
            if offset > self.length:
                self.gap = "a piece was missing"
            self.length, self.pieces = max(self.length, offset + len(text)), self.pieces + 1
        elif heard.kind == "turn.ended":
            self.outcome = str(heard.data["outcome"])

    def missing(self) -> str | None:
        """Say what should have been read and was not, once all was read."""
        return self.gap or (None if self.outcome else "the end of the turn was missing")


def reply_over_two_streams(chat: Chat, question: str) -> str:
    """Follow the events while a question is answered, break off, and go on after the last id.

    Returns the turn's outcome, which may not have been read. Raises Refused.
    """
    shown = Shown(last_id=str(chat.history()["last_event_id"]))
    cut = random.randint(*PIECES_BEFORE)
    asking = Doing(_ask, chat, question)
    try:
        _read(chat, shown, lambda: shown.pieces >= cut)
        if shown.pieces and not shown.outcome:
            pause(random.uniform(*AWAY))
            began = time.monotonic()
            _read(chat, shown, lambda: False)
            report(chat.calls.environment, RESUMED, time.monotonic() - began, shown.missing())
        asking.wait(ANSWERED_WITHIN)
    finally:
        asking.end()
    return shown.outcome


def _ask(chat: Chat, question: str) -> None:
    with suppress(Refused):  # counted already
        chat.calls.ask("POST", chat.at("messages"), MESSAGES, message(question))


def _read(chat: Chat, shown: Shown, enough: Callable[[], bool]) -> None:
    after = {"Last-Event-ID": shown.last_id}
    with (
        giving_up_after(HEARD_WITHIN),
        chat.calls.stream("GET", chat.at("events"), EVENTS, headers=after) as events,
    ):
        for heard in events:
            shown.take(heard)
            if shown.outcome or enough():
                return
