"""The command that serves: it says where it listens, in addresses that a browser takes."""

import socket
from pathlib import Path

import pytest

from app.cli import announce
from app.settings import Settings
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
