"""A customer's wish for a person: how soon the desk hears of it, and waiting until somebody has helped."""

import time
from typing import Final

from loadtests.measures import AT_DESK, report
from loadtests.users import our_desk
from loadtests.users.chat import EVENTS, Chat
from loadtests.users.greenlets import giving_up_after

AT_DESK_WITHIN: Final = 10.0  # seconds
HELPED_WITHIN: Final = 8.0


def await_person(chat: Chat) -> None:
    """Ask for a person, time when the desk has heard of it, and listen until they have helped. Raises Refused."""
    began = time.monotonic()
    opened = chat.calls.ask("POST", chat.at("handoff"), "/v1/conversations/{id}/handoff", {}, 201)
    if not our_desk.is_looked_at():
        return
    at = our_desk.opened_at(opened["handoff_id"], began, AT_DESK_WITHIN)
    late = None if at else f"not at the desk within {AT_DESK_WITHIN:.0f} s"
    report(chat.calls.environment, AT_DESK, (at or time.monotonic()) - began, late)
    after = {"Last-Event-ID": "0"}
    with (
        giving_up_after(HELPED_WITHIN),
        chat.calls.stream("GET", chat.at("events"), EVENTS, headers=after) as events,
    ):
        next((heard for heard in events if heard.kind in {"handoff.resolved", "handoff.returned"}), None)
