"""The audience of a kill switch: own conversations that are being answered, and when their last word was read."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from loadtests.load_options import LoadOptions
from loadtests.streams import Heard
from loadtests.users.calls import Calls, Refused
from loadtests.users.chat import QUESTIONS, SHOWN, Chat, Ended
from loadtests.users.greenlets import Doing, pause, wait_for, wait_until

BEGIN_WITHIN: Final = 15.0  # seconds
SILENT_WITHIN: Final = 10.0
INTO_THE_REPLY: Final = (0.0, 0.4)


@dataclass(slots=True)
class Listener:
    """One conversation that is being answered, the words that were read, and whether its turn has ended."""

    chat: Chat
    words: list[float] = field(default_factory=list)
    ended: float | None = None
    outcome: str = ""

    def ask(self) -> None:
        """Ask, and note each word until the end of the turn."""
        try:
            self.outcome = self._said().outcome
        except Refused:
            self.outcome = "refused"
        self.ended = time.monotonic()

    def _said(self) -> Ended:
        return self.chat.say(random.choice(QUESTIONS), self._noting, measured=False)

    def _noting(self, events: Iterator[Heard]) -> Iterator[Heard]:
        for heard in events:
            if heard.kind in SHOWN:
                self.words.append(heard.at)
            yield heard


@dataclass(slots=True)
class Audience:
    """Conversations of an operator's own, kept from flip to flip."""

    calls: Calls
    options: LoadOptions
    _chats: list[Chat] = field(default_factory=list)
    _listeners: list[Listener] = field(default_factory=list)
    _asking: list[Doing] = field(default_factory=list)

    def be_answered(self, many: int) -> list[Chat]:
        """Have so many conversations be answered, and return them in the middle of it; raises Refused."""
        while len(self._chats) < many:
            self._chats.append(Chat.begin(Calls(self.calls.http, self.calls.environment), self.options.site_key))
        self._listeners = [Listener(chat) for chat in self._chats[:many]]
        self._asking = [Doing(listener.ask) for listener in self._listeners]
        wait_until(lambda: all(each.words or each.ended for each in self._listeners), BEGIN_WITHIN)
        pause(random.uniform(*INTO_THE_REPLY))
        return self._chats[:many]

    def last_word(self, since: float) -> float | None:
        """When the last word was read, `since` at the earliest; None where nobody was being answered then."""
        wait_for(self._asking, SILENT_WITHIN)
        spoken_to = [each for each in self._listeners if each.words and (each.ended is None or each.ended > since)]
        for listener in self._listeners:
            if listener.outcome in {"delivered", "refused"}:  # a person has it, or its limit is used up
                self._chats.remove(listener.chat)
        return max([since, *(each.words[-1] for each in spoken_to)]) if spoken_to else None
