"""The command that serves: it says where it listens, in addresses that a browser takes."""

import pytest

from app.cli import announce
from app.settings import Settings


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
