"""Disguises of a message, and the readings with them taken off; a disguise itself is no guilt."""

import re
from collections.abc import Iterator
from itertools import chain, product

from app.domain.injection.encodings import decoded
from app.domain.injection.turned_words import translated
from app.domain.plain_text import fold
from app.domain.vocabulary import MOST, Vocabulary

_SHORTEST_JOINED = 13  # letters of a chunk that may hold several words
_MOST_CHUNKS = 300

_WORD = re.compile(r"[^\W\d_]+")
# A digit or sign that imitates a letter, beside one; at its end an exclamation mark imitates none.
_LEET = re.compile(r"[0134578@$!|€+69](?:(?=[^\W\d_])|(?<=[^\W\d_][^!]))")
_IMITATING = re.compile(r"(?<!\S)[^\s0134578@$!|€+69]*+[0134578@$!|€+69]\S*")
_DIGIT = re.compile(r"\d")
_LONGEST_CHUNK = 40
_SIGNS = str.maketrans("034578@$€+69", "oeastbasetgg")
_DOUBTFUL = re.compile(r"[1!|]")
# Letters that stand alone between marks or small pictures; one that stands so proves nothing.
_APART = r"[!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u2bff\U0001f000-\U0001fbff]"
_DOTTED = re.compile(rf"(?<!\S){_APART}*+(?:[^\W_]{_APART}++){{1,4000}}+[^\W_]?(?!\S)")
_MARK = re.compile(r"[\W_]+")
_MARKS_APART = re.compile(rf"{_APART}[^\W_]{_APART}")
# Letters one below the other, an empty line between words.
_TWO_UPRIGHT = re.compile(r"\n[ \t]*+\S?[ \t]*+\r?\n[ \t]*+\S?[ \t]*+\r?\n")
_UPRIGHT = re.compile(r"(?:(?<=\n)|\A)(?:[ \t]*+\S?[ \t]*+\r?\n){5,4000}[ \t]*+\S?[ \t]*+(?![^\n])")
# A mark that stands between words, and chunks that may be words strung on it: "where*is*my*parcel".
_STRUNG_ON = re.compile(r"(?<=[^\W_])([*/|\\#=<>:$`~])\1*(?=[^\W_])")
_MAY_BE_STRUNG = re.compile(r"\S{8,}")
_FEWEST_STRUNG = 3  # marks
_EMPHASIS = re.compile(r"\*+(?=[^\W_])|(?<=[^\s*])\*+")
_LONG = re.compile(r"[a-z]{13}")
_LONG_WORD = re.compile(rf"(?<![^\W\d_])[a-z]{{{_SHORTEST_JOINED},}}+(?![^\W\d_])")
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"\s{2,}|\s[|/\\·-]\s")


def readings(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the folded readings of a text, each with its disguises off."""
    folded = _without_marks(fold(decoded(text)))
    if _LEET.search(folded):
        folded = _without_leet(folded, vocabulary)
    others = list(translated(folded, vocabulary)) if len(folded) >= _SHORTEST_JOINED else []
    spaced = _spaced_again(folded, vocabulary)
    return [folded, *others] if spaced == folded else [*others, spaced]


def _without_marks(folded: str) -> str:
    """Join letters that were spaced or dotted, line by line, and drop back-slashes strewn into words."""
    if _TWO_UPRIGHT.search(folded):
        folded = _UPRIGHT.sub(_laid_down, folded)
    if folded.count("\\") * 4 > len(folded):
        folded = folded.replace("\\", "")
    if _MARKS_APART.search(folded):
        folded = _DOTTED.sub(lambda found: _MARK.sub("", found[0]), folded)
    if _STRUNG_ON.search(folded):
        folded = _MAY_BE_STRUNG.sub(_unstrung, folded)
    if "*" in folded:
        folded = _EMPHASIS.sub(" ", folded)
    return _LINE.sub(lambda line: _joined(line[0]), folded)


def _laid_down(column: re.Match[str]) -> str:
    """Write letters that stand one below the other side by side."""
    return "".join([line.strip() or " " for line in column[0].split("\n")])


def _unstrung(chunk: re.Match[str]) -> str:
    plain, marks = _STRUNG_ON.subn(" ", chunk[0])
    return plain if marks >= _FEWEST_STRUNG else chunk[0]


def _joined(line: str) -> str:
    chunks = line.split()
    if len(chunks) < 6 or list(map(len, chunks)).count(1) * 10 < 6 * len(chunks):  # noqa: PLR2004
        return line
    return " ".join("".join(word.split()) for word in _GAP.split(line.strip()))


def _without_leet(folded: str, vocabulary: Vocabulary) -> str:
    """Write digits and signs as the letters they imitate, where that makes known words."""
    chunks = set(_IMITATING.findall(folded)[:_MOST_CHUNKS])
    plain = {chunk: _unleeted(chunk, vocabulary) for chunk in chunks}
    return _IMITATING.sub(lambda found: plain.get(found[0], found[0]), folded)


def _unleeted(chunk: str, vocabulary: Vocabulary) -> str:
    if chunk in vocabulary.costs or len(chunk) > _LONGEST_CHUNK:
        return chunk
    for core in (chunk, chunk.rstrip(".,!?:;'\")"), chunk.strip(".,!?:;'\"()[]`")):
        for plain in _spellings(core):
            words = _WORD.findall(plain)
            if words and not _DIGIT.search(plain) and vocabulary.share(words) >= 1.0:
                return chunk.replace(core, plain, 1)
    return chunk


def _spellings(chunk: str) -> Iterator[str]:
    pieces = _DOUBTFUL.split(chunk.translate(_SIGNS))
    if len(pieces) > 5:  # noqa: PLR2004  # 16 spellings of one word at most
        return
    for letters in product("il", repeat=len(pieces) - 1):
        yield "".join(chain.from_iterable(zip(pieces, (*letters, ""), strict=True)))


def _spaced_again(folded: str, vocabulary: Vocabulary) -> str:
    """Put spaces back into long chunks that no language writes as one word."""
    left = MOST

    def split(found: re.Match[str]) -> str:
        nonlocal left
        word = found[0]
        if word in vocabulary.costs or left <= 0:
            return word
        left -= len(word)
        return vocabulary.split(word) or word

    return _LONG_WORD.sub(split, folded) if _LONG.search(folded) else folded
