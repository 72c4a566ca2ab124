"""Numbers a state gives to a person: social security, national identity, passport, tax."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from stdnum.ar import cuit
from stdnum.be import nn
from stdnum.br import cpf
from stdnum.ch import ssn as ahv
from stdnum.cl import rut
from stdnum.cn import ric
from stdnum.cz import rc
from stdnum.es import dni, nie
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.in_ import aadhaar, pan
from stdnum.is_ import kennitala
from stdnum.it import codicefiscale
from stdnum.kr import rrn
from stdnum.mx import curp
from stdnum.se import personnummer
from stdnum.us import ssn

from app.domain.data_class import DataClass, Span
from app.domain.detection.cues import Cues
from app.domain.detection.government.kinds import HOLDS, NAMES, TAXES, UNSPACED_NAMES
from app.domain.detection.led import Led
from app.domain.detection.words import Words

_FEWEST_DIGITS = 5
_MANY = 500  # in one text: the shape of more is enough, so that judging stays cheap
_MANY_NAMED = 200  # of those whose name stands some words away
_LONGEST_PREFIX = 3
_SUFFIXES = frozenset("ABCD")
_WORD = re.compile(r"[^\s]+")
_LATE_YEARS = frozenset(f"{year:02}" for year in range(14, 31))


def _always(_value: str) -> bool:
    """For shapes without check digits."""
    return True


def _is_nordic(value: str) -> bool:
    """Sweden's and Iceland's; of the last years such a number is a date that begins an order's."""
    return value[:2] not in _LATE_YEARS and (personnummer.is_valid(value) or kennitala.is_valid(value))


