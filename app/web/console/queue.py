"""The desk's queue: handoffs in the order in which they want a person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.adapters.db import handoffs
from app.adapters.db.engine import Database
from app.adapters.db.tables import HandoffRow
from app.domain.handoff import HandoffState
from app.domain.operator import Operator
from app.domain.tenant import Tenant
from app.web.console.words import REASONS

OPEN: Final = (HandoffState.WAITING, HandoffState.CLAIMED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A handoff as the queue shows it; `holder` is the name of whoever claimed it."""

    id: str
    conversation_id: str
    tenant: str
    workflow: str
    state: str
    reason: str
    opened_at: datetime
    overdue: bool
    mine: bool
    holder: str | None

    @property
    def rank(self) -> tuple[int, datetime]:
        """Its place: who waits too long, who waits, what I hold, what others hold, what has ended; oldest first."""
        if self.state == HandoffState.WAITING:
            return (0 if self.overdue else 1), self.opened_at
        if self.state == HandoffState.CLAIMED:
            return (2 if self.mine else 3), self.opened_at
        return 4, self.opened_at


async def waiting(
    database: Database, operator: Operator, tenants: Iterable[Tenant], states: Sequence[HandoffState] = OPEN
) -> list[Entry]:
    """List the tenants' handoffs in these states, in the order of the queue."""
    rows: list[HandoffRow] = []
    for tenant in tenants:
        rows += await database.read(tenant.id, lambda db: handoffs.in_states(db, states))
    return sorted((_entry(row, operator) for row in rows), key=lambda entry: entry.rank)


def _entry(row: HandoffRow, operator: Operator) -> Entry:
    return Entry(
        row.id,
        row.conversation_id,
        row.tenant_id,
        row.workflow,
        row.state,
        REASONS[row.reason],
        row.opened_at,
        overdue=row.state == HandoffState.WAITING and row.overdue_at is not None,
        mine=row.claimed_by == operator.actor,
        holder=row.operator_name or row.claimed_by,
    )
