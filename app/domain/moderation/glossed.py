"""What is heard in a gloss: hate, threats and sexual talk, by the English words that stand in it together.

A gloss has the words of a sentence, but not the order that English has: which of them come together says more than
how they stand. Only what denies a word must stand before it.
"""

# ruff: noqa: RUF001 (quotation marks are meant)

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from app.domain.moderation import gloss_kinds as kinds
from app.domain.moderation.gloss import in_english
from app.domain.moderation.text import words

_CRY = 6  # words
_QUOTED = re.compile('["“”„«»‚‘][^"“”„«»]*["“”„«»’]?')
_DENIED_WITHIN = 6  # words


class Heard(NamedTuple):
    """The categories that a sentence falls in, and whether it only tells of hate or insults, or speaks against them."""

    categories: frozenset[str]
    told: bool


@lru_cache(maxsize=256)
def hear(sentence: str) -> Heard:
    """Say what is heard in a sentence of plain text, if it is in one of the languages that can be glossed.

    What it quotes is left out: in a gloss nobody can tell who is spoken for.
    """
    whole = words(sentence)
    gloss = in_english(whole)
    if not gloss:
        return _NOTHING
    rest = words(_QUOTED.sub(" ", sentence))
    if quotes := len(rest) < len(whole):
        gloss = in_english(rest)
    said = frozenset(gloss)
    against = not said.isdisjoint(kinds.AGAINST)
    hate = _hate(gloss, said)
    told = against or hate < 0 or any(_is_told(gloss, at) for at in range(len(gloss)))
    found = set[str]() if against else {category for category, is_heard in _HEARD.items() if is_heard(gloss, said)}
    if hate > 0 and not told:
        found.add("hate")
    return Heard(frozenset(found), told or (quotes and len(rest) > 1))


def _hate(gloss: Sequence[str], said: frozenset[str]) -> int:
    """Count what is vile, or good and denied, in what is said of a group; below nought, more of it is denied."""
    slurs = not kinds.SLURS.isdisjoint(said)
    hated = sum(word == "disgusts" or _is_own_hate(gloss, at) for at, word in enumerate(gloss))
    named = not kinds.GROUPS.isdisjoint(said) if hated else any(_is_named(gloss, at) for at in range(len(gloss)))
    if not slurs and (not named or not kinds.EVERYDAY.isdisjoint(said)):
        return 0
    counting = kinds.ILL
    if kinds.WISHES.isdisjoint(said):
        counting -= kinds.FATES
    if kinds.GROUPS.isdisjoint(said) or kinds.BE.isdisjoint(said):
        counting -= kinds.MILD
    found = hated + slurs - ("wrong" in said)
    for at, word in enumerate(gloss):
        if word in counting:
            found += -1 if _is_denied(gloss, at) else 1
        elif word in kinds.GOOD:
            found += _is_denied(gloss, at)
    return found


def _is_named(gloss: Sequence[str], at: int) -> bool:
    """Tell whether a group is spoken of, not only something for it or with it, nor the speaker, who belongs to it."""
    return gloss[at] in kinds.NAMED and kinds.APART.isdisjoint(gloss[max(0, at - 2) : at])


def _is_told(gloss: Sequence[str], at: int) -> bool:
    """Tell whether somebody else, or nobody in particular, hates, or says and thinks what is ill."""
    word = gloss[at]
    too_much_to_think = word == "think" and at >= len(gloss) - 2
    if (word not in kinds.SAID and word not in kinds.HATE) or too_much_to_think:
        return False
    return kinds.OWN_VOICE.isdisjoint(gloss[max(0, at - 3) : at + 2]) and gloss[0] not in kinds.OWN_VOICE


def _is_own_hate(gloss: Sequence[str], at: int) -> bool:
    """Tell whether somebody hates, for themselves: "i hate", "i can't stand", or "i all these ... hate"."""
    if gloss[at] not in kinds.HATE and gloss[at - 1 : at + 1] != ["can't", "stand"]:
        return False
    before = gloss[:at]
    return ("i" in before[-3:] or "we" in before[-3:] or gloss[0] in {"i", "we"}) and not _is_denied(gloss, at)


def _is_threat(gloss: Sequence[str], said: frozenset[str]) -> bool:
    """Tell whether somebody is going to harm those who are spoken to, or wishes them dead."""
    if not kinds.EVERYDAY.isdisjoint(said) or not kinds.TO_ME.isdisjoint(said) or "how" in gloss[:2]:
        return False
    deeds = {
        word
        for at, word in enumerate(gloss)
        if word in kinds.HARM and not _is_denied(gloss, at) and "oneself" not in gloss[max(0, at - 1) : at + 2]
    }
    to_life = not kinds.TO_LIFE.isdisjoint(deeds) or (deeds and not kinds.BODY.isdisjoint(said))
    if to_life and (
        not (kinds.SOMEBODY.isdisjoint(said) or kinds.OWN.isdisjoint(said)) or ("should" in said and "you" in said)
    ):
        return True
    if "your" in said and not (kinds.FIRE.isdisjoint(deeds) or kinds.PLACES.isdisjoint(said)):
        return not kinds.CONDITION.isdisjoint(said)
    if "die" in said and not kinds.CRIES.isdisjoint(said) and len(gloss) <= _CRY:
        return True
    dying = not (kinds.DYING.isdisjoint(said) or kinds.WISHED.isdisjoint(said))
    return dying and not kinds.YOU.isdisjoint(said) and kinds.MINE.isdisjoint(said)


def _is_sexual(gloss: Sequence[str], said: frozenset[str]) -> bool:
    """Tell whether somebody talks of sex with whom they speak to."""
    del gloss
    if not kinds.EVERYDAY.isdisjoint(said):
        return False
    organs, acts = len(kinds.ORGANS.intersection(said)), len(kinds.ACTS.intersection(said))
    wished = "fuck" in said and not kinds.YOU.isdisjoint(said) and not kinds.OWN.isdisjoint(said)
    wished = wished or ("nudes" in said and not kinds.ASKED.isdisjoint(said))
    return bool((organs and acts) or acts > 1 or wished or not kinds.LEWD.isdisjoint(said))


def _is_insult(gloss: Sequence[str], said: frozenset[str]) -> bool:
    """Tell whether those who are spoken to are called names."""
    return not said.isdisjoint(kinds.NAMES) and any(
        word in kinds.NAMES and not _is_denied(gloss, at) and {"you", "your"} & set(gloss[max(0, at - 4) : at + 2])
        for at, word in enumerate(gloss)
    )


def _is_denied(gloss: Sequence[str], at: int) -> bool:
    for word in reversed(gloss[max(0, at - _DENIED_WITHIN) : at]):
        if word in kinds.NOT:
            return True
        if word in kinds.BUT:
            return False
    return not kinds.NOBODY.isdisjoint(gloss[:at])


_NOTHING: Final = Heard(frozenset(), told=False)
_HEARD: Final[dict[str, Callable[[Sequence[str], frozenset[str]], bool]]] = {
    "harassment/threatening": _is_threat,
    "sexual": _is_sexual,
    "harassment": _is_insult,
}
