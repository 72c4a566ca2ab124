"""A figure of the safety stages: how many of how many, how sure that is, and the goal it is held to."""

import math
from dataclasses import dataclass

Z = 1.959964  # 95 %


@dataclass(frozen=True, slots=True)
class Figure:
    """`hits` of `of`; `least` or `most` is the goal as a share of 1."""

    subject: str
    name: str
    hits: int
    of: int
    least: float | None = None
    most: float | None = None

    @property
    def share(self) -> float:
        """The figure itself; NaN where nothing was looked at."""
        return self.hits / self.of if self.of else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95 %."""
        if not self.of:
            return math.nan, math.nan
        share, of = self.share, self.of
        middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of)
        reach = Z / (1 + Z * Z / of) * math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
        return max(0.0, middle - reach), min(1.0, middle + reach)

    @property
    def met(self) -> bool:
        """Tell whether the goal is reached; what was not measured is not."""
        return (self.least is None or self.share >= self.least) and (self.most is None or self.share <= self.most)

    @property
    def goal(self) -> str:
        """The goal as a reader writes it."""
        return (
            f"≥ {self.least:.3g}" if self.least is not None else f"≤ {self.most:.3g}" if self.most is not None else "-"
        )
