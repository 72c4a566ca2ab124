"""Managing API keys: who makes and revokes the keys of programs, and which of them each may see."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.adapters.db import api_keys
from app.adapters.db.engine import Database
from app.adapters.db.tables import ApiKeyRow
from app.adapters.db.tenant_db import ServiceDb
from app.adapters.session_tokens import new_api_key, token_hash
from app.domain.audit import AuditEvent
from app.domain.operator import Operator, Role
from app.domain.operator_rules import LONGEST_SHOWN, manages
from app.domain.plain_line import plain_line
from app.domain.tenant import Tenant
from app.errors import Problem


@dataclass(frozen=True, slots=True)
class ManageKeys:
    """Makes, lists and revokes API keys. Every act is audited.

    A key is managed as an operator of its role and tenant would be: below an admin that is `forbidden`, and whatever is
    not the acting operator's is `not_found`. `tenant_of` finds a served tenant.
    """

    database: Database
    tenant_of: Callable[[str], Tenant | None]

    async def everyone(self, operator: Operator) -> list[ApiKeyRow]:
        """List the keys that the operator manages, newest first."""
        _require_admin(operator)
        rows = await self.database.read_service(api_keys.everyone)
        return [row for row in reversed(rows) if _manages(operator, row)]

    async def create(
        self, operator: Operator, name: str, role: Role, tenant_id: str | None, lasts: timedelta | None
    ) -> str:
        """Make a key of one tenant, or of all; returns the key, told this once. Raises Problem `bad_request`."""
        _require_admin(operator)
        line = plain_line(name, LONGEST_SHOWN)
        if line is None:
            raise Problem("bad_request", f"Say in 1 to {LONGEST_SHOWN} characters, in one line, what the key is for.")
        if tenant_id is None and not manages(operator, role, None):
            raise Problem("forbidden", "Only an owner makes keys of every tenant; name a tenant.")
        if tenant_id is not None:
            self._check(operator, role, tenant_id)
        key = new_api_key()
        expires_at = None if lasts is None else datetime.now(UTC) + lasts

        def unit(db: ServiceDb) -> None:
            key_id = api_keys.create(db, token_hash(key), line, role, tenant_id, expires_at)
            db.audit(AuditEvent(operator.actor, "key.created", f"key:{key_id}", role))

        await self.database.write_service(unit)
        return key

    def _check(self, operator: Operator, role: Role, tenant_id: str) -> None:
        """Let pass a tenant that a key of this role may have, from this operator. Raises Problem."""
        if role is Role.OWNER:
            raise Problem("bad_request", "A key with the role owner reaches every tenant; choose every tenant.")
        if self.tenant_of(tenant_id) is None or not manages(operator, role, [tenant_id]):
            raise Problem("not_found", "There is no such tenant among yours.")

    async def revoke(self, operator: Operator, key_id: str) -> None:
        """End a key at once. Raises Problem `not_found`."""
        _require_admin(operator)

        def unit(db: ServiceDb) -> None:
            row = next((row for row in api_keys.everyone(db) if row.id == key_id and _manages(operator, row)), None)
            if row is None or not api_keys.revoke(db, key_id):
                raise Problem("not_found", "No key of this id holds among yours; see the list.")
            db.audit(AuditEvent(operator.actor, "key.revoked", f"key:{key_id}", "revoked"))

        await self.database.write_service(unit)


def _manages(operator: Operator, row: ApiKeyRow) -> bool:
    return manages(operator, Role(row.role), None if row.tenant_id is None else [row.tenant_id])


def _require_admin(operator: Operator) -> None:
    if not operator.may(Role.ADMIN):
        raise Problem("forbidden", "This needs the role admin; ask someone who has it.")
