"""The verdict on a load: figures held to the thresholds of a file, and the table that says so."""

import math
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

ROW: Final = "{:<36}{:>14}{:>14}  {}"
DEFAULT: Final = Path(__file__).with_name("thresholds.toml")


class BadThresholdsError(ValueError):
    """The file can't be used; the message says which line of it."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """The most, the least, or both, that a figure may be. `needs` names who must take part for it to be measured."""

    figure: str
    most: float = math.inf
    least: float = -math.inf
    needs: str = ""

    @classmethod
    def read(cls, figure: str, said: Mapping[str, Any]) -> Self:  # a parsed file holds anything
        """Read one table of the file; raises BadThresholdsError."""
        if not said.keys() & {"most", "least"} or said.keys() - {"most", "least", "needs"}:
            raise BadThresholdsError(f"[{figure}] holds `most` or `least`, and `needs` where it must")
        try:
            most, least = float(said.get("most", math.inf)), float(said.get("least", -math.inf))
        except (TypeError, ValueError):
            raise BadThresholdsError(f"[{figure}] `most` and `least` are numbers") from None
        return cls(figure, most, least, str(said.get("needs", "")))

    @property
    def words(self) -> str:
        """The threshold as the table shows it."""
        sides = [(">=", self.least), ("<=", self.most)]
        return " ".join(f"{sign} {limit:g}" for sign, limit in sides if math.isfinite(limit))


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure beside its threshold; NaN is a figure that was not measured."""

    threshold: Threshold
    value: float
    excused: bool
    """Nobody took part who could have been measured."""

    @property
    def met(self) -> bool:
        """Tell whether the threshold is kept; what was not measured is missed, unless it is excused."""
        return self.excused or self.threshold.least <= self.value <= self.threshold.most

    @property
    def row(self) -> str:
        """One line of the table."""
        value = "not measured" if math.isnan(self.value) else f"{self.value:.5g}"
        result = "left out" if self.excused else "kept" if self.met else "MISSED"
        return ROW.format(self.threshold.figure, self.threshold.words, value, result)


def read(path: Path) -> list[Threshold]:
    """Read a file of thresholds; raises BadThresholdsError, also where there is none or it holds none."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BadThresholdsError(f"{path}: {problem}") from problem
    found = [Threshold.read(name, said if isinstance(said, dict) else {}) for name, said in tables.items()]
    if not found:
        raise BadThresholdsError(f"{path} holds no threshold, so that nothing would be judged")
    return found


def judge(
    figures: Mapping[str, float], thresholds: Sequence[Threshold], taking_part: Collection[str] = ()
) -> list[Judged]:
    """Hold each figure to its threshold; `taking_part` are the groups of people who did."""
    return [
        Judged(
            threshold,
            figures.get(threshold.figure, math.nan),
            excused=bool(threshold.needs) and threshold.needs not in taking_part,
        )
        for threshold in thresholds
    ]


def verdict(judged: Sequence[Judged]) -> int:
    """Print the table; returns the exit status: 1 where a threshold was missed or there was none."""
    print(ROW.format("figure", "threshold", "measured", ""))
    for each in judged:
        print(each.row)
    missed = sum(not each.met for each in judged)
    print(
        f"verdict: {f'{missed} of {len(judged)} thresholds MISSED' if missed else 'every threshold kept'}", flush=True
    )
    return 1 if missed or not judged else 0
