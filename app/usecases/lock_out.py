"""What a wrong password or code costs: it is counted, told to the audit, and locks the name there after a few."""

import math
from typing import Final

from app.adapters.db import sign_in_failures
from app.adapters.db.sign_in_failures import Claim
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.keyring import Keyring
from app.domain.audit import AuditEvent
from app.errors import Problem

CONSOLE: Final = "console"
"""The place of whoever has signed in already, and is asked for the password again."""


def claim_of(keyring: Keyring, name: str, place: str) -> Claim:
    """Return who somebody claims to be, hashed, and where: the name under which an address is counted, or CONSOLE."""
    return Claim(name_hash(keyring, name), keyring.digest("sign_in_place", "operator", place))


def name_hash(keyring: Keyring, name: str) -> str:
    """Return the hash under which the failures of a name are kept."""
    return keyring.digest("sign_in_name", "operator", name)


def count_failure(db: ServiceDb, claim: Claim, action: str, target: str) -> None:
    """Count a failure; `action` is the act that failed, `target` the operator whose it was, or `operator:unknown`."""
    db.audit(AuditEvent("service", action, target, "refused"))
    if sign_in_failures.count(db, claim):
        db.audit(AuditEvent("service", "operator.locked", target, "locked"))


def refuse_locked(db: ServiceDb, claim: Claim, *, lock: bool = False) -> None:
    """Raise Problem `rate_limited` while a name is locked there; `lock` lets tries at the same moment wait in line."""
    until = sign_in_failures.locked_until(db, claim, lock=lock)
    if until is not None:
        raise wait(math.ceil((until - db.now).total_seconds()))


def wait(seconds: int) -> Problem:
    """Return the refusal of whoever tries too often."""
    seconds = max(1, seconds)
    return Problem(
        "rate_limited", f"Too many tries; wait {seconds} s and try again.", headers={"Retry-After": str(seconds)}
    )
