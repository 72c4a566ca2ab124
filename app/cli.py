"""The `frontdesk` command: everything that is done from a shell."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from ipaddress import ip_address
from socket import socket
from typing import TypeVar

import click
import msgspec
import uvicorn
from typing_extensions import override
from uvicorn.supervisors import Multiprocess

from app.adapters.db import api_keys, audit, migrate, switches
from app.adapters.db.engine import Database, DatabaseUnavailable, open_database
from app.adapters.db.tables import AuditRow
from app.adapters.db.tenant_db import ServiceDb, TenantDb
from app.adapters.keyring import Keyring
from app.adapters.live_feed import LocalFeed
from app.adapters.moderation_local import LocalModeration
from app.adapters.service_file import ServiceFile
from app.adapters.session_tokens import new_api_key, token_hash
from app.adapters.tenants import Tenants
from app.domain.audit import AuditEvent
from app.domain.kill_switch import SwitchMode, is_scope
from app.domain.operator import Role
from app.domain.units import Duration, iso
from app.errors import Problem
from app.settings import Settings, SettingsError, from_process, set_address
from app.usecases.check_controls import CheckControls
from app.usecases.erase_contact import EraseContact
from app.usecases.flip_kill_switch import check_wish, flip
from app.usecases.inspect_text import InspectText

T = TypeVar("T")

LONGEST_LINE = 1_000_000


class Plainly(click.Group):
    """Says in one line what went wrong and what to do, instead of showing where in the code."""

    @override
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DatabaseUnavailable as error:
            raise click.ClickException(f"The database can't be used now: {error}. {_remedy(str(error))}") from error
        except Problem as problem:
            raise click.ClickException(problem.detail) from problem
        except (SettingsError, OSError) as error:
            raise click.ClickException(str(error)) from error


def _remedy(error: str) -> str:
    """Say what to do about a database that can't be used."""
    if "tables" in error or "role" in error:
        return "Run frontdesk db upgrade."
    return "See that FRONTDESK_DATABASE_URL is right, the server runs, the disk has room and no other program holds it."


