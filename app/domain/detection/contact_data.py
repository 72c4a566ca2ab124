"""Addresses on the net: e-mail addresses and IP addresses."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from collections.abc import Iterator
from socket import AF_INET6, inet_pton

from app.domain.data_class import DataClass, Span
from app.domain.detection.around import find_around
from app.domain.detection.cues import Cue, Cues
from app.domain.plain_text import caseless, normalise

_DOMAIN = r"(?:(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,23}|\[[0-9a-fA-F:.]{3,45}\])"
_LOCAL = r"[\w.!#$%&'*+/=?^{|}~-]"
# A local part is taken whole or not at all, so that a text full of them stays linear.
_EMAIL = re.compile(rf"(?<!{_LOCAL})({_LOCAL}++)@(?=[\w\[]){_DOMAIN}")
_ESCAPED = re.compile(rf"(?<!{_LOCAL})({_LOCAL}{{1,64}}?)&(?:#64|#x40|commat);(?=[\w\[]){_DOMAIN}")
_ESCAPED_SIGN = re.compile("&(?:#64|#x40|commat);")
_ENCODED = re.compile(rf"(?<![\w.+-])[\w.+-]++%40{_DOMAIN}")
_BEFORE_LOCAL = re.compile(r".*[=/?&|{]|[.!#'*^~}]+")
_PROVIDER = r"(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|protonmail|proton|gmx|web|live|aol|msn|mail|yandex|me)"
# What the sign and the point are called, spelled as the text will be.
_SIGN_WORDS = normalise(
    "arroba|ät|chiocciola|klammeraffe|małpa|arobase|apenstaartje|snabel-?a|zavináč|kukac|собака|at[ -]sign"
).text
_POINT_WORDS = normalise(
    "dot|punkt|punto|point|ponto|kropka|punt|tečka|bodka|pont|prick|piste|точка|tochka|τελεία"
).text
_AT = rf"(?: {{0,2}}[\[({{<] ?(?:at|@|a|{_SIGN_WORDS}) ?[\])}}>] {{0,2}}| (?:at|{_SIGN_WORDS}) | ?@ ?)"
_POINT = rf"(?: {{0,2}}[\[({{<] ?(?:\.|{_POINT_WORDS}) ?[\])}}>] {{0,2}}| (?:{_POINT_WORDS}) | ?\. ?)"
_SPOKEN_POINT = rf"(?: (?:{_POINT_WORDS}|underscore|dash|hyphen|plus|minus) | ?[\[({{<](?:{_POINT_WORDS})[\])}}>] ?)"
_SPOKEN = re.compile(
    rf"(?<![\w.+-])(?:[\w+-]{{1,40}}(?:\.|{_SPOKEN_POINT})){{0,4}}[\w+-]{{1,40}}(?P<at>{_AT})"
    rf"[\w-]{{1,40}}(?P<points>(?:{_POINT}(?P<top>[\w-]{{2,40}})){{1,3}})(?!\w)"
)
_TOPS = frozenset(
    "com net org info eu uk de at ch fr es it nl be pl pt se no dk fi us ca au in io hu cz ro gr ru tr".split()  # noqa: SIM905
)
_WORDS_TOO = frozenset("in it no be at us is me to".split())  # noqa: SIM905
_PROVIDED = re.compile(rf"(?<![\w.+-])[\w.+-]{{2,64}} at {_PROVIDER}\.[a-z]{{2,3}}(?!\w)")
_UNENDED = re.compile(
    r"(?<![\w.+-])[\w.+-]{2,64} ?@ ?(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|protonmail|gmx|yandex)(?![\w.-])"
)
# Where one of these stands, an address may be spoken or torn apart.
_GATES = (
    *(
        "dot ",
        "dot)",
        "dot]",
        "dot}",
        "dot>",
        "punkt",
        "punt",
        "point",
        "pont",
        "kropka",
        "tečka",
        "bodka",
        "prick",
        "piste",
    ),
    *(normalise(word).text for word in "точка tochka τελεία собака".split()),  # noqa: SIM905
    *(
        "at)",
        "at]",
        "at}",
        "at>",
        "at >",
        "at-",
        "ät",
        "(a)",
        "arroba",
        "chiocciola",
        "klammeraffe",
        "malpa",
        "arobase",
    ),
    *("apenstaartje", "snabel", "zavináč", "kukac", " @", "@ ", "@)", "@]", "@}", "@>"),
)
_TORN = re.compile(r"@[\w-]{1,40}(?:\. | \.)(?:com|net|org|info|eu|uk|de|fr|nl|pl|pt|ch|dk|fi)(?!\w)")
_PROVIDERS = ("gmail", "yahoo", "hotmail", "outlook", "icloud", "proton", "gmx", "aol.")
_SPOKEN_SIGN = re.compile(rf"[\[({{<]|@|{_SIGN_WORDS}")
_SPOKEN_DOT = re.compile(_POINT_WORDS)
# The middle of whatever _SPOKEN finds.
_SPOKEN_MIDDLE = re.compile(rf"(?=[ \[({{<@]){_AT}[\w-]{{1,40}}{_POINT}[\w-]{{2}}")
_NO_ONE = re.compile(r"(?:us|me|you|it|is|are|them|him|her|look|looking|shop|bought|ordered|order|here|there|not)")
# An address in plain words, told by what it is called: "my e-mail is anna at example.com".
_PLAIN_ADDRESS = r"(?P<value>[\w.+-]{2,64} at (?:[\w-]{2,40}\.){1,3}[a-z]{2,8})(?!\w)"
_PLAIN = re.compile(
    rf"(?:mail(?: address| adresse)?|correo|courriel)(?: (?:is|ist|es|est|[eèé]|är|jest)|:)? {_PLAIN_ADDRESS}"
)
_PLAIN_BEFORE = re.compile(
    rf"(?<![\w.+-]){_PLAIN_ADDRESS}"
    r"(?=,? (?:is|ist|es|c'est|est|[eèé]|är|to|jest) (?:my|meine?|mi|mon|la mia|il mio|o meu|meu|mijn|min|mój) (?:e-?)?(?:mail|correo|courriel))"
)
_HYPHENED = re.compile(
    r"(?<![a-z0-9])[a-z0-9.]{1,40}([-_])at\1[a-z0-9]{1,40}(?:\1dot\1[a-z0-9]{2,40}){1,3}(?![a-z0-9])"
)
_LETTER_BY_LETTER = re.compile(r"(?<![^\s])(?:[\w.+-] ){2,40}+@(?: \w){2,40}(?: \.(?: \w){2,12}){1,3}(?!\w)")

_IPV4 = re.compile(
    r"(?<![\w.])(?:(?<![0-9]-)|(?<=\.[0-9]-)|(?<=\.[0-9]{2}-)|(?<=\.[0-9]{3}-))([0-9]{1,3})(?:\.|\[\.\]|\(\.\))([0-9]{1,3})(?:\.|\[\.\]|\(\.\))([0-9]{1,3})(?:\.|\[\.\]|\(\.\))([0-9]{1,3})"
    r"(?:/[0-9]{1,2})?(?::[0-9]{2,5})?(?![\w]|\.[0-9])"
)
_IPV6 = re.compile(
    r"(?<![\w:.])[0-9a-fA-F]{0,4}:[0-9a-fA-F:]{1,44}(?:(?<=:)[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?:%\w{1,15})?(?:/[0-9]{1,3})?(?![\w:]|\.[0-9])"
)
_DOTS_OF_IPV4, _COLONS_OF_IPV6, _OCTET = 3, 7, 255
_SMALL, _TINY, _PRIVATE = 100, 32, 10
_MANY = 300  # in one text: the shape of more is enough, so that judging stays cheap
_HAS_DIGIT = re.compile(r"[0-9]")
_VERSION = re.compile(r"(?:\bv\.?|version|release|firmware|build|chapter|section|rev)[\s:=(]*$", re.IGNORECASE)


_CLAUSE = re.compile(
    r"(?:§|\b(?:art(?:icle|ikel)?|clause|point|para(?:graph)?|ziffer|punkt|rule|annex|appendix|annexe|as per|pursuant to|gem(?:\.|äß)|win(?:dows)?))"
    r"[\s.:§(]{0,3}$",
    re.IGNORECASE,
)
_OF_TERMS = re.compile(
    r"\.?[,)]? (?:of|in|from|der|des|dei|de) (?:(?:the|your|our|this|my|ihrer?|den|la|los|las|les|vos|cgv) ){0,2}(?:\w{2,14} ){0,2}"
    r"(?:t&c|terms|polic(?:y|ies)|conditions|contract|agreement|manual|handbook|guide|documentation|docs|agb|vertrag\w*|bedingungen|contrat|contrato)\b",
    re.IGNORECASE,
)
# What makes of four tiny numbers an address after all.
_NETWORK = re.compile(
    r"\b(?:ips?|ip-?adress\w*|ipv4|address\w*|adress\w*|hosts?|servers?|gateway|router|dns|nameserver|ping\w*|trace\w*|connect\w*|network|netzwerk|from|von|desde|blocked|log(?:ged|in|s)?"
    r"|vpn|proxy|device|modem|subnet|firewall|access\w*|ssh|http|url|request\w*|visit\w*|client)\b",
    re.IGNORECASE,
)
# A time of day with a colon too many, or a ratio.
_CLOCK = re.compile(r"[0-9]{1,2}::[0-9]{1,2}(?::[0-9]{2})?")


def find_emails(text: str, cues: Cues) -> Iterator[Span]:
    """Yield e-mail addresses, also encoded ones and those that are spoken."""
    escaped = "&" in text and _ESCAPED_SIGN.search(text)
    for pattern, may_match in ((_EMAIL, "@" in text), (_ESCAPED, escaped)):
        for match in pattern.finditer(text) if may_match else ():
            cut = _BEFORE_LOCAL.match(match[1])
            begin = match.start() + (cut.end() if cut else 0)
            if begin < match.end(1):
                yield Span(begin, match.end(), DataClass.EMAIL)
    if "%40" in text:
        for match in _ENCODED.finditer(text):
            yield Span(*match.span(), DataClass.EMAIL)
    yield from _find_spoken(text, cues)


def _find_spoken(text: str, cues: Cues) -> Iterator[Span]:
    lower = caseless(text)
    torn = "@" in lower and _TORN.search(lower)
    if torn or any(map(lower.__contains__, _GATES)):
        for match in find_around(_SPOKEN, lower, _SPOKEN_MIDDLE, before=260, behind=320):
            if _is_spoken(match, cues):
                yield Span(*match.span(), DataClass.EMAIL)
    provided = any(map(lower.__contains__, _PROVIDERS))
    plain = " at " in lower and any(map(lower.__contains__, ("mail", "correo", "courriel")))
    patterns = (
        (_PROVIDED, provided and " at " in lower),
        (_PLAIN, plain),
        (_PLAIN_BEFORE, plain),
        (_UNENDED, provided and "@" in lower),
        (_HYPHENED, "dot" in lower and ("-at-" in lower or "_at_" in lower)),
        (_LETTER_BY_LETTER, " @ " in lower),
    )
    for pattern, may_match in patterns:
        for match in pattern.finditer(lower) if may_match else ():
            place = match.span("value" if pattern.groupindex else 0)
            if not _NO_ONE.fullmatch(text[slice(*place)].split(" ", 1)[0].lower()):
                yield Span(*place, DataClass.EMAIL)


def _is_spoken(match: re.Match[str], cues: Cues) -> bool:
    """An address has its sign or its points in words; where both are plain it is some other sentence."""
    if _NO_ONE.fullmatch(match[0].split(match["at"], 1)[0]):
        return False
    if _SPOKEN_DOT.search(match["points"]):
        return match["at"] != " at " or "dot" in match["points"] or match["top"] in _TOPS - _WORDS_TOO
    if not match["top"][0].isalpha():
        return False  # a price
    called = match["at"] == "@" or cues.any_before(Cue.EMAIL, match.start())
    apart = ". " in match["points"] and match["top"] not in _TOPS - (_WORDS_TOO if " . " in match["points"] else set())
    return bool(_SPOKEN_SIGN.search(match["at"])) and (called or not apart)


def find_ip_addresses(text: str, cues: Cues) -> Iterator[Span]:
    """Yield IPv4 and IPv6 addresses; a version number with four parts is none."""
    if text.count(".") >= _DOTS_OF_IPV4:
        for judged, match in enumerate(_IPV4.finditer(text)):
            if judged > _MANY or _is_ipv4(text, match, cues):
                yield Span(*match.span(), DataClass.IP_ADDRESS)
    if "::" in text or text.count(":") >= _COLONS_OF_IPV6:
        for judged, match in enumerate(_IPV6.finditer(text)):
            if ("::" in match[0]) if judged > _MANY else _is_ipv6(match[0]) and not _CLOCK.fullmatch(match[0]):
                yield Span(*match.span(), DataClass.IP_ADDRESS)


def _is_ipv4(text: str, match: re.Match[str], cues: Cues) -> bool:
    octets = list(map(int, match.groups()))
    return max(octets) <= _OCTET and not _is_version(text, match, octets, cues)


def _is_version(text: str, match: re.Match[str], octets: list[int], cues: Cues) -> bool:
    """Whether four small numbers are a version's, or those of a clause."""
    start = match.start()
    if _VERSION.search(text[max(0, start - 14) : start]):
        return True
    if max(octets) >= _SMALL or match[0].count(".") != _DOTS_OF_IPV4:
        return False
    if cues.before(start, 40) is Cue.VERSION or _CLAUSE.search(text[max(0, start - 20) : start]):
        return True
    if _OF_TERMS.match(text, match.end()):
        return True
    around = text[max(0, start - 40) : start], text[match.end() : match.end() + 40]
    return max(octets) < _TINY and octets[0] != _PRIVATE and not any(map(_NETWORK.search, around))


def _is_ipv6(value: str) -> bool:
    address = value.split("%", 1)[0].split("/", 1)[0]
    if address.count(":") > _COLONS_OF_IPV6:
        address = address.rpartition(":")[0]  # a port stands behind it
    if address.isalpha() or not (_HAS_DIGIT.search(address) or address.count(":") == _COLONS_OF_IPV6):
        return False
    try:
        inet_pton(AF_INET6, address)
    except OSError:
        return False
    return True
