"""Identifiers: UUIDv7 text, so that ids sort by the moment they were made."""

from uuid import UUID

import uuid_utils


def new_id() -> str:
    """Return a fresh UUIDv7 in its canonical 36-character form."""
    return str(uuid_utils.uuid7())


def is_id(text: str) -> bool:
    """Tell whether `text` is a UUID in its canonical form, of whatever version."""
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
