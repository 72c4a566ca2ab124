"""Operators of the tests: added, and what they type to sign in."""

from dataclasses import dataclass

import pyotp
from argon2 import PasswordHasher

from app.adapters.db import audit, operators
from app.adapters.db.tables import OperatorRow, OperatorSessionRow
from app.adapters.passwords import Passwords
from app.adapters.rate_counters import MemoryRateCounters
from app.adapters.totp import Enrolment
from app.domain.audit import AuditEvent
from app.domain.operator import Operator, Role
from app.usecases.manage_operators import ManageOperators, NewSecrets
from app.usecases.sign_in import SignIn
from tests.turns import Desk, make_tenant

PASSWORD = "correct horse battery"
ADDRESS = "192.0.2.1"
SHELL = Operator("operator:shell", "shell", Role.OWNER)


@dataclass
class People:
    """Operators on a database, and the use cases that they come to."""

    desk: Desk
    signing_in: SignIn
    managing: ManageOperators

    @classmethod
    def at(cls, desk: Desk) -> "People":
        """Bring them to a database; passwords are quick to hash, `harbor` and `lumen` are served."""
        passwords = Passwords(PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
        served = {name: make_tenant(name) for name in ("harbor", "lumen")}
        return cls(
            desk,
            SignIn(desk.database, passwords, desk.keyring, MemoryRateCounters()),
            ManageOperators(desk.database, passwords, desk.keyring, served.get),
        )

    async def add(self, name: str, role: Role = Role.AGENT, *tenants: str) -> NewSecrets:
        """Add one with PASSWORD, of `harbor` unless other tenants are named."""
        reach = None if role is Role.OWNER else tenants or ("harbor",)
        return await self.managing.add(SHELL, name, role, reach, PASSWORD)

    async def operator(self, name: str, role: Role = Role.AGENT, *tenants: str) -> Operator:
        """Add one and return it as it acts."""
        return operators.to_operator(await self.row(await self.add(name, role, *tenants)))

    async def row(self, person: NewSecrets) -> OperatorRow:
        """The row of one of them."""
        found = await self.desk.database.read_service(lambda db: operators.find(db, person.operator_id))
        assert found is not None
        return found

    def code(self, totp: Enrolment) -> str:
        """What the authenticator app shows now."""
        return pyotp.TOTP(totp.secret).at(self.desk.clock())

    async def enter(self, person: NewSecrets) -> str:
        """Sign in; half a minute passes first, so that the code is a new one."""
        self.desk.clock.move(seconds=30)
        return await self.signing_in.with_password(person.name, PASSWORD, self.code(person.totp), ADDRESS)

    async def first_login(self) -> str:
        """The link that the first start of the service prints."""
        link = await self.managing.first_login()
        assert link is not None
        return link

    async def sessions(self) -> int:
        """How many sessions there are."""
        return await self.desk.database.read_service(lambda db: db.count(OperatorSessionRow))

    async def acts(self) -> list[AuditEvent]:
        """What the service's audit says, oldest first."""
        rows = await self.desk.database.read("_service", lambda db: audit.after(db, 0, 500))
        return [AuditEvent(row.actor, row.action, row.target, row.outcome, row.reason) for row in rows]