@click.group(cls=Plainly, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Frontdesk: a chat service that a company puts in front of its customers."""


def with_database(work: Callable[[Database, Settings], Awaitable[T]]) -> T:
    """Do one piece of work on the database and close it."""

    async def run() -> T:
        settings = from_process(serving=False)
        if settings.database_url.startswith("sqlite"):
            prepare_database(settings)
        database = open_database(settings.database_url)
        try:
            return await work(database, settings)
        finally:
            await database.close()

    return asyncio.run(run())


@main.command()
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes; more need Redis.")
@click.option("--host", help="Address to listen on; else FRONTDESK_HOST.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on; else FRONTDESK_PORT.")
def serve(workers: int, host: str | None, port: int | None) -> None:
    """Run one replica."""
    set_address(host, port)
    settings = from_process()
    if workers > 1 and settings.redis_url is None:
        raise click.ClickException("--workers needs Redis: set FRONTDESK_REDIS_URL, or leave --workers out.")
    prepare_database(settings)
    config = uvicorn.Config(
        "app.main:create_app",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=25,
        backlog=4096,
    )
    if workers == 1:
        AnnouncingServer(config, settings).run()
    else:
        announce(settings)
        Multiprocess(config, sockets=[config.bind_socket()]).run()


class AnnouncingServer(uvicorn.Server):
    """Says where it listens once it does."""

    def __init__(self, config: uvicorn.Config, settings: Settings) -> None:
        super().__init__(config)
        self._settings = settings

    @override
    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            announce(self._settings)


def announce(settings: Settings) -> None:
    """Print the addresses, and plainly what stands in for what."""
    address = f"http://{_reachable(settings.host)}:{settings.port}"
    click.echo(f"Frontdesk listens on {address}")
    click.echo(f"  API schema   {address}/schema/openapi.json")
    click.echo(f"  health       {address}/health/ready")
    if settings.embedded:
        click.echo("  stores       embedded: SQLite and this process's memory (one replica only)")
    if settings.offline:
        click.echo("  assistant    OFFLINE: no key is set, so answers are quotes from the knowledge folder")
        click.echo("  moderation   local rules only")
    click.echo("Ctrl-C lets running turns end, then stops.")


def _reachable(host: str) -> str:
    """Return an address under which a host that listens everywhere is reached from here."""
    try:
        return "127.0.0.1" if ip_address(host).is_unspecified else host
    except ValueError:
        return host


def prepare_database(settings: Settings) -> None:
    """Migrate SQLite; on PostgreSQL say what to run where the tables are behind."""
    if settings.database_url.startswith("sqlite"):
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)  # what customers wrote is in there
        migrate.upgrade(settings.database_url)
    elif migrate.behind(settings.database_url):
        raise click.ClickException("The database is not up to date: run frontdesk db upgrade.")


@main.group()
def db() -> None:
    """The database's tables."""


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database's tables up to date."""
    settings = from_process(serving=False)
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    migrate.upgrade(settings.database_url)
    click.echo("The database is up to date.")


@main.command()
def check() -> None:
    """Check settings, tenant files and approval records; exit status 1 if a control fails."""
    settings = from_process(serving=False)
    service_file = ServiceFile.load(settings.config_dir)
    controls = CheckControls(Tenants(settings, service_file), service_file.prices, datetime.now(UTC).date())()
    for control in controls:
        click.echo(
            f"{'pass' if control.passed else 'FAIL'}  {control.place}: {control.name}"
            + ("" if control.passed else f" ({control.failure})")
        )
    failed = sum(not control.passed for control in controls)
    click.echo(f"{len(controls) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


@main.group()
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
    _flip(scope, on=True, mode=SwitchMode(mode), reason=reason, expires_at=_end_of(lasts))


@switch.command("off")
@_switch_options
def switch_off(scope: str, reason: str) -> None:
    """Let the assistant answer again in SCOPE."""
    _flip(scope, on=False, mode=SwitchMode.HANDOFF, reason=reason, expires_at=None)


def _end_of(lasts: str | None) -> datetime | None:
    """Return when something ends that lasts so long from now."""
    try:
        return datetime.now(UTC) + Duration.parse(lasts) if lasts else None
    except ValueError as error:
        raise click.ClickException(str(error)) from error


def _flip(scope: str, *, on: bool, mode: SwitchMode, reason: str, expires_at: datetime | None) -> None:
    if not is_scope(scope):
        raise click.ClickException(
            "SCOPE must be service, tenant:ID, workflow:TENANT/NAME, conversation:ID, model:NAME or tool:NAME."
        )

    async def work(database: Database, settings: Settings) -> None:
        if not _names_something(scope, Tenants(settings, ServiceFile.load(settings.config_dir))):
            raise click.ClickException("There is no tenant, workflow or model of this name: nothing was changed.")
        check_wish(reason, expires_at, datetime.now(UTC))
        await database.write_service(
            lambda db: flip(db, scope, on=on, mode=mode, reason=reason, by="operator:shell", expires_at=expires_at)
        )

    with_database(work)
    click.echo(f"{scope} is {'on: the assistant is stopped' if on else 'off: the assistant may answer'}")


def _names_something(scope: str, tenants: Tenants) -> bool:
    """Tell whether a scope's tenant, workflow or model is there; a typing error must not read as "stopped"."""
    kind, _, target = scope.partition(":")
    served = tenants.all()
    match kind:
        case "tenant":
            return tenants.get(target) is not None
        case "workflow":
            return any(target == f"{tenant.id}/{name}" for tenant in served for name in tenant.workflows)
        case "model":
            return any(target in w.model.names for tenant in served for w in tenant.workflows.values())
        case _:
            return True


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


@main.group()
def keys() -> None:
    """API keys for programs of operators."""


@keys.command("create")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--tenant", help="The one tenant that it reaches; else every tenant.")
@click.option("--name", required=True, help="What it is for.")
@click.option("--for", "lasts", help="How long it holds, such as 90d; else until it is revoked.")
def keys_create(role: str, tenant: str | None, name: str, lasts: str | None) -> None:
    """Make a key and print it, this once."""
    key = new_api_key()

    async def work(database: Database, settings: Settings) -> None:
        if tenant and Tenants(settings, ServiceFile.load(settings.config_dir)).get(tenant) is None:
            raise click.ClickException("There is no tenant of this id; see config/tenants.")
        expires_at = _end_of(lasts)

        def unit(db: ServiceDb) -> None:
            key_id = api_keys.create(db, token_hash(key), name, role, tenant, expires_at)
            db.audit(AuditEvent("operator:shell", "key.created", f"key:{key_id}", role))

        await database.write_service(unit)

    with_database(work)
    click.echo(key)


@keys.command("list")
def keys_list() -> None:
    """Print every key's id, role, tenant and name; never the key."""

    async def work(database: Database, _: Settings) -> None:
        for row in await database.read_service(api_keys.everyone):
            state = "revoked" if row.revoked_at else f"until {iso(row.expires_at)}" if row.expires_at else "holds"
            click.echo(f"{row.id}  {row.role}  {row.tenant_id or 'every tenant'}  {state}  {row.name}")

    with_database(work)


@keys.command("revoke")
@click.argument("key_id")
def keys_revoke(key_id: str) -> None:
    """End the key with this id, at once."""

    async def work(database: Database, _: Settings) -> None:
        def unit(db: ServiceDb) -> bool:
            db.audit(AuditEvent("operator:shell", "key.revoked", f"key:{key_id}", "revoked"))
            return api_keys.revoke(db, key_id)

        if not await database.write_service(unit):
            raise click.ClickException("No key of this id holds; see frontdesk keys list.")

    with_database(work)
    click.echo("The key is revoked.")


@main.command()
@click.option("--tenant", required=True)
@click.option("--contact", required=True)
def erase(tenant: str, contact: str) -> None:
    """Forget a contact and print the deletion receipt."""

    async def work(database: Database, settings: Settings) -> dict[str, object]:
        keyring = Keyring(settings.secret("FRONTDESK_SECRET_KEY"))
        return await EraseContact(database, LocalFeed(), keyring)(tenant, contact, "operator:shell")

    click.echo(msgspec.json.format(msgspec.json.encode(with_database(work))).decode())


@main.command()
@click.option("--workflow", required=True, help="TENANT/WORKFLOW, whose policy applies, such as harbor/support.")
def inspect(workflow: str) -> None:
    """Say what the safety stages make of each {"text": …} line on standard input."""
    settings = from_process(serving=False)
    tenant_id, _, name = workflow.partition("/")
    tenant = Tenants(settings, ServiceFile.load(settings.config_dir)).get(tenant_id)
    if tenant is None or name not in tenant.workflows:
        raise click.ClickException("There is no such workflow; write TENANT/WORKFLOW as in config/tenants.")
    look = InspectText(tenant.workflows[name], LocalModeration())
    for number, line in enumerate(sys.stdin.buffer, 1):
        if line.strip():
            sys.stdout.buffer.write(msgspec.json.encode(look(_text_of(line, number))) + b"\n")
            sys.stdout.buffer.flush()


class Line(msgspec.Struct):
    """One line of input; other fields are ignored."""

    text: str


def _text_of(line: bytes, number: int) -> str:
    """Read one line, or say what is wrong with it."""
    if len(line) > LONGEST_LINE + 1:
        raise click.ClickException(f"Line {number} is longer than 1 MB; split it.")
    try:
        return msgspec.json.decode(line, type=Line).text
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise click.ClickException(f'Line {number} is not a JSON object with a text; write {{"text": "…"}}.') from error


@main.group("audit")
def audit_group() -> None:
    """The audit chains."""


@audit_group.command("export")
@click.option("--tenant", required=True, help="A tenant's id, or _service.")
def audit_export(tenant: str) -> None:
    """Print a chain as JSON Lines."""

    async def work(database: Database, _: Settings) -> None:
        at = 0
        while rows := await database.read(tenant, partial(_next_events, at)):
            for row in rows:
                click.echo(msgspec.json.encode(audit.exported(row)).decode())
            at = rows[-1].position

    with_database(work)


def _next_events(at: int, db: TenantDb) -> list[AuditRow]:
    return audit.after(db, at, 500)


@audit_group.command("verify")
@click.option("--tenant", required=True, help="A tenant's id, or _service.")
def audit_verify(tenant: str) -> None:
    """Check a chain link by link; exit status 1 where one is broken."""

    async def work(database: Database, _: Settings) -> int | None:
        return await database.read(tenant, audit.first_broken)

    broken = with_database(work)
    if broken is not None:
        raise click.ClickException(f"The chain is broken at position {broken}.")
    click.echo("Every link holds.")


if __name__ == "__main__":
    main()
