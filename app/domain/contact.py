"""A contact: the person who chats, known to one tenant only."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is chatting; `records` are the ids of records that this person may see.

    `profile` is what the tenant's proof said, sealed, with the hash that it is sealed under; anonymous ones have none.
    """

    id: str
    tenant_id: str
    verified: bool
    records: tuple[str, ...] = ()
    locale: str | None = None
    profile: tuple[str, bytes] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Session:
    """A contact's proof for a while, on one site; the token itself is stored hashed.

    `identity_key` is the proof of the tenant's key (`Tenant.proof`), None where nobody said who it is.
    """

    id: str
    contact: Contact
    site_key: str
    workflow: str
    identity_key: str | None
    expires_at: datetime
