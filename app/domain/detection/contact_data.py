"""Ways to reach someone: e-mail addresses, telephone numbers, IP addresses."""

import ipaddress
import re
from collections.abc import Iterator

import phonenumbers

from app.domain.data_class import DataClass, Span

_LOCAL_BACKWARDS = re.compile(r"[\w.!#$%&'*+/=?^{|}~-]{1,64}")
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,23}|\[[0-9a-fA-F:.]{3,45}\]")
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.])[\w.+-]{1,64} {0,2}(?:[\[({] ?at ?[\])}]| at ) {0,2}[\w-]{1,63}"
    r"(?: {0,2}(?:[\[({] ?dot ?[\])}]| dot |\.) {0,2}[\w-]{2,63}){1,3}(?!\w)",
    re.IGNORECASE,
)
_DOTS_OF_IPV4, _COLONS_OF_IPV6 = 3, 7
_IPV4 = re.compile(r"(?<![\w.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![\w]|\.[0-9])")
_IPV6 = re.compile(r"(?<![\w:])[0-9a-fA-F]{0,4}(?::{1,2}[0-9a-fA-F]{1,4}){2,7}(?:::)?(?![\w:])")
_VERSION = re.compile(r"(?:\bv|version|release|firmware|build|ios|android|chapter|section)[\s:]*$", re.IGNORECASE)

_PHONE = re.compile(
    r"(?<![\w@#/.-])(?<![0-9][ ,])(?P<plus>(?:\+|00|011)[ .-]?)?(?:\([0-9+]{1,5}\)|[0-9])"
    r"(?:[ ./()-]{0,2}[0-9]){5,16}"
    r"(?: ?(?:x|ext\.?|extension|durchwahl) ?[0-9]{1,6})?(?![\w@]|[-/.][0-9])",
    re.IGNORECASE,
)
_SHAPES = (
    # 3-3-4 with separators, as in North America
    re.compile(
        r"(?:\+?1[ .-]?)?(?:\([0-9]{3}\) ?|[0-9]{3}[ .-])[0-9]{3}[ .-][0-9]{4}(?: ?(?:x|ext).*)?$", re.IGNORECASE
    ),
    # an area code in parentheses or behind a trunk zero, then groups
    re.compile(r"\(0?[0-9]{1,4}\)[ /-]?[0-9]{2,5}(?:[ -]?[0-9]{2,5}){0,3}$"),
    re.compile(r"0[0-9]{1,4}[ ./-][0-9]{2,8}(?:[ ./-]?[0-9]{2,5}){0,4}$"),
    re.compile(r"0[1-9][0-9]{8,9}$"),
    re.compile(r"[0-9]{2}([ .-])[0-9]{2}\1[0-9]{2}\1[0-9]{2}(?:\1[0-9]{2})?$"),
)
_CALLED = re.compile(
    r"(?:\b(?:phone|tele?(?:phone|fon|fono|foon)?|tel|mobile|mobil|cell|handy(?:nummer)?|portable|movil"
    r"|celular|cellulare|whatsapp|call(?: me)?(?: back)?|text me|sms|reach(?: me)?|ring|dial|fax|contact"
    r"|(?:my|new|his|her|their|our) number|number (?:is|to)|rufnummer|hotline|answering at)\b[^0-9\n]{0,25})$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s-]{0,3}\(?(?:office|fax|mobile|cell|home|work)\b", re.IGNORECASE)
_DATE = re.compile(r"(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}([-/.])[0-9]{1,2}\1(?:19|20)?[0-9]{2}")
# The library takes some 50 microseconds a number; beyond this many the shape alone decides.
_MOST_CHECKS = 40
_REGIONS = ("US", "GB", "DE")


def find_emails(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, also those written with (at) and (dot)."""
    place = text.find("@")
    while place >= 0:
        local = _LOCAL_BACKWARDS.match(text[max(0, place - 64) : place][::-1])
        domain = _DOMAIN.match(text, place + 1)
        if local and domain:
            begin = place - len(local[0])
            begin += len(text[begin:place]) - len(text[begin:place].lstrip("'/*={|}.!?#&"))
            if begin < place:
                yield Span(begin, domain.end(), DataClass.EMAIL)
        place = text.find("@", place + 1)
    lower = text.lower()
    if "dot" in lower or "at)" in lower or "at]" in lower:
        for match in _SPOKEN_EMAIL.finditer(text):
            if "dot" in match[0].lower() or re.search(r"[\[({] ?at", match[0].lower()):
                yield Span(*match.span(), DataClass.EMAIL)


def find_ip_addresses(text: str) -> Iterator[Span]:
    """Yield IPv4 and IPv6 addresses; a version number with four parts is none."""
    finds = [*_IPV4.finditer(text)] if text.count(".") >= _DOTS_OF_IPV4 else []
    if text.count(":") > 1:
        finds += _IPV6.finditer(text)
    for match in finds:
        if _is_address(match[0]) and not _VERSION.search(text[max(0, match.start() - 12) : match.start()]):
            yield Span(*match.span(), DataClass.IP_ADDRESS)


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return False
    return "." in value or "::" in value or value.count(":") == _COLONS_OF_IPV6


def find_phones(text: str) -> Iterator[Span]:
    """Yield telephone numbers: international ones, known shapes, and what is called a phone."""
    checks = 0
    for match in _PHONE.finditer(text):
        number = match[0]
        if _DATE.fullmatch(number) or number.count("(") != number.count(")"):
            continue
        checks += 1
        if _looks_dialled(text, match) and (
            checks > _MOST_CHECKS or _can_exist(number, international=bool(match["plus"]))
        ):
            yield Span(*match.span(), DataClass.PHONE)


def _looks_dialled(text: str, match: re.Match[str]) -> bool:
    number = match[0]
    if match["plus"] or any(shape.match(number) for shape in _SHAPES):
        return True
    before = text[max(0, match.start() - 60) : match.start()]
    return bool(_CALLED.search(before) or _AFTER.match(text, match.end()))


def _can_exist(number: str, *, international: bool) -> bool:
    """Whether the numbering plan of the named country, or of a common one, has room for it."""
    if international:
        digits = re.sub(r"^(?:00|011)[ .-]?", "+", number)
        return _possible(digits, None)
    return any(_possible(number, region) for region in _REGIONS)


def _possible(number: str, region: str | None) -> bool:
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    reason = phonenumbers.is_possible_number_with_reason(parsed)
    return reason in (
        phonenumbers.ValidationResult.IS_POSSIBLE,
        phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY,
    )
