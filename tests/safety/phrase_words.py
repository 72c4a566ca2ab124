"""The words that the network of moderation has weights for, and what is known of each before it learns."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from app.domain.moderation.groups import BITS_OF, KINDS
from tests.safety.word_vectors import DIMENSIONS, word_vectors

KNOWN = 7_000
"""Words that have weights."""
SELDOM = 3
"""A word that messages hold less often has weights only if it is frequent elsewhere."""
_SHORT = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "n't": "not", "'s": "is"}
Said = Sequence[Sequence[str]]


def vocabulary(said: Said) -> tuple[Mapping[str, int], np.ndarray]:
    """Number the words that shall have weights, from one, and give what is known of each; of nought nothing is."""
    vectors = word_vectors()
    counted = Counter(word for words in said for word in words)
    often = [word for word, count in counted.most_common() if count >= SELDOM and _known(word, vectors) is not None]
    words = list(dict.fromkeys([*often, *vectors]))[:KNOWN]
    rows = [np.zeros(DIMENSIONS + KINDS, np.float32), *(_known(word, vectors) for word in words)]
    return {word: number for number, word in enumerate(words, 1)}, np.stack(rows)


def _known(word: str, vectors: Mapping[str, np.ndarray]) -> np.ndarray | None:
    """Give the vector of a word, or of the two it was made of, and its kinds."""
    bits = BITS_OF.get(word, 0)
    vector = vectors.get(word)
    if vector is None:
        ending = next((short for short in _SHORT if word.endswith(short)), "")
        one, other = vectors.get(word.removesuffix(ending)), vectors.get(_SHORT.get(ending, ""))
        if one is not None and other is not None:
            vector = (one + other) / math.sqrt(2)
        elif bits:
            vector = np.zeros(DIMENSIONS)
        else:
            return None
    kinds = [bits >> number & 1 for number in range(KINDS)]
    return np.concatenate([vector, kinds]).astype(np.float32)
