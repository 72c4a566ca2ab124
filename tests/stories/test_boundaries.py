from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.service import Customer, Service, rewrite
from tests.stories.openapi import Route, document_of, routes_of
from tests.stories.problems import assert_problem
from tests.stories.variants import add_variant, site_of
from tests.stories.waiting import within

ELSEWHERE = "https://lumen.example"
QUESTION = "How long does delivery take?"
CUSTOMERS = {
    "POST /v1/sessions",
    "GET /v1/session",
    "DELETE /v1/session",
    "POST /v1/conversations",
    "GET /v1/conversations/{conversation_id}/messages",
    "POST /v1/conversations/{conversation_id}/messages",
    "POST /v1/conversations/{conversation_id}/stop",
    "GET /v1/conversations/{conversation_id}/events",
    "POST /v1/conversations/{conversation_id}/handoff",
    "POST /v1/messages/{message_id}/feedback",
    "GET /v1/me/data",
    "DELETE /v1/me",
}


def _configure(config: Path) -> None:
    rewrite(config, "lumen", 'origins = ["http', f'origins = ["{ELSEWHERE}", "http')
    add_variant(config, "harbor", "busy", {"limits.anonymous_sessions": '"1/hour"'})


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default; a site of Lumen's lists an origin that none of Harbor's does."""
    with Service(tmp_path_factory.mktemp("house"), config=_configure) as service:
        yield service


@pytest.fixture(scope="module")
def routes(house: Service) -> list[Route]:
    """Every route that the service tells of."""
    return routes_of(document_of(house))


@pytest.fixture(scope="module")
def victim(house: Service) -> Customer:
    """A customer of Harbor with a conversation that waits for a person."""
    someone = Customer.of(house)
    someone.send(QUESTION)
    someone.post(f"/v1/conversations/{someone.conversation()}/handoff", {}).raise_for_status()
    return someone


def _ids(victim: Customer) -> dict[str, str]:
    (handoff,) = victim.get("/v1/me/data").json()["handoffs"]
    return {
        "conversation_id": victim.conversation(),
        "message_id": victim.history()["messages"][-1]["id"],
        "contact_id": victim.contact,
        "handoff_id": handoff["id"],
        "target": "tenant:harbor",
    }


def _ask(service: Service, route: Route, ids: dict[str, str], credential: str | None) -> httpx.Response:
    """Send the request that fits a route, with someone's credential."""
    headers = {"Authorization": f"Bearer {credential}"} if credential else {}
    return service.http.request(
        route.method,
        route.filled(**ids),
        json=route.body,
        params={**route.query, **({"tenant": "harbor"} if "tenant" in route.query else {})},
        headers=headers,
    )


def test_the_document_tells_of_every_route(routes: list[Route]) -> None:
    """Every route of customers is told of, and says that it wants a session; the first one makes it."""
    of_customers = {str(route): route.credential for route in routes if not route.path.startswith("/v1/operator")}
    assert of_customers.keys() == CUSTOMERS
    assert [route for route, credential in of_customers.items() if credential != "session"] == ["POST /v1/sessions"]
    assert {route.credential for route in routes if route.path.startswith("/v1/operator")} == {"api_key"}


def test_nobody(house: Service, routes: list[Route], victim: Customer) -> None:
    """No route but the first is open to whoever proves nothing, or with a credential of the wrong kind."""
    ids, closed = _ids(victim), [route for route in routes if route.credential]
    assert len(closed) >= 15
    wrong = {"session": house.api_key("owner"), "api_key": victim.token}
    for route in closed:
        for credential in (None, "nonsense", wrong[route.credential or ""]):
            assert_problem(_ask(house, route, ids, credential), 401, "unauthorized")


@pytest.mark.parametrize("site", ["site_harbor_shop", "site_lumen_shop"])
def test_another_customer(house: Service, routes: list[Route], victim: Customer, site: str) -> None:
    """What is somebody else's does not exist: for another contact of the tenant, and for another tenant's."""
    stranger, ids = Customer.of(house, site), _ids(victim)
    before = victim.get("/v1/me/data").json()
    asked = [route for route in routes if route.credential == "session" and route.has_id]
    assert len(asked) == 6
    for route in asked:
        assert_problem(_ask(house, route, ids, stranger.token), 404, "not_found")
    assert victim.get("/v1/me/data").json() == before
    assert str(before["contact"]["id"]) not in stranger.get("/v1/me/data").text


def test_another_tenants_operator(house: Service, routes: list[Route], victim: Customer) -> None:
    """An admin of Lumen finds nothing of Harbor's: 404 for what is named, and no trace in what is listed."""
    ids, key = _ids(victim), house.api_key("admin", "lumen")
    for route in routes:
        elsewhere = "confirmation_id" in route.path or route.path.endswith("/events")  # nobody's, or without an end
        if route.credential == "api_key" and not elsewhere:
            answer = _ask(house, route, ids, key)
            if route.has_id or route.query:
                assert_problem(answer, 404, "not_found")
            assert not any(value in answer.text for value in ids.values())
    assert len(victim.history()["messages"]) == 2


