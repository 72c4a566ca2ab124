"""Telemetry: how turns ended and how long they took, in labels whose number is bounded."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from app.domain.handoff import Reason
from app.domain.turn import Ended, Outcome
from app.telemetry import Metrics, set_up_logs


@pytest.fixture
def _logs_as_they_were() -> Iterator[None]:
    """Takes back what a test sets up."""
    root, server = logging.getLogger(), logging.getLogger("uvicorn.error")
    before = (list(root.handlers), root.level, list(server.handlers), server.propagate)
    yield
    root.handlers, root.level, server.handlers, server.propagate = before
    structlog.reset_defaults()


@pytest.mark.usefixtures("_logs_as_they_were")
def test_the_server_speaks_as_the_service_does(capsys: pytest.CaptureFixture[str]) -> None:
    """One line of JSON; of an error its kind and place, never its words; of what strangers send, nothing."""
    set_up_logs("json")
    server = logging.getLogger("uvicorn.error")
    try:
        int("a customer's words")
    except ValueError as error:
        server.error("Exception in ASGI application\n", exc_info=error)
    server.warning("Invalid HTTP request received.")
    server.warning("Something of the server's own: %d", 5)
    failed, other = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert (failed["event"], failed["level"], failed["error"]) == (
        "Exception in ASGI application",
        "error",
        "ValueError",
    )
    assert failed["at"][0].startswith("test_telemetry.py:")
    assert "customer" not in json.dumps(failed)
    assert (other["event"], other["level"]) == ("Something of the server's own: 5", "warning")


def test_turns_are_counted_by_how_they_ended() -> None:
    """Tenant, outcome and reason; a turn that went elsewhere is not counted here."""
    metrics = Metrics()
    metrics.turn_ended("harbor", Ended(Outcome.ANSWERED))
    metrics.turn_ended("harbor", Ended(Outcome.HANDED_OFF, Reason.OVER_BUDGET))
    metrics.turn_ended("harbor", Ended(Outcome.HANDED_OFF, Reason.OVER_BUDGET))
    metrics.turn_ended("harbor", None)
    shown = metrics.text().decode()
    assert 'frontdesk_turns_total{outcome="answered",reason="",tenant="harbor"} 1.0' in shown
    assert 'frontdesk_turns_total{outcome="handed_off",reason="over_budget",tenant="harbor"} 2.0' in shown


def test_two_processes_of_one_test_do_not_share() -> None:
    """Every instance has a registry of its own."""
    one, other = Metrics(), Metrics()
    one.now(1)
    assert "frontdesk_turns_running 1.0" in one.text().decode()
    assert "frontdesk_turns_running 0.0" in other.text().decode()


def test_waits_and_alerts_are_observed() -> None:
    """By tenant, and by kind."""
    metrics = Metrics()
    metrics.first_piece("harbor", 0.3)
    metrics.alert("openai")
    shown = metrics.text().decode()
    assert 'frontdesk_first_piece_seconds_bucket{le="0.5",tenant="harbor"} 1.0' in shown
    assert 'frontdesk_first_piece_seconds_bucket{le="0.25",tenant="harbor"} 0.0' in shown
    assert 'frontdesk_alerts_total{kind="openai"} 1.0' in shown
