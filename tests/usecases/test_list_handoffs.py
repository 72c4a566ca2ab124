"""The list of handoffs: every one is on some page, in the order in which they want a person."""

from app.adapters.db import conversations, handoffs
from app.adapters.db.tables import HandoffRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.handoff import OPEN, HandoffState, Reason
from app.usecases.list_handoffs import listed
from tests.turns import WORKFLOW, Desk, make_tenant


async def opened(desk: Desk, *tenants: str) -> list[str]:
    """Handoffs that wait, one in each of these tenants, in this order; returns their ids."""

    def unit(db: TenantDb) -> str:
        conversation = conversations.create(db, "contact", WORKFLOW)
        reason, within = Reason.ASKED_FOR_PERSON, desk.workflow.handoff.claim_within
        return handoffs.open_or_join(db, conversation, reason, "now", within)[0]

    return [await desk.database.write(tenant, unit) for tenant in tenants]


async def test_page_by_page(any_desk: Desk) -> None:
    """Over all the tenants, open ones oldest first, whoever holds them; ended ones newest first."""
    tenants = [any_desk.tenant, make_tenant("lumen")]
    ids = await opened(any_desk, "harbor", "lumen", "lumen", "harbor", "harbor")

    async def page(states: tuple[HandoffState, ...], after_id: str | None, limit: int = 2) -> list[str]:
        return [row.id for row in await listed(any_desk.database, tenants, states, after_id, limit)]

    await any_desk.database.write("harbor", lambda db: handoffs.claim(db, ids[3], "operator:ann", "Ann"))
    assert await page(OPEN, None) == ids[:2]
    assert await page(OPEN, ids[1]) == ids[2:4]
    assert await page(OPEN, ids[3]) == ids[4:]
    assert await page(OPEN, ids[4]) == []
    assert await page((HandoffState.CLAIMED,), None) == [ids[3]]
    for tenant in ("harbor", "lumen"):
        await any_desk.database.write(tenant, lambda db: db.update(HandoffRow, state=HandoffState.RESOLVED))
    ended = (HandoffState.RESOLVED,)
    assert await page(ended, None) == [ids[4], ids[3]]
    assert await page(ended, ids[3], 10) == ids[2::-1]
