import asyncio
import re
import secrets
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pyotp
import pytest

from app.adapters.db.engine import open_database
from app.adapters.db.tenant_db import ServiceDb
from app.domain.audit import AuditEvent
from app.domain.operator import Role
from tests.loopback import client_of
from tests.service import Service
from tests.stories.console import Console, Page, hire

PAGES = [
    "/console",
    "/console/switch",
    "/console/desk",
    "/console/reviews",
    "/console/audit",
    "/console/operators",
    "/console/operators/keys",
    "/console/account",
]
PASSWORD = "not-a-secret-of-anybody"
HOSTILE = "<script>alert(1)</script>\"'&"
WRONG = "Name, password or code is not right"
SESSION = "frontdesk_operator"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default, behind a proxy that says where each request comes from."""
    with Service(tmp_path_factory.mktemp("pages"), env={"FRONTDESK_TRUSTED_PROXIES": "127.0.0.1"}) as running:
        yield running


@pytest.fixture(scope="module")
def staff(house: Service) -> Iterator[dict[str, Console]]:
    """An owner, and each other role at Harbor; and a viewer of Lumen."""
    people = {
        "owner": hire(house, "olga", Role.OWNER),
        "admin": hire(house, "adam", Role.ADMIN, "harbor"),
        "agent": hire(house, "agnes", Role.AGENT, "harbor"),
        "viewer": hire(house, "vera", Role.VIEWER, "harbor"),
        "stranger": hire(house, "lars", Role.VIEWER, "lumen"),
    }
    yield people
    for console in people.values():
        console.http.close()


@pytest.fixture
def visitor(house: Service) -> Iterator[httpx.Client]:
    """A browser of nobody's, from an address of its own."""
    with client_of(house.url) as client:
        client.headers["X-Forwarded-For"] = f"198.51.{secrets.randbelow(256)}.{secrets.randbelow(256)}"
        yield client


def add(by: Console, name: str, role: str = "viewer", *, tenants: list[str] | None = None) -> tuple[str, str]:
    """Add an operator with the console's own form; returns its id and the secret of its app."""
    fields = {"name": name, "role": role, "password": PASSWORD, "csrf_token": by.token()}
    answer = by.http.post("/console/operators", data={**fields, "tenants": tenants or ["harbor"]})
    assert answer.status_code == 200, answer.text
    found = re.search(rf'{name}</th>.*?/console/operators/([0-9a-f-]+)/disable"', answer.text, re.DOTALL)
    secret = re.search(r'aria-labelledby="new-secret">([A-Z2-7]+)<', answer.text)
    assert found
    assert secret
    return found[1], secret[1]


def enter(browser: httpx.Client, name: str, code: str, password: str = PASSWORD) -> httpx.Response:
    """Fill in the form of signing in and send it."""
    (form,) = Page(browser.get("/console/sign-in")).forms
    return browser.post(form.action, data=form.fields | {"name": name, "password": password, "code": code})


@pytest.mark.parametrize("path", [*PAGES, "/console/nowhere", "/console/sign-in"])
def test_what_a_page_allows_itself(staff: dict[str, Console], house: Service, path: str) -> None:
    """A page runs and shows what carries its own fresh nonce, is framed by nobody and kept nowhere."""
    nonces = set()
    browser = house.http if path == "/console/sign-in" else staff["owner"].http
    for _ in range(2):
        answer = browser.get(path)
        policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
        (nonce,) = set(re.findall(r'nonce="([^"]+)"', answer.text))
        nonces.add(nonce)
        assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == f"'nonce-{nonce}'"
        assert policy["connect-src"] == policy["form-action"] == "'self'"
        assert policy["require-trusted-types-for"] == "'script'"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert not re.search(r"<[^>]+\s(style|on\w+|hx-on\S*)=", answer.text)
    assert len(nonces) == 2


@pytest.mark.parametrize("path", PAGES)
def test_nobody_is_sent_to_sign_in(visitor: httpx.Client, path: str) -> None:
    """Without a session each page leads to the form; so does one that has ended, and a part of a page says so."""
    for cookies in ({}, {SESSION: "a-session-that-never-was"}):
        visitor.cookies.update(cookies)
        answer = visitor.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (303, "/console/sign-in")
    part = visitor.get(path, headers={"HX-Request": "true"})
    assert (part.status_code, part.headers["HX-Redirect"]) == (401, "/console/sign-in")


