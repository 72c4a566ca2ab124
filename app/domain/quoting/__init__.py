"""Quoting: whether a reply is saying the instructions back, word for word or in another writing."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self

from app.domain.detection import find_never_kept
from app.domain.plain_text import fold
from app.domain.quoting.ciphers import CipherEcho, Letters
from app.domain.quoting.encoded import decoded_readings, letters_reading, numbers_readings, words_reading
from app.domain.quoting.retold import SHORTEST, Places, Retold, places_of
from app.domain.quoting.writings import is_needless

LONGEST_ECHO = 8
"""So many words in a row from the instructions are a quotation."""
_TAIL = 40  # characters of a reply, without white space, in which something encoded is looked for
_SHORTEST_ENCODED = 12  # new characters after which it is looked for again
_PROSE = re.compile(r"[A-Z]?[a-z]{1,11}[0-9]{0,2}")  # hides nothing by itself
_JOINT = re.compile(r"[\W_]+")
_ASCII_JOINTS = {code: None for code in range(128) if not chr(code).isalnum()}
_NUMBERS = 12  # numbers in a row that may spell something

PRIVATE = 8
"""So many of the words that tell a stretch of the instructions stand in nothing that the reply may repeat."""
_LEET = (str.maketrans("0134578", "oieastb"), str.maketrans("0134578", "oleastb"))

LONGEST_WORD = 64
"""Characters; what goes on after that counts as the next word."""
WORD = re.compile(rf"[^\W_](?:[^\W_]|[\u00ad\u200b-\u200f\u2060\ufeff]){{0,{LONGEST_WORD - 1}}}")
"""A word, with what is invisible within it."""
_NUMBER = re.compile(r"[0-9]{6,}")
_SECRET = re.compile(r"(?=.*\d)\S{6,40}")
_CODE = re.compile(r"(?<![\w-])(?=(?:[\w-]*\d){3})(?=(?:[\w-]*[^\W\d_]){3})[\w-]{6,40}(?![\w-])")


def _plain(word: str) -> str:
    """Take a word's disguise off."""
    return word.lower() if word.isascii() else fold(word)


def _bare(text: str) -> str:
    """Leave letters and digits of a text alone: a code is one however its parts are joined."""
    return text.lower().translate(_ASCII_JOINTS) if text.isascii() else _JOINT.sub("", text.casefold())


def word_line(text: str) -> str:
    """Return the words of a text in lower case, each with a space before and after."""
    return f" {' '.join(_plain(word) for word in WORD.findall(text))} "


def codes_in(text: str) -> frozenset[str]:
    """List what stands in a text like a code, such as `HERON-7731`: letters and digits, three of each or more.

    A long number in one counts by itself as well: a translator may change the letters beside it. What is said to be a
    secret is one if it has a digit and six signs.
    """
    codes = {match[0].casefold() for match in _CODE.finditer(text)}
    secrets = {text[span.start : span.end].casefold() for span in find_never_kept(text)}
    numbers = {number for code in codes for number in _NUMBER.findall(code)}
    return frozenset(codes | numbers | set(filter(_SECRET.fullmatch, secrets)))


