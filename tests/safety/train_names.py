"""`python -m tests.safety.train_names`: makes app/domain/weights/names.bin from lists, templates and the open data.

With `--held-out`, three names in ten are in no list and no sentence, to measure what is found of them.
"""

import random
import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from html.entities import name2codepoint
from itertools import chain, repeat
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from app.domain.detection.names import model
from app.domain.plain_text import normalise
from tests.safety.any_machine import add_up_as_anywhere
from tests.safety.name_sentences import Sentence, Writer, word_lists
from tests.safety.rows import abroad, rows, translated

SEED = 20261121
UNLISTED = 0.25  # share of the names and brands that the model learns as if it had never heard them
UNHEARD = 0.8  # and of those, the share of foreign words among what is no name
ABROAD_COUNTS = 4
"""How often each ordinary message of another language is learnt from: there are few."""
OFTEN = 3
"""Texts of other languages in which a word stands in small letters, and is no name only."""
ROW = 6  # words of a list that are learnt together, at most
JOINED = 500
"""Longer texts of each language, of several messages."""
TRANSLATED = 0.3  # share of what programs show in other languages that is learnt from
TARGET = Path(model.__file__).parents[2] / "weights" / "names.bin"
# Where an ordinary message speaks of a person, a name may stand.
_SOMEBODY = re.compile(
    r"\b(?:my (?:friend|wife|husband"
    r"|daughter|son|mom|mother|brother|sister|boss|dad|father|roommate|landlord|girlfriend)"
    r"|some(?:one|body)|(?:the|a) (?:merchant|seller|customer|friend|recipient|person)|(?<!')s?he|him|them)\b"
)


def sets(*, without_held_out: bool) -> bytes:
    """Make the filters: names, ordinary words of a few languages, places, brands and the like."""
    lists = word_lists(without_held_out=without_held_out)
    given, family = (
        {
            part
            for both in lists["names"].values()
            for name in both[of]
            for form in _forms(name)
            for part in _tokens(form)
        }
        | set(lists[listed])
        for of, listed in ((0, "us_first"), (1, "us_last"))
    )
    english = [word for word in lists["words"]["en"] if "'" not in word]
    known_names = set(lists["us_first"]) | {part for name in lists["names"]["en_US"][1] for part in _tokens(name)}
    ordinary = list(english[:4000]) + [word for word in english[4000:] if word not in known_names]
    told = {
        part
        for row in rows("customer_messages", validation=False)
        if "clinc" not in row.source
        for part in _tokens(row.text)
    }
    writer = Writer(SEED)
    everyday = {
        part for words in writer.abroad.values() for word in words for form in _forms(word) for part in _tokens(form)
    }
    often = _often_lower(chain((text for _, text in translated()), *abroad(validation=False).values()))
    foreign = (
        everyday
        | often
        | {
            part
            for language, words in lists["words"].items()
            if language != "en"
            for word in words
            for form in _forms(word)
            for part in _tokens(form)
            if part not in given or len(part) < 4
        }
    )
    place = {
        part for cities in lists["places"].values() for city in cities if city[:1].isupper() for part in _tokens(city)
    }
    table = bytearray(model.WEIGHTS_AT)
    other = {part for thing in (*writer.things, *name2codepoint) for part in _tokens(thing)}
    called_after = {phrase.lower() for phrase in writer.called_after}
    unmistakable = {
        part for word in (*writer.everyday, *writer.months) for form in _forms(word) for part in _tokens(form)
    }
    frequent = set(english[:5000]) | unmistakable | {word for word in everyday if word not in given or word in often}
    kinds = (family, given, set(ordinary) | told | unmistakable, frequent, foreign, place, other, called_after)
    for number, words in enumerate(kinds):
        for word in words:
            for position in model.positions(word):
                table[position] |= 1 << number
    return bytes(table)


def _often_lower(texts: Iterable[str]) -> set[str]:
    """Words that stand in small letters in several texts: whoever is called so, they are words as well."""
    counts = Counter(
        token
        for text in texts
        for token in set(model.TOKEN.findall(normalise(text).text))
        if token.islower() and len(token) > 1
    )
    return {word for word, count in counts.items() if count >= OFTEN}


