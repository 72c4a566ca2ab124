"""Numbers a state gives to a person: social security, national identity, passport, tax."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from collections.abc import Callable, Iterator

from stdnum.br import cpf
from stdnum.ca import sin
from stdnum.es import dni, nie
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.in_ import aadhaar, pan
from stdnum.it import codicefiscale
from stdnum.nl import bsn
from stdnum.pl import pesel
from stdnum.us import ssn

from app.domain.data_class import DataClass, Span
from app.domain.plain_text import caseless

_FEWEST_DIGITS = 5
_MANY = 1000  # in one text: the shape of more is enough, so that judging stays cheap
_LONGEST_PREFIX = 3
_SUFFIXES = frozenset("ABCD")
_WORD = re.compile(r"[^\s]+")


def _always(_value: str) -> bool:
    """For shapes without check digits."""
    return True


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
    (
        re.compile(r"(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D](?!\w)"),
        _always,
    ),
)
# Where any of them may begin.
_ANY_CHECKED = re.compile(
    r"(?<!\w)(?:(?=[0-9])(?:[0-9]{3}[- .][0-9]{2,3}[- .][0-9]{3,4}|[0-9]{8}[- ]?[A-Za-z](?!\w)"
    r"|[12] ?[0-9]{2} ?[0-9]{2} ?[0-9AB]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}(?!\w)|[2-9][0-9]{3}[ -][0-9]{4}[ -][0-9]{4})"
    r"|(?=[A-Za-z]{1,6}+[ -]?[0-9])(?:[XYZxyz]-?[0-9]{7}|[A-Za-z]{6}[0-9]{2}[A-Za-z][0-9]{2}|[A-Za-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-Da-d](?!\w)|[A-Z]{5}[0-9]{4}[A-Z](?!\w)))"
)
# Plain numbers that need their name beside them: the name, then what it may look like.
_GAP = r"(?:'s)?(?: (?:number|no\.?|nr\.?|id|card|code))?(?: (?:is|was|ist|es|est))?[\s:=#]{0,3}"
_NAMED = re.compile(
    r"\b(?:ssn|social(?: security)?(?: number)?|sin|social insurance|nhs|national insurance|nino|bsn"
    r"|burgerservicenummer|pesel|aadhaar|passport|reisepass(?:nummer)?|passeport|pasaporte"
    r"|driver'?s? licen[cs]e|driving licen[cs]e|licen[cs]e|national id(?:entity)?|identity card|dl(?= ?[:#])|drivers? id|state id|ahv(?:-?nummer)?|avs|codice fiscale|fødselsnummer|fodselsnummer|cpr(?:-nummer)?|hetu|rijksregisternummer"
    r"|numéro de sécurité sociale|securite sociale|sécurité sociale|sozialversicherungsnummer|tfn|abn|rfc|rut|cedula|cédula|nif|pps(?:n)?|emirates id|nric|hkid|cnp|egn|oib|jmbg"
    r"|personalausweis(?:nummer)?|personnummer|dni|nie|curp|cpf|medicare)"
    + _GAP
    + r"(?P<value>(?=[a-z0-9 .-]{0,4}[0-9])[a-z0-9](?:[ .-]?[a-z0-9]){4,17})(?![a-z0-9])"
)
_PERSONAL_CHECKS = (ssn.is_valid, sin.is_valid, nhs.is_valid, bsn.is_valid, pesel.is_valid)
_TAX = re.compile(
    r"\b(?:ein|itin|tin|tax(?:payer)? (?:id|identification)|steuer-?id(?:entifikationsnummer)?"
    r"|steuernummer|vat|ust-?id(?:-?nr)?|numero fiscal|codice fiscale|partita iva|utr)\b"
    + _GAP
    + r"(?P<value>(?=[a-z]{0,3} ?[0-9])[a-z]{0,3}[0-9a-z](?:[ /.-]?[0-9]){6,12}[a-z]?)(?![a-z0-9])"
)

_NAMED_CUES = [
    "ssn",
    "social",
    "sin",
    "nhs",
    "national",
    "nino",
    "bsn",
    "burgerservice",
    "pesel",
    "aadhaar",
    "passport",
    "reisepass",
    "passeport",
    "pasaporte",
    "licen",
    "identity",
    "personalausweis",
    "personnummer",
    "dni",
    "nie",
    "curp",
    "cpf",
    "medicare",
    *(
        "dl",
        "driver",
        "state id",
        "ahv",
        "avs",
        "fiscale",
        "dselsnummer",
        "cpr",
        "hetu",
        "rijksregister",
        "curit",
        "sozialvers",
    ),
    *("tfn", "abn", "rfc", "rut", "dula", "nif", "pps", "emirates", "nric", "hkid", "cnp", "egn", "oib", "jmbg"),
]
_TAX_CUES = ["ein", "tin", "tax", "steuer", "vat", "ust", "fiscal", "partita", "utr"]


def find(text: str) -> Iterator[Span]:
    """Yield identity numbers whose check holds or that are called by their name."""
    for judged, place in enumerate(_ANY_CHECKED.finditer(text)):
        for shape, holds in _CHECKED:
            match = shape.match(text, place.start())
            if match and (judged > _MANY or holds(match[0])):
                yield Span(*match.span(), DataClass.GOVERNMENT_ID)
                break
    lower = text.lower()
    for match in _TAX.finditer(caseless(text)) if any(cue in lower for cue in _TAX_CUES) else ():
        yield Span(*match.span("value"), DataClass.TAX)
    for match in _NAMED.finditer(caseless(text)) if any(cue in lower for cue in _NAMED_CUES) else ():
        start, end = match.span("value")
        if size := _size_of_value(text[start:end]):
            yield Span(start, start + size, DataClass.GOVERNMENT_ID)


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
