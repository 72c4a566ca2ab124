"""The kill switch: what is a scope, which mode wins, and when a switch is over."""

from datetime import UTC, datetime, timedelta

import pytest

from app.domain.kill_switch import Switch, SwitchMode, is_scope, scopes_of, strongest

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CONVERSATION = "01a1fcc0-4b6a-7cd1-9f6e-0123456789ab"


@pytest.mark.parametrize(
    "text",
    [
        "service",
        "tenant:harbor",
        "workflow:harbor/support",
        "workflow:harbor/after_sales-2",
        f"conversation:{CONVERSATION}",
        "model:gpt-5-mini",
        "model:meta/llama-4:free",
        "tool:orders.lookup",
    ],
)
def test_scopes(text: str) -> None:
    """Each kind of object that can be stopped."""
    assert is_scope(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Service",
        "service ",
        "service\n",
        "tenant:",
        "tenant:h",
        "tenant:Harbor",
        "tenant:_service",
        "tenant:" + "a" * 41,
        "workflow:harbor",
        "workflow:harbor/",
        "workflow:harbor/a/b",
        "conversation:1",
        f"conversation:{CONVERSATION}0",
        "model:",
        "model:a b",
        "model:a?b",
        "tool:a/b",
        "planet:earth",
    ],
)
def test_no_scopes(text: str) -> None:
    """Anything else is refused before it is stored."""
    assert not is_scope(text)


def test_a_turn_has_four() -> None:
    """All of them have the form of one."""
    scopes = scopes_of("harbor", "support", CONVERSATION)
    assert scopes == ("service", "tenant:harbor", "workflow:harbor/support", f"conversation:{CONVERSATION}")
    assert all(map(is_scope, scopes))


def test_closed_is_the_strongest() -> None:
    """In whatever order they come."""
    handoff, closed = SwitchMode.HANDOFF, SwitchMode.CLOSED
    assert strongest([]) is None
    assert strongest([handoff, handoff]) is handoff
    assert strongest([handoff, closed]) is strongest([closed, handoff]) is closed


@pytest.mark.parametrize(
    ("on", "expires", "active"),
    [(True, None, True), (True, 1, True), (True, 0, False), (True, -1, False), (False, None, False), (False, 1, False)],
)
def test_a_switch_ends_at_its_moment(on: bool, expires: int | None, active: bool) -> None:  # noqa: FBT001  # columns
    """To the second, and without an end never by itself."""
    ends = None if expires is None else NOON + timedelta(seconds=expires)
    switch = Switch("service", on, SwitchMode.HANDOFF, "maintenance", "op", NOON, ends, 1)
    assert switch.active(NOON) is active
