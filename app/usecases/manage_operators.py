"""Managing operators: who is added, disabled and given new secrets, by whom; and how the first owner gets in."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Final

from app.adapters.db import operators, sign_in_failures
from app.adapters.db.engine import Database
from app.adapters.db.tables import OperatorRow
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.keyring import Keyring
from app.adapters.passwords import Passwords, generated
from app.adapters.session_tokens import token_hash
from app.adapters.totp import Enrolment
from app.domain.audit import AuditEvent
from app.domain.operator import Operator, Role
from app.domain.operator_rules import is_name, manages
from app.domain.person import Person
from app.domain.tenant import Tenant
from app.errors import Problem
from app.usecases.lock_out import name_hash
from app.usecases.own_secrets import OwnSecrets, check_password, check_shown

LINK_LASTS: Final = timedelta(hours=1)
FIRST_OWNER: Final = "owner"


@dataclass(frozen=True, slots=True)
class NewSecrets:
    """What an operator signs in with from now on, shown once; `password` is None where it was not generated."""

    operator_id: str
    name: str
    password: str | None
    totp: Enrolment


@dataclass(frozen=True, slots=True)
class ManageOperators:
    """Adds, disables and enables operators, and gives them new secrets. Every act is audited.

    Whoever is not the acting operator's to manage is as unknown as nobody: each method raises Problem `forbidden` below
    the role of an admin, and `not_found` for other tenants and their operators. `tenant_of` finds a served tenant.
    """

    database: Database
    passwords: Passwords
    keyring: Keyring
    tenant_of: Callable[[str], Tenant | None]

    @property
    def own(self) -> OwnSecrets:
        """What each operator may change of its own."""
        return OwnSecrets(self.database, self.passwords, self.keyring)

    async def everyone(self, operator: Operator) -> list[Person]:
        """List the operators that this one manages, and itself, oldest first."""
        _require_admin(operator)
        rows, locks = await self.database.read_service(lambda db: (operators.everyone(db), sign_in_failures.locks(db)))
        return [
            operators.to_person(row, locks.get(name_hash(self.keyring, row.name)))
            for row in rows
            if _manages(operator, row) or operator.actor == f"operator:{row.id}"
        ]

    async def named(self, operator: Operator, name: str) -> Person:
        """Find one of those by name."""
        name = name.strip().lower()
        for person in await self.everyone(operator):
            if person.name == name:
                return person
        raise _unknown()

    async def add(
        self,
        operator: Operator,
        name: str,
        role: Role,
        tenants: Sequence[str] | None,
        password: str | None = None,
        shown: str | None = None,
    ) -> NewSecrets:
        """Add an operator of some tenants, or of all; customers read the name `shown`, where one is given.

        Raises Problem `bad_request`, `conflict` for a taken name.
        """
        name = name.strip().lower()
        _require_admin(operator)
        if not is_name(name):
            raise Problem("bad_request", "A name has 2 to 60 characters of a-z, 0-9, dot, dash, underscore and @.")
        own = self._tenants(operator, role, tenants)
        display_name = None if shown is None else check_shown(shown)
        (made, hashed), totp = await self._hashed(password), Enrolment.new(name)

        def unit(db: ServiceDb) -> str:
            if operators.named(db, name) is not None:
                raise Problem("conflict", "This name is taken; choose another one.")
            operator_id = operators.create(db, name, role, own, display_name)
            self._give(db, operator_id, hashed, totp)
            db.audit(AuditEvent(operator.actor, "operator.added", f"operator:{operator_id}", role))
            return operator_id

        operator_id = await self.database.write_service(unit)
        return NewSecrets(operator_id, name, made, totp)

    async def disable(self, operator: Operator, operator_id: str) -> None:
        """Shut an operator out at once. Raises Problem `conflict` for oneself and for the last owner."""

        def unit(db: ServiceDb) -> None:
            owners = operators.active_owners(db, lock=True)
            row = _target(db, operator, operator_id)
            if operator.actor == f"operator:{row.id}":
                raise Problem("conflict", "You can't disable yourself; ask another operator.")
            if [owner.id for owner in owners] == [row.id]:
                raise Problem("conflict", "This is the last owner; add another one first.")
            if row.disabled_at is None:
                operators.disable(db, row.id)
                db.audit(AuditEvent(operator.actor, "operator.disabled", f"operator:{row.id}", "disabled"))

        await self.database.write_service(unit)

    async def enable(self, operator: Operator, operator_id: str) -> None:
        """Let an operator sign in again."""

        def unit(db: ServiceDb) -> None:
            row = _target(db, operator, operator_id)
            operators.enable(db, row.id)
            sign_in_failures.forget(db, name_hash(self.keyring, row.name))
            db.audit(AuditEvent(operator.actor, "operator.enabled", f"operator:{row.id}", "enabled"))

        await self.database.write_service(unit)

    async def reset(self, operator: Operator, operator_id: str, password: str | None = None) -> NewSecrets:
        """Give an operator a new password and TOTP secret; its sessions and links end. Raises Problem `conflict` for
        oneself.
        """
        row = await self.database.read_service(lambda db: _target(db, operator, operator_id))
        if operator.actor == f"operator:{row.id}":
            raise Problem("conflict", "Change your own password and code on the page of your account.")
        (shown, hashed), totp = await self._hashed(password), Enrolment.new(row.name)

        def unit(db: ServiceDb) -> None:
            _target(db, operator, row.id)
            self._give(db, row.id, hashed, totp)
            sign_in_failures.forget(db, name_hash(self.keyring, row.name))
            operators.end_access(db, row.id)
            db.audit(AuditEvent(operator.actor, "operator.reset", f"operator:{row.id}", "reset"))

        await self.database.write_service(unit)
        return NewSecrets(row.id, row.name, shown, totp)

    async def login_link(self, operator: Operator, operator_id: str) -> str:
        """Return the token of a link that signs an operator in once, within an hour. Only an owner may make one."""
        if operator.role is not Role.OWNER:
            raise Problem("forbidden", "Only an owner makes links that sign in; ask one.")
        token = secrets.token_urlsafe(32)

        def unit(db: ServiceDb) -> None:
            row = _target(db, operator, operator_id)
            if row.disabled_at is not None:
                raise Problem("conflict", "This operator is disabled; enable it first.")
            _link(db, row.id, token, operator.actor)

        await self.database.write_service(unit)
        return token

    async def first_login(self) -> str | None:
        """Return the token of such a link for the oldest active owner, who is made where there is none at all.

        None where an owner can sign in with password and code: a link is for those who can't yet.
        """
        token = secrets.token_urlsafe(32)

        def unit(db: ServiceDb) -> bool:
            owners = operators.active_owners(db, lock=True)
            if any(owner.password_hash is not None and owner.totp is not None for owner in owners):
                return False
            _link(db, owners[0].id if owners else _first_owner(db), token, "service")
            return True

        return token if await self.database.write_service(unit) else None

    def _tenants(self, operator: Operator, role: Role, tenants: Sequence[str] | None) -> list[str] | None:
        """Return the tenants of a new operator in order, if the acting one may give it these."""
        if role is Role.OWNER or tenants is None:
            if operator.role is not Role.OWNER:
                raise Problem("forbidden", "Only an owner makes owners and operators of every tenant; name tenants.")
            if tenants is not None:
                raise Problem("bad_request", "An owner reaches every tenant; leave the tenants out.")
            return None
        if not tenants:
            raise Problem("bad_request", "Name at least one tenant.")
        if not manages(operator, role, tenants) or any(self.tenant_of(tenant) is None for tenant in tenants):
            raise Problem("not_found", "There is no such tenant among yours.")
        return sorted(set(tenants))

    async def _hashed(self, password: str | None) -> tuple[str | None, str]:
        """Hash a given password, if it is long enough, or a generated one, which is to be shown; returns both."""
        if password is not None:
            check_password(password)
            return None, await self.passwords.hash(password)
        made = generated()
        return made, await self.passwords.hash(made)

    def _give(self, db: ServiceDb, operator_id: str, password_hash: str, totp: Enrolment) -> None:
        """Store what an operator signs in with from now on."""
        operators.set_password(db, operator_id, password_hash)
        operators.set_totp(db, operator_id, self.keyring.seal("totp", operator_id, totp.secret))


def _require_admin(operator: Operator) -> None:
    if not operator.may(Role.ADMIN):
        raise Problem("forbidden", "Managing operators needs the role admin; ask someone who has it.")


def _manages(operator: Operator, row: OperatorRow) -> bool:
    return manages(operator, Role(row.role), row.tenants)


def _target(db: ServiceDb, operator: Operator, operator_id: str) -> OperatorRow:
    """Find whom an act is about, if it is the acting operator's to manage."""
    _require_admin(operator)
    row = operators.find(db, operator_id)
    if row is None or not (_manages(operator, row) or operator.actor == f"operator:{row.id}"):
        raise _unknown()
    return row


def _unknown() -> Problem:
    return Problem("not_found", "There is no such operator among yours.")


def _link(db: ServiceDb, operator_id: str, token: str, by: str) -> None:
    operators.make_link(db, token_hash(token), operator_id, LINK_LASTS)
    db.audit(AuditEvent(by, "operator.link_made", f"operator:{operator_id}", "done"))


def _first_owner(db: ServiceDb) -> str:
    """Make an owner without password, under the first name that is free; returns the id."""
    taken = {row.name for row in operators.everyone(db)}
    free = next(name for n in count(1) if (name := FIRST_OWNER if n == 1 else f"{FIRST_OWNER}-{n}") not in taken)
    operator_id = operators.create(db, free, Role.OWNER, None)
    db.audit(AuditEvent("service", "operator.added", f"operator:{operator_id}", Role.OWNER))
    return operator_id