def _forms(word: str) -> tuple[str, ...]:
    """A word as it stands in a sentence, begins one and is shouted: look-alikes of letters differ by case."""
    return (word, word.lower(), word.capitalize(), word.upper())


def _tokens(name: str) -> list[str]:
    return [
        token.lower() for token in model.TOKEN.findall(normalise(name).text) if len(token) > 1 and token[0].isalpha()
    ]


def sentences(*, without_held_out: bool) -> Iterator[tuple[Sentence, int]]:
    """All that is learnt from; -1 where names may stand that nobody marked."""
    writer = Writer(SEED, without_held_out=without_held_out)
    for sentence in (*writer.english(70), *writer.foreign(80)):
        yield sentence, 1
    for row in rows("personal_data", validation=False):
        yield Sentence(row.text, tuple((p.start, p.end) for p in row.places if p.kind == "PERSON")), 1
        for _ in range(7):
            yield writer.refilled(row), 1
    yield from _messages(writer)


def _messages(writer: Writer) -> Iterator[tuple[Sentence, int]]:
    """Ordinary messages, as they are and misspelt, and with a name put in."""
    for row in rows("customer_messages", validation=False):
        if row.category.endswith(":change_user_name"):  # its names are names, and nobody marked them
            continue
        yield Sentence(row.text, ()), -1
        yield Sentence(writer.misspelt(row.text), ()), -1
        yield Sentence(writer.shouted(row.text), ()), -1
        if "clinc" in row.source:
            yield Sentence(row.text.capitalize() + ".", ()), -1
        elif not row.text.islower():
            yield Sentence(row.text.lower(), ()), -1
        if writer.random.random() < 0.3:  # a share of them is enough
            yield Sentence(row.text.upper(), ()), -1
        placed = _SOMEBODY.sub("{n}", row.text.replace("{", "("), count=1)
        if "{n}" in placed:
            yield writer.written(placed, "en"), 1
            yield writer.written(placed, "en"), 1
    yield from _abroad(writer)
    yield from _joined(writer)
    yield from _listed_words(writer)
    for row in rows("injection", validation=False):
        if not row.label and len(row.text) < 400:
            yield Sentence(row.text, ()), -1


def _abroad(writer: Writer) -> Iterator[tuple[Sentence, int]]:
    """Ordinary messages and what programs show in other languages."""
    for text in chain.from_iterable(abroad(validation=False).values()):
        for shown in dict.fromkeys((text, text.lower(), text.upper(), writer.misspelt(text))):
            yield from repeat((Sentence(shown, ()), 1), ABROAD_COUNTS)
    for _, text in translated():
        if writer.random.random() < TRANSLATED:
            yield Sentence(text if writer.random.random() < 0.5 else text.lower(), ()), 1


def _joined(writer: Writer) -> Iterator[tuple[Sentence, int]]:
    """Several messages one behind the other, as a document holds them; somebody is named in some."""
    told = abroad(validation=False)
    shown: defaultdict[str, list[str]] = defaultdict(list)
    for language, text in translated():
        shown[language].append(text)
    told["en"] = [row.text for row in rows("customer_messages", validation=False)]
    for language, texts in told.items():
        for _ in range(JOINED * (8 if language == "en" else 1)):
            more = shown.get(language, texts)
            parts = [
                Sentence(writer.random.choice(texts if writer.random.random() < 0.75 else more), ())
                for _ in range(writer.random.randrange(2, 6))
            ]
            if writer.random.random() < 0.4 and writer.named.get(language):
                place = writer.random.randrange(len(parts) + 1)
                parts.insert(place, writer.written(writer.random.choice(writer.named[language]), language))
            yield writer.joined(parts), 1


def _listed_words(writer: Writer) -> Iterator[tuple[Sentence, int]]:
    """Words of other languages in rows without sense: what a list has tells how words that no list has are spelled."""
    lists = word_lists()
    names = {
        part.lower() for both in lists["names"].values() for listed in both for name in listed for part in name.split()
    }
    for language, words in lists["words"].items():
        left = [word for word in words if word not in names] if language != "en" else []
        writer.random.shuffle(left)
        while left:
            row = [left.pop() for _ in range(min(len(left), writer.random.randrange(1, ROW + 1)))]
            if writer.random.random() < 0.7:
                row[0] = row[0].capitalize()
            if language == "de":
                row = [word.capitalize() if writer.random.random() < 0.4 else word for word in row]
            yield Sentence(" ".join(row), ()), 1


