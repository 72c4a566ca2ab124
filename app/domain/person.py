"""A person who is an operator, as those who manage operators see them: nothing secret."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.operator import Role


@dataclass(frozen=True, slots=True)
class Person:
    """`name` signs in, `shown` is what customers read.

    `tenants` is None for every tenant; without both a password and a TOTP secret, a link is the only way in.
    """

    id: str
    name: str
    shown: str
    role: Role
    tenants: tuple[str, ...] | None
    has_password: bool
    has_totp: bool
    created_at: datetime
    locked_until: datetime | None
    disabled_at: datetime | None
