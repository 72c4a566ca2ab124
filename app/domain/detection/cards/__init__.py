"""Payment cards in any spelling: digits in groups, dotted, dashed or one by one."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from stdnum import luhn

from app.domain.data_class import DataClass, Span
from app.domain.detection.cards.codes import find_codes
from app.domain.detection.cards.digits import as_digits
from app.domain.detection.cues import Cue, Cues
from app.domain.detection.words import Words

_FEWEST, _LONGEST = 12, 19  # digits
_ADJACENT = 22
_FEW = 6  # groups, as printed on cards
_SIGNS = re.compile(r"[^0-9]+")
_PARTS = re.compile(r"([0-9]+)")
_GROUP = re.compile(r"[0-9]+")
# Digits with signs and spaces between them, no letters.
_CROWD = 2000  # digits of a run that are looked at together
_RUN = re.compile(rf"[0-9](?:(?:[\W_]{{0,4}}+|\x00{{5,30}}+)[0-9]){{11,{_CROWD - 1}}}+")
_OVERLAP = 5 * _LONGEST  # characters: the longest card with all its signs
_FEW_DIGITS = 3  # a group: a crowd whose groups are smaller lists other things
_WORDED = re.compile(r"(?<![0-9])[0-9]{4}(?:[^0-9]{1,14}[0-9]{4}){3}(?![0-9])")
# What leads from one four of a number to the next.
_LEADING_ON = re.compile(
    r"(?i:[\s,.:;-]+(?:(?:then|next|and|last|followed|by|four|dann|und|puis|et|luego|y|poi|e|en|potem|i|och|ve)[\s,.:;-]+){0,3})"
)
_OTHER_GROUPS = frozenset({(4, 6, 5), (4, 6, 4), (4, 4, 4, 4, 3), (4, 4, 4, 1), (4, 4, 4, 3), (8, 8), (4, 4, 4, 2)})


class _Issuer(NamedTuple):
    """A range of numbers and the lengths that are given out in it; `sure` ones need no word beside them."""

    begins: re.Pattern[str]
    sure: tuple[int, ...]
    called: tuple[int, ...]


_ISSUERS: Final = (
    _Issuer(re.compile(r"4"), (16, 19), (13,)),
    _Issuer(re.compile(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,), ()),
    _Issuer(re.compile(r"3[47]"), (15,), ()),
    _Issuer(re.compile(r"3(?:0[0-59]|[689])"), (14,), (16, 17, 18, 19)),
    _Issuer(re.compile(r"35"), (16,), (17, 18, 19)),
    _Issuer(re.compile(r"6011|64[4-9]|65"), (16,), (17, 18, 19)),
    _Issuer(re.compile(r"62"), (19, 16), (17, 18)),
    _Issuer(re.compile(r"220[0-4]|60|508"), (16,), (17, 18, 19)),
    _Issuer(re.compile(r"5[06-8]|6304|6390|67|0604"), (16,), (12, 13, 14, 15, 17, 18, 19)),
    _Issuer(re.compile(r"8[12]|9792"), (), (16,)),
    _Issuer(re.compile(r"1800|2131"), (15,), ()),
)
_DIGITS, _VALUES = b"0123456789", bytes(range(10))
_SINGLE: Final = bytes.maketrans(_DIGITS, _VALUES)
_DOUBLED: Final = bytes.maketrans(_DIGITS, b"\x00\x02\x04\x06\x08\x01\x03\x05\x07\x09")


def find(text: str, cues: Cues, words: Words) -> Iterator[Span]:
    """Yield card numbers that pass the Luhn check, and the codes from a card's back."""
    text = as_digits(text, cues)
    enough = sum(map(text.count, "0123456789")) >= _FEWEST
    if enough:
        yield from _in_runs(text, cues)
        for match in _WORDED.finditer(text):
            digits = "".join(_GROUP.findall(match[0]))
            told = cues.any_before(Cue.CARD, match.start()) or _is_dictated(match[0], digits)
            if told and luhn.is_valid(digits):
                yield Span(*match.span(), DataClass.PAYMENT_CARD)
    for start, end in find_codes(words):
        yield Span(start, end, DataClass.PAYMENT_CARD)


