"""Customers' routes: conversations, messages, events, stop and the wish for a person."""

from http import HTTPStatus
from typing import Annotated, Any

from litestar import Request, Response, get, post
from litestar.params import Parameter
from msgspec import UNSET, Meta, Struct, UnsetType

from app.adapters.db import contacts, conversations, messages, vault
from app.adapters.db.engine import Database
from app.adapters.db.tenant_db import TenantDb
from app.domain.conversation import Conversation
from app.domain.event import Cursor, EventKind
from app.domain.ids import is_id
from app.domain.message import LONGEST_MESSAGE, Author, Message
from app.domain.plain_line import is_plain_line
from app.domain.plain_text import says_something
from app.domain.units import iso
from app.errors import Problem
from app.usecases.turn_result import TurnResult, as_read, read_result
from app.web.event_data import EventData
from app.web.identity import Customer, ended
from app.web.problems import ALSO, OrStreamed, declared, streamed
from app.web.services import Given, Services

MOST_HISTORY = 200


class Empty(Struct, frozen=True, forbid_unknown_fields=True):
    """No fields."""


class NewMessage(Struct, frozen=True, forbid_unknown_fields=True):
    """A message to send; the same id again is the same message."""

    client_message_id: Annotated[str, Meta(min_length=36, max_length=36, description="A UUID made by the client.")]
    text: Annotated[str, Meta(min_length=1, max_length=LONGEST_MESSAGE)]


class Wish(Struct, frozen=True, forbid_unknown_fields=True):
    """A wish for a person, with an address to answer to if the customer leaves one."""

    email: (
        Annotated[str, Meta(max_length=254, pattern=r"^[^@\s\x00-\x1f\x7f]{1,64}@[^@\s\x00-\x1f\x7f]{1,189}$(?!\n)")]
        | None
    ) = None


class ConversationOut(Struct, frozen=True):
    """A conversation."""

    id: str
    state: str


class MessageOut(Struct, frozen=True, omit_defaults=True):
    """A message as its customer reads it."""

    id: str
    seq: int
    author: Author
    text: str
    at: str
    client_message_id: str | UnsetType = UNSET


class History(Struct, frozen=True):
    """Messages in order, and where to follow from."""

    messages: list[MessageOut]
    last_event_id: str


class HandoffOut(Struct, frozen=True):
    """What a customer is told of a handoff."""

    handoff_id: str
    reason: str
    expected: str
    contact_fallback: str


class TurnOut(Struct, frozen=True):
    """A turn that has ended."""

    message: MessageOut
    reply: MessageOut | None
    handoff: dict[str, object] | None
    outcome: str
    reason: str | None


def message_out(message: Message) -> MessageOut:
    """Write a message as its customer reads it."""
    own = message.client_message_id if message.author is Author.CONTACT else None
    return MessageOut(message.id, message.seq, message.author, message.text, iso(message.at), own or UNSET)


def turn_out(result: TurnResult) -> TurnOut:
    """Write a turn's result."""
    return TurnOut(
        message_out(result.message),
        message_out(result.reply) if result.reply else None,
        result.handoff,
        result.outcome or "",
        result.reason,
    )


async def own_conversation(database: Database, customer: Customer, conversation_id: str) -> Conversation:
    """Find a conversation of this contact; anybody else's is as unknown as none. Raises Problem `not_found`."""
    contact = customer.session.contact
    found = await database.glance(contact.tenant_id, lambda db: conversations.find(db, conversation_id))
    if found is None or found.contact_id != contact.id:
        raise Problem("not_found", "There is no such conversation; start one with POST /v1/conversations.")
    return found


@post("/v1/conversations", responses=declared(401, 403), security=[{"session": []}])
async def create_conversation(data: Empty, customer: Given[Customer], services: Given[Services]) -> ConversationOut:
    """Open a new conversation."""
    del data
    contact = customer.session.contact

    def unit(db: TenantDb) -> Conversation:
        if contacts.find(db, contact.id, lock=True) is None:
            raise ended()
        return conversations.create(db, contact.id, customer.site.workflow)

    made = await services.database.jot(contact.tenant_id, unit)
    return ConversationOut(made.id, made.state)


@get("/v1/conversations/{conversation_id:str}/messages", responses=declared(401, 403, 404), security=[{"session": []}])
async def read_messages(
    conversation_id: str,
    customer: Given[Customer],
    services: Given[Services],
    after: Annotated[int | None, Parameter(ge=0, le=2**31 - 1)] = None,
    limit: Annotated[int, Parameter(ge=1, le=MOST_HISTORY)] = 50,
) -> History:
    """Read messages in order: those after a number, or the newest ones."""
    conversation = await own_conversation(services.database, customer, conversation_id)

    def unit(db: TenantDb) -> History:
        restore = vault.restorer(db, services.keyring, conversation.contact_id)
        rows = messages.history(db, conversation.id, after, limit)
        now = conversations.find(db, conversation.id) or conversation
        return History([message_out(as_read(row, restore(row.text))) for row in rows], str(now.last_seq))

    return await services.database.read(customer.tenant.id, unit)


