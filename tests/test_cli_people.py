"""Operators from a shell: added with secrets that are shown once, listed without them, shut out and let in."""

from collections.abc import Iterator

import pyotp
import pytest

from tests.service import Service

PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that is not started: its commands need its settings alone."""
    service = Service(tmp_path_factory.mktemp("people"))
    yield service
    service.stop()


def run(service: Service, *args: str, typed: str | None = None) -> str:
    """Run a command about operators that succeeds; returns what it printed."""
    done = service.cli("operators", *args, input=typed)
    assert done.returncode == 0, done.stderr
    return done.stdout


def shown(printed: str) -> dict[str, str]:
    """What stands on each line, by its name."""
    return {name: value.strip() for name, _, value in (line.partition(" ") for line in printed.splitlines())}


def test_a_generated_password_is_printed_with_the_code(service: Service) -> None:
    """Once: the list has the name, role and tenants only."""
    secrets = shown(run(service, "add", "--name", "Ann", "--role", "admin", "--tenant", "harbor", "--tenant", "lumen"))
    assert list(secrets) == ["name", "password", "secret", "uri"]
    assert secrets["name"] == "ann"
    assert len(secrets["password"]) >= 12
    assert pyotp.parse_uri(secrets["uri"]).secret == secrets["secret"]
    listed = run(service, "list")
    assert "admin  harbor,lumen  active  ann" in listed.splitlines()
    assert secrets["password"] not in listed + secrets["uri"]


def test_a_password_from_standard_input_is_not_repeated(service: Service) -> None:
    """Nor is it looked for on the command line, where other users of the machine would see it."""
    printed = run(service, "add", "--name", "bob", "--role", "owner", "--password-stdin", typed=f"{PASSWORD}\n")
    assert list(shown(printed)) == ["name", "secret", "uri"]
    assert PASSWORD not in printed
    assert "owner  every tenant  active  bob" in run(service, "list").splitlines()
    short = service.cli("operators", "add", "--name", "cleo", "--role", "viewer", "--password-stdin", input="short\n")
    assert (short.returncode, short.stderr) == (1, "Error: A password has 12 to 200 characters.\n")


def test_shut_out_and_let_in(service: Service) -> None:
    """By name; a link is made for whoever is not shut out."""
    run(service, "add", "--name", "dora", "--role", "agent", "--tenant", "harbor")
    run(service, "disable", "dora")
    assert "agent  harbor  disabled  dora" in run(service, "list").splitlines()
    assert service.cli("operators", "login", "dora").returncode == 1
    run(service, "enable", "dora")
    path = run(service, "login", "dora").strip()
    assert path.startswith("/console/once/")
    assert len(path.removeprefix("/console/once/")) == 43


def test_a_reset_prints_other_secrets(service: Service) -> None:
    """A new password and a new code, for the same name."""
    first = shown(run(service, "add", "--name", "emil", "--role", "agent", "--tenant", "harbor"))
    again = shown(run(service, "reset", "emil"))
    assert (again["name"], list(again)) == ("emil", list(first))
    assert again["password"] != first["password"]
    assert again["secret"] != first["secret"]


@pytest.mark.parametrize(
    "args",
    [
        ("add", "--name", "ann", "--role", "agent", "--tenant", "nobody"),
        ("add", "--name", "a n n", "--role", "agent"),
        ("disable", "nobody"),
        ("login", "nobody"),
    ],
)
def test_what_can_not_be_done(service: Service, args: tuple[str, ...]) -> None:
    """One plain sentence says why, and nothing of the code."""
    done = service.cli("operators", *args)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: ")
    assert done.stderr.count("\n") == 1
