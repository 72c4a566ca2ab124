"""Audit: who did what to what, how it ended and when; never any content."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AuditEvent:
    """One act. `actor` is `contact:ID`, `operator:ID`, `key:ID`, `assistant` or `service`; `target` is `noun:ID`."""

    actor: str
    action: str
    target: str
    outcome: str
    reason: str | None = None
    turn_id: str | None = None
