import asyncio
import re
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from app.adapters.db.engine import open_database
from app.adapters.db.tenant_db import ServiceDb
from app.domain.audit import AuditEvent
from tests.loopback import client_of
from tests.service import Service
from tests.stories.console import Console, Page
from tests.stories.console_house import HOSTILE, SESSION, open_house, staff_of, visitor_of

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


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of these stories' own."""
    with open_house(tmp_path_factory.mktemp("console")) as service:
        yield service


@pytest.fixture(scope="module")
def staff(house: Service) -> Iterator[dict[str, Console]]:
    """An owner, and each other role at Harbor; and a viewer of Lumen."""
    with staff_of(house) as people:
        yield people


@pytest.fixture
def visitor(house: Service) -> Iterator[httpx.Client]:
    """A browser of nobody's, from an address of its own."""
    with visitor_of(house) as browser:
        yield browser


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
        assert answer.headers["Referrer-Policy"] == "same-origin"
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
        assert answer.status_code == 303
        assert answer.headers["Location"].partition("?")[0] == "/console/sign-in"
    part = visitor.get(path, headers={"HX-Request": "true"})
    assert (part.status_code, part.headers["HX-Redirect"]) == (401, "/console/sign-in")


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
