"""A glance at the files: how each looks at one moment, so that what changed is known without reading it."""

import os
from collections.abc import Iterable
from pathlib import Path

from app.adapters.articles import article_files, folders_in
from app.references import stamp_of

Stamp = tuple[int, int, int] | None
"""Inode, size and time of the last change; None where there is no such file."""


class Glance:
    """Looks at each file and folder once, however many tenants share it."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self._stamps = {path: _look(path) for path in paths}
        self._articles: dict[Path, list[str]] = {}

    def shows(self, stamps: dict[str, Stamp]) -> bool:
        """Tell whether it was made of these paths, and each looks so."""
        return self._stamps == stamps

    def stamp(self, path: str) -> Stamp:
        """Return what changes whenever a file does; a folder's changes with the names in it."""
        if path not in self._stamps:
            self._stamps[path] = _look(path)
        return self._stamps[path]

    def names(self, folder: Path) -> list[str]:
        """List what lies in a folder; nothing where there is none. Raises OSError."""
        try:
            return os.listdir(folder)  # noqa: PTH208  # names are all that is asked for, twice a second
        except (FileNotFoundError, NotADirectoryError):
            return []

    def articles(self, folder: Path) -> list[str]:
        """List a knowledge folder's articles, and the folders that they lie in. Raises OSError if one can't be read."""
        if folder not in self._articles:
            files = article_files(folder)
            for file in files:
                os.close(os.open(file, os.O_RDONLY))
            self._articles[folder] = [str(path) for path in (*folders_in(folder), *files)]
        return self._articles[folder]


def _look(path: str) -> Stamp:
    try:
        return stamp_of(path)
    except OSError:
        return None
