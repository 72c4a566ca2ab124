"""Operators' routes: the queue of handoffs, and serving one: claim, write, return, resolve."""

from typing import Annotated

from litestar import get, post
from litestar.params import Parameter
from msgspec import UNSET, Meta, Struct, UnsetType

from app.adapters.db import handoffs
from app.adapters.db.handoffs import MOST
from app.adapters.db.tables import HandoffRow
from app.domain.handoff import OPEN, HandoffState
from app.domain.ids import is_id
from app.domain.message import LONGEST_MESSAGE, Author
from app.domain.operator import Operator, Role
from app.domain.units import iso
from app.errors import Problem
from app.usecases.list_handoffs import listed
from app.web.guards import own_tenants, require
from app.web.operator_api.whose import SECURED, tenant_of
from app.web.problems import declared
from app.web.services import Given, Services


class HandoffOut(Struct, frozen=True):
    """A handoff in the queue; no text. `email_placeholder` stands for the address that the customer left."""

    id: str
    conversation_id: str
    tenant: str
    workflow: str
    state: str
    reason: str
    opened_at: str
    claimed_by: str | None
    overdue: bool
    expected: str
    email_placeholder: str | None


class QueueOut(Struct, frozen=True):
    """Handoffs: open ones oldest first, ended ones newest first."""

    handoffs: list[HandoffOut]


class OperatorWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What an operator writes to the customer; the same id again is the same message."""

    text: Annotated[str, Meta(min_length=1, max_length=LONGEST_MESSAGE)]
    client_message_id: Annotated[str, Meta(min_length=36, max_length=36)] | None = None


class SaidOut(Struct, frozen=True, omit_defaults=True):
    """An operator's message as it is stored, with placeholders."""

    id: str
    seq: int
    author: Author
    text: str
    at: str
    client_message_id: str | UnsetType = UNSET


def handoff_out(row: HandoffRow) -> HandoffOut:
    """Write a handoff as operators read it."""
    return HandoffOut(
        row.id,
        row.conversation_id,
        row.tenant_id,
        row.workflow,
        row.state,
        row.reason,
        iso(row.opened_at),
        row.operator_name,
        row.overdue_at is not None,
        row.expected,
        row.email_placeholder,
    )


@get("/v1/operator/handoffs", responses=declared(401, 403), security=SECURED)
async def list_handoffs(
    operator: Given[Operator],
    services: Given[Services],
    wanted: Annotated[HandoffState | None, Parameter(query="state")] = None,
    after: Annotated[str | None, Parameter(min_length=36, max_length=36)] = None,
    limit: Annotated[int, Parameter(ge=1, le=MOST)] = MOST,
) -> QueueOut:
    """List handoffs of the operator's tenants: those in a state, or all that are open; from behind another one on."""
    own, states = own_tenants(operator, services.tenants), [wanted] if wanted else list(OPEN)
    rows = await listed(services.database, own, states, checked_place(after), limit)
    return QueueOut([handoff_out(row) for row in rows])


def checked_place(after: str | None) -> str | None:
    """Return behind which handoff a list goes on. Raises Problem `bad_request`."""
    if after is not None and not is_id(after):
        raise Problem("bad_request", "after must be the id of a handoff; take the last one listed.")
    return after.lower() if after else None


async def tenant_of_handoff(operator: Operator, services: Services, handoff_id: str) -> str:
    """Find whose handoff it is. Raises Problem `forbidden`, `not_found`."""
    tenants = own_tenants(operator, services.tenants)
    tenant = await tenant_of(services.database, tenants, lambda db: handoffs.find(db, handoff_id))
    require(operator, Role.AGENT)
    return tenant.id


@post(
    "/v1/operator/handoffs/{handoff_id:str}/claim",
    status_code=200,
    responses=declared(401, 403, 404, 409),
    security=SECURED,
)
async def claim(handoff_id: str, operator: Given[Operator], services: Given[Services]) -> HandoffOut:
    """Claim a waiting handoff; answers once the assistant is silent."""
    tenant_id = await tenant_of_handoff(operator, services, handoff_id)
    return handoff_out(await services.serving.claim(operator, tenant_id, handoff_id))


@post("/v1/operator/handoffs/{handoff_id:str}/messages", responses=declared(401, 403, 404, 409), security=SECURED)
async def say(handoff_id: str, data: OperatorWords, operator: Given[Operator], services: Given[Services]) -> SaidOut:
    """Write to the customer of a handoff that the operator holds."""
    tenant_id = await tenant_of_handoff(operator, services, handoff_id)
    client_id = data.client_message_id
    if client_id is not None and not is_id(client_id):
        raise Problem("bad_request", "client_message_id must be a UUID; make a new one for each message.")
    said = await services.serving.say(
        operator, tenant_id, handoff_id, data.text, client_id.lower() if client_id else None
    )
    return SaidOut(said.id, said.seq, said.author, said.text, iso(said.at), said.client_message_id or UNSET)


@post(
    "/v1/operator/handoffs/{handoff_id:str}/return",
    status_code=200,
    responses=declared(401, 403, 404, 409),
    security=SECURED,
)
async def give_back(handoff_id: str, operator: Given[Operator], services: Given[Services]) -> HandoffOut:
    """Return a conversation to the assistant."""
    tenant_id = await tenant_of_handoff(operator, services, handoff_id)
    return handoff_out(await services.serving.give_back(operator, tenant_id, handoff_id))


@post(
    "/v1/operator/handoffs/{handoff_id:str}/resolve",
    status_code=200,
    responses=declared(401, 403, 404, 409),
    security=SECURED,
)
async def resolve(handoff_id: str, operator: Given[Operator], services: Given[Services]) -> HandoffOut:
    """Resolve a handoff."""
    tenant_id = await tenant_of_handoff(operator, services, handoff_id)
    return handoff_out(await services.serving.resolve(operator, tenant_id, handoff_id))


ROUTES = [list_handoffs, claim, say, give_back, resolve]
