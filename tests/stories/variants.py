"""Tenants that differ from the shipped ones in a few keys: one service shows many configurations side by side."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path


def variants(named: Mapping[str, Mapping[str, str]]) -> Callable[[Path], None]:
    """Return what writes each of these variants of both shipped tenants into a configuration folder."""

    def configure(config: Path) -> None:
        for base in ("harbor", "lumen"):
            for name, changes in named.items():
                add_variant(config, base, name, changes)

    return configure


def add_variant(config: Path, base: str, name: str, changes: Mapping[str, str]) -> None:
    """Write the tenant `<base>-<name>` with the site `site_<base>_<name>`, a copy of `base` with some keys changed.

    A change's key is written as within the workflow, such as `stage` or `limits.per_contact`, its value as TOML,
    in which `{tenant}` stands for `base`.
    """
    text = (config / "tenants" / f"{base}.toml").read_text(encoding="utf-8")
    text = set_key(text, "tenant", "id", f'"{base}-{name}"')
    text = set_key(text, "site", "key", f'"site_{base}_{name}"')
    for path, value in changes.items():
        table, _, key = f"workflow.support.{path}".rpartition(".")
        text = set_key(text, table, key, value.replace("{tenant}", base))
    file = config / "tenants" / f"{base}-{name}.toml"
    fresh = file.with_suffix(".new")  # a service that runs already never reads half a file
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(file)


def set_key(text: str, table: str, key: str, value: str) -> str:
    """Set one key of one table of a TOML text, whether it is there yet or not."""
    start = text.index(f"[{table}]")
    end = text.find("\n[", start)
    end = len(text) if end < 0 else end
    body, found = re.subn(rf"(?m)^{re.escape(key)}\s*=.*$", lambda _: f"{key} = {value}", text[start:end])
    if not found:
        body = f"{body.rstrip()}\n{key} = {value}\n"
    return text[:start] + body + text[end:]


def site_of(tenant: str) -> str:
    """Return the key of a tenant's or a variant's site."""
    base, _, name = tenant.partition("-")
    return f"site_{base}_{name or 'shop'}"
