"""Sending: a message that is new takes a turn; the same id again follows the turn that it took first."""

import asyncio
from dataclasses import dataclass, field

from app.adapters.db import messages
from app.adapters.db.engine import Database
from app.adapters.db.tables import MessageRow
from app.domain.conversation import Conversation
from app.domain.turn import Turn
from app.errors import Problem
from app.stages.accept import AlreadyStored
from app.stages.rate_limit import Arriving
from app.stages.redaction import Redaction
from app.usecases.take_turn import TakeTurn

LOOK_AGAIN = 0.05
"""Seconds between looks at whether another replica has stored a message."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The turn of a message and the message's number. `fresh`: it has just begun; an older follower misses nothing."""

    turn_id: str
    seq: int
    fresh: bool = False


@dataclass(slots=True)
class SendMessage:
    """Never makes a second turn of one client message id: not of a repeat, nor of fifty at once."""

    database: Database
    redaction: Redaction
    take_turn: TakeTurn
    _arriving: dict[tuple[str, str], asyncio.Task[Sent]] = field(default_factory=dict)

    async def __call__(self, turn: Turn, first: MessageRow | None) -> Sent:
        """Take the turn, or follow the one of `first`, which was found a moment ago. Raises Problem."""
        if first is not None:
            return self._same(turn, first)
        key = (turn.conversation_id, turn.client_message_id)
        if (arriving := self._arriving.get(key)) is None:
            taking = self._arriving[key] = asyncio.ensure_future(self._take(turn))
            taking.add_done_callback(lambda _: self._arriving.pop(key, None))
            # Shielded: whoever hangs up now still gets an answer kept for the return.
            return await asyncio.shield(taking)
        await asyncio.shield(arriving)
        return await self._stored(turn)

    async def _take(self, turn: Turn) -> Sent:
        """Take the turn; another replica may be faster, or about to store it, unless it refuses it."""
        row = None
        while row is None:
            try:
                taken = await self.take_turn(turn)
            except AlreadyStored:
                return await self._stored(turn)
            except Arriving:
                await asyncio.sleep(LOOK_AGAIN)
                row = await self._row(turn)
            else:
                return Sent(taken.turn_id, taken.seq, fresh=True)
        return self._same(turn, row)

    async def _stored(self, turn: Turn) -> Sent:
        """Follow the turn that is stored under the id by now. Raises Problem."""
        if (row := await self._row(turn)) is None:
            raise _no_conversation()
        return self._same(turn, row)

    async def _row(self, turn: Turn) -> MessageRow | None:
        """Find the message that is stored under the id by now."""
        return await self.database.glance(
            turn.tenant.id, lambda db: messages.by_client_id(db, turn.conversation_id, turn.client_message_id)
        )

    def _same(self, turn: Turn, row: MessageRow) -> Sent:
        """Return the first turn if the text is the same. Raises Problem `message_differs`."""
        if row.text_hash != self.redaction.text_hash(turn.tenant.id, turn.text):
            raise Problem(
                "message_differs", "Another text was sent under this client_message_id; use a new id for a new message."
            )
        return Sent(str(row.turn_id), row.seq)


def own_message(conversation: Conversation | None, message: MessageRow | None, contact_id: str) -> MessageRow | None:
    """Return the message that was found in a conversation of the contact. Raises Problem where that is another's."""
    if conversation is None or conversation.contact_id != contact_id:
        raise _no_conversation()
    return message


def _no_conversation() -> Problem:
    return Problem("not_found", "There is no such conversation; start one with POST /v1/conversations.")
