"""Starting a session: who is chatting, on which site, and whether the assistant would answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec

from app.adapters.db import contacts, conversations, sessions
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.adapters.identity_tokens import IdentityClaims, IdentityRefused, IdentityTokens
from app.adapters.keyring import Keyring
from app.adapters.session_tokens import new_token, token_hash
from app.domain.audit import AuditEvent
from app.domain.contact import Contact
from app.domain.conversation import Conversation
from app.domain.kill_switch import Switchboard
from app.domain.rate_policy import RateCounters
from app.domain.tenant import Site, Tenant
from app.errors import Problem
from app.stages.approval import Approval
from app.stages.budget import Budget
from app.stages.rate_limit import refuse_over

VERIFIED = timedelta(hours=1)
ANONYMOUS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Started:
    """A session that has begun; the token is told this once."""

    token: str
    expires_at: datetime
    contact: Contact
    conversation: Conversation | None
    available: bool


@dataclass(frozen=True, slots=True)
class StartSession:
    """Makes a contact's session from an identity token, or an anonymous one where the site allows it."""

    database: Database
    identity_tokens: IdentityTokens
    keyring: Keyring
    counters: RateCounters
    switchboard: Switchboard
    approval: Approval
    budget: Budget
    now: Callable[[], datetime]

    async def __call__(
        self, tenant: Tenant, site: Site, identity_token: str | None, locale: str | None, address: str
    ) -> Started:
        """Start a session. Raises Problem `unauthorized` or `rate_limited`."""
        token, expires_at = new_token(tenant.id), self.now() + (VERIFIED if identity_token else ANONYMOUS)
        claims = self._claims(tenant, site, identity_token)
        proof = tenant.proof(site.key, claims.key_id) if claims else None
        if claims is None:
            await self._limit(tenant, site, address)

        def unit(db: TenantDb) -> tuple[Contact, Conversation | None]:
            contact = self._known(db, claims, locale) if claims else contacts.create_anonymous(db, locale)
            sessions.start(db, token_hash(token), contact.id, site.key, proof, expires_at)
            db.audit(AuditEvent(f"contact:{contact.id}", "session.started", f"contact:{contact.id}", _kind(contact)))
            return contact, conversations.latest_of(db, contact.id) if claims else None

        contact, conversation = await self.database.jot(tenant.id, unit)
        available = await self.available(tenant, site.workflow, contact)
        return Started(token, expires_at, contact, conversation, available)

    async def available(self, tenant: Tenant, workflow: str, contact: Contact) -> bool:
        """Tell whether the assistant would answer this contact now."""
        if self.switchboard.stopped(("service", f"tenant:{tenant.id}", f"workflow:{tenant.id}/{workflow}")) is not None:
            return False
        models = tenant.workflows[workflow].model.names
        if all(self.switchboard.stopped((f"model:{name}",)) is not None for name in models):
            return False
        if self.approval.objection(tenant.id, workflow, contact.id) is not None:
            return False
        return await self.budget.has_room(tenant, workflow, contact)

    def _claims(self, tenant: Tenant, site: Site, identity_token: str | None) -> IdentityClaims | None:
        """Check the tenant's proof. A bad one is refused, never taken for anonymous."""
        if identity_token is None:
            if site.anonymous:
                return None
            raise Problem("unauthorized", "This site asks for an identity token; send one as identity_token.")
        try:
            return self.identity_tokens.verify(identity_token, tenant, site)
        except IdentityRefused as refused:
            raise _bad_token() from refused

    def _known(self, db: TenantDb, claims: IdentityClaims, locale: str | None) -> Contact:
        """Spend the token and find its contact."""
        if not sessions.spend(db, self.keyring.digest("jti", db.tenant, claims.jti), claims.expires_at):
            raise _bad_token()
        subject_hash = self.keyring.digest("subject", db.tenant, claims.sub)
        profile = msgspec.json.encode({"sub": claims.sub, "name": claims.name, "email": claims.email}).decode()
        sealed = self.keyring.seal("profile", f"{db.tenant}/{subject_hash}", profile)
        return contacts.find_or_create_verified(db, subject_hash, sealed, tuple(claims.records), locale)

    async def _limit(self, tenant: Tenant, site: Site, address: str) -> None:
        """Bound how many anonymous sessions one address begins."""
        rate = tenant.workflows[site.workflow].limits.anonymous_sessions
        key = f"{tenant.id}/{site.workflow}/{self.keyring.digest('address', tenant.id, address)}"
        refuse_over(await self.counters.hit([("anonymous_sessions", key, rate)]))


def _kind(contact: Contact) -> str:
    return "verified" if contact.verified else "anonymous"


def _bad_token() -> Problem:
    """One answer for every fault of a token: which one it was is nobody's business outside."""
    return Problem("unauthorized", "The identity token is not valid or was used before; get a new one and try again.")
