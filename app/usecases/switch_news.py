"""News of a kill switch: whom it concerns, and what operators and webhooks are told, which is never why."""

from collections.abc import Iterable
from dataclasses import replace

import structlog

from app.adapters.db import conversations, deliveries
from app.adapters.db.engine import Database, DatabaseUnavailable
from app.adapters.db.tenant_db import ServiceDb
from app.domain.audit import AuditEvent
from app.domain.desk import Notice
from app.domain.detection import find_spans
from app.domain.kill_switch import Switch
from app.domain.tenant import Tenant
from app.domain.units import iso

log = structlog.get_logger()

EVERYONE = frozenset({"service", "tool"})
OWN = frozenset({"tenant", "workflow", "conversation"})
"""Kinds of scopes that belong to one tenant."""


def tenant_of(scope: str) -> str | None:
    """Return the tenant that a scope names, None for one that names none."""
    kind, _, target = scope.partition(":")
    return target.partition("/")[0] if kind in ("tenant", "workflow") else None


def covered_by(scope: str, tenants: Iterable[Tenant]) -> list[Tenant]:
    """List the tenants whose turns a scope covers; none for a conversation, whose scope does not say whose it is."""
    kind, _, target = scope.partition(":")
    if kind in EVERYONE:
        return list(tenants)
    if kind == "model":
        return [tenant for tenant in tenants if any(target in flow.model.names for flow in tenant.workflows.values())]
    return [tenant for tenant in tenants if tenant.id == tenant_of(scope)]


async def concerned(scope: str, tenants: Iterable[Tenant], database: Database) -> list[Tenant]:
    """List the tenants whose turns a scope covers; a conversation's is looked for in each tenant's rows.

    Raises DatabaseUnavailable.
    """
    kind, _, target = scope.partition(":")
    if kind != "conversation":
        return covered_by(scope, tenants)
    for tenant in tenants:
        if await database.read(tenant.id, lambda db: conversations.find(db, target)) is not None:
            return [tenant]
    return []


def why(reason: str) -> str:
    """Return an operator's reason as the audit may keep it: without what looks like anybody's personal value."""
    for span in reversed(find_spans(reason)):
        reason = f"{reason[: span.start]}[{span.data_class.upper()}]{reason[span.end :]}"
    return reason


async def note(database: Database, switch: Switch, tenants: Iterable[Tenant]) -> None:
    """Note a switch of a tenant, or of something of its, in that tenant's own chain too.

    The service's chain has it already; where the database is away just now, that one alone does.
    """
    if switch.scope.partition(":")[0] not in OWN:
        return
    event = AuditEvent(switch.by, "switch.on" if switch.on else "switch.off", f"switch:{switch.scope}", switch.mode)
    for tenant in tenants:
        try:
            await database.write(tenant.id, lambda db: db.audit(replace(event, reason=why(switch.reason))))
        except DatabaseUnavailable:
            log.warning("switch not noted with its tenant", tenant=tenant.id, version=switch.version)


def facts_of(switch: Switch) -> dict[str, object]:
    """Say of a switch what webhooks and notices may: its reason is an operator's own words, and is left out."""
    expires_at = None if switch.expires_at is None else iso(switch.expires_at)
    return {"scope": switch.scope, "mode": switch.mode, "at": iso(switch.at), "expires_at": expires_at}


def queue_switch(db: ServiceDb, tenants: Iterable[Tenant], kind: str, switch: Switch) -> None:
    """Queue `switch.on`, `switch.off` or `switch.expiring` for the webhooks of tenants, in the unit that writes it."""
    for tenant in tenants:
        deliveries.queue(db, tenant, kind, facts_of(switch))


def switch_notices(kind: str, switch: Switch, tenants: Iterable[Tenant]) -> list[Notice]:
    """Return what operators are told: everyone of a scope that names no tenant, a tenant's own of any other.

    `tenants` are those that it concerns; they matter for a conversation, which is nobody else's business.
    """
    if switch.scope.startswith("conversation:"):
        return [Notice(kind, tenant.id, facts_of(switch)) for tenant in tenants]
    return [Notice(kind, tenant_of(switch.scope), facts_of(switch))]
