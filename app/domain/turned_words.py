"""Turned words: what a text says that is written backwards or in a turned alphabet, as a whole or in some words."""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from app.domain.vocabulary import MANY_KNOWN, MOST, Vocabulary

_FEW_KNOWN = 0.55
_ENOUGH_WORDS = 2
_ENOUGH_TURNED = 3  # different words among others
_SHORTEST_TELLING = 4  # letters; a shorter word turns into another by chance
_MOST_TURNED = 400
_WORD = re.compile(r"[^\W\d_]+")
_MIRROR: Final = str.maketrans("abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba")


def translated(folded: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield a folded text as it is read once turned, where that makes more known words."""
    limited = folded[:MOST]
    words = _WORD.findall(limited)
    share = vocabulary.share(words)
    whole = list(_as_a_whole(limited, share, vocabulary)) if share < _FEW_KNOWN else []
    yield from whole or _in_parts(limited, words, vocabulary)


def _as_a_whole(limited: str, share: float, vocabulary: Vocabulary) -> Iterator[str]:
    for read in (_rot13, _backwards, _each_backwards, _mirrored):
        reading = read(limited)
        found = _WORD.findall(reading)
        if len(found) >= _ENOUGH_WORDS and vocabulary.share(found) > max(share + 0.2, MANY_KNOWN - 0.1):
            yield reading


def _in_parts(limited: str, words: list[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield a text in which most words that nobody knows are known once turned."""
    unknown = {word for word in words if word not in vocabulary.costs}
    telling = [word for word in unknown if len(word) >= _SHORTEST_TELLING]
    if not _ENOUGH_TURNED <= len(unknown) <= _MOST_TURNED:
        return
    for read in (_rot13, _backwards, _mirrored):
        turned = {word: plain for word in unknown if (plain := read(word)) in vocabulary.costs}
        if sum(word in turned for word in telling) >= max(_ENOUGH_TURNED, MANY_KNOWN * len(telling)):
            yield _WORD.sub(_as_in(turned), limited)
            return


def _as_in(turned: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda word: turned.get(word[0], word[0])


def _rot13(text: str) -> str:
    return codecs.encode(text, "rot13")


def _backwards(text: str) -> str:
    return text[::-1]


def _each_backwards(text: str) -> str:
    return _WORD.sub(lambda word: word[0][::-1], text)


def _mirrored(text: str) -> str:
    return text.translate(_MIRROR)
