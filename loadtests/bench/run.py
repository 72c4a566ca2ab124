"""`make bench`: Frontdesk and the yardstick in turn, under the same load, on the same machine.

What counts is the ratio, one worker each: the median over rounds of the pairs measured one after the other, since a
shared machine is never the same twice.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from loadtests.bench import fleet_rows, growth_rows, memory_rows, turn_rows
from loadtests.bench.processes import BenchFailedError
from loadtests.bench.rows import COLUMNS, LINE, Bench, Effort, Figure, Row

ROWS: Final[dict[str, Row]] = {**turn_rows.ROWS, **memory_rows.ROWS, **growth_rows.ROWS, **fleet_rows.ROWS}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 where a goal was missed or nothing could be measured."""
    options = _options(arguments)
    effort = Effort(options.rounds, options.seconds, options.scale)
    print(_title(effort))
    print(LINE.format(*COLUMNS), flush=True)
    figures: list[Figure] = []
    for name in options.rows:
        try:
            found = _measure(ROWS[name], effort)
        except BenchFailedError as problem:
            print(problem, file=sys.stderr)
            return 1
        for figure in found:
            print(figure.line(), flush=True)
        figures += found
    missed = sum(not figure.met for figure in figures)
    print(f"{len(figures) - missed} of {len(figures)} goals met")
    return 1 if missed else 0


def _measure(row: Row, effort: Effort) -> list[Figure]:
    """Run a row with processes of its own, all gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder, ExitStack() as stack:
        return row(Bench(Path(folder), stack, effort))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rows", nargs="+", choices=ROWS, default=list(ROWS), help="what to measure; all by default")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4, help="of load, for each server and round")
    parser.add_argument("--scale", type=float, default=1, help="of the large counts; 0.1 is a look")
    return parser.parse_args(arguments)


def _title(effort: Effort) -> str:
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {effort.rounds} rounds of {effort.seconds:g} s, 64 tokens a turn; "
        f"one worker, Python {platform.python_version()}, {os.cpu_count()} CPUs; medians"
    )


if __name__ == "__main__":
    sys.exit(main())
