"""The demo shops: what a newcomer sees first, embedded as any page would do it, under the strictest policy."""

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.service import Customer, Service
from tests.stories.problems import assert_problem

SHOPS = {"/demo": "site_harbor_shop", "/demo/lumen": "site_lumen_shop"}


@pytest.fixture(scope="module")
def keyless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service on which no shop has an identity key, as `make run` begins with."""
    unset = {"HARBOR_IDENTITY_KEY": "", "LUMEN_IDENTITY_KEY": ""}
    with Service(tmp_path_factory.mktemp("keyless"), env=unset) as running:
        yield running


def log_in(service: Service, **wish: object) -> httpx.Response:
    """Ask for a demo customer's identity token."""
    return service.http.post("/demo/identity", json={"shop": "harbor", "person": "mara"} | wish)


@pytest.mark.parametrize(("path", "site"), SHOPS.items())
def test_a_shop_embeds_the_widget_in_one_line(service: Service, path: str, site: str) -> None:
    """One script with the site's key; nothing on the page comes from elsewhere or stands in an attribute."""
    answer = service.http.get(path)
    assert (
        len(re.findall(rf'<script src="/widget.js" data-site="{site}" nonce="[^"]+" async></script>', answer.text)) == 1
    )
    assert re.findall(r'(?:src|href)="(?:https?:)?//', answer.text) == []
    assert not re.search(r"<[^>]+\s(style|on\w+)=", answer.text)
    (other,) = set(SHOPS) - {path}
    assert f'href="{other}"' in answer.text
    assert f'href="/chat/{site}"' in answer.text
    assert answer.text.count("data-question=") == 3
    assert "offline" in answer.text


@pytest.mark.parametrize("path", [*SHOPS, "/chat/site_harbor_shop"])
def test_the_policy_is_the_strictest(service: Service, path: str) -> None:
    """Scripts and styles by a fresh nonce alone, no Trusted Types policy at all, nobody may frame it."""
    nonces = set()
    for _ in range(2):
        answer = service.http.get(path)
        policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
        (nonce,) = set(re.findall(r'nonce="([^"]+)"', answer.text))
        nonces.add(nonce)
        assert policy["script-src"] == policy["style-src"] == f"'nonce-{nonce}'"
        assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        assert (policy["require-trusted-types-for"], policy["trusted-types"]) == ("'script'", "'none'")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in answer.headers
    assert len(nonces) == 2


def test_its_own_files_are_there(service: Service) -> None:
    """The style sheet and the script of the page, kept for good by their version."""
    for path in re.findall(r'"(/demo/static/[^"]+)"', service.http.get("/demo").text):
        assert service.http.get(path).headers["Cache-Control"].endswith("immutable")
        assert service.http.get(path.partition("?")[0]).headers["Cache-Control"] == "no-cache"
    assert_problem(service.http.get("/demo/static/shops.py"), 404, "not_found")


def test_it_is_shown_at_the_addresses_of_the_site_alone(service: Service) -> None:
    """Elsewhere the widget would be refused: there is no demo."""
    for path in SHOPS:
        assert_problem(service.http.get(path, headers={"Host": "chat.example"}), 404, "not_found")
    assert service.http.get("/demo", headers={"Host": f"localhost:{service.port}"}).status_code == 200


def test_a_demo_customer_is_logged_in_by_token(service: Service) -> None:
    """Where the shop has its key, the page offers people; each token makes one session, of that person alone."""
    page = service.http.get("/demo", params={"as": "mara"}).text
    assert 'data-person="mara"' in page
    tokens = [log_in(service, person=person).raise_for_status().json()["token"] for person in ("mara", "mara", "jonas")]
    met = [Customer.of(service, identity_token=token) for token in tokens]
    assert [customer.session["contact"]["verified"] for customer in met] == [True] * 3
    assert met[0].contact == met[1].contact != met[2].contact
    for customer in met:
        customer.close()


def test_without_a_key_nobody_is_logged_in(keyless: Service) -> None:
    """The switch is not there, and nothing is signed."""
    page = keyless.http.get("/demo", params={"as": "mara"}).text
    assert "Who is shopping" not in page
    assert 'data-person=""' in page
    assert_problem(log_in(keyless), 404, "not_found")


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_nothing_is_signed_for_others(service: Service, header: str) -> None:
    """What comes through a proxy may be anybody's."""
    answer = service.http.post("/demo/identity", json={"shop": "harbor", "person": "mara"}, headers={header: "x"})
    assert_problem(answer, 404, "not_found")
    assert "Who is shopping" not in service.http.get("/demo", headers={header: "x"}).text


@pytest.mark.parametrize("wish", [{"person": "eve"}, {"shop": "nobody"}, {"shop": "harbor", "person": ""}])
def test_only_demo_customers_are_known(service: Service, wish: dict[str, str]) -> None:
    """Neither other people nor other shops."""
    assert_problem(log_in(service, **wish), 404, "not_found")
