"""`python -m tests.safety.train_injection`: learn the injection model, in whole numbers, to the same bytes anywhere."""

# ruff: noqa: S311 (chance orders examples here)

import codecs
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from app.domain.injection.disguises import readings
from app.domain.injection.features import (
    PAIR_VALUE,
    PIECE_VALUE,
    SHORTFALL,
    TABLE_SIZE,
    WORD_VALUE,
    pair_place,
    skip_place,
    tokens_of,
    word_places,
)
from app.domain.plain_text import fold
from app.domain.vocabulary import Vocabulary
from tests.safety import injection_messages as made
from tests.safety.injection_disguises import DISGUISES
from tests.safety.injection_harmless import asked, asked_abroad
from tests.safety.rows import abroad, published, rows, small_talk, translated

OUT = Path(__file__).parents[2] / "app" / "domain" / "weights" / "injection.bin"
SEED = 20261121
ROUNDS = 7
VALUE_BITS, WEIGHT_BITS = 10, 22
MOST_TOKENS = 60  # of an example; longer texts are several
FEW_TOKENS = 16  # of an ordinary one that is read as it is; of others, each stretch must be ordinary
WORDS = 16_000
FAR_MORE = 50
THRESHOLD, SLOPE = -0.01, 3.0

Example = tuple[str, int, float]


def examples() -> tuple[list[Example], list[Example]]:
    """Every text to learn from, 1 or -1, and how much a mistake on it costs: as written, and in disguise."""
    chance = random.Random(SEED)
    rested: list[str] = []
    attacks: list[str] = []
    written = list(_written(chance, rested, attacks))
    return written, list(_disguised(chance, rested, attacks))


def _written(chance: random.Random, rested: list[str], attacks: list[str]) -> Iterator[Example]:
    """Yield what is as written; the ordinary ones and the attempts are also added to the lists."""
    for row in rows("injection", validation=False):
        if row.category == "nc_control":  # plain questions that the set counts as attacks
            continue
        yield row.text, 1 if row.label else -1, 6.0 if row.label else 2.25  # made ones are many
        if not row.label and len(row.text) < 300:
            rested.append(row.text)
    for row in rows("customer_messages", validation=False):
        yield row.text, -1, 2.5
        rested.append(row.text)
    yield from ((text, -1, 2.0) for text in published("harbor"))  # lumen's validate
    yield from ((text, -1, 1.5) for text in made.help_pages(4000, chance))
    yield from ((text, -1, 1.0) for text in chance.sample(list(small_talk()), 6000))
    yield from ((row.text, -1, 1.0) for row in chance.sample(list(rows("film_reviews", validation=False)), 2000))
    yield from ((row.text, -1, 1.0) for row in rows("personal_data", validation=False))
    yield from ((text, -1, 1.0) for _, text in chance.sample(list(translated()), 8000))
    for told in abroad(validation=False).values():
        yield from ((text, -1, 2.0) for text in made.long_ordinary(told, 150, chance, fewest=1, most=8))
        rested.extend(told)
    attacks += [
        *made.attacks(27000, chance),
        *made.orders(16000, chance),
        *made.steering(12000, chance),
        *made.notes_to_machines(3000, chance),
        *made.harmful(9000, chance),
        *made.foreign_attacks(1100, chance),
    ]
    plain = [
        *made.ordinary(30000, chance),
        *made.everyday(58000, chance),
        *made.notes(4000, chance),
        *made.no_orders(6000, chance),
        *made.foreign_ordinary(160, chance),
    ]
    rested += plain
    yield from ((text, -1, 1.5) for text in (*asked(70_000, chance), *asked_abroad(300, chance)))
    for some, label in ((rested, -1), (attacks, 1)):
        yield from ((made.adorned(text, chance), label, 1.5) for text in chance.sample(some, 5000))
        yield from ((made.framed(text, chance), label, 1.5) for text in chance.sample(some, 3000))
    yield from ((text, 1, 1.25) for text in attacks)
    yield from ((text, 1, 1.0) for text in made.jailbreaks(1200, chance))
    yield from ((text, -1, 1.5) for text in plain)
    yield from ((text, -1, 1.5) for some in (rested, plain) for text in made.long_ordinary(some, 3500, chance))


