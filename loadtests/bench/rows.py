"""The rows of the benchmark's table: what each is held to, and how its figure is written."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from loadtests.bench.processes import Candidate, Measured, frontdesk, load, upstream, yardstick

LINE: Final = "{:<58}{:>10}{:>12}{:>12}{:>8}  {}"
COLUMNS: Final = ("", "goal", "yardstick", "frontdesk", "idle", "")


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: rounds, seconds of load in each, and the share of the large counts (1: all of them)."""

    rounds: int
    seconds: float
    scale: float = 1.0

    def of(self, count: int) -> int:
        """Scale a count down, to ten at least."""
        return max(10, round(count * self.scale))


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `value` is held to `goal`: at least it, or at most it."""

    name: str
    value: float
    goal: float
    unit: str
    at_least: bool = False
    yardstick: str = "-"
    own: str = "-"
    idle: float = 0.0

    @property
    def met(self) -> bool:
        """Tell whether the goal is reached; NaN never is."""
        return self.value >= self.goal if self.at_least else self.value <= self.goal

    def line(self) -> str:
        """Write the line."""
        goal = f"{'>=' if self.at_least else '<='} {self.goal:g}{self.unit}"
        verdict = f"{self.value:.2f}{self.unit} {'met' if self.met else 'MISSED'}"
        return LINE.format(self.name, goal, self.yardstick, self.own, f"{self.idle:.0%}", verdict)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a row runs: a folder for its processes, what ends them, and how much is to be measured."""

    folder: Path
    stack: ExitStack
    effort: Effort

    def pair(self, *knobs: str) -> tuple[Candidate, Candidate]:
        """Start a provider of a pace, and the yardstick and Frontdesk in front of it."""
        provider = self.stack.enter_context(upstream(self.folder, knobs))
        return (
            self.stack.enter_context(yardstick(self.folder, provider)),
            self.stack.enter_context(frontdesk(self.folder, provider)),
        )

    def own(self, prepare: Callable[[Path], None]) -> Candidate:
        """Start a provider that answers at once and Frontdesk alone, whose folder of settings `prepare` may change."""
        provider = self.stack.enter_context(upstream(self.folder, ()))
        return self.stack.enter_context(frontdesk(self.folder, provider, prepare))

    def rounds(self, pair: Sequence[Candidate], concurrency: int) -> list[tuple[Measured, ...]]:
        """Load one after the other, round by round: a shared machine is never the same twice."""
        return [
            tuple(load(server, concurrency, self.effort.seconds) for server in pair) for _ in range(self.effort.rounds)
        ]


Row = Callable[[Bench], list[Figure]]


def per_cpu_second(measured: Measured) -> float:
    """Turns per CPU second of the server."""
    return float(measured["server"]["turns_per_cpu_s"])


def idle_of(rounds: Sequence[Sequence[Measured]]) -> float:
    """The machine's idle share while it was measured."""
    return median(float(measured["machine"]["idle_share"]) for pair in rounds for measured in pair)


def errors_of(rounds: Sequence[Sequence[Measured]], server: int) -> int:
    """Turns of a server that failed."""
    return sum(int(pair[server]["errors"]) for pair in rounds)
