"""The command that serves: it says where it listens, in addresses that a browser takes."""

import re
import socket
from pathlib import Path

import pytest

from app.cli import announce
from app.settings import Settings
from tests.servers import PostgresServer
from tests.service import Service


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),  # noqa: S104  # nothing listens here
        ("::1", "http://[::1]:8000"),
        ("::", "http://[::1]:8000"),
        ("frontdesk.example", "http://frontdesk.example:8000"),
    ],
)
def test_where_it_listens(host: str, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An IPv6 address stands in brackets; one that means everywhere is told as one to go to."""
    settings = Settings.from_env({"FRONTDESK_HOST": host})
    announce(settings, None)
    without = capsys.readouterr().out
    assert f"  console      {address}/console\n" in without
    assert "sign in once" not in without
    announce(settings, "/console/once/x")
    assert f"  sign in once {address}/console/once/x\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("host", "says"),
    [
        ("127.0.0.1", "FRONTDESK_PORT: {port} is taken;"),
        ("192.0.2.1", "FRONTDESK_HOST: no address of this machine;"),
        ("999.1.1.1", "FRONTDESK_HOST: no address of this machine;"),
    ],
)
def test_where_it_cannot_listen(tmp_path: Path, host: str, says: str) -> None:
    """One line names the setting and says what to do."""
    service = Service(tmp_path, env={"FRONTDESK_HOST": host})
    with socket.create_server(("127.0.0.1", service.port)):
        done = service.cli("serve")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done
    assert says.format(port=service.port) in done.stderr


def test_the_check_refuses_what_serving_would(tmp_path: Path) -> None:
    """A model's key that is missing, and a webhook's: the first as the start says it, the second as a control."""
    service = Service(tmp_path, env={"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"})
    refused, checked = service.cli("serve"), service.cli("check")
    assert checked.returncode == refused.returncode == 1
    assert checked.stderr == refused.stderr
    assert checked.stderr.startswith("Error: OPENAI_API_KEY is not set")
    harbor = service.config / "tenants" / "harbor.toml"
    webhook = '[[webhook]]\nurl = "https://desk.example"\nsecret = "env:NOT_SET"\nevents = ["switch.on"]\n'
    harbor.write_text(f"{harbor.read_text()}\n{webhook}")
    service.env["OPENAI_API_KEY"] = "any"
    checked = service.cli("check")
    assert checked.returncode == 1
    assert "FAIL  harbor webhook[0]: its secret is set (env:NOT_SET is not set)\n" in checked.stdout


@pytest.mark.parametrize("options", ["?sslmode=require", "?ssl=nonsense"])
def test_an_option_that_the_database_does_not_know(tmp_path: Path, postgres_url: str, options: str) -> None:
    """One line names the setting, and how TLS is asked for."""
    done = Service(tmp_path, database_url=postgres_url + options).cli("db", "upgrade")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done
    assert "FRONTDESK_DATABASE_URL" in done.stderr
    assert "?ssl=require" in done.stderr


def test_a_database_that_may_not_be_upgraded(
    tmp_path: Path, postgres_server: PostgresServer, postgres_url: str
) -> None:
    """One line says what to do: where the login may not, and where a newer version has been."""
    postgres_server._sql("CREATE ROLE stranger LOGIN PASSWORD 'word'")
    strange = re.sub("//.*@", "//stranger:word@", postgres_url)
    upgraded = Service(tmp_path / "own", database_url=postgres_url)
    assert upgraded.cli("db", "upgrade").returncode == 0
    postgres_server._sql("UPDATE alembic_version SET version_num = '9999'", postgres_url.rpartition("/")[2])
    for service, command, says in (
        (Service(tmp_path / "strange", database_url=strange), ["db", "upgrade"], "FRONTDESK_DATABASE_URL: its login"),
        (upgraded, ["db", "upgrade"], "a newer version of Frontdesk"),
        (upgraded, ["serve"], "a newer version of Frontdesk"),
    ):
        service.env["OPENAI_API_KEY"] = "any"
        done = service.cli(*command)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done
        assert says in done.stderr


@pytest.mark.parametrize(("command", "name"), [("serve", "DATA"), ("db upgrade", "DATA"), ("check", "CONFIG")])
def test_folders_that_cannot_be_used(tmp_path: Path, command: str, name: str) -> None:
    """One line names the setting: where a file stands for what is kept, and a link to itself for the tenants."""
    service = Service(tmp_path)
    Path(service.env["FRONTDESK_DATA_DIR"]).touch()
    if name == "CONFIG":
        tenants = service.config / "tenants"
        tenants.rename(tmp_path / "before")
        tenants.symlink_to(tenants)
    done = service.cli(*command.split())
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1), done
    assert f"FRONTDESK_{name}_DIR: {tmp_path}" in done.stderr
