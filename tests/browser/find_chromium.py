"""Find a Chromium for the browser's tests: `$CHROMIUM`, the system's, playwright's; with `--install` bring one here.

Prints the path. Without any it says so in one line, and fails where `CI` is set.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

SYSTEMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELL = "chromium-headless-shell"  # playwright's own build: no window, a third of the size
PROGRAMS = ("chrome-headless-shell", "headless_shell", "chrome-headless-shell.exe")
MISSING = (
    "!!! NO BROWSER, SO THE TESTS IN tests/browser ARE NOT RUN: "
    "install Chromium (on Debian: apt install chromium) or name one in CHROMIUM."
)
ASKED = 20.0  # seconds that a browser may take to say its version
DOWNLOADED = 180.0  # seconds that playwright may take; its host may be out of reach
INSTALLED = 600.0  # seconds that a package may take


def find() -> Path | None:
    """Return the first Chromium that starts: one that lacks a library, or only points to a store, is passed over."""
    return next((path for path in (*_systems(), *_playwrights()) if _starts(path)), None)


def install() -> Path | None:
    """Find a Chromium, or bring one here by playwright or by Debian's package; None where neither may."""
    found = find()
    for bring in (_by_playwright, _by_debian):
        if found is None:
            bring()
            found = find()
    return found


def _systems() -> Iterator[Path]:
    for name in (os.environ.get("CHROMIUM"), *SYSTEMS):
        if name and (path := shutil.which(name)):
            yield Path(path)


def _playwrights() -> Iterator[Path]:
    """Playwright's build, where playwright itself says that it lies."""
    told = _run([_playwright(), "install", "--dry-run", SHELL], ASKED)
    places = [line.partition(":")[2].strip() for line in (told or "").splitlines() if "Install location" in line]
    for place in places:
        yield from (path for name in PROGRAMS for path in Path(place).glob(f"*/{name}"))


def _playwright() -> str:
    return str(Path(sys.executable).with_name("playwright"))


def _starts(path: Path) -> bool:
    return _run([str(path), "--version"], ASKED) is not None


def _by_playwright() -> None:
    _say("Downloading Chromium for the browser's tests")
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "5000"}  # ms, of each of its five tries
    _run([_playwright(), "install", SHELL], DOWNLOADED, patience)


def _by_debian() -> None:
    """Debian's package, where this account may install one without being asked for a password."""
    admin = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or _run([*admin, "true"], ASKED) is None:
        return
    _say("Installing Debian's Chromium for the browser's tests")
    apt = [*admin, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    package = [*apt, "install", "--yes", "--no-install-recommends", "chromium"]
    if _run(package, INSTALLED) is None and _run([*apt, "update"], INSTALLED) is not None:
        _run(package, INSTALLED)


def _run(command: Sequence[str], seconds: float, env: Mapping[str, str] | None = None) -> str | None:
    """Run a command; return what it printed, or None where it failed, is not there or took too long."""
    try:
        process = subprocess.Popen(
            command,
            env=os.environ | dict(env or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,  # so that what it started ends with it
        )
    except OSError:
        return None
    with process:
        try:
            printed, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return None
    return printed if process.returncode == 0 else None


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


def main() -> int:
    """Print the path; exit status 1 where there is none and `CI` is set."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--install", action="store_true", help="bring one here where there is none")
    found = install() if arguments.parse_args().install else find()
    if found is None:
        _say(MISSING)
        return 1 if os.environ.get("CI") else 0
    sys.stdout.write(f"{found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
