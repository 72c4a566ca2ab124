"""What a wish about the kill switch must be, wherever it comes from: about something that is there, and readable."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from app.adapters.db import conversations
from app.adapters.db.engine import Database
from app.domain.ids import is_id
from app.domain.kill_switch import SHORTEST_REASON
from app.domain.plain_line import is_plain_line
from app.domain.plain_text import says_something
from app.domain.tenant import Tenant
from app.errors import Problem

LONGEST: Final = timedelta(days=3653)
"""How far ahead a switch's end may be set."""


async def is_there(scope: str, tenants: Collection[Tenant], database: Database) -> bool:
    """Tell whether what a scope names is there, among these tenants: a typing error must not read as "stopped"."""
    kind, _, target = scope.partition(":")
    match kind:
        case "tenant":
            return any(target == tenant.id for tenant in tenants)
        case "workflow":
            return any(target == f"{tenant.id}/{name}" for tenant in tenants for name in tenant.workflows)
        case "conversation":
            return await tenant_of_conversation(target, sorted(tenant.id for tenant in tenants), database) is not None
        case "model":
            return any(target in w.model.names for tenant in tenants for w in tenant.workflows.values())
        case _:
            return True


async def tenant_of_conversation(conversation_id: str, tenant_ids: list[str], database: Database) -> str | None:
    """Find the tenant, among these, that has a conversation."""
    for tenant_id in tenant_ids if is_id(conversation_id) else ():
        if await database.read(tenant_id, lambda db: conversations.find(db, conversation_id)) is not None:
            return tenant_id
    return None


def check_wish(reason: str, expires_at: datetime | None, now: datetime) -> None:
    """Insist on a reason, and on an end that is still to come. Raises Problem."""
    written = "".join([character for character in reason if character.isspace() or says_something(character)])
    if len(" ".join(written.split())) < SHORTEST_REASON:
        raise Problem("bad_request", f"Give a reason of at least {SHORTEST_REASON} characters.")
    if not is_plain_line(reason.strip()):
        raise Problem("bad_request", "Write the reason in one line, without control characters.")
    if expires_at is not None and (expires_at <= now or expires_at > now + LONGEST):
        raise Problem("bad_request", "expires_at must be a moment to come, within ten years; or leave it out.")
