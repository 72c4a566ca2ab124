"""Names of people: runs of words that a trained model takes for names."""

# ruff: noqa: E501 (a wording is read in one piece)
# ruff: noqa: RUF001 (other alphabets are the subject)

import re
from collections.abc import Iterator
from typing import Final

from app.domain.data_class import DataClass, Span
from app.domain.detection import name_model, names_east_asian

SURE: Final = 0.6  # a word that makes a name
LIKELY: Final = -1.8  # a word that goes on with one
READ_WHOLE: Final = 3_000  # characters; of longer texts, what follows is read around words that may be of a name
_AROUND: Final = 60
_MORE: Final = 3_000  # characters read around such words, and a share of the text's length
_SHARE: Final = 25
_LETTERS: Final = re.compile(r"[^\W\d_]{2}")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_ANNOUNCING: Final = frozenset(
    "name nom nombre nome naam namn imię adım namens dear regards sincerely mr mrs ms dr called heiße grüßen"  # noqa: SIM905
    " herr frau madame señor señora signor signora heet heter hedder nazywam jmenuji llamo chiamo appelle".split()
)
_TITLE: Final = re.compile(r"(?<!\w)(?:mrs?|ms|miss|mx|dr|prof|herrn?|frau|mme|sra?|dhr|mevr)\.? {1,2}$", re.IGNORECASE)
_SUFFIX: Final = re.compile(
    r"(?<=[jJsS][rR])\.|,? (?:(?:jr|sr|esq)\b\.?|(?:ii|iii|iv|md|phd|dvm|dds)\b)", re.IGNORECASE
)
_FILLER: Final = name_model.word(name_model.FILLER, False)  # noqa: FBT003
_JOINT: Final = re.compile(r" {1,2}|-|'|\. ?")
_PARTICLES: Final = frozenset(
    "van von de der den del della di da dos das la le bin ibn al el zu ten ter y e d o st af av du do".split()  # noqa: SIM905
)
_TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor doctor sir madam herr herrn frau monsieur madame mme señor señora signor signora sr sra"  # noqa: SIM905
    " dhr mevr mevrouw meneer pan pani pana hr fru bay bey hanım".split()
)


def find(text: str) -> Iterator[Span]:
    """Yield names of people, without the words that introduce them."""
    if not _LETTERS.search(text):
        return
    telling = not (text.islower() or text.isupper())
    yield from _read(text, 0, READ_WHOLE, telling)
    if len(text) > READ_WHOLE:
        yield from _read_on(text, telling)
    yield from names_east_asian.find(text)


def _read_on(text: str, telling: bool) -> Iterator[Span]:  # noqa: FBT001  # of the text, not a switch
    """Read a document around the words that may be of a name; where there are too many, the listed ones are names."""
    hopeful = {shown: weight for shown in set(_WORD.findall(text, READ_WHOLE)) if (weight := _promise(shown, telling))}
    if not hopeful:
        return
    left = _MORE + len(text) // _SHARE
    reached = READ_WHOLE
    for match in _WORD.finditer(text, READ_WHOLE):
        promise = hopeful.get(match[0])
        if promise is None or match.end() <= reached:
            continue
        start, end = match.span()
        if left > 0:
            start = max(reached, text.find(" ", start - _AROUND, start) + 1 or start)
            end = max(end, text.rfind(" ", end, end + _AROUND + _AROUND))
            left -= end - start
            yield from _read(text, start, end, telling)
        elif promise > 1:
            yield Span(start, end, DataClass.NAME)
        reached = end


def _promise(shown: str, telling: bool) -> int:  # noqa: FBT001  # of the text, not a switch
    """Tell of a word whether it may be of a name or announce one (1), or can hardly be anything else (2)."""
    lower = shown.lower()
    sets = name_model.membership(lower)
    if sets in name_model.ONLY_NAMES:
        return 2
    if lower in _ANNOUNCING:
        return 1
    return int(telling and shown[0].isupper() and (not sets or sets in name_model.ALSO_NAMES))


def _read(text: str, start: int, end: int, telling: bool) -> Iterator[Span]:  # noqa: FBT001  # of the text, not a switch
    matches = list(name_model.TOKEN.finditer(text, start, end))
    places = [match.span() for match in matches]
    words = [_FILLER] * name_model.REACH
    words += [name_model.word(match[0], telling) for match in matches]
    words += [_FILLER] * name_model.REACH
    scores = [
        name_model.score(words, at) if words[at].alone > name_model.HOPELESS else name_model.NEVER
        for at in range(name_model.REACH, len(words) - name_model.REACH)
    ]
    reached = start
    for at, score in enumerate(scores):
        if score > SURE and places[at][0] >= reached:
            first, last = _grown(text, places, scores, at)
            reached = places[last][1]
            yield from _trimmed(text, places, first, last)


def _grown(text: str, places: list[tuple[int, int]], scores: list[float], at: int) -> tuple[int, int]:
    """Add the likely words before and after a sure one."""
    first = last = at
    while (before := _step(text, places, scores, first, -1)) is not None:
        first = before
    while (after := _step(text, places, scores, last, 1)) is not None:
        last = after
    return first, last


def _step(text: str, places: list[tuple[int, int]], scores: list[float], at: int, way: int) -> int | None:
    """Find the next word of the name, over a full stop, a hyphen or particles."""
    other = at + way
    for _ in range(4):
        if not (0 <= other < len(places)):
            return None
        low, high = sorted((other, other - way))
        if not _JOINT.fullmatch(text, places[low][1], places[high][0]) and places[low][1] != places[high][0]:
            return None
        shown = text[slice(*places[other])]
        if shown in ".-'":
            if shown == "." and places[other][0] - places[other - 1][0] != 1:
                return None
        elif scores[other] > LIKELY and shown.lower() not in _TITLES:
            return other
        elif shown.lower() not in _PARTICLES:
            return None
        other += way
    return None


def _trimmed(text: str, places: list[tuple[int, int]], first: int, last: int) -> Iterator[Span]:
    """Take in a title before and a suffix behind, and leave out the ending of a possessive."""
    shown = text[slice(*places[first])]
    if last == first and (len(shown) == 1 or shown.lower() in _PARTICLES | _TITLES):
        return
    before = _TITLE.search(text, max(0, places[first][0] - 12), places[first][0])
    after = _SUFFIX.match(text, places[last][1])
    start = before.start() if before else places[first][0]
    end = after.end() if after else places[last][1]
    yield Span(start, end - 2 if text[start:end].endswith(("'s", "'S")) else end, DataClass.NAME)
