import base64
import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.service import Customer, Service, identity_token, new_id, rewrite
from tests.stories.problems import NEVER_REPEATED, assert_limited, assert_problem
from tests.stories.variants import add_variant, site_of
from tests.stories.waiting import runs_out, within

STALE = {"approval.approved_on": "2025-01-01", "approval.review_by": "2025-06-01"}
ANONYMOUS = "anonymous = true"


def _configure(config: Path) -> None:
    for name in ("strict", "unsigned", "switched", "edited", "broken", "rotated", "closing", "gone"):
        add_variant(config, "harbor", name, {})
    rewrite(config, "harbor-strict", ANONYMOUS, "anonymous = false")
    rewrite(config, "harbor-unsigned", "env:HARBOR_IDENTITY_KEY", "env:NOWHERE_IDENTITY_KEY")
    add_variant(config, "harbor", "busy", {"limits.anonymous_sessions": '"3/minute"'})
    add_variant(config, "harbor", "off", {"stage": '"off"'})
    add_variant(config, "harbor", "nobody", {"rollout_percent": "0"})
    add_variant(config, "harbor", "stale", STALE)


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default with a tenant for each story."""
    with Service(tmp_path_factory.mktemp("shops"), config=_configure) as service:
        yield service


def _start(service: Service, headers: dict[str, str] | None = None, /, **body: object) -> httpx.Response:
    """Ask for a session at Harbor's shop unless the body names another site."""
    address, asked = f"{service.url}/v1/sessions", {"site_key": "site_harbor_shop"} | body
    return httpx.post(address, json=asked, headers=headers, trust_env=False, timeout=10)


def _lives_for(answer: httpx.Response) -> timedelta:
    return datetime.fromisoformat(answer.json()["expires_at"]) - datetime.now(UTC)


def test_an_anonymous_session(shops: Service) -> None:
    """Where the site allows it, a site key is all that it takes; the session holds for 30 days."""
    answer = _start(shops, locale="de-DE")
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
    answer = _start(shops, identity_token=token)
    assert answer.status_code == 201
    assert answer.json()["contact"]["verified"] is True
    assert timedelta(minutes=59) < _lives_for(answer) <= timedelta(hours=1)
    row = shops.rows("SELECT * FROM contact WHERE id = :id", {"id": answer.json()["contact"]["id"]})[0]
    assert json.loads(row["records"]) == ["order:1001"]
    assert b"Ada" not in row["profile"]


def test_unknown_site(shops: Service) -> None:
    """A key that no site has opens nothing."""
    assert_problem(_start(shops, site_key=NEVER_REPEATED), 404, "not_found")


@pytest.mark.parametrize(
    "body",
    [
        {"site_key": 7},
        {"site_key": None},
        {"site_key": ""},
        {"tenant": NEVER_REPEATED},
        {"identity_token": ["no", "list"]},
        {"identity_token": ""},
        {"locale": f"{NEVER_REPEATED}!"},
        {"locale": {"deep": [NEVER_REPEATED]}},
    ],
)
def test_a_body_that_does_not_fit(shops: Service, body: dict[str, object]) -> None:
    """Wrong types and unknown fields are refused with what to correct, and nobody is made."""
    before = shops.rows("SELECT count(*) AS n FROM contact")
    assert_problem(_start(shops, **body), 400, "bad_request")
    assert shops.rows("SELECT count(*) AS n FROM contact") == before


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_listed_origin(shops: Service, host: str) -> None:
    """A page of an origin that the site lists may start a session and use it, and may read the answers."""
    origin = {"Origin": f"http://{host}:{shops.port}"}
    answer = _start(shops, origin)
    assert answer.status_code == 201
    assert answer.headers["access-control-allow-origin"] == origin["Origin"]
    token = {"Authorization": f"Bearer {answer.json()['session_token']}"}
    opened = httpx.post(f"{shops.url}/v1/conversations", json={}, headers=origin | token, trust_env=False)
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
    refused = _start(shops, headers)
    assert_problem(refused, 403, "origin_not_allowed")
    assert "access-control-allow-origin" not in refused.headers
    customer = Customer.of(shops)
    used = customer.http.post("/v1/conversations", json={}, headers=headers)
    assert_problem(used, 403, "origin_not_allowed")


