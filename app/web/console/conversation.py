"""One conversation on the desk: its transcript, the state of its handoff, and what an operator does with it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from litestar import Request, Response, get, post
from litestar.response import Redirect

from app.adapters.db import conversations, handoffs
from app.adapters.db.tables import HandoffRow
from app.domain.handoff import HandoffState
from app.domain.ids import is_id, new_id
from app.domain.message import LONGEST_MESSAGE
from app.domain.operator import Operator, Role
from app.domain.tenant import Tenant
from app.errors import Problem
from app.web.console import words
from app.web.console.forms import Form, form_of
from app.web.console.pages import page, plain_page
from app.web.console.placeholders import parts_of
from app.web.console.reviews import draft_of
from app.web.guards import SESSION_COOKIE, csrf_of, own_tenants, require
from app.web.operator_api.whose import tenant_of
from app.web.services import Given, Services

Act = Callable[[str, Form], Awaitable[object]]
"""What an operator does, given the tenant's id and the form that was sent."""


@get("/console/desk/{conversation_id:str}")
async def show_conversation(
    conversation_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Show the transcript; reading it is audited."""
    return await _shown(request, conversation_id, operator, services)


@get("/console/desk/{conversation_id:str}/state")
async def show_state(
    conversation_id: str,
    request: Request[Any, Any, Any],
    operator: Given[Operator],
    services: Given[Services],
    *,
    composer: bool = False,
) -> Response[bytes]:
    """Show the state of the handoff alone, without any text: what the page asks for again when it changes.

    `composer` tells that the page has a place to write.
    """
    tenant = await _tenant_of(conversation_id, operator, services)
    conversation = await services.database.read(tenant.id, lambda db: conversations.find(db, conversation_id))
    handoff = await services.database.read(tenant.id, lambda db: handoffs.of_conversation(db, conversation_id))
    return plain_page(
        "_handoff_state.html",
        csrf_token=csrf_of(services.keyring, request.cookies.get(SESSION_COOKIE, "")),
        tenant=tenant,
        conversation=conversation,
        handoff=handoff,
        held_by_me=_holds(operator, handoff),
        composer=composer,
        revealed={},
        words=words,
    )


@post("/console/desk/{conversation_id:str}/claim")
async def claim(
    conversation_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes] | Redirect:
    """Claim the handoff that waits; answers once the assistant is silent."""
    return await _acted(
        request,
        conversation_id,
        operator,
        services,
        lambda tenant_id, form: services.serving.claim(operator, tenant_id, form["handoff_id"]),
    )


@post("/console/desk/{conversation_id:str}/take-over")
async def take_over(
    conversation_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes] | Redirect:
    """Take a conversation over that nobody waits in; answers once the assistant is silent."""
    return await _acted(
        request,
        conversation_id,
        operator,
        services,
        lambda tenant_id, _: services.serving.take_over(operator, tenant_id, conversation_id),
    )


@post("/console/desk/{conversation_id:str}/say")
async def say(
    conversation_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes] | Redirect:
    """Write to the customer; a form that is sent twice is one message."""

    async def written(tenant_id: str, form: Form) -> object:
        text = form.message("text")
        once = form["client_message_id"].lower()
        if once and not is_id(once):
            raise Problem("bad_request", "client_message_id must be a UUID; reload the page and write again.")
        return await services.serving.say(operator, tenant_id, form["handoff_id"], text, once or None)

    return await _acted(request, conversation_id, operator, services, written)


@post("/console/desk/{conversation_id:str}/return")
async def give_back(
    conversation_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes] | Redirect:
    """Return the conversation to the assistant."""
    return await _acted(
        request,
        conversation_id,
        operator,
        services,
        lambda tenant_id, form: services.serving.give_back(operator, tenant_id, form["handoff_id"]),
    )


@post("/console/desk/{conversation_id:str}/resolve")
async def resolve(
    conversation_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes] | Redirect:
    """Close the matter."""
    return await _acted(
        request,
        conversation_id,
        operator,
        services,
        lambda tenant_id, form: services.serving.resolve(operator, tenant_id, form["handoff_id"]),
    )


@post("/console/desk/{conversation_id:str}/reveal")
async def reveal(
    conversation_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Show one value behind its placeholder, on this answer alone; revealing is audited."""
    form = await form_of(request)
    tenant = await _tenant_of(conversation_id, operator, services)
    try:
        placeholder = form.needed("placeholder")
        value = await services.reading.reveal(operator, tenant.id, conversation_id, placeholder)
    except Problem as problem:
        return await _shown(request, conversation_id, operator, services, problem=problem)
    return await _shown(request, conversation_id, operator, services, revealed={placeholder: value})


async def _acted(
    request: Request[Any, Any, Any], conversation_id: str, operator: Operator, services: Services, act: Act
) -> Response[bytes] | Redirect:
    """Do something with a conversation and go back to its page, which says why where it was refused."""
    form = await form_of(request)
    tenant = await _tenant_of(conversation_id, operator, services)
    try:
        await act(tenant.id, form)
    except Problem as problem:
        return await _shown(request, conversation_id, operator, services, problem=problem, unsent=form["text"])
    return Redirect(f"/console/desk/{conversation_id}", status_code=303)


async def _tenant_of(conversation_id: str, operator: Operator, services: Services) -> Tenant:
    """Find the tenant of a conversation, for whom the operator reads. Raises Problem `not_found`, then `forbidden`."""
    own = own_tenants(operator, services.tenants)
    tenant = await tenant_of(services.database, own, lambda db: conversations.find(db, conversation_id))
    require(operator, Role.AGENT)
    return tenant


async def _shown(
    request: Request[Any, Any, Any],
    conversation_id: str,
    operator: Operator,
    services: Services,
    *,
    problem: Problem | None = None,
    revealed: Mapping[str, str] | None = None,
    unsent: str = "",
) -> Response[bytes]:
    """Show the conversation's page, with what was refused or revealed on the way here."""
    tenant = await _tenant_of(conversation_id, operator, services)
    transcript = await services.reading(operator, tenant.id, conversation_id)
    held_by_me = _holds(operator, transcript.handoff)
    return await page(
        request,
        "conversation.html",
        operator,
        problem.status if problem else 200,
        refused=problem.detail if problem else None,
        tenant=tenant,
        transcript=transcript,
        conversation=transcript.conversation,
        handoff=transcript.handoff,
        held_by_me=held_by_me,
        composer=held_by_me,
        drafts=[draft_of(row, None, row.text) for row in transcript.drafts],
        held=len(transcript.drafts),
        here=conversation_id,
        shown=[row.id for row in transcript.drafts],
        again=False,
        parts_of=lambda text: parts_of(text, revealed or {}),
        revealed=revealed or {},
        edited="",
        unsent=unsent,
        client_message_id=new_id(),
        longest=LONGEST_MESSAGE,
        words=words,
    )


def _holds(operator: Operator, handoff: HandoffRow | None) -> bool:
    """Tell whether a handoff is the operator's own."""
    return handoff is not None and handoff.state == HandoffState.CLAIMED and handoff.claimed_by == operator.actor


ROUTES = [show_conversation, show_state, claim, take_over, say, give_back, resolve, reveal]
