"""A stand-in for a language model: answers from published passages alone, without a network, a key or a delay."""

import re
from collections.abc import AsyncGenerator, Iterable
from typing import Final

from app.domain.llm import Finish, Finished, Piece, Usage
from app.domain.turn import Prompt

NOTHING_FOUND = "I found nothing about that in the help pages. Write “person”, and somebody of our team takes over."
HELLO = "Hello! What can I help you with?"
WELCOME = "You're welcome. Is there anything else I can help you with?"
GOODBYE = "You're welcome, and goodbye!"

_MOST_SENTENCES: Final = 6
_CHARACTERS_PER_TOKEN: Final = 4
_LINE_MARKS = re.compile(r"^[ \t]*(?:#+|[-*+]|\d+\.)[ \t]+", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_THANKS: Final = (
    "(?:(?:ok|okay|great|perfect) )?(?:many thanks|thanks|thank you|thx|cheers)"
    "(?: (?:a lot|so much|very much|again|for (?:the|your) help))?"
)
_NOTHING_MORE: Final = "(?:thats|that is|that was|that will be) (?:all|it)(?: (?:i need(?:ed)?|for (?:now|today)))?"
_FAREWELL: Final = "goodbye|good bye|bye|see you|good night|have a (?:nice|good|great) (?:day|evening|weekend)"
_COURTESIES: Final = (
    (re.compile("(?:hi|hello|hey|good (?:morning|afternoon|evening|day))(?: there| all)?"), HELLO),
    (re.compile(f"(?:no )?{_THANKS}"), WELCOME),
    (re.compile(f"(?:no )?(?:(?:{_THANKS}|{_NOTHING_MORE}|{_FAREWELL})(?: |$))+"), GOODBYE),
)
_APOSTROPHES: Final = str.maketrans("", "", "'\u2019")
_NO_WORD = re.compile(r"\W+")


class OfflineLlm:
    """Returns a courtesy, quotes the best passage with its title, in English, and says plainly where there is none."""

    async def stream(self, prompt: Prompt, model: str) -> AsyncGenerator[Piece | Finished, None]:  # noqa: ARG002 - one voice for all models
        """Yield the answer sentence by sentence, and `Finished` last; never fails."""
        sentences = _quotation(prompt)
        for sentence in sentences:
            yield Piece(sentence)
        read = (prompt.system, *(text for _, text in prompt.messages))
        yield Finished(Finish.STOP, Usage(_tokens(read), _tokens(sentences)))

    async def close(self) -> None:
        """Nothing is held that could be given back."""


def _quotation(prompt: Prompt) -> list[str]:
    """Write the answer as sentences that already hold the spaces between them."""
    if (courtesy := _courtesy(prompt.messages[-1][1])) is not None:
        return [courtesy]
    if not prompt.passages:
        return [NOTHING_FOUND]
    best = prompt.passages[0]
    plain = _LINE_MARKS.sub("", best.text).strip()
    quoted = [sentence.strip() for sentence in _SENTENCE_END.split(plain) if sentence.strip()][:_MOST_SENTENCES]
    return [f"From our help page “{best.title}”:", *(f" {sentence}" for sentence in quoted)]


def _courtesy(message: str) -> str | None:
    """Answer who only greets, thanks or takes their leave."""
    words = _NO_WORD.sub(" ", message.lower().translate(_APOSTROPHES)).strip()
    return next((answer for pattern, answer in _COURTESIES if pattern.fullmatch(words)), None)


def _tokens(texts: Iterable[str]) -> int:
    return sum(map(len, texts)) // _CHARACTERS_PER_TOKEN
