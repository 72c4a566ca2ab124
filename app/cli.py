"""The `frontdesk` command: everything that is done from a shell."""

import asyncio
import gc
import sys
from contextlib import suppress
from datetime import UTC, datetime
from errno import EADDRINUSE
from ipaddress import ip_address
from socket import SOCK_STREAM, create_server, getaddrinfo, socket

import click
import structlog
import uvicorn
from typing_extensions import override

from app.adapters.db import migrate
from app.adapters.redis_kind import unfit
from app.adapters.service_file import ServiceFile
from app.adapters.tenants import Tenants
from app.cli_inspect import inspect
from app.cli_operators import audit_group, keys, switch
from app.cli_people import first_login, operators
from app.cli_receipts import erase, receipts
from app.settings import Settings, from_process, set_address
from app.shell import Plainly, make_data_dir, prepare_database
from app.usecases.check_controls import CheckControls
from app.web.connection import Connection
from app.workers import FACTORY, SIGN_OF_LIFE, Workers

IPV4 = 4


@click.group(cls=Plainly, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Frontdesk: a chat service that a company puts in front of its customers."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))  # what a command prints is its answer


@main.command()
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes; more need Redis.")
@click.option("--host", help="Address to listen on; else FRONTDESK_HOST.")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on; else FRONTDESK_PORT.")
def serve(workers: int, host: str | None, port: int | None) -> None:
    """Run one replica, or as many on one port as there are workers."""
    set_address(host, port)
    settings = from_process()
    _check_redis(settings, workers)
    _check_address(settings)
    prepare_database(settings)
    config = _config(settings, workers)
    way_in = first_login() if settings.embedded else None
    if workers == 1:
        gc.disable()  # until it serves
        with suppress(KeyboardInterrupt):  # Ctrl-C, which the server says once more when it has stopped
            AnnouncingServer(config, settings, way_in).run()
    else:
        Workers(config, lambda: announce(settings, way_in, workers)).run()


def _check_redis(settings: Settings, workers: int) -> None:
    """Refuse a start that needs a Redis and has none, or one that can't do what is asked of it."""
    if workers > 1 and settings.redis_url is None:
        raise click.ClickException("--workers needs Redis: set FRONTDESK_REDIS_URL, or leave --workers out.")
    if settings.redis_url is not None and (why := asyncio.run(unfit(settings.redis_url))):
        raise click.ClickException(f"FRONTDESK_REDIS_URL: {why}.")


def _check_address(settings: Settings) -> None:
    """Refuse a start where nothing can listen: the server itself would name neither the setting nor the remedy."""
    try:
        family, *_, address = getaddrinfo(settings.host, settings.port, type=SOCK_STREAM)[0]
        create_server((str(address[0]), settings.port), family=family).close()
    except PermissionError as error:
        raise click.ClickException(f"FRONTDESK_PORT: {settings.port} is for root; write one above 1023.") from error
    except OSError as error:
        if error.errno == EADDRINUSE:
            raise click.ClickException(
                f"FRONTDESK_PORT: {settings.port} is taken; end what listens there, or write another."
            ) from error
        raise click.ClickException(
            "FRONTDESK_HOST: no address of this machine; write one that is, such as 127.0.0.1, or 0.0.0.0 for all."
        ) from error


def _config(settings: Settings, workers: int) -> uvicorn.Config:
    """Say how the server runs."""
    return uvicorn.Config(
        "app.main:create_app" if workers == 1 else FACTORY,
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers,
        timeout_worker_healthcheck=SIGN_OF_LIFE,
        log_config=None,
        access_log=False,
        server_header=False,
        http=Connection,
        ws="none",
        proxy_headers=False,
        timeout_graceful_shutdown=25,
        backlog=4096,
    )


class AnnouncingServer(uvicorn.Server):
    """Says where it listens once it does."""

    def __init__(self, config: uvicorn.Config, settings: Settings, way_in: str | None) -> None:
        super().__init__(config)
        self._settings = settings
        self._way_in = way_in

    @override
    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            announce(self._settings, self._way_in)


def announce(settings: Settings, way_in: str | None, workers: int = 1) -> None:
    """Print the addresses, where needed a way into the console that works once, and plainly what stands in for what."""
    address = f"http://{_in_address(_reachable(settings.host))}:{settings.port}"
    click.echo(f"Frontdesk listens on {address}")
    click.echo(f"  demo shop    {address}/demo")
    click.echo(f"  console      {address}/console")
    if way_in is not None:
        click.echo(f"  sign in once {address}{way_in}")
    click.echo(f"  API schema   {address}/schema/openapi.json")
    click.echo(f"  health       {address}/health/ready")
    if workers > 1:
        click.echo(f"  workers      {workers}, each a replica of its own; /metrics adds them up")
    if settings.embedded:
        click.echo("  stores       embedded: SQLite and this process's memory (one replica only)")
    if settings.offline:
        click.echo("  assistant    OFFLINE: no key is set, so answers are quotes from the knowledge folder")
        click.echo("  moderation   local rules only")
    click.echo("Ctrl-C lets running turns end, then stops.")


def _reachable(host: str) -> str:
    """Return an address under which a host that listens everywhere is reached from here."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not address.is_unspecified:
        return host
    return "127.0.0.1" if address.version == IPV4 else "::1"


def _in_address(host: str) -> str:
    """Write a host as it stands before a port: an IPv6 address in brackets."""
    return f"[{host}]" if ":" in host else host


@main.group()
def db() -> None:
    """The database's tables."""


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database's tables up to date."""
    settings = from_process(serving=False)
    make_data_dir(settings)
    migrate.upgrade(settings.database_url)
    click.echo("The database is up to date.")


@main.command()
def check() -> None:
    """Check settings, tenant files and approval records; exit status 1 if a control fails."""
    settings = from_process()
    service_file = ServiceFile.load(settings.config_dir)
    keys = {} if settings.offline else {name: each.key for name, each in service_file.providers.items() if each.key}
    tenants, today = Tenants(settings, service_file), datetime.now(UTC).date()
    controls = CheckControls(tenants, service_file.prices, today, keys, settings.resolve)()
    for control in controls:
        click.echo(
            f"{'pass' if control.passed else 'FAIL'}  {control.place}: {control.name}"
            + ("" if control.passed else f" ({control.failure})")
        )
    failed = sum(not control.passed for control in controls)
    click.echo(f"{len(controls) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


for command in (inspect, switch, keys, operators, erase, receipts, audit_group):
    main.add_command(command)

if __name__ == "__main__":
    main()
