"""Secrets and references to them: values in the environment or in files, which may change while running."""

import os
import re
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from typing_extensions import override

RUN_SECRETS = Path("/run/secrets")
RECHECK_AFTER = 1.0
"""Seconds for which a file's value is believed without looking at the file again."""

_LARGEST = 65_536
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_OWN = ("OPENAI_", "FRONTDESK_")


class ReferenceUnset(Exception):
    """The reference is well formed, and nothing stands there. Holds no value."""


class ReferenceRefused(ValueError):
    """What was written is no reference, or points where none may point. Holds no value."""


class Secret:
    """A value given as it is, or as a file that is read again when it changes; never shown by `repr`.

    `check` raises ValueError for what can't take the place of a value that was there.
    """

    def __init__(
        self, name: str, *, text: str = "", path: Path | None = None, check: Callable[[str], None] | None = None
    ) -> None:
        self.name = name
        self._check = check
        self._text = text
        self._path = path
        self._stamp: tuple[int, int, int] | None = None
        self._looked_at = float("-inf")

    def value(self) -> str:
        """Return the value as it stands now, or the last one where the file is gone. Raises ReferenceUnset at first."""
        now = time.monotonic()
        if self._path is not None and now - self._looked_at >= RECHECK_AFTER:
            self._read(self._path)
            self._looked_at = now
        return self._text

    def _read(self, path: Path) -> None:
        try:
            stamp = stamp_of(path)
            if stamp == self._stamp:
                return
            text = read_secret(path)
            if self._check is not None and self._stamp is not None:
                self._check(text)
        except (OSError, ValueError) as error:
            if self._stamp is None:
                raise ReferenceUnset(f"{path} cannot be read") from error
            return  # half-way through being replaced: the value it had is still the best one known
        if text:
            self._stamp, self._text = stamp, text
        elif self._stamp is None:
            raise ReferenceUnset(f"{path} is empty")

    @override
    def __repr__(self) -> str:
        return f"Secret({self.name!r})"


class References:
    """Resolves what tenant files and `frontdesk.toml` write for a secret: `env:NAME` or `file:PATH`."""

    def __init__(self, config_dir: Path, environ: Mapping[str, str]) -> None:
        self._config_dir = config_dir
        self._environ = environ

    def resolve(self, reference: str) -> str:
        """Return the secret that stands there now. Raises ReferenceUnset or ReferenceRefused."""
        if reference.startswith("env:") and (text := self._environ.get(_variable(reference), "").strip()):
            return text
        path = self.path(reference)
        if path is None:
            raise ReferenceUnset(f"{reference} is not set")
        try:
            text = read_secret(path)
        except (OSError, ValueError) as error:
            raise ReferenceUnset(f"{reference} cannot be read") from error
        if not text:
            raise ReferenceUnset(f"{reference} is empty")
        return text

    def path(self, reference: str) -> Path | None:
        """Return the file that decides the value, None where a variable does. Raises ReferenceRefused."""
        if reference.startswith("env:"):
            written = self._environ.get(f"{_variable(reference)}_FILE", "").strip()
            return Path(written) if written else None
        if reference.startswith("file:"):
            return inside(self._config_dir, reference.removeprefix("file:"), also=RUN_SECRETS)
        raise ReferenceRefused("write a reference, env:NAME or file:PATH, never the secret itself")


def inside(folder: Path, written: str, *, also: Path | None = None) -> Path:
    """Return the path that `written` means from `folder`. Raises ReferenceRefused where it leaves `folder` and `also`.

    Links are followed before the look, so none leads out.
    """
    roots = [folder.resolve()] if also is None else [folder.resolve(), also.resolve()]
    try:
        path = (folder / written).resolve()
    except (OSError, RuntimeError, ValueError) as error:
        raise ReferenceRefused("is no path") from error
    if not written or ".." in Path(written).parts or not any(path.is_relative_to(root) for root in roots):
        place = "the config folder" if also is None else f"the config folder or {also}"
        raise ReferenceRefused(f"leaves {place}; write a path inside it, without '..'")
    return path


def stamp_of(path: str | Path) -> tuple[int, int, int]:
    """Return what changes whenever a file does: its inode, size and the time of its last change. Raises OSError."""
    stat = os.stat(path)  # noqa: PTH116  # looked at twice a second for each of a thousand files: a `Path` costs more than the look
    return (stat.st_ino, stat.st_size, max(stat.st_mtime_ns, stat.st_ctime_ns))


def read_secret(path: Path) -> str:
    """Read a small text file without the white space around it. Raises OSError and ValueError."""
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise ValueError("too large for a secret")
    return data.decode().strip()


def _variable(reference: str) -> str:
    name = reference.removeprefix("env:")
    if not _NAME.fullmatch(name):
        raise ReferenceRefused("env: takes the name of a variable, such as env:SHOP_IDENTITY_KEY")
    if name.upper().startswith(_OWN):
        raise ReferenceRefused("env: may not name OPENAI_* or FRONTDESK_*, which are the service's own")
    return name