def _unsigned(service: Service) -> str:
    """A token with `alg` none."""
    header, claims, _ = identity_token(service).split(".")
    header = base64.urlsafe_b64encode(b'{"alg":"none","kid":"k1","typ":"JWT"}').decode().rstrip("=")
    return f"{header}.{claims}."


def _at(seconds: int) -> int:
    return int(time.time()) + seconds


BAD_TOKENS: dict[str, Callable[[Service], str]] = {
    "expired": lambda s: identity_token(s, iat=_at(-700), exp=_at(-1)),
    "more than 15 minutes ahead": lambda s: identity_token(s, exp=_at(960)),
    "no jti": lambda s: identity_token(s, jti=None),
    "empty jti": lambda s: identity_token(s, jti=" "),
    "no sub": lambda s: identity_token(s, sub=None),
    "sub is a number": lambda s: identity_token(s, sub=7),
    "no exp": lambda s: identity_token(s, exp=None),
    "no iat": lambda s: identity_token(s, iat=None),
    "made in the future": lambda s: identity_token(s, iat=_at(120), exp=_at(300)),
    "for another tenant": lambda s: identity_token(s, aud="lumen"),
    "for several": lambda s: identity_token(s, aud=["harbor", "lumen"]),
    "no aud": lambda s: identity_token(s, aud=None),
    "signed by another tenant": lambda s: identity_token(s, secret=s.identity_keys["lumen"]),
    "of another tenant": lambda s: identity_token(s, "lumen"),
    "unknown kid": lambda s: identity_token(s, kid="k2"),
    "no kid": lambda s: identity_token(s, kid=None),
    "alg none": _unsigned,
    "another algorithm": lambda s: identity_token(s, algorithm="HS512"),
    "records of a wrong form": lambda s: identity_token(s, records=["1001; drop"]),
    "changed": lambda s: identity_token(s)[:-4] + "AAAA",
    "no token at all": lambda _: "nonsense",
}


@pytest.mark.parametrize("name", BAD_TOKENS)
def test_a_bad_identity_token(shops: Service, name: str) -> None:
    """A bad token is 401, and never falls back to an anonymous session, though the site allows those."""
    before = shops.rows("SELECT count(*) AS n FROM contact")
    assert_problem(_start(shops, identity_token=BAD_TOKENS[name](shops)), 401, "unauthorized")
    assert shops.rows("SELECT count(*) AS n FROM contact") == before


def test_a_token_is_spent_once(shops: Service) -> None:
    """Of ten uses of one token at once, one makes a session; later ones and a new token with the same jti do not."""
    jti = new_id()
    token = identity_token(shops, jti=jti)
    with ThreadPoolExecutor(10) as pool:
        codes = list(pool.map(lambda _: _start(shops, identity_token=token).status_code, range(10)))
    assert sorted(codes) == [201] + [401] * 9
    assert_problem(_start(shops, identity_token=identity_token(shops, jti=jti, sub="other")), 401, "unauthorized")
    lumen = identity_token(shops, "lumen", jti=jti)
    assert _start(shops, site_key="site_lumen_shop", identity_token=lumen).status_code == 201


def test_no_anonymous_sessions(shops: Service) -> None:
    """A site that asks for a proof starts no session without one."""
    assert_problem(_start(shops, site_key=site_of("harbor-strict")), 401, "unauthorized")
    token = identity_token(shops, "harbor-strict")
    assert _start(shops, site_key=site_of("harbor-strict"), identity_token=token).status_code == 201


def test_an_identity_key_that_is_not_set(shops: Service) -> None:
    """Identified sessions are 401, the check says so, and the tenant still serves others."""
    token = identity_token(shops, "harbor-unsigned")
    assert_problem(_start(shops, site_key=site_of("harbor-unsigned"), identity_token=token), 401, "unauthorized")
    assert _start(shops, site_key=site_of("harbor-unsigned")).status_code == 201
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
    assert [_start(shops, site_key=site).status_code for _ in range(3)] == [201] * 3
    assert_limited(_start(shops, site_key=site), "rate_limited")
    believed = {"X-Forwarded-For": "203.0.113.7"}
    assert_limited(_start(shops, believed, site_key=site), "rate_limited")
    token = identity_token(shops, "harbor-busy")
    assert _start(shops, site_key=site, identity_token=token).status_code == 201


