"""Customers' route: what they thought of a reply."""

from typing import Annotated, Literal

from litestar import post
from msgspec import Meta, Struct

from app.adapters.db import conversations, feedback, messages
from app.adapters.db.tenant_db import TenantDb
from app.domain.audit import AuditEvent
from app.errors import Problem
from app.web.identity import Customer, ended
from app.web.problems import declared
from app.web.services import Given, Services


class Rating(Struct, frozen=True, forbid_unknown_fields=True):
    """Thumbs up or down, with a word on why."""

    rating: Literal["up", "down"]
    comment: Annotated[str, Meta(max_length=1000)] | None = None


@post(
    "/v1/messages/{message_id:str}/feedback",
    status_code=204,
    responses=declared(401, 403, 404),
    security=[{"session": []}],
)
async def rate(message_id: str, data: Rating, customer: Given[Customer], services: Given[Services]) -> None:
    """Rate a message of an own conversation; a second rating replaces the first."""
    contact = customer.session.contact

    def own(db: TenantDb) -> bool:
        message = messages.find(db, message_id)
        conversation = conversations.find(db, message.conversation_id) if message else None
        return conversation is not None and conversation.contact_id == contact.id

    if not await services.database.read(contact.tenant_id, own):
        raise Problem("not_found", "There is no such message; rate one from your own conversation.")
    comment = None
    if data.comment:
        comment, _ = await services.redaction.redact(customer.workflow, contact, data.comment)

    def unit(db: TenantDb) -> None:
        if not own(db):
            raise ended()
        feedback.keep(db, message_id, contact.id, data.rating, comment)
        db.audit(AuditEvent(f"contact:{contact.id}", "message.rated", f"message:{message_id}", data.rating))

    await services.database.write(contact.tenant_id, unit)


ROUTES = [rate]
