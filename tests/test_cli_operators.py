"""The switch, keys and the audit from a shell: what is not there is refused, and what was not done is not told."""

from collections.abc import Iterator
from contextlib import closing
from sqlite3 import connect

import pytest

from tests.service import Service

CONVERSATION = "conversation:0197c0de-0000-7000-8000-000000000001"
REASON = ("--reason", "a story of the shell")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that is not started: its commands need its settings alone, and tables."""
    service = Service(tmp_path_factory.mktemp("shell"))
    assert service.cli("db", "upgrade").returncode == 0
    yield service
    service.stop()


def refused(service: Service, *args: str) -> str:
    """Run a command that fails with one plain sentence; returns it."""
    done = service.cli(*args)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done
    return done.stderr


def acts(service: Service) -> list[str]:
    """What the service's audit says was done."""
    return [row["action"] for row in service.rows("SELECT action FROM audit_event ORDER BY position", {})]


def test_a_key_is_made_and_revoked(service: Service) -> None:
    """Printed once, alone; revoked once: the second time nothing is done, and nothing is told of it."""
    made = service.cli("keys", "create", "--role", "viewer", "--tenant", "harbor", "--name", " the helpdesk ")
    assert made.returncode == 0, made.stderr
    assert made.stdout.strip() not in service.cli("keys", "list").stdout
    (line,) = service.cli("keys", "list").stdout.splitlines()
    assert line.endswith("  viewer  harbor  holds  the helpdesk")
    assert service.cli("keys", "revoke", line.split()[0]).returncode == 0
    before = acts(service)
    assert "No key of this id holds" in refused(service, "keys", "revoke", line.split()[0])
    assert acts(service) == before == ["key.created", "key.revoked"]


@pytest.mark.parametrize(
    "args",
    [
        ("--role", "owner", "--tenant", "harbor", "--name", "too wide"),
        ("--role", "viewer", "--tenant", "nobody", "--name", "a key"),
        ("--role", "viewer", "--tenant", "", "--name", "a key"),
        ("--role", "viewer", "--name", ""),
        ("--role", "viewer", "--name", "x" * 61),
        ("--role", "viewer", "--name", "a\x1b[31mkey"),
    ],
)
def test_keys_that_are_not_made(service: Service, args: tuple[str, ...]) -> None:
    """The shell keeps to the rules that the console keeps to."""
    before = acts(service)
    refused(service, "keys", "create", *args)
    assert acts(service) == before


@pytest.mark.parametrize("scope", [CONVERSATION, "tenant:nobody", "workflow:harbor/nothing", "model:none"])
def test_a_switch_of_nothing(service: Service, scope: str) -> None:
    """A typing error must not read as "stopped"."""
    assert "nothing was changed" in refused(service, "switch", "on", scope, *REASON)
    assert scope not in service.cli("switch", "list").stdout


def test_a_switch_while_a_file_is_bad(service: Service) -> None:
    """The service goes on with its last good version: that can be stopped, and started again, from the shell all the
    same. What a command prints stays its answer alone.
    """
    file = service.config / "tenants" / "harbor.toml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace('stage = "live"', 'stage = "lvie"'), encoding="utf-8")
    try:
        for way in ("on", "off"):
            done = service.cli("switch", way, "tenant:harbor", *REASON)
            assert done.returncode == 0, done.stderr
            assert done.stdout.count("\n") == 1
            assert "harbor.toml" in done.stderr
    finally:
        file.write_text(good, encoding="utf-8")


def test_a_reason_that_steers_the_terminal(service: Service) -> None:
    """Is refused: others read it in theirs."""
    assert "one line" in refused(service, "switch", "on", "service", "--reason", "ten letters\x1b[2J and more")


@pytest.mark.parametrize("command", ["verify", "export"])
def test_the_audit_of_nobody(service: Service, command: str) -> None:
    """A tenant that there never was has no chain that could hold; one without any act has."""
    assert "no tenant of this id" in refused(service, "audit", command, "--tenant", "harbour")
    assert "--tenant is empty" in refused(service, "audit", command, "--tenant", "")
    assert "--tenant is empty" in refused(service, "erase", "--tenant", "", "--contact", "x")
    for tenant in ("harbor", "_service"):
        assert service.cli("audit", command, "--tenant", tenant).returncode == 0


def test_a_moment_that_was_written_over(service: Service) -> None:
    """Is where the chain is broken, like any other change."""
    for way in ("on", "off", "on", "off"):
        assert service.cli("switch", way, "service", *REASON).returncode == 0
    with closing(connect(service.folder / "data" / "frontdesk.db", isolation_level=None)) as db:
        changed = "UPDATE audit_event SET at = ? WHERE tenant_id = '_service' AND position = 3"
        ((before,),) = db.execute("SELECT at FROM audit_event WHERE tenant_id = '_service' AND position = 3")
        db.execute(changed, ("garbage",))
        assert "broken at position 3" in refused(service, "audit", "verify", "--tenant", "_service")
        db.execute(changed, (before,))
    assert service.cli("audit", "verify", "--tenant", "_service").returncode == 0
