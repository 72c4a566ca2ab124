"""Demo customers: people who can be logged in on the demo page, where the service runs for its own machine alone."""

import secrets
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import jwt
from litestar import Request

from app.domain.tenant import Site, Tenant
from app.settings import Settings
from app.web.edge import is_from_here

LIFE: Final = 600
"""Seconds that an identity token is good for."""

PEOPLE: Final[Mapping[str, str]] = MappingProxyType({"mara": "Mara Lindt", "jonas": "Jonas Weber"})


def may_log_in(request: Request[Any, Any, Any], settings: Settings, tenant: Tenant, site: Site) -> bool:
    """Tell whether the demo may sign for the shop.

    Only where its identity key is set, on the embedded default, and for a browser on this very machine: a service that
    others can reach must never say for a shop who somebody is.
    """
    return settings.embedded and is_from_here(request.scope) and _key_of(tenant, site) is not None


def token_for(person: str, tenant: Tenant, site: Site) -> str:
    """Make the identity token that the shop's own backend would make. The caller has asked `may_log_in`."""
    key = _key_of(tenant, site)
    if key is None:
        raise LookupError("the shop has no key to sign with")
    kid, secret = key
    now = int(time.time())
    claims = {
        "sub": f"demo-{person}",
        "aud": tenant.id,
        "iat": now,
        "exp": now + LIFE,
        "jti": secrets.token_urlsafe(16),
        "name": PEOPLE[person],
        "email": f"{person}@customer.example",
    }
    return jwt.encode(claims, secret, algorithm="HS256", headers={"kid": kid})


def _key_of(tenant: Tenant, site: Site) -> tuple[str, bytes] | None:
    """Find a secret that the shop shares with the service; with a public key nothing can be signed here."""
    for key in site.identity_keys:
        secret = tenant.identity_secrets.get((site.key, key.id))
        if key.algorithm == "HS256" and secret is not None:
            return key.id, secret
    return None
