"""Identity: whose request it is, told by the session token alone, and from which of the site's origins."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from litestar import Request

from app.adapters.db import contacts, sessions
from app.adapters.db.arrivals import Arrival
from app.adapters.db.engine import Database
from app.adapters.db.tables import ContactRow, MessageRow, SessionRow
from app.adapters.db.tenant_db import TenantDb
from app.adapters.session_tokens import tenant_of, token_hash
from app.adapters.tenants import Tenants
from app.domain.contact import Session
from app.domain.tenant import Site, Tenant
from app.domain.turn import Turn
from app.domain.workflow import Workflow
from app.errors import Problem
from app.usecases.read_arrivals import ReadArrivals
from app.usecases.send_message import own_message
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
    arriving: ReadArrivals

    async def __call__(self, request: Request[Any, Any, Any]) -> Customer:
        """Prove the request's session token. Raises Problem `unauthorized`, `origin_not_allowed`."""
        customer, _ = await self.and_read(request, lambda _db, _session: None)
        return customer

    async def and_read(
        self, request: Request[Any, Any, Any], also: Callable[[TenantDb, Session], T]
    ) -> tuple[Customer, T]:
        """Prove the session and read something else with it, in one transaction; what `also` raises comes second."""
        tenant, hashed = self._named(request)

        def unit(db: TenantDb) -> tuple[Customer, T]:
            row = sessions.find(db, hashed)
            customer = self._prove(request, tenant, row, contacts.find(db, row.contact_id) if row else None)
            return customer, also(db, customer.session)

        return await self.database.glance(tenant.id, unit)

    async def and_first(
        self, request: Request[Any, Any, Any], conversation_id: str, client_message_id: str
    ) -> tuple[Customer, MessageRow | None]:
        """Prove the session of who sends a message, and find the one that is stored under its id. Raises Problem, also
        `not_found`.
        """
        tenant, hashed = self._named(request)
        known = await self.arriving(tenant.id, Arrival(hashed, conversation_id, client_message_id))
        customer = self._prove(request, tenant, known.session, known.contact)
        return customer, own_message(known.conversation, known.first, customer.session.contact.id)

    def _named(self, request: Request[Any, Any, Any]) -> tuple[Tenant, str]:
        """Return the tenant that the request's token names, and what is stored of the token. Raises Problem."""
        token = bearer(request)
        tenant = self.tenants.get(tenant_of(token) or "")
        if tenant is None:
            raise ended()
        return tenant, token_hash(token)

    def _prove(
        self, request: Request[Any, Any, Any], tenant: Tenant, row: SessionRow | None, contact: ContactRow | None
    ) -> Customer:
        """Prove the session by its rows and the tenant's file as it is now. Raises Problem."""
        site = tenant.site(row.site_key) if row else None
        if row is None or contact is None or site is None:
            raise ended()
        known = contacts.to_contact(contact)
        session = Session(row.id, known, row.site_key, site.workflow, row.identity_key, row.expires_at)
        if not self.watch.still_proved(session):
            raise ended()
        check_origin(request, site)
        return Customer(session, row.token_hash, tenant, site)


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
