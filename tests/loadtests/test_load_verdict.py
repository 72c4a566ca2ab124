import math
from pathlib import Path

import pytest

from loadtests.curves import CURVES, people_at
from loadtests.thresholds import DEFAULT, BadThresholdsError, Threshold, judge, read, verdict

SLOW = Threshold("turn_p95_ms", most=500)
BUSY = Threshold("turn_count", least=10)
DESK = Threshold("handoff_to_desk_p95_ms", most=1000, needs="operators")


@pytest.mark.parametrize(
    ("figures", "taking_part", "code"),
    [
        ({"turn_p95_ms": 500, "turn_count": 10, "handoff_to_desk_p95_ms": 1000}, {"operators"}, 0),
        ({"turn_p95_ms": 501, "turn_count": 10, "handoff_to_desk_p95_ms": 10}, {"operators"}, 1),
        ({"turn_p95_ms": 1, "turn_count": 9, "handoff_to_desk_p95_ms": 10}, {"operators"}, 1),
        ({"turn_p95_ms": math.nan, "turn_count": 10, "handoff_to_desk_p95_ms": 10}, {"operators"}, 1),
        ({"turn_count": 10, "handoff_to_desk_p95_ms": 10}, {"operators"}, 1),
        ({"turn_p95_ms": 1, "turn_count": 10}, {"operators"}, 1),
        ({"turn_p95_ms": 1, "turn_count": 10}, {"customers"}, 0),
    ],
    ids=["all kept", "over the most", "under the least", "no number", "not measured", "nobody heard", "nobody there"],
)
def test_one_missed_threshold_fails_the_load(figures: dict[str, float], taking_part: set[str], code: int) -> None:
    """At its limit a figure is kept; what was not measured is missed, unless nobody took part who could be."""
    assert verdict(judge(figures, [SLOW, BUSY, DESK], taking_part)) == code


def test_nothing_judged_is_no_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a threshold nothing was promised, and nothing kept."""
    assert verdict([]) == 1
    capsys.readouterr()


def test_the_table_says_what_was_promised_and_what_came(capsys: pytest.CaptureFixture[str]) -> None:
    """Each figure stands beside its threshold, and the last line sums up."""
    verdict(judge({"turn_p95_ms": 733.3, "turn_count": 12}, [SLOW, BUSY, DESK]))
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[1] == ["turn_p95_ms", "<=", "500", "733.3", "MISSED"]
    assert lines[2] == ["turn_count", ">=", "10", "12", "kept"]
    assert lines[3][-4:] == ["not", "measured", "left", "out"]
    assert lines[4] == ["verdict:", "1", "of", "3", "thresholds", "MISSED"]


def test_the_shipped_thresholds_hold_every_own_measure() -> None:
    """Each measure of the load is held to something."""
    held = {threshold.figure for threshold in read(DEFAULT)}
    assert {
        "requests_failed_share",
        "server_errors_count",
        "time_to_first_piece_p95_ms",
        "whole_reply_p95_ms",
        "time_to_silence_p95_ms",
        "handoff_to_desk_p95_ms",
        "abuse_failed",
    } <= held


@pytest.mark.parametrize(
    "toml",
    ["", "[a]\n", "[a]\nmoist = 1\n", "[a]\nmost = 1\nneed = 'x'\n", "[a]\nmost = 'much'\n", "a = 1\n", "[a\n"],
    ids=["nothing", "neither", "misspelt", "another word", "no number", "no table", "no TOML"],
)
def test_a_wrong_file_judges_nothing(tmp_path: Path, toml: str) -> None:
    """A misspelt threshold is refused by name, rather than never missed."""
    file = tmp_path / "thresholds.toml"
    file.write_text(toml)
    with pytest.raises(BadThresholdsError):
        read(file)
    with pytest.raises(BadThresholdsError):
        read(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("curve", "seconds", "people"),
    [
        ("ramp", 100.0, [50, 50, 50, 50, 50, None]),
        ("steps", 100.0, [10, 20, 30, 40, 50, None]),
        ("spike", 100.0, [10, 10, 50, 10, 10, None]),
        ("soak", None, [50, 50, 50, 50, 50, 50]),
        ("ramp", None, [50] * 6),
    ],
)
def test_shapes(curve: str, seconds: float | None, people: list[int | None]) -> None:
    """Fifty people over a hundred seconds, looked at five times and when the time is up."""
    assert [people_at(curve, elapsed, 50, seconds) for elapsed in (0, 20, 40, 60, 80, 100)] == people


@pytest.mark.parametrize("curve", CURVES)
def test_a_shape_has_somebody_as_long_as_it_lasts(curve: str) -> None:
    """Of one person, a share is one person."""
    assert people_at(curve, 1, 1, 10) == 1
