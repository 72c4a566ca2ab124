from dataclasses import dataclass

import pytest

from app.adapters.breaker import Breaker, BreakerState


@dataclass
class Clock:
    """Seconds that pass when a test says so."""

    now: float = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """The breaker's clock."""
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    """A breaker that has not seen a call."""
    return Breaker(clock)


def calls(breaker: Breaker, *, well: int = 0, badly: int = 0) -> None:
    """So many calls that went well, then so many that did not."""
    for _ in range(well):
        assert breaker.allow()
        breaker.succeeded()
    for _ in range(badly):
        assert breaker.allow()
        breaker.failed()


def test_lets_everything_through_at_first(breaker: Breaker) -> None:
    """Nothing is known of a model that nobody has called."""
    assert breaker.allow()
    assert breaker.state is BreakerState.CLOSED


@pytest.mark.parametrize(
    ("well", "badly", "state"), [(5, 5, "open"), (6, 5, "closed"), (0, 9, "closed"), (0, 10, "open")]
)
def test_opens_at_half_of_ten(breaker: Breaker, well: int, badly: int, state: str) -> None:
    """Half or more of ten or more calls open it, and nothing less."""
    calls(breaker, well=well, badly=badly)
    assert breaker.state == state
    assert breaker.allow() is (state == "closed")


def test_forgets_what_is_ten_seconds_old(breaker: Breaker, clock: Clock) -> None:
    """Failures that lie further back than the window do not count."""
    calls(breaker, badly=9)
    clock.now += 10
    calls(breaker, badly=9)
    assert breaker.allow()
    breaker.failed()
    assert not breaker.allow()


def test_lets_one_probe_through_after_the_pause(breaker: Breaker, clock: Clock) -> None:
    """Five seconds nothing, then one call, and no second beside it."""
    calls(breaker, badly=10)
    clock.now += 4.9
    assert not breaker.allow()
    clock.now += 0.1
    assert breaker.state is BreakerState.HALF_OPEN
    assert breaker.allow()
    assert not breaker.allow()
    assert breaker.state is BreakerState.HALF_OPEN


def test_closes_when_the_probe_goes_well(breaker: Breaker, clock: Clock) -> None:
    """After a good probe it starts afresh: the failures from before are forgiven."""
    calls(breaker, badly=10)
    clock.now += 5
    calls(breaker, well=1)
    assert breaker.state is BreakerState.CLOSED
    calls(breaker, badly=5)
    assert breaker.state is BreakerState.CLOSED


def test_stays_open_when_the_probe_fails(breaker: Breaker, clock: Clock) -> None:
    """Another pause, another probe."""
    calls(breaker, badly=10)
    clock.now += 5
    calls(breaker, badly=1)
    assert breaker.state is BreakerState.OPEN
    clock.now += 4.9
    assert not breaker.allow()
    clock.now += 0.1
    assert breaker.allow()


def test_a_cancelled_probe_does_not_wedge_it(breaker: Breaker, clock: Clock) -> None:
    """A probe of which nobody heard again holds up the next one for one pause only."""
    calls(breaker, badly=10)
    clock.now += 5
    assert breaker.allow()
    clock.now += 5
    assert breaker.allow()
    breaker.succeeded()
    assert breaker.state is BreakerState.CLOSED


def test_calls_from_before_do_not_close_it(breaker: Breaker) -> None:
    """An answer that began before the outage says nothing of now."""
    for _ in range(3):
        assert breaker.allow()
    calls(breaker, badly=10)
    breaker.succeeded()
    breaker.failed()
    assert breaker.state is BreakerState.OPEN
    assert not breaker.allow()
