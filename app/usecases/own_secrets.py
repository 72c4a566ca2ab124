"""One's own account: an operator who is signed in changes its password, its authenticator app, or its shown name."""

from collections.abc import Callable
from dataclasses import dataclass

from app.adapters.db import operators
from app.adapters.db.engine import Database
from app.adapters.db.sign_in_failures import Claim
from app.adapters.db.tables import OperatorRow
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.keyring import Keyring
from app.adapters.passwords import Passwords
from app.adapters.session_tokens import token_hash
from app.adapters.totp import is_secret, step_of
from app.domain.audit import AuditEvent
from app.domain.operator import Operator
from app.domain.operator_rules import LONGEST_PASSWORD, LONGEST_SHOWN, SHORTEST_PASSWORD, is_password
from app.domain.person import Person
from app.domain.plain_line import plain_line
from app.errors import Problem
from app.usecases.lock_out import CONSOLE, claim_of, count_failure, refuse_locked

_FAILED = "operator.change_refused"


@dataclass(frozen=True, slots=True)
class OwnSecrets:
    """Changes an operator's own secrets and ends its other ways in; and what it is called. Every act is audited.

    Where there is a password, the present one is asked for: whoever finds a console open can't keep it. A wrong one
    counts as a failure to sign in. Every method raises Problem `forbidden` for an API key and for a wrong password,
    `rate_limited` while the operator is locked. `token` is the session's, which stays.
    """

    database: Database
    passwords: Passwords
    keyring: Keyring

    async def mine(self, operator: Operator) -> Person:
        """Return the operator as it stands; `has_password` and `has_totp` say what it can sign in with."""
        return operators.to_person(await self._row(operator))

    async def change_password(self, operator: Operator, token: str, current: str, password: str) -> None:
        """Set a password. Raises Problem `bad_request` where it is too short."""
        check_password(password)
        row = await self._proven(operator, current)
        hashed = await self.passwords.hash(password)
        await self._change(
            row, token, "operator.password_changed", lambda db: operators.set_password(db, row.id, hashed)
        )

    async def change_totp(self, operator: Operator, token: str, current: str, secret: str, code: str) -> None:
        """Set the TOTP secret that an app was just given. Raises Problem `bad_request` where its code does not fit."""
        row = await self._proven(operator, current)

        def change(db: ServiceDb) -> None:
            step = step_of(secret, code, db.now) if is_secret(secret) else None
            if step is None:
                raise Problem(
                    "bad_request", "This is not the app's code of now; scan the picture and type the next one."
                )
            operators.set_totp(db, row.id, self.keyring.seal("totp", row.id, secret), step)

        await self._change(row, token, "operator.totp_changed", change)

    async def show_as(self, operator: Operator, display_name: str) -> str:
        """Set what customers call the operator; returns it. Raises Problem `bad_request` where it is no name."""
        row, shown = await self._row(operator), check_shown(display_name)

        def unit(db: ServiceDb) -> None:
            operators.show_as(db, row.id, shown)
            db.audit(AuditEvent(operator.actor, "operator.renamed", f"operator:{row.id}", "done"))

        await self.database.write_service(unit)
        return shown

    async def _row(self, operator: Operator) -> OperatorRow:
        """Find the operator's row; an API key and the shell have none."""
        kind, _, operator_id = operator.actor.partition(":")
        row = await self.database.read_service(lambda db: operators.find(db, operator_id))
        if kind != "operator" or row is None:
            raise Problem("forbidden", "Only a person who has signed in has a password and a code to change.")
        return row

    async def _proven(self, operator: Operator, current: str) -> OperatorRow:
        """Check the present password, if there is one."""
        row = await self._row(operator)
        claim = self._claim(row)
        await self.database.read_service(lambda db: refuse_locked(db, claim))
        if row.password_hash is None or await self.passwords.verify(row.password_hash, current):
            return row
        await self.database.write_service(lambda db: _fail(db, claim, row.id))
        raise Problem("forbidden", "Your present password is not right; nothing was changed.")

    def _claim(self, row: OperatorRow) -> Claim:
        """Return under what wrong passwords are counted: the operator's name, in the console."""
        return claim_of(self.keyring, row.name, CONSOLE)

    async def _change(self, row: OperatorRow, token: str, act: str, change: Callable[[ServiceDb], None]) -> None:
        """Carry a change out, if since it was asked for nothing was locked and no other password was set."""

        def unit(db: ServiceDb) -> None:
            present = operators.find(db, row.id, lock=True)
            if present is None or present.password_hash != row.password_hash:
                raise Problem("conflict", "Your password was changed meanwhile; sign in again.")
            refuse_locked(db, self._claim(row), lock=True)
            change(db)
            operators.end_access(db, row.id, but=token_hash(token))
            db.audit(AuditEvent(f"operator:{row.id}", act, f"operator:{row.id}", "done"))

        await self.database.write_service(unit)


def _fail(db: ServiceDb, claim: Claim, operator_id: str) -> None:
    """Count a failure, unless so many came at once that the operator is locked already."""
    refuse_locked(db, claim, lock=True)
    count_failure(db, claim, _FAILED, f"operator:{operator_id}")


def check_shown(text: str) -> str:
    """Return a name that people read, without the spaces around it. Raises Problem `bad_request`."""
    shown = plain_line(text, LONGEST_SHOWN)
    if shown is None:
        raise Problem("bad_request", f"A name that people read has 1 to {LONGEST_SHOWN} characters, in one line.")
    return shown


def check_password(password: str) -> None:
    """Raise Problem `bad_request` where a password is too short to be one."""
    if not is_password(password):
        raise Problem("bad_request", f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.")
