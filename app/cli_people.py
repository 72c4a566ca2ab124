"""Commands about operators: who they are, and how they get in."""

import sys
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click

from app.adapters.db.engine import Database
from app.adapters.keyring import Keyring
from app.adapters.passwords import Passwords
from app.adapters.service_file import ServiceFile
from app.adapters.tenants import Tenants
from app.domain.operator import Role
from app.settings import Settings
from app.shell import SHELL, with_database
from app.usecases.manage_operators import ManageOperators, NewSecrets

T = TypeVar("T")


@click.group()
def operators() -> None:
    """People who work at the console."""


def _managing(work: Callable[[ManageOperators], Awaitable[T]]) -> T:
    """Do one piece of work on operators."""

    async def run(database: Database, settings: Settings) -> T:
        tenants = Tenants(settings, ServiceFile.load(settings.config_dir))
        keyring = Keyring(settings.secret("FRONTDESK_SECRET_KEY"))
        return await work(ManageOperators(database, Passwords(), keyring, tenants.get))

    return with_database(run)


_password_stdin = click.option(
    "--password-stdin", is_flag=True, help="Read the password, one line, from standard input; else one is generated."
)


def _typed(password_stdin: bool) -> str | None:  # noqa: FBT001  # the command's flag as it is
    """Read the password where it comes from standard input."""
    return sys.stdin.readline().rstrip("\r\n") if password_stdin else None


@operators.command("add")
@click.option("--name", required=True, help="2 to 60 characters of a-z, 0-9, dot, dash, underscore and @.")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--tenant", "tenants", multiple=True, help="A tenant that it works for; may be repeated; else all.")
@click.option("--shown", help="What customers call the operator; else the name, as far as an @ in it.")
@_password_stdin
def operators_add(
    name: str,
    role: str,
    tenants: tuple[str, ...],
    shown: str | None,
    password_stdin: bool,  # noqa: FBT001  # as click calls it
) -> None:
    """Add an operator and print what it signs in with, this once."""
    password = _typed(password_stdin)
    _show(_managing(lambda managing: managing.add(SHELL, name, Role(role), tenants or None, password, shown)))


@operators.command("list")
def operators_list() -> None:
    """Print every operator's role, tenants, state and name."""
    for person in _managing(lambda managing: managing.everyone(SHELL)):
        reach = "every tenant" if person.tenants is None else ",".join(person.tenants)
        state = (
            "disabled"
            if person.disabled_at
            else "active"
            if person.has_password and person.has_totp
            else "signs in by link only"
        )
        click.echo(f"{person.role}  {reach}  {state}  {person.name}")


@operators.command("disable")
@click.argument("name")
def operators_disable(name: str) -> None:
    """Shut an operator out: its sessions end at once."""

    async def work(managing: ManageOperators) -> None:
        await managing.disable(SHELL, (await managing.named(SHELL, name)).id)

    _managing(work)
    click.echo("The operator is disabled.")


@operators.command("enable")
@click.argument("name")
def operators_enable(name: str) -> None:
    """Let an operator sign in again."""

    async def work(managing: ManageOperators) -> None:
        await managing.enable(SHELL, (await managing.named(SHELL, name)).id)

    _managing(work)
    click.echo("The operator may sign in.")


@operators.command("reset")
@click.argument("name")
@_password_stdin
def operators_reset(name: str, password_stdin: bool) -> None:  # noqa: FBT001  # as click calls it
    """Give an operator a new password and code, print them, this once, and end its sessions."""
    password = _typed(password_stdin)

    async def work(managing: ManageOperators) -> NewSecrets:
        return await managing.reset(SHELL, (await managing.named(SHELL, name)).id, password)

    _show(_managing(work))


def first_login() -> str | None:
    """Return the path of a link that signs the first owner in, once, within an hour; makes an owner if there is none.

    None where an owner has what it takes to sign in.
    """
    token = _managing(lambda managing: managing.first_login())
    return None if token is None else _once(token)


def _once(token: str) -> str:
    """Return the path of a link that signs in once."""
    return f"/console/once/{token}"


@operators.command("login")
@click.argument("name")
def operators_login(name: str) -> None:
    """Print the path of a link that signs an operator in, once, within an hour; older ones are void."""

    async def work(managing: ManageOperators) -> str:
        return await managing.login_link(SHELL, (await managing.named(SHELL, name)).id)

    click.echo(_once(_managing(work)))


def _show(new: NewSecrets) -> None:
    """Print an operator's secrets, each on a line of its own."""
    click.echo(f"name      {new.name}")
    if new.password is not None:
        click.echo(f"password  {new.password}")
    click.echo(f"secret    {new.totp.secret}")
    click.echo(f"uri       {new.totp.uri}")
    click.echo(
        "Give the secret, or the uri as a QR code, to an authenticator app; none of this is shown again.", err=True
    )
