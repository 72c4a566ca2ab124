"""The list of conversations over an operator's tenants: who has each, and never what was said."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.adapters.db import conversations
from app.adapters.db.engine import Database
from app.adapters.db.tables import ConversationRow
from app.domain.conversation import ConversationState
from app.domain.tenant import Tenant


@dataclass(frozen=True, slots=True)
class ListConversations:
    """Lists newest first; the id of the last one listed is where the next page begins."""

    database: Database

    async def __call__(
        self, tenants: Sequence[Tenant], state: ConversationState | None, before_id: str | None, limit: int
    ) -> list[ConversationRow]:
        """List up to `limit` conversations of these tenants: those in a state, or all, begun before another one."""
        rows: list[ConversationRow] = []
        for tenant in tenants:
            rows += await self.database.read(tenant.id, lambda db: conversations.listed(db, state, before_id, limit))
        rows.sort(key=lambda row: row.id, reverse=True)
        return rows[:limit]
