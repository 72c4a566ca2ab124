"""What a service holds while it is under load, looked at again and again, and by how much that grew."""

import csv
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean
from typing import Final, Self

import redis

from loadtests.fleet import Fleet
from loadtests.servers import ServerFailedError

EVERY: Final = 5.0  # seconds between looks
SETTLED: Final = 0.3  # of the looks are over before anything is compared: people arrive, caches fill
COMPARED: Final = 0.2  # of the looks, at the beginning and at the end of what is compared
ROW: Final = "{:<28}{:>12}{:>12}{:>10}{:>10}  {}"
ALLOWED: Final[Mapping[str, tuple[float, float]]] = {
    "service memory, MB": (0.10, 10.0),
    "service files open": (0.10, 20.0),
    "Redis memory, MB": (0.10, 5.0),
    "Redis connections": (0.10, 5.0),
    "PostgreSQL connections": (0.10, 3.0),
}
"""By how much each may grow: a share of what it was, or so much, whichever is more."""


@dataclass(frozen=True, slots=True)
class Growth:
    """One figure near the beginning and at the end of a load."""

    name: str
    before: float
    after: float

    @property
    def most(self) -> float:
        """What it may have come to."""
        share, much = ALLOWED[self.name]
        return self.before + max(share * self.before, much)

    @property
    def met(self) -> bool:
        """Tell whether it stayed flat."""
        return self.after <= self.most

    @property
    def row(self) -> str:
        """One line of the table."""
        change = f"{self.after - self.before:+.1f}"
        result = "flat" if self.met else "GROWS"
        return ROW.format(self.name, f"{self.before:.1f}", f"{self.after:.1f}", change, f"{self.most:.1f}", result)


@dataclass(slots=True)
class Watch:
    """Looks every few seconds, beside the load, for as long as the block runs."""

    fleet: Fleet
    looks: list[dict[str, float]] = field(default_factory=list)
    _over: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()

    def write(self, path: Path) -> None:
        """Leave every look as a row of a table."""
        with path.open("w", newline="", encoding="utf-8") as file:
            rows = csv.DictWriter(file, ["seconds", *ALLOWED])
            rows.writeheader()
            rows.writerows(self.looks)

    def _run(self) -> None:
        began = time.monotonic()
        while not self._over.wait(EVERY):
            with suppress(OSError, ServerFailedError, redis.RedisError):  # it was ending, or too busy: look again
                self.looks.append({"seconds": round(time.monotonic() - began, 1), **held(self.fleet)})


def held(fleet: Fleet) -> dict[str, float]:
    """What the replicas and their stores hold now. Raises OSError where the machine does not tell; Linux does."""
    pages = sum(int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) for pid in fleet.pids)
    files = sum(sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir()) for pid in fleet.pids)
    with redis.Redis.from_url(fleet.redis.url) as client:
        info = client.info()
    return {
        "service memory, MB": pages * 4096 / 1e6,
        "service files open": files,
        "Redis memory, MB": info["used_memory"] / 1e6,
        "Redis connections": info["connected_clients"],
        "PostgreSQL connections": fleet.postgres.connections(),
    }


def growth(looks: Sequence[Mapping[str, float]]) -> list[Growth]:
    """Compare the first looks once all has settled with the last; nothing where there are too few."""
    settled = looks[int(len(looks) * SETTLED) :]
    some = max(int(len(looks) * COMPARED), 1)
    if len(settled) < 2 * some:
        return []
    first, last = settled[:some], settled[-some:]
    return [Growth(name, mean(x[name] for x in first), mean(x[name] for x in last)) for name in ALLOWED]


def tell(found: Sequence[Growth]) -> int:
    """Print the table; returns 1 where something grew."""
    print(ROW.format("held under load", "before", "at the end", "change", "at most", ""))
    for each in found:
        print(each.row)
    return 0 if all(each.met for each in found) else 1
