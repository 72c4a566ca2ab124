"""What a customer wishes plainly: a person, or a matter that the tenant wants people to take."""

# ruff: noqa: SIM905 (a block of words stays readable)
# ruff: noqa: E501 (a wording is read in one piece)

import re
from collections.abc import Sequence
from functools import lru_cache

from app.domain.plain_text import fold

_PERSON = (
    r"(?:a |an |the |some |any |your |with |real |live |actual |human |customer (?:service |support |care )?|support |service |somebody |another ){0,5}"
    r"(?:person|human(?: being)?|agent|representative|rep|operator|someone|somebody|advisor|adviser|manager|supervisor|staff|employee|colleague|team member)\b"
)
_GATE = (
    "person|human|agent|representative|rep|operator|someone|somebody|advis|manager|supervisor|staff|employee"
    "|colleague|team member|mensch|mitarbeiter|jemand|berater|verbinde|humain|quelqu|conseiller|humano|alguien"
    "|umano|operatore|qualcuno|operador|atendente|alguem|medewerker|mens|iemand|persoon|pessoa"
).split("|")
_WISHES = re.compile(
    r"\b(?:talk|speak|chat|connect(?:ed)?(?: me)?|transfer(?:red)?(?: me)?|put me through|get me|give me|escalate(?: this)?|pass me|hand me(?: over)?|switch me|forward me|bring (?:in|me)|fetch(?: me)?)"
    rf" (?:to |with |on to |over to )?{_PERSON}(?! (?:account|card|number|model))"
    rf"|\b(?:i )?(?:want|need|would like|'d like|prefer|demand|require)(?: to (?:have|get|reach))? (?:a |an |some )?(?:real |live |actual |human )(?:person|human|agent|operator|representative|being|help|support)\b"
    r"|\b(?:i )?(?:want|need|would like|'d like) (?:a|an) (?:human|person|agent|representative|operator)\b(?! (?:to|who|model|size))"
    r"|^\W*(?:a |an |real |live |the )*(?:human|person|agent|representative|operator|real person|live agent)(?: being)?(?:,? (?:please|pls|now))?\W*$"
    r"|\b(?:human|agent|person|representative|operator),? (?:please|pls)\b|\breal (?:person|human)(?:,? (?:please|not a (?:bot|robot|machine)))"
    r"|\b(?:can|could|may) i (?:please )?(?:have|get|see|reach|contact|call) (?:a |an |the )?(?:real |live |human |actual )?(?:person|human|agent|representative|operator)\b"
    r"|\bis there (?:a |an |any )?(?:real |live |actual )?(?:person|human|agent|someone|anyone|somebody) (?:i can|to|available|there)\b"
    r"|\b(?:no|not|stop) (?:a |with (?:a |this )?|more )?(?:bots?|robots?|machines?)\b[^.]{0,30}\b(?:person|human|agent)"
    r"|\b(?:mit|zu) (?:einem |einer |einen )?(?:echten |richtigen |menschlichen )?(?:menschen|mitarbeiter(?:in)?|person|berater|kundenberater)\b[^.]{0,20}\b(?:sprechen|reden|verbinden|verbunden)"
    r"|\bverbinde[n]? (?:sie )?mich\b|\b(?:menschen|mitarbeiter) (?:sprechen|bitte)\b|\b(?:echten|richtigen) menschen\b"
    r"|\bparler (?:a|avec) (?:une? )?(?:vraie? |autre )?(?:personne|humain|conseiller|conseillere|agent|quelqu'un|operateur)\b|\bun (?:vrai )?(?:humain|conseiller)[, ]+s'il"
    r"|\bhablar con (?:una? )?(?:persona|humano|agente|alguien|representante|operador)\b|\b(?:una persona real|un humano|un agente) por favor"
    r"|\bparlare con (?:una? )?(?:persona|umano|operatore|qualcuno)\b|\bfalar com (?:uma? )?(?:pessoa|humano|atendente|alguem)\b"
    r"|\b(?:met|naar) (?:een )?(?:echt )?(?:mens|persoon|medewerker|iemand)\b[^.]{0,12}\b(?:spreken|praten)"
)
_WORD = re.compile(r"[^\W_]+")
# Longest first, so that "cancellation" and "cancelled" meet in "cancel".
_ENDINGS = """
    ations ation ments ment ances ance ences ence ingly edly ings ing ions ion ies ied ers er ors or ous ful ly ed
    es al y e s
    """.split()
_SHORTEST_STEM = 3
_WINDOW = 5  # words that may lie between the words of a trigger


def wishes_for_person(text: str) -> bool:
    """Whether a message plainly asks for a person instead of the assistant."""
    folded = fold(text)
    return any(map(folded.__contains__, _GATE)) and bool(_WISHES.search(folded))


def matched_trigger(text: str, triggers: Sequence[str]) -> str | None:
    """Return the first trigger whose words stand near each other in the text, in any inflection."""
    if not triggers:
        return None
    stems = [_stem(word) for word in _WORD.findall(fold(text))]
    present = frozenset(stems)
    for trigger in triggers:
        wanted = _stems_of(trigger)
        if wanted and wanted <= present and _stand_together(stems, wanted):
            return trigger
    return None


@lru_cache(maxsize=1024)
def _stems_of(trigger: str) -> frozenset[str]:
    """Return the stems of a trigger's words."""
    return frozenset(_stem(word) for word in _WORD.findall(fold(trigger)))


@lru_cache(maxsize=1 << 13)
def _stem(word: str) -> str:
    """Cut one ending, and what doubles before it: refunded and refunds are both "refund"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


def _stand_together(stems: list[str], wanted: frozenset[str]) -> bool:
    """Whether all wanted stems occur within a short window, in any order."""
    last: dict[str, int] = {}
    for place, stem in enumerate(stems):
        if stem in wanted:
            last[stem] = place
            if len(last) == len(wanted) and place - min(last.values()) < len(wanted) + _WINDOW:
                return True
    return False
