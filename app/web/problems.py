"""Problems as RFC 9457 documents: every refusal says in one plain sentence what to do; none repeats what was sent."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, cast

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    SerializationException,
    ValidationException,
)
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import OpenAPIResponse, Operation
from litestar.types import ExceptionHandlersMap

from app.adapters.db.engine import DatabaseUnavailable
from app.errors import STATUS, Problem
from app.telemetry import kind_and_place
from app.web.methods import LIST, allowed

PROBLEM_JSON = "application/problem+json"

_MISSING = re.compile(r"Missing required \w+ parameter '(\w+)'")
"""How Litestar says that a parameter of ours was left out."""

_LEFT = "client disconnected prematurely"
"""How Litestar says that nobody is there any more to be answered: no fault of ours."""

ALSO: Final = 0
"""Stands for the status of `OrStreamed`."""

log = structlog.get_logger()


class ProblemDocument(msgspec.Struct, frozen=True):
    """A refusal. `code` is for programs, `detail` for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str


def document(code: str, detail: str) -> ProblemDocument:
    """Make the document of a kind of problem."""
    status = STATUS[code]
    return ProblemDocument(f"urn:frontdesk:{code}", HTTPStatus(status).phrase, status, detail, code)


def answer(code: str, detail: str, headers: Mapping[str, str] | None = None) -> Response[ProblemDocument]:
    """Answer a request with a problem."""
    return Response(document(code, detail), status_code=STATUS[code], media_type=PROBLEM_JSON, headers=headers)


def nothing_here() -> Response[ProblemDocument]:
    """Answer at an address that leads nowhere."""
    return answer("not_found", "There is nothing at this address; /schema/openapi.json lists what there is.")


def declared(*codes: int) -> dict[int, ResponseSpec]:
    """Say in the OpenAPI document which refusals a route answers; every route may also be limited or unavailable."""
    every = sorted({*codes, 400, 405, 408, 413, 429, 431, 500, 503})
    return {
        status: ResponseSpec(
            ProblemDocument,
            generate_examples=False,
            description=HTTPStatus(status).phrase,
            media_type=PROBLEM_JSON,
        )
        for status in every
    }


def streamed(data: type[Any] = str, status: int = HTTPStatus.OK) -> dict[int, ResponseSpec]:
    """Say in the OpenAPI document that a route answers with a stream of events, whose data are of this type."""
    return {
        status: ResponseSpec(
            data, generate_examples=False, description="Server-sent events", media_type="text/event-stream"
        )
    }


@dataclass
class OrStreamed(Operation):
    """An operation that also answers 200 as it says under `ALSO`: Litestar describes one media type for each status."""

    def __post_init__(self) -> None:
        """Put the two together."""
        answers = cast("dict[str, OpenAPIResponse]", self.responses)
        answers["200"].content = {**(answers["200"].content or {}), **(answers.pop(str(ALSO)).content or {})}


def _problem(_: Request[Any, Any, Any], problem: Problem) -> Response[ProblemDocument]:
    return answer(problem.code, problem.detail, problem.headers)


def _unavailable(_: Request[Any, Any, Any], error: Exception) -> Response[ProblemDocument]:
    log.warning("database unavailable", error=type(error).__name__)
    return answer("unavailable", "The service can't store anything just now; try again in 2 s.", {"Retry-After": "2"})


def _invalid(request: Request[Any, Any, Any], error: ValidationException) -> Response[ProblemDocument]:
    """Name the fields that are wrong, and what is expected of them."""
    wrong = [item for item in error.extra if isinstance(item, dict)] if isinstance(error.extra, list) else []
    said = "; ".join(
        f"{_sent_as(request, str(item.get('key') or 'data'))}: {_plain(str(item.get('message', '')))}" for item in wrong
    )
    if missing := _MISSING.match(error.detail):
        said = f"{missing[1]}: it is missing"
    return answer("bad_request", f"Correct the request and send it again: {said or 'it does not fit the schema'}.")


def _sent_as(request: Request[Any, Any, Any], name: str) -> str:
    """Call a parameter as the query does: `state`, which Litestar keeps for itself, has another name in handlers."""
    if name == "data":  # as handlers call it
        return "the body"
    parameter = request.route_handler.parsed_fn_signature.parameters.get(name)
    return getattr(parameter and parameter.kwarg_definition, "query", None) or name


def _plain(message: str) -> str:
    """Keep what a validator expects and drop what it was given: that may be a customer's."""
    if message == "'data'":  # Litestar's own KeyError
        return "it is missing; send a JSON object"
    if "matching regex" in message:
        return "it is not written as it should be"
    if message.startswith("Object contains unknown field"):
        return "there is an unknown field; send only those that the API names"
    if message.startswith("Invalid enum value"):
        return "the value is not one of those allowed"
    return message.partition(" - at ")[0].replace("`", "").removesuffix(".").lower()


def _unreadable(_: Request[Any, Any, Any], __: Exception) -> Response[ProblemDocument]:
    return answer("bad_request", "The body is not readable JSON; send a JSON object.")


def _method_not_allowed(request: Request[Any, Any, Any], error: MethodNotAllowedException) -> Response[Any]:
    """Say which methods an address knows, as a refusal or to who asks for just that."""
    allow = {"Allow": allowed(request.scope["path"], error.headers)}
    if request.method == LIST:
        return Response(None, status_code=HTTPStatus.NO_CONTENT, headers=allow)
    return answer("method_not_allowed", "This address does not know the method; see its Allow header.", allow)


def _http(_: Request[Any, Any, Any], error: HTTPException) -> Response[ProblemDocument]:
    """Put Litestar's own refusals into words of ours."""
    if isinstance(error, NotFoundException):
        return nothing_here()
    by_status = {
        401: "unauthorized",
        403: "forbidden",
        413: "too_large",
        415: "unsupported_media_type",
        503: "unavailable",
    }
    if error.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return answer("too_large", "The body is larger than 64 KiB; send less.")
    if isinstance(error.__cause__, SerializationException):
        return _unreadable(_, error)
    if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return answer(
            by_status.get(error.status_code, "bad_request"),
            "The request can't be read; check it against the API schema.",
        )
    return _unreadable(_, error) if error.detail == _LEFT else unexpected(_, error)


def unexpected(_: Request[Any, Any, Any], error: Exception) -> Response[ProblemDocument]:
    """Answer what nobody foresaw, and log its kind and place alone."""
    log.error("request failed", **kind_and_place(error))
    return answer("unexpected", "Something went wrong on our side; try again later.")


HANDLERS: ExceptionHandlersMap = {
    Problem: _problem,
    DatabaseUnavailable: _unavailable,
    ValidationException: _invalid,
    SerializationException: _unreadable,
    UnicodeDecodeError: _unreadable,
    RecursionError: _unreadable,
    MethodNotAllowedException: _method_not_allowed,
    HTTPException: _http,
    Exception: unexpected,
}
