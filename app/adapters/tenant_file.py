"""A tenant's file: read, checked against everything it points at, and made a tenant with its references resolved."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.adapters.identity_keys import material_of
from app.adapters.tenant_checks import check_sites, check_webhooks, check_workflow, path_inside
from app.adapters.toml_shape import Refused, merged, shaped
from app.domain.tenant import Tenant, TenantFile
from app.domain.workflow import Workflow
from app.references import References, inside

LARGEST_FILE = 262_144


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a tenant's file is read against. `providers` are those that this process was started with."""

    config_dir: Path
    references: References
    defaults: Mapping[str, object]
    providers: frozenset[str]
    port: int


def read_tenant(path: Path, around: Surroundings) -> Tenant:
    """Read one file. Raises Refused with the key that is wrong; OSError where the file is gone."""
    with path.open("rb") as opened:
        data = opened.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Refused("file", f"is larger than {LARGEST_FILE // 1024} KiB")
    try:
        raw = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("file", f"is no TOML: {error}") from error
    file = _shaped_file(raw, around.defaults)
    if file.tenant.id != path.stem:
        raise Refused("tenant.id", f"must be the file's name, {path.stem!r}")
    check_sites(file)
    check_webhooks(file, around.references)
    for name, workflow in file.workflow.items():
        check_workflow(f"workflow.{name}", workflow, around.config_dir, around.providers)
    return _tenant(file, around)


def pointed_at(tenant: Tenant, around: Surroundings) -> Iterator[Path]:
    """List the files whose change makes the tenant another one: instructions and secrets."""
    for workflow in tenant.workflows.values():
        yield inside(around.config_dir, workflow.instructions.removeprefix("file:"))
    for site in tenant.sites:
        for key in site.identity_keys:
            path = around.references.path(key.secret or key.public_key)
            if path is not None:
                yield path


def folders_of(tenant: Tenant, config_dir: Path) -> Iterator[tuple[str, Path]]:
    """List the folders of the tenant's knowledge, each with the key that names it."""
    for name, workflow in tenant.workflows.items():
        yield from ((f"workflow.{name}.knowledge", inside(config_dir, folder)) for folder in workflow.knowledge)


def _shaped_file(raw: dict[str, object], defaults: Mapping[str, object]) -> TenantFile:
    """Give the file its shape: workflow by workflow first, so that a refusal names the one that is wrong."""
    tables = raw.get("workflow")
    if not isinstance(tables, dict) or not tables:
        raise Refused("workflow", "write at least one, such as [workflow.support]")
    whole = {}
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise Refused(f"workflow.{name}", f"must be a table, [workflow.{name}]")
        whole[name] = merged(defaults, table)
        shaped(whole[name], Workflow, f"workflow.{name}")
    return shaped({**raw, "workflow": whole}, TenantFile, "")


def _tenant(file: TenantFile, around: Surroundings) -> Tenant:
    sites = tuple(
        msgspec.structs.replace(site, origins=tuple(o.replace("{port}", str(around.port)) for o in site.origins))
        for site in file.site
    )
    secrets = {
        (site.key, key.id): material
        for number, site in enumerate(sites)
        for key in site.identity_keys
        if (material := material_of(f"site[{number}].identity_keys", key, around.references)) is not None
    }
    instructions = {name: _instructions(name, workflow, around) for name, workflow in file.workflow.items()}
    version = _version(msgspec.structs.replace(file, site=sites), instructions, secrets)
    head = file.tenant
    return Tenant(head.id, head.name, head.region, sites, file.workflow, file.webhook, version, instructions, secrets)


def _instructions(name: str, workflow: Workflow, around: Surroundings) -> str:
    place = f"workflow.{name}.instructions"
    if not workflow.instructions.startswith("file:"):
        raise Refused(place, "write file: and a path in the config folder, such as 'file:prompts/support.md'")
    path = path_inside(place, around.config_dir, workflow.instructions.removeprefix("file:"))
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise Refused(place, f"{workflow.instructions!r} cannot be read") from error
    if not text:
        raise Refused(place, f"{workflow.instructions!r} is empty")
    return text


def _version(file: TenantFile, instructions: dict[str, str], secrets: dict[tuple[str, str], bytes]) -> str:
    """Return a digest of the content, the same on every replica."""
    digests = sorted((*where, hashlib.sha256(secret).hexdigest()) for where, secret in secrets.items())
    return hashlib.sha256(repr((file, sorted(instructions.items()), digests)).encode()).hexdigest()[:16]
