import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service import Customer, Service, identity_token, rewrite, start_session
from tests.stories.problems import assert_problem
from tests.stories.variants import add_variant, site_of
from tests.stories.waiting import runs_out, within


def _configure(config: Path) -> None:
    for name in ("edited", "broken", "rotated", "replaced", "closing", "gone"):
        add_variant(config, "harbor", name, {})


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The embedded default with a tenant for each story."""
    with Service(tmp_path_factory.mktemp("shops"), config=_configure) as service:
        yield service


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
        start_session(shops, site_key=site, identity_token=identity_token(shops, "harbor-rotated")), 401, "unauthorized"
    )
    assert start_session(
        shops, site_key=site, identity_token=identity_token(shops, "harbor-rotated", kid="k2")
    ).is_success


def test_an_identity_secret_is_replaced(shops: Service) -> None:
    """Another secret under the same id is another key: sessions that the old one proved end."""
    site, other = site_of("harbor-replaced"), "another-secret-of-these-tests-which-is-not-secret"
    proved = Customer.of(shops, site, identity_token(shops, "harbor-replaced"))
    (shops.config / "other.key").write_text(other)
    rewrite(shops.config, "harbor-replaced", "env:HARBOR_IDENTITY_KEY", "file:other.key")
    assert within(2, lambda: proved.get("/v1/me/data").status_code == 401)
    token = identity_token(shops, "harbor-replaced", secret=other)
    assert Customer.of(shops, site, token).get("/v1/me/data").status_code == 200


def test_a_site_closes_to_strangers(shops: Service) -> None:
    """Where anonymous chats are no longer allowed, those sessions end."""
    customer = Customer.of(shops, site_of("harbor-closing"))
    rewrite(shops.config, "harbor-closing", "anonymous = true", "anonymous = false")
    assert within(2, lambda: customer.get("/v1/me/data").status_code == 401)


def _greeting(service: Service, name: str) -> str:
    return str(start_session(service, site_key=site_of(f"harbor-{name}")).json()["assistant"]["greeting"])


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
    assert_problem(start_session(shops, site_key=site), 404, "not_found")
