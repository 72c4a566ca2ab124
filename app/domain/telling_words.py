"""Telling words: what a text is about, as stems, so that a question and an article meet in spite of their endings."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_STOP = frozenset(
    """
    a about above after again all also am an and any anybody anyone anything are as at be because been before being
    but by can cannot cant could d did didnt do does doesnt doing don done dont each either else ever every everyone
    everything few for from get gets getting go going gonna got had has hasnt have havent having hello help her here
    hers hey hi him his how i if in into is isnt it its ive just know let like ll m many may maybe me mean might
    mine more most much must my myself need no nor not nothing now of off ok okay on once one only or other our ours
    out over own please policies policy possible question questions quite re really s said same say says shall she
    should so some somehow someone something still such t take taken takes taking tell than thank thanks that the
    their theirs them then there these they thing things this those though through to too under until up us ve very
    want wanted wants was wasnt way we well were what whats when where whether which while who whom whose why will
    with without wont would y yes yet you your yours
    """.split()  # noqa: SIM905  # a list of so many words reads best as prose
)

_PHRASES = (
    (r"\[[A-Z_]{2,40}_\d{1,9}\]", " "),  # a placeholder tells nothing
    (r"\b(e|wi|pre|re|un)-(?=\w)", r"\1"),
    (r"\b(?:send|sent|sending|give|giving|bring|bringing|take|taking)\b(?: \w{1,20}){0,3} back\b", " return "),
    (r"\b(?:money|cash) back\b", " refund "),
    (
        r"\b(?:has|have|did)(?:n['\u2019]?t| not)(?: yet)? (?:arrived?|come|been delivered)\b",
        " late arrive track order ",
    ),
    (r"\bhow much\b", " cost "),
    (r"\bwhere(?:'s| is| are|s)\b(?: \w{1,20}){0,2} (?:order|parcel|package|delivery)s?\b", " track order "),
    (r"\b(?:sign|log)(?:ing|ging)? ?in\b", " login "),
    (r"\bpick(?:ing|ed)?[- ]up\b", " pickup "),
)
_KIN = (
    "delivery deliver ship shipping shipment shipped",
    "return returnable",
    "refund refundable reimburse reimbursement repay",
    "exchange swap",
    "cost price pricing fee expensive cheap",
    "damage broken broke break faulty defective defect crack",
    "wear wore worn unworn",
    "outdoors outdoor outside",
    "buy bought purchase",
    "pay paid payment payable",
    "invoice bill billing",
    "size sizing",
    "boot shoe footwear",
    "cancel cancelled cancelling cancellation",
    "track trace tracking",
    "parcel package",
    "repair fix mend",
    "warranty guarantee",
    "telephone phone",
    "email mail",
    "abroad international internationally overseas",
    "voucher coupon promo",
    "delete erase deletion erasure",
    "late delay overdue",
    "arrive arrival came come",
    "send sent",
    "lose lost",
    "choose chose chosen choice",
    "wrong incorrect",
    "woman women",
    "man men",
    "child children kid",
    "install installation installing",
    "flicker flickering blink",
    "safe safely safety",
    "login signin",
    "reset forget forgot forgotten",
)
_REPLACEMENTS = tuple((re.compile(pattern, re.IGNORECASE), by) for pattern, by in _PHRASES)
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_VOWEL = re.compile(r"[aeiouy]")
_LONGEST_WORD = 40
_SHORTEST_STEM = 3


def telling_words(text: str) -> Iterator[str]:
    """Yield the stem of each telling word, in order, as often as it stands there."""
    for pattern, by in _REPLACEMENTS:
        text = pattern.sub(by, text)
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    for match in _WORD.finditer(text.lower()):
        word = match[0].replace("\u2019", "'").removesuffix("'s").replace("'", "")
        if word not in _STOP and len(word) <= _LONGEST_WORD:
            yield _known_as(word)


@lru_cache(maxsize=4096)
def _known_as(word: str) -> str:
    """Return a word's stem, or that of the word which customers use as often for the same thing."""
    stem = _stem(word)
    return _HEADS.get(word) or _HEADS.get(stem, stem)


def _stem(word: str) -> str:
    """Take an English ending off: plurals, -ing, -ed, -ly and a last e."""
    if len(word) <= _SHORTEST_STEM or not word.isalpha():
        return word
    word = _singular(word)
    for ending in ("ing", "ed", "ly"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _SHORTEST_STEM and _VOWEL.search(rest):
            word = rest[:-1] if rest[-1] == rest[-2] and rest[-1] not in "lsz" else rest
            break
    word = word[:-1] if word.endswith("e") and len(word) > _SHORTEST_STEM else word
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST_STEM else word


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST_STEM + 1:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_HEADS = {
    spelled: _stem(group.split()[0]) for group in _KIN for word in group.split() for spelled in (word, _stem(word))
}
