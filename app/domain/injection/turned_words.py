"""Turned words: what a text says that is written backwards, on its head or in a turned alphabet, wholly or in part."""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from string import ascii_lowercase
from typing import Final

from app.domain.vocabulary import MANY_KNOWN, MOST, Vocabulary

_FEW_KNOWN = 0.55
_ENOUGH_WORDS = 2
_ENOUGH_TURNED = 3  # different words among others
_SHORTEST_TELLING = 4  # letters; a shorter word turns into another by chance
_MOST_TURNED = 400
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 150  # characters that tell by how much an alphabet is shifted
_UPSIDE_DOWN: Final = str.maketrans("ɐqɔpǝɟƃɓɥᴉɾʞɯudbɹʇnʌʍʎ", "abcdefgghijkmnpqrtuvwy")  # noqa: RUF001  # as seen
_ON_ITS_HEAD: Final = frozenset("ɐǝɹʇ")
_LETTERS: Final = ascii_lowercase
_MIRROR: Final = str.maketrans(_LETTERS, _LETTERS[::-1])


def translated(folded: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield a folded text as it is read once turned, where that makes more known words."""
    limited = folded[:MOST]
    words = _WORD.findall(limited)
    share = vocabulary.share(words)
    whole = list(_as_a_whole(limited, share, vocabulary)) if share < _FEW_KNOWN else []
    yield from whole or _in_parts(limited, words, vocabulary)


def _as_a_whole(limited: str, share: float, vocabulary: Vocabulary) -> Iterator[str]:
    upside_down = (_upside_down, _turned_round) if not _ON_ITS_HEAD.isdisjoint(limited) else ()
    for read in (_rot13, _backwards, _each_backwards, _mirrored, *upside_down, _unshifted(limited, vocabulary)):
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


def _unshifted(limited: str, vocabulary: Vocabulary) -> Callable[[str], str]:
    """Return the shift of the alphabet by which the beginning of a text becomes most like words."""
    shifts = [str.maketrans(_LETTERS, _LETTERS[by:] + _LETTERS[:by]) for by in range(1, len(_LETTERS))]
    sample = limited[:_SAMPLE]
    best = max(shifts, key=lambda shift: vocabulary.share(_WORD.findall(sample.translate(shift))))
    return lambda text: text.translate(best)


def _backwards(text: str) -> str:
    return text[::-1]


def _each_backwards(text: str) -> str:
    return _WORD.sub(lambda word: word[0][::-1], text)


def _upside_down(text: str) -> str:
    return text.translate(_UPSIDE_DOWN)


def _turned_round(text: str) -> str:
    return _upside_down(text)[::-1]


def _mirrored(text: str) -> str:
    return text.translate(_MIRROR)
