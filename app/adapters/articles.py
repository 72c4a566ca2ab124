"""Articles: a tenant's published Markdown, cut into the sections that answers are made from."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_URL = re.compile(r"^url:[ \t]*[\"']?(https?://[^\s\"'<>]+)", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,2})[ \t]+(.+?)[ \t#]*$")
_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")


@dataclass(frozen=True, slots=True)
class Section:
    """One `##` section; `id` is file and place, `section` its heading. The text before the first has the title's."""

    id: str
    title: str
    section: str
    text: str
    url: str | None


def article_files(folder: Path) -> list[Path]:
    """List a folder's articles, those of the folders in it too, in the order of their names. Raises OSError."""
    return sorted(
        path
        for inner, names in _walk(folder)
        for name in names
        if name.endswith(".md") and (path := inner / name).is_file()
    )


def folders_in(folder: Path) -> list[Path]:
    """List a folder and the folders in it, in the order of their names. Raises OSError."""
    return sorted(inner for inner, _ in _walk(folder))


def _walk(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    """Go over a folder and the folders in it; one that can't be read is not left out. Raises OSError."""

    def refuse(error: OSError) -> None:
        raise error

    for inner, _, names in os.walk(folder, onerror=refuse):
        yield Path(inner), names


def sections_of(name: str, markdown: str) -> list[Section]:
    """Cut an article at its `##` headings. The first heading is the title; a front matter's `url:` is its address."""
    front = _FRONT.match(markdown)
    url = _URL.search(front[1]) if front else None
    title, parts = "", [("", [])]  # type: tuple[str, list[tuple[str, list[str]]]]
    fenced = False
    for line in markdown[front.end() if front else 0 :].splitlines():
        fenced ^= _FENCE.match(line) is not None
        heading = None if fenced else _HEADING.match(line)
        if heading and not title:
            title = heading[2]
        elif heading:
            parts.append((heading[2], []))
        else:
            parts[-1][1].append(line)
    title = title or name.removesuffix(".md")
    texts = [(section or title, "\n".join(lines).strip()) for section, lines in parts]
    return [
        Section(f"{name}#{number}", title, section, text, url[1] if url else None)
        for number, (section, text) in enumerate(texts)
        if text
    ]
