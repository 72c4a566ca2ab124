"""The conversation that the widget's tests read is what the service sends, and what its document says it sends."""

from pathlib import Path

import msgspec
import pytest

from app.domain.event import EventKind
from app.web.event_data import EventData
from tests.widgets.recorded import FILE, events_of, record, told

ANEW = "python -m tests.widgets.recorded writes it anew"


@pytest.fixture(scope="module")
def stream(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The conversation as the service sends it today."""
    return record(tmp_path_factory.mktemp("recorded") / "service")


def test_the_recording_is_what_the_service_sends(stream: str) -> None:
    """Played again, the service tells the same, however the replies were cut into pieces."""
    assert told(stream) == told(FILE.read_text(encoding="utf-8")), ANEW


def test_every_kind_of_event_is_in_it(stream: str) -> None:
    """What the widget's tests read leaves no event out; replies come in pieces."""
    kinds = [event.event for event in events_of(stream)]
    assert set(kinds) == {kind.value for kind in EventKind}
    recorded = [event.event for event in events_of(FILE.read_text(encoding="utf-8"))]
    assert recorded.count("reply.delta") >= 5, ANEW


def test_ids_only_grow(stream: str) -> None:
    """A reader may drop what is at or below the last id that it has seen."""
    cursors = [event.cursor for event in events_of(stream)]
    assert cursors == sorted(set(cursors))


def test_events_carry_what_the_document_says(stream: str) -> None:
    """Each event has the fields of its kind, no more and no fewer."""
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(EventData)}
    assert set(fields) == {kind.value for kind in EventKind}
    for event in events_of(stream):
        read = msgspec.convert(event.data, fields[event.event])
        assert msgspec.to_builtins(read) == event.data


def test_the_recording_names_nobody() -> None:
    """Ids and moments in it are made up, so that it stays the same."""
    text = Path(FILE).read_text(encoding="utf-8")
    assert "00000000-0000-7000-8000-000000000001" in text
    assert "2026-11-21T12:00:00.000Z" in text
