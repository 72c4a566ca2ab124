"""Rules about operators: what they and their keys may be called, what a password must be, and who manages whom."""

import re
from collections.abc import Collection
from typing import Final

from app.domain.operator import Operator, Role

SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 200
LONGEST_SHOWN: Final = 60
"""Characters of a name that people read: an operator's, or what a key is for."""
_NAME = re.compile(r"[a-z0-9._@-]{2,60}")


def is_name(text: str) -> bool:
    """Tell whether `text`, in lower case, may be an operator's name."""
    return _NAME.fullmatch(text) is not None


def shown_name(name: str, display_name: str | None) -> str:
    """Return what customers call an operator: never a whole address, which `name` may be."""
    return display_name or name.partition("@")[0] or name


def is_password(text: str) -> bool:
    """Tell whether `text` is long enough for a password, and not too long to be one."""
    return SHORTEST_PASSWORD <= len(text) <= LONGEST_PASSWORD


def manages(operator: Operator, role: Role, tenants: Collection[str] | None) -> bool:
    """Tell whether an operator may manage those of a role and tenants, None for every tenant.

    An owner manages everyone; an admin those below an owner whose tenants are all the admin's own, never all there are.
    """
    if operator.role is Role.OWNER:
        return True
    if not operator.may(Role.ADMIN) or role is Role.OWNER or not tenants:
        return False
    return all(operator.reaches(tenant) for tenant in tenants)
