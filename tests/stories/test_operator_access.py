"""Every operators' route for every role and tenant: what the document lists is here, or the test fails."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from loadtests.upstream_process import Upstream
from tests.stories.house import House
from tests.stories.openapi import Route, document_of, routes_of
from tests.stories.problems import assert_problem

ROLES: Final = ("viewer", "agent", "admin", "owner")
LEAST: Final = {
    "GET /v1/operator/kill-switches": "viewer",
    "PUT /v1/operator/kill-switches/{target}": "admin",
    "POST /v1/operator/confirmations/{confirmation_id}": "owner",
    "GET /v1/operator/handoffs": "viewer",
    "POST /v1/operator/handoffs/{handoff_id}/claim": "agent",
    "POST /v1/operator/handoffs/{handoff_id}/messages": "agent",
    "POST /v1/operator/handoffs/{handoff_id}/return": "agent",
    "POST /v1/operator/handoffs/{handoff_id}/resolve": "agent",
    "GET /v1/operator/conversations": "viewer",
    "GET /v1/operator/conversations/{conversation_id}": "agent",
    "POST /v1/operator/conversations/{conversation_id}/take-over": "agent",
    "POST /v1/operator/conversations/{conversation_id}/reveal": "agent",
    "GET /v1/operator/reviews": "viewer",
    "POST /v1/operator/reviews/{review_id}": "agent",
    "GET /v1/operator/audit": "viewer",
    "DELETE /v1/operator/contacts/{contact_id}": "admin",
    "GET /v1/operator/overview": "viewer",
    "GET /v1/operator/events": "viewer",
}
"""The least role that each route asks for."""
NOBODYS: Final = ("confirmation_id",)
"""What belongs to no tenant."""


@dataclass(frozen=True)
class Place:
    """A service with something of every kind in both tenants."""

    house: House
    routes: list[Route]
    ids: dict[str, dict[str, str]]

    def ask(self, route: Route, tenant: str, key: str | None, **headers: str) -> httpx.Response:
        """Send the request that fits a route, about what is the tenant's; a stream is left as soon as it is open."""
        proof = {"Authorization": f"Bearer {key}"} if key else {}
        body: Any = route.body
        if route.path.endswith("/reviews/{review_id}"):
            body = {"decision": "edit", "text": " "}  # refused, so that the draft waits on
        query = {**route.query, **({"tenant": tenant} if "tenant" in route.query else {})}
        address = route.filled(**self.ids[tenant])
        with self.house.http.stream(route.method, address, json=body, params=query, headers=proof | headers) as answer:
            if not answer.headers["content-type"].startswith("text/event-stream"):
                answer.read()
            return answer


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Two tenants with a waiting handoff, a held draft and a contact each."""
    with Upstream(tokens=12) as upstream, House(tmp_path_factory.mktemp("place"), upstream=upstream) as house:
        ids = {tenant: _things(house, tenant) for tenant in ("harbor", "lumen")}
        routes = [r for r in routes_of(document_of(house)) if r.path.startswith("/v1/operator")]
        yield Place(house, routes, ids)


def _things(house: House, tenant: str) -> dict[str, str]:
    customer, other = house.meet(tenant), house.meet(tenant)
    customer.send("I want my money back for order 1001, refund me please")
    with house.operator("owner") as owner:
        reviews = owner.get("/v1/operator/reviews").json()["reviews"]
    (review,) = [review for review in reviews if review["tenant"] == tenant]
    asked = other.post(f"/v1/conversations/{other.conversation()}/handoff", {})
    return {
        "conversation_id": customer.conversation(),
        "review_id": review["id"],
        "handoff_id": asked.json()["handoff_id"],
        "contact_id": house.meet(tenant).contact,
        "target": f"tenant:{tenant}",
        "confirmation_id": "019a0000-0000-7000-8000-000000000000",
    }


def test_every_route_has_a_rule(place: Place) -> None:
    """A route that the document lists and this file does not is a route that nobody thought about."""
    assert {str(route) for route in place.routes} == LEAST.keys()


@pytest.mark.parametrize("role", ROLES)
def test_own_tenant(place: Place, role: str) -> None:
    """A role that is too low is 403, and nothing is changed; one that is enough gets past every guard."""
    key = place.house.api_key(role, None if role == "owner" else "lumen")  # an owner's key is of every tenant
    for route in sorted(place.routes, key=lambda route: route.method == "DELETE"):
        if route.method == "DELETE":
            place.ids["lumen"]["contact_id"] = place.house.meet("lumen").contact  # the one before may be erased
        answer = place.ask(route, "lumen", key)
        if ROLES.index(role) < ROLES.index(LEAST[str(route)]):
            assert_problem(answer, 403, "forbidden")
        elif "confirmation_id" in route.path:
            assert_problem(answer, 404, "not_found")
        else:
            assert answer.status_code not in (401, 403, 500, 503), str(route)
            if "reveal" not in route.path:
                assert answer.status_code != httpx.codes.NOT_FOUND, str(route)


@pytest.mark.parametrize("role", ROLES[:-1])
def test_another_tenant(place: Place, role: str) -> None:
    """Whatever the role, what is another tenant's is as unknown as what never was, and no list tells of it."""
    key, theirs = place.house.api_key(role, "harbor"), place.ids["lumen"]
    for route in place.routes:
        if any(name in route.path for name in NOBODYS):
            continue
        answer = place.ask(route, "lumen", key)
        if route.has_id or route.query:
            assert_problem(answer, 404, "not_found")
        elif not answer.headers["content-type"].startswith("text/event-stream"):
            assert not any(value in answer.text for value in theirs.values()), str(route)


