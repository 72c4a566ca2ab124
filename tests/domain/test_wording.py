"""Wording: every refusal says in the customer's language what to do next, and repeats nothing that was sent."""

from dataclasses import fields
from pathlib import Path

import pytest

from app.domain import wording
from app.domain.data_class import NEVER_KEPT, DataClass
from app.domain.handoff import Reason
from app.domain.wording.words import Words

FALLBACK = "help@harbor.example"
CHAT = Path("widgets/customer/texts")
EVERY_LANGUAGE = pytest.mark.parametrize("language", sorted(wording.LANGUAGES))


def test_the_languages_are_those_of_the_chat() -> None:
    """Whoever reads the chat's own words reads the service's too."""
    assert set(wording.LANGUAGES) == {file.stem for file in CHAT.glob("??.ts")}


@EVERY_LANGUAGE
def test_a_language_is_complete(language: str) -> None:
    """Every sentence is there, each with its placeholders and no others, and every kind of data has a name."""
    words, english = wording.LANGUAGES[language], wording.LANGUAGES["en"]
    assert words.kinds.keys() == set(DataClass)
    assert all(words.kinds.values())
    assert len(set(words.kinds.values())) == len(DataClass)
    assert not any(words.between in kind for kind in words.kinds.values()), "where one kind ends is seen"
    for name in (field.name for field in fields(Words) if field.name != "kinds"):
        said, meant = getattr(words, name), getattr(english, name)
        assert [said.count(mark) for mark in ("{contact}", "{what}", "{", "}")] == [
            meant.count(mark) for mark in ("{contact}", "{what}", "{", "}")
        ], name
        assert said or (name == "space" and language in {"ja", "zh"}), name
        assert said != meant or language == "en" or name in {"between", "space"}, name


@EVERY_LANGUAGE
def test_an_address_can_be_followed(language: str) -> None:
    """What stands behind it is not taken for a part of it; one that begins with a number keeps its order."""
    words = wording.LANGUAGES[language]
    for said in (words.elsewhere, words.closed):
        before, _, after = said.partition("{contact}")
        assert after[0] in " .,"
        assert (before[-1] == "\N{LEFT-TO-RIGHT MARK}") == (language in {"ar", "he"})


@pytest.mark.parametrize("reason", [Reason.PROHIBITED_DATA, Reason.INJECTION, Reason.UNSAFE_INPUT])
@EVERY_LANGUAGE
def test_a_refusal_shows_a_way_on(language: str, reason: Reason) -> None:
    """A person can be asked for, and there is an address."""
    said = wording.refusal(language, reason, frozenset(), FALLBACK)
    assert FALLBACK in said
    assert said.endswith(wording.LANGUAGES[language].elsewhere.format(contact=FALLBACK))


@EVERY_LANGUAGE
def test_what_is_not_to_be_sent_is_named(language: str) -> None:
    """In a customer's words, not by the class's name."""
    for data_class in DataClass:
        said = wording.refusal(language, Reason.PROHIBITED_DATA, frozenset({data_class}), FALLBACK)
        assert wording.LANGUAGES[language].kinds[data_class] in said
        assert "_" not in said
        assert (wording.LANGUAGES[language].removed in said) == (data_class in NEVER_KEPT)


def test_several_are_named_in_one_order() -> None:
    """Whatever set they come in."""
    both = frozenset({DataClass.PAYMENT_CARD, DataClass.BANK_ACCOUNT, DataClass.HEALTH})
    assert "bank account numbers, or details about anybody's health, or payment card numbers" in wording.refusal(
        None, Reason.PROHIBITED_DATA, both, FALLBACK
    )


def test_sentences_stand_apart_as_the_language_has_it() -> None:
    """By a space, or by nothing."""
    card = frozenset({DataClass.PAYMENT_CARD})
    german = wording.refusal("de", Reason.PROHIBITED_DATA, card, FALLBACK)
    assert german == (
        "Bitte senden Sie in diesem Chat keine Nummern von Zahlungskarten. Das wurde entfernt, und niemand bekommt es"
        f" zu sehen. Sie können jederzeit nach einem Menschen fragen oder an {FALLBACK} schreiben."
    )
    assert " " not in wording.refusal("ja", Reason.PROHIBITED_DATA, card, FALLBACK).partition(FALLBACK)[0]


@pytest.mark.parametrize(
    ("locale", "language"),
    [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("zh-Hant-TW", "zh"), ("xx", "en"), ("", "en"), (None, "en")],
)
def test_the_language_fits_the_locale_best(locale: str | None, language: str) -> None:
    """And is English where there is no other."""
    assert wording.cut_short(locale) == wording.LANGUAGES[language].cut_short


def test_closed_names_the_address() -> None:
    """The message went nowhere, and the customer is told so."""
    assert FALLBACK in wording.closed(None, FALLBACK)
    assert "not passed on" in wording.closed(None, FALLBACK)
