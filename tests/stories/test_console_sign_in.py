from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pyotp
import pytest

from app.domain.operator import Role
from tests.service import Service
from tests.stories.console import Console, Page, hire
from tests.stories.console_house import HOSTILE, PASSWORD, SESSION, add, enter, open_house, row_of, staff_of, visitor_of

WRONG = "Name, password or code is not right"
FOREIGN = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://["},
    {"Origin": "https://127.0.0.1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
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


def test_a_form_comes_from_the_very_site_it_goes_to(house: Service, staff: dict[str, Console]) -> None:
    """The same host over another scheme, or at another port, is another site."""
    owner, host = staff["owner"], house.url.removeprefix("http://")
    fields = {"csrf_token": owner.token(), "tenant": "harbor"}
    secure = {"X-Forwarded-Proto": "https"}
    for headers, status in (
        ({"Origin": f"http://{host}"}, 200),
        ({"Origin": f"https://{host}"}, 403),
        ({"Origin": f"http://{host}0"}, 403),
        (secure | {"Origin": f"https://{host}"}, 200),
        (secure | {"Origin": f"http://{host}"}, 403),
    ):
        assert owner.http.post("/console/audit/verify", data=fields, headers=headers).status_code == status, headers


def test_a_refusal_tells_nothing(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """A name that nobody has, a wrong password and a wrong code read the same; what was typed stays as a name."""
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
    assert [Page(answer).forms[0].fields["name"] for answer in answers] == [HOSTILE, "quinn", "quinn", "quinn"]
    assert all("<script>alert" not in answer.text for answer in answers)
    assert all(typed not in answer.text for answer in answers for typed in ("another-password-of-nobody", "000000"))


def test_signing_in_leads_back(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """Whoever asked for a page has it after signing in, after a wrong code too; no address leads to another site."""
    _, secret = add(staff["owner"], "ruth")
    sent = visitor.get("/console/audit", params={"tenant": "harbor", "after": "0"})
    page = Page(visitor.get(sent.headers["Location"]))
    (form,) = Page(visitor.post("/console/sign-in", data=page.forms[0].fields | {"name": "ruth"})).forms
    secrets_of_ruth = {"password": PASSWORD, "code": pyotp.TOTP(secret).now()}
    entered = visitor.post("/console/sign-in", data=form.fields | secrets_of_ruth)
    assert entered.headers["Location"] == "/console/audit?tenant=harbor&after=0"
    for to in ("https://evil.example/console", "//evil.example", "/console.evil", "/consoles", "/console/\r\nX: y", ""):
        assert visitor.get("/console/sign-in", params={"to": to}).headers["Location"] == "/console", to


def test_failures_lock(staff: dict[str, Console], visitor: httpx.Client) -> None:
    """After five failures even the right password waits, and the page says how long."""
    _, secret = add(staff["owner"], "rosa")
    for _ in range(5):
        assert enter(visitor, "rosa", "", "wrong").status_code == 401
    answer = enter(visitor, "rosa", pyotp.TOTP(secret).now())
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert "Too many tries; wait" in Page(answer).alerts[0]


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
    (form,) = [f for f in page.forms if f.action.endswith("/disable") and row_of(page, "uwe") in f.action]
    assert "is disabled" in owner.send(page, form.action).text
    assert gone.read("/console").path == "/console/sign-in"
    disabled = owner.read("/console/operators")
    assert "may sign in again" in owner.send(disabled, form.action.replace("disable", "enable")).text
    gone.http.close()


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
