"""The three or four digits from a card's back, by what they are called."""

# ruff: noqa: E501 (a pattern is read in one piece)

from collections.abc import Iterator
from typing import Final

from app.domain.detection.led import Led
from app.domain.detection.words import Words

_BACK: Final = r"(?:back|reverse|rear|front|signature strip)"
_CARD: Final = r"(?:(?:my|the|this|bank|credit|debit) ){0,2}(?:card|visa|mastercard|amex)"
_CALLED: Final = (
    r"cvv2?|cvc2?|cv2|csc|cid|security code|card verification (?:code|value|number)|card code|card security (?:number|digits)"
    r"|(?:karten)?pr(?:ü|ue)f(?:nummer|ziffer|zahl)|sicherheitscode|cryptogramme(?: visuel)?|code de s[eé]curit[eé]|c[oó]digo de seguran[cç]a|c[oó]digo de seguridad"
    r"|codice di sicurezza|veiligheidscode|beveiligingscode|kod cvv|s[aä]kerhetskod"
    rf"|(?:(?:last )?(?:3|three|4|four)[ -]?(?:digits?|numbers?|figures?)(?: (?:security )?(?:code|number|pin))?|(?:code|numbers?|digits)(?= (?:on|from|at) the {_BACK} of {_CARD}))(?= (?:on|from|at) (?:the )?{_BACK})"
    r"|(?:drei|3) (?:ziffern|zahlen|stellen) (?:auf|von) der (?:karten)?r(?:ü|ue)ckseite|(?:trois|3) chiffres (?:au dos|derri[eè]re)|(?:tres|3) (?:d[ií]gitos|n[uú]meros|cifras) (?:del reverso|de atr[aá]s|detr[aá]s|atr[aá]s|no verso)|(?:tre|3) cifre (?:sul|dietro|sul retro)"
)
_LINK: Final = (
    r"(?:[ ,]{1,2}(?:is|are|was|were|says|said|reads|shows|being|number|code|no|on|at|from|the|it|back|reverse|rear|front|signature|strip|of|my|this|card|visa|mastercard|amex"
    r"|auf|der|karte|rückseite|ist|sind|lautet|est|sont|de|la|carte|es|son|del|tarjeta|è|sono|é|são|retro|carta|kaart|er|är))*"
)
_CODE: Final = Led(
    rf"(?<![^\W_])(?:{_CALLED})(?![^\W_]){_LINK}'?s?[\s:=#-]{{0,3}}(?P<value>[0-9]{{3,4}})(?![0-9]|[.,][0-9])"
)


def find_codes(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the places of such codes, the digits alone."""
    for code in _CODE.matches(words):
        yield code.span("value")
