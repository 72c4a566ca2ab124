"""The environment, read once and checked: what a person who sets it up is told."""

from pathlib import Path

import pytest

from app.domain.units import Rate
from app.references import RECHECK_AFTER, Secret
from app.settings import Settings, SettingsError

GOOD_KEY = "k7Qm2xV9pL4sT8wZ1bN6yC3hF5gD0jRa"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config folder with nothing in it."""
    folder = tmp_path / "config"
    folder.mkdir()
    return folder


def settings(config: Path, more: dict[str, str] | None = None, *, serving: bool = True, **named: str) -> Settings:
    """Settings from an environment that holds nothing but these."""
    places = {"FRONTDESK_CONFIG_DIR": str(config), "FRONTDESK_DATA_DIR": str(config.parent / "data")}
    return Settings.from_env({**places, **(more or {}), **named}, serving=serving)


def test_nothing_set_is_the_embedded_default(config: Path) -> None:
    """An empty environment runs offline on SQLite, and asks for nothing."""
    found = settings(config)
    assert found.embedded
    assert found.offline
    assert found.database_url == f"sqlite:///{config.parent}/data/frontdesk.db"
    assert (found.redis_url, found.openai_base_url, found.trusted_proxies) == (None, None, ())
    assert (found.host, found.port, found.edge_limit) == ("127.0.0.1", 8000, Rate(600, 60))


def test_an_empty_value_counts_as_not_set(config: Path) -> None:
    """Compose files pass variables on empty."""
    assert settings(config, OPENAI_API_KEY="", FRONTDESK_REDIS_URL=" ", FRONTDESK_PORT="").offline


@pytest.mark.parametrize(
    "more",
    [
        {"OPENAI_BASE_URL": "http://127.0.0.1:9/v1"},
        {"FRONTDESK_REDIS_URL": "redis://localhost", "FRONTDESK_SECRET_KEY": GOOD_KEY},
        {"FRONTDESK_DATABASE_URL": "postgresql+asyncpg://u:p@h/d", "FRONTDESK_SECRET_KEY": GOOD_KEY},
    ],
)
def test_a_missing_model_key_refuses_the_start(config: Path, more: dict[str, str]) -> None:
    """The offline assistant never answers by mistake: only where no model and no server is configured."""
    with pytest.raises(SettingsError, match=r"^OPENAI_API_KEY is not set"):
        settings(config, more)
    assert not settings(config, more, serving=False).offline
    assert not settings(config, more, OPENAI_API_KEY="any").offline


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("FRONTDESK_PORT", "80a"),
        ("FRONTDESK_PORT", "70000"),
        ("OPENAI_BASE_URL", "models.example"),
        ("OPENAI_BASE_URL", "https://models.example:99999/v1"),
        ("FRONTDESK_DATABASE_URL", "postgresql://u:hunter2@h/d"),
        ("FRONTDESK_REDIS_URL", "localhost:6379/hunter2"),
        ("FRONTDESK_REDIS_URL", "redis://:hunter2@localhost:6379/queue"),
        ("FRONTDESK_SECRET_KEY", "hunter2"),
        ("FRONTDESK_SECRET_KEY", "a" * 64),
        ("FRONTDESK_EDGE_LIMIT", "lots"),
        ("FRONTDESK_TRUSTED_PROXIES", "10.0.0.0/33"),
        ("FRONTDESK_TRUSTED_PROXIES", "10.0.0.1/8"),
        ("FRONTDESK_LOG_FORMAT", "xml"),
        ("FRONTDESK_CONFIG_DIR", "/nowhere/at/all"),
        ("OPENAI_API_KEY_FILE", "/nowhere/at/all"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_it(config: Path, name: str, value: str) -> None:
    """Whoever starts the service reads which variable is wrong; a secret's value is not shown."""
    with pytest.raises(SettingsError) as refused:
        settings(config, {name: value})
    line = str(refused.value)
    assert line.startswith(name)
    assert "\n" not in line
    assert "hunter2" not in line


@pytest.mark.parametrize("server", ["FRONTDESK_REDIS_URL", "FRONTDESK_DATABASE_URL"])
def test_servers_ask_for_a_secret_key(config: Path, server: str) -> None:
    """Replicas that made a key each could not open each other's vaults."""
    url = "redis://h" if "REDIS" in server else "postgresql+asyncpg://h/d"
    with pytest.raises(SettingsError, match=r"^FRONTDESK_SECRET_KEY is not set"):
        settings(config, {server: url, "OPENAI_API_KEY": "k"})


def test_the_embedded_secret_key_is_made_once_for_its_owner_alone(config: Path) -> None:
    """Restarts read the same key, and nobody else on the machine can."""
    found = settings(config)
    path = found.data_dir / "secret.key"
    assert not path.exists()  # reading settings writes nothing
    key = found.secret("FRONTDESK_SECRET_KEY")
    assert len(key) >= 32
    assert path.stat().st_mode & 0o777 == 0o600
    assert settings(config).secret("FRONTDESK_SECRET_KEY") == key
    assert list(found.data_dir.iterdir()) == [path]


def test_a_secret_and_its_file_are_not_both_taken(config: Path, tmp_path: Path) -> None:
    """Which of two counts is nobody's guess."""
    with pytest.raises(SettingsError, match=r"^OPENAI_API_KEY and OPENAI_API_KEY_FILE"):
        settings(config, OPENAI_API_KEY="k", OPENAI_API_KEY_FILE=str(tmp_path / "key"))


def test_a_secrets_file_is_read_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rotated key is used without a restart; a file that is gone or empty for a moment keeps the last one."""
    now = [100.0]
    monkeypatch.setattr("app.references.time.monotonic", lambda: now[0])
    path = tmp_path / "key"
    path.write_text("first\n")
    secret = Secret("OPENAI_API_KEY", path=path)
    assert secret.value() == "first"
    path.write_text("second one\n")
    assert secret.value() == "first"  # looked at once a second at most
    now[0] += RECHECK_AFTER
    assert secret.value() == "second one"
    for break_it in (lambda: path.write_text(""), path.unlink):
        break_it()
        now[0] += RECHECK_AFTER
        assert secret.value() == "second one"


def test_secrets_do_not_show(config: Path) -> None:
    """Settings may be printed."""
    found = settings(config, OPENAI_API_KEY="hunter2-key", FRONTDESK_SECRET_KEY=GOOD_KEY)
    assert found.secret("OPENAI_API_KEY") == "hunter2-key"
    assert "hunter2" not in repr(found)
    assert GOOD_KEY not in repr(found)
