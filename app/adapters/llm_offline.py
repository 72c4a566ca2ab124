"""A stand-in for a language model: answers from published passages alone, without a network, a key or a delay."""

import re
from collections.abc import AsyncGenerator, Iterable
from typing import Final

from app.domain.llm import Finish, Finished, Piece, Usage
from app.domain.turn import Prompt

NOTHING_FOUND = "I found nothing about that in the help pages. Would you like me to bring in a person?"

_MOST_SENTENCES: Final = 6
_CHARACTERS_PER_TOKEN: Final = 4
_LINE_MARKS = re.compile(r"^[ \t]*(?:#+|[-*+]|\d+\.)[ \t]+", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")


class OfflineLlm:
    """Quotes the best passage with its title, in English, and says plainly where there is none."""

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
    if not prompt.passages:
        return [NOTHING_FOUND]
    best = prompt.passages[0]
    plain = _LINE_MARKS.sub("", best.text).strip()
    quoted = [sentence.strip() for sentence in _SENTENCE_END.split(plain) if sentence.strip()][:_MOST_SENTENCES]
    return [f"From our help page “{best.title}”:", *(f" {sentence}" for sentence in quoted)]


def _tokens(texts: Iterable[str]) -> int:
    return sum(map(len, texts)) // _CHARACTERS_PER_TOKEN
