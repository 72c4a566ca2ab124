"""Bank accounts: IBANs of every country, and national numbers that are called by their name."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from collections.abc import Iterator
from itertools import islice

from stdnum.iso7064 import mod_97_10

from app.domain.data_class import DataClass, Span
from app.domain.detection.led import Led
from app.domain.detection.words import Words

# Country and length, from the IBAN registry.
_REGISTRY = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 "
    "DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
    "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 "
    "MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 "
    "SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 "
    "IR26 DZ26 AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 GA27 GQ27 GW25 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28"
)
_LENGTHS = {entry[:2]: int(entry[2:]) for entry in _REGISTRY.split()}
# Only looked ahead at, for the longest reading may reach into the next number.
# Countries whose accounts have digits alone.
_NUMERIC = frozenset(
    "AE AT BA BE BI CR CZ DE DJ DK EE EG ES FI FO GL HR HU IL IS LT LY ME MN MR NO PL PT RS SE SI SK SO TL TN VA XK".split()  # noqa: SIM905
)
_IBAN = re.compile(
    r"(?=[a-z]{2}[\s./:_-]{0,3}[0-9])(?:(?<![a-z0-9])|(?<=iban))(?=((?:"
    + "|".join(_LENGTHS).lower()
    + r")(?P<gap>[\s./:_-]{0,3})[0-9][\s./_-]{0,3}[0-9]"
    r"(?:[\s./_-]{0,3}+[a-z0-9]){11,31}+))"
)
_NAMED = Led(
    r"\b(?:(?:bank |checking |savings )?account (?:number|no\.?|nr\.?|#)|acct\.?(?: (?:number|no\.?|#))?"
    r"|routing (?:number|no\.?)|(?:aba|sort|bsb|transit) (?:code|number|no\.?)|sort-code|bsb|aba"
    r"|kontonummer|konto-?nr\.?|bankleitzahl|blz|n[uú]mero de (?:cuenta|compte|conta)|rekeningnummer|rekeningnr\.?|konto|numer konta|nr konta|kontonr|hesap no|conto corrente|conta corrente|cuenta bancaria|compte bancaire)"
    r"(?: (?:is|ist|es|est))?[\s:=#]{1,3}(?P<value>[0-9](?:[ -]?[0-9]){5,16})(?![0-9])"
)
# A bank's code says what the number behind it is, though it be called an account only.
_PAIR = Led(
    r"\b(?:sort[ -]code|bsb|ifsc|routing|aba|transit|blz|bankleitzahl|ag[eê]ncia|clearing|bank code)(?: (?:code|number|no\.?|is))?[\s:=#]{1,3}"
    r"(?P<code>[a-z]{0,4}[0-9](?:[ -]?[0-9]){2,10}),?(?: (?:and|und|e|with))?"
    r"[\s,/;]{1,3}(?:(?:my|the) )?(?:acc(?:oun)?t?|a/c|acct|konto\w{0,6}|conta|c/c)\.?(?: (?:number|no\.?|nr\.?|num|corrente|is))?[\s:=#]{1,3}(?P<value>[0-9](?:[ -]?[0-9x]){3,16})(?![0-9])"
)
_HYPHENED = Led(
    r"\b(?:conta(?: corrente| poupan[cç]a)?|c/c)(?: (?:n[o°º]?\.?|[eé]))?[\s:]{1,3}(?P<value>(?!(?:19|20)[0-9]{2}-)[0-9]{4,9}-[0-9x])(?![0-9-])"
)

# What is called an IBAN is treated as one, mistyped or of a country that has none yet.
_CALLED_IBAN = re.compile(
    r"iban\b[^0-9\n]{0,24}?(?<![a-z0-9])(?P<value>[a-z]{2}[0-9]{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,3})?)(?![a-z0-9])"
)
_SIGN, _SIGNS = re.compile(r"[A-Za-z0-9]"), re.compile(r"[^A-Za-z0-9]+")
_MANY = 1000  # in one text: the shape of more is enough, so that judging stays cheap
_AS_NUMBER = str.maketrans({letter: str(int(letter, 36)) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"})
# A country with its first digit, close by unless the word stands beside it.
_PLAUSIBLE, _APART = re.compile(r"[0-9](?<=[A-Za-z]{2}.)"), re.compile(r"[A-Za-z]{2}[\s./:_-]{0,3}[0-9]")


def find(text: str, words: Words) -> Iterator[Span]:
    """Yield IBANs whose check digits hold, and numbers introduced as an account's."""
    lower = words.lower
    named = "iban" in lower
    for judged, match in enumerate(_IBAN.finditer(lower) if (_APART if named else _PLAUSIBLE).search(text) else ()):
        # "is" and "no" are countries too: apart from its digits a country needs the word beside it.
        end = 0
        if named or not match["gap"]:
            end = match.end(1) if judged > _MANY else _iban_end(match)
        if end:
            yield Span(match.start(), end, DataClass.BANK_ACCOUNT)
    for match in _CALLED_IBAN.finditer(lower) if named else ():
        yield Span(*match.span("value"), DataClass.BANK_ACCOUNT)
    for match in (*_NAMED.matches(words), *_HYPHENED.matches(words)):
        yield Span(*match.span("value"), DataClass.BANK_ACCOUNT)
    for match in _PAIR.matches(words):
        for part in ("code", "value"):
            yield Span(*match.span(part), DataClass.BANK_ACCOUNT)


def _iban_end(match: re.Match[str]) -> int:
    """Where the IBAN ends, 0 if there is none: the words behind it may look like its tail."""
    shown = match[1].upper()
    wanted = _LENGTHS[shown[:2]]
    compact = shown if shown.isalnum() else shown.replace(" ", "")
    compact = compact if compact.isalnum() else _SIGNS.sub("", compact)
    if len(compact) < wanted or (shown[:2] in _NUMERIC and not compact[4:wanted].isdigit()):
        return 0
    if int((compact[4:wanted] + compact[:4]).translate(_AS_NUMBER)) % 97 != 1:
        return 0
    place = wanted if compact is shown else next(islice(_SIGN.finditer(shown), wanted - 1, None)).end()
    return match.start() + place if mod_97_10.is_valid(compact[4:wanted] + compact[:4]) else 0
