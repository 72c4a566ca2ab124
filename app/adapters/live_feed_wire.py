"""How replicas spell events and orders to each other through Redis: JSON, sealed, for it holds customers' words."""

import secrets
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

import msgspec

from app.domain.event import Event, EventKind

Seal = Callable[[bytes], bytes]
"""Encrypts and authenticates, or undoes it; undoing raises an exception of its own where the bytes are not genuine."""

CONTROL = "frontdesk:control"
"""The channel of orders, which every replica follows."""
ORIGIN_BYTES = 16


class Action(StrEnum):
    """What a replica asks every other to do with a conversation, or a turn of it."""

    CLOSE = "close"
    INTERRUPT = "interrupt"
    LOSE = "lose"


class Order(msgspec.Struct, frozen=True, array_like=True):
    """One action on a conversation, on all where that is None, or on the turn that is to stop."""

    action: Action
    conversation_id: str | None = None
    turn_id: str | None = None
    reason: str = ""


class Post(msgspec.Struct, frozen=True, array_like=True):
    """Events of one conversation, each as (kind, data, seq, n, turn id); none at all means that some were lost."""

    conversation_id: str
    stored: bool
    events: list[tuple[EventKind, dict[str, Any], int, int, str | None]]  # Any: data is whatever JSON an event holds

    def read(self) -> list[Event]:
        """Return the events as the domain knows them."""
        return [Event(*event) for event in self.events]


class Wire:
    """Seals and opens what goes through Redis; its messages carry their origin, so that a replica can skip its own."""

    def __init__(self, seal: Seal, unseal: Seal) -> None:
        self._seal = seal
        self._unseal = unseal
        self._origin = secrets.token_bytes(ORIGIN_BYTES)

    def address(self, sealed: bytes) -> bytes:
        """Make a message of sealed bytes."""
        return self._origin + sealed

    def foreign(self, message: bytes) -> bytes | None:
        """Return the sealed bytes of a message, None if it is this replica's own."""
        return None if message.startswith(self._origin) else message[ORIGIN_BYTES:]

    def seal_order(self, order: Order) -> bytes:
        """Seal an order."""
        return self._seal(msgspec.json.encode(order))

    def seal_events(self, conversation_id: str, events: Sequence[Event], *, stored: bool) -> bytes:
        """Seal events of one conversation, all of them stored ones or none."""
        spelled = [(event.kind, dict(event.data), event.seq, event.n, event.turn_id) for event in events]
        return self._seal(msgspec.json.encode(Post(conversation_id, stored, spelled)))

    def open_order(self, sealed: bytes) -> Order:
        """Read an order; raises what `unseal` and msgspec raise."""
        return msgspec.json.decode(self._unseal(sealed), type=Order)

    def open_post(self, sealed: bytes) -> Post:
        """Read events; raises what `unseal` and msgspec raise."""
        return msgspec.json.decode(self._unseal(sealed), type=Post)


def channel_of(conversation_id: str) -> str:
    """Name the channel that a conversation's events are published on."""
    return f"frontdesk:live:{conversation_id}"


def pieces_of(conversation_id: str) -> str:
    """Name the list of the running reply's pieces: its id first, then sealed events."""
    return f"frontdesk:pieces:{conversation_id}"
