"""The ways into the service: the collector rests while modules load, which spares a tenth of the start."""

import gc
import sys
from importlib import import_module
from typing import Final

from app.deferred import defer

INTERRUPTED: Final = 130
"""The exit status that shells give to Ctrl-C."""


def main() -> None:
    """Load the command, then run it; a server goes on without the collector until it serves (`app/main.py`)."""
    gc.disable()
    defer()
    try:
        command = import_module("app.cli")  # here and not above: its loading is what takes the time
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    gc.freeze()
    gc.enable()
    command.main()


def worker() -> object:
    """Load the service and build it in a process of several (`app/worker.py`), in the same way."""
    gc.disable()
    defer()
    return import_module("app.worker").create_worker()