# Shapes that speak for themselves once their check digits hold.
_CHECKED: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (re.compile(r"(?<![0-9A-Za-z-])[0-9]{3}([- .])[0-9]{2}\1[0-9]{4}(?![0-9A-Za-z]|-[0-9])"), ssn.is_valid),
    (re.compile(r"(?<![\w.])[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}(?!\w)"), cpf.is_valid),
    (re.compile(r"(?<!\w)[0-9]{8}[- ]?[A-HJ-NP-TV-Za-hj-np-tv-z](?!\w)"), dni.is_valid),
    (re.compile(r"(?<!\w)[XYZxyz]-?[0-9]{7}-?[A-Za-z](?!\w)"), nie.is_valid),
    (re.compile(r"(?<!\w)[12] ?[0-9]{2} ?[0-9]{2} ?[0-9AB]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}(?!\w)"), nir.is_valid),
    (re.compile(r"(?<!\w)[A-Za-z]{6}[0-9]{2}[A-Za-z][0-9]{2}[A-Za-z][0-9]{3}[A-Za-z](?!\w)"), codicefiscale.is_valid),
    (re.compile(r"(?<!\w)[2-9][0-9]{3}[ -][0-9]{4}[ -][0-9]{4}(?![\w]|[ -][0-9])"), aadhaar.is_valid),
    (re.compile(r"(?<!\w)[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z](?!\w)"), pan.is_valid),
    (re.compile(r"(?<![\w.-])[0-9]{6}[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-Ya-y](?![\w-])"), hetu.is_valid),
    (re.compile(r"(?<![\w.-])(?:19[0-9]{2}|20[01][0-9])[01][0-9][0-3][0-9]-[0-9]{4}(?![\w-])"), personnummer.is_valid),
    (re.compile(r"(?<![\w.-])[0-9]{6}-[0-9]{4}(?![\w-])"), _is_nordic),
    (re.compile(r"(?<![\w.-])[0-9]{6}-[1-4][0-9]{6}(?![\w-])"), rrn.is_valid),
    (re.compile(r"(?<![\w./])[0-9]{6}/[0-9]{4}(?![\w/])"), rc.is_valid),
    (re.compile(r"(?<![\w.-])[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx](?![\w-])"), ric.is_valid),
    (re.compile(r"(?<![\w.-])756[. ][0-9]{4}[. ][0-9]{4}[. ][0-9]{2}(?![\w-])"), ahv.is_valid),
    (re.compile(r"(?<![\w.-])[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{3}\.[0-9]{2}(?![\w-])"), nn.is_valid),
    (re.compile(r"(?<![\w.-])[0-9]{1,2}\.[0-9]{3}\.[0-9]{3}-[0-9Kk](?![\w-])"), rut.is_valid),
    (re.compile(r"(?<![\w.-])(?:2[0347]|3[034])-[0-9]{8}-[0-9](?![\w-])"), cuit.is_valid),
    (re.compile(r"(?<![\w.-])[A-Za-z]{4}[0-9]{6}[HMhm][A-Za-z]{5}[0-9A-Za-z][0-9](?![\w-])"), curp.is_valid),
    (
        re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D](?!\w)"),
        _always,
    ),
)
# Where any of them may begin.
_ANY_CHECKED = re.compile(
    r"(?<![^\W_])(?:(?=[0-9])(?:[0-9]{3}[- .][0-9]{2,4}[- .][0-9]{3,4}|[0-9]{8}[- ]?[A-Za-z](?!\w)|[0-9]{6}[-+/A-FU-Ya-fu-y][0-9]{3}|[0-9]{8}-[0-9]{4}(?!\w)|[0-9]{17}[0-9Xx](?!\w)"
    r"|[12] ?[0-9]{2} ?[0-9]{2} ?[0-9AB]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}(?!\w)|[2-9][0-9]{3}[ -][0-9]{4}[ -][0-9]{4}|[0-9]{1,2}\.[0-9]{2,3}\.[0-9]{2,3}-[0-9Kk]|[23][0-9]-[0-9]{8}-)"
    r"|(?=[A-Za-z]{1,6}+[ -]?[0-9])(?:[XYZxyz]-?[0-9]{7}|[A-Za-z]{6}[0-9]{2}[A-Za-z][0-9]{2}|[A-Za-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-Da-d](?!\w)|[A-Z]{5}[0-9]{4}[A-Z](?!\w)|[A-Za-z]{4}[0-9]{6}[HMhm]))"
)
# Plain numbers that need their name beside them: the name, then what it may look like.
_GAP = (
    r"(?:'s)?(?:[ -]?(?:numbers?|no\.?|nr\.?|n[°o]|numer|num|nummer\w?|numero|número|id|card|code|#)){0,2}(?: ?\([^\W\d]{2,6}\))?"
    r"(?: (?:is|was|ist|lautet|est|es|er|är|este|je|jest|to|è|é|on|of (?:my|his|her) \w{1,10}))?[\s:=#>(-]{0,4}"
)
_NAMED = Led(
    r"\b(?:ssn|s\.s\.n\.?|ss ?(?:#|no\b\.?|num(?:ber)?)|s(?:oc|co|os)(?:i?[ae]?l|ail|\.)?[ -]?s[eu]c\w{0,7}\.?|social|n\.?i\.? (?:no\b\.?|num(?:ber)?)|numéro de sécu|svnr|isikukood|kennitala|asmens kodas|cui[tl]"
    r"|sin|social insurance|nhs|national insurance|nino|bsn"
    r"|burgerservicenummer|pesel|aadhaar|passport|reisepass(?:nummer)?|passeport|pasaporte|passaporto|passaporte|paspoort(?:nummer)?|paszport\w{0,2}|pasaport\w{0,2}"
    r"|carte (?:nationale )?d'identit[eé]|cni|carta d'identit[aà]|dow[oó]d(?:u|em)?(?: osobist\w{1,3})?|documento de identidad|cart[aã]o de cidad[aã]o|id card|identiteitskaart|kimlik"
    r"|permis de conduire|permiso de conducir|carn[eé]t? de conducir|carta de condução|rijbewijs(?:nummer)?|prawa? jazdy|k[oö]rkort(?:snummer)?|ehliyet"
    r"|driver'?s? licen[cs]e|driving licen[cs]e|licen[cs]e|national id(?:entity)?|identity card|dl(?= ?[:#])|drivers? id|state id|ahv(?:-?nummer)?|avs|codice fiscale|fødselsnummer|fodselsnummer|cpr(?:-nummer)?|hetu|rijksregisternummer"
    r"|numéro de sécurité sociale|securite sociale|sécurité sociale|sozialversicherungsnummer|tfn|abn|rfc|rut|cedula|cédula|nif|pps(?:n)?|emirates id|nric|hkid|h(?:ong )?k(?:ong)? (?:id|identity)|cnp|egn|oib|jmbg"
    r"|personalausweis(?:nummer)?|ausweisnummer|ausweis-?nr\.?|f[uü]hrerschein(?:nummer)?|personnummer|dni|nie|curp|cpf|medicare)"
    + _GAP
    + r"(?P<value>(?=[a-z0-9 .-]{0,4}[0-9])[a-z0-9](?:[ .-]?[a-z0-9]){4,17}(?:\([0-9a]\))?)(?![a-z0-9])"
)
# Digits that a check may hold, with what people write between them.
_PLAIN = re.compile(r"(?<![0-9A-Za-z_.,/-])[0-9](?:[ ./-]?[0-9]){7,17}+(?:-?[0-9A-Za-z])?(?![\w]|[./-][0-9])")
_SIGNS = re.compile(r"[ ./-]")
_REACH, _BEHIND = 48, 24  # characters to the name
_TAX = Led(
    r"\b(?:ein|itin|tin|tax(?:payer)? (?:id|identification)|steuer(?:liche)?[ -]?id(?:entifikationsnummer|ent\w*|-?nr\.?)?"
    r"|steuernummer|vat|ust-?id(?:-?nr)?|numero fiscal|codice fiscale|partita iva|utr)\b"
    + _GAP
    + r"(?P<value>(?=[a-z]{0,3} ?[0-9])[a-z]{0,3}[0-9a-z](?:[ /.-]?[0-9]){6,12}[a-z]?)(?![a-z0-9])"
)


