"""The list of drafts that wait for a person, or did; whoever may read texts gets them, and the audit says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from app.adapters.db import drafts, messages
from app.adapters.db.engine import Database
from app.adapters.db.tables import DraftRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from app.domain.operator import Operator, Role
from app.domain.review import DraftState
from app.domain.tenant import Tenant

MOST: Final = 200
"""Drafts of a tenant that are listed."""


@dataclass(frozen=True, slots=True)
class Review:
    """A draft with what it answers; both texts are None for those who may not read them."""

    draft: DraftRow
    question: str | None = field(repr=False)
    text: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListReviews:
    """Lists drafts over an operator's tenants: held ones by when they run out, decided ones newest first."""

    database: Database

    async def __call__(self, operator: Operator, tenants: Sequence[Tenant], state: DraftState) -> list[Review]:
        """List the drafts in a state."""
        found: list[Review] = []
        for tenant in tenants:
            found += await self._of_tenant(operator, tenant.id, state)
        if state is DraftState.HELD:
            return sorted(found, key=lambda review: review.draft.decide_by)
        return sorted(found, key=lambda review: review.draft.created_at, reverse=True)

    async def _of_tenant(self, operator: Operator, tenant_id: str, state: DraftState) -> list[Review]:
        reads = operator.may(Role.AGENT)

        def unit(db: TenantDb) -> list[Review]:
            rows = drafts.listed(db, state, MOST)
            asked = messages.asked_in(db, [row.turn_id for row in rows]) if reads and rows else {}
            return [Review(row, asked.get(row.turn_id), row.text if reads else None) for row in rows]

        def read_unit(db: TenantDb) -> None:
            db.audit(AuditEvent(operator.actor, "reviews.read", f"tenant:{tenant_id}", "read", state))

        found = await self.database.read(tenant_id, unit)
        if reads and found:
            await self.database.write(tenant_id, read_unit)  # nothing is shown that is not in the audit
        return found
