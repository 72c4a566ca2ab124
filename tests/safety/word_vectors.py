"""Vectors of words: alike where words are used alike, so that what is learnt of one is known of others."""

import gzip
from collections.abc import Mapping

import numpy as np

from tests.safety.rows import DATA

TARGET = DATA / "word_vectors.bin.gz"
PARTS = 2
"""By what stands beside a word, and by what a model of sentences makes of it."""
DIMENSIONS = 200
LENGTH = 1.4
"""How long each part is; longer ones are learnt from faster."""


def word_vectors() -> Mapping[str, np.ndarray]:
    """The vector of each word; the most frequent first."""
    words, _, numbers = gzip.decompress(TARGET.read_bytes()).partition(b"\n")
    table = np.frombuffer(numbers, np.int8).reshape(-1, PARTS, DIMENSIONS // PARTS).astype(np.float32)
    table *= LENGTH / np.linalg.norm(table, axis=2, keepdims=True)
    return dict(zip(words.decode().split(), table.reshape(-1, DIMENSIONS), strict=True))
