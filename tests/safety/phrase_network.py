"""The network of app/domain/moderation/phrases.py, as it is trained: vectors of words in, weights of words out."""

import math
import struct
from collections.abc import Sequence

import numpy as np

from app.domain.moderation.model import HEADS
from app.domain.moderation.phrases import NOUGHT, PLACES, SENSES, mark_of
from tests.safety.phrase_words import Said, vocabulary

LONGEST = 60
PASSES, EXACT = 10, 4
"""How often all messages are learnt from, and how often by exact weights: after that by such as the file has."""
BATCH = 256
STEP = 0.006
DROPPED, UNSAID = 0.2, 0.2
"""Shares of senses and of words that are left out at random, so that none is relied on too much."""
DECAY = 0.001
STEADY = 0.999
"""How much of the mean of weights stays at each step: in the end it takes their place, since it wavers less."""
LOUDER = 1.5
"""What it says counts so much more beside what the linear model says, which is right less often."""
WIDEST = 3.0
"""So many standard deviations of a sense's weights have room in four bits."""


class PhraseNetwork:
    """Words to senses at each place, the strongest place of each sense, and heads over those."""

    def __init__(self, said: Said) -> None:
        self._numbers, self._known = vocabulary(said)
        self._rng = np.random.default_rng(7)
        inputs, heads = self._known.shape[1], len(HEADS)
        self._weights = {
            "words": self._rng.normal(0, 1.5 / math.sqrt(PLACES * inputs), (inputs, PLACES * SENSES)),
            "least": np.zeros(SENSES),
            "heads": self._rng.normal(0, 0.6 / math.sqrt(SENSES), (SENSES, heads)),
            "starts": np.full(heads, -3.0),
        }
        self._weights = {name: weight.astype(np.float32) for name, weight in self._weights.items()}
        self._mean = {name: np.zeros_like(weight) for name, weight in self._weights.items()}
        self._spread = {name: np.zeros_like(weight) for name, weight in self._weights.items()}
        self._steady = dict(self._weights)
        self._steps = 0
        self._scale: np.ndarray | None = None

    def fit(self, said: Said, labels: np.ndarray, counts: np.ndarray) -> None:
        """Learn from messages, each with a label for every head, that count for it as much as is said."""
        numbered = self._numbered(said)
        lengths = np.array([len(words) for words in numbered])
        steps = PASSES * math.ceil(len(numbered) / BATCH)
        for turn in range(PASSES):
            if turn >= EXACT:
                self._scale = self._rounded()[1]
            # Of about one length, so that little is filled up.
            order = np.argsort(lengths + self._rng.random(len(numbered)) * 4, kind="stable")
            batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
            for number in self._rng.permutation(len(batches)):
                some = batches[number]
                words, real = _side_by_side([numbered[at] for at in some])
                words *= self._rng.random(words.shape) >= UNSAID
                self._learn(words, real, labels[some], counts[some])
                self._move(STEP * (1 - self._steps / steps))
        self._weights = self._steady | {name: LOUDER * self._steady[name] for name in ("heads", "starts")}

    def values(self, said: Said) -> np.ndarray:
        """What the heads make of messages, by the weights as the file has them."""
        numbered = self._numbered(said)
        rounded, scale = self._rounded()
        table = np.concatenate([np.zeros((1, PLACES, SENSES)), rounded * scale]).astype(np.float32)
        order = np.argsort([len(words) for words in numbered], kind="stable")
        found = np.zeros((len(numbered), len(HEADS)), np.float32)
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            words, real = _side_by_side([numbered[one] for one in some])
            strongest = self._strongest(table, words, real)[1]
            found[some] = np.maximum(strongest, 0) @ self._weights["heads"] + self._weights["starts"]
        return found

    def packed(self) -> bytes:
        """The file: weights as four bits, each sense with a scale of its own."""
        words, scale = self._rounded()
        order = sorted((mark_of(word), number - 1) for word, number in self._numbers.items())
        marks = np.array([mark for mark, _ in order], "<u4")
        weights = (words[[number for _, number in order]] + NOUGHT).astype(np.uint8)
        least = np.clip(np.round(PLACES * NOUGHT - self._weights["least"] / scale), 0, 127)
        heads = self._weights["heads"] * scale[:, None]
        starts = self._weights["starts"] - least @ heads
        numbers = [*starts, *heads.T.ravel()]
        head = struct.pack(f"<I{len(numbers)}f{SENSES}B", len(marks), *numbers, *map(int, least))
        low, high = np.split(weights, 2, axis=2)
        return b"".join([head, marks.tobytes(), (low | high << 4).tobytes()])

    def _rounded(self) -> tuple[np.ndarray, np.ndarray]:
        """What each word says in each place of each sense, in steps that are as large for all words."""
        words = (self._known[1:] @ self._weights["words"]).reshape(-1, PLACES, SENSES)
        scale = words.std(axis=(0, 1)) * WIDEST / (NOUGHT - 1)
        return _in_steps(words, scale), scale

    def _numbered(self, said: Said) -> list[list[int]]:
        return [[self._numbers.get(word, 0) for word in words[:LONGEST]] for words in said]

    def _strongest(self, table: np.ndarray, words: np.ndarray, real: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the strongest place of each sense in messages of words of a table, and how strong it is there."""
        length = real.shape[1]
        strengths = sum(table[words[:, place : place + length], place] for place in range(PLACES))
        strengths[~real] = -np.inf
        places = strengths.argmax(axis=1)
        return places, np.take_along_axis(strengths, places[:, None], 1)[:, 0] + self._weights["least"]

    def _learn(self, words: np.ndarray, real: np.ndarray, labels: np.ndarray, counts: np.ndarray) -> None:
        """Find how each weight would have to change, and remember it."""
        unlike, which = np.unique(words, return_inverse=True)
        which = which.reshape(words.shape)
        known = (self._known[unlike] @ self._weights["words"]).reshape(-1, PLACES, SENSES)
        if self._scale is not None:
            known = _in_steps(known, self._scale) * self._scale
        places, strongest = self._strongest(known, which, real)
        kept = ((self._rng.random(strongest.shape) >= DROPPED) / (1 - DROPPED)).astype(np.float32)
        senses = np.maximum(strongest, 0) * kept
        values = senses @ self._weights["heads"] + self._weights["starts"]
        wrong = ((1 / (1 + np.exp(-values)) - labels) * counts / len(words)).astype(np.float32)
        blame = wrong @ self._weights["heads"].T * kept * (strongest > 0)
        table = np.zeros(len(unlike) * PLACES * SENSES)
        for place in range(PLACES):
            at = (np.take_along_axis(which, places + place, 1) * PLACES + place) * SENSES + np.arange(SENSES)
            table += np.bincount(at.ravel(), weights=blame.ravel(), minlength=len(table))
        changes = {
            "words": self._known[unlike].T @ table.reshape(len(unlike), -1).astype(np.float32),
            "least": blame.sum(axis=0),
            "heads": senses.T @ wrong,
            "starts": wrong.sum(axis=0),
        }
        for name, change in changes.items():
            self._mean[name] = 0.9 * self._mean[name] + 0.1 * change
            self._spread[name] = 0.999 * self._spread[name] + 0.001 * change**2

    def _move(self, step: float) -> None:
        """Change every weight (Adam, with decay)."""
        self._steps += 1
        for name, weight in self._weights.items():
            mean = self._mean[name] / (1 - 0.9**self._steps)
            spread = np.sqrt(self._spread[name] / (1 - 0.999**self._steps)) + 1e-8
            decay = DECAY * weight if name in {"words", "heads"} else 0
            self._weights[name] = (weight - step * (mean / spread + decay)).astype(np.float32)
            self._steady[name] = STEADY * self._steady[name] + np.float32(1 - STEADY) * self._weights[name]


def _in_steps(words: np.ndarray, scale: np.ndarray) -> np.ndarray:
    return np.clip(np.round(words / scale), 1 - NOUGHT, NOUGHT - 1)


def _side_by_side(numbered: Sequence[Sequence[int]]) -> tuple[np.ndarray, np.ndarray]:
    """Put messages of different lengths into one table, with nothing around, and say which places are real."""
    longest = max(1, *map(len, numbered))
    words = np.zeros((len(numbered), longest + PLACES - 1), np.int64)
    real = np.zeros((len(numbered), longest), bool)
    for row, message in enumerate(numbered):
        words[row, 1 : 1 + len(message)] = message
        real[row, : max(1, len(message))] = True
    return words, real
