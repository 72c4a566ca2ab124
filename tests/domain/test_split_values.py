"""Split values: what is told in parts is not told in the end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.split_values import without_split_values
from tests.timing import seconds

VALUES = ("4111 1111 1111 1111", "4111111111111111", "DE89 3704 0044 0532 0130 00", "ann.miller@customer.example")


@given(st.sampled_from(VALUES), st.data())
def test_no_way_of_cutting_a_value_tells_it(value: str, data: st.DataObject) -> None:
    """Over up to four messages, wherever they are cut: the messages together hold no such value."""
    places = sorted(data.draw(st.sets(st.integers(1, len(value) - 1), min_size=1, max_size=3)))
    parts = [value[a:b] for a, b in zip([0, *places], [*places, len(value)], strict=True)]
    told = without_split_values(["Hello, I need help.", *parts, "Thank you"])
    for joint in (" ", ""):
        assert value not in joint.join(told)
        assert value.replace(" ", "") not in joint.join(told).replace(" ", "")


@pytest.mark.parametrize(
    "texts",
    [
        ["Where is order 4839201?", "2 days ago you said it left", "It was 3 shirts."],
        ["My order is 1001", "1002 came already"],
        ["Do you ship to Norway", "at what price?", "dot com says no"],
        ["Is the shop open at 9", "10 or 11?"],
        ["I'd like to eat in Lafayette.", "11:45 is fine, for 2 of us"],
        ["my problem is", "Boots arrived broken"],
        ["problem:", "Mark on the sleeve"],
        ["the article is called", "Trail Runner 5"],
        ["product name", "Summit Tent"],
        ["I am", "German"],
        ["my parcel is late?", "12 days already"],
        ["the code is", "FALL20, does it work?"],
        ["What is your name", "Anyway, where is my parcel?"],
        ["We ordered 12", "and then 3 more came"],
    ],
)
def test_ordinary_messages_stay(texts: list[str]) -> None:
    """Numbers that follow numbers are no value."""
    assert without_split_values(texts) == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["My number starts with 4111 1111", "and it ends with 1111 1111, thanks"],
        ["The first eight are 41111111", "do you ship to Austria?", "The rest is 11111111"],
        ["4111 1111 is the beginning of it", "1111 1111 is the end of it"],
        ["4111", "ok 1111", "and 1111", "then 1111"],
        ["the last eight are 1111 1111", "the first eight are 4111 1111"],
    ],
)
def test_a_card_is_not_told_around_words(texts: list[str]) -> None:
    """Whatever is said between its parts, in the messages or between them, the last part goes."""
    told = without_split_values(texts)
    assert told[:-1] == texts[:-1]
    assert "[PAYMENT_CARD]" in told[-1]
    assert not any(character.isdigit() for character in told[-1])


@pytest.mark.parametrize(
    ("before", "text", "left"),
    [
        ("my name is", "Kowalska, thanks", "[NAME], thanks"),
        ("ich heiße", "Kowalska", "[NAME]"),
        ("I live in Hauptstrasse", "17, 10115 Berlin", "[ADDRESS]"),
        ("My phone is +49 170", "then 123 45 678", "then [PHONE]"),
        ("call me on 0151", "and then 23456789", "and then [PHONE]"),
        ("my iban is DE89 3704 0044", "then 0532 0130 00", "[BANK_ACCOUNT]"),
        ("my password is", "Sommer2024!x", "[CREDENTIAL]"),
        ("my pin:", "4711", "[CREDENTIAL]"),
        ("my ssn?", "123456789", "[GOVERNMENT_ID]"),
        ("meine Kontonummer", "ist 1234567890", "ist [BANK_ACCOUNT]"),
    ],
)
def test_what_was_announced_does_not_follow(before: str, text: str, left: str) -> None:
    """One message says what comes, the next one has it; alone it would be a word or a number as any other."""
    assert without_split_values([before, text]) == [before, left]


def test_long_lists_of_numbers_take_no_longer_than_prose() -> None:
    """Forty messages full of them are looked through in the time of a message or two."""

    def look(between: str) -> None:
        numbers = [[str(10_000 + 7919 * (at + each) % 90_000) for at in range(500)] for each in range(40)]
        without_split_values(map(between.join, numbers))

    assert seconds(look, " x ", " y ", " z ") < 0.7  # seven seconds, once


def test_what_follows_the_value_stays() -> None:
    """Only the part of the value goes."""
    assert without_split_values(["It is 4111 1111", "1111 1111, and where is my parcel?"]) == [
        "It is 4111 1111",
        "[PAYMENT_CARD], and where is my parcel?",
    ]
