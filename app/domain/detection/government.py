"""Numbers a state gives to a person: social security, national identity, passport, tax."""

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

_FEWEST_DIGITS = 5


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
# Plain numbers that need their name beside them: the name, then what it may look like.
_GAP = r"(?:'s)?(?: (?:number|no\.?|nr\.?|id|card|code))?(?: (?:is|was|ist|es|est))?[\s:=#]{0,3}"
_NAMED = re.compile(
    r"\b(?:ssn|social(?: security)?(?: number)?|sin|social insurance|nhs|national insurance|nino|bsn"
    r"|burgerservicenummer|pesel|aadhaar|passport|reisepass(?:nummer)?|passeport|pasaporte"
    r"|driver'?s? licen[cs]e|driving licen[cs]e|licen[cs]e|national id(?:entity)?|identity card"
    r"|personalausweis(?:nummer)?|personnummer|dni|nie|curp|cpf|medicare)"
    + _GAP
    + r"(?P<value>(?=[A-Za-z0-9 .-]{0,4}[0-9])[A-Za-z0-9](?:[ .-]?[A-Za-z0-9]){4,17})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_PERSONAL_CHECKS = (ssn.is_valid, sin.is_valid, nhs.is_valid, bsn.is_valid, pesel.is_valid)
_TAX = re.compile(
    r"\b(?:ein|itin|tin|tax(?:payer)? (?:id|identification)|steuer-?id(?:entifikationsnummer)?"
    r"|steuernummer|vat|ust-?id(?:-?nr)?|numero fiscal|codice fiscale|partita iva|utr)\b"
    + _GAP
    + r"(?P<value>(?=[A-Z]{0,3} ?[0-9])[A-Z]{0,3}[0-9A-Z](?:[ /.-]?[0-9]){6,12}[A-Z]?)(?![A-Za-z0-9])",
    re.IGNORECASE,
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
]
_TAX_CUES = ["ein", "tin", "tax", "steuer", "vat", "ust", "fiscal", "partita", "utr"]


def find(text: str) -> Iterator[Span]:
    """Yield identity numbers whose check holds or that are called by their name."""
    for shape, holds in _CHECKED:
        for match in shape.finditer(text):
            if holds(match[0]):
                yield Span(*match.span(), DataClass.GOVERNMENT_ID)
    lower = text.lower()
    for match in _TAX.finditer(text) if any(cue in lower for cue in _TAX_CUES) else ():
        yield Span(*match.span("value"), DataClass.TAX)
    for match in _NAMED.finditer(text) if any(cue in lower for cue in _NAMED_CUES) else ():
        end = _end_of_value(match)
        if end:
            yield Span(match.start("value"), end, DataClass.GOVERNMENT_ID)


def _end_of_value(match: re.Match[str]) -> int:
    """Where a named number ends, 0 if it has too few digits: words may follow it."""
    end, digits = 0, 0
    for word in re.finditer(r"[^\s]+", match["value"]):
        if not any(character.isdigit() for character in word[0]) or (end and word[0].isalpha()):
            break
        end = match.start("value") + word.end()
        digits += sum(character.isdigit() for character in word[0])
    return end if digits >= _FEWEST_DIGITS else 0
