"""The list of handoffs over an operator's tenants, page by page."""

from collections.abc import Iterable, Sequence

from app.adapters.db import handoffs
from app.adapters.db.engine import Database
from app.adapters.db.tables import HandoffRow
from app.domain.handoff import HandoffState
from app.domain.tenant import Tenant


async def listed(
    database: Database, tenants: Iterable[Tenant], states: Sequence[HandoffState], after_id: str | None, limit: int
) -> list[HandoffRow]:
    """List up to `limit` handoffs of these tenants in given states: open ones oldest first, ended ones newest first.
    The id of the last one listed is where the next page begins.
    """
    rows: list[HandoffRow] = []
    for tenant in tenants:
        rows += await database.read(tenant.id, lambda db: handoffs.in_states(db, states, after_id, limit))
    rows.sort(key=lambda row: row.id, reverse=not handoffs.oldest_first(states))
    return rows[:limit]
