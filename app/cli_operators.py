"""Commands of operators: the kill switch, API keys, and the audit."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

import click
import msgspec

from app.adapters.db import audit, switches
from app.adapters.db.engine import Database
from app.adapters.db.tables import AuditRow
from app.adapters.db.tenant_db import SERVICE, TenantDb
from app.adapters.service_file import ServiceFile
from app.adapters.tenants import Tenants
from app.domain.kill_switch import SwitchMode, is_scope
from app.domain.operator import Role
from app.domain.tenant import Tenant
from app.domain.units import Duration, iso
from app.settings import Settings, SettingsError
from app.shell import SHELL, filled, with_database
from app.usecases.flip_kill_switch import Wish, flip
from app.usecases.manage_keys import ManageKeys
from app.usecases.switch_news import concerned, note
from app.usecases.switch_wish import check_wish, is_there

T = TypeVar("T")


@click.group()
def switch() -> None:
    """The kill switch from a shell; works through the database, within a second."""


def _switch_options(command: Callable[..., None]) -> Callable[..., None]:
    command = click.option("--reason", required=True, help="Why; at least 10 characters.")(command)
    return click.argument("scope")(command)


@switch.command("on")
@_switch_options
@click.option("--mode", type=click.Choice([mode.value for mode in SwitchMode]), default="handoff", show_default=True)
@click.option("--for", "lasts", help="How long, such as 30m; else until someone ends it.")
def switch_on(scope: str, reason: str, mode: str, lasts: str | None) -> None:
    """Stop the assistant in SCOPE: service, tenant:ID, workflow:TENANT/NAME, conversation:ID, model:NAME, tool:NAME."""
    length = _length(lasts)
    expires_at = None if length is None else datetime.now(UTC) + length
    _flip(scope, on=True, mode=SwitchMode(mode), reason=reason, expires_at=expires_at)


@switch.command("off")
@_switch_options
def switch_off(scope: str, reason: str) -> None:
    """Let the assistant answer again in SCOPE."""
    _flip(scope, on=False, mode=SwitchMode.HANDOFF, reason=reason, expires_at=None)


def _length(lasts: str | None) -> Duration | None:
    """Read how long something lasts, None where it is for good."""
    try:
        return Duration.parse(lasts) if lasts else None
    except ValueError as error:
        raise click.ClickException(str(error)) from error


async def _was_set(scope: str, database: Database) -> bool:
    """Tell whether a scope has a switch: it can be ended when what it stops is gone."""
    return any(each.scope == scope for each in (await database.read_service(switches.snapshot)).switches)


def _tenants(settings: Settings) -> tuple[tuple[Tenant, ...], bool]:
    """Read the tenants, and tell whether these are all: where a file is bad the service goes on with its last good
    version, which must be stopped all the same.
    """
    try:
        tenants = Tenants(settings, ServiceFile.load(settings.config_dir))
    except SettingsError:
        return (), False
    return tenants.all(), not tenants.problems


def _flip(scope: str, *, on: bool, mode: SwitchMode, reason: str, expires_at: datetime | None) -> None:
    if not is_scope(scope):
        raise click.ClickException(
            "SCOPE must be service, tenant:ID, workflow:TENANT/NAME, conversation:ID, model:NAME or tool:NAME."
        )

    async def work(database: Database, settings: Settings) -> None:
        tenants, whole = _tenants(settings)
        if whole and not (await is_there(scope, tenants, database) or await _was_set(scope, database)):
            raise click.ClickException(
                "There is no tenant, workflow, conversation or model of this name: nothing was changed."
            )
        check_wish(reason, expires_at, datetime.now(UTC))
        told = await concerned(scope, tenants, database)
        wish = Wish(scope, on, mode, reason, "operator:shell", expires_at)
        await note(database, await database.write_service(lambda db: flip(db, wish, told)), told)

    with_database(work)
    click.echo(f"{scope} is {'on: the assistant is stopped' if on else 'off: the assistant may answer'}")


@switch.command("list")
def switch_list() -> None:
    """Print every switch that was ever set."""

    async def work(database: Database, _: Settings) -> None:
        found = await database.read_service(switches.snapshot)
        for s in found.switches:
            until = f" until {iso(s.expires_at)}" if s.expires_at else ""
            click.echo(
                f"{'on ' if s.active(datetime.now(UTC)) else 'off'}  {s.scope}  {s.mode}{until}  {s.by}  {s.reason}"
            )
        if not found.switches:
            click.echo("No switch was ever set.")

    with_database(work)


@click.group()
def keys() -> None:
    """API keys for programs of operators."""


@keys.command("create")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--tenant", help="The one tenant that it reaches; else every tenant.")
@click.option("--name", required=True, help="What it is for.")
@click.option("--for", "lasts", help="How long it holds, such as 90d; else until it is revoked.")
def keys_create(role: str, tenant: str | None, name: str, lasts: str | None) -> None:
    """Make a key and print it, this once."""
    length = _length(lasts)
    click.echo(_managing(lambda managing: managing.create(SHELL, name, Role(role), tenant, length)))


def _managing(work: Callable[[ManageKeys], Awaitable[T]]) -> T:
    """Do one piece of work on keys."""

    async def run(database: Database, settings: Settings) -> T:
        tenants = Tenants(settings, ServiceFile.load(settings.config_dir))
        return await work(ManageKeys(database, tenants.get))

    return with_database(run)


@keys.command("list")
def keys_list() -> None:
    """Print every key's id, role, tenant and name, the newest first; never the key."""
    for row in _managing(lambda managing: managing.everyone(SHELL)):
        state = "revoked" if row.revoked_at else f"until {iso(row.expires_at)}" if row.expires_at else "holds"
        click.echo(f"{row.id}  {row.role}  {row.tenant_id or 'every tenant'}  {state}  {row.name}")


