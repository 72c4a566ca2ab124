"""Names of people where the text itself says that a name comes: introductions, titles, letters."""

# ruff: noqa: SIM905 (a block of words stays readable)
# ruff: noqa: E501 (a wording is read in one piece)
# ruff: noqa: RUF001 (the look-alikes are the subject)

import re
from collections.abc import Iterator

from app.domain.data_class import DataClass, Span
from app.domain.detection.given_names import GIVEN_NAMES

_WORD = r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_])){0,29}"
_PART = r"(?:van|von|de|der|den|del|della|di|da|dos|la|le|bin|ibn|al|el|zu|st\.?|mc)"
_NAME = rf"(?P<name>{_WORD}\.?(?: (?:{_PART} ){{0,2}}{_WORD}){{0,3}})"
# Fragments, one of which each pattern needs: looking for them is cheaper than the pattern.
_CERTAIN_CUES = (
    "name|nom est|nombre|llamo|appelle|ich hei|chiamo|chamo|nome|naam|heet|heter|namn|imię|jmenuji|navn|hedder|nimeni"
).split("|")
_LIKELY_CUES = (
    "i am|i'm|im |i’m|this is|call me|ich bin|suis|soy|sono|sou|ik ben|behalf|here is|signed|dear|hi|hello|hey"
    "|hallo|bonjour|hola|ciao|liebe|good |regards|thank|sincerely|cheers|yours|grü|gru|cordialement|saludos"
    "|saluti|add "
).split("|")
_TITLE_CUES = ("mr|ms|miss|mx|dr|prof|herr|frau|monsieur|madame|mme|señor|signor|sr|dhr|mevr").split("|")
_SPEAKING_CUES = (" speaking", " here")
_TWO_CAPITALS = re.compile(
    r"[^\W\d_a-z][^\W\d_A-Z]{1,19} [^\W\d_a-z]|[^\W\d_a-z][^\W\d_A-Z]{1,19} [a-z]{2,3} [^\W\d_a-z]"
)
# Phrases after which a name is certain, whatever its case.
_CERTAIN = re.compile(
    r"(?:\bmy (?:full |first |last |given |maiden |legal |real )?(?:name is|name's|name:)|(?:her|his|their) (?:maiden |full |first |last )?name is"
    r"|\b(?:customer|full|first|last|account holder|contact|maiden|card ?holder)?\s?name\s{0,2}[:=]|\bname on (?:the|my) (?:account|card)(?: is|:)"
    r"|\bmein name ist|\bich hei(?:ss|ß)e|\bje m['’]appelle|\bmon nom est|\bme llamo|\bmi nombre es|\bmi chiamo|\bil mio nome [eè]"
    r"|\b(?:eu )?me chamo|\bmeu nome [eé]|\bmijn naam is|\bik heet|\bjag heter|\bmitt namn är|\bnazywam się|\bmam na imię"
    r"|\bjmenuji se|\bmit navn er|\bjeg hedder|\bjeg heter|\bnimeni on|\bmy name)\s{1,4}" + _NAME,
    re.IGNORECASE,
)
# Phrases that a name may follow: a capital or a known given name has to confirm it.
_LIKELY = re.compile(
    r"(?:\bi am|\bi['’]?m|\bthis is|\bcall me|\bich bin|\bje suis|\bsoy|\bsono|\bsou(?: o| a)?|\bik ben|\bon behalf of|\bhere is|\bsigned,?"
    r"|\b(?:dear|hi|hello|hey|hallo|bonjour|hola|ciao|liebe[rs]?|lieber|good (?:morning|afternoon|evening)),?"
    r"|\b(?:best|kind|warm)? ?regards,?|\b(?:many )?thanks,?|\bthank you,?|\bsincerely,?|\bcheers,?|\byours(?: truly| faithfully)?,?"
    r"|\b(?:mit )?(?:freundlichen |lieben |viele[n]? )?gr(?:ü|u)(?:ß|ss)en?,?|\bcordialement,?|\bsaludos,?|\bsaluti,?|\badd)[\s,]{1,4}"
    + _NAME,
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|prof|herr|herrn|frau|monsieur|madame|mme|señora?|signora?|sr|sra|dhr|mevr)\.? " + _NAME,
    re.IGNORECASE,
)
_SPEAKING = re.compile(rf"\b(?P<name>{_WORD}(?: {_WORD})?) (?:speaking|here)\b", re.IGNORECASE)
_INTRODUCTIONS = (
    (_CERTAIN, _CERTAIN_CUES),
    (_TITLED, _TITLE_CUES),
    (_LIKELY, _LIKELY_CUES),
    (_SPEAKING, _SPEAKING_CUES),
)
_STOP = frozenset(
    """
    a an the my your his her our this that it not no so very too just still only also and or but if then when
    where why how what who i you he she we they me us them in on at by for from with to of about as into is are
    was were be been am do does did have has had can could will would should may might must there here now today
    yesterday tomorrow sir madam team support all everyone guys folks customer service please thanks thank hello
    hi hey dear good sorry yes ok okay sure new old under because since after before until which while asap wrong
    incorrect misspelled spelled listed missing changed correct right different appears showing account card order
    bank number und oder aber ist nicht y o e et ou mais en un una ein eine der die das che per que para advance
    much again your name whom may sehr kann wie was es ich sie wir bot there again back amazon apple google visa
    mastercard american support help assistant
    """.split()
)


def find(text: str) -> Iterator[Span]:
    """Yield names of people, without the words that introduce them."""
    lower = text.lower()
    for pattern, cues in _INTRODUCTIONS:
        if any(cue in lower for cue in cues):
            for match in pattern.finditer(text):
                yield from _named(match, certain=pattern is _CERTAIN)
    yield from _full_names(text)


def _named(match: re.Match[str], *, certain: bool) -> Iterator[Span]:
    """Keep the leading words of a candidate that go on reading like a name."""
    start = match.start("name")
    end = start
    capital = match["name"][0].isupper()
    for count, word in enumerate(re.finditer(r"\S+", match["name"])):
        plain = word[0].strip(".'’").lower()
        known = plain in GIVEN_NAMES
        upper = word[0][0].isupper() and not (word[0].isupper() and len(word[0]) > 1 and not match["name"].isupper())
        particle = count > 0 and re.fullmatch(_PART, plain) is not None
        if particle:
            continue
        if plain in _STOP or not (upper if capital and not known else known or certain or (count == 1 and end > start)):
            break
        if count == 0 and not known and not certain and not capital:
            break
        if count > 1 and not upper:
            break
        end = start + word.end()
    if end > start:
        yield Span(start, end - (match.string[end - 1] == "."), DataClass.NAME)


_CAPITALISED = re.compile(
    rf"(?<![\w'])(?P<first>[^\W\d_a-z][^\W\d_A-Z]{{1,19}})(?P<rest>(?: (?:{_PART} ){{0,2}}[^\W\d_a-z](?:[^\W\d_]|['’-]){{1,29}}){{1,2}})(?!\w)"
)


def _full_names(text: str) -> Iterator[Span]:
    """A known given name with a capitalised surname behind it."""
    if not _TWO_CAPITALS.search(text):
        return
    for match in _CAPITALISED.finditer(text):
        last = match["rest"].split()[-1]
        if match["first"].lower() in GIVEN_NAMES and last.lower() not in _STOP and not last.isupper():
            yield Span(*match.span(), DataClass.NAME)
