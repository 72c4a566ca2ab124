"""Reviews: each held reply with what was asked, until when to decide, and the three decisions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from litestar import Request, Response, get, post
from litestar.response import Redirect

from app.adapters.db import drafts
from app.adapters.db.tables import DraftRow
from app.adapters.db.tenant_db import TenantDb
from app.domain.ids import is_id
from app.domain.operator import Operator, Role
from app.domain.review import DraftState
from app.errors import Problem
from app.usecases.decide_review import Decision
from app.web.console import words
from app.web.console.forms import form_of
from app.web.console.pages import page, plain_page
from app.web.guards import own_tenants, require
from app.web.operator_api.whose import tenant_of
from app.web.services import Given, Services


@dataclass(frozen=True, slots=True)
class Draft:
    """A held reply as pages show it; `question` and `text` are None for those who may not read them."""

    id: str
    conversation_id: str
    tenant: str
    workflow: str
    state: str
    topic: str
    created_at: datetime
    decide_by: datetime
    minutes_left: int
    question: str | None = field(repr=False)
    text: str | None = field(repr=False)
    sources: Sequence[dict[str, str | None]]


def draft_of(row: DraftRow, question: str | None, text: str | None) -> Draft:
    """Read a row as pages show it."""
    left = int((row.decide_by - datetime.now(UTC)).total_seconds() / 60)
    return Draft(
        row.id,
        row.conversation_id,
        row.tenant_id,
        row.workflow,
        row.state,
        row.topic,
        row.created_at,
        row.decide_by,
        left,
        question,
        text,
        row.sources,
    )


@get("/console/reviews")
async def show_reviews(
    request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes]:
    """Show what is held; reading it is audited."""
    return await _shown(request, operator, services)


@get("/console/reviews/waiting")
async def count_reviews(
    operator: Given[Operator], services: Given[Services], conversation: str = "", shown: str = ""
) -> Response[bytes]:
    """Say how many are held, of one conversation or of all, and how those stand that a page shows: what it asks for
    again, so that nobody's edit is swept away by a new list.
    """
    ids = [draft_id for draft_id in shown.split(",") if is_id(draft_id)]

    def unit(db: TenantDb) -> tuple[int, list[DraftRow]]:
        held = len(drafts.held_in(db, conversation)) if conversation else drafts.count_held(db)
        return held, drafts.among(db, ids) if ids else []

    found = [await services.database.read(tenant.id, unit) for tenant in own_tenants(operator, services.tenants)]
    known = {row.id: draft_of(row, None, None) for _, rows in found for row in rows}
    return plain_page(
        "_waiting.html",
        held=sum(held for held, _ in found),
        here=conversation,
        shown=ids,
        known=known,
        again=True,
    )


@post("/console/reviews/{draft_id:str}")
async def decide(
    draft_id: str, request: Request[Any, Any, Any], operator: Given[Operator], services: Given[Services]
) -> Response[bytes] | Redirect:
    """Approve, edit or reject a held reply."""
    form = await form_of(request)
    own = own_tenants(operator, services.tenants)
    tenant = await tenant_of(services.database, own, lambda db: drafts.find(db, draft_id))
    require(operator, Role.AGENT)
    try:
        decision = _decision(form["decision"])
        await services.deciding(operator, tenant.id, draft_id, decision, form.message("text") or None)
    except Problem as problem:
        return await _shown(request, operator, services, problem, edited=draft_id, unsent=form["text"])
    return Redirect("/console/reviews", status_code=303)


def _decision(sent: str) -> Decision:
    """Read what was decided. Raises Problem `bad_request`."""
    if sent not in list(Decision):
        raise Problem("bad_request", f"The decision must be one of {', '.join(Decision)}.")
    return Decision(sent)


async def _shown(
    request: Request[Any, Any, Any],
    operator: Operator,
    services: Services,
    problem: Problem | None = None,
    *,
    edited: str = "",
    unsent: str = "",
) -> Response[bytes]:
    """Show the list, with what was refused on the way here and the edit that was not sent."""
    held = await services.list_reviews(operator, own_tenants(operator, services.tenants), DraftState.HELD)
    return await page(
        request,
        "reviews.html",
        operator,
        problem.status if problem else 200,
        refused=problem.detail if problem else None,
        drafts=[draft_of(review.draft, review.question, review.text) for review in held],
        held=len(held),
        here="",
        shown=[review.draft.id for review in held],
        again=False,
        edited=edited if unsent else "",
        unsent=unsent,
        words=words,
    )


ROUTES = [show_reviews, count_reviews, decide]