@dataclass(frozen=True, slots=True)
class Instructions:
    """A tenant's instructions as a reply is held against them: in words, in letters, and the codes in them."""

    line: str = field(repr=False)
    words: frozenset[str] = field(repr=False)
    letters: Letters = field(repr=False)
    codes: frozenset[str] = field(repr=False)
    places: Places = field(repr=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """Take instructions apart."""
        line = word_line(text)
        words = line.split()
        return cls(line, frozenset(words), Letters.of(words), frozenset(map(_bare, codes_in(text))), places_of(words))


@dataclass(slots=True)
class Echo:
    """Follows a reply word by word. `published` is what it may say whoever else said it, such as the passages."""

    instructions: Instructions
    published: str = field(default="", repr=False)
    given_away: bool = False
    """Whether the instructions are being told, as they stand or encoded."""
    _run: list[str] = field(default_factory=list, repr=False)
    _places: list[int] = field(default_factory=list, repr=False)  # where its words begin
    _unit: list[str] = field(default_factory=list, repr=False)
    _plain: list[str] = field(default_factory=list, repr=False)
    _tail: str = field(default="", repr=False)
    _unread: int = 0
    _numbers: list[str] = field(default_factory=list, repr=False)
    _cipher: CipherEcho = field(init=False, repr=False)
    _retold: Retold = field(init=False, repr=False)
    _said: int = 0  # words

    def __post_init__(self) -> None:
        self._cipher = CipherEcho(self.instructions.letters)
        self._retold = Retold(self.instructions.places)

    def next(self, word: str, at: int) -> None:
        """Take the reply's next word, which begins at character `at`, and see whether it goes on with a quotation."""
        plain = word.lower() if word.isascii() else fold(word)
        self._unit.append(word)
        self._plain.append(plain)
        self._said += 1
        if not plain.isalpha() and plain not in self.instructions.words:
            plain = self._unleet(plain)
        if plain in self.instructions.words:
            self._follow(plain, at)
            self.given_away = self.given_away or self._is_quotation() or self._is_retold(plain)
        elif self._run:
            self._run.clear()
            self._places.clear()

    def end_unit(self, text: str) -> None:
        """Look at the words since the last unit for ciphers and encodings, and at a stretch of the reply for codes."""
        words, plain, self._unit, self._plain = self._unit, self._plain, [], []
        told = self._cipher.told_by(plain) or self._decodes(words) or self._tells_code(text) or is_needless(text)
        self.given_away = self.given_away or told

    def _tells_code(self, text: str) -> bool:
        """Tell whether a code is there that stands in the instructions alone."""
        codes = self.instructions.codes
        text = _bare(text) if codes else ""
        told = [code for code in codes if code in text]
        published = _bare(self.published) if told else ""
        return any(code not in published for code in told)

    def _is_quotation(self) -> bool:
        """Tell whether the run is long, and stands in nothing that the reply may repeat."""
        if len(self._run) < LONGEST_ECHO:
            return False
        return f" {' '.join(self._run)} " not in word_line(self.published)

    def _unleet(self, word: str) -> str:
        """Read digits as the letters they imitate where that gives a word of the instructions."""
        words = self.instructions.words
        return next((said for said in map(word.translate, _LEET) if said in words), word)

    def _is_retold(self, word: str) -> bool:
        """Tell whether enough words of one stretch were said, of which the reply may not say so many anyhow."""
        told = self._retold.told_by(word, self._said) if len(word) >= SHORTEST else []
        if not told:
            return False
        public = frozenset(word_line(self.published).split())
        return len([each for each in told if each not in public]) >= PRIVATE

    def _follow(self, word: str, at: int) -> None:
        """Go on with the run by a word of the instructions, from as far back as it still stands there."""
        self._run.append(word)
        self._places.append(at)
        while f" {' '.join(self._run)} " not in self.instructions.line:
            del self._run[0], self._places[0]

    def _decodes(self, words: list[str]) -> bool:
        """Tell whether any of these words ends something encoded. Words of prose, which most are, only go by."""
        if not all(map(_PROSE.fullmatch, words)):
            return any(map(self._is_decoded, words)) or self._stands(words_reading(words))
        self._tail = (self._tail + "".join(words))[-_TAIL:]
        if words:
            self._numbers = []
        return False

    def _is_decoded(self, word: str) -> bool:
        """Tell whether the last characters, or the last numbers, decode to words that stand so in the instructions."""
        self._tail = (self._tail + word)[-_TAIL:]
        if _PROSE.fullmatch(word) is None:
            self._unread += len(word)
        if self._is_number(word) and self._spell(self._numbers):
            return True
        if self._unread < _SHORTEST_ENCODED:
            return False
        self._unread = 0
        return any(map(self._stands, decoded_readings(self._tail)))

    def _spell(self, numbers: list[str]) -> bool:
        """Tell whether numbers spell the instructions, as codes of characters or as places in the alphabet."""
        letters = letters_reading(numbers)
        return (bool(letters) and letters in self.instructions.letters.plain) or any(
            map(self._stands, numbers_readings(numbers))
        )

    def _is_number(self, word: str) -> bool:
        """Keep a row of numbers; tells whether it is long enough to spell something."""
        if not (word.isascii() and word.isdigit()):
            self._numbers.clear()
            return False
        self._numbers = [*self._numbers[1 - _NUMBERS :], word]
        return len(self._numbers) == _NUMBERS

    def _stands(self, reading: str) -> bool:
        """Tell whether two words in a row of a decoded reading stand so in the instructions; chance writes no such."""
        words = word_line(reading).split()
        return any(f" {a} {b} " in self.instructions.line for a, b in pairwise(words) if min(len(a), len(b)) > 1)

    @property
    def length(self) -> int:
        """How many words in a row, up to the last one, stand so in the instructions."""
        return len(self._run)

    @property
    def start(self) -> int | None:
        """The character where that run began, None if there is none."""
        return self._places[0] if self._places else None
