"""From which values the heads of moderation look closely, flag, doubt, and flag a reply, within what may be flagged."""

import sys
from collections.abc import Sequence

import numpy as np

from app.domain.moderation.judge import REPORTABLE, SELF_HARM
from app.domain.moderation.model import HEADS
from app.domain.moderation.text import plain, sentences
from tests.safety.moderation_examples import TALK, Example, is_reported, worded_in
from tests.safety.moderation_models import Values
from tests.safety.moderation_texts import CALM, CHAT, EVERYDAY, LIFE, PEOPLE, REPLY, TOLD
from tests.safety.thresholds import Thresholds

ALARMS = {
    CALM: 0.24,
    EVERYDAY: 0.3,
    TOLD: 0.37,
    PEOPLE: 0.34,
    LIFE: 0.2,
    CHAT: 0.13,
    "clean": 0.01,
    "tweet": 0.053,
    TALK: 0.045,
    "ordinary": 0.0052,
}
"""Of each kind of harmless message all heads together may flag so many. What is everyday seems harder here than it is:
few templates are tuned on, and these the last models have learnt from."""
WORTH = {
    SELF_HARM: 1200.0,
    "harassment/threatening": 130.0,
    "hate": 400.0,
    "sexual": 30.0,
    "violence": 0.001,
    "harassment": 0.001,
}
"""What it is worth to find a message of each head: who is only rude counts least, who may be in danger most; then
threats and hate, which are told from harmless messages with most effort."""
NOWHERE, SURE = -1e3, 1e3
"""The values of what nobody looks at closely, and of what a wording decides."""
REPLY_ALARMS = 0.002
REPLY_MARGIN = 4.0
"""How much louder a reply must speak: what support writes is seldom harmful, and shares many words with what is."""
DOUBTS, DOUBTS_OF_SELF_HARM = 0.001, 0.01
"""Of ordinary messages one head may have doubts about so many: where somebody may be in danger, about more."""
LOOKED_AT = {"ordinary": 0.115}
"""Of ordinary messages so many may be looked at closely: as much is overlooked for not being worth a look."""
SELDOM = 0.005
"""How many messages it takes to tell how a threshold moves, as a share: of the loudest few nothing can be told."""


def thresholds(values: Values, tuned_on: Sequence[Example]) -> np.ndarray:
    """From which value each head looks closely, flags, doubts, and flags a reply: few harmless messages are touched.

    A message is as loud for each head as its loudest sentence for that head.
    """
    kinds = np.array([kind for _, _, kind in tuned_on])
    said = [sentence for text, _, _ in tuned_on for sentence in sentences(plain(text)) or [""]]
    worded = np.array([_by_wording(sentence) for sentence in said])
    reported = np.array([_reported(sentence) for sentence in said])
    both = np.where(reported, NOWHERE, np.where(worded, SURE, values.linear + values.phrases))
    looks = _looks(values.of_messages(values.linear), values.of_messages(both), kinds)
    looked_at = (values.linear >= looks).any(axis=1, keepdims=True) | worded | reported  # where one head looks, all do
    judged = values.of_messages(np.where(looked_at, both, NOWHERE))
    flags = _flags(judged, kinds)
    replies = np.maximum(flags, np.quantile(judged[kinds == REPLY], 1 - REPLY_ALARMS, axis=0)) + REPLY_MARGIN
    ordinary = values.of_messages(values.linear + values.phrases)[kinds == "ordinary"]
    return np.stack([looks, flags, _doubts(ordinary, flags), replies], axis=1)


def _by_wording(sentence: str) -> list[bool]:
    """Which heads the wordings flag a sentence for, whatever the models say."""
    found = worded_in(sentence)
    return [head in found for head in HEADS]


def _reported(sentence: str) -> list[bool]:
    """Which heads find nothing in a sentence, since it only tells of harm or speaks against it."""
    reported = is_reported(sentence)
    return [reported and head in REPORTABLE for head in HEADS]


def _looks(linear: np.ndarray, judged: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """From which value each head looks closely, so that most is looked at of what would be flagged if all were."""
    flags, _ = Thresholds(judged, kinds, HEADS, ALARMS, SELF_HARM).found(WORTH)
    by_models = (judged >= flags) & (judged < SURE)
    seeks = np.array([kind not in HEADS or by_models[at, HEADS.index(kind)] for at, kind in enumerate(kinds)])
    looks, _ = Thresholds(linear[seeks], kinds[seeks], HEADS, LOOKED_AT, SELF_HARM).found(WORTH)
    return looks


def _flags(judged: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """From which value each head flags, and tell what is found with that."""
    flags, shares = Thresholds(judged, kinds, HEADS, ALARMS, SELF_HARM).found(WORTH)
    sys.stderr.write("unseen templates: " + ", ".join(f"{kind} {share:.4f}" for kind, share in shares.items()) + "\n")
    return flags


def _doubts(ordinary: np.ndarray, flags: np.ndarray) -> np.ndarray:
    """From which value each head has doubts, which is below that where it flags."""
    shares = [DOUBTS_OF_SELF_HARM if head == SELF_HARM else DOUBTS for head in HEADS]
    doubts = [np.quantile(of_head, 1 - share) for of_head, share in zip(ordinary.T, shares, strict=True)]
    return np.minimum(flags - 0.1, doubts)


def moved(bars: np.ndarray, before: Values, after: Values) -> np.ndarray:
    """Move thresholds as what the last models say of harmless messages that both learnt from has moved."""
    looks = _further(before.linear, after.linear, bars[:, 0])
    flags = _further(before.linear + before.phrases, after.linear + after.phrases, bars[:, 1])
    return bars + np.stack([looks, flags, flags, flags], axis=1)


def _further(before: np.ndarray, after: np.ndarray, bars: np.ndarray) -> np.ndarray:
    """Say how much further one has to go, to see as few messages as thresholds let by before."""
    shares = 1 - np.maximum((before >= bars).mean(axis=0), SELDOM)
    return np.array(
        [np.quantile(after[:, lane], at) - np.quantile(before[:, lane], at) for lane, at in enumerate(shares)]
    )
