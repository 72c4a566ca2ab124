"""Server-sent events as a browser reads them: one event at a time, comments left out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SseEvent:
    """One event; `data` is the JSON it carries, `id` the cursor to come back with."""

    id: str
    event: str
    data: dict[str, Any]  # what an event carries is for the test to look at

    @property
    def cursor(self) -> tuple[int, int]:
        """The id as numbers."""
        seq, _, n = self.id.partition(".")
        return int(seq), int(n or 0)


def read_events(lines: Iterable[str]) -> Iterator[SseEvent]:
    """Read events from the lines of an open stream, each as soon as its empty line is there."""
    fields: dict[str, str] = {}
    for line in lines:
        if line.startswith(":"):
            continue
        if line:
            name, _, value = line.partition(":")
            fields[name] = value.removeprefix(" ")
        elif "data" in fields:
            yield SseEvent(fields.get("id", ""), fields.get("event", "message"), json.loads(fields["data"]))
            fields = {}
