from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.service import Customer, Service, new_id
from tests.stories.openapi import document_of, routes_of
from tests.stories.problems import assert_problem

EXAMPLES = 12  # of either kind: requests that fit the document, and requests that do not
CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
AnyCase = Case[Any]
Operation = APIOperation[Any, Any, Any, Any]  # of any kind of parameters
NEVER_ENDS = "/v1/conversations/{conversation_id}/events"
ENDLESS = "/v1/operator/events"
"""Every request that fits it opens a stream without an end; the stories of the desk read it."""


@dataclass(frozen=True)
class Place:
    """A customer who is asked about, and an owner's key."""

    service: Service
    customer: Customer
    ids: dict[str, str]

    def headers(self, operation: Operation) -> dict[str, str]:
        """What proves the caller: a session of its own where it ends the session, an API key for operators."""
        if operation.path.startswith("/v1/operator"):
            return {"Authorization": f"Bearer {self.service.api_key('owner')}"}
        fresh = operation.method.upper() == "DELETE"
        customer = Customer.of(self.service) if fresh else self.customer
        return {"Authorization": f"Bearer {customer.token}"}


@pytest.fixture(scope="module")
def place(service: Service) -> Iterator[Place]:
    """A customer with a conversation."""
    customer = Customer.of(service)
    said = customer.send("How long does delivery take?")
    other = Customer.of(service)
    yield Place(
        service,
        customer,
        {
            "conversation_id": customer.conversation(),
            "message_id": said["reply"]["id"],
            "contact_id": other.contact,
            "target": f"conversation:{customer.conversation()}",
            "handoff_id": customer.post(f"/v1/conversations/{customer.conversation()}/handoff", {}).json()[
                "handoff_id"
            ],
            "review_id": new_id(),
            "confirmation_id": new_id(),
        },
    )
    customer.close()


def _send(place: Place, operation: Operation, case: AnyCase, *, real: bool, known: bool) -> None:
    """Send one request, about what is there where it is `real`, with words that mean something where it is `known`."""
    if real and operation.path != NEVER_ENDS:
        case.path_parameters = {name: place.ids[name] for name in case.path_parameters or {}}
    meant = {
        "client_message_id": new_id(),
        "site_key": "site_harbor_shop",
        "identity_token": None,
        "locale": "de",
        "reason": "a story of the document",
    }
    if known and isinstance(case.body, dict):
        case.body |= {name: value for name, value in meant.items() if name in case.body}
    if known and "tenant" in (case.query or {}):
        case.query["tenant"] = "harbor"
    answer = case.call(base_url=place.service.url, headers=place.headers(operation), timeout=20)
    case.validate_response(answer, checks=CHECKS)


def _examined(place: Place, operation: Operation, mode: GenerationMode) -> Callable[[], None]:
    """Make the test of one operation."""

    @seed(20261121)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), real=st.booleans(), known=st.booleans())
    def examine(case: AnyCase, *, real: bool, known: bool) -> None:
        _send(place, operation, case, real=real, known=known)

    return examine


def _takes_anything(operation: Operation) -> bool:
    """Tell whether there is something that could be wrong in a request."""
    return bool(operation.body or operation.query)


def test_a_turn_is_told_of_in_both_ways(service: Service) -> None:
    """A message is answered with the turn's events, the same as follow a conversation, or when it has ended."""
    paths = document_of(service)["paths"]
    turn, followed = (
        paths["/v1/conversations/{conversation_id}/" + rest][method]["responses"]["200"]["content"]
        for rest, method in (("messages", "post"), ("events", "get"))
    )
    assert turn == {"application/json": {"schema": {"$ref": "#/components/schemas/TurnOut"}}} | followed
    assert followed.keys() == {"text/event-stream"}


def test_what_no_address_takes(place: Place) -> None:
    """A query parameter that the document does not name is refused at each: a misspelt filter is not none."""
    for route in routes_of(document_of(place.service)):
        query = {**route.query, "stat": "waiting"}
        refused = place.service.http.request(route.method, route.filled(), params=query, json=route.body)
        assert_problem(refused, 400, "bad_request")
        assert "unknown query parameter" in refused.json()["detail"], route
    mine = {"after": 0, "limit": 5}
    assert place.customer.get(f"/v1/conversations/{place.customer.conversation()}/messages", mine).status_code == 200


@pytest.mark.timeout(120)
def test_answers_are_as_declared(place: Place) -> None:
    """Whatever is sent, fitting or not, no answer is a 500, and none is one that the document does not tell of."""
    schema = schemathesis.openapi.from_dict(dict(document_of(place.service)))
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) >= 18
    for operation in operations:
        if operation.path == ENDLESS:
            continue
        _examined(place, operation, GenerationMode.POSITIVE)()
        if _takes_anything(operation):
            _examined(place, operation, GenerationMode.NEGATIVE)()
    assert "request failed" not in place.service.log()