def test_a_link_works_once(house: Service, visitor: httpx.Client) -> None:
    """Whoever follows a link first is in; after that it is one sentence above the form, and no session."""
    ole = hire(house, "ole", Role.OWNER)
    assert (ole.first.path, ole.first.status) == ("/console", 200)
    (arrived,) = ole.first.answer.history
    spent = visitor.get(arrived.url.path)
    assert spent.status_code == 401
    assert "not valid any more" in Page(spent).alerts[0]
    assert SESSION not in visitor.cookies
    assert visitor.get("/console/once/a-link-that-never-was").text.count("not valid any more") == 1
    ole.http.close()


def test_a_password_and_a_code(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """Both together open the console, by a cookie that no script reads; the same code does not open it again."""
    _, secret = add(staff["owner"], "petra")
    code = pyotp.TOTP(secret).now()
    answer = enter(visitor, "Petra ", code)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/console")
    (cookie,) = [line for line in answer.headers.get_list("set-cookie") if line.startswith(SESSION)]
    assert {"HttpOnly", "Path=/", "SameSite=lax"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    assert "petra" in Page(visitor.get("/console")).text
    assert visitor.get("/console/sign-in").headers["Location"] == "/console"
    visitor.cookies.clear()
    again = enter(visitor, "petra", code)
    assert again.status_code == 401
    assert WRONG in Page(again).alerts[0]


def test_a_cookie_from_https_stays_there(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """Where a proxy took the request over https, the cookies are never sent without it."""
    answer = visitor.get("/console/sign-in", headers={"X-Forwarded-Proto": "https"})
    assert "Secure" in answer.headers["set-cookie"].split("; ")


def test_a_refusal_tells_nothing(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """A name that nobody has, a wrong password and a wrong code read the same, and what was typed is not repeated."""
    _, secret = add(staff["owner"], "quinn")
    code = pyotp.TOTP(secret).now()
    answers = [
        enter(visitor, HOSTILE, code),
        enter(visitor, "quinn", code, "another-password-of-nobody"),
        enter(visitor, "quinn", "000000"),
        enter(visitor, "quinn", ""),
    ]
    said = {(answer.status_code, *Page(answer).alerts) for answer in answers}
    assert len(said) == 1
    assert said.pop()[0] == 401
    assert all("alert(1)" not in answer.text for answer in answers)


def test_failures_lock(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """After five failures even the right password waits, and the page says how long."""
    _, secret = add(staff["owner"], "rosa")
    for _ in range(5):
        assert enter(visitor, "rosa", "", "wrong").status_code == 401
    answer = enter(visitor, "rosa", pyotp.TOTP(secret).now())
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert "Too many tries; wait" in Page(answer).alerts[0]


FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("action", ["/console/operators", "/console/operators/keys", "/console/sign-out"])
def test_another_sites_page(staff: dict[str, Console], headers: dict[str, str], action: str) -> None:
    """What another site's page sends is refused, right token or not, and changes nothing."""
    owner = staff["owner"]
    fields = {"csrf_token": owner.token(), "name": "mallory", "role": "owner", "tenant": "*", "tenants": "*"}
    answer = owner.http.post(action, data=fields, headers=headers)
    assert answer.status_code == 403
    assert "another site" in Page(answer).text
    assert "mallory" not in owner.read("/console/operators").text + owner.read("/console/operators/keys").text


@pytest.mark.parametrize(
    "action",
    [
        "/console/operators",
        "/console/operators/keys",
        "/console/account/password",
        "/console/account/app",
        "/console/audit/verify",
        "/console/sign-out",
    ],
)
def test_a_form_without_its_token(staff: dict[str, Console], action: str) -> None:
    """Without the token of this session a form is refused: with none, and with that of somebody else's."""
    owner, other = staff["owner"], staff["admin"].token()
    for fields in ({}, {"csrf_token": ""}, {"csrf_token": other}):
        answer = owner.http.post(action, data=fields)
        assert answer.status_code == 403, fields
        assert "reload the page" in Page(answer).text
    assert owner.http.post(action, json={"csrf_token": owner.token()}).status_code == 403


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_signing_in_from_another_site(visitor: httpx.Client, headers: dict[str, str]) -> None:
    """Nobody is signed in by a page of another site, nor by a form that this browser was not shown."""
    (form,) = Page(visitor.get("/console/sign-in")).forms
    fields = form.fields | {"name": "olga", "password": PASSWORD, "code": "000000"}
    assert visitor.post(form.action, data=fields, headers=headers).status_code == 403
    assert visitor.post(form.action, data=fields | {"csrf_token": ""}).status_code == 403
    visitor.cookies.clear()
    assert visitor.post(form.action, data=fields).status_code == 403


def test_signing_out(house: Service) -> None:
    """The session ends where it is kept, not only in this browser."""
    console = hire(house, "tom", Role.VIEWER, "harbor")
    token = console.http.cookies[SESSION]
    left = console.send(console.first, "/console/sign-out")
    assert left.path == "/console/sign-in"
    assert SESSION not in console.http.cookies
    console.http.cookies.set(SESSION, token)
    assert console.read("/console").path == "/console/sign-in"
    console.http.close()


def test_disabled_at_once(house: Service, staff: dict[str, Console]) -> None:
    """An operator who is disabled is out with the next request, and comes in again once enabled."""
    gone, owner = hire(house, "uwe", Role.VIEWER, "harbor"), staff["owner"]
    page = owner.read("/console/operators")
    (form,) = [f for f in page.forms if f.action.endswith("/disable") and _row_of(page, "uwe") in f.action]
    assert "is disabled" in owner.send(page, form.action).text
    assert gone.read("/console").path == "/console/sign-in"
    disabled = owner.read("/console/operators")
    assert "may sign in again" in owner.send(disabled, form.action.replace("disable", "enable")).text
    gone.http.close()


def _row_of(page: Page, name: str) -> str:
    """The id of an operator on the page."""
    found = re.search(rf"{name}</th>.*?/console/operators/([0-9a-f-]+)/", page.source, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/console", {"owner": 200, "admin": 200, "agent": 200, "viewer": 200}),
        ("/console/account", {"owner": 200, "admin": 200, "agent": 200, "viewer": 200}),
        ("/console/audit", {"owner": 200, "admin": 200, "agent": 200, "viewer": 200}),
        ("/console/audit?tenant=harbor", {"owner": 200, "admin": 200, "agent": 200, "viewer": 200, "stranger": 404}),
        ("/console/audit?tenant=lumen", {"owner": 200, "admin": 404, "agent": 404, "viewer": 404, "stranger": 200}),
        ("/console/audit?tenant=nobody", {"owner": 404, "admin": 404, "agent": 404, "viewer": 404}),
        ("/console/audit?tenant=_service", {"owner": 200, "admin": 404, "agent": 404, "viewer": 404}),
        ("/console/audit?after=-1", {"owner": 400, "viewer": 400}),
        ("/console/operators", {"owner": 200, "admin": 200, "agent": 403, "viewer": 403}),
        ("/console/operators/keys", {"owner": 200, "admin": 200, "agent": 403, "viewer": 403}),
        ("/console/nowhere", {"owner": 404, "viewer": 404}),
    ],
)
def test_who_sees_what(staff: dict[str, Console], path: str, expected: dict[str, int]) -> None:
    """Each role sees its own pages and tenants; a refusal is a page of one sentence with the way back."""
    for role, status in expected.items():
        page = Page(staff[role].http.get(path))
        assert page.status == status, role
        if status >= 400:
            assert "To the overview" in page.text
    may_manage = expected.get("viewer") == 200 and 'href="/console/operators"' in staff["viewer"].read(path).source
    assert not may_manage


def test_an_admin_manages_its_own_tenants_alone(staff: dict[str, Console]) -> None:
    """An admin adds and sees operators of its tenants, makes no owner, and finds nobody else's."""
    admin, owner = staff["admin"], staff["owner"]
    strangers, _ = add(owner, "sven", tenants=["lumen"])
    add(admin, "wanda")
    page = admin.read("/console/operators")
    assert "wanda" in page.text
    assert "olga" not in page.text
    assert "sven" not in page.text
    assert "Every tenant" not in page.text
    assert admin.send(page, "/console/operators", name="xaver", role="owner", tenants="*").status == 403
    assert admin.send(page, "/console/operators", name="xaver", role="viewer", tenants="lumen").status == 404
    token = {"csrf_token": admin.token()}
    assert admin.http.post(f"/console/operators/{strangers}/disable", data=token).status_code == 404
    assert admin.http.post(f"/console/operators/{strangers}/reset", data=token).status_code == 404
    assert "xaver" not in owner.read("/console/operators").text


def test_a_refused_form_keeps_what_was_typed(staff: dict[str, Console]) -> None:
    """A name that can't be is shown again, escaped, under the one sentence; a password is not."""
    owner = staff["owner"]
    page = owner.send(owner.read("/console/operators"), "/console/operators", name=HOSTILE, password=PASSWORD, role="")
    assert (page.status, len([alert for alert in page.alerts if alert.strip()])) == (400, 1)
    assert page.form("/console/operators").fields["name"] == HOSTILE
    assert "<script>alert" not in page.source
    assert PASSWORD not in page.source


def test_new_secrets_are_shown_once(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """A generated password and the app's secret stand on the answer alone, and open the console; a reset voids them."""
    owner = staff["owner"]
    page = owner.send(
        owner.read("/console/operators"), "/console/operators", name="yara", role="agent", tenants="harbor"
    )
    password, secret = re.findall(r'class="secret"[^>]*>([^<]+)<', page.source)
    assert enter(visitor, "yara", pyotp.TOTP(secret).now(), password).status_code == 303
    listed = owner.read("/console/operators")
    assert password not in listed.source
    assert secret not in listed.source
    reset = owner.send(listed, f"/console/operators/{_row_of(listed, 'yara')}/reset")
    assert "has new secrets" in reset.text
    assert visitor.get("/console").status_code == 303
    assert (
        enter(visitor, "yara", pyotp.TOTP(secret).at(datetime.now(UTC), counter_offset=1), password).status_code == 401
    )


def test_api_keys(staff: dict[str, Console], house: Service) -> None:
    """A key is shown once, works for its tenant, reads as typed whatever it is called, and ends when revoked."""
    admin = staff["admin"]
    page = admin.read("/console/operators/keys")
    made = admin.send(page, "/console/operators/keys", name=HOSTILE, role="viewer", tenant="harbor", lasts="30d")
    (key,) = re.findall(r'class="secret"[^>]*>([^<]+)<', made.source)
    assert HOSTILE in made.text
    assert "<script>alert" not in made.source
    with client_of(house.url, key) as program:
        assert program.get("/v1/operator/audit", params={"tenant": "harbor"}).status_code == 200
        assert program.get("/v1/operator/audit", params={"tenant": "lumen"}).status_code == 404
        listed = admin.read("/console/operators/keys")
        assert key not in listed.source
        (revoke,) = [form.action for form in listed.forms if form.action.endswith("/revoke")]
        assert "is revoked" in admin.send(listed, revoke).text
        assert program.get("/v1/operator/audit", params={"tenant": "harbor"}).status_code == 401
    again = admin.http.post(revoke, data={"csrf_token": admin.token()})
    assert again.status_code == 404


@pytest.mark.parametrize(
    ("role", "tenant", "status"),
    [("owner", "*", 403), ("viewer", "*", 403), ("viewer", "lumen", 404), ("", "harbor", 400)],
)
def test_keys_an_admin_can_not_make(staff: dict[str, Console], role: str, tenant: str, status: int) -> None:
    """An admin's keys reach the admin's tenants and no further."""
    page = staff["admin"].read("/console/operators/keys")
    sent = staff["admin"].send(page, "/console/operators/keys", name="too much", role=role, tenant=tenant, lasts="")
    assert sent.status == status
    assert "too much" not in staff["owner"].read("/console/operators/keys").text


def test_who_came_by_a_link_is_asked_for_secrets(house: Service, visitor: httpx.Client) -> None:
    """A person without a password is told so on each page, sets one and an app, and signs in with both."""
    zoe = hire(house, "zoe", Role.OWNER)
    assert "one-time link" in zoe.read("/console/audit").text
    account = zoe.read("/console/account")
    short = zoe.send(account, "/console/account/password", password="too short")
    assert (short.status, "12 to 200 characters" in short.alerts[-1]) == (400, True)
    assert "password is changed" in zoe.send(account, "/console/account/password", password=PASSWORD).text
    page = zoe.read("/console/account")
    secret = page.form("/console/account/app").fields["secret"]
    wrong = zoe.send(page, "/console/account/app", current=PASSWORD, code="000000")
    assert wrong.status == 400
    assert wrong.form("/console/account/app").fields["secret"] == secret
    code = pyotp.TOTP(secret).now()
    assert zoe.send(page, "/console/account/app", current="wrong", code=code).status == 403
    assert "count from now on" in zoe.send(page, "/console/account/app", current=PASSWORD, code=code).text
    assert "one-time link" not in zoe.read("/console/audit").text
    later = pyotp.TOTP(secret).at(datetime.now(UTC), counter_offset=1)
    assert enter(visitor, "zoe", later).status_code == 303
    zoe.http.close()


def test_the_audit_page_by_page(staff: dict[str, Console], house: Service) -> None:
    """The newest acts come first; older and newer pages hang together; names stand for ids."""
    owner = staff["owner"]
    write(house, 230)
    newest = owner.read("/console/audit", tenant="_service")
    positions = [int(number) for number in re.findall(r'<td class="number">(\d+)</td>', newest.source)]
    assert positions == sorted(positions, reverse=True)
    assert len(positions) == 100
    assert 'rel="prev"' not in newest.source
    pages, seen = 1, positions
    while link := re.search(r'href="([^"]+)" rel="next"', newest.source):
        newest, pages = Page(owner.http.get(link[1].replace("&amp;", "&"))), pages + 1
        assert 'rel="prev"' in newest.source
        seen += [int(number) for number in re.findall(r'<td class="number">(\d+)</td>', newest.source)]
    assert pages >= 3
    assert set(seen) == set(range(1, positions[0] + 1))
    assert "olga" in newest.text


def write(service: Service, acts: int) -> None:
    """Write acts into the service's own audit."""

    def unit(db: ServiceDb) -> None:
        for number in range(acts):
            db.audit(AuditEvent("service", "story.told", f"story:{number}", "done", HOSTILE))

    async def store() -> None:
        database = open_database(f"sqlite:///{service.folder}/data/frontdesk.db")
        try:
            await database.write_service(unit)
        finally:
            await database.close()

    asyncio.run(store())


def test_whether_the_chain_holds(staff: dict[str, Console], house: Service) -> None:
    """One button says how many links hold; a link that somebody changed is named by its number."""
    viewer = staff["stranger"]
    with client_of(house.url, house.api_key("owner")) as program:
        for on in (True, False):
            wish = {"on": on, "reason": "a story of the audit"}
            program.put("/v1/operator/kill-switches/tenant:lumen", json=wish).raise_for_status()
    owner = staff["owner"]
    whole = owner.send(owner.read("/console/audit", tenant="_service"), "/console/audit/verify")
    assert re.search(r"Each of the \d+ links holds", whole.text)
    with sqlite3.connect(house.folder / "data" / "frontdesk.db") as db:
        db.execute("UPDATE audit_event SET outcome = 'other' WHERE tenant_id = '_service' AND position = 2")
    db.close()
    broken = owner.send(owner.read("/console/audit", tenant="_service"), "/console/audit/verify")
    assert "broken at number 2" in broken.alerts[-1]
    assert viewer.send(viewer.read("/console/audit"), "/console/audit/verify").status == 200


def test_what_is_stopped_stands_on_each_page(staff: dict[str, Console], house: Service) -> None:
    """A switch that is on is told to whom it concerns, and in its last ten minutes when it ends."""
    wish = {"on": True, "reason": "a story of the banner", "mode": "closed"}
    soon = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
    with client_of(house.url, house.api_key("owner")) as program:
        program.put("/v1/operator/kill-switches/tenant:harbor", json=wish | {"expires_at": soon}).raise_for_status()
        try:
            for role in ("owner", "viewer"):
                said = staff[role].read("/console/audit").text
                assert re.search(r"assistant is closed for (the )?tenant harbor ?; this ends in 5 minutes", said)
            assert "assistant is closed" not in staff["stranger"].read("/console/audit").text
        finally:
            program.put("/v1/operator/kill-switches/tenant:harbor", json=wish | {"on": False}).raise_for_status()
    assert "offline assistant answers" in staff["stranger"].read("/console/audit").text


def test_the_files_of_the_console(staff: dict[str, Console], house: Service) -> None:
    """The style sheet is kept for good under its version, asked for again without it; nothing else lies there."""
    (path,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', staff["owner"].first.source)
    kept = house.http.get(path)
    assert kept.headers["Content-Type"].startswith("text/css")
    assert "immutable" in kept.headers["Cache-Control"]
    plain = house.http.get(path.partition("?")[0], headers={"If-None-Match": kept.headers["ETag"]})
    assert (plain.status_code, plain.content, plain.headers["Cache-Control"]) == (304, b"", "no-cache")
    for name in ("other.css", "..%2Fpages.py", "%2e%2e%2fconsole.css"):
        assert house.http.get(f"/console/static/{name}").status_code == 404


def test_programs_still_read_problems(house: Service) -> None:
    """Pages are the console's alone: the API answers a problem document, and its document names no page."""
    refused = house.http.get("/v1/operator/audit?tenant=harbor")
    assert (refused.status_code, refused.headers["Content-Type"]) == (401, "application/problem+json")
    paths = house.http.get("/schema/openapi.json").json()["paths"]
    assert not [path for path in paths if path.startswith("/console")]
