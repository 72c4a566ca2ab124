"""Stopping is easy, resuming is hard: where the configuration asks for it, nobody ends `service` alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.stories.house import House
from tests.stories.operators import REASON, Operator
from tests.stories.problems import assert_problem
from tests.tenant_files import replace


def _ask_for_two(config: Path) -> None:
    path = config / "frontdesk.toml"
    replace(path, path.read_text().replace("second_person = []", 'second_person = ["resume_service"]'))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A service that asks for a second person."""
    with House(tmp_path_factory.mktemp("house"), config=_ask_for_two) as service:
        yield service


@pytest.fixture(scope="module")
def two(house: House) -> Iterator[tuple[Operator, Operator]]:
    """Two owners."""
    keys = [house.cli("keys", "create", "--role", "owner", "--name", name).stdout.strip() for name in ("ann", "ben")]
    clients = [
        httpx.Client(base_url=house.url, headers={"Authorization": f"Bearer {k}"}, trust_env=False) for k in keys
    ]
    yield Operator(clients[0]), Operator(clients[1])
    for client in clients:
        client.close()


def confirm(operator: Operator, pending: str) -> httpx.Response:
    """Say yes."""
    return operator.http.post(f"/v1/operator/confirmations/{pending}")


def test_ending_takes_two(house: House, two: tuple[Operator, Operator]) -> None:
    """The wish waits; who asked can't confirm it, another can, once; until then the assistant is silent."""
    ann, ben = two
    assert ann.flip("service", on=True).status_code == 200
    asked = ann.flip("service", on=False)
    assert asked.status_code == 202
    assert asked.json().keys() == {"pending"}
    pending = asked.json()["pending"]
    assert ann.switches()["service"]["on"]
    assert house.meet().send("How long does delivery take?")["reason"] == "switched_off"
    assert_problem(confirm(ann, pending), 409, "conflict")
    with house.operator("admin", "harbor") as admin:
        assert_problem(admin.post(f"/v1/operator/confirmations/{pending}"), 403, "forbidden")
    done = confirm(ben, pending)
    assert done.status_code == 200
    assert (done.json()["scope"], done.json()["on"]) == ("service", False)
    assert all(applied["ms"] is not None for applied in done.json()["applied"])
    assert not ann.switches()["service"]["on"]
    assert house.meet().send("How long does delivery take?")["outcome"] == "answered"
    assert_problem(confirm(ben, pending), 409, "conflict")


def test_no_way_around_it(two: tuple[Operator, Operator]) -> None:
    """Letting it end by itself sooner is ending it; keeping it on for longer, or closed, is not."""
    ann, _ = two
    ann.flip("service", on=True)
    soon = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    assert ann.flip("service", on=True, expires_at=soon).status_code == 202
    assert ann.switches()["service"]["expires_at"] is None
    assert ann.flip("service", on=True, mode="closed").status_code == 200


def test_a_wish_that_is_out_of_date(two: tuple[Operator, Operator]) -> None:
    """Once the switch was set again, an earlier wish to end it counts no more."""
    ann, ben = two
    ann.flip("service", on=True)
    pending = ann.flip("service", on=False).json()["pending"]
    ben.flip("service", on=True)
    assert_problem(confirm(ben, pending), 409, "conflict")
    assert ann.switches()["service"]["on"]


def test_other_scopes_need_one(two: tuple[Operator, Operator]) -> None:
    """Only the end of everything's switch takes two; stopping never does."""
    ann, _ = two
    for scope in ("tenant:harbor", "workflow:lumen/support"):
        assert ann.flip(scope, on=True).status_code == 200
        assert ann.flip(scope, on=False).status_code == 200


def test_both_are_in_the_audit(house: House, two: tuple[Operator, Operator]) -> None:
    """Who asked and who confirmed stand in the service's own chain."""
    ann, ben = two
    ann.flip("service", on=True)
    pending = ann.flip("service", on=False).json()["pending"]
    confirm(ben, pending).raise_for_status()
    chain = [
        line for line in house.cli("audit", "export", "--tenant", "_service").stdout.splitlines() if "switch" in line
    ]
    assert f"confirmation:{pending}" in chain[-2]
    assert '"outcome":"pending"' in chain[-2]
    who = [line.split('"actor":"')[1].split('"')[0] for line in chain[-2:]]
    assert who[0] != who[1]
    assert f'"reason":"{REASON}"' in chain[-1]
