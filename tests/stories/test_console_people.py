import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

import httpx
import pyotp
import pytest

from tests.loopback import client_of
from tests.service import Service
from tests.stories.console import Console
from tests.stories.console_house import HOSTILE, PASSWORD, add, enter, open_house, row_of, staff_of, visitor_of


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
    add_one = partial(owner.send, owner.read("/console/operators"), "/console/operators")
    page = add_one(name=HOSTILE, password=PASSWORD, role="", tenants="lumen")
    assert (page.status, len([alert for alert in page.alerts if alert.strip()])) == (400, 1)
    fields = page.form("/console/operators").fields
    assert (fields["name"], fields["tenants"]) == (HOSTILE, "lumen")
    assert "<script>alert" not in page.source
    assert PASSWORD not in page.source


def test_what_customers_call_an_operator(staff: dict[str, Console]) -> None:
    """Given with the form that adds one, and changed on one's own account; a name in two lines is refused."""
    owner, admin = staff["owner"], staff["admin"]
    page = owner.read("/console/operators")
    add_one = partial(owner.send, page, "/console/operators", role="agent", tenants="harbor")
    added = add_one(name="ida", shown="Ida I.")
    assert "Ida I." in added.text
    refused = add_one(name="ivo", shown="Ivo\nBoss")
    assert (refused.status, refused.alerts[-1]) == (400, "A name that people read has 1 to 60 characters, in one line.")
    account = admin.read("/console/account")
    assert account.form("/console/account/name").fields["shown"] == "adam"
    renamed = admin.send(account, "/console/account/name", shown=HOSTILE)
    assert "Customers read this name" in renamed.text
    assert HOSTILE in admin.read("/console").text
    assert admin.send(account, "/console/account/name", shown="Ada\0m").status == 400


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
    reset = owner.send(listed, f"/console/operators/{row_of(listed, 'yara')}/reset")
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
