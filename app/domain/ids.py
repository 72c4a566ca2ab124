"""Identifiers: UUIDv7 text, so that ids sort by the moment they were made."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

import uuid_utils

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def new_id() -> str:
    """Return a fresh UUIDv7 in its canonical 36-character form."""
    return str(uuid_utils.uuid7())


def first_id_at(moment: datetime) -> str:
    """Return the lowest UUIDv7 of a moment's millisecond: every id made from then on is at or above it."""
    milliseconds = (moment - EPOCH) // timedelta(milliseconds=1)
    return f"{milliseconds >> 16:08x}-{milliseconds & 0xFFFF:04x}-7000-8000-000000000000"


def is_id(text: str) -> bool:
    """Tell whether `text` is a UUID in its canonical form, of whatever version."""
    return _UUID.fullmatch(text) is not None
