"""Commands that forget someone, and that verify the receipts of it: with the public key alone, on any machine."""

import json
from typing import BinaryIO, Final

import click
import msgspec
from cryptography.exceptions import UnsupportedAlgorithm

from app.adapters.db.engine import Database
from app.adapters.erasures import FileErasures
from app.adapters.keyring import Keyring
from app.adapters.live_feed import LocalFeed
from app.settings import Settings, from_process
from app.shell import filled, with_database
from app.usecases.erase_contact import EraseContact
from app.usecases.sign_receipt import Receipt, is_genuine, key_of, public_key

NO_RECEIPT: Final = "This is no receipt: give the file with the JSON as it was handed out."


@click.command()
@click.option("--tenant", required=True, callback=filled)
@click.option("--contact", required=True, callback=filled)
def erase(tenant: str, contact: str) -> None:
    """Forget a contact and print the deletion receipt."""

    async def work(database: Database, settings: Settings) -> Receipt:
        keyring = Keyring(settings.secret("FRONTDESK_SECRET_KEY"))
        notes = None if settings.redis_url else FileErasures(settings.data_dir)  # else a replica notes it
        return await EraseContact(database, LocalFeed(), keyring, None, notes)(tenant, contact, "operator:shell")

    click.echo(msgspec.json.format(msgspec.json.encode(with_database(work))).decode())


@click.group()
def receipts() -> None:
    """Deletion receipts."""


@receipts.command("key")
def receipts_key() -> None:
    """Print the public key that this service's receipts are verified with, as /receipts/key.pem gives it."""
    click.echo(_own_key(), nl=False)


def _own_key() -> bytes:
    return public_key(Keyring(from_process(serving=False).secret("FRONTDESK_SECRET_KEY")))


@receipts.command("verify")
@click.argument("file", type=click.File("rb"))
@click.option("--key", type=click.File("rb"), help="The public key of the service that signed it; else this one's own.")
def receipts_verify(file: BinaryIO, key: BinaryIO | None) -> None:
    """Check that a service signed the receipt in FILE (- is stdin); exit status 1 where it did not.

    With --key nothing else is needed: no settings, no secret, no network.
    """
    receipt = _read(file)
    try:
        public = key_of(key.read() if key else _own_key())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise click.ClickException("--key: write the file that /receipts/key.pem of the service gives.") from error
    if not is_genuine(public, receipt):
        raise click.ClickException("This receipt is not genuine: it was changed, or signed with another key.")
    click.echo("The receipt is genuine: the service signed it, and nothing was changed since.")


def _read(file: BinaryIO) -> Receipt:
    try:
        receipt = json.loads(file.read().decode(), object_pairs_hook=_each_once)
    except (ValueError, RecursionError) as error:
        raise click.ClickException(NO_RECEIPT) from error
    if not isinstance(receipt, dict):
        raise click.ClickException(NO_RECEIPT)
    return receipt


def _each_once(pairs: list[tuple[str, object]]) -> Receipt:
    """Insist that no key stands twice: a reader may take the one that was not signed."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found