class Examples:
    """Features of words and whether each is a part of a name."""

    def __init__(self, table: bytes) -> None:
        """Start empty, with the filters that tell names and words."""
        self.table, self.random = table, random.Random(SEED)  # noqa: S311  # the same weights each time
        self.indices = array("i")
        self.starts, self.labels, self.weights = array("q", [0]), array("b"), array("f")
        self.known: dict[str, int] = {}

    def add(self, sentence: Sentence, weight: int) -> None:
        """Take in one sentence."""
        plain = normalise(sentence.text)
        matches = list(model.TOKEN.finditer(plain.text))
        telling = not (plain.text.islower() or plain.text.isupper())
        marks = [any(s <= plain.to_input(m.start(), m.end())[0] < e for s, e in sentence.names) for m in matches]
        fill = [model.FILLER] * model.REACH
        tokens = fill + [m[0] for m in matches] + fill
        found = [
            self._look(token, telling=telling, marked=0 <= at < len(marks) and marks[at])
            for at, token in enumerate(tokens, -model.REACH)
        ]
        words = [word for word, _, _ in found]
        for at, mark in enumerate(marks, model.REACH):
            _, own, sets = found[at]
            if not tokens[at][0].isalpha():
                continue
            self.indices.extend(own)
            self.indices.extend(model.context(words, at))
            self.starts.append(len(self.indices))
            self.labels.append(int(mark))
            self.weights.append(1.0 if weight > 0 or self._maybe_name(sets) else 2.0)

    def _look(self, token: str, *, telling: bool, marked: bool) -> tuple[model.Word, list[int], int]:
        """Read a token; of names, brands and foreign words, some are shown as if no list had them, and half the names
        without their letters.
        """
        lower = token.lower()
        if lower not in self.known:
            one, two = model.positions(lower)
            self.known[lower] = self.table[one] & self.table[two] if token[0].isalpha() else 0
        sets = self.known[lower]
        if marked and self.random.random() < UNLISTED:
            sets &= ~model.NAMES
        elif not marked and self.random.random() < UNLISTED:
            sets &= ~(1 << model.OTHER)
            if not sets >> model.ENGLISH & 1 and self.random.random() < UNHEARD:
                sets &= ~(1 << model.FOREIGN | 1 << model.FREQUENT)
        read = token, model.shape(token, telling=telling), sets
        features = model.own(*read)
        return model.Word(*model.outline(*read), 0), features[int(marked and self.random.random() < 0.5) :], sets

    @staticmethod
    def _maybe_name(sets: int) -> bool:
        """Unmarked names in ordinary messages teach nothing."""
        return bool(sets >> model.GIVEN & 1) and not sets >> model.FREQUENT & 1 and not (sets >> model.ENGLISH & 1)

    def fitted(self) -> bytes:
        """Fit the weights and write them as bytes."""
        shape = (len(self.labels), 1 << model.WEIGHT_BITS)
        data = csr_matrix(
            (np.ones(len(self.indices), np.float32), np.frombuffer(self.indices, np.int32), np.array(self.starts)),
            shape,
        )
        fit = SGDClassifier(
            loss="log_loss", alpha=1.5e-6, max_iter=5, tol=None, random_state=SEED, average=True, fit_intercept=False
        )
        fit.fit(data, np.array(self.labels), sample_weight=np.array(self.weights))
        return bytes(np.clip(np.rint(fit.coef_[0] * model.SCALE), -127, 127).astype(np.int8).tobytes())


def main() -> int:
    """Train, and write the file."""
    without_held_out = "--held-out" in sys.argv
    table = sets(without_held_out=without_held_out)
    examples = Examples(table)
    for sentence, weight in sentences(without_held_out=without_held_out):
        examples.add(sentence, weight)
    sys.stdout.write(f"{len(examples.labels)} words, {sum(examples.labels)} of names\n")
    TARGET.write_bytes(table + examples.fitted())
    return 0


if __name__ == "__main__":
    add_up_as_anywhere()
    sys.exit(main())