def _is_dictated(said: str, digits: str) -> bool:
    """Whether words lead from four digits of a card that is given out to the next four."""
    if said.lower() == said.upper() or not _lengths(digits[:4], called=False):
        return False
    return all(map(_LEADING_ON.fullmatch, _GROUP.split(said)[1:-1]))


def _in_runs(text: str, cues: Cues) -> Iterator[Span]:
    """Yield the cards of runs of digits; a very long run is read in parts."""
    at = 0
    while run := _RUN.search(text, at):
        last = run.start()
        for card in _cards_in(text, run, cues):
            yield card
            last = card.end
        at = _next_part(text, run, last)


def _next_part(text: str, run: re.Match[str], last: int) -> int:
    """Say where to read on behind a run: where its last card ends, if that is near, so that a row goes on; else
    with whole groups of its end, where a card may have been cut.
    """
    at = run.end()
    if at - run.start() < _CROWD or not text[at : at + 5].strip():
        return at
    if last > at - _OVERLAP:
        return last
    again = _SIGNS.search(text, at - _OVERLAP, at)
    return again.end() if again else at


@dataclass(frozen=True, slots=True)
class _Run:
    """Digits with signs between them: its groups, and the stretch that each is of."""

    text: str
    groups: list[tuple[int, int]]
    digits: str
    starts: list[int]
    ends: dict[int, int]
    stretches: list[int]
    sums: tuple[list[int], list[int]]
    sparse: bool


def _cards_in(text: str, run: re.Match[str], cues: Cues) -> Iterator[Span]:
    """Cards begin where a group of digits begins and end where one ends."""
    parts = _PARTS.split(run[0])  # what stands between the groups, the groups, by turns
    digits = "".join(parts[1::2])
    sizes = list(map(len, parts[1::2]))
    starts = list(accumulate(sizes, initial=0))
    begun = [digits[start : start + 4] for start in starts]
    issued = {first_four: lengths for first_four in set(begun) if (lengths := _lengths(first_four, cues.has_card))}
    if not issued or (len(sizes) == 1 and len(digits) > _LONGEST):
        return
    places = list(accumulate(map(len, parts), initial=run.start()))
    groups = list(zip(places[1::2], places[2::2], strict=False))
    stretches = _stretches(sizes, parts[2:-1:2])
    sparse = len(digits) == _CROWD and len(groups) * _FEW_DIGITS > _CROWD
    ends = dict(zip(starts, range(len(starts)), strict=True))
    crowd = _Run(text, groups, digits, starts, ends, stretches, luhn_sums(digits), sparse)
    behind = 0
    for index, first_four in enumerate(begun):
        if first_four not in issued or index < behind or _is_inside(crowd, index):
            continue
        last = _card_from(crowd, index, issued[first_four], cues)
        if last is not None:
            yield Span(groups[index][0], groups[last][1], DataClass.PAYMENT_CARD)
            behind = last + 1
            stretches[behind : behind + 1] = [behind]  # another card may begin right behind


def _is_inside(run: _Run, index: int) -> bool:
    """Whether a group is in the middle of a long stretch: no card begins there, for none ends there."""
    first = run.stretches[index]
    if first == index or run.sparse:
        return first != index
    end = bisect_right(run.stretches, first, lo=index)
    return run.starts[index] < run.starts[end] - _LONGEST


