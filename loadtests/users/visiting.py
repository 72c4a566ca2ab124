"""What all customers do: come, say a few things, and go; then the next one comes."""

import random
from typing import Final

from typing_extensions import override

from loadtests.users.chat import QUESTIONS, Chat
from loadtests.users.person import Person

STAYS: Final = (3, 8)  # messages in one visit


class Customer(Person):
    """Comes, says a few things, and goes; then the next one comes."""

    abstract = True
    _chat: Chat | None = None
    _left = 0

    def begin(self) -> Chat:
        """Begin a session; raises Refused."""
        return Chat.begin(self.calls, self.options.site_key)

    @property
    def chat(self) -> Chat:
        """This customer's conversation, a new customer's where the last one has gone. Raises Refused."""
        if self._chat is None:
            self._left = random.randint(*STAYS)
            self._chat = self.begin()
        return self._chat

    def go(self) -> None:
        """Leave for good; somebody else comes next time."""
        chat, self._chat = self._chat, None
        if chat is not None:
            chat.leave()

    @override
    def wait_time(self) -> float:
        """Also wait where the conversation was asked to."""
        if self._chat is not None:
            self.calls.wait = max(self.calls.wait, self._chat.calls.wait)
            self._chat.calls.wait = 0.0
        return super().wait_time()

    def ask_something(self) -> None:
        """Ask a question; the visit goes on, or ends."""
        self.said(self.speak(self.chat))

    def said(self, outcome: str) -> None:
        """Go when all has been asked; whom a person has begins anew, so that the assistant is asked."""
        self._left -= 1
        if self._left <= 0:
            self.go()
        elif outcome in {"delivered", "held"}:
            self.chat.start_again()

    def speak(self, chat: Chat) -> str:
        """Ask one question; returns the turn's outcome."""
        return chat.say(random.choice(QUESTIONS)).outcome
