"""The judge of this process: wordings and a linear model look at each sentence; a text is as bad as its worst one."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from app.domain.moderation import PASSED, ModerationVerdict, crisis, crisis_plain, household, threats_to_staff, victims
from app.domain.moderation import crisis_abroad as abroad
from app.domain.moderation import crisis_by_the_way as by_the_way
from app.domain.moderation import crisis_indirect as indirect
from app.domain.moderation.explained import EXPLAINED
from app.domain.moderation.gloss import SPOKEN
from app.domain.moderation.glossed import hear
from app.domain.moderation.groups import BITS_OF, CUES
from app.domain.moderation.model import HEADS, REPLY_BARS, Weighed, is_worth_a_look, scores, weigh, weighed
from app.domain.moderation.phrases import speaks_known_language, weigh_phrases
from app.domain.moderation.rules import HARMLESS, RULES
from app.domain.moderation.spoken_against import REPORTED
from app.domain.moderation.text import plain, sentences, spelt, spelt_out, words
from app.domain.moderation.told import TOLD
from app.domain.moderation.wording import Index

SELF_HARM: Final = "self-harm"
THREATS: Final = {"harassment/threatening": "harassment"}
"""What is also of a wider kind."""
REPORTABLE: Final = frozenset({"hate", "harassment"})
"""What does no harm where it is only told of, or spoken against."""

_BARS = (1.0,) * len(HEADS)
_NO_SCORES = (0.0,) * len(HEADS)
_DOUBT = 0.5
_VEILED, _WEAK, _TOLD, _EVERYDAY, _EVERYDAY_IN_CRISIS = "veiled", "weak", "told", "everyday", "everyday, of dying"
_ABROAD = "abroad"
_LEARNT_WITH: Final = (
    (SELF_HARM, crisis.DECISIVE),
    (_VEILED, crisis.VEILED + abroad.VEILED),
    (_WEAK, crisis.WEAK),
    (SELF_HARM, abroad.LATIN + indirect.LATIN),
    *RULES.items(),
    (_EVERYDAY, HARMLESS),
    (_TOLD, TOLD),
    (_EVERYDAY_IN_CRISIS, crisis.HARMLESS + abroad.HARMLESS),
)
WORDINGS: Final = Index(
    [
        *_LEARNT_WITH,
        (SELF_HARM, by_the_way.ENGLISH + by_the_way.LATIN + crisis_plain.ENGLISH),
        ("harassment/threatening", threats_to_staff.ENGLISH + threats_to_staff.LATIN),
        (_EVERYDAY, household.OF_HARM),
        (_TOLD, victims.ENGLISH + victims.ABROAD),
        (_EVERYDAY_IN_CRISIS, household.OF_DYING),
        (_ABROAD, SPOKEN),
    ]
)
LEARNT_WITH: Final = (1 << sum(len(group) for _, group in _LEARNT_WITH)) - 1
"""Bits of the wordings that the models learnt beside: training reads no later ones, so that they need none anew."""
_IN_EVERYDAY_USE = WORDINGS.that_say(_EVERYDAY)
_IN_USE_OF_DYING = WORDINGS.that_say(_EVERYDAY_IN_CRISIS)
_ONLY_TOLD = WORDINGS.that_say(_TOLD)
_SPOKEN_ABROAD = WORDINGS.that_say(_ABROAD)
_ALL_HARMLESS = _IN_EVERYDAY_USE | _IN_USE_OF_DYING | _ONLY_TOLD | _SPOKEN_ABROAD
_FOREIGN = re.compile("[\u0370-\u1fff\u3040-\ud7af]")
FEW_LEFT: Final = 5
"""Words: fewer, none of which is a cue of harm, say nothing once an everyday phrase is taken out."""
Needs = tuple[int, int]
"""Bits of wordings: those that need some word in their first set, and in their second."""
Finding = tuple[frozenset[str], bool]
"""The categories of a sentence, and whether a cue is left that nothing decides."""
_NOTHING_FOUND: Final[Finding] = (frozenset(), False)


def judge_text(text: str, *, reply: bool = False) -> ModerationVerdict:
    """Judge a text of any length, in linear time and without anything outside this process.

    What the assistant says, `reply`, is given more credit by the model, and as much by the wordings.
    """
    found: set[str] = set()
    doubt = False
    for sentence in dict.fromkeys(sentences(plain(text))):
        said = words(sentence)
        categories, weak = judge_sentence(sentence, needs_of(said), weighed(said), reply=reply)
        found |= categories
        doubt = doubt or weak
    if not found:
        return ModerationVerdict(flagged=False, categories=(), sure=False, self_harm=False) if doubt else PASSED
    return ModerationVerdict(flagged=True, categories=tuple(sorted(found)), sure=True, self_harm=SELF_HARM in found)


def judge_sentence(sentence: str, needs: Needs, said: Weighed, *, reply: bool) -> Finding:
    """Say which categories a sentence of plain text falls in, and whether a cue is left that nothing decides; `needs`
    and `said` are what its words need and weigh. Most sentences are worth no closer look.
    """
    worth_trying = needs[0] & needs[1]
    total = weigh(said)
    if (
        worth_trying & ~_ALL_HARMLESS
        or is_worth_a_look(total, said.words)
        or (not sentence.isascii() and _FOREIGN.search(sentence))
    ):
        found = _read_closely(sentence, worth_trying, total, REPLY_BARS if reply else _BARS)
    else:
        found = _NOTHING_FOUND
    return _read_abroad(sentence, found) if worth_trying & _SPOKEN_ABROAD else found


def wordings_for(said: Iterable[str]) -> int:
    """Give the bits of the wordings that are worth trying on a sentence of such words."""
    first, second = needs_of(said)
    return first & second


def needs_of(said: Iterable[str]) -> Needs:
    """Give the bits of the wordings that need any of these words."""
    first = second = 0
    for one, two in map(bits_of, said):
        first |= one
        second |= two
    return first, second


@lru_cache(maxsize=1 << 13)
def bits_of(word: str) -> tuple[int, int]:
    """Give the bits of the wordings that need a word, however it is spelt."""
    if spelt(word) == word and "'" not in word:
        return WORDINGS.bits(word)
    first = second = 0
    # An apostrophe may join two words, as in d'en.
    for part in {*spelt(word).split(), *word.replace("'", " ").split()}:
        one, two = WORDINGS.bits(part)
        first |= one
        second |= two
    return first, second


@lru_cache(maxsize=256)
def _read_closely(sentence: str, worth_trying: int, total: int, bars: tuple[float, ...]) -> Finding:
    """Say which categories a sentence that weighs `total` falls in, and whether a cue is left that nothing decides."""
    serious, grave = without_everyday(sentence, worth_trying)
    scored = dict(zip(HEADS, _scores(serious, total if serious == sentence else None), strict=True))
    # The models learnt from what is left of a sentence; a wish to die is also heard in what is only told.
    left = _without(worth_trying & _IN_USE_OF_DYING, serious) if worth_trying & _ONLY_TOLD else grave
    if left != serious:
        scored[SELF_HARM] = _scores(left)[HEADS.index(SELF_HARM)]
    found = {head for (head, score), bar in zip(scored.items(), bars, strict=True) if score >= bar}
    if worth_trying & ~_ALL_HARMLESS:
        found |= by_wording(serious, grave, worth_trying)
    weak = _WEAK in found
    found.discard(_WEAK)
    if not sentence.isascii() and abroad.said_in_another_script(sentence):
        found.add(SELF_HARM)
    found |= {THREATS[category] for category in found & THREATS.keys()}
    reported = bool(found & REPORTABLE and not found & THREATS.keys() and REPORTED.search(sentence))
    if reported:
        found -= REPORTABLE
    return frozenset(found), weak or reported or left != grave or max(scored.values()) >= _DOUBT


def _read_abroad(sentence: str, found: Finding) -> Finding:
    """Add what is heard in a sentence of another language, said in English word for word."""
    heard, told = hear(sentence)
    if not heard and not told:
        return found
    categories = found[0] | heard | {THREATS[category] for category in heard & THREATS.keys()}
    if told and categories & REPORTABLE and not categories & THREATS.keys():
        return categories - REPORTABLE, True
    return categories, found[1]


def _scores(sentence: str, total: int | None = None) -> tuple[float, ...]:
    """Let both models weigh a sentence, the second only what the first, whose sum may be known, lets it.

    What is said in a language that they did not learn is for the wordings alone, as is what an everyday phrase says.
    """
    if total is not None and not is_worth_a_look(total, len(words(sentence))):
        return _NO_SCORES
    rest = EXPLAINED.pattern.sub(" , ", sentence)
    said = words(rest)
    if rest != sentence:
        if len(said) < FEW_LEFT and not any(BITS_OF.get(word, 0) & CUES for word in said):
            return _NO_SCORES
        total = None
    total = weigh(weighed(said)) if total is None else total
    if not is_worth_a_look(total, len(said)) or not speaks_known_language(said):
        return _NO_SCORES
    return scores(total, len(said), weigh_phrases(said))


def without_everyday(sentence: str, worth_trying: int) -> tuple[str, str]:
    """Spell a sentence out and take everyday uses of grave words from it, then harm that is only told of; or, where
    somebody's life is looked after, everyday words about dying: who tells of a threat may be in danger.
    """
    meant = _without(worth_trying & _IN_EVERYDAY_USE, spelt_out(sentence))
    return _without(worth_trying & _ONLY_TOLD, meant), _without(worth_trying & _IN_USE_OF_DYING, meant)


def by_wording(serious: str, grave: str, worth_trying: int) -> set[str]:
    """Match the wordings that decide, with everyday uses of their words taken out."""
    found: set[str] = set()
    for wording in WORDINGS.chosen(worth_trying & ~_ALL_HARMLESS):
        if wording.says not in found:
            text = grave if wording.says in {SELF_HARM, _VEILED, _WEAK} else serious
            if wording.pattern.search(text):
                found.add(wording.says)
    if _VEILED in found:
        found.remove(_VEILED)
        if not crisis.CONTEXT.search(grave):
            found.add(SELF_HARM)
    return found


def _without(harmless: int, sentence: str) -> str:
    """Take everyday uses out of a sentence."""
    for wording in WORDINGS.chosen(harmless):
        sentence = wording.pattern.sub(" , ", sentence)
    return sentence