@post(
    "/v1/conversations/{conversation_id:str}/messages",
    status_code=200,
    responses=declared(401, 403, 404, 409) | streamed(EventData, ALSO),
    operation_class=OrStreamed,
    security=[{"session": []}],
)
async def send_message(
    conversation_id: str,
    data: NewMessage,
    request: Request[Any, Any, Any],
    services: Given[Services],
) -> Response[TurnOut]:
    """Send a message; answers with the turn's events where `text/event-stream` is accepted, else when it has ended."""
    client_message_id = data.client_message_id.lower()  # however it is spelled, it is the same UUID
    customer, first = await services.identity.and_first(request, conversation_id, client_message_id)
    _check(data)
    contact_id, tenant_id = customer.session.contact.id, customer.tenant.id
    with services.streams.open(customer, conversation_id) as following:
        try:
            sent = await services.sending(customer.turn(conversation_id, client_message_id, data.text), first)
        except Problem as problem:
            if problem.status == HTTPStatus.TOO_MANY_REQUESTS:
                services.identity.arriving.refused(customer.token_hash)
            raise
        batches = following.follower.of_turn(sent.turn_id, sent.seq, catch_up=not sent.fresh)
        if "text/event-stream" in request.headers.get("accept", ""):
            # A stream is the other rendering of the same turn.
            return services.streams.response(following, batches, until_turn_ends=True)  # type: ignore[return-value]
        async for batch in batches:
            if following.watched.ended:
                raise ended()
            if any(event.kind is EventKind.TURN_ENDED for _, event in batch):
                break
    result = await services.database.read(
        tenant_id, lambda db: read_result(db, services.keyring, contact_id, sent.turn_id)
    )
    if result is None or result.outcome is None:
        raise ended()
    return Response(turn_out(result))


@post(
    "/v1/conversations/{conversation_id:str}/stop",
    status_code=204,
    responses=declared(401, 403, 404),
    security=[{"session": []}],
)
async def stop_reply(conversation_id: str, customer: Given[Customer], services: Given[Services]) -> None:
    """Withdraw the running reply, if there is one."""
    await own_conversation(services.database, customer, conversation_id)
    await services.stopping(customer.session.contact, conversation_id)


@get(
    "/v1/conversations/{conversation_id:str}/events",
    responses=declared(401, 403, 404) | streamed(EventData),
    security=[{"session": []}],
)
async def follow_events(
    conversation_id: str,
    customer: Given[Customer],
    services: Given[Services],
    last_event_id: Annotated[str | None, Parameter(header="Last-Event-ID")] = None,
) -> Response[None]:
    """Follow every event of a conversation after `Last-Event-ID`, or from now on."""
    cursor = _cursor(last_event_id)
    conversation = await own_conversation(services.database, customer, conversation_id)
    services.streams.refuse_more_of(customer)
    with services.streams.open(customer, conversation_id, counted=True) as following:
        if cursor is None:
            await following.follower.only_live()
        else:
            following.follower.resume(cursor if cursor.seq <= conversation.last_seq else Cursor(conversation.last_seq))
        batches = following.follower.batches(catch_up=cursor is not None)
        return services.streams.response(following, batches, until_turn_ends=False)


def _check(data: NewMessage) -> None:
    """Refuse what a schema can't. Raises Problem `bad_request`."""
    if not is_id(data.client_message_id):
        raise Problem("bad_request", "client_message_id must be a UUID; make a new one for each message.")
    if not says_something(data.text):
        raise Problem("bad_request", "The text is empty; write something.")


def _cursor(header: str | None) -> Cursor | None:
    """Read `Last-Event-ID`. Raises Problem `bad_request`."""
    if header is None:
        return None
    try:
        return Cursor.parse(header.strip())
    except ValueError as malformed:
        raise Problem("bad_request", str(malformed)) from malformed


@post("/v1/conversations/{conversation_id:str}/handoff", responses=declared(401, 403, 404), security=[{"session": []}])
async def ask_for_person(
    conversation_id: str, data: Wish, customer: Given[Customer], services: Given[Services]
) -> HandoffOut:
    """Ask for a person."""
    if data.email and not is_plain_line(data.email):
        raise Problem("bad_request", "The address holds characters that nobody sees; write it anew.")
    told = await services.hand_off(
        customer.session.contact, customer.tenant, customer.site.workflow, conversation_id, data.email
    )
    return HandoffOut(**{name: str(told[name]) for name in HandoffOut.__struct_fields__})


ROUTES = [create_conversation, read_messages, send_message, stop_reply, follow_events, ask_for_person]
