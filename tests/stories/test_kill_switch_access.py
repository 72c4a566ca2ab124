from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import httpx
import pytest

from tests.stories.house import House
from tests.stories.operators import REASON, Operator


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A service whose assistant nobody asks anything."""
    with House(tmp_path_factory.mktemp("desk")) as service:
        yield service


@pytest.fixture(scope="module")
def operators(desk: House) -> Iterator[dict[str, Operator]]:
    """An owner everywhere, and the other roles for `harbor` alone."""
    roles = {"owner": None, "admin": "harbor", "agent": "harbor", "viewer": "harbor"}
    clients = {
        role: httpx.Client(
            base_url=desk.url, headers={"Authorization": f"Bearer {desk.api_key(role, tenant)}"}, trust_env=False
        )
        for role, tenant in roles.items()
    }
    yield {role: Operator(client) for role, client in clients.items()}
    for client in clients.values():
        client.close()


@pytest.mark.parametrize(
    ("scope", "owner", "admin", "others"),
    [
        ("service", 200, 403, 403),
        ("tenant:harbor", 200, 200, 403),
        ("tenant:lumen", 200, 404, 404),
        ("tenant:nobody", 404, 404, 404),
        ("workflow:harbor/support", 200, 200, 403),
        ("workflow:harbor/none", 404, 404, 404),
        ("workflow:lumen/support", 200, 404, 404),
        ("model:gpt-5-mini", 200, 403, 403),
        ("model:unheard-of", 404, 403, 403),
        ("tool:orders", 200, 403, 403),
        ("conversation:00000000-0000-7000-8000-000000000000", 404, 404, 404),
        ("conversation:1", 400, 400, 400),
        ("everything", 400, 400, 400),
        ("tenant:", 400, 400, 400),
        ("workflow:harbor", 400, 400, 400),
    ],
)
def test_who_may_switch_what(operators: dict[str, Operator], scope: str, owner: int, admin: int, others: int) -> None:
    """Each role flips what it answers for; another tenant's is as unknown as none, and a refusal changes nothing."""
    expected = {"owner": owner, "admin": admin, "agent": others, "viewer": others}
    before = operators["owner"].switches().get(scope)
    for role in ("viewer", "agent", "admin", "owner"):
        answer = operators[role].flip(scope, on=False)
        assert answer.status_code == expected[role], role
        if answer.status_code != 200:
            assert answer.headers["content-type"] == "application/problem+json"
            assert operators["owner"].switches().get(scope) == before
    wish = {"on": False, "reason": REASON}
    url = f"{operators['owner'].http.base_url}/v1/operator/kill-switches"
    assert httpx.put(f"{url}/{scope}", json=wish, trust_env=False).status_code == 401
    assert httpx.get(url, trust_env=False).status_code == 401


def test_a_conversation_of_another_tenant(desk: House, operators: dict[str, Operator]) -> None:
    """A conversation's switch is its tenant's: for others it does not exist, and it is not listed to them."""
    mine, theirs = (desk.meet(tenant).conversation() for tenant in ("harbor", "lumen"))
    admin, owner = operators["admin"], operators["owner"]
    assert admin.flip(f"conversation:{mine}", on=True).status_code == 200
    assert admin.flip(f"conversation:{theirs}", on=True).status_code == 404
    assert owner.flip(f"conversation:{theirs}", on=True).status_code == 200
    assert f"conversation:{mine}" in admin.switches()
    assert f"conversation:{theirs}" not in admin.switches()
    assert f"conversation:{theirs}" in owner.switches()


@pytest.mark.parametrize(
    "wish",
    [
        {"on": True},
        {"on": True, "reason": "too short"},
        {"on": False, "reason": "          x"},
        {"on": True, "reason": f"{REASON}\0"},
        {"on": True, "reason": f"{REASON}\nand more"},
        {"on": True, "reason": REASON, "mode": "maybe"},
        {"on": True, "reason": "\u200b" * 12},
        {"on": "yes", "reason": REASON},
        {"on": "true", "reason": REASON},
        {"on": 1, "reason": REASON},
        {"on": True, "reason": REASON, "expires_at": 2000000000},
        {"on": True, "reason": REASON, "expires_at": "2020-01-01T00:00:00Z"},
        {"on": True, "reason": REASON, "expires_at": "2036-01-01T00:00:00"},
        {"on": True, "reason": REASON, "who": "me"},
    ],
)
def test_what_a_flip_must_say(operators: dict[str, Operator], wish: dict[str, object]) -> None:
    """Without a reason, with an end that is past, or with what nobody asked for, nothing is switched."""
    before = operators["owner"].switches()
    refused = operators["owner"].http.put("/v1/operator/kill-switches/tenant:lumen", json=wish)
    assert (refused.status_code, refused.json()["code"]) == (400, "bad_request")
    assert operators["owner"].switches() == before


def test_the_scope_is_the_rest_of_the_path(operators: dict[str, Operator]) -> None:
    """A slash in a scope may be written plain or as %2F; both are the one switch."""
    scope, owner = "workflow:harbor/support", operators["owner"]
    for path in (scope, quote(scope, safe=""), quote(scope, safe=":")):
        flipped = owner.flip(path, on=True)
        assert flipped.json()["scope"] == scope
        assert owner.switches()[scope]["version"] == flipped.json()["version"]
    owner.flip(scope, on=False)


def test_what_a_flip_answers(operators: dict[str, Operator]) -> None:
    """The answer names every live replica with the time it took; the list tells who, why, when and until when."""
    owner = operators["owner"]
    until = (datetime.now(UTC) + timedelta(hours=1)).replace(microsecond=0)
    flipped = owner.flip("tenant:lumen", on=True, mode="closed", expires_at=until.isoformat()).json()
    (applied,) = flipped["applied"]
    assert 0 <= applied["ms"] < 500
    assert (flipped["scope"], flipped["on"]) == ("tenant:lumen", True)
    listed = owner.switches()["tenant:lumen"]
    assert (listed["mode"], listed["reason"], listed["version"]) == ("closed", REASON, flipped["version"])
    assert listed["by"].startswith("key:")
    assert datetime.fromisoformat(listed["expires_at"]) == until
    replicas = owner.http.get("/v1/operator/kill-switches").json()["replicas"]
    assert [replica["id"] for replica in replicas] == [applied["replica"]]
    again = owner.flip("tenant:lumen", on=False).json()
    assert again["version"] > flipped["version"]
