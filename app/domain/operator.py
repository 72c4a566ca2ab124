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
    """Who acts. `actor` is how rows and audit events call it, `operator:ID` or `key:ID`; `name` is what people read.

    `tenants` is None where every tenant is its own.
    """

    actor: str
    name: str
    role: Role
    tenants: frozenset[str] | None = None

    def may(self, least: Role) -> bool:
        """Tell whether its role is enough."""
        return self.role.rank >= least.rank

    def reaches(self, tenant_id: str) -> bool:
        """Tell whether a tenant is one of its own."""
        return self.role is Role.OWNER or self.tenants is None or tenant_id in self.tenants
