"""Both models of moderation, as they are trained: a linear one over hashed features, and a network over words."""

import math
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from app.domain.moderation.judge import SELF_HARM
from app.domain.moderation.model import HEADS, SLOTS, as_kind, bits_of, pair_slots, together_slots, word_slots
from app.domain.moderation.text import plain, sentences
from tests.safety.moderation_examples import TALK, Example, said_in
from tests.safety.phrase_network import PhraseNetwork
from tests.safety.phrase_words import Said

STRENGTH = 0.4
STRENGTH_TO_A_PERSON = 2.0
NOTHING = 1e6
"""What is taken from the value of a sentence that tells nothing."""
WEIGHTS = {"ordinary": 4.0, "clean": 2.0, "tweet": 10.0}
"""How much more such a message counts than a made one."""
DANGER = 2.0
"""How much more a message counts of whom may be in danger: harmless ones are many times as many."""
ELSEWHERE, BESIDE_SELF_HARM = 0.1, 0.5
"""How much a message of one head counts for another, which need not find it and does no harm when it does; more where
one of the two is self-harm, for not everyone who is harmful is to see the text for a crisis."""


class Values(NamedTuple):
    """What models make of messages, a row for each of their sentences, a column for each head."""

    linear: np.ndarray
    phrases: np.ndarray
    starts: np.ndarray
    """The first row of each message."""

    def of_messages(self, rows: np.ndarray) -> np.ndarray:
        """Give for each message what is highest in any of its rows, head by head."""
        found: np.ndarray = np.maximum.reduceat(rows, self.starts, axis=0)
        return found


class Models:
    """Both models, as their files have them."""

    def __init__(self, given: Sequence[Example]) -> None:
        """Fit them to one sentence of each message, since each is judged alone: the one that tells most.

        That is what a linear model of whole messages makes of it; what harmless messages say as well tells nothing.
        """
        whole = Linear([said_in(text) for text, _, _ in given], given)
        parts = [_parts(text) for text, _, _ in given]
        said = list(chain.from_iterable(parts))
        harmless = {tuple(one) for of_one, (_, head, _) in zip(parts, given, strict=True) if not head for one in of_one}
        told = whole.values(said) - [[NOTHING if tuple(one) in harmless else 0] for one in said]
        said = [said[at] for at in _telling(told, parts, given)]
        self.linear = Linear(said, given)
        self.network = _fit_phrases(said, given)

    def values(self, examples: Sequence[Example]) -> Values:
        """Read messages, sentence by sentence."""
        parts = [_parts(text) for text, _, _ in examples]
        said = list(chain.from_iterable(parts))
        starts = np.cumsum([0, *map(len, parts)])[:-1]
        return Values(self.linear.values(said), self.network.values(said), starts)


class Linear:
    """The linear model, all heads."""

    def __init__(self, said: Said, given: Sequence[Example]) -> None:
        """Fit it."""
        features = _matrix(said)
        fitted = [_fit(head, features, given) for head in HEADS]
        self.weights = np.stack([weights for weights, _, _ in fitted], axis=1)
        self.scales = [(scale, bias) for _, scale, bias in fitted]
        """How large the steps of a head's weights are, and its bias."""

    def values(self, said: Said) -> np.ndarray:
        """Weigh sentences."""
        scales, biases = np.array(self.scales).T
        return _matrix(said) @ self.weights * scales + biases


def _parts(text: str) -> list[list[str]]:
    """What each sentence of a message says."""
    return [said_in(sentence) for sentence in sentences(plain(text))] or [[]]


def _telling(values: np.ndarray, parts: Sequence[Said], given: Sequence[Example]) -> list[int]:
    """Say which sentence of each message speaks most for its head, by what sentences are worth."""
    found = []
    ends = accumulate(map(len, parts), initial=0)
    for (start, end), (_, belongs_to, _) in zip(pairwise(ends), given, strict=True):
        lane = HEADS.index(belongs_to) if belongs_to else 0
        found.append(start + int(values[start:end, lane].argmax()))
    return found


def _matrix(messages: Said) -> csr_matrix:
    """The features of the linear model, over the root of how many words there are."""
    indices: list[int] = []
    values: list[float] = []
    starts = [0]
    for said in messages:
        slots = [slot for word in said for slot in word_slots(word)]
        slots += pair_slots([as_kind(word) for word in said])
        slots += together_slots(bits_of(said))
        share = 1 / math.sqrt(len(said) + 2)
        indices += slots
        values += [share] * len(slots)
        starts.append(len(indices))
    found = csr_matrix((values, indices, starts), shape=(len(messages), SLOTS))
    found.sum_duplicates()
    return found


def _fit(head: str, features: csr_matrix, given: Sequence[Example]) -> tuple[np.ndarray, float, float]:
    """Fit one head of the linear model: weights as the file has them, how large their steps are, and a bias."""
    strength = STRENGTH_TO_A_PERSON if head == SELF_HARM else STRENGTH
    model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
    model.fit(features, labels_of(head, given), sample_weight=counts_of(head, given))
    scale = float(np.abs(model.coef_[0]).max()) / 127
    return np.round(model.coef_[0] / scale).astype(np.int8), scale, float(model.intercept_[0])


def _fit_phrases(messages: Said, given: Sequence[Example]) -> PhraseNetwork:
    """Fit the network, all heads at once."""
    network = PhraseNetwork([said for said, (_, _, what) in zip(messages, given, strict=True) if what != TALK])
    labels, counts = (np.stack([of(head, given) for head in HEADS], axis=1) for of in (labels_of, counts_of))
    network.fit(messages, labels, counts)
    return network


def labels_of(head: str, given: Sequence[Example]) -> np.ndarray:
    """Which examples a head is to find."""
    return np.array([int(belongs_to == head) for _, belongs_to, _ in given])


def counts_of(head: str, given: Sequence[Example]) -> np.ndarray:
    """How much each example counts for a head."""
    return np.array([WEIGHTS.get(what, 1.0) * _beside(head, belongs_to) for _, belongs_to, what in given])


def _beside(head: str, belongs_to: str) -> float:
    if belongs_to in {"", head}:
        return DANGER if head == belongs_to == SELF_HARM else 1.0
    return BESIDE_SELF_HARM if SELF_HARM in {head, belongs_to} else ELSEWHERE
