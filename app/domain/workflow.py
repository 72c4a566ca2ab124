"""A workflow: one approved use of the assistant, with the record that approves it and the policies that bound it."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from app.domain.data_class import DataClass, Handling
from app.domain.units import Duration, Rate

Share = Annotated[float, Meta(ge=0, le=1)]
Positive = Annotated[int, Meta(ge=1)]


class Approval(Struct, frozen=True, forbid_unknown_fields=True):
    """Who answers for the workflow and until when; every text must be filled before the assistant speaks."""

    requester: str = ""
    business_owner: str = ""
    data_owner: str = ""
    human_review_owner: str = ""
    deletion_owner: str = ""
    data_classes: tuple[str, ...] = ()
    output_destination: str = ""
    system_of_record: str = ""
    retention_rule: str = ""
    escalation_triggers: tuple[str, ...] | None = None
    approved_on: date | None = None
    review_by: date | None = None

    def missing(self) -> list[str]:
        """Name the fields that are still empty; `escalation_triggers` may be, where the record says so with `[]`."""
        given = () if self.escalation_triggers is None else ("escalation_triggers",)
        return [name for name in self.__struct_fields__ if not _is_filled(getattr(self, name)) and name not in given]

    def current(self, today: date) -> bool:
        """Tell whether the record is complete, begun and not past its review date."""
        if self.missing() or self.approved_on is None or self.review_by is None:
            return False
        return self.approved_on <= today <= self.review_by


def _is_filled(value: object) -> bool:
    """Tell whether something stands in a field: white space is nothing, and in a list every text counts."""
    if isinstance(value, tuple):
        return bool(value) and all(map(_is_filled, value))
    return bool(value.strip()) if isinstance(value, str) else bool(value)


class ModelSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Which model answers, and what the vendor is told about keeping it."""

    name: str
    provider: str = "openai"
    fallbacks: tuple[str, ...] = ()
    store: bool = False
    reasoning_effort: str | None = None
    max_output_tokens: Positive = 600

    @property
    def names(self) -> tuple[str, ...]:
        """The models in the order in which they are tried."""
        return (self.name, *self.fallbacks)


class ModerationProvider(StrEnum):
    """Who judges content safety."""

    OPENAI = "openai"
    LOCAL = "local"
    OFF = "off"


class ModerationSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Who moderates, and what an unreachable moderator means."""

    provider: ModerationProvider = ModerationProvider.OPENAI
    on_outage: Literal["handoff", "local"] = "handoff"
    reason: str = ""


class ReviewSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Topics whose answers wait for a person, and how long."""

    topics: tuple[str, ...] = ()
    decide_within: Duration = field(default_factory=lambda: Duration(minutes=15))


class OutputSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """Hosts that a reply may link to or show images from."""

    link_hosts: tuple[str, ...] = ()
    image_hosts: tuple[str, ...] = ()


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """Rate policy and budget; each counts for one workflow of one tenant."""

    per_contact: Rate = Rate(20, 60)
    per_tenant: Rate = Rate(600, 60)
    concurrent_turns: Positive = 50
    anonymous_sessions: Rate = Rate(10, 60)
    anonymous_share: Share = 0.5
    daily_budget_usd: Annotated[float, Meta(ge=0)] = 50.0


class Retention(Struct, frozen=True, forbid_unknown_fields=True):
    """How long each kind of row is kept."""

    messages: Duration = field(default_factory=lambda: Duration(days=30))
    handoffs: Duration = field(default_factory=lambda: Duration(days=90))
    audit: Duration = field(default_factory=lambda: Duration(days=400))


class HandoffSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How soon a person should claim a handoff."""

    claim_within: Duration = field(default_factory=lambda: Duration(minutes=5))


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """When people answer; without spans they always do."""

    timezone: str = "UTC"
    open: tuple[str, ...] = ("mon-sun 00:00-24:00",)
    holidays: tuple[date, ...] = ()


class WorkflowStage(StrEnum):
    """How far the workflow has been let out."""

    OFF = "off"
    PILOT = "pilot"
    LIVE = "live"


class Workflow(Struct, frozen=True, forbid_unknown_fields=True):
    """One approved use, as `[workflow.NAME]` of a tenant file says it."""

    purpose: str
    instructions: str
    assistant_name: str
    greeting: str
    privacy_notice: str
    contact_fallback: str
    crisis_text: str
    model: ModelSettings
    stage: WorkflowStage = WorkflowStage.LIVE
    rollout_percent: Annotated[int, Meta(ge=0, le=100)] = 100
    knowledge: tuple[str, ...] = ()
    approval: Approval = field(default_factory=Approval)
    data_policy: dict[DataClass, Handling] = field(default_factory=dict)
    moderation: ModerationSettings = field(default_factory=ModerationSettings)
    review: ReviewSettings = field(default_factory=ReviewSettings)
    output: OutputSettings = field(default_factory=OutputSettings)
    limits: Limits = field(default_factory=Limits)
    retention: Retention = field(default_factory=Retention)
    handoff: HandoffSettings = field(default_factory=HandoffSettings)
    hours: Hours = field(default_factory=Hours)

    def handling(self, data_class: DataClass) -> Handling:
        """Say what the policy does with a data class; what it does not list is redacted."""
        return self.data_policy.get(data_class, Handling.REDACT)
