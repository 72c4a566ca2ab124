"""The desk: who waits for a person, what operators hold, and the conversations that can be taken over."""

from typing import Annotated, Any, Final

from litestar import Request, Response, get
from litestar.params import Parameter

from app.domain.conversation import ConversationState
from app.domain.handoff import OPEN, HandoffState
from app.domain.ids import is_id
from app.domain.operator import Operator, Role
from app.errors import Problem
from app.web.console import conversation, queue, words
from app.web.console.pages import page
from app.web.guards import own_tenants, reachable
from app.web.operator_api.handoffs import checked_place
from app.web.services import Given, Services

MOST: Final = 50
"""Conversations of the assistant that are listed at once."""


@get("/console/desk")
async def show_desk(
    request: Request[Any, Any, Any],
    operator: Given[Operator],
    services: Given[Services],
    tenant: str | None = None,
    wanted: Annotated[str | None, Parameter(query="state")] = None,
    after: str | None = None,
    before: str | None = None,
) -> Response[bytes]:
    """Show the queue of a tenant, or of all that are the operator's, and what the assistant has."""
    own = own_tenants(operator, services.tenants)
    shown = [reachable(operator, services.tenants, tenant)] if tenant else own
    if before and not is_id(before):
        raise Problem("bad_request", "before must be the id of a conversation; take the last one listed.")
    place = before.lower() if before else None
    found = await services.list_conversations(shown, ConversationState.ASSISTANT, place, MOST + 1)
    return await page(
        request,
        "desk.html",
        operator,
        queue=await queue.queue_of(services.database, operator, shown, _states(wanted), checked_place(after or None)),
        conversations=found[:MOST],
        older=found[MOST - 1].id if len(found) > MOST else None,
        tenants=own,
        states=list(HandoffState),
        tenant=tenant or "",
        state=wanted or "",
        after=after or "",
        before=before or "",
        may_act=operator.may(Role.AGENT),
        words=words,
    )


def _states(wanted: str | None) -> list[HandoffState]:
    """Return the states to list, those of open handoffs where none is asked for. Raises Problem `bad_request`."""
    if not wanted:
        return list(OPEN)
    if wanted not in list(HandoffState):
        raise Problem("bad_request", f"The state must be one of {', '.join(HandoffState)}.")
    return [HandoffState(wanted)]


ROUTES = [show_desk, *conversation.ROUTES]
