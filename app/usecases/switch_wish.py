"""What a wish about the kill switch must be, wherever it comes from: about something that is there, and readable."""

from collections.abc import Collection

from app.adapters.db import conversations
from app.adapters.db.engine import Database
from app.domain.ids import is_id
from app.domain.plain_line import is_plain_line
from app.domain.tenant import Tenant
from app.errors import Problem


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


def check_reason(reason: str) -> None:
    """Insist on a reason that can be shown as it is. Raises Problem."""
    if not is_plain_line(reason.strip()):
        raise Problem("bad_request", "Write the reason in one line, without control characters.")
