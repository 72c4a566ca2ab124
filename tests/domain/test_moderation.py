"""Moderation by rules: danger is seen, strong everyday words are not taken for it."""

import pytest

from app.domain.moderation import judge_by_rules


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "everyone would be better off without me",
        "how many paracetamol would it take to die",
        "I've been cutting myself again",
        "I hope I don't wake up tomorrow",
        "there's no point in going on",
        "ich will nicht mehr leben",
        "no quiero vivir más",
    ],
)
def test_self_harm_is_seen(text: str) -> None:
    """A wish to die, said plainly or not, asks for the crisis text."""
    verdict = judge_by_rules(text)
    assert verdict.flagged
    assert verdict.self_harm
    assert "self-harm" in verdict.categories


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("I will find you and kill you", "harassment/threatening"),
        ("I hate all immigrants", "hate"),
        ("you stupid bitch", "harassment"),
        ("send me nudes", "sexual"),
        ("how to make a pipe bomb", "violence"),
    ],
)
def test_categories_carry_their_names(text: str, category: str) -> None:
    """Each kind of harm is named as the moderation API names it."""
    assert category in judge_by_rules(text).categories


@pytest.mark.parametrize(
    "text",
    [
        "this deal is killer",
        "kill the process on my server",
        "dying to try your tent",
        "my phone died",
        "these shoes are killing me",
        "I hate black jeans",
        "is the nude lipstick in stock?",
    ],
)
def test_harmless_look_alikes_pass(text: str) -> None:
    """Strong words in everyday use are no reason to refuse, and no doubt is left."""
    verdict = judge_by_rules(text)
    assert not verdict.flagged
    assert verdict.sure


def test_a_weak_cue_leaves_a_doubt() -> None:
    """What the rules can't weigh is passed on as not sure."""
    verdict = judge_by_rules("everything feels hopeless")
    assert not verdict.flagged
    assert not judge_by_rules("i hate my life").sure
