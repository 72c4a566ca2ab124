"""The messages that safety is trained and tried on, and which half of them a rule or a model may have seen."""

import gzip
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from app.adapters.articles import article_files, sections_of

CONFIG = Path(__file__).parents[2] / "config"
DATA = Path(__file__).parents[1] / "data" / "safety"
VALIDATION_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands, in characters, and what kind the set calls it."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """One message. `label` is 1 for an attack, or where the thing looked for is there."""

    text: str
    label: int
    category: str
    source: str
    places: tuple[Place, ...]
    validation: bool


def rows(name: str, *, validation: bool) -> Iterator[Row]:
    """Read one half of a set: what validates, or what may train; a set without splits is cut by its checksums."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = _row(json.loads(line))
            if row.validation is validation:
                yield row


def small_talk() -> Iterator[str]:
    """Read what people who did not know each other wrote to pass the time: to train on only."""
    yield from gzip.decompress((DATA / "small_talk.txt.gz").read_bytes()).decode().splitlines()


def abroad(*, validation: bool) -> dict[str, list[str]]:
    """Read what customers ask every day in other languages, one half of it, by language."""
    told = tomllib.loads((DATA / "ordinary_abroad.toml").read_text(encoding="utf-8"))
    return {
        language: [text for text in lines.split("\n") if text and _held_back(text) is validation]
        for language, lines in told.items()
    }


def translated() -> Iterator[tuple[str, str]]:
    """Read what programs show in other languages, each text with its language: to train on only."""
    for line in gzip.decompress((DATA / "translated_messages.txt.gz").read_bytes()).decode().splitlines():
        language, _, text = line.partition("\t")
        yield language, text


def published(tenant: str) -> Iterator[str]:
    """Read the passages of a demo tenant's articles: plain prose that gives no orders to anyone."""
    folder = CONFIG / "knowledge" / tenant
    for path in article_files(folder):
        yield from (section.text for section in sections_of(path.name, path.read_text(encoding="utf-8")))


def _row(fields: dict[str, object]) -> Row:
    text, spans = str(fields["text"]), fields.get("spans", [])
    split = fields.get("split")
    return Row(
        text=text,
        label=int(str(fields.get("label", 0))),
        category=str(fields.get("category", "")),
        source=str(fields.get("source", "")),
        places=tuple(Place(span["start"], span["end"], span["type"]) for span in spans)
        if isinstance(spans, list)
        else (),
        validation=_held_back(text) if split is None else split == "validation",
    )


def _held_back(text: str) -> bool:
    return crc32(text.encode()) % 1000 < VALIDATION_SHARE * 1000
