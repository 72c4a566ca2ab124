"""Recall: what was said before a message, so that nothing leaves that completes a value begun in an earlier one."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from app.adapters.db import messages, turns
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.domain.message import Author
from app.domain.split_values import MOST_PARTS, without_split_values
from app.domain.turn import Cleared, Recalled

MOST_TURNS = 10
"""Earlier turns that are looked at; the token budget may take fewer."""
MOST_MESSAGES = 40
"""Newest messages among which those of the earlier turns are found; others wait, or were not answered."""
UNSURE = MOST_PARTS
"""The contact's oldest messages among so many, which are left out: what stood before may have begun a value."""

_ROLES: Mapping[str, str] = MappingProxyType({Author.CONTACT: "user", Author.ASSISTANT: "assistant"})


class Told(NamedTuple):
    """What was said, by `user` or `assistant`, and whether it was in a turn that was answered."""

    role: str
    text: str
    answered: bool


class Recall:
    """Reads what was answered before, and takes out of what others may read what would complete a value."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def __call__(self, cleared: Cleared) -> Recalled:
        """Recall what the message follows on."""
        accepted = cleared.accepted
        if accepted.seq == 1:
            return Recalled(accepted, (("user", accepted.text),))
        told = await self._database.glance(
            accepted.tenant.id, lambda db: told_before(db, accepted.conversation_id, accepted.seq)
        )
        return Recalled(accepted, whole_values_gone([*told, Told("user", accepted.text, answered=True)]))


def told_before(db: TenantDb, conversation_id: str, seq: int) -> list[Told]:
    """List what the contact said before a message, and what was answered, oldest turn first."""
    place = turns.answered_before(db, conversation_id, seq, MOST_TURNS)
    newest = messages.newest(db, conversation_id, MOST_MESSAGES)
    if len(newest) == MOST_MESSAGES:
        theirs = [str(turn) for turn, _, author, _ in reversed(newest) if author == Author.CONTACT]
        place = {turn: number for turn, number in place.items() if turn not in theirs[:UNSURE]}
    rows = [
        (place.get(str(turn), number), number, author, text, turn in place)
        for turn, number, author, text in newest
        if turn in place or (author == Author.CONTACT and number < seq)
    ]
    return [Told(_ROLES[author], text, answered) for _, _, author, text, answered in sorted(rows) if author in _ROLES]


def whole_values_gone(told: Sequence[Told]) -> tuple[tuple[str, str], ...]:
    """Take out what would complete a value that the contact began in an earlier message; leave what was not answered
    out: as it never went through moderation, no later prompt may hold it either.
    """
    asked = [each for each in told if each.role == "user"]
    theirs = iter(without_split_values([each.text for each in asked], [each.answered for each in asked]))
    said = [(each.role, next(theirs) if each.role == "user" else each.text) for each in told]
    return tuple(one for one, each in zip(said, told, strict=True) if each.answered)
