"""From which value each head of moderation flags: as much as can be found while few harmless messages are touched."""

from collections.abc import Mapping, Sequence

import numpy as np

STEPS = 200
"""How finely each head is lowered."""
BACK = (1, 2, 4, 8, 16, 32, 64)
"""By so many steps a head is raised again, to see whether the others make more of what that leaves them."""
ENOUGH = 0.93
"""What is found beyond this share counts a quarter: rather every kind well than one of them fully."""


class Thresholds:
    """Lowers heads in turn, each time the one that finds most for what it costs, until nothing more is allowed."""

    def __init__(
        self, values: np.ndarray, kinds: np.ndarray, heads: Sequence[str], allowed: Mapping[str, float], alone: str
    ) -> None:
        """Take a column of values for each head; harmful kinds are named as their heads; `alone` must find its own."""
        self._heads, self._allowed, self._alone = heads, allowed, heads.index(alone)
        self._bars = np.stack(
            [
                np.quantile(values[kinds == head, lane], np.linspace(1, 0, STEPS + 1), method="higher")
                for lane, head in enumerate(heads)
            ]
        )
        self._flags = {
            kind: values[kinds == kind].T[:, None, :] >= self._bars[:, :, None] for kind in (*heads, *allowed)
        }

    def found(self, weights: Mapping[str, float]) -> tuple[np.ndarray, Mapping[str, float]]:
        """Give a threshold for each head, and the share of each kind that is flagged with them."""
        at = self._lowered(np.zeros(len(self._heads), int), weights)
        best = self._good(at, weights)
        better = True
        while better:
            better = False
            for lane in range(len(self._heads)):
                for back in BACK:
                    tried = at.copy()
                    tried[lane] = max(0, tried[lane] - back)
                    tried = self._lowered(self._lowered(tried, weights, but=lane), weights)
                    good = self._good(tried, weights)
                    if good > best:
                        at, best, better = tried, good, True
        return self._bars[np.arange(len(at)), at], self._shares(at)

    def _lowered(self, at: np.ndarray, weights: Mapping[str, float], but: int | None = None) -> np.ndarray:
        """Lower heads as long as that is allowed, `but` never."""
        while True:
            tried = [at + (np.arange(len(at)) == lane) for lane in range(len(at)) if lane != but and at[lane] < STEPS]
            worth = [self._worth(at, one, weights) for one in tried]
            if not worth or max(worth) <= 0:
                return at
            at = tried[int(np.argmax(worth))]

    def _share(self, kind: str, at: np.ndarray) -> float:
        """The share of a kind that is flagged by any head, of `alone` by its own."""
        flags = self._flags[kind]
        if kind == self._heads[self._alone]:
            return float(flags[self._alone, at[self._alone]].mean())
        return float(flags[np.arange(len(at)), at].any(axis=0).mean())

    def _shares(self, at: np.ndarray) -> dict[str, float]:
        return {kind: self._share(kind, at) for kind in self._flags}

    def _good(self, at: np.ndarray, weights: Mapping[str, float]) -> float:
        """How much is found, by what it is worth."""
        shares = [(weights[head], self._share(head, at)) for head in self._heads]
        return sum(weight * (min(share, ENOUGH) + max(0, share - ENOUGH) / 4) for weight, share in shares)

    def _worth(self, before: np.ndarray, after: np.ndarray, weights: Mapping[str, float]) -> float:
        """What a change finds more, beside how much of what is allowed it uses up; nought where it is too much."""
        spent = 0.0
        for kind, allowed in self._allowed.items():
            share = self._share(kind, after)
            if share > allowed:
                return 0
            spent += (share - self._share(kind, before)) / allowed
        return (self._good(after, weights) - self._good(before, weights)) / (spent + 0.01) + 1e-9
