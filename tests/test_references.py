"""References: where the secrets of tenant files may stand, and where they may not."""

from pathlib import Path

import pytest

from app.references import ReferenceRefused, References, ReferenceUnset


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config folder with one secret in it, and one beside it."""
    folder = tmp_path / "config"
    folder.mkdir()
    (folder / "shop.key").write_text("inside\n")
    (tmp_path / "outside.key").write_text("outside\n")
    return folder


def test_variables_and_files_resolve(config: Path) -> None:
    """A variable, the file that its _FILE names, and a file of the config folder."""
    references = References(config, {"SHOP": "value", "OTHER_FILE": str(config.parent / "outside.key")})
    assert references.resolve("env:SHOP") == "value"
    assert references.resolve("env:OTHER") == "outside"
    assert references.resolve("file:shop.key") == "inside"
    assert references.resolve(f"file:{config}/shop.key") == "inside"


@pytest.mark.parametrize(
    "reference", ["env:MISSING", "env:EMPTY", "file:missing.key", "file:/run/secrets/missing-here"]
)
def test_what_is_not_set_is_told_apart(config: Path, reference: str) -> None:
    """A secret that is not there yet is no fault of the file."""
    with pytest.raises(ReferenceUnset):
        References(config, {"EMPTY": " "}).resolve(reference)


@pytest.mark.parametrize(
    "reference",
    [
        "env:OPENAI_API_KEY",
        "env:FRONTDESK_SECRET_KEY",
        "env:frontdesk_secret_key",
        "env:A B",
        "env:",
        "file:",
        "file:../outside.key",
        "file:sub/../shop.key",
        "file:/etc/passwd",
        "file:link.key",
        "file:bad\0name",
        "hunter2-a-secret-itself",
    ],
)
def test_what_reaches_too_far_is_refused(config: Path, reference: str) -> None:
    """No tenant reads the service's own secrets or a file of the machine, by a link either; the value never shows."""
    (config / "link.key").symlink_to(config.parent / "outside.key")
    with pytest.raises(ReferenceRefused) as refused:
        References(config, {"OPENAI_API_KEY": "hunter2", "FRONTDESK_SECRET_KEY": "hunter2"}).resolve(reference)
    assert "hunter2" not in str(refused.value)
