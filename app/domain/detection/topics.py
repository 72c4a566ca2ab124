"""Words that show a message to be about a sensitive matter of a person."""


# ruff: noqa: E501 (a wording is read in one piece)

from collections.abc import Iterator

from app.domain.data_class import DataClass, Span
from app.domain.detection.led import Led, Words

_ILLNESS = (
    r"(?:cancer|diabetes|diabetic|epilep(?:sy|tic)|asthma(?:tic)?|hiv|aids|depress(?:ion|ed)|schizophrenia|bipolar|hepatitis|dementia"
    r"|autism|autistic|anorexia|ptsd|adhd|arthritis|leukemia|a (?:tumou?r|stroke|heart (?:attack|condition)|miscarriage|disability|concussion)"
    r"|anaphyla\w+|krebs|depressionen|asthme)"
)
_TERMS: tuple[tuple[DataClass, Led], ...] = (
    (
        DataClass.HEALTH,
        Led(
            rf"\b(?:(?:mis|un)?diagnosed with|my diagnosis\b|(?:i have|i've got|suffer(?:s|ing)? from|i am|i'm|has|had|ich habe|j'ai) {_ILLNESS}\b"
            r"|my (?:medication|prescription|chemo\w*|therapist|psychiatrist|pregnancy|illness|disability|medical (?:records?|history|condition)|blood (?:test|pressure|sugar))\b"
            r"|(?:i'm|i am|she's|is) pregnant\b|allergic reaction\b|miscarriage\b|in (?:the )?(?:hospital|emergency room|intensive care)\b"
            r"|hospitali[sz]ed\b|tested positive\b|(?:my|a) surgery\b|wheelchair\b|schwanger\b|enceinte\b|embarazada\b|im krankenhaus\b)"
        ),
    ),
    (
        DataClass.CHILD,
        Led(
            r"\b(?:my|our|a|the) (?:[a-z]+ )?(?:1?[0-7]|[89]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)[- ]?years?[- ]?old(?: (?:son|daughter|child|kid|boy|girl))?\b"
            r"|\b(?:my|our) (?:son|daughter|child|kid|baby|toddler)(?: [a-z]+)?,? (?:is|who is|aged|age|turned|turns|just turned)[ ,](?:only )?(?:[0-9]|1[0-7])\b(?! ?%)"
            r"|\bi(?:'m| am) (?:only )?(?:[6-9]|1[0-7]) ?(?:years? old|yo\b|y/o)|\bi(?:'m| am) a minor\b"
            r"|\bmein(?:e)? (?:sohn|tochter|kind) ist (?:[0-9]|1[0-7])\b|\bbirth certificate of my\b|\bchild (?:abuse|custody)\b"
        ),
    ),
    (
        DataClass.LEGAL,
        Led(
            r"\blawsuits?\b|\b(?:i(?:'ll| will| am going to)|we(?:'ll| will)|going to|gonna) sue\b|\bsuing\b|\bsubpoena\w*|\blegal (?:action|proceedings|claim|notice)\b"
            r"|\b(?:my|our) (?:lawyer|attorney|solicitor|barrister|legal counsel)\b|\btake (?:you|this|them) to court\b|\bcourt (?:order|case|hearing|date)\b"
            r"|\bsmall claims\b|\b(?:mein|meinem|meinen) (?:anwalt|rechtsanwalt)\b|\bmon avocat\b|\bmi abogado\b|\bcease and desist\b"
        ),
    ),
    (
        DataClass.HR,
        Led(
            r"\b(?:got|was|been|being|get) (?:fired|laid off|dismissed from my job)\b|\bmy (?:performance review|employment contract|severance|disciplinary)\b"
            r"|\bmy (?:boss|manager|supervisor|coworker|colleague) (?:is |has been |was )?(?:harass\w*|bull(?:y|ies|ied|ying)|discriminat\w*|threaten\w*)"
            r"|\bsexual(?:ly)? harass\w*|\bmy salary is [0-9$£€]|\bwrongful (?:termination|dismissal)\b|\bdisciplinary (?:hearing|action|procedure)\b"
        ),
    ),
    (
        DataClass.TAX,
        Led(
            r"\bmy (?:tax (?:bill|debt|assessment|refund|identification))\b|\btax (?:audit|evasion|fraud|debt|lien)\b"
            r"|\bback taxes\b|\bmeine? steuer(?:erklarung|bescheid)\b|\bmy taxable income\b"
        ),
    ),
    (
        DataClass.SECURITY_INCIDENT,
        Led(
            r"\b(?:account|email|profile|identity|phone|computer|data) (?:was|is|has been|got|may have been|might have been|were|have been) (?:hacked|breached|hijacked|leaked|compromised)\b"
            r"|\bdata (?:breach|leak)\b|\bransomware\b|\bphish(?:ing|ed)\b|\bmalware\b|\bi(?:'ve| have| was|'ve been| have been| got)? (?:been )?hacked\b|\bhacked (?:into )?my\b"
            r"|\bidentity theft\b|\bunauthori[sz]ed (?:access|login|log-in)\b|\bsecurity (?:breach|incident|vulnerability)\b|\bsomeone (?:else )?(?:logged|broke|got) into my\b"
        ),
    ),
)


def find(text: str, words: Words) -> Iterator[Span]:
    """Yield the words that name a matter of health, children, law, employment, tax or security."""
    if len(words.lower) != len(text):
        return
    for data_class, terms in _TERMS:
        for match in words.matches(terms):
            yield Span(*match.span(), data_class)
