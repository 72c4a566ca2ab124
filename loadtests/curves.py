"""Shapes of a load as plain curves: how many people there are at a moment of a run."""

from typing import Final

CURVES: Final = ("ramp", "steps", "spike", "soak")
LASTS: Final = {"steps": 120.0, "spike": 120.0, "soak": 600.0}
"""Seconds that a curve takes where nobody says how long; a ramp stays up until it is ended."""
STEPS: Final = 5
CALM: Final = 0.2  # of the people, before and after a spike
SPIKE: Final = (0.4, 0.6)  # of the run


def people_at(curve: str, elapsed: float, people: int, seconds: float | None) -> int | None:
    """Return how many people there are so many seconds after the start, at least one; None once it is over."""
    lasts = seconds or LASTS.get(curve)
    if lasts is None:
        return people
    if elapsed >= lasts:
        return None
    return max(round(people * _share(curve, elapsed / lasts)), 1)


def _share(curve: str, way: float) -> float:
    """How large a part of the people is there, `way` being how much of the run is over."""
    if curve == "steps":
        return (int(way * STEPS) + 1) / STEPS
    if curve == "spike":
        return 1.0 if SPIKE[0] <= way < SPIKE[1] else CALM
    return 1.0
