"""Charts as plain SVG shapes: stacked bars, drawn by the server, with no script and no style of their own."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 720
HEIGHT = 160
GAP = 0.25
"""The share of a bar's place that stays free."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of one bar, in the units of the drawing; `series` counts from 0."""

    series: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of `WIDTH` by `HEIGHT`; `top` is the value that the full height stands for."""

    segments: list[Segment]
    top: int
    width: int = WIDTH
    height: int = HEIGHT


def stacked(columns: Sequence[Sequence[int]]) -> Chart:
    """Draw one bar for each column, its values on top of each other, the first one lowest."""
    top = rounded_up(max((sum(column) for column in columns), default=0))
    place = WIDTH / max(len(columns), 1)
    segments: list[Segment] = []
    for number, column in enumerate(columns):
        y = float(HEIGHT)
        for series, value in enumerate(column):
            if not value:
                continue
            height = value / top * HEIGHT
            y -= height
            x = number * place + place * GAP / 2
            segments.append(Segment(series, round(x, 1), round(y, 1), round(place * (1 - GAP), 1), round(height, 1)))
    return Chart(segments, top)


def rounded_up(value: int) -> int:
    """Return the next round number, 4 at least: 1, 2 or 5 times a power of ten."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor >= max(value, 4):
                return step * factor
        step *= 10
