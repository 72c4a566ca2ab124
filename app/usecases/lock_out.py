"""What a wrong password or code of an operator costs: it is counted, told to the audit, and locks after a few."""

import math
from datetime import datetime

from app.adapters.db import operators
from app.adapters.db.tables import OperatorRow
from app.adapters.db.tenant_db import ServiceDb
from app.domain.audit import AuditEvent
from app.errors import Problem


def count_failure(db: ServiceDb, row: OperatorRow, action: str) -> None:
    """Count a failure of an operator whose row the caller has locked; `action` is the act that failed."""
    target = f"operator:{row.id}"
    db.audit(AuditEvent("service", action, target, "refused"))
    if operators.failed(db, row) is not None:
        db.audit(AuditEvent("service", "operator.locked", target, "locked"))


def refuse_locked(row: OperatorRow, now: datetime) -> None:
    """Raise Problem `rate_limited` while an operator is locked."""
    if row.locked_until is not None and now < row.locked_until:
        raise wait(math.ceil((row.locked_until - now).total_seconds()))


def wait(seconds: int) -> Problem:
    """Return the refusal of whoever tries too often."""
    seconds = max(1, seconds)
    return Problem(
        "rate_limited", f"Too many tries; wait {seconds} s and try again.", headers={"Retry-After": str(seconds)}
    )
