"""What a story looks at once a turn has ended: what was told, what is stored, what the model's provider was asked."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from loadtests.upstream_process import Upstream
from tests.service import Service, SseEvent

Row = dict[str, Any]  # a table's row: its columns differ
ACCEPTED, ENDED = "message.accepted", "turn.ended"
STARTED, DELTA, COMPLETED = "reply.started", "reply.delta", "reply.completed"
WITHDRAWN, HELD, SYSTEM, OPENED = "reply.withdrawn", "reply.held", "system.message", "handoff.opened"


def kinds(events: Iterable[SseEvent]) -> tuple[str, ...]:
    """Name the events in order, a run of pieces as one."""
    told: list[str] = []
    for event in events:
        if event.event != DELTA or told[-1:] != [DELTA]:
            told.append(event.event)
    return tuple(told)


def end_of(events: Sequence[SseEvent]) -> tuple[str, str | None]:
    """Return outcome and reason; a turn has one end, and it comes last."""
    assert [event.event for event in events].count(ENDED) == 1
    assert events[-1].event == ENDED
    return events[-1].data["outcome"], events[-1].data.get("reason")


def only(events: Iterable[SseEvent], kind: str) -> Row:
    """Return the data of the one event of a kind."""
    (event,) = [event for event in events if event.event == kind]
    data: Row = event.data
    return data


def pieces(events: Iterable[SseEvent]) -> str:
    """Join what was shown of a reply piece by piece; the offsets leave no gap."""
    text = ""
    for event in events:
        if event.event == DELTA:
            assert event.data["offset"] == len(text)
            text += event.data["text"]
    return text


def chats(upstream: Upstream) -> list[Row]:
    """Return the bodies of the completions that the provider was asked for."""
    return [asked["body"] for asked in upstream.record() if asked["path"].endswith("/chat/completions")]


def moderations(upstream: Upstream) -> list[Row]:
    """Return the bodies of the moderations that the provider was asked for."""
    return [asked["body"] for asked in upstream.record() if asked["path"].endswith("/moderations")]


def assert_unseen(values: Iterable[str], things: object) -> None:
    """No value stands anywhere in `things`, whatever its escapes."""
    text = things if isinstance(things, str) else json.dumps(things, ensure_ascii=False, default=str)
    assert [value for value in values if value in text] == []


class Stored:
    """The rows of one conversation."""

    def __init__(self, service: Service, tenant: str, conversation: str) -> None:
        self._service = service
        self._tenant, self._conversation = tenant, conversation

    def _rows(self, table: str, column: str = "conversation_id", order: str = "id") -> list[Row]:
        statement = f"SELECT * FROM {table} WHERE tenant_id = :tenant AND {column} = :conversation ORDER BY {order}"
        return self._service.rows(statement, {"tenant": self._tenant, "conversation": self._conversation})

    @property
    def conversation(self) -> Row:
        """The conversation itself."""
        (row,) = self._rows("conversation", "id")
        return row

    @property
    def messages(self) -> list[Row]:
        """Its messages in order."""
        return self._rows("message", order="seq")

    @property
    def events(self) -> list[Row]:
        """Its stored events in order."""
        return self._rows("event", order="seq")

    @property
    def turns(self) -> list[Row]:
        """Its turns in order."""
        return self._rows("turn", order="seq")

    @property
    def handoffs(self) -> list[Row]:
        """Its handoffs."""
        return self._rows("handoff")

    @property
    def drafts(self) -> list[Row]:
        """Its drafts."""
        return self._rows("draft")

    @property
    def leases(self) -> list[Row]:
        """Its turns that have not ended."""
        return self._rows("turn_lease", order="seq")

    def audit(self, turn_id: str) -> list[Row]:
        """What the audit says of one turn, in order."""
        return self._service.rows(
            "SELECT * FROM audit_event WHERE tenant_id = :tenant AND turn_id = :turn ORDER BY position",
            {"tenant": self._tenant, "turn": turn_id},
        )
