"""`make safety`: what the safety stages reach on messages that no rule and no model was made from."""

import sys
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from tests.safety import cost, injection, moderation, names, secrets, structured
from tests.safety.figures import Figure

ROW: Final = "{:<18}{:<58}{:>13}{:>9}{:>17}{:>9}  {}"
COST: Final = "{:<18}{:<84}{:>13}{:>9}  {}"
SUBJECTS: Final[Mapping[str, Callable[[], Iterable[Figure]]]] = MappingProxyType(
    {
        "structured": structured.measure,
        "names": names.measure,
        "secrets": secrets.measure,
        "injection": injection.measure,
        "moderation": moderation.measure,
    }
)


def main() -> int:
    """Print the table; the exit status is 1 where a goal is missed."""
    sys.stdout.write(ROW.format("", "", "of", "share", "95 %", "goal", "") + "\n")
    missed = 0
    for measure in SUBJECTS.values():
        for figure in measure():
            low, high = figure.interval
            missed += not figure.met
            line = ROW.format(
                figure.subject,
                figure.name,
                f"{figure.hits}/{figure.of}",
                f"{figure.share:.3f}",
                f"{low:.3f}-{high:.3f}",
                figure.goal,
                "" if figure.met else "MISSED",
            )
            sys.stdout.write(line.rstrip() + "\n")
            sys.stdout.flush()
    for goal in cost.measure():
        missed += not goal.met
        line = COST.format(
            "cost", goal.name, f"{goal.value:.1f} {goal.unit}", f"≤ {goal.most:g}", "" if goal.met else "MISSED"
        )
        sys.stdout.write(line.rstrip() + "\n")
        sys.stdout.flush()
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
