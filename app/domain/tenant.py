"""A tenant: an organisation with its sites, keys and workflows, read from one file."""

import hmac
from dataclasses import dataclass, field
from typing import Annotated, Literal

from msgspec import Meta, Struct

from app.domain.workflow import Workflow

TenantId = Annotated[str, Meta(pattern=r"^[a-z0-9-]{2,40}$")]
WorkflowName = Annotated[str, Meta(pattern=r"^[a-z0-9_-]{1,40}$")]

SERVICE = "_service"
"""Where audit events without a tenant are chained; no tenant id can hold an underscore."""


class IdentityKey(Struct, frozen=True, forbid_unknown_fields=True):
    """One key that proves identity tokens: a shared secret, or a public key; both are references."""

    id: str
    algorithm: Literal["HS256", "ES256", "RS256", "EdDSA"]
    secret: str = ""
    public_key: str = ""


class Site(Struct, frozen=True, forbid_unknown_fields=True):
    """A place where the widget may be embedded."""

    key: Annotated[str, Meta(min_length=1, max_length=80)]
    origins: tuple[str, ...]
    workflow: str
    identity_keys: tuple[IdentityKey, ...] = ()
    anonymous: bool = True


class Webhook(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a tenant's own helpdesk is told of events: ids, reasons and times, never text."""

    url: str
    secret: str
    events: tuple[str, ...]


class TenantHead(Struct, frozen=True, forbid_unknown_fields=True):
    """The `[tenant]` table."""

    id: TenantId
    name: str
    region: str


class TenantFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A tenant file as written, defaults filled in."""

    tenant: TenantHead
    site: tuple[Site, ...]
    workflow: dict[WorkflowName, Workflow]
    webhook: tuple[Webhook, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenant:
    """One version of a tenant's file with its references resolved; a turn keeps the one it began with.

    `instructions` is by workflow name. `identity_secrets` is by (site key, key id) and holds key material;
    a key whose reference could not be resolved is absent. `version` changes whenever anything in it does.
    """

    id: str
    name: str
    region: str
    sites: tuple[Site, ...]
    workflows: dict[str, Workflow]
    webhooks: tuple[Webhook, ...]
    version: str
    instructions: dict[str, str] = field(repr=False)
    identity_secrets: dict[tuple[str, str], bytes] = field(repr=False)

    def site(self, key: str) -> Site | None:
        """Find a site by its public key."""
        return next((site for site in self.sites if site.key == key), None)

    def proof(self, site_key: str, key_id: str) -> str | None:
        """Return what a session keeps of the key that proved it: its id, and what nobody makes without its secret.

        None where the key is not set. It tells as much of the secret as any token that was signed with it.
        """
        material = self.identity_secrets.get((site_key, key_id))
        return None if material is None else f"{key_id} {hmac.digest(material, b'frontdesk session', 'sha256').hex()}"
