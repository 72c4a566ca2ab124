import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from loadtests.bench.processes import ROOT
from loadtests.load import REPORT

ENDS_WITHIN = 170  # seconds; two servers and the service start first
NAMED = ("time to first piece", "whole reply", "time to silence", "handoff to desk", "abuse")

pytestmark = pytest.mark.timeout(180)


def run(*words: str | Path) -> Iterator[subprocess.CompletedProcess[str]]:
    """Run a program of the load tests outside this process, which Locust would change; ended with what it started."""
    command = [sys.executable, "-m", *map(str, words)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        told, _ = process.communicate(timeout=ENDS_WITHIN)
        yield subprocess.CompletedProcess(command, process.returncode, told)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)


@pytest.fixture(scope="module")
def short_load() -> Iterator[str]:
    """What `make load` prints of a short load whose verdict is held to a figure that can't be and to one that is."""
    yield from (done.stdout for done in run("loadtests.load", "--seconds", "8", "--users", "6"))


def test_a_short_load_keeps_every_threshold_that_is_not_a_time(short_load: str) -> None:
    """Everyone took part, nothing failed, nothing hostile was let in; milliseconds are left to a quiet machine."""
    rows = [line.split() for line in short_load.splitlines() if line.endswith(("kept", "MISSED"))]
    verdict = {name: result for name, *_, result in rows if name != "verdict:"}  # that one counts all of them
    assert verdict, short_load
    missed = [name for name, result in verdict.items() if result == "MISSED" and not name.endswith("_ms")]
    assert not missed, short_load
    assert all(name in short_load for name in NAMED), short_load


def test_a_load_leaves_its_report(short_load: str) -> None:
    """A page to look at, and rows for a program."""
    assert "<html" in (REPORT / "load.html").read_text()
    rows = (REPORT / "load_stats.csv").read_text()
    assert rows.startswith("Type,Name,Request Count")
    assert "MEASURE,time to first piece" in rows


def locust(tmp_path: Path, thresholds: str, *more: str) -> subprocess.CompletedProcess[str]:
    """Run one second of abuse against nothing, under these thresholds."""
    file = tmp_path / "thresholds.toml"
    file.write_text(thresholds)
    words: Sequence[str] = ["--headless", "--host", "http://127.0.0.1:9", "--users", "1", "--run-time", "1s", *more]
    return next(run("locust", "-f", "loadtests/locustfile.py", *words, "--thresholds", file, "Abuser"))


def test_locust_itself_fails_where_a_threshold_is_missed(tmp_path: Path) -> None:
    """Exit 1, and the table says which; what was not measured is missed."""
    done = locust(tmp_path, "[turn_count]\nleast = 1\n[server_errors_count]\nmost = 0\n")
    assert done.returncode == 1, done.stdout
    assert "MISSED" in done.stdout
    assert "1 of 2 thresholds MISSED" in done.stdout


def test_locust_itself_passes_where_none_is(tmp_path: Path) -> None:
    """Exit 0 although every connection was refused: the thresholds alone decide. Who lacks a key is left out aloud."""
    done = locust(tmp_path, "[server_errors_count]\nmost = 0\n[turn_count]\nleast = 1\nneeds = 'operators'\n")
    assert done.returncode == 0, done.stdout
    assert "every threshold kept" in done.stdout
    assert "left out" in done.stdout


def test_the_verdict_is_the_same_over_workers(tmp_path: Path) -> None:
    """The master judges what its workers saw."""
    done = locust(tmp_path, "[requests_count]\nmost = 0\n", "--processes", "2")
    assert done.returncode == 1, done.stdout
    assert "1 of 1 thresholds MISSED" in done.stdout


def test_thresholds_that_can_t_be_read_end_the_run_before_it_begins(tmp_path: Path) -> None:
    """Not when the load is over."""
    done = locust(tmp_path, "[turn_count]\nmoist = 1\n")
    assert done.returncode == 1, done.stdout
    assert "turn_count" in done.stdout
    assert "POST" not in done.stdout
