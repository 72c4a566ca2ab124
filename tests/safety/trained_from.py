"""What the files of moderation were trained from, written down as digests beside the texts."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import islice
from pathlib import Path

import app.domain
from tests.safety.moderation_examples import HARMLESS_SETS, from_templates, is_reported, said_in, worded_in
from tests.safety.moderation_texts import TRAINING
from tests.safety.rows import DATA, rows

WRITTEN = DATA / "moderation_trained.json"
TRIED, EACH = 400, 20
"""So many messages of each kind, and one in so many rows, are read to see whether reading has changed."""
_TRAINING = (
    "any_machine moderation_bars moderation_examples moderation_models moderation_texts phrase_network phrase_words"
    " thresholds train_moderation word_vectors"
)
_DATA = ("moderation_*.toml", "small_talk.txt.gz", "word_vectors.bin.gz", *(f"{name}.jsonl" for name in HARMLESS_SETS))


def write_down() -> None:
    """Keep what the files that have just been made were made from."""
    WRITTEN.write_text(json.dumps(trained_from(), indent=2) + "\n", encoding="utf-8")


def written_down() -> Mapping[str, str]:
    """What was kept."""
    found: Mapping[str, str] = json.loads(WRITTEN.read_text(encoding="utf-8"))
    return found


def trained_from() -> Mapping[str, str]:
    """A digest of the texts, of what is read in a sample of them, of how is trained, and of each file made of that."""
    weights = Path(app.domain.__file__).parent / "weights"
    files = (path for pattern in _DATA for path in sorted(DATA.glob(pattern)))
    return {
        "the texts": _digest(_content(path) for path in files),
        "what is read in them": _digest(repr(read).encode() for read in _read()),
        "the training": _digest((Path(__file__).parent / f"{name}.py").read_bytes() for name in _TRAINING.split()),
        **{path.name: _digest([path.read_bytes()]) for path in sorted(weights.glob("moderation*.bin"))},
    }


def _read() -> Iterator[object]:
    """What is read in some of the texts: words, as the models weigh them, and what wordings find in them."""
    texts = [text for text, _, _ in from_templates(TRIED, TRAINING)]
    texts += [row.text for name in HARMLESS_SETS for row in islice(rows(name, validation=False), 0, None, EACH)]
    for text in texts:
        yield said_in(text), sorted(worded_in(text)), is_reported(text)


def _content(path: Path) -> bytes:
    """A file's bytes; of a packed one those inside, for packing differs."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    found = sha256()
    for part in parts:
        found.update(sha256(part).digest())
    return found.hexdigest()
