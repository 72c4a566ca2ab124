"""The `frontdesk` command as a fork of a process that has loaded it, which it else spends most of its time on."""

import gc
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from app.cli import main

ROOT = Path(__file__).parents[1]

FORKS: Final = get_context("forkserver")
"""Starts processes that have loaded the service."""
FORKS.set_forkserver_preload(["tests.loading_late", "app.cli", "app.main", "app.adapters.db.migration_steps"])

Files = tuple[Path, Path, Path]
"""Standard input, output and error; what is said is added to the end of the last two."""


class Command:
    """A running `frontdesk` command; as much of a `subprocess.Popen` as these tests use."""

    def __init__(self, args: Sequence[str], env: Mapping[str, str], files: Files) -> None:
        self._process = FORKS.Process(target=_become, args=(args, dict(env), files), daemon=True)
        self._process.start()
        self.pid = self._process.pid or 0

    def poll(self) -> int | None:
        """Give its exit status once it has ended; it is negative where a signal ended it."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Signal it, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it with SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end and give its exit status. Raises subprocess.TimeoutExpired."""
        self._process.join(timeout)
        status = self.poll()
        if status is None:
            raise subprocess.TimeoutExpired("frontdesk", timeout or 0.0)
        return status


def run(args: Sequence[str], env: Mapping[str, str], typed: str, timeout: float) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with `typed` on its standard input. Raises subprocess.TimeoutExpired."""
    with tempfile.TemporaryDirectory() as folder:
        typed_in, out, err = files = Path(folder, "in"), Path(folder, "out"), Path(folder, "err")
        typed_in.write_text(typed, encoding="utf-8")
        command = Command(args, env, files)
        try:
            status = command.wait(timeout)
        finally:
            command.kill()
        return subprocess.CompletedProcess(
            args, status, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")
        )


def _become(args: Sequence[str], env: Mapping[str, str], files: Files) -> None:
    """Be the command, in a fork: with its own session, settings, folder and files."""
    gc.freeze()  # as app/entry.py does once it has loaded
    os.setsid()  # Ctrl-C is for the tests; they end it in their own time
    os.environ.clear()
    os.environ.update(env)
    os.chdir(ROOT)
    ways = os.O_RDONLY, os.O_WRONLY | os.O_CREAT | os.O_APPEND, os.O_WRONLY | os.O_CREAT | os.O_APPEND
    for number, (file, way) in enumerate(zip(files, ways, strict=True)):
        opened = os.open(file, way, 0o600)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode, closefd=False) for number, mode in enumerate("rww"))
    main.main(list(args), prog_name="frontdesk")
