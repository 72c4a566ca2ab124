import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.service import Customer, Service, identity_token, rewrite, start_session
from tests.stories.problems import NEVER_REPEATED, assert_limited, assert_problem
from tests.stories.variants import add_variant, site_of
from tests.stories.waiting import runs_out, within

STALE = {"approval.approved_on": "2025-01-01", "approval.review_by": "2025-06-01"}
ANONYMOUS = "anonymous = true"


def _configure(config: Path) -> None:
    for name in ("strict", "unsigned", "switched"):
        add_variant(config, "harbor", name, {})
    rewrite(config, "harbor-strict", ANONYMOUS, "anonymous = false")
    rewrite(config, "harbor-unsigned", "env:HARBOR_IDENTITY_KEY", "env:NOWHERE_IDENTITY_KEY")
    add_variant(config, "harbor", "busy", {"limits.anonymous_sessions": '"3/hour"'})
    add_variant(config, "harbor", "off", {"stage": '"off"'})
    add_variant(config, "harbor", "nobody", {"rollout_percent": "0"})
    add_variant(config, "harbor", "stale", STALE)


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default with a tenant for each story."""
    with Service(tmp_path_factory.mktemp("shops"), config=_configure) as service:
        yield service


def _lives_for(answer: httpx.Response) -> timedelta:
    return datetime.fromisoformat(answer.json()["expires_at"]) - datetime.now(UTC)


def test_an_anonymous_session(shops: Service) -> None:
    """Where the site allows it, a site key is all that it takes; the session holds for 30 days."""
    answer = start_session(shops, locale="de-DE")
    assert answer.status_code == 201
    said = answer.json()
    assert said.keys() == {"session_token", "expires_at", "contact", "conversation", "assistant"}
    assert said["contact"] == {"id": said["contact"]["id"], "verified": False}
    assert said["conversation"] is None
    assert said["assistant"] == {
        "name": "Harbor assistant",
        "greeting": "Hello, how can I help?",
        "privacy_notice": "An AI answers first. You can ask for a person at any time.",
        "available": True,
    }
    assert timedelta(days=29, hours=23) < _lives_for(answer) <= timedelta(days=30)
    assert "harbor" in said["session_token"]
    assert said["session_token"] not in json.dumps(shops.rows("SELECT token_hash FROM session"))


def test_a_verified_session(shops: Service) -> None:
    """An identity token makes a verified session of an hour; profile and records are kept, the profile sealed."""
    token = identity_token(shops, sub="ada-1", name="Ada Example", email="ada@mail.example", records=["order:1001"])
    answer = start_session(shops, identity_token=token)
    assert answer.status_code == 201
    assert answer.json()["contact"]["verified"] is True
    assert timedelta(minutes=59) < _lives_for(answer) <= timedelta(hours=1)
    row = shops.rows("SELECT * FROM contact WHERE id = :id", {"id": answer.json()["contact"]["id"]})[0]
    assert json.loads(row["records"]) == ["order:1001"]
    assert b"Ada" not in row["profile"]


def test_unknown_site(shops: Service) -> None:
    """A key that no site has opens nothing."""
    assert_problem(start_session(shops, site_key=NEVER_REPEATED), 404, "not_found")


@pytest.mark.parametrize(
    "body",
    [
        {"site_key": 7},
        {"site_key": None},
        {"site_key": ""},
        {"tenant": NEVER_REPEATED},
        {"identity_token": ["no", "list"]},
        {"locale": f"{NEVER_REPEATED}!"},
        {"locale": {"deep": [NEVER_REPEATED]}},
    ],
)
def test_a_body_that_does_not_fit(shops: Service, body: dict[str, object]) -> None:
    """Wrong types and unknown fields are refused with what to correct, and nobody is made."""
    before = shops.rows("SELECT count(*) AS n FROM contact")
    assert_problem(start_session(shops, **body), 400, "bad_request")
    assert shops.rows("SELECT count(*) AS n FROM contact") == before


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_listed_origin(shops: Service, host: str) -> None:
    """A page of an origin that the site lists may start a session and use it, and may read the answers."""
    origin = {"Origin": f"http://{host}:{shops.port}"}
    answer = start_session(shops, origin)
    assert answer.status_code == 201
    assert answer.headers["access-control-allow-origin"] == origin["Origin"]
    token = {"Authorization": f"Bearer {answer.json()['session_token']}"}
    opened = shops.http.post("/v1/conversations", json={}, headers=origin | token)
    assert opened.status_code == 201


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "",
        "http://shop.localhost:{port}",
        "http://localhost",
        "http://localhost:1{port}",
        "https://localhost:{port}",
        "HTTP://LOCALHOST:{port}",
        "http://localhost:{port}/",
        "http://localhost:{port} http://evil.example",
        "http://127.0.0.1:{port}@evil.example",
    ],
)
def test_another_origin(shops: Service, origin: str) -> None:
    """A page of any other origin gets no session, and cannot use one: 403, and no leave to read the answer."""
    headers = {"Origin": origin.format(port=shops.port)}
    refused = start_session(shops, headers)
    assert_problem(refused, 403, "origin_not_allowed")
    assert "access-control-allow-origin" not in refused.headers
    customer = Customer.of(shops)
    used = customer.http.post("/v1/conversations", json={}, headers=headers)
    assert_problem(used, 403, "origin_not_allowed")


def test_no_anonymous_sessions(shops: Service) -> None:
    """A site that asks for a proof starts no session without one."""
    assert_problem(start_session(shops, site_key=site_of("harbor-strict")), 401, "unauthorized")
    token = identity_token(shops, "harbor-strict")
    assert start_session(shops, site_key=site_of("harbor-strict"), identity_token=token).status_code == 201


def test_an_identity_key_that_is_not_set(shops: Service) -> None:
    """Identified sessions are 401, the check says so, and the tenant still serves others."""
    token = identity_token(shops, "harbor-unsigned")
    assert_problem(start_session(shops, site_key=site_of("harbor-unsigned"), identity_token=token), 401, "unauthorized")
    assert start_session(shops, site_key=site_of("harbor-unsigned")).status_code == 201
    checked = shops.cli("check")
    assert checked.returncode == 1
    assert any(line.startswith("FAIL") and "harbor-unsigned" in line for line in checked.stdout.splitlines())


def test_coming_back(shops: Service) -> None:
    """A verified contact finds its conversation again; the same name elsewhere, or no name, is somebody else."""
    first = Customer.of(shops, identity_token=identity_token(shops, sub="grace"))
    conversation = first.conversation()
    again = Customer.of(shops, identity_token=identity_token(shops, sub="grace"))
    assert again.contact == first.contact
    assert again.session["conversation"] == {"id": conversation, "state": "assistant"}
    other = Customer.of(shops, identity_token=identity_token(shops, sub="Grace"))
    lumen = Customer.of(shops, "site_lumen_shop", identity_token(shops, "lumen", sub="grace"))
    anonymous = Customer.of(shops)
    assert len({first.contact, other.contact, lumen.contact, anonymous.contact}) == 4
    assert [who.session["conversation"] for who in (other, lumen, anonymous)] == [None] * 3


def test_too_many_anonymous_sessions(shops: Service) -> None:
    """An address starts so many, then is told when to come back; a proved customer still gets in."""
    site = site_of("harbor-busy")
    assert [start_session(shops, site_key=site).status_code for _ in range(3)] == [201] * 3
    assert_limited(start_session(shops, site_key=site), "rate_limited")
    believed = {"X-Forwarded-For": "203.0.113.7"}
    assert_limited(start_session(shops, believed, site_key=site), "rate_limited")
    token = identity_token(shops, "harbor-busy")
    assert start_session(shops, site_key=site, identity_token=token).status_code == 201


@pytest.mark.parametrize("name", ["off", "stale", "nobody"])
def test_not_available(shops: Service, name: str) -> None:
    """A session starts, and says that the assistant would not answer: off, approval run out, not in the roll-out."""
    answer = start_session(shops, site_key=site_of(f"harbor-{name}"))
    assert answer.status_code == 201
    assert answer.json()["assistant"]["available"] is False


def test_not_available_while_switched_off(shops: Service) -> None:
    """While a switch covers the contact, `available` is false; ended, it is true again: both within a second."""

    def available() -> bool:
        told: bool = start_session(shops, site_key=site_of("harbor-switched")).json()["assistant"]["available"]
        return told

    assert available()
    scope, reason = "tenant:harbor-switched", "a story of the sessions"
    assert shops.cli("switch", "on", scope, "--reason", reason).returncode == 0
    assert within(1.5, lambda: not available())
    assert start_session(shops).json()["assistant"]["available"]
    assert shops.cli("switch", "off", scope, "--reason", reason).returncode == 0
    assert within(1.5, available)


def test_how_a_session_stands(shops: Service) -> None:
    """A page that comes back is told what a new session is told, but for the token: as it is now."""
    customer = Customer.of(shops, site_of("harbor-switched"))
    told = customer.get("/v1/session")
    assert told.status_code == 200
    begun = {name: said for name, said in customer.session.items() if name != "session_token"}
    assert told.json() == begun
    conversation = customer.conversation()
    assert customer.get("/v1/session").json() == begun | {"conversation": {"id": conversation, "state": "assistant"}}

    def available() -> bool:
        answer: bool = customer.get("/v1/session").json()["assistant"]["available"]
        return answer

    scope, reason = "tenant:harbor-switched", "a story of the sessions"
    assert shops.cli("switch", "on", scope, "--reason", reason).returncode == 0
    assert within(1.5, lambda: not available())
    assert shops.cli("switch", "off", scope, "--reason", reason).returncode == 0
    assert within(1.5, available)
    assert customer.delete("/v1/session").status_code == 204
    assert_problem(customer.get("/v1/session"), 401, "unauthorized")


@pytest.mark.parametrize(
    "authorization",
    [None, "", "Bearer", "Bearer nonsense", "Basic {token}", "{token}", "Bearer {token}x", "Bearer {other}"],
)
def test_a_bad_session_token(shops: Service, authorization: str | None) -> None:
    """Whoever has no session that holds is told so in one way, with how to prove oneself."""
    token = Customer.of(shops).token
    other = token.replace("harbor", "lumen")
    value = None if authorization is None else authorization.format(token=token, other=other)
    headers = {} if value is None else {"Authorization": value}
    refused = shops.http.post("/v1/conversations", json={}, headers=headers)
    assert_problem(refused, 401, "unauthorized")
    assert refused.headers["www-authenticate"] == "Bearer"


def test_ending_a_session(shops: Service) -> None:
    """DELETE ends the token at once and its streams within a second; the contact's other sessions hold."""
    customer = Customer.of(shops, identity_token=identity_token(shops, sub="leaver"))
    elsewhere = Customer.of(shops, identity_token=identity_token(shops, sub="leaver"))
    with customer.events(customer.conversation()) as events:
        assert customer.delete("/v1/session").status_code == 204
        assert runs_out(events) < 1.5
    assert_problem(customer.post("/v1/conversations", {}), 401, "unauthorized")
    assert_problem(customer.delete("/v1/session"), 401, "unauthorized")
    assert elsewhere.history(customer.conversation())["messages"] == []
