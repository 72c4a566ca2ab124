"""`make bench`: Frontdesk and the yardstick in turn, under the same load, on the same machine.

What counts is the ratio of turns per CPU second of the server, one worker each: the median over rounds of the pairs
measured one after the other, since a shared machine is never the same twice.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Final

from loadtests.bench.processes import BenchFailedError, Candidate, Measured, frontdesk, load, upstream, yardstick

COLUMNS: Final = ("at once", "server", "turns/s", "turns/CPU s", "ratio", "first token p50", "p99 ms", "errors", "idle")
ROW: Final = "{:>7}  {:<10}{:>9}{:>13}{:>8}{:>17}{:>9}{:>8}{:>7}"
Rounds = list[dict[str, Measured]]
"""What was measured in each round, by server."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 where a turn failed or nothing could be measured."""
    options = _options(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="frontdesk-bench-") as folder, ExitStack() as stack:
            return _measure(options, Path(folder), stack)
    except BenchFailedError as problem:
        print(problem, file=sys.stderr)
        return 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10, help="of load, for each server, round and concurrency")
    parser.add_argument("--concurrency", type=int, nargs="+", default=[1, 16, 64], help="turns in flight")
    parser.add_argument("--short", action="store_true", help="a quick sample: 3 rounds of 2 seconds, 16 at once")
    parser.add_argument("--only", choices=["yardstick", "frontdesk"], help="measure one of the two")
    parser.add_argument(
        "--pace", nargs="+", default=[], metavar="knob=value", help="the provider's, as ttft=200 tps=50"
    )
    options = parser.parse_args(arguments)
    if options.short:
        options.rounds, options.seconds, options.concurrency = 3, 2, [16]
    return options


def _measure(options: argparse.Namespace, folder: Path, stack: ExitStack) -> int:
    provider = stack.enter_context(upstream(folder, options.pace))
    servers: dict[str, AbstractContextManager[Candidate]] = {
        "yardstick": yardstick(folder, provider),
        "frontdesk": frontdesk(folder, provider),
    }
    running = [
        stack.enter_context(server) for name, server in servers.items() if options.only is None or options.only == name
    ]
    print(_title(options))
    print(ROW.format(*COLUMNS), flush=True)
    failed: Counter[str] = Counter()
    for concurrency in options.concurrency:
        rounds: Rounds = [
            {server.name: load(server, concurrency, options.seconds) for server in running}
            for _ in range(options.rounds)
        ]
        for server in running:
            print(_row(concurrency, server.name, rounds), flush=True)
            for measured in rounds:
                failed.update({f"{server.name}: {k}": n for k, n in measured[server.name]["error_kinds"].items()})
    for kind, count in failed.items():
        print(f"{count} times {kind}", file=sys.stderr)
    return 1 if failed else 0


def _title(options: argparse.Namespace) -> str:
    pace = " ".join(options.pace) or "all tokens at once"
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {options.rounds} rounds of {options.seconds:g} s, 64 tokens a turn, {pace}; "
        f"one worker, Python {platform.python_version()}, {os.cpu_count()} CPUs; medians"
    )


def _row(concurrency: int, name: str, rounds: Rounds) -> str:
    own = [measured[name] for measured in rounds]
    first_token = [measured["ttft_ms"] for measured in own if measured["ok"]]
    p50, p99 = (
        median(each[point] for each in first_token) if first_token else float("nan") for point in ("p50", "p99")
    )
    return ROW.format(
        concurrency,
        name,
        f"{median(measured['turns_per_s'] for measured in own):.1f}",
        f"{median(map(_per_cpu_second, own)):.1f}",
        _ratio(name, rounds),
        f"{p50:.1f} ms",
        f"{p99:.1f}",
        sum(measured["errors"] for measured in own),
        f"{median(measured['machine']['idle_share'] for measured in own):.0%}",
    )


def _ratio(name: str, rounds: Rounds) -> str:
    pairs = [
        _per_cpu_second(measured[name]) / _per_cpu_second(measured["yardstick"])
        for measured in rounds
        if "yardstick" in measured and _per_cpu_second(measured["yardstick"])
    ]
    return f"{median(pairs):.2f}" if pairs else "-"


def _per_cpu_second(measured: Measured) -> float:
    return float(measured["server"]["turns_per_cpu_s"])


if __name__ == "__main__":
    sys.exit(main())
