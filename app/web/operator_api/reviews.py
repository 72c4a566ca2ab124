"""Operators' routes: the drafts that wait for a person, and the decision on one."""

from typing import Annotated

from litestar import get, post
from litestar.params import Parameter
from msgspec import Meta, Struct

from app.adapters.db import drafts
from app.domain.message import LONGEST_MESSAGE
from app.domain.operator import Operator, Role
from app.domain.review import DraftState
from app.domain.units import iso
from app.errors import Problem
from app.usecases.decide_review import Decision
from app.usecases.list_reviews import Review
from app.web.guards import own_tenants, require
from app.web.operator_api.whose import SECURED, tenant_of
from app.web.problems import declared
from app.web.services import Given, Services


class ReviewOut(Struct, frozen=True):
    """A draft; `question` and `text` are null for those who may not read them."""

    id: str
    conversation_id: str
    tenant: str
    workflow: str
    topic: str
    state: str
    created_at: str
    decide_by: str
    decided_by: str | None
    question: str | None
    text: str | None
    sources: list[dict[str, str | None]]


class ReviewsOut(Struct, frozen=True):
    """Drafts: held ones by when they run out, decided ones newest first."""

    reviews: list[ReviewOut]


class DecisionIn(Struct, frozen=True, forbid_unknown_fields=True):
    """What becomes of a draft; `text` is what the customer reads instead, where the decision is `edit`."""

    decision: Decision
    text: Annotated[str, Meta(min_length=1, max_length=LONGEST_MESSAGE)] | None = None


class DecidedOut(Struct, frozen=True):
    """What became of a draft: the message that the customer has, or the handoff."""

    id: str
    state: str
    message_id: str | None
    handoff_id: str | None


@get("/v1/operator/reviews", responses=declared(401, 403), security=SECURED)
async def list_reviews(
    operator: Given[Operator],
    services: Given[Services],
    wanted: Annotated[DraftState, Parameter(query="state")] = DraftState.HELD,
) -> ReviewsOut:
    """List drafts of the operator's tenants: those that wait, or those in another state; reading texts is audited."""
    found = await services.list_reviews(operator, own_tenants(operator, services.tenants), wanted)
    return ReviewsOut([_review_out(review) for review in found])


def _review_out(review: Review) -> ReviewOut:
    row = review.draft
    return ReviewOut(
        row.id,
        row.conversation_id,
        row.tenant_id,
        row.workflow,
        row.topic,
        row.state,
        iso(row.created_at),
        iso(row.decide_by),
        row.decided_by,
        review.question,
        review.text,
        row.sources,
    )


@post(
    "/v1/operator/reviews/{review_id:str}",
    status_code=200,
    responses=declared(401, 403, 404, 409),
    security=SECURED,
)
async def decide_review(
    review_id: str, data: DecisionIn, operator: Given[Operator], services: Given[Services]
) -> DecidedOut:
    """Approve, edit or reject a draft; the customer has the result at once."""
    tenants = own_tenants(operator, services.tenants)
    tenant = await tenant_of(services.database, tenants, lambda db: drafts.find(db, review_id))
    require(operator, Role.AGENT)
    if data.text is not None and data.decision is not Decision.EDIT:
        raise Problem("bad_request", "Only an edit has a text; decide edit, or leave the text out.")
    decided = await services.deciding(operator, tenant.id, review_id, data.decision, data.text)
    return DecidedOut(review_id, decided.state, decided.message_id, decided.handoff_id)


ROUTES = [list_reviews, decide_review]
