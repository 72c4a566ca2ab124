"""Whose an id is: it is looked for among the operator's own tenants, so that any other is as unknown as none."""

from collections.abc import Callable, Iterable
from typing import Final

from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.domain.ids import is_id
from app.domain.tenant import Tenant
from app.errors import NOTHING_OF_THIS_ID, Problem

SECURED: Final[list[dict[str, list[str]]]] = [{"api_key": []}, {"console": [], "csrf": []}]
"""What every operators' route asks for: an API key, or the console's cookie with its CSRF token."""


async def tenant_of(
    database: Database, tenants: Iterable[Tenant], there: Callable[[TenantDb], object | None]
) -> Tenant:
    """Find the tenant, among these, in which `there` finds a row. Raises Problem `not_found`."""
    for tenant in tenants:
        if await database.read(tenant.id, there) is not None:
            return tenant
    raise Problem("not_found", NOTHING_OF_THIS_ID)


def checked_id(text: str) -> str:
    """Let pass what has the form of an id. Raises Problem `not_found`: nothing else names anything."""
    if not is_id(text):
        raise Problem("not_found", NOTHING_OF_THIS_ID)
    return text
