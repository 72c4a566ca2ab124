"""An operator: a person or a program that works for tenants, with a role that says what it may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an operator may do; each role may also do what those before it may."""

    VIEWER = "viewer"
    AGENT = "agent"
    ADMIN = "admin"
    OWNER = "owner"

    @property
    def rank(self) -> int:
        """Its place among the roles, from 0."""
        return list(Role).index(self)


@dataclass(frozen=True, slots=True)
class Operator:
    """Who acts. `name` is how audit events call it; `tenant_id` is None where it reaches every tenant."""

    name: str
    role: Role
    tenant_id: str | None = None

    def may(self, least: Role) -> bool:
        """Tell whether its role is enough."""
        return self.role.rank >= least.rank

    def reaches(self, tenant_id: str) -> bool:
        """Tell whether a tenant is one of its own."""
        return self.role is Role.OWNER or self.tenant_id in (None, tenant_id)
