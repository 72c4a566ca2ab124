"""Detection: personal and secret values are found in any spelling, ordinary words are left."""

# ruff: noqa: RUF001 (the look-alikes are the subject)

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.data_class import DataClass
from app.domain.detection import find_spans

MESSAGES = Path(__file__).parents[1] / "data" / "safety" / "customer_messages_300.jsonl"
HOSTILE = (
    "4 ",
    "DE89 ",
    "a@",
    "my name is Ann Lee ",
    "030 1234567 ",
    "password is ",
    "sk-",
    "12 Aa Bb ",
    "Ａ1",
    "ssn a1",
)


def found(text: str) -> list[tuple[str, str]]:
    """The values and their classes."""
    return [(text[span.start : span.end], span.data_class.value) for span in find_spans(text)]


@pytest.mark.parametrize(
    "spelling",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111.1111.1111.1111",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
        "４１１１１１１１１１１１１１１１",
        "4111\u200b1111\u200b1111\u200b1111",
        "4111\u00a01111\u20111111/1111",
    ],
)
def test_cards_are_found_in_every_spelling(spelling: str) -> None:
    """A card is one span, from its first digit to its last."""
    assert found(f"my card {spelling} was charged") == [(spelling, "payment_card")]


@pytest.mark.parametrize(
    "text",
    [
        "order 100234",
        "tracking 1Z999AA10123456784 is stuck",
        "#HB-20931",
        "4111 1111 1111 1112",
        "invoice INV-2026-004511",
        "it is version 1.2.3.4",
        "my password is not working",
        "I forgot my password, is the token needed?",
        "see you on 2026-11-21",
        "I am very disappointed",
        "hi there, thanks a lot",
    ],
)
def test_numbers_and_words_of_business_stay(text: str) -> None:
    """Orders, parcels, failed Luhn checks and everyday sentences are untouched."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value", "data_class"),
    [
        ("pay to DE89 3704 0044 0532 0130 00 and tell me", "DE89 3704 0044 0532 0130 00", "bank_account"),
        ("iban gb82west12345698765432", "gb82west12345698765432", "bank_account"),
        ("my ssn is 536-22-8726", "536-22-8726", "government_id"),
        ("write to ann.lee+x@mail.example.org.", "ann.lee+x@mail.example.org", "email"),
        ("ann (at) example (dot) org", "ann (at) example (dot) org", "email"),
        ("call +49 30 901820 now", "+49 30 901820", "phone"),
        ("call me on (212) 555-0147", "(212) 555-0147", "phone"),
        ("from 192.168.4.20 today", "192.168.4.20", "ip_address"),
        ("from 2001:db8::7 today", "2001:db8::7", "ip_address"),
        ("my password is hunter2", "hunter2", "credential"),
        ("use ghp_abcdefghij0123456789ABCDEFGHIJ012345", "ghp_abcdefghij0123456789ABCDEFGHIJ012345", "credential"),
        ("the api key: 9fQ2xL7vR4tB1mZ8", "9fQ2xL7vR4tB1mZ8", "credential"),
        ("my name is maria lopez and I wait", "maria lopez", "name"),
        ("Ich heiße Jürgen Groß", "Jürgen Groß", "name"),
        ("Regards,\nHanna Weber", "Hanna Weber", "name"),
        ("send it to 221 Baker Street, London", "221 Baker Street, London", "address"),
        ("I was diagnosed with asthma", "diagnosed with", "health"),
        ("my son is 9", "my son is 9", "child"),
        ("my lawyer will write", "my lawyer", "legal"),
        ("there was a data breach", "data breach", "security_incident"),
    ],
)
def test_each_class_is_found_at_its_place(text: str, value: str, data_class: str) -> None:
    """The span holds the value alone, without the words that introduce it."""
    assert found(text) == [(value, data_class)]


def test_overlaps_go_to_what_is_never_kept() -> None:
    """A card inside other text wins over every other reading of its digits."""
    assert found("call 4111 1111 1111 1111")[0][1] == DataClass.PAYMENT_CARD


@given(st.text(st.sampled_from("a1 4@.-\nMrD９\u200b/:є"), max_size=80))
def test_spans_index_the_input(text: str) -> None:
    """Spans are sorted, inside the input and apart from each other."""
    end = 0
    for span in find_spans(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


def test_ordinary_messages_pass() -> None:
    """At most one in a hundred ordinary customer messages is touched."""
    rows = [json.loads(line)["text"] for line in MESSAGES.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 300
    assert sum(bool(find_spans(text)) for text in rows) <= 3


def growth(text: str) -> float:
    """How much longer twice the text takes, from the shortest of several turns each."""
    once: list[float] = []
    twice: list[float] = []
    for _ in range(7):
        for times, subject in ((once, text), (twice, text * 2)):
            begin = time.perf_counter()
            find_spans(subject)
            times.append(time.perf_counter() - begin)
    return min(twice) / min(once)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    """Twice the text takes at most two and a half times as long, on a quiet moment of the machine."""
    text = piece * (20_000 // len(piece))
    assert any(growth(text) <= 2.5 for _ in range(4))
