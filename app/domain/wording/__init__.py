"""What the service itself says to customers, in plain words of their language; a tenant's own texts come from its file.

A language is one file with all its sentences; they are the languages of the chat (`widgets/customer/texts`).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.domain.data_class import NEVER_KEPT, DataClass
from app.domain.handoff import Reason
from app.domain.wording.ar import AR
from app.domain.wording.cs import CS
from app.domain.wording.da import DA
from app.domain.wording.de import DE
from app.domain.wording.en import EN
from app.domain.wording.es import ES
from app.domain.wording.fi import FI
from app.domain.wording.fr import FR
from app.domain.wording.he import HE
from app.domain.wording.it import IT
from app.domain.wording.ja import JA
from app.domain.wording.nl import NL
from app.domain.wording.pl import PL
from app.domain.wording.pt import PT
from app.domain.wording.sv import SV
from app.domain.wording.tr import TR
from app.domain.wording.uk import UK
from app.domain.wording.words import Words
from app.domain.wording.zh import ZH

LANGUAGES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        "ar": AR,
        "cs": CS,
        "da": DA,
        "de": DE,
        "en": EN,
        "es": ES,
        "fi": FI,
        "fr": FR,
        "he": HE,
        "it": IT,
        "ja": JA,
        "nl": NL,
        "pl": PL,
        "pt": PT,
        "sv": SV,
        "tr": TR,
        "uk": UK,
        "zh": ZH,
    }
)


def refusal(locale: str | None, reason: Reason, blocked: frozenset[DataClass], contact_fallback: str) -> str:
    """Say why a message was not answered, what not to send and how else to get help.

    `blocked` are the kinds of data in it that the tenant does not take in this chat.
    """
    words = _words(locale)
    said = [words.injection if reason is Reason.INJECTION else words.refused]
    if reason is Reason.PROHIBITED_DATA:
        kinds = sorted(words.kinds[data_class] for data_class in blocked)
        said = [words.unwanted.format(what=words.between.join(kinds) or words.some_kind)]
        if blocked and blocked <= NEVER_KEPT:
            said.append(words.removed)
    return words.space.join([*said, words.elsewhere.format(contact=contact_fallback)])


def closed(locale: str | None, contact_fallback: str) -> str:
    """Say that the chat does not take messages now."""
    return _words(locale).closed.format(contact=contact_fallback)


def cut_short(locale: str | None) -> str:
    """Say that a reply was longer than allowed."""
    return _words(locale).cut_short


def _words(locale: str | None) -> Words:
    """Return the language that fits a locale such as `de-AT` best, which is English where there is no other."""
    return LANGUAGES.get((locale or "").replace("_", "-").partition("-")[0].lower(), EN)
