"""A review: a held reply, and what may become of it."""

from enum import StrEnum


class DraftState(StrEnum):
    """Where a draft stands."""

    HELD = "held"
    APPROVED = "approved"
    EDITED = "edited"
    REJECTED = "rejected"
    EXPIRED = "expired"
