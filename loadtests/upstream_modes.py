"""What the stand-in says: counted tokens, a set text, an echo, or whatever the newest text demands."""

import re
from collections.abc import Sequence
from functools import lru_cache

from loadtests.upstream_knobs import Knobs
from loadtests.upstream_writings import written_as

NOTHING_TO_OBEY = "All right."
_DEMAND = re.compile(r"\bsay:[ \t]*(\S[^\r\n]*)", re.IGNORECASE)
_WANTS_INSTRUCTIONS = re.compile(
    r"\b(?:your|the) (?:\w+ )?(?:instructions|rules|prompt|guidelines|briefing|text above|words above)\b|system prompt"
    r"|everything above|what you were told",
    re.IGNORECASE,
)

RoleAndText = tuple[str, str]
"""Role and text of one message."""


def messages_of(body: object) -> list[RoleAndText]:
    """Read role and text of each message of a request's body, oldest first; text in parts is joined."""
    listed = body.get("messages") if isinstance(body, dict) else None
    if not isinstance(listed, list):
        return []
    return [(str(each.get("role")), text_of(each.get("content"))) for each in listed if isinstance(each, dict)]


def text_of(content: object) -> str:
    """Join a content, be it a text or a list of parts."""
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def pieces(knobs: Knobs, body: object) -> tuple[str, ...]:
    """Return the answer to a request in the pieces it is streamed in."""
    if knobs.mode == "echo":
        return _words(_newest(messages_of(body)))
    if knobs.mode == "obey":
        return _words(obeyed(messages_of(body)))
    if knobs.mode == "say" or knobs.say:
        return _words(knobs.say)
    return _tokens(knobs.tokens)


def obeyed(messages: Sequence[RoleAndText]) -> str:
    """Do as the newest text demands: the user's own first, then any other, the newest first.

    `say: X` is answered X. Who asks for the instructions, in whatever the user or a tool brings, reads the whole system
    message, in the writing that was asked for.
    """
    asked = [text for role, text in reversed(messages) if role not in {"assistant", "system", "developer"}]
    system = [text for role, text in reversed(messages) if role in {"system", "developer"}]
    for text in asked:
        if demands := _DEMAND.findall(text):
            return str(demands[-1])
        if _WANTS_INSTRUCTIONS.search(text):
            return written_as(text, "\n".join(reversed(system)))
    for text in system:
        if demands := _DEMAND.findall(text):
            return str(demands[-1])
    return NOTHING_TO_OBEY


def _newest(messages: Sequence[RoleAndText]) -> str:
    return next((text for role, text in reversed(messages) if role == "user"), "")


@lru_cache(maxsize=64)
def _tokens(count: int) -> tuple[str, ...]:
    return tuple(f"tok{number} " for number in range(count))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\s*\S+\s*", text)) or ((text,) if text else ())
