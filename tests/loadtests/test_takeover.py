from collections import Counter

import pytest

from loadtests.figures import verdict
from loadtests.streams import Heard
from loadtests.takeover import goals
from loadtests.takeover_race import Race, judged

TAKEN = ("turn.ended", "22.5", {"outcome": "handed_off", "reason": "taken_over"})
WITHDRAWN = [
    ("message.accepted", "20", {}),
    ("reply.started", "20.1", {}),
    ("reply.delta", "20.2", {}),
    ("reply.withdrawn", "21.2", {}),
    TAKEN,
    ("handoff.claimed", "23", {"handoff_id": "h"}),
]
Told = list[tuple[str, str, dict[str, str]]]


def _heard(told: Told) -> list[Heard]:
    return [Heard(0.0, kind, cursor, data) for kind, cursor, data in told]


def _judged(told: Told, own: Told | None = None, status: int = 200, author: str = "operator") -> list[str]:
    turn = told[: next(place for place, each in enumerate(told) if each[0] == "turn.ended") + 1]
    return judged(status, _heard(told), _heard(turn if own is None else own), [{"author": author}])


def test_a_race_that_keeps_every_promise_is_fine() -> None:
    """Withdrawn, ended, claimed, and a person's word after it."""
    assert _judged(WITHDRAWN) == []


def test_a_turn_that_was_handed_over_before_is_fine() -> None:
    """A slow machine meets deadlines of the model or the budget: that is no promise of the claim."""
    before = ("turn.ended", "21", {"outcome": "handed_off", "reason": "over_budget"})
    assert _judged([WITHDRAWN[0], before, WITHDRAWN[5]]) == []


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (_judged([*WITHDRAWN, ("reply.delta", "23.1", {})]), "came after handoff.claimed"),
        (_judged([*WITHDRAWN, ("reply.withdrawn", "24", {})]), "came after handoff.claimed"),
        (_judged(WITHDRAWN, author="assistant"), "higher number"),
        (_judged(WITHDRAWN[:-1]), "not sent"),
        (_judged(WITHDRAWN, status=503), "503"),
        (_judged([*WITHDRAWN[:3], *WITHDRAWN[4:]]), "neither completed nor withdrawn"),
        (_judged([*WITHDRAWN[:3], ("reply.completed", "21", {}), *WITHDRAWN[3:]]), "completed and withdrawn"),
        (_judged([*WITHDRAWN[:4], WITHDRAWN[5], TAKEN]), "not ended"),
        (
            _judged([*WITHDRAWN[:4], ("turn.ended", "22", {"outcome": "answered"}), WITHDRAWN[5]]),
            "reply withdrawn, the turn ended",
        ),
        (_judged(WITHDRAWN, own=[*WITHDRAWN[:5], ("handoff.claimed", "23", {})]), "did not end with"),
        (_judged(WITHDRAWN, own=[*WITHDRAWN[:4], ("reply.delta", "23.1", {}), TAKEN]), "after the claim"),
    ],
)
def test_every_broken_promise_is_named(broken: list[str], said: str) -> None:
    """A late word, a stored one, a claim that was not told, a turn without its end: each makes a race broken."""
    assert any(said in each for each in broken)


def test_the_verdict_fails_where_a_race_is_broken_or_two_win() -> None:
    """One broken race in many, a contest with two winners, or no race at all: exit 1."""
    fine = Race(0, "claim", "withdrawn", 20.0, 0.0, ())
    broken = Race(1, "claim", "withdrawn", 20.0, 30.0, ("a late word",))
    one, two = Counter({200: 1, 409: 99}), Counter({200: 2, 409: 98})
    assert verdict("fine", goals([fine], [one])) == 0
    assert verdict("a late word", goals([fine, broken], [one])) == 1
    assert verdict("two winners", goals([fine], [one, two])) == 1
    assert verdict("nobody raced", goals([], [one])) == 1