def _card_from(run: _Run, index: int, lengths: tuple[tuple[int, bool], ...], cues: Cues) -> int | None:
    """Return the last group of a card that begins with this group."""
    position, start = run.starts[index], run.groups[index][0]
    for length, sure in lengths:
        behind = run.ends.get(position + length)
        if behind is None or not (cues.has_card or behind - index < _FEW or _is_whole(run.stretches, index, behind)):
            continue
        if not luhn_holds(run.sums, position, position + length):
            continue
        end = run.groups[behind - 1][1]
        if (
            len(set(run.digits[position : position + length])) > 1
            and _stands_alone(run.text, start, end)
            and _is_card(run, index, behind, cues, sure=sure)
        ):
            return behind - 1
    return None


def _is_card(run: _Run, index: int, behind: int, cues: Cues, *, sure: bool) -> bool:
    """Whether digits that pass the check are written, or called, as a card is."""
    start, end = run.groups[index][0], run.groups[behind - 1][1]
    # Who writes an order's number does not group it as a card's; one in groups may be a card in the wrong field.
    if behind == index + 1 and cues.is_order(run.text, start, end):
        return False
    plausible = _plausible(run.groups[index:behind], whole=_is_whole(run.stretches, index, behind))
    if sure and plausible:
        return True
    if not (cues.any_before(Cue.CARD, start) or cues.any_after(Cue.CARD, end)):
        return False
    return sure or (
        plausible and _fills(run.stretches, index, behind) and cues.before(start, _ADJACENT) is not Cue.ORDER
    )


def luhn_sums(digits: str) -> tuple[list[int], list[int]]:
    """Add digits up for the Luhn check, place by place: with every second one doubled, then with the others doubled."""
    signs = digits.encode()
    single, doubled = signs.translate(_SINGLE), bytearray(signs.translate(_DOUBLED))
    other = bytearray(single)
    other[::2], doubled[::2] = doubled[::2], single[::2]
    return list(accumulate(doubled, initial=0)), list(accumulate(other, initial=0))


def luhn_holds(sums: tuple[list[int], list[int]], start: int, end: int) -> bool:
    """The Luhn check of one of thousands of windows; a test holds it against stdnum's."""
    added = sums[(end - 1) & 1]
    return (added[end] - added[start]) % 10 == 0


@lru_cache(maxsize=10_000)
def _lengths(first_four: str, called: bool) -> tuple[tuple[int, bool], ...]:  # noqa: FBT001  # for the cache
    """The lengths that begin with these digits, and whether they are sure; others only where cards are spoken of."""
    issuers = [issuer for issuer in _ISSUERS if issuer.begins.match(first_four)]
    sure = [(length, True) for issuer in issuers for length in issuer.sure]
    return (*sure, *((length, False) for issuer in issuers for length in issuer.called if called))


def _stretches(sizes: list[int], signs: list[str]) -> list[int]:
    """Give each group the first group of its stretch: groups of one size, the last may be shorter, with the same
    signs between them.
    """
    first, gap, begin = [0], "", 0
    for index, (size, following, between) in enumerate(zip(sizes, sizes[1:], signs, strict=False), start=1):
        begun = begin < index - 1
        if following > size or (between != gap if begun else following < size):
            begin = index
        first.append(begin)
        gap = between
    return first


def _fills(stretches: list[int], index: int, behind: int) -> bool:
    return stretches[index] == index and (behind >= len(stretches) or stretches[behind] == behind)


def _is_whole(stretches: list[int], index: int, behind: int) -> bool:
    """A card fills its stretch from the start, or to the end: the middle of a longer number is none."""
    return stretches[index] == index or behind >= len(stretches) or stretches[behind] == behind


def _plausible(groups: list[tuple[int, int]], *, whole: bool) -> bool:
    """Whether people write a card in such groups: all of a size, or as on a card of one of the issuers."""
    sizes = tuple(end - start for start, end in groups)
    if len(sizes) == 1 or sizes in _OTHER_GROUPS:
        return True
    return whole and len(set(sizes[:-1])) == 1 and sizes[-1] <= sizes[0]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A number stands apart from digits and capitals, which belong to longer codes."""
    before, following = text[start - 1 : start], text[end : end + 1]
    return not (before.isupper() or before.isdigit() or following.isupper() or following.isdigit())
