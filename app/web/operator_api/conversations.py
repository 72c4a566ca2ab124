"""Operators' routes: the list of conversations, a transcript, one revealed value, and taking a conversation over."""

from typing import Annotated

from litestar import get, post
from litestar.params import Parameter
from msgspec import UNSET, Meta, Struct, UnsetType

from app.adapters.db import conversations
from app.adapters.db.tables import ConversationRow, DraftRow
from app.domain.conversation import ConversationState
from app.domain.ids import is_id
from app.domain.message import Author
from app.domain.operator import Operator, Role
from app.domain.units import iso
from app.errors import Problem
from app.usecases.read_transcript import Line, Transcript
from app.web.guards import own_tenants, reachable, require
from app.web.operator_api.handoffs import HandoffOut, handoff_out
from app.web.operator_api.whose import SECURED, tenant_of
from app.web.problems import declared
from app.web.services import Given, Services

MOST = 200


class ListedOut(Struct, frozen=True):
    """A conversation in the list; no text."""

    id: str
    tenant: str
    workflow: str
    state: str
    contact_id: str
    handoff_id: str | None
    created_at: str
    last_seq: int


class ConversationsOut(Struct, frozen=True):
    """Conversations, newest first."""

    conversations: list[ListedOut]


class ContactOut(Struct, frozen=True):
    """Whose conversation it is; `verified` tells whether the tenant vouches for who it is."""

    id: str
    verified: bool


class LineOut(Struct, frozen=True, omit_defaults=True):
    """A message as it is stored, with placeholders; `operator_name` is of an operator's own."""

    id: str
    seq: int
    author: Author
    text: str
    at: str
    operator_name: str | UnsetType = UNSET


class DraftOut(Struct, frozen=True):
    """A reply that waits for a decision."""

    id: str
    topic: str
    text: str
    sources: list[dict[str, str | None]]
    created_at: str
    decide_by: str


class TranscriptOut(Struct, frozen=True):
    """A conversation with what was said in it, the newest 1,000 messages; `truncated` tells that there are older ones.

    `handoff` is the open one, or else the last.
    """

    id: str
    tenant: str
    workflow: str
    state: str
    epoch: int
    contact: ContactOut
    handoff: HandoffOut | None
    messages: list[LineOut]
    truncated: bool
    drafts: list[DraftOut]
    last_event_id: str


class Reveal(Struct, frozen=True, forbid_unknown_fields=True):
    """Which value to reveal, as the transcript names it."""

    placeholder: Annotated[str, Meta(min_length=3, max_length=40, examples=["[EMAIL_1]"])]


class RevealedOut(Struct, frozen=True):
    """A value that a placeholder stands for."""

    placeholder: str
    value: str


@get("/v1/operator/conversations", responses=declared(401, 403, 404), security=SECURED)
async def list_conversations(
    operator: Given[Operator],
    services: Given[Services],
    tenant: Annotated[str | None, Parameter(min_length=2, max_length=40)] = None,
    wanted: Annotated[ConversationState | None, Parameter(query="state")] = None,
    before: Annotated[str | None, Parameter(min_length=36, max_length=36)] = None,
    limit: Annotated[int, Parameter(ge=1, le=MOST)] = 50,
) -> ConversationsOut:
    """List conversations of the operator's tenants, newest first: those in a state, or all, begun before another."""
    if before is not None and not is_id(before):
        raise Problem("bad_request", "before must be the id of a conversation; take the last one listed.")
    tenants = [reachable(operator, services.tenants, tenant)] if tenant else own_tenants(operator, services.tenants)
    rows = await services.list_conversations(tenants, wanted, before.lower() if before else None, limit)
    return ConversationsOut([_listed_out(row) for row in rows])


def _listed_out(row: ConversationRow) -> ListedOut:
    return ListedOut(
        row.id,
        row.tenant_id,
        row.workflow,
        row.state,
        row.contact_id,
        row.handoff_id,
        iso(row.created_at),
        row.last_seq,
    )


@get("/v1/operator/conversations/{conversation_id:str}", responses=declared(401, 403, 404), security=SECURED)
async def read_transcript(conversation_id: str, operator: Given[Operator], services: Given[Services]) -> TranscriptOut:
    """Read a transcript, with placeholders; reading it is audited."""
    tenant_id = await _tenant_of(conversation_id, operator, services)
    return _transcript_out(tenant_id, await services.reading(operator, tenant_id, conversation_id))


@post(
    "/v1/operator/conversations/{conversation_id:str}/reveal",
    status_code=200,
    responses=declared(401, 403, 404),
    security=SECURED,
)
async def reveal(
    conversation_id: str, data: Reveal, operator: Given[Operator], services: Given[Services]
) -> RevealedOut:
    """Reveal one personal value of a conversation's contact; revealing it is audited."""
    tenant_id = await _tenant_of(conversation_id, operator, services)
    value = await services.reading.reveal(operator, tenant_id, conversation_id, data.placeholder)
    return RevealedOut(data.placeholder, value)


@post(
    "/v1/operator/conversations/{conversation_id:str}/take-over",
    status_code=200,
    responses=declared(401, 403, 404, 409),
    security=SECURED,
)
async def take_over(conversation_id: str, operator: Given[Operator], services: Given[Services]) -> HandoffOut:
    """Take a conversation over from the assistant, or claim it where it waits; answers once the assistant is silent."""
    tenant_id = await _tenant_of(conversation_id, operator, services)
    return handoff_out(await services.serving.take_over(operator, tenant_id, conversation_id))


async def _tenant_of(conversation_id: str, operator: Operator, services: Services) -> str:
    """Find whose conversation it is. Raises Problem `forbidden`, `not_found`."""
    tenants = own_tenants(operator, services.tenants)
    tenant = await tenant_of(services.database, tenants, lambda db: conversations.find(db, conversation_id))
    require(operator, Role.AGENT)
    return tenant.id


def _transcript_out(tenant_id: str, transcript: Transcript) -> TranscriptOut:
    conversation = transcript.conversation
    return TranscriptOut(
        conversation.id,
        tenant_id,
        conversation.workflow,
        conversation.state,
        conversation.epoch,
        ContactOut(transcript.contact_id, transcript.verified),
        handoff_out(transcript.handoff) if transcript.handoff else None,
        [_line_out(line) for line in transcript.lines],
        transcript.truncated,
        [_draft_out(draft) for draft in transcript.drafts],
        str(transcript.last_seq),
    )


def _line_out(line: Line) -> LineOut:
    return LineOut(line.id, line.seq, line.author, line.text, iso(line.at), line.operator_name or UNSET)


def _draft_out(row: DraftRow) -> DraftOut:
    return DraftOut(row.id, row.topic, row.text, row.sources, iso(row.created_at), iso(row.decide_by))


ROUTES = [list_conversations, read_transcript, reveal, take_over]
