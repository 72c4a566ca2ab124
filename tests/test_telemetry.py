"""Telemetry: how turns ended and how long they took, in labels whose number is bounded."""

from app.domain.handoff import Reason
from app.domain.turn import Ended, Outcome
from app.telemetry import Metrics


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
