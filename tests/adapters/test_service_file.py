"""The service's file: providers, prices and defaults, or one line that says what is wrong."""

from pathlib import Path

import pytest

from app.adapters.service_file import ServiceFile
from app.domain.budget import Price
from app.settings import SettingsError

CONFIG = Path(__file__).parents[2] / "config"
PRICED = '[price."gpt-5-mini"]\ninput = 0.25\noutput = 2\n'


def loaded(folder: Path, text: str) -> ServiceFile:
    """The file with this text."""
    (folder / "frontdesk.toml").write_text(text)
    return ServiceFile.load(folder)


def test_the_shipped_file_is_good() -> None:
    """Both shipped models have prices, and `openai` is there."""
    file = ServiceFile.load(CONFIG)
    assert "openai" in file.providers
    assert file.prices.listed("gpt-5-mini")
    assert file.prices.listed("gpt-5-nano")


def test_providers_prices_and_second_person_are_read(tmp_path: Path) -> None:
    """What is written is what the service works with; an unlisted model costs as the dearest."""
    file = loaded(
        tmp_path,
        'second_person = ["resume_service"]\n'
        '[provider.inhouse]\nbase_url = "https://models.example/v1"\nkey = "env:INHOUSE_KEY"\nsends = ["store"]\n'
        + PRICED
        + '[price."big"]\ninput = 5\noutput = 10.5\n',
    )
    assert (file.providers["inhouse"].key, file.providers["inhouse"].sends) == ("env:INHOUSE_KEY", ("store",))
    assert "openai" in file.providers  # its address and key are the environment's
    assert file.prices.price("unheard-of") == Price(5, 10.5)
    assert file.second_person == {"resume_service"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", "price"),
        ("bogus = 1\n" + PRICED, "bogus"),
        ("[[[", "frontdesk.toml"),
        pytest.param(f"a = {'[' * 30_000}", "frontdesk.toml", id="deep"),
        ('[price."m"]\ninput = -1\noutput = 1', "price.input"),
        ('[price."m"]\ninput = nan\noutput = 1', "price.m.input"),
        ('[price."m"]\ninput = 1\noutput = inf', "price.m.output"),
        ('second_person = ["stop_service"]\n' + PRICED, "second_person"),
        ('[provider.x]\nsends = ["metadata"]\n' + PRICED, "provider.sends"),
        ('[provider.x]\nkey = "env:X"\n' + PRICED, "provider.x.base_url"),
        ('[provider.x]\nbase_url = "http://h:99999/v1"\n' + PRICED, "provider.x.base_url"),
        ('[provider.x]\nbase_url = "http://h"\nkey = "hunter2"\n' + PRICED, "provider.x.key"),
        ('[provider.x]\nbase_url = "http://h"\nkey = "env:OPENAI_API_KEY"\n' + PRICED, "provider.x.key"),
        ('[provider.openai]\nkey = "env:X"\n' + PRICED, "provider.openai.key"),
        ('[defaults.limits]\nper_contact = "many"\n' + PRICED, "defaults.limits.per_contact"),
        ("[defaults.limits]\nper_contact = 20\n" + PRICED, "defaults.limits.per_contact"),
        ("[defaults.bogus]\nx = 1\n" + PRICED, "defaults.bogus"),
    ],
)
def test_a_bad_file_is_one_line_that_names_the_key(tmp_path: Path, text: str, names: str) -> None:
    """Whoever wrote it reads where it is wrong, and no secret that was put there by mistake."""
    with pytest.raises(SettingsError) as refused:
        loaded(tmp_path, text)
    line = str(refused.value)
    assert names in line
    assert "hunter2" not in line
    assert len(line.splitlines()) == 1


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """The variable that names the folder is named."""
    with pytest.raises(SettingsError, match="FRONTDESK_CONFIG_DIR"):
        ServiceFile.load(tmp_path)
