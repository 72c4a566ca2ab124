from dataclasses import replace

import pytest

from loadtests.figures import verdict
from loadtests.silence import goals, main
from loadtests.silence_round import Flip

FINE = Flip("service", "there", 30.0, (20.0, 25.0), 2, (0.0, 40.0), 60.0, 0, (), 0)


@pytest.mark.parametrize(
    ("flips", "code"),
    [
        ([FINE] * 100, 0),
        ([], 1),
        ([replace(FINE, last_words=(0.0, 51.0))] * 51 + [FINE] * 49, 1),
        ([replace(FINE, last_words=(201.0,))] * 2 + [FINE] * 98, 1),
        ([replace(FINE, last_words=(501.0,))] + [FINE] * 99, 1),
        ([replace(FINE, last_words=(499.0,))] + [FINE] * 99, 0),
        ([*[FINE] * 99, replace(FINE, redis="frozen", last_words=(999.0,))], 0),
        ([*[FINE] * 99, replace(FINE, redis="killed", last_words=(1001.0,))], 1),
        ([*[FINE] * 99, replace(FINE, calls=1)], 1),
        ([*[FINE] * 99, replace(FINE, failed=("503",))], 1),
    ],
    ids=["fine", "none", "p50", "p99", "longest", "one slow", "no Redis", "slow without", "a call", "a failure"],
)
def test_the_verdict_fails_where_one_goal_is_missed(flips: list[Flip], code: int) -> None:
    """A median, a 99th percentile or a single flip above its goal, a model call, a lost message: exit 1."""
    assert verdict("made up", goals(flips)) == code


def test_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` names what may be chosen."""
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "--streams" in capsys.readouterr().out
