"""Rows on the cost of a turn: all tokens at once, at a real pace, and the time that is added to the first token."""

from collections.abc import Sequence
from statistics import median
from typing import Final

from loadtests.bench.processes import Candidate, Measured
from loadtests.bench.rows import Bench, Figure, Row, errors_of, idle_of, per_cpu_second

PACE: Final = ("ttft=200", "tps=50")
MANY: Final = 256
KEPT_OF_16: Final = 0.7


def _ratio(name: str, goal: float, rounds: Sequence[tuple[Measured, ...]]) -> Figure:
    """Turns per CPU second, beside the yardstick's in the same round."""
    pairs = [(per_cpu_second(theirs), per_cpu_second(own)) for theirs, own in rounds]
    return Figure(
        name,
        median(own / theirs if theirs else float("nan") for theirs, own in pairs),
        goal,
        " x",
        at_least=True,
        yardstick=f"{median(theirs for theirs, _ in pairs):.1f}/s",
        own=f"{median(own for _, own in pairs):.1f}/s",
        idle=idle_of(rounds),
    )


def _failed(name: str, rounds: Sequence[tuple[Measured, ...]]) -> Figure:
    theirs, own = (errors_of(rounds, server) for server in (0, 1))
    return Figure(name, own, 0, "", yardstick=str(theirs), own=str(own), idle=idle_of(rounds))


def at_once(bench: Bench) -> list[Figure]:
    """All 64 tokens at once: 1, 16 and 64 turns at a time, and 256 beside the own rate at 16."""
    pair = bench.pair()
    rounds = {concurrency: bench.rounds(pair, concurrency) for concurrency in (1, 16, 64, MANY)}
    figures = [
        _ratio(f"turns per CPU second, {concurrency} at a time", 7, rounds[concurrency]) for concurrency in (1, 16, 64)
    ]
    kept = [
        per_cpu_second(many[1]) / (per_cpu_second(some[1]) or float("nan"))
        for some, many in zip(rounds[16], rounds[MANY], strict=True)
    ]
    own = f"{median(per_cpu_second(many[1]) for many in rounds[MANY]):.1f}/s"
    figures.append(
        Figure(
            f"{MANY} at a time, beside the own rate at 16",
            median(kept),
            KEPT_OF_16,
            " x",
            at_least=True,
            own=own,
            idle=idle_of(rounds[MANY]),
        )
    )
    return [*figures, _failed(f"{MANY} at a time, errors", rounds[MANY])]


def paced(bench: Bench) -> list[Figure]:
    """A real pace: the first token after 200 ms, then 50 a second."""
    rounds = bench.rounds(bench.pair(*PACE), 16)
    return [
        _ratio("turns per CPU second, 16 at a time at 200 ms + 50 tokens/s", 2.5, rounds),
        _failed("at that pace, errors", rounds),
    ]


def first_token(bench: Bench) -> list[Figure]:
    """Time to the first token, one turn at a time, of a provider that needs none itself."""

    def wait(measured: Measured) -> float:
        return float(measured["ttft_ms"]["p50"]) if measured["ok"] else float("nan")

    pair: tuple[Candidate, Candidate] = bench.pair()
    rounds = bench.rounds(pair, 1)
    theirs, own = (median(wait(measured[server]) for measured in rounds) for server in (0, 1))
    ratio = median(wait(measured[1]) / wait(measured[0]) for measured in rounds)
    return [
        Figure(
            "added time to the first token, one at a time",
            ratio,
            0.6,
            " x",
            yardstick=f"{theirs:.1f} ms",
            own=f"{own:.1f} ms",
            idle=idle_of(rounds),
        )
    ]


ROWS: Final[dict[str, Row]] = {"at_once": at_once, "paced": paced, "first_token": first_token}
