"""Titles of people, and what else belongs to a name that is none itself: particles, suffixes, brands with a title."""

# ruff: noqa: E501 (a wording is read in one piece)
# ruff: noqa: RUF001 (other alphabets are the subject)

import re
from collections.abc import Sequence
from typing import Final

from app.domain.detection.names import model

ALL: Final = frozenset(
    "mr mrs ms miss mx dr prof professor doctor sir madam herr herrn frau monsieur madame mme mlle m señor señora signor signora sig sr sra"  # noqa: SIM905
    " dott dhr mevr mw mevrouw meneer pan pani pana hr fru bay bey bayan hanım".split()
)
# Whoever says this says who they are, if a given name and a family name follow.
_INTRODUCTIONS: Final = frozenset(
    "i'm|im|i am|this is|name is|name's|call me|called|speaking with|ich bin|hier ist|heiße|je suis|m'appelle|yo soy|soy"  # noqa: SIM905
    "|me llamo|sono|mi chiamo|ik ben|ik heet|jag är|jag heter|jeg er|jeg heter|sou|ben".split("|")
)
_CLOSINGS: Final = frozenset(
    "name nombre nom nome naam sincerely regards wishes yours cheers grüße grüßen gruß cordialement saludos saludo atentamente saluti groet groeten"  # noqa: SIM905
    " atenciosamente hälsningar hälsning mvh pozdrawiam poważaniem saygılarımla".split()
)
# Behind these stands a name, whatever else the word means.
_SURE: Final = frozenset(
    "mr mrs ms mx dr prof professor herr herrn frau monsieur madame mme mlle señor señora signor signora sig sr sra dott"  # noqa: SIM905
    " dhr mevr mw mevrouw meneer hr fru".split()
)
PARTICLES: Final = frozenset(
    "van von de der den del della di da dos das la le bin ibn al el zu ten ter y e d o st af av du do".split()  # noqa: SIM905
)
_LED_BY: Final = ALL | PARTICLES | {"."}
_NO_NAMES: Final = frozenset(
    "and or und oder et ou y o e en of och i ve med med. kundin kunde customer client support team in is at the you".split()  # noqa: SIM905
)
_BETWEEN: Final = 4
_COMMON: Final = 1 << model.FREQUENT | 1 << model.FOREIGN
BEHIND: Final = re.compile(r"(?<=[jJsS][rR])\.|,? (?:(?:jr|sr|esq)\b\.?|(?:ii|iii|iv|md|phd|dvm|dds)\b)", re.IGNORECASE)
BRAND: Final = re.compile(
    r"dr\.? (?:martens?|pepper|oetker|hauschka|scholl'?s?|beckmann|who|bronner'?s?|jart|dre)"
    r"|mr\.? (?:muscle|clean|proper|kipling|coffee|potato|beast|bean|robot|sheen|whippy)|mrs\.? (?:meyer'?s?|butterworth'?s?|hinch|doubtfire)"
    r"|ms (?:word|office|teams|excel|outlook|windows|access|project|paint|dos|sql|edge)|miss (?:dior|selfridge|sixty|saigon|universe|world)"
    r"|madame (?:tussauds?|butterfly)|frau holle|herr der ringe|prof(?:essor)? (?:layton)",
    re.IGNORECASE,
)


def opening(tokens: Sequence[str], first: int) -> int:
    """Say where a name begins with the titles and particles before it."""
    place = start = first
    while place > 0 and (lower := tokens[place - 1].lower()) in _LED_BY:
        place -= 1
        if lower in ALL:
            start = place
    return start


def introduces(tokens: Sequence[str], at: int) -> bool:
    """Tell whether the words before a token say that somebody's name follows."""
    before = tokens[at - 1].lower()
    return before in _INTRODUCTIONS or (at > 1 and f"{tokens[at - 2].lower()} {before}" in _INTRODUCTIONS)


def tells(tokens: Sequence[str], at: int) -> bool:
    """Tell whether the words close before a token say that it is somebody's name, or close a letter."""
    introduced = any(introduces(tokens, place) for place in (at, at - 1) if place > 0)
    return introduced or not _CLOSINGS.isdisjoint(map(str.lower, tokens[max(0, at - _BETWEEN) : at]))


def titled(tokens: Sequence[str], *, telling: bool) -> set[int]:
    """Say which tokens are names by the title before them: with a capital whatever they mean, else if they are no
    common word.
    """
    found: set[int] = set()
    title = ""
    left = 0  # tokens that may stand between: a full stop, a second title, particles
    lowers = list(map(str.lower, tokens))
    if _SURE.isdisjoint(lowers):
        return found
    for at, lower in enumerate(lowers):
        if lower in _SURE:
            title, left = tokens[at], _BETWEEN
        elif left and lower not in _LED_BY:
            if _is_named(tokens[at], title, telling=telling):
                found.add(at)
            left = 0
        elif left:
            left -= 1
    return found


def _is_named(shown: str, title: str, *, telling: bool) -> bool:
    lower = shown.lower()
    if len(lower) == 1 or not lower[0].isalpha() or lower in _NO_NAMES:
        return False
    cased = telling and title[0].isupper() and shown[0].isupper() and not shown.isupper()
    return cased or not model.membership(lower) & _COMMON
