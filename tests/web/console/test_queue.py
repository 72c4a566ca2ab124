from datetime import UTC, datetime, timedelta

from app.adapters.db import conversations, handoffs
from app.adapters.db.tenant_db import TenantDb
from app.domain.handoff import OPEN, HandoffState, Reason
from app.domain.operator import Operator, Role
from app.web.console.queue import Entry, Queue, queue_of
from tests.turns import WORKFLOW, Desk, make_tenant

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def _entry(
    name: str, state: HandoffState, minutes: int, *, crisis: bool = False, overdue: bool = False, mine: bool = False
) -> Entry:
    opened_at = NOON + timedelta(minutes=minutes)
    return Entry(name, name, "harbor", "support", state, [], opened_at, crisis, overdue, mine, holder=None)


def test_the_order_of_the_queue() -> None:
    """Who waits in a crisis comes first, then who waits too long, who waits, what I hold, what others hold, what has
    ended; oldest first.
    """
    entries = [
        _entry("resolved", HandoffState.RESOLVED, 0),
        _entry("theirs", HandoffState.CLAIMED, 1),
        _entry("mine", HandoffState.CLAIMED, 2, mine=True),
        _entry("newer", HandoffState.WAITING, 4),
        _entry("waiting", HandoffState.WAITING, 3),
        _entry("overdue", HandoffState.WAITING, 5, overdue=True),
        _entry("crisis", HandoffState.WAITING, 6, crisis=True),
        _entry("met", HandoffState.CLAIMED, 7, crisis=True, mine=True),
    ]
    ordered = [entry.id for entry in sorted(entries, key=lambda entry: entry.rank)]
    assert ordered == ["crisis", "overdue", "waiting", "newer", "mine", "met", "theirs", "resolved"]


async def test_a_queue_longer_than_its_page(desk: Desk) -> None:
    """It says how many there are in all, and where the next ones are; the last page leads nowhere."""

    def unit(db: TenantDb) -> str:
        conversation = conversations.create(db, "contact", WORKFLOW)
        return handoffs.open_or_join(db, conversation, Reason.UNEXPECTED, "now", timedelta(minutes=5))[0]

    ids = [await desk.database.write(tenant, unit) for tenant in ("harbor", "lumen", "harbor", "harbor")]
    tenants, ann = [desk.tenant, make_tenant("lumen")], Operator("operator:ann", "Ann", Role.AGENT)

    async def page(after_id: str | None) -> Queue:
        return await queue_of(desk.database, ann, tenants, OPEN, after_id, limit=2)

    first, second = await page(None), await page(ids[1])
    assert [[entry.id for entry in queue.entries] for queue in (first, second)] == [ids[:2], ids[2:]]
    assert (first.total, first.next_after) == (4, ids[1])
    assert (second.total, second.next_after) == (4, None)