@keys.command("revoke")
@click.argument("key_id")
def keys_revoke(key_id: str) -> None:
    """End the key with this id, at once."""
    _managing(lambda managing: managing.revoke(SHELL, key_id))
    click.echo("The key is revoked.")


@click.group("audit")
def audit_group() -> None:
    """The audit chains."""


@audit_group.command("export")
@click.option("--tenant", required=True, callback=filled, help="A tenant's id, or _service.")
def audit_export(tenant: str) -> None:
    """Print a chain as JSON Lines."""

    async def work(database: Database, settings: Settings) -> None:
        await _check_chain(tenant, database, settings)
        at = 0
        while rows := await database.read(tenant, partial(_next_events, at)):
            for row in rows:
                click.echo(msgspec.json.encode(audit.exported(row)).decode())
            at = rows[-1].position

    with_database(work)


async def _check_chain(tenant: str, database: Database, settings: Settings) -> None:
    """Insist on a chain that there is, or may be: a typing error must not read as "every link holds"."""
    if tenant == SERVICE or Tenants(settings, ServiceFile.load(settings.config_dir)).get(tenant) is not None:
        return
    if not (await database.read(tenant, audit.end_of)).position:
        raise click.ClickException("There is no tenant of this id, and no chain of one that was; see config/tenants.")


def _next_events(at: int, db: TenantDb) -> list[AuditRow]:
    return audit.after(db, at, 500)


@audit_group.command("verify")
@click.option("--tenant", required=True, callback=filled, help="A tenant's id, or _service.")
def audit_verify(tenant: str) -> None:
    """Check a chain link by link; exit status 1 where one is broken."""

    async def work(database: Database, settings: Settings) -> int | None:
        await _check_chain(tenant, database, settings)
        return await database.read(tenant, audit.first_broken)

    broken = with_database(work)
    if broken is not None:
        raise click.ClickException(f"The chain is broken at position {broken}.")
    click.echo("Every link holds.")