@pytest.mark.parametrize("name", ["off", "stale", "nobody"])
def test_not_available(shops: Service, name: str) -> None:
    """A session starts, and says that the assistant would not answer: off, approval run out, not in the roll-out."""
    answer = _start(shops, site_key=site_of(f"harbor-{name}"))
    assert answer.status_code == 201
    assert answer.json()["assistant"]["available"] is False


def test_not_available_while_switched_off(shops: Service) -> None:
    """While a switch covers the contact, `available` is false; ended, it is true again: both within a second."""

    def available() -> bool:
        told: bool = _start(shops, site_key=site_of("harbor-switched")).json()["assistant"]["available"]
        return told

    assert available()
    scope, reason = "tenant:harbor-switched", "a story of the sessions"
    assert shops.cli("switch", "on", scope, "--reason", reason).returncode == 0
    assert within(1.5, lambda: not available())
    assert _start(shops).json()["assistant"]["available"]
    assert shops.cli("switch", "off", scope, "--reason", reason).returncode == 0
    assert within(1.5, available)


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
    refused = httpx.post(f"{shops.url}/v1/conversations", json={}, headers=headers, trust_env=False)
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


def test_an_identity_key_is_taken_out(shops: Service) -> None:
    """Sessions that the key proved end with their streams within 2 s; anonymous ones and a new key's hold."""
    site = site_of("harbor-rotated")
    proved = Customer.of(shops, site, identity_token(shops, "harbor-rotated"))
    anonymous = Customer.of(shops, site)
    with proved.events() as events:
        rewrite(shops.config, "harbor-rotated", 'id = "k1"', 'id = "k2"')
        assert runs_out(events) < 2
    assert_problem(proved.get("/v1/me/data"), 401, "unauthorized")
    assert anonymous.get("/v1/me/data").status_code == 200
    assert_problem(
        _start(shops, site_key=site, identity_token=identity_token(shops, "harbor-rotated")), 401, "unauthorized"
    )
    assert _start(shops, site_key=site, identity_token=identity_token(shops, "harbor-rotated", kid="k2")).is_success


def test_a_site_closes_to_strangers(shops: Service) -> None:
    """Where anonymous chats are no longer allowed, those sessions end."""
    customer = Customer.of(shops, site_of("harbor-closing"))
    rewrite(shops.config, "harbor-closing", ANONYMOUS, "anonymous = false")
    assert within(2, lambda: customer.get("/v1/me/data").status_code == 401)


def _greeting(service: Service, name: str) -> str:
    return str(_start(service, site_key=site_of(f"harbor-{name}")).json()["assistant"]["greeting"])


def test_a_changed_file(shops: Service) -> None:
    """A tenant's changed file counts within 2 s, without a restart."""
    rewrite(shops.config, "harbor-edited", "Hello, how can I help?", "Ahoy!")
    assert within(2, lambda: _greeting(shops, "edited") == "Ahoy!")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('stage = "live"', 'stage = "lively"', "workflow.support.stage"),
        ('per_contact = "', 'per_contract = "', "per_contract"),
        ("secret = ", "secret = env:", "file"),
    ],
)
def test_a_bad_file(shops: Service, old: str, new: str, key: str) -> None:
    """A bad file is refused with file, key and reason, and the last good one goes on serving."""
    read_before, file = len(shops.log()), "harbor-broken.toml"
    rewrite(shops.config, "harbor-broken", "Hello, how can I help?", "Never shown")
    rewrite(shops.config, "harbor-broken", old, new)

    def refusals() -> list[str]:
        lines = shops.log()[read_before:].splitlines()
        return [line for line in lines if file in line and key in line and json.loads(line)["level"] == "error"]

    assert within(2, lambda: bool(refusals()))
    assert _greeting(shops, "broken") in {"Hello, how can I help?", "Never shown"}
    rewrite(shops.config, "harbor-broken", new, old)
    rewrite(shops.config, "harbor-broken", "Never shown", "Hello, how can I help?")
    assert within(2, lambda: _greeting(shops, "broken") == "Hello, how can I help?")


def test_a_file_is_deleted(shops: Service) -> None:
    """A deleted file ends its sessions and streams, and its site is unknown."""
    site = site_of("harbor-gone")
    customer = Customer.of(shops, site)
    with customer.events() as events:
        (shops.config / "tenants" / "harbor-gone.toml").unlink()
        assert runs_out(events) < 2
    assert_problem(customer.post("/v1/conversations", {}), 401, "unauthorized")
    assert_problem(_start(shops, site_key=site), 404, "not_found")
