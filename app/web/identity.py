"""Identity: whose request it is, told by the session token alone, and from which of the site's origins."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from litestar import Request

from app.adapters.db import contacts, sessions
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.adapters.session_tokens import tenant_of, token_hash
from app.adapters.tenants import Tenants
from app.domain.contact import Session
from app.domain.tenant import Site, Tenant
from app.domain.turn import Turn
from app.domain.workflow import Workflow
from app.errors import Problem
from app.usecases.watch_sessions import WatchSessions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Customer:
    """A proved session with the tenant's file as it is now."""

    session: Session
    token_hash: str
    tenant: Tenant
    site: Site

    @property
    def workflow(self) -> Workflow:
        """The workflow of the site that the session is for."""
        return self.tenant.workflows[self.site.workflow]

    def turn(self, conversation_id: str, client_message_id: str, text: str) -> Turn:
        """Begin a turn: the first milestone."""
        return Turn(
            self.tenant,
            self.site.workflow,
            self.session.contact,
            conversation_id,
            client_message_id,
            text,
            self.site.key,
        )


@dataclass(frozen=True, slots=True)
class Identity:
    """Finds the session of a request."""

    database: Database
    tenants: Tenants
    watch: WatchSessions

    async def __call__(self, request: Request[Any, Any, Any]) -> Customer:
        """Prove the request's session token. Raises Problem `unauthorized`, `origin_not_allowed`."""
        customer, _ = await self.and_read(request, lambda _db, _session: None)
        return customer

    async def and_read(
        self, request: Request[Any, Any, Any], also: Callable[[TenantDb, Session], T]
    ) -> tuple[Customer, T]:
        """Prove the session and read something else with it, in one transaction; what `also` raises comes second."""
        token = bearer(request)
        tenant = self.tenants.get(tenant_of(token) or "")
        if tenant is None:
            raise ended()
        hashed = token_hash(token)

        def unit(db: TenantDb) -> tuple[Session, Site, T]:
            session = _find(db, hashed, tenant)
            site = tenant.site(session.site_key) if session else None
            if session is None or site is None or not self.watch.still_proved(session):
                raise ended()
            check_origin(request, site)
            return session, site, also(db, session)

        session, site, read = await self.database.glance(tenant.id, unit)
        return Customer(session, hashed, tenant, site), read


def _find(db: TenantDb, hashed: str, tenant: Tenant) -> Session | None:
    """Read a session and its contact."""
    row = sessions.find(db, hashed)
    contact = contacts.find(db, row.contact_id) if row else None
    site = tenant.site(row.site_key) if row else None
    if row is None or contact is None or site is None:
        return None
    return Session(row.id, contacts.to_contact(contact), row.site_key, site.workflow, row.identity_key, row.expires_at)


def bearer(request: Request[Any, Any, Any]) -> str:
    """Return the request's bearer token. Raises Problem `unauthorized`."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Problem(
            "unauthorized", "Send an Authorization header with a bearer token.", headers={"WWW-Authenticate": "Bearer"}
        )
    return token.strip()


def check_origin(request: Request[Any, Any, Any], site: Site) -> None:
    """Let pass what comes from the site's own origins, or from no browser. Raises Problem `origin_not_allowed`."""
    origin = request.headers.get("origin")
    if origin is not None and origin not in site.origins:
        raise Problem("origin_not_allowed", "This site does not list the page's origin; add it to the tenant's file.")


def ended() -> Problem:
    """One answer for every session that does not hold."""
    return Problem("unauthorized", "The session has ended; start a new one.", headers={"WWW-Authenticate": "Bearer"})
