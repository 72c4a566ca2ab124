"""What lets somebody in who has lost the password: recovery codes, and answers to security questions."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from collections.abc import Iterator
from typing import Final

from app.domain.detection.credentials.values import TAIL
from app.domain.detection.credentials.words import NO_VALUE
from app.domain.detection.led import Led
from app.domain.detection.words import Words
from app.domain.plain_text import normalise

_CODES: Final = Led(
    normalise(
        r"(?<![^\W_])(?:(?:(?:recovery|backup|back-up|rescue|emergency|scratch|restore|one[- ]time)(?: access| login)?|wiederherstellungs|notfall|ersatz|einmal)[ -]?(?:codes?|keys?|pins?|schlüssel)"
        r"|codes? de (?:secours|récupération|recuperation|sauvegarde)|c[oó]digos? de (?:recuperaci[oó]n|respaldo|recuperação|seguridad de respaldo)|codic[ei] di (?:recupero|backup|riserva)|herstelcodes?)(?![\w-])"
    ).text
    + r"(?: (?:for|of|to|from|für|pour|para|per) (?:(?:my|the|your|our|mein|mon|mi) )?[^\s:=]{1,20}(?: account)?)?(?: (?:i (?:have|had|got|was given)|left))?"
    r"(?: (?:is|are|was|were|ist|sind|lautet|lauten|est|sont|es|son|è|sono|é|são))?[\s:=#(-]{1,4}"
    r"(?P<value>(?P<code>(?=[a-z-]{0,11}[0-9])[a-z0-9]{4,40}(?:(?:-| (?=[a-z]{0,7}[0-9]))[a-z0-9]{2,12}){0,7})(?:(?:,|;|\s)\s?(?:and |und |or |et |y )?(?=[a-z-]{0,11}[0-9])[a-z0-9]{4,12}(?:-[a-z0-9]{2,12}){0,7}){0,15})(?![a-z0-9]|[.,][0-9])"
)
_ANSWER: Final = Led(
    normalise(
        r"(?<![^\W_])(?:(?:(?:my|his|her|your|the) )?(?:mother|mom|mum|mam[ai])(?:'?s|s')? (?:maiden|birth|family) name|maiden name of (?:my|the) mother|m(?:ä|ae?)dchenname (?:meiner|der|deiner|ihrer) mutter|geburtsname (?:meiner|der) mutter"
        r"|nom de jeune fille de ma m[eè]re|(?:apellido|nombre) de soltera de mi madre|cognome da nubile di mia madre|nome de solteira da minha m[aã]e|meisjesnaam van mijn moeder"
        r"|(?:security|secret|secure|memorable)(?: question)?(?:'s)? (?:answer|word)|memorable word|answer (?:to|for|of) (?:my|the|your|our) (?:security|secret)(?: question)?|(?:security|secret) question (?:is|:) [^?\n]{3,80}\?,? ?(?:and )?(?:the |my )?answer"
        r"|(?:die )?antwort (?:auf|zu|zur) (?:die |meine |meiner |der )?(?:sicherheits|geheim)frage|sicherheitsantwort|r[eé]ponse (?:secr[eè]te|à (?:ma|la) question (?:secr[eè]te|de s[eé]curit[eé]))|respuesta (?:secreta|de seguridad|a (?:mi|la) pregunta (?:secreta|de seguridad))"
        r"|resposta (?:secreta|de segurança)|risposta (?:segreta|di sicurezza)|antwoord op (?:mijn|de) (?:beveiligings|geheime )vraag)(?![\w-])"
    ).text
    + r"(?P<link>\s?[:=]\s{0,2}|,? (?:(?:would be|should be|is|was|ist|war|lautet|est|es|è|é|era)|-) (?:that |it's )?|(?=\s))\s?[\"'„“]?"
    r"(?P<value>[^\W_][\w'-]{1,24}(?: (?!and\b|but\b|und\b|et\b|y\b|please\b|can\b|why\b|it\b|i\b|on\b|is\b|for\b|does\b)[^\W_][\w'-]{0,24}){0,3})"
)
_YEAR: Final = re.compile(r"20[0-9]{2}")
_NOT_SAID: Final = frozenset(
    "not case wrong field box form section option question please cant blank mandatory spelled spelt misspelled on for missing shown asked is isn't nicht falsch pas no non was".split()  # noqa: SIM905
)


def find_recovery(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the codes, together where several are listed, and the answers."""
    for match in _CODES.matches(words):
        if not _YEAR.fullmatch(match["value"]):
            yield match.span("value")
    for match in _ANSWER.matches(words):
        start = match.start("value")
        value = text[start : match.end("value")].rstrip(TAIL)
        first = value.split(" ", 1)[0].lower()
        if first in NO_VALUE or first in _NOT_SAID or (not match["link"] and not value[0].isupper()):
            continue
        if not match["link"]:
            value = value.split(" ", 1)[0]
        yield start, start + len(value)