def test_without_proof(place: Place) -> None:
    """Nobody, a made-up key, and a cookie of nobody's are 401 everywhere."""
    for route in place.routes:
        assert_problem(place.ask(route, "harbor", None), 401, "unauthorized")
        assert_problem(place.ask(route, "harbor", "fdk_made-up"), 401, "unauthorized")
        made_up = place.ask(route, "harbor", None, Cookie="frontdesk_operator=made-up")
        assert_problem(made_up, 401, "unauthorized")


def test_the_consoles_cookie(place: Place) -> None:
    """With the cookie alone everything may be read; whatever acts needs the page's token, and a page of this house."""
    made = place.house.cli("operators", "add", "--name", "dora", "--role", "owner")
    assert made.returncode == 0, made.stderr
    link = place.house.cli("operators", "login", "dora").stdout.strip()
    with httpx.Client(base_url=place.house.url, trust_env=False) as browser:
        token = browser.get(link).cookies["frontdesk_operator"]
        page = browser.get("/console").text
    csrf = page.split('data-csrf="')[1].split('"')[0]
    cookie, own = f"frontdesk_operator={token}", place.house.url
    for route in place.routes:
        if route.method == "GET":
            assert place.ask(route, "harbor", None, Cookie=cookie).status_code == 200, str(route)
            continue
        refused: list[dict[str, str]] = [
            {},
            {"Origin": own},
            {"X-CSRF-Token": "made-up", "Origin": own},
            {"X-CSRF-Token": csrf, "Origin": "https://evil.example"},
            {"X-CSRF-Token": csrf, "Origin": "null"},
            {"X-CSRF-Token": csrf, "Sec-Fetch-Site": "cross-site"},
            {"X-CSRF-Token": csrf, "Origin": own + ".evil.example"},
        ]
        for headers in refused:
            assert_problem(place.ask(route, "harbor", None, Cookie=cookie, **headers), 403, "forbidden")
        headers = {"X-CSRF-Token": csrf, "Origin": own}
        answer = place.ask(route, "harbor", None, Cookie=cookie, **headers)
        assert answer.status_code not in (401, 403, 500, 503), str(route)


def test_a_viewer_reads_no_words(place: Place) -> None:
    """Whoever may only look gets numbers, ids and times, never what anybody wrote."""
    said = "money back"
    with place.house.operator("viewer", "harbor") as viewer:
        for address in ("reviews", "conversations", "handoffs", "overview", "audit?tenant=harbor", "kill-switches"):
            answer = viewer.get(f"/v1/operator/{address}").raise_for_status()
            assert said not in answer.text, address
    with place.house.operator("agent", "harbor") as agent:
        assert said in agent.get("/v1/operator/reviews").text


def test_a_key_that_ends(place: Place, tmp_path: Path) -> None:
    """A revoked key ends what it opened within a second, and what read it is asked back at once, to be refused."""
    key = place.house.cli("keys", "create", "--role", "viewer", "--name", "short").stdout.strip()
    listed = place.house.cli("keys", "list").stdout
    (row,) = [line for line in listed.splitlines() if line.endswith(" short")]
    headers = {"Authorization": f"Bearer {key}"}
    with place.house.http.stream("GET", "/v1/operator/events", headers=headers, timeout=5) as stream:
        assert stream.status_code == 200
        place.house.cli("keys", "revoke", row.split()[0])
        said = [line for line in stream.iter_lines() if line]
    assert said[-2:] == ["retry: 1", ": signed out"]
    assert_problem(place.house.http.get("/v1/operator/handoffs", headers=headers), 401, "unauthorized")
