from datetime import UTC, datetime, timedelta

from app.domain.handoff import HandoffState
from app.web.console.queue import Entry

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def _entry(name: str, state: HandoffState, minutes: int, *, overdue: bool = False, mine: bool = False) -> Entry:
    opened_at = NOON + timedelta(minutes=minutes)
    return Entry(name, name, "harbor", "support", state, "", opened_at, overdue=overdue, mine=mine, holder=None)


def test_the_order_of_the_queue() -> None:
    """Who waits too long comes first, then who waits, what I hold, what others hold, what has ended; oldest first."""
    entries = [
        _entry("resolved", HandoffState.RESOLVED, 0),
        _entry("theirs", HandoffState.CLAIMED, 1),
        _entry("mine", HandoffState.CLAIMED, 2, mine=True),
        _entry("newer", HandoffState.WAITING, 4),
        _entry("waiting", HandoffState.WAITING, 3),
        _entry("overdue", HandoffState.WAITING, 5, overdue=True),
    ]
    ordered = [entry.id for entry in sorted(entries, key=lambda entry: entry.rank)]
    assert ordered == ["overdue", "waiting", "newer", "mine", "theirs", "resolved"]