def find(text: str, cues: Cues, words: Words) -> Iterator[Span]:
    """Yield identity numbers whose check holds or that are called by their name."""
    for judged, place in enumerate(_ANY_CHECKED.finditer(text)):
        for shape, holds in _CHECKED:
            match = shape.match(text, place.start())
            if match and (judged > _MANY or (holds(match[0]) and not cues.is_order(text, *match.span()))):
                yield Span(*match.span(), DataClass.GOVERNMENT_ID)
                break
    for match in _TAX.matches(words):
        yield Span(*match.span("value"), DataClass.TAX)
    for match in _NAMED.matches(words):
        start, end = match.span("value")
        if size := _size_of_value(text[start:end]):
            yield Span(start, start + size, DataClass.GOVERNMENT_ID)
    yield from _spoken_of(text, cues, words)


def _spoken_of(text: str, cues: Cues, words: Words) -> Iterator[Span]:
    """Yield plain numbers that hold the check of a name some words away, before them or right behind."""
    names = [*NAMES.matches(words), *(UNSPACED_NAMES.finditer(text) if words.unspaced else ())]
    if not names:
        return
    names.sort(key=lambda name: name.start())
    ends = [name.end() for name in names]
    for judged, number in enumerate(_PLAIN.finditer(text)):
        start, end = number.span()
        behind = bisect_right(ends, start)
        near = [*names[max(0, behind - 2) : behind][::-1], *names[behind : behind + 1]]
        near = [name for name in near if name.end() >= start - _REACH and name.start() <= end + _BEHIND]
        kinds = list(dict.fromkeys(name.lastgroup or "" for name in near))
        if kinds and judged < _MANY_NAMED:
            compact = _SIGNS.sub("", number[0])
            kinds = [kind for kind in kinds if HOLDS[kind](compact) and not cues.is_order(text, start, end)]
        if kind := next(iter(kinds), ""):
            yield Span(start, end, DataClass.TAX if kind in TAXES else DataClass.GOVERNMENT_ID)


def _size_of_value(value: str) -> int:
    """How long a named number is, 0 if it has too few digits: words may follow it."""
    end, digits = 0, 0
    for word in _WORD.finditer(value):
        if not end and word[0].isupper() and word[0].isalpha() and len(word[0]) <= _LONGEST_PREFIX:
            continue
        if word[0] not in _SUFFIXES and not any(character.isdigit() for character in word[0]):
            break
        end = word.end()
        digits += sum(character.isdigit() for character in word[0])
    return end if digits >= _FEWEST_DIGITS else 0
