"""Checking the controls: every promise that configuration can break, with pass or fail."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.adapters.tenants import Tenants
from app.adapters.webhook_sender import key_of
from app.domain.budget import PriceList
from app.domain.data_class import NEVER_KEPT, Handling
from app.domain.tenant import Tenant
from app.domain.workflow import Approval, ModerationProvider, Workflow, WorkflowStage
from app.references import ReferenceUnset

NO_TENANT: Final = "no tenants/*.toml in the folder that FRONTDESK_CONFIG_DIR names; write one, or name another folder"


@dataclass(frozen=True, slots=True)
class Control:
    """One control of one place, and why it fails."""

    place: str
    name: str
    failure: str = ""

    @property
    def passed(self) -> bool:
        """Tell whether it holds."""
        return not self.failure


def _why_not_current(approval: Approval, today: date) -> str:
    """Say which of its dates ends a complete record, or is still to come."""
    if approval.approved_on and approval.approved_on > today:
        return f"approved_on is {approval.approved_on}, which is still to come"
    return f"review_by is {approval.review_by}; review it"


@dataclass(frozen=True, slots=True)
class CheckControls:
    """Goes over tenant files and approval records as they are loaded.

    `keys` are the references of the providers that are asked with a key of their own; `resolve` returns the secret that
    a reference stands for.
    """

    tenants: Tenants
    prices: PriceList
    today: date
    keys: Mapping[str, str]
    resolve: Callable[[str], str]

    def __call__(self) -> list[Control]:
        """Return every control, tenant by tenant."""
        files = [Control(f"{p.file}: {p.key}", "tenant file is valid", p.reason) for p in self.tenants.problems]
        none = not files and not self.tenants.all()
        files.append(Control("tenants", "there is one", NO_TENANT if none else ""))
        return files + [control for tenant in self.tenants.all() for control in self._of_tenant(tenant)]

    def _of_tenant(self, tenant: Tenant) -> Iterator[Control]:
        yield Control(tenant.id, "tenant file is valid")
        for site in tenant.sites:
            missing = [key.id for key in site.identity_keys if (site.key, key.id) not in tenant.identity_secrets]
            failure = f"not set: {', '.join(missing)}; set what their references name" if missing else ""
            yield Control(f"{tenant.id} {site.key}", "identity keys are set", failure)
        for number, webhook in enumerate(tenant.webhooks):
            failure = self._why_unset(webhook.secret, key_of)
            yield Control(f"{tenant.id} webhook[{number}]", "its secret is set", failure)
        for name, workflow in tenant.workflows.items():
            yield from self._of_workflow(f"{tenant.id}/{name}", workflow)

    def _of_workflow(self, place: str, workflow: Workflow) -> Iterator[Control]:
        approval, today = workflow.approval, self.today
        missing = ", ".join(approval.missing())
        yield Control(place, "approval record is complete", f"missing: {missing}" if missing else "")
        stale = not missing and not approval.current(today)
        yield Control(place, "approval is current", _why_not_current(approval, today) if stale else "")
        off = workflow.stage is WorkflowStage.OFF
        yield Control(place, "stage lets the assistant answer", "stage is off" if off else "")
        unpriced = [model for model in workflow.model.names if not self.prices.listed(model)]
        yield Control(place, "every model has a price", f"no price for {', '.join(unpriced)}" if unpriced else "")
        key = self.keys.get(workflow.model.provider)
        yield Control(place, "its provider's key is set", self._why_unset(key, str) if key else "")
        kept = [c for c in NEVER_KEPT if workflow.handling(c) is Handling.ALLOW]
        yield Control(place, "values never to be kept are destroyed", f"allowed: {', '.join(kept)}" if kept else "")
        unmoderated = workflow.moderation.provider is ModerationProvider.OFF and not workflow.moderation.reason
        yield Control(place, "moderation is on, or off for a reason", "off without a reason" if unmoderated else "")
        yield Control(place, "vendor keeps nothing", "store is true" if workflow.model.store else "")

    def _why_unset(self, reference: str, key_of: Callable[[str], object]) -> str:
        """Say why there is no key where a reference points."""
        try:
            key_of(self.resolve(reference))
        except ReferenceUnset as error:
            return str(error)
        except ValueError:
            return f"{reference} is no key"
        return ""
