"""Payment cards in any spelling: digits in groups, dotted, dashed or one by one."""

import re
from collections.abc import Iterator
from itertools import accumulate

from stdnum import luhn

from app.domain.data_class import DataClass, Span

_DIGIT = re.compile(r"[0-9]")
_LAST_WITHOUT_CARRY = 4  # doubled, a higher digit has two digits
_SHORTEST, _LONGEST = 12, 19
# A run of digits with at most three separators between two of them.
_RUN = re.compile(r"[0-9](?:[\s./_,|*:-]{0,3}[0-9]){11,}")
# Issuers' number ranges and the lengths that they give out.
_ISSUERS = (
    (re.compile(r"4"), (16, 19, 13)),
    (re.compile(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),
    (re.compile(r"3[47]"), (15,)),
    (re.compile(r"3(?:0[0-59]|[689])"), (14, 16, 19)),
    (re.compile(r"35"), (16, 17, 18, 19)),
    (re.compile(r"6011|64[4-9]|65|62|60|81|82"), (16, 19, 18, 17)),
    (re.compile(r"220[0-4]"), (16, 19, 18, 17)),
    (re.compile(r"5018|5020|5038|5[6-8]|6304|6759|676[1-3]|0604"), (16, 19, 18, 17, 15, 14, 13, 12)),
    (re.compile(r"180[0]|2131"), (15,)),
)
_ANY_ISSUER = re.compile(r"[2-689]|180|0604")
_CODE_CUE = re.compile(r"[cC][vVsS]|code|verification", re.IGNORECASE)
_CODE = re.compile(
    r"\b(?:cvv2?|cvc2?|cv2|csc|security code|card verification (?:code|value))\b"
    r"(?: (?:is|number|code|no))?[\s:=#-]{0,3}(?P<value>[0-9]{3,4})(?![0-9])",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Span]:
    """Yield card numbers that pass the Luhn check, and the codes from a card's back."""
    for run in _RUN.finditer(text):
        yield from _cards_in(text, run)
    for code in _CODE.finditer(text) if _CODE_CUE.search(text) else ():
        yield Span(*code.span("value"), DataClass.PAYMENT_CARD)


def _cards_in(text: str, run: re.Match[str]) -> Iterator[Span]:
    places = [match.start() for match in _DIGIT.finditer(text, run.start(), run.end())]
    digits = "".join([text[i] for i in places])
    if len(digits) == len(run[0]) > _LONGEST:
        return
    if not _ANY_ISSUER.search(digits):
        return
    even, odd = _running_sums(digits)
    position = 0
    while position + _SHORTEST <= len(digits):
        length = 0
        if _begins(text, places[position]):
            for candidate in _lengths(digits, position):
                end = position + candidate
                # The running sums keep a crafted run linear; stdnum has the last word.
                if (
                    end <= len(digits)
                    and _ends(text, places[end - 1])
                    and _sum(even, odd, position, end) % 10 == 0
                    and luhn.is_valid(digits[position:end])
                    and len(set(digits[position:end])) > 1
                ):
                    length = candidate
                    yield Span(places[position], places[end - 1] + 1, DataClass.PAYMENT_CARD)
                    break
        position += length or 1


def _lengths(digits: str, position: int) -> tuple[int, ...]:
    for prefix, lengths in _ISSUERS:
        if prefix.match(digits, position):
            return lengths
    return ()


def _begins(text: str, place: int) -> bool:
    """A number begins after anything but a digit or a capital, which belong to longer codes."""
    return place == 0 or not (text[place - 1].isdigit() or text[place - 1].isupper())


def _ends(text: str, place: int) -> bool:
    following = text[place + 1 : place + 2]
    return not (following.isdigit() or following.isupper())


def _running_sums(digits: str) -> tuple[list[int], list[int]]:
    """Luhn sums up to each position, doubling the digits at even or at odd positions."""
    values = [int(digit) for digit in digits]
    doubled = [2 * value - 9 * (value > _LAST_WITHOUT_CARRY) for value in values]
    even = [doubled[i] if i % 2 == 0 else values[i] for i in range(len(values))]
    odd = [doubled[i] if i % 2 else values[i] for i in range(len(values))]
    return list(accumulate(even, initial=0)), list(accumulate(odd, initial=0))


def _sum(even: list[int], odd: list[int], start: int, end: int) -> int:
    """The Luhn sum of a window: the digit before the last one is doubled."""
    sums = even if end % 2 == 0 else odd
    return sums[end] - sums[start]
