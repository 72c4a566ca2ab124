"""A short seeded sample of each measurement on two replicas; promises in milliseconds are left to a quiet machine."""

from collections.abc import Iterator

import pytest

from loadtests import desk_latency, silence, takeover
from loadtests.figures import Lag, verdict
from loadtests.fleet import Fleet, fleet

pytestmark = pytest.mark.timeout(180)  # two servers and two replicas start first


@pytest.fixture(scope="module")
def pair() -> Iterator[Fleet]:
    """Two replicas on a Redis and a PostgreSQL of their own."""
    with fleet(2) as running:
        yield running


async def test_flips(pair: Fleet) -> None:
    """Everyone is being answered at each flip; then no model is asked, nobody reads on, and no message is lost."""
    lag = Lag()
    flips = await silence.measure(pair, silence.Plan(streams=6, flips=2, without_redis=1), lag)
    assert [flip.redis for flip in flips] == ["there", "there", "frozen"]
    assert [flip.speaking for flip in flips[:2]] == [6, 6]
    assert [len(flip.applied) for flip in flips] == [2, 2, 2]
    assert [(flip.calls, flip.failed) for flip in flips] == [(0, ())] * 3
    assert max(flip.last_word for flip in flips) < 1000
    assert any(name == "Redis frozen: PUT" for name, _ in silence.beside(flips, lag))


async def test_races(pair: Fleet) -> None:
    """Claims and take-overs break nothing, and of a hundred simultaneous claims one wins."""
    races, contests = await takeover.measure(pair, takeover.Plan(races=12, at_once=6, contests=1))
    assert [race.number for race in races] == list(range(12))
    assert {race.kind for race in races} == {"claim", "take-over"}
    assert [race.broken for race in races] == [()] * 12
    assert verdict("a sample", takeover.goals(races, contests), takeover.beside(races, contests)) == 0


async def test_conversations(pair: Fleet) -> None:
    """Each handoff and message comes to the other side's replica, and is timed."""
    lag = Lag()
    figures = await desk_latency.measure(pair, desk_latency.Plan(desks=2, messages=2, pause=0.1), lag)
    assert [len(each) for each in (figures.handoff, figures.to_operator, figures.to_customer)] == [2, 4, 4]
    assert max(figures.handoff + figures.to_operator + figures.to_customer) < 5000
    assert desk_latency.beside(figures, lag)
