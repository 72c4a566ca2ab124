"""Wishes: a plain wish for a person, and the tenant's triggers."""

import pytest

from app.domain.wishes import matched_trigger, wishes_for_person


@pytest.mark.parametrize(
    "text",
    [
        "I want to talk to a real person",
        "human please",
        "Let me speak to an agent",
        "representative",
        "can I speak with a representative?",
        "ich möchte mit einem Menschen sprechen",
        "je veux parler à un conseiller",
        "quiero hablar con una persona",
        "Yes, bring in a person",
        "please bring me somebody from support",
    ],
)
def test_plain_wishes_are_heard(text: str) -> None:
    """Asking for a human is understood in several languages."""
    assert wishes_for_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "is the model wearing a size M a person",
        "is this tent for one person?",
        "what cleaning agent do you sell?",
        "where is my order",
    ],
)
def test_other_talk_of_people_is_no_wish(text: str) -> None:
    """A person in the sentence is not a wish to speak to one."""
    assert not wishes_for_person(text)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("I was injured by the tent pole", "injury"),
        ("the payment on my card is disputed", "payment dispute"),
        ("I dispute this payment", "payment dispute"),
        ("where is my parcel", None),
        ("payment was fine. The colour of the tent, as we wrote on Monday last week, is in dispute", None),
    ],
)
def test_triggers_match_in_any_inflection(text: str, trigger: str | None) -> None:
    """Words may bend and change their order, but stand near each other."""
    assert matched_trigger(text, ["payment dispute", "injury"]) == trigger


def test_no_triggers_match_nothing() -> None:
    """A workflow without triggers stops no message."""
    assert matched_trigger("injury", []) is None
