"""Guards of the operators' routes: who asks, with which role, for which tenant, and from the console's own pages."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from litestar import Request
from litestar.enums import RequestEncodingType

from app.adapters.db import api_keys
from app.adapters.db.engine import Database
from app.adapters.keyring import Keyring
from app.adapters.session_tokens import token_hash
from app.adapters.tenants import Tenants
from app.domain.operator import Operator, Role
from app.domain.tenant import Tenant
from app.errors import Problem
from app.web.identity import bearer

SESSION_COOKIE: Final = "frontdesk_operator"
"""Holds the token of an operator who has signed in."""
FORM_COOKIE: Final = "frontdesk_form"
"""Holds a random value before somebody signs in: forms prove by it that they are the console's own."""
CSRF_HEADER: Final = "X-CSRF-Token"
CSRF_FIELD: Final = "csrf_token"

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_FORMS: Final = (RequestEncodingType.URL_ENCODED, RequestEncodingType.MULTI_PART)


@dataclass(frozen=True, slots=True)
class Operators:
    """Proves operators: programs by their API keys, people by the console's cookie and, where they act, its CSRF token.

    `signed_in` finds the operator of a session's token, None where it has ended.
    """

    database: Database
    keyring: Keyring
    signed_in: Callable[[str], Awaitable[Operator | None]]

    async def __call__(self, request: Request[Any, Any, Any]) -> Operator:
        """Prove who asks. Raises Problem `unauthorized`, `forbidden`."""
        token = request.cookies.get(SESSION_COOKIE)
        if "authorization" in request.headers or not token:
            return await self._with_key(bearer(request))
        operator = await self.signed_in(token)
        if operator is None:
            raise Problem("unauthorized", "Your session has ended; sign in at /console again.")
        if request.method not in _SAFE:
            await check_form(request, self.keyring, token)
        return operator

    async def again(self, request: Request[Any, Any, Any]) -> Operator | None:
        """Look again at who opened a stream: None once the key or session has ended."""
        try:
            return await self(request)
        except Problem:
            return None

    async def _with_key(self, key: str) -> Operator:
        hashed = token_hash(key)
        row = await self.database.read_service(lambda db: api_keys.find(db, hashed))
        if row is None:
            raise Problem(
                "unauthorized",
                "The API key is not valid; make one with frontdesk keys create.",
                headers={"WWW-Authenticate": "Bearer"},
            )
        tenants = None if row.tenant_id is None else frozenset({row.tenant_id})
        return Operator(f"key:{row.id}", row.name, Role(row.role), tenants)


def csrf_of(keyring: Keyring, token: str) -> str:
    """Return the CSRF token that belongs to a session's token, or to the form cookie's value."""
    return keyring.digest("csrf", "operator", token)


async def check_form(request: Request[Any, Any, Any], keyring: Keyring, token: str) -> None:
    """Let pass what the console's own pages send. Raises Problem `forbidden`."""
    if not _from_here(request):
        raise Problem(
            "forbidden",
            "This was sent from another site's page, or through a proxy that FRONTDESK_TRUSTED_PROXIES does not name; "
            "use the console's own page.",
        )
    given = request.headers.get(CSRF_HEADER) or await _field(request)
    if not hmac.compare_digest(given.encode(), csrf_of(keyring, token).encode()):
        raise Problem("forbidden", "The page's CSRF token is missing or out of date; reload the page and try again.")


def _from_here(request: Request[Any, Any, Any]) -> bool:
    """Tell whether the page that sent a request, where its browser names one, is this service's own."""
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if origin not in (None, f"{request.url.scheme}://{request.headers.get('host', '')}"):
        return False
    return site in (None, "same-origin", "none")


async def _field(request: Request[Any, Any, Any]) -> str:
    """Return the CSRF token of a form, empty where the body is none."""
    if request.content_type[0] not in _FORMS:
        return ""
    given = (await request.form()).get(CSRF_FIELD)
    return given if isinstance(given, str) else ""


def require(operator: Operator, least: Role) -> None:
    """Raise Problem `forbidden` unless the operator's role is enough."""
    if not operator.may(least):
        raise Problem("forbidden", f"This needs the role {least}; ask someone who has it.")


def reachable(operator: Operator, tenants: Tenants, tenant_id: str) -> Tenant:
    """Return a tenant of the operator's; any other is as unknown as none. Raises Problem `not_found`."""
    tenant = tenants.get(tenant_id)
    if tenant is None or not operator.reaches(tenant_id):
        raise Problem("not_found", "There is no such tenant among yours.")
    return tenant


def own_tenants(operator: Operator, tenants: Tenants) -> list[Tenant]:
    """List the tenants that the operator reaches."""
    return [tenant for tenant in tenants.all() if operator.reaches(tenant.id)]
