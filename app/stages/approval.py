"""Approval: the assistant answers only in a workflow that is approved now, for contacts in its rollout."""

import hashlib
from collections.abc import Callable
from datetime import date

from app.domain.handoff import Reason
from app.domain.tenant import Tenant
from app.domain.turn import Accepted, Open, Outcome, TurnStopped
from app.domain.workflow import WorkflowStage


class Approval:
    """Looks at the tenant's file as it is now, not as the turn began with it: an approval that ends, ends at once."""

    def __init__(self, tenant: Callable[[str], Tenant | None], today: Callable[[], date]) -> None:
        self._tenant = tenant
        self._today = today

    def __call__(self, accepted: Accepted) -> Open:
        """Open the turn; raises TurnStopped `not_approved` or `not_in_rollout`."""
        if reason := self.ended_for(accepted):
            raise TurnStopped(Outcome.HANDED_OFF, reason)
        return Open(accepted)

    def objection(self, tenant_id: str, workflow_name: str, contact_id: str) -> Reason | None:
        """Say why the assistant may not answer this contact now, None if it may."""
        tenant = self._tenant(tenant_id)
        workflow = tenant.workflows.get(workflow_name) if tenant else None
        if workflow is None or workflow.stage is WorkflowStage.OFF or not workflow.approval.current(self._today()):
            return Reason.NOT_APPROVED
        if rollout_place(f"{tenant_id}/{workflow_name}/{contact_id}") >= workflow.rollout_percent:
            return Reason.NOT_IN_ROLLOUT
        return None

    def ended_for(self, accepted: Accepted) -> Reason | None:
        """Say why a turn that has begun may not go on: an approval, stage or site that was there has ended."""
        tenant = self._tenant(accepted.tenant.id)
        workflow = tenant.workflows.get(accepted.workflow_name) if tenant else None
        if tenant is None or workflow is None or not _still_served(tenant, accepted):
            return Reason.NOT_APPROVED
        if workflow.stage is WorkflowStage.PILOT and accepted.workflow.stage is WorkflowStage.LIVE:
            return Reason.NOT_APPROVED
        return self.objection(accepted.tenant.id, accepted.workflow_name, accepted.contact.id)


def _still_served(tenant: Tenant, accepted: Accepted) -> bool:
    """Tell whether the site that the message came from still is one of the workflow's, for such a contact."""
    if accepted.site_key is None:
        return True
    site = tenant.site(accepted.site_key)
    return (
        site is not None and site.workflow == accepted.workflow_name and (site.anonymous or accepted.contact.verified)
    )


def rollout_place(key: str) -> int:
    """Give a contact its place, 0 to 99, the same on every replica and day."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4]) % 100
