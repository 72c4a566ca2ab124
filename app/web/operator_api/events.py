"""Operators' routes: everything that the console shows live."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import Parameter

from app.adapters.db import conversations
from app.adapters.db.engine import DatabaseUnavailable
from app.domain.desk import DeskSubscription, Notice
from app.domain.event import Cursor
from app.domain.live_feed import Subscription
from app.domain.operator import Operator, Role
from app.errors import Problem
from app.web.event_stream import Chunk
from app.web.guards import own_tenants, require
from app.web.operator_api.whose import SECURED, tenant_of
from app.web.problems import declared, streamed
from app.web.services import Given, Services
from app.web.turn_stream import encoded

LOOK_AGAIN = 0.25
"""Seconds between looks at whether the key or session that opened a stream still holds: it ends within one."""

_encode = msgspec.json.Encoder().encode


@get("/v1/operator/events", responses=declared(401, 403, 404) | streamed(), security=SECURED)
async def follow_desk(
    request: Request[Any, Any, Any],
    operator: Given[Operator],
    services: Given[Services],
    conversation: Annotated[str | None, Parameter(max_length=36)] = None,
    last_event_id: Annotated[str | None, Parameter(header="Last-Event-ID")] = None,
) -> Response[None]:
    """Follow what happens at the desk, and with `conversation` the events of that one too, texts with placeholders."""
    with ExitStack() as resources:
        proof = _Proof(request, operator, services)
        chunks = _notices(services, operator, resources.enter_context(services.desk.subscribe()), proof)
        if conversation is not None:
            own = own_tenants(operator, services.tenants)
            owner = await tenant_of(services.database, own, lambda db: conversations.find(db, conversation))
            require(operator, Role.AGENT)
            following = resources.enter_context(services.feed.subscribe(conversation))
            newest = await services.watching_desk.begin(operator, owner.id, conversation)
            after = newest if last_event_id is None else _number(last_event_id)
            chunks = _merged(chunks, _events(services, owner.id, conversation, following, after))
        return services.streams.of(chunks, _as_it_is, _Reading(proof, resources.pop_all()))


class _Proof:
    """Whether what proved the reader of a stream still does."""

    def __init__(self, request: Request[Any, Any, Any], operator: Operator, services: Services) -> None:
        # Of its own: of the request that a stream answers nothing is kept while it is open.
        self._request = Request[Any, Any, Any]({**request.scope, "headers": [*request.scope["headers"]]})
        self._operator = operator
        self._operators = services.operators
        self._looked_at = time.monotonic()
        self.ended = False

    async def look(self) -> None:
        """Look again, at most every `LOOK_AGAIN`; while the database is away, what was known holds."""
        if time.monotonic() - self._looked_at < LOOK_AGAIN:
            return
        self._looked_at = time.monotonic()
        try:
            self.ended = await self._operators(self._request) != self._operator
        except Problem:
            self.ended = True
        except DatabaseUnavailable:
            pass


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reader of a stream, and what is given back when it closes."""

    proof: _Proof
    resources: ExitStack

    @property
    def ended(self) -> bool:
        """True once what proved the reader holds no longer."""
        return self.proof.ended

    @property
    def farewell(self) -> bytes:
        """Ask the console back at once, with no wait of its own: it is refused then, and leaves for the sign-in."""
        return b"retry: 1\n: signed out\n\n"

    def close(self) -> None:
        """End what the events come from."""
        self.resources.close()


def _as_it_is(chunk: Chunk) -> Chunk:
    return chunk


async def _notices(
    services: Services, operator: Operator, looking: DeskSubscription, proof: _Proof
) -> AsyncIterator[Chunk]:
    """Encode notices; these have no ids, for whoever comes back reads the lists again."""
    async for batch in services.watching_desk.notices(operator, looking):
        await proof.look()
        yield Chunk(b"".join(map(_written, batch)))


def _written(notice: Notice) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (notice.kind.encode(), _encode({"tenant": notice.tenant_id, **notice.data}))


async def _events(
    services: Services, tenant_id: str, conversation_id: str, following: Subscription, after: int
) -> AsyncIterator[Chunk]:
    """Encode the stored events of a conversation; each id is its number."""
    async for batch in services.watching_desk.conversation(tenant_id, conversation_id, following, after):
        yield Chunk(encoded((Cursor(event.seq), event) for event in batch))


async def _merged(*streams: AsyncIterator[Chunk]) -> AsyncIterator[Chunk]:
    """Yield what comes from any of the streams; ends with the first that does."""
    waiting = {asyncio.ensure_future(anext(stream)): stream for stream in streams}
    try:
        while True:
            done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for next_chunk in done:
                stream = waiting.pop(next_chunk)
                try:
                    yield next_chunk.result()
                except StopAsyncIteration:
                    return
                waiting[asyncio.ensure_future(anext(stream))] = stream
    finally:
        for next_chunk in waiting:
            next_chunk.cancel()


def _number(last_event_id: str) -> int:
    """Read `Last-Event-ID`. Raises Problem `bad_request`."""
    try:
        return Cursor.parse(last_event_id.strip()).seq
    except ValueError as malformed:
        raise Problem("bad_request", str(malformed)) from malformed


ROUTES = [follow_desk]
