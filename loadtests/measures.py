"""What a load is held to beside plain requests, reported to Locust as requests of a kind of their own."""

from typing import Final

from locust.env import Environment

MEASURE: Final = "MEASURE"
"""Stands where requests have their method."""
FIRST_PIECE: Final = "time to first piece"
WHOLE_REPLY: Final = "whole reply"
TURN: Final = "turn"
SILENCE: Final = "time to silence"
AFTER_SWITCH: Final = "words after switch"
AT_DESK: Final = "handoff to desk"
RESUMED: Final = "stream resumed"
ABUSE: Final = "abuse"
MESSAGES: Final = "/v1/conversations/{id}/messages"
"""The request that may take as long as a turn does."""
SERVER_ERRORS: Final = "server errors"
ASKED_TO_WAIT: Final = "asked to wait"
ASKED_TO_WAIT_AT_DOOR: Final = "asked to wait at the door"
"""Before a session: sessions are limited by address, and all people of a load come from one."""


class Missed(Exception):
    """Something that was promised did not happen; the message says what."""


def report(environment: Environment, name: str, seconds: float, problem: str | None = None) -> None:
    """Tell Locust of one measurement; `problem` makes it a failure."""
    environment.events.request.fire(  # type: ignore[no-untyped-call]  # Locust's hooks have no types
        request_type=MEASURE,
        name=name,
        response_time=seconds * 1000,
        response_length=0,
        exception=Missed(problem) if problem else None,
        context={},
    )
