"""Changes to tenants' files, made at one stroke: a service that runs never reads half a file."""

import re
from pathlib import Path


def rewrite(config: Path, tenant: str, old: str, new: str) -> None:
    """Replace every `old` in a tenant's file; `old` must be there."""
    path = config / "tenants" / f"{tenant}.toml"
    before = path.read_text()
    assert old in before, f"{old!r} is not in {path.name}"
    replace(path, before.replace(old, new))


def limit_to(config: Path, tenant: str, **limits: str) -> None:
    """Set limits in a tenant's file, such as `per_contact='"3/minute"'`."""
    path = config / "tenants" / f"{tenant}.toml"
    written = path.read_text()
    for name, value in limits.items():
        written, found = re.subn(rf"(?m)^{name} = \S+", f"{name} = {value}", written)
        assert found == 1, f"{path.name} has no {name}"
    replace(path, written)


def replace(path: Path, text: str) -> None:
    """Put a text in a file's place."""
    fresh = path.with_suffix(".new")
    fresh.write_text(text)
    fresh.replace(path)