def test_only_own_files(house: Service) -> None:
    """There is nothing else to fetch: no files, no other schema, no console of the framework's."""
    for path in (
        "/",
        "/v1",
        "/v1/",
        "/docs",
        "/static/../config/frontdesk.toml",
        "/.env",
    ):
        assert_problem(house.http.get(path), 404, "not_found")


def _preflight(service: Service, origin: str, path: str = "/v1/conversations") -> httpx.Response:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    return service.http.options(path, headers=headers)


@pytest.mark.parametrize("path", sorted({route.partition(" ")[2] for route in CUSTOMERS}))
def test_preflight(house: Service, path: str) -> None:
    """A page of any origin that some site lists may ask; it is told methods and headers, and sends no cookies."""
    for origin in (f"http://127.0.0.1:{house.port}", ELSEWHERE):
        answer = _preflight(house, origin, path)
        assert answer.status_code == 204
        assert answer.headers["access-control-allow-origin"] == origin
        assert {"GET", "POST", "DELETE"} <= set(answer.headers["access-control-allow-methods"].split(", "))
        allowed = answer.headers["access-control-allow-headers"].lower().split(", ")
        assert {"authorization", "content-type", "last-event-id"} <= set(allowed)
        assert "access-control-allow-credentials" not in answer.headers
        assert "Origin" in answer.headers["vary"]


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "https://LUMEN.example", "https://lumen.example.evil"]
)
def test_no_leave(house: Service, origin: str) -> None:
    """Any other page gets no leave; nor does any page for the operators' routes."""
    assert "access-control-allow-origin" not in _preflight(house, origin).headers
    listed = _preflight(house, ELSEWHERE, "/v1/operator/audit")
    assert "access-control-allow-origin" not in listed.headers


def test_a_page_of_another_site(house: Service) -> None:
    """A listed origin is not enough: it must be one of the token's own site."""
    own, page = f"http://localhost:{house.port}", {"Origin": ELSEWHERE}
    harbor, lumen = Customer.of(house), Customer.of(house, "site_lumen_shop")
    assert_problem(harbor.http.post("/v1/conversations", json={}, headers=page), 403, "origin_not_allowed")
    assert lumen.http.post("/v1/conversations", json={}, headers=page).status_code == 201
    assert harbor.http.post("/v1/conversations", json={}, headers={"Origin": own}).status_code == 201


def test_a_page_reads_answers_and_refusals(house: Service) -> None:
    """Answers, streams and refusals carry the leave to be read, and show the headers of limits."""
    page = {"Origin": f"http://localhost:{house.port}"}
    customer = Customer.of(house)
    address = f"/v1/conversations/{customer.conversation()}/events"
    with customer.http.stream("GET", address, headers=page) as stream:
        _assert_readable(stream, page["Origin"])
    _assert_readable(customer.http.get("/v1/me/data", headers=page), page["Origin"])
    for refused in (
        customer.http.get("/v1/conversations/none/messages", headers=page),
        customer.http.get("/v1/me/data", headers=page | {"Authorization": "Bearer none"}),
        customer.http.post("/v1/conversations", json={"unknown": 1}, headers=page),
        customer.http.get("/v1/none", headers=page),
    ):
        assert refused.is_client_error
        _assert_readable(refused, page["Origin"])
    body = {"site_key": site_of("harbor-busy")}
    limited = [customer.http.post("/v1/sessions", json=body, headers=page) for _ in range(2)][-1]
    assert limited.status_code == 429
    _assert_readable(limited, page["Origin"])


def _assert_readable(answer: httpx.Response, origin: str) -> None:
    assert answer.headers["access-control-allow-origin"] == origin
    exposed = set(answer.headers["access-control-expose-headers"].split(", "))
    assert exposed == {"Retry-After", "RateLimit", "RateLimit-Policy"}
    assert "access-control-allow-credentials" not in answer.headers


def test_the_edge_is_readable_too(house: Service, tmp_path: Path) -> None:
    """Whom the edge turns away, guessing addresses included, reads why; health stays open to all."""
    with Service(tmp_path, env={"FRONTDESK_EDGE_LIMIT": "20/minute"}) as service:
        page = {"Origin": f"http://localhost:{service.port}"}

        def refused() -> bool:
            answer = service.http.get("/v1/none", headers=page)
            if answer.status_code == httpx.codes.NOT_FOUND:
                return False
            assert_problem(answer, 429, "rate_limited")
            _assert_readable(answer, page["Origin"])
            return True

        assert within(5, refused)
        assert service.http.get("/health/live").status_code == 200
