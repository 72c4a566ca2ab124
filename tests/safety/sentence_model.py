"""What a sentence model says of single words: all-MiniLM-L6-v2, read from its package and run by numpy."""

import json
import math
import struct
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

LAYERS, HEADS, WIDTH = 6, 12, 384
BATCH = 256
_ROUNDED = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)
"""Of the error function (Abramowitz and Stegun 7.1.26)."""


class SentenceModel:
    """Words in, a vector of length one for each."""

    def __init__(self, folder: Path) -> None:
        """Read `vocab.txt` and `model.safetensors`."""
        lines = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
        self._pieces = {piece: number for number, piece in enumerate(lines)}
        self._weights = _tensors((folder / "model.safetensors").read_bytes())

    def vectors(self, words: Sequence[str]) -> np.ndarray:
        """Read each word as a sentence of its own."""
        said = [[self._pieces["[CLS]"], *self._cut(word), self._pieces["[SEP]"]] for word in words]
        found = np.zeros((len(words), WIDTH), np.float32)
        for length in sorted({len(pieces) for pieces in said}):
            alike = [at for at, pieces in enumerate(said) if len(pieces) == length]
            for start in range(0, len(alike), BATCH):
                some = alike[start : start + BATCH]
                found[some] = self._read(np.array([said[at] for at in some])).mean(axis=1)
        return found / np.linalg.norm(found, axis=1, keepdims=True)

    def _cut(self, word: str) -> Iterator[int]:
        """Cut a word into the longest pieces that are known."""
        start = ""
        while word:
            end = next((end for end in range(len(word), 0, -1) if start + word[:end] in self._pieces), 0)
            yield self._pieces[start + word[:end] if end else "[UNK]"]
            word, start = word[end or len(word) :], "##"

    def _read(self, pieces: np.ndarray) -> np.ndarray:
        told = self._weights
        seen = told["embeddings.word_embeddings.weight"][pieces] + told["embeddings.token_type_embeddings.weight"][0]
        seen = self._levelled("embeddings", seen + told["embeddings.position_embeddings.weight"][: pieces.shape[1]])
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}"
            heard = self._through(f"{name}.attention.output.dense", self._attended(name, seen))
            seen = self._levelled(f"{name}.attention.output", seen + heard)
            more = _bent(self._through(f"{name}.intermediate.dense", seen))
            seen = self._levelled(f"{name}.output", seen + self._through(f"{name}.output.dense", more))
        return seen

    def _attended(self, name: str, seen: np.ndarray) -> np.ndarray:
        shape = (*seen.shape[:2], HEADS, WIDTH // HEADS)
        query, key, value = (
            self._through(f"{name}.attention.self.{part}", seen).reshape(shape).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        fits = np.exp(query @ key.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS))
        return (fits / fits.sum(-1, keepdims=True) @ value).transpose(0, 2, 1, 3).reshape(seen.shape)

    def _through(self, name: str, seen: np.ndarray) -> np.ndarray:
        return seen @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _levelled(self, name: str, seen: np.ndarray) -> np.ndarray:
        seen = seen - seen.mean(-1, keepdims=True)
        seen /= np.sqrt((seen**2).mean(-1, keepdims=True) + 1e-12)
        return seen * self._weights[f"{name}.LayerNorm.weight"] + self._weights[f"{name}.LayerNorm.bias"]


def _tensors(raw: bytes) -> Mapping[str, np.ndarray]:
    """Read a file of the form `safetensors`: the length of a JSON table, the table, then numbers."""
    start = 8 + struct.unpack_from("<Q", raw)[0]
    table = json.loads(raw[8:start])
    return {
        name: np.frombuffer(raw[start + told["data_offsets"][0] : start + told["data_offsets"][1]], "<f4").reshape(
            told["shape"]
        )
        for name, told in table.items()
        if told.get("dtype") == "F32"
    }


def _bent(values: np.ndarray) -> np.ndarray:
    """Bend values as the model was taught to (GELU)."""
    far = np.abs(values) / math.sqrt(2)
    near = 1 / (1 + 0.3275911 * far)
    rest = near * np.polyval(np.array(_ROUNDED, values.dtype), near) * np.exp(-far * far)
    return values * np.where(values > 0, 1 - rest / 2, rest / 2)