def _disguised(chance: random.Random, rested: list[str], attacks: list[str]) -> Iterator[Example]:
    for disguise in DISGUISES.values():
        yield from ((disguise(text), -1, 1.0) for text in chance.sample(rested, 250))
        yield from ((disguise(text), 1, 1.0) for text in chance.sample(attacks, 120))
    yield from ((made.wrapped(text, chance), -1, 1.0) for text in chance.sample(rested, 1500))
    yield from ((made.wrapped(text, chance), 1, 1.0) for text in chance.sample(attacks, 700))


def vocabulary_of(texts: Iterable[str]) -> list[str]:
    """Return the words that stand in at least three texts, the most frequent first.

    A word that is another, far more frequent one turned comes from texts that were in disguise already.
    """
    counts = Counter(
        word for text in texts for word in set(tokens_of(fold(text))) if word.isalpha() and 1 <= len(word) <= 24
    )
    known = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        word
        for word, count in known
        if count > 2 and max(counts[word[::-1]], counts[codecs.encode(word, "rot13")]) < FAR_MORE * count
    ][:WORDS]


def vector_of(tokens: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Return the places of an example and their values, as whole numbers."""
    values: Counter[int] = Counter()
    before_last = last = 0
    for token in tokens:
        own, *pieces = word_places(token)
        values[own] += WORD_VALUE
        for piece in pieces:
            values[piece] += PIECE_VALUE
        values[pair_place(last, own)] += PAIR_VALUE
        values[skip_place(before_last, own)] += PAIR_VALUE
        before_last, last = last, own
    scale = (1 << VALUE_BITS) / (4 * math.sqrt(len(tokens) + SHORTFALL))
    places = np.fromiter(values, dtype=np.int64, count=len(values))
    return places, np.fromiter((round(value * scale) for value in values.values()), dtype=np.int64, count=len(values))


def stretches(tokens: list[str], label: int) -> Iterator[list[str]]:
    """Cut what is long into pieces, as the service does, and give the whole as well."""
    if tokens:
        yield tokens
    if label < 0 and len(tokens) > MOST_TOKENS:
        yield from (tokens[at : at + 40] for at in range(0, len(tokens) - 20, 30))
    if label < 0 and len(tokens) > FEW_TOKENS:
        yield from (tokens[at : at + 12] for at in range(0, len(tokens) - 6, 10))


def learn(vectors: list[tuple[np.ndarray, np.ndarray, int, int]]) -> tuple[np.ndarray, int]:
    """Find the separating weights by dual coordinate descent on whole numbers."""
    weights = np.zeros(TABLE_SIZE, dtype=np.int64)
    bias = 0
    unit = 1 << VALUE_BITS
    one = 1 << (VALUE_BITS + WEIGHT_BITS)
    norms = [int(values @ values) + unit * unit // 4 for _, values, _, _ in vectors]
    shares = [0] * len(vectors)
    order = list(range(len(vectors)))
    chance = random.Random(SEED)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            places, values, label, most = vectors[at]
            margin = label * (int((weights[places] * values).sum()) + bias * unit // 2)
            share = min(max(shares[at] + (one - margin) // norms[at], 0), most)
            change = share - shares[at]
            if change:
                shares[at] = share
                weights[places] += values * (label * change)
                bias += label * change * unit // 2
    return weights, bias


def main() -> int:
    """Learn, and write the file."""
    written, disguised = examples()
    words = vocabulary_of(text for text, _, _ in written)
    vocabulary = Vocabulary.ranked(words)
    cost = 1 << (WEIGHT_BITS - VALUE_BITS)
    vectors = [
        (*vector_of(piece), label, round(weight * cost * STRENGTH))
        for text, label, weight in (*written, *disguised)
        for piece in stretches(tokens_of(readings(text, vocabulary)[-1]), label)
    ]
    weights, bias = learn(vectors)
    largest = int(np.sort(np.abs(weights))[-200])
    table = np.clip((weights * 127 + largest // 2) // largest, -127, 127).astype(np.int8)
    step = largest / (127 * 4 * (1 << WEIGHT_BITS))
    head = f"{bias / (1 << (WEIGHT_BITS + 1)):.6f} {step:.9f} {THRESHOLD} {SLOPE}\n"
    OUT.write_bytes(head.encode() + table.tobytes() + "\n".join(words).encode())
    sys.stdout.write(f"{len(vectors)} examples, {len(words)} words, {head}")
    return 0


STRENGTH = 0.3
if __name__ == "__main__":
    sys.exit(main())
