"""The desk's queue: handoffs in the order in which they want a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.adapters.db import handoffs
from app.adapters.db.engine import Database
from app.adapters.db.tables import HandoffRow
from app.domain.handoff import HandoffState, Reason
from app.domain.operator import Operator
from app.domain.tenant import Tenant
from app.usecases.list_handoffs import listed
from app.web.console.words import REASONS


@dataclass(frozen=True, slots=True)
class Entry:
    """A handoff as the queue shows it; `holder` is the name of whoever claimed it, `crisis` somebody's wish to die."""

    id: str
    conversation_id: str
    tenant: str
    workflow: str
    state: str
    reasons: Sequence[str]
    opened_at: datetime
    crisis: bool
    overdue: bool
    mine: bool
    holder: str | None

    @property
    def rank(self) -> tuple[int, datetime]:
        """Its place: who waits in a crisis, who waits too long, who waits, what I hold, what others hold, what has
        ended; oldest first.
        """
        if self.state == HandoffState.WAITING:
            return (0 if self.crisis else 1 if self.overdue else 2), self.opened_at
        if self.state == HandoffState.CLAIMED:
            return (3 if self.mine else 4), self.opened_at
        return 5, self.opened_at


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue: some handoffs in its order, how many there are in all, and behind which one to go on, where
    more come.
    """

    entries: Sequence[Entry]
    total: int
    next_after: str | None


async def queue_of(
    database: Database,
    operator: Operator,
    tenants: Sequence[Tenant],
    states: Sequence[HandoffState],
    after_id: str | None,
    limit: int = handoffs.MOST,
) -> Queue:
    """List a page of the tenants' handoffs in these states; those opened first are on the first one."""
    rows = await listed(database, tenants, states, after_id, limit + 1)
    here, more = rows[:limit], len(rows) > limit
    counts = [await database.read(tenant.id, lambda db: handoffs.count_in(db, states)) for tenant in tenants]
    return Queue(
        sorted((_entry(row, operator) for row in here), key=lambda entry: entry.rank),
        sum(counts),
        here[-1].id if more else None,
    )


def _entry(row: HandoffRow, operator: Operator) -> Entry:
    return Entry(
        row.id,
        row.conversation_id,
        row.tenant_id,
        row.workflow,
        row.state,
        [REASONS[reason] for reason in row.reasons],
        row.opened_at,
        crisis=Reason.UNSAFE_INPUT in row.reasons,
        overdue=row.state == HandoffState.WAITING and row.overdue_at is not None,
        mine=row.claimed_by == operator.actor,
        holder=row.operator_name or row.claimed_by,
    )
