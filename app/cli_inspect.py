"""The command that says what the safety stages make of messages, one line of JSON for each line of JSON."""

import sys
from collections.abc import Iterator
from typing import BinaryIO, Final

import click
import msgspec

from app.adapters.moderation_local import LocalModeration
from app.adapters.service_file import ServiceFile
from app.adapters.tenants import Tenants
from app.settings import from_process
from app.usecases.inspect_text import InspectText

LONGEST_TEXT: Final = 1_000_000
"""Bytes of a text; JSON may write each as six, and other fields stand beside it."""
LONGEST_LINE: Final = 8 * LONGEST_TEXT
_SHAPE: Final = 'write {"text": "…"}.'


class Line(msgspec.Struct):
    """One line of input; other fields are ignored."""

    text: str


class Refused(msgspec.Struct):
    """The answer to a line that can't be inspected: what is wrong with it, without any of its words."""

    error: str


@click.command("inspect")
@click.option("--workflow", required=True, help="TENANT/WORKFLOW, whose policy applies, such as harbor/support.")
def inspect(workflow: str) -> None:
    """Say what the safety stages make of each {"text": …} line on standard input.

    A line that can't be read is answered {"error": …} in its place; the rest goes on, and the exit status is 1.
    """
    look = _stages(workflow)
    lines = refused = 0
    for line in _lines(sys.stdin.buffer):
        lines += 1
        said = _read(line)
        refused += isinstance(said, Refused)
        answer = said if isinstance(said, Refused) else look(said)
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()
    if refused:
        raise click.ClickException(f"{refused} of {lines} lines were refused: correct those answered with an error.")


def _stages(workflow: str) -> InspectText:
    settings = from_process(serving=False)
    tenant_id, _, name = workflow.partition("/")
    tenant = Tenants(settings, ServiceFile.load(settings.config_dir)).get(tenant_id)
    if tenant is None or name not in tenant.workflows:
        raise click.ClickException("There is no such workflow; write TENANT/WORKFLOW as in config/tenants.")
    moderation = LocalModeration()
    moderation.prepare()  # who reads thousands of lines waits once
    return InspectText(tenant.workflows[name], moderation)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines that hold anything, None for one that is longer than is kept in memory."""
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) > LONGEST_LINE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_TEXT)
            yield None
        elif line.strip():
            yield line


def _read(line: bytes | None) -> str | Refused:
    """Read one line, or say in a sentence what is wrong with it."""
    if line is None:
        return Refused("The line is longer than 8 MB; split it.")
    try:
        text = msgspec.json.decode(line, type=Line).text
    except (msgspec.ValidationError, RecursionError):
        return Refused(f"The line is not a JSON object with a text; {_SHAPE}")
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return Refused(f"The line is not JSON in UTF-8, or holds half of a surrogate pair; {_SHAPE}")
    if len(text.encode()) > LONGEST_TEXT:
        return Refused("The text is longer than 1 MB; split it.")
    return text
