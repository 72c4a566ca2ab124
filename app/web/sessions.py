"""Customers' routes: starting, resuming and ending a session."""

from typing import Annotated, Any

from litestar import Request, delete, get, post
from msgspec import Meta, Struct

from app.adapters.db import conversations, sessions
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from app.domain.contact import Contact
from app.domain.conversation import Conversation
from app.domain.tenant import Site, Tenant
from app.domain.units import iso
from app.errors import Problem
from app.web.conversations import ConversationOut
from app.web.edge import bucket_of, client_address
from app.web.identity import Customer, check_origin
from app.web.problems import declared
from app.web.services import Given, Services


class NewSession(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the widget stands, and the tenant's proof of who is chatting."""

    site_key: Annotated[str, Meta(min_length=1, max_length=80)]
    identity_token: str | None = None
    locale: Annotated[str, Meta(max_length=35, pattern=r"^[A-Za-z0-9_-]*$")] | None = None


class ContactOut(Struct, frozen=True):
    """Who is chatting."""

    id: str
    verified: bool


class AssistantOut(Struct, frozen=True):
    """What the customer sees of the assistant before the first word."""

    name: str
    greeting: str
    privacy_notice: str
    available: bool


class SessionOut(Struct, frozen=True):
    """A session that has begun; the token is told this once."""

    session_token: str
    expires_at: str
    contact: ContactOut
    conversation: ConversationOut | None
    assistant: AssistantOut


class ResumedOut(Struct, frozen=True):
    """A session that still holds, as things are now."""

    expires_at: str
    contact: ContactOut
    conversation: ConversationOut | None
    assistant: AssistantOut


@post("/v1/sessions", responses=declared(401, 403, 404), security=[{}])
async def start(data: NewSession, request: Request[Any, Any, Any], services: Given[Services]) -> SessionOut:
    """Start a session on a site."""
    found = services.tenants.by_site(data.site_key)
    if found is None:
        raise Problem("not_found", "No site has this key; copy it from the tenant's file.")
    tenant, site = found
    check_origin(request, site)
    address = bucket_of(client_address(request.scope, services.settings.trusted_proxies))
    started = await services.starting(tenant, site, data.identity_token, data.locale, address)
    return SessionOut(
        started.token,
        iso(started.expires_at),
        _contact_out(started.contact),
        _conversation_out(started.conversation),
        _assistant_out(tenant, site, available=started.available),
    )


@get("/v1/session", responses=declared(401, 403), security=[{"session": []}])
async def resume(request: Request[Any, Any, Any], services: Given[Services]) -> ResumedOut:
    """Tell how a session stands: until when it holds, whose it is, and whether the assistant would answer now."""
    customer, conversation = await services.identity.and_read(
        request, lambda db, session: conversations.latest_of(db, session.contact.id)
    )
    contact, tenant, site = customer.session.contact, customer.tenant, customer.site
    return ResumedOut(
        iso(customer.session.expires_at),
        _contact_out(contact),
        _conversation_out(conversation),
        _assistant_out(tenant, site, available=await services.starting.available(tenant, site.workflow, contact)),
    )


@delete("/v1/session", status_code=204, responses=declared(401, 403), security=[{"session": []}])
async def end(customer: Given[Customer], services: Given[Services]) -> None:
    """End the session and its streams."""
    contact = customer.session.contact

    def unit(db: TenantDb) -> None:
        sessions.end(db, customer.token_hash)
        db.audit(AuditEvent(f"contact:{contact.id}", "session.ended", f"contact:{contact.id}", "ended"))

    await services.database.write(contact.tenant_id, unit)


def _contact_out(contact: Contact) -> ContactOut:
    return ContactOut(contact.id, contact.verified)


def _conversation_out(conversation: Conversation | None) -> ConversationOut | None:
    return ConversationOut(conversation.id, conversation.state) if conversation else None


def _assistant_out(tenant: Tenant, site: Site, *, available: bool) -> AssistantOut:
    workflow = tenant.workflows[site.workflow]
    return AssistantOut(workflow.assistant_name, workflow.greeting, workflow.privacy_notice, available)


ROUTES = [start, resume, end]
