"""Bank accounts: IBANs of every country, and national numbers that are called by their name."""

import re
from collections.abc import Iterator

from stdnum.iso7064 import mod_97_10

from app.domain.data_class import DataClass, Span

# Country and length, from the IBAN registry.
_REGISTRY = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
    "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
    "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 "
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30"
)
_LENGTHS = {entry[:2]: int(entry[2:]) for entry in _REGISTRY.split()}
# Only looked ahead at, for the longest reading may reach into the next number.
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])(?=((?:" + "|".join(_LENGTHS) + r")[\s.-]{0,2}[0-9][\s.-]{0,2}[0-9]"
    r"(?:[\s.-]{0,2}[A-Za-z0-9]){11,31}))",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:(?:bank |checking |savings )?account (?:number|no\.?|nr\.?|#)|acct\.?(?: (?:number|no\.?|#))?"
    r"|routing (?:number|no\.?)|(?:aba|sort|bsb|transit) (?:code|number|no\.?)|sort-code"
    r"|kontonummer|bankleitzahl|blz|numero de (?:cuenta|compte)|rekeningnummer|konto)"
    r"(?: (?:is|ist|es|est))?[\s:=#]{1,3}(?P<value>[0-9](?:[ -]?[0-9]){5,16})(?![0-9])",
    re.IGNORECASE,
)

_CUES = [
    "acc",
    "routing",
    "aba",
    "sort",
    "bsb",
    "transit",
    "konto",
    "bankleitzahl",
    "blz",
    "cuenta",
    "compte",
    "rekening",
]
_PLAUSIBLE = re.compile(r"[A-Za-z]{2}[\s.-]{0,2}[0-9]")


def find(text: str) -> Iterator[Span]:
    """Yield IBANs whose check digits hold, and numbers introduced as an account's."""
    for match in _IBAN.finditer(text) if _PLAUSIBLE.search(text) else ():
        end = _iban_end(match)
        if end:
            yield Span(match.start(), end, DataClass.BANK_ACCOUNT)
    lower = text.lower()
    for match in _NAMED.finditer(text) if any(cue in lower for cue in _CUES) else ():
        yield Span(*match.span("value"), DataClass.BANK_ACCOUNT)


def _iban_end(match: re.Match[str]) -> int:
    """Where the IBAN ends, 0 if there is none: the words behind it may look like its tail."""
    wanted = _LENGTHS[match[1][:2].upper()]
    compact = ""
    for place, character in enumerate(match[1], start=match.start()):
        if character.isalnum():
            compact += character
            if len(compact) == wanted:
                return place + 1 if mod_97_10.is_valid(compact[4:] + compact[:4]) else 0
    return 0
