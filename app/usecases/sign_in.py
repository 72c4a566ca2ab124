"""Signing in: an operator's password and code, or a link that works once, become a session of twelve hours."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.adapters.db import operators, sign_in_failures
from app.adapters.db.engine import Database
from app.adapters.db.sign_in_failures import Claim
from app.adapters.db.tables import OperatorRow
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.keyring import Keyring
from app.adapters.passwords import Passwords
from app.adapters.session_tokens import token_hash
from app.adapters.totp import step_of
from app.domain.audit import AuditEvent
from app.domain.operator import Operator
from app.domain.operator_rules import is_name
from app.domain.rate_policy import RateCounters
from app.domain.units import Rate
from app.errors import Problem
from app.usecases.lock_out import claim_of, count_failure, refuse_locked, wait

LASTS: Final = timedelta(hours=12)
PER_ADDRESS: Final = Rate(10, 60)
_UNKNOWN: Final = "operator:unknown"
_FAILED: Final = "operator.sign_in_failed"


@dataclass(frozen=True, slots=True)
class SignIn:
    """Begins, finds and ends the sessions of operators."""

    database: Database
    passwords: Passwords
    keyring: Keyring
    counters: RateCounters

    async def with_password(self, name: str, password: str, code: str, address: str) -> str:
        """Sign in; returns the session's token, told this once. Raises Problem `unauthorized`, `rate_limited`.

        `address` is the name under which the caller's address is counted. No answer tells which part was wrong, nor
        whether there is anyone of that name.
        """
        await self._count_address(address)
        name = name.strip().lower()
        claim = claim_of(self.keyring, name, address)
        known = await self.database.read_service(lambda db: _known(db, name, claim))
        right = await self.passwords.verify(known.password_hash if known else None, password)
        renewed = await self._renewed(known, password) if known and right else None
        token = secrets.token_urlsafe(32)
        if not await self.database.write_service(
            lambda db: self._enter(db, claim, known, code if right else "", token_hash(token), renewed)
        ):
            raise _wrong()
        return token

    async def with_link(self, token: str) -> str:
        """Use a link up; returns the session's token, told this once. Raises Problem `unauthorized`."""
        link, session = token_hash(token), secrets.token_urlsafe(32)
        if not await self.database.write_service(lambda db: _follow(db, link, token_hash(session))):
            raise Problem("unauthorized", "This link is not valid any more; sign in, or ask for a new one.")
        return session

    async def out(self, token: str) -> None:
        """End a session; one that has ended already is no error."""
        hashed = token_hash(token)

        def unit(db: ServiceDb) -> None:
            operator_id = operators.end_session(db, hashed)
            if operator_id is not None:
                actor = f"operator:{operator_id}"
                db.audit(AuditEvent(actor, "operator.signed_out", actor, "done"))

        await self.database.write_service(unit)

    async def find(self, token: str) -> Operator | None:
        """Find the operator of a session; None where it has expired or ended, or the operator is disabled."""
        hashed = token_hash(token)
        found, is_news = await self.database.read_service(lambda db: _of_session(db, hashed))
        if is_news:
            await self.database.write_service(lambda db: operators.seen(db, hashed))
        return found

    async def _count_address(self, address: str) -> None:
        """Count a try from an address. Raises Problem `rate_limited`."""
        hashed = self.keyring.digest("sign_in", "operator", address)
        allowance = (await self.counters.hit([("sign_in", hashed, PER_ADDRESS)]))[-1]
        if not allowance.allowed:
            raise wait(allowance.reset)

    async def _renewed(self, row: OperatorRow, password: str) -> str | None:
        """Hash a password anew where its hash is of older parameters."""
        old = row.password_hash
        return await self.passwords.hash(password) if old and self.passwords.outdated(old) else None

    def _enter(
        self, db: ServiceDb, claim: Claim, known: OperatorRow | None, code: str, session: str, renewed: str | None
    ) -> bool:
        """Check the code and begin the session, or count a failure; an empty code never fits.

        What was `known` may have changed: it counts only if the password is the same still, and nothing is locked.
        """
        refuse_locked(db, claim, lock=True)
        row = None if known is None else operators.find(db, known.id, lock=True)
        if known is not None and (row is None or row.password_hash != known.password_hash):
            return False
        step = None if row is None else self._step(row, code, db.now)
        if row is None or step is None or row.disabled_at is not None:
            count_failure(db, claim, _FAILED, _UNKNOWN if row is None else f"operator:{row.id}")
            return False
        sign_in_failures.forgive(db, claim)
        operators.used_code(db, row.id, step)
        if renewed is not None:
            operators.set_password(db, row.id, renewed)
        _begin(db, row.id, session, "password")
        return True

    def _step(self, row: OperatorRow, code: str, now: datetime) -> int | None:
        """Return the time step of an operator's code, None where it is wrong or was used."""
        if row.totp is None:
            return None
        return step_of(self.keyring.open("totp", row.id, row.totp), code, now, row.totp_step)


def _known(db: ServiceDb, name: str, claim: Claim) -> OperatorRow | None:
    """Find who signs in. Raises Problem `rate_limited` while the name is locked there, whoever's it is."""
    refuse_locked(db, claim)
    return operators.named(db, name) if is_name(name) else None


def _follow(db: ServiceDb, link: str, session: str) -> bool:
    """Use a link up, whatever it is still worth, and begin a session if it is."""
    spent = operators.spend_link(db, link)
    if spent is None:
        return False
    row = operators.find(db, spent.operator_id, lock=True)
    if row is None or row.disabled_at is not None or spent.expires_at <= db.now:
        db.audit(AuditEvent("service", _FAILED, f"operator:{spent.operator_id}", "refused", "link"))
        return False
    _begin(db, row.id, session, "link")
    return True


def _begin(db: ServiceDb, operator_id: str, session: str, way: str) -> None:
    operators.begin_session(db, session, operator_id, LASTS)
    actor = f"operator:{operator_id}"
    db.audit(AuditEvent(actor, "operator.signed_in", actor, "done", way))


def _of_session(db: ServiceDb, hashed: str) -> tuple[Operator | None, bool]:
    """Find a session's operator, and whether its row is to hear of it."""
    found = operators.of_session(db, hashed)
    if found is None:
        return None, False
    session, row = found
    return operators.to_operator(row), operators.is_seen_again(session, db.now)


def _wrong() -> Problem:
    """One answer for every fault: which part it was, and whether the name is anyone's, is nobody's business outside."""
    return Problem("unauthorized", "Name, password or code is not right; try again with the next code of your app.")
