"""Names of people: runs of words that a trained model takes for names, wherever in a message they stand."""

# ruff: noqa: E501 (a wording is read in one piece)
# ruff: noqa: RUF001 (other alphabets are the subject)

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.data_class import DataClass, Span
from app.domain.detection.names import east_asian, model, titles
from app.domain.detection.names.composed import compose, is_decomposed
from app.domain.detection.names.reading import Found, Reader
from app.domain.detection.words import Words

READ_WHOLE: Final = 3_000  # characters; of longer texts, what follows is read around words that may be of a name
_WORK: Final = 5_000  # what may be read there, in tokens
_ANNOUNCES, _MAYBE, _HARDLY_ELSE = 1, 2, 3
_AROUND: Final = 60
_STRETCH: Final = 600  # characters of such surroundings that are read together
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_ANNOUNCING: Final = (
    frozenset(
        "name nom nombre nome naam namn imię adım namens dear regards sincerely called heiße grüßen"  # noqa: SIM905
        " heet heter hedder nazywam jmenuji llamo chiamo appelle signed cheers grüße mfg cordialement saludos saluti groeten".split()
    )
    | titles.ALL
)
_LONGEST: Final = 60  # characters of a name that is looked for again
_MANY: Final = 1_000  # names that are looked for again
_SHORTEST: Final = 4  # of a part of one
_LENGTHS: Final = 8  # different ones that begin with the same word
_OTHER_SETS: Final = sum(1 << kind for kind in (model.ENGLISH, model.FREQUENT, model.FOREIGN, model.PLACE, model.OTHER))
_CALLS: Final = re.compile(
    r"(?i:n[ao]a?me?|nombre|nom|user|customer|contact|client|kunde|owner|author|from|to|by)[\w-]*=$"
)
_BEGINS: Final = re.compile(r"(?:^|[.!?:\n]\W*)$")


def find(words: Words) -> Iterator[Span]:
    """Yield names of people, without the words that introduce them."""
    text = words.text
    if not _LETTERS.search(text):
        return
    if is_decomposed(text):
        composed, begun = compose(text)
        for span in _found(Words(composed)):
            yield Span(begun[span.start], begun[span.end], DataClass.NAME)
    else:
        yield from _found(words)


def _found(words: Words) -> Iterator[Span]:
    text = words.text
    reader = Reader(text)
    found = list(reader.read(0, READ_WHOLE))
    if len(text) > READ_WHOLE:
        found += _read_on(reader, words)
    found = [name for name in found if not reader.is_outvoted(name) and not _is_setting(text, name)]
    for start, end in (*((name.start, name.end) for name in found), *_again(words, found)):
        yield Span(start, end, DataClass.NAME)
    yield from east_asian.find(text)


def _is_setting(text: str, name: Found) -> bool:
    """Tell whether a word in lower case is what something is set to, as in `mode=echo`, rather than who is called so."""
    return (
        text[name.start - 1 : name.start] == "="
        and text[name.start : name.end].islower()
        and not _CALLS.search(text, max(0, name.start - _SHORTEST * _LENGTHS), name.start)
    )


def _read_on(reader: Reader, words: Words) -> Iterator[Found]:
    """Read a document around the words that may be of a name; where there are too many, the listed ones are names."""
    text, most = reader.text, reader.work + _WORK
    hopeful = {
        word: promise for word in words.shown if len(word) > 1 and (promise := _promise(word, telling=reader.telling))
    }
    first = last = READ_WHOLE
    for begins, word in words.where_shown(hopeful.keys()):
        end = begins + len(word)
        if end > last:
            start = max(last, text.find(" ", begins - _AROUND, begins) + 1 or begins)
            if start > last + _AROUND or last > first + _STRETCH:
                yield from reader.read(first, last)
                if reader.work > most:
                    yield from _listed(words, last, hopeful)
                    return
                first = start
            last = max(end, text.rfind(" ", end, end + _AROUND + _AROUND))
    yield from reader.read(first, last)


def _listed(words: Words, start: int, hopeful: dict[str, int]) -> Iterator[Found]:
    """Yield the runs of words that may be of a name, where one of them can hardly be anything else."""
    first = last = start
    sure = False
    for begins, word in words.where_shown({word for word, promise in hopeful.items() if promise >= _MAYBE}):
        if begins < start:
            continue
        if words.text[last:begins] not in {" ", "-", ". "}:
            if sure:
                yield Found(first, last, first, last)
            first, sure = begins, False
        last = begins + len(word)
        sure = sure or hopeful[word] == _HARDLY_ELSE
    if sure:
        yield Found(first, last, first, last)


def _promise(shown: str, *, telling: bool) -> int:
    """Tell of a word whether it announces a name, may be of one, or can hardly be anything else."""
    lower = shown.lower()
    sets = model.membership(lower)
    if sets in model.ONLY_NAMES:
        return _HARDLY_ELSE
    if lower in _ANNOUNCING:
        return _ANNOUNCES
    return _MAYBE if telling and shown[0].isupper() and (not sets or sets in model.ALSO_NAMES) else 0


def _again(words: Words, found: Iterable[Found]) -> Iterator[tuple[int, int]]:
    """Yield where names stand again that were found elsewhere in the text, and parts of them that mean nothing else."""
    text = words.text
    names: defaultdict[str, set[str]] = defaultdict(set)
    taken = bytearray(len(text))
    for name in found:
        taken[name.start : name.end] = b"\x01" * (name.end - name.start)
        if len(names) > _MANY:
            continue
        shown = text[name.first : name.last]
        parts = _WORD.findall(shown)
        for part in parts:
            if len(part) >= _SHORTEST and not _means_something(part):
                names[part].add(part)
        if parts and len(shown) <= _LONGEST and shown.startswith(parts[0]):
            names[parts[0]].add(shown)
    lengths = {word: sorted({len(name) for name in begun}, reverse=True)[:_LENGTHS] for word, begun in names.items()}
    meaning = {word for word in names if _means_something(word)}
    for start, word in words.where_shown(names.keys()) if names else ():
        for length in lengths[word]:
            end = start + length
            if taken[start] or text[start:end] not in names[word] or text[end : end + 1].isalpha():
                continue
            if length > len(word) or word not in meaning or _inside(text, start):
                taken[start:end] = b"\x01" * length
                yield start, end


def _means_something(word: str) -> bool:
    return bool(model.membership(word.lower()) & _OTHER_SETS)


def _inside(text: str, start: int) -> bool:
    """Tell whether a word has a capital that is not the sentence's."""
    word = text[start : start + 2]
    return word[0].isupper() and not word.isupper() and not _BEGINS.search(text, max(0, start - 4), start)
