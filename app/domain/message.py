"""A message: one utterance in a conversation."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_MESSAGE = 4000


class Author(StrEnum):
    """Who wrote it."""

    CONTACT = "contact"
    ASSISTANT = "assistant"
    OPERATOR = "operator"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Message:
    """One stored utterance; `text` holds placeholders where personal values were."""

    id: str
    seq: int
    author: Author
    text: str
    at: datetime
    client_message_id: str | None = None
