"""Detection: personal and secret values are found in any spelling, ordinary words are left."""

# ruff: noqa: RUF001 (the look-alikes are the subject)

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from app.domain.data_class import NEVER_KEPT, DataClass
from app.domain.detection import cards, find_never_kept, find_spans
from tests.safety import structured
from tests.timing import growth

MESSAGES = Path(__file__).parents[1] / "data" / "safety" / "customer_messages_300.jsonl"
SECRETS = MESSAGES.with_name("secrets.jsonl")
HOSTILE = (
    "4 ",
    "DE89 ",
    "a@",
    "my name is Ann Lee ",
    "030 1234567 ",
    "12 Aa Bb ",
    "Ａ1",
    "ssn a1",
    "id number 12345678 ",
    "order 536-22-8726 ",
    "4&nbsp;",
    "4OOO ",
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
        "4111  1111  1111  1111",
        "4111\n1111\n1111\n1111",
        "4111, 1111, 1111, 1111",
        "4111_1111_1111_1111",
        "٤١١١١١١١١١١١١١١١",
        "3782 822463 10005",
        "4111&nbsp;1111&nbsp;1111&nbsp;1111",
        "4111&#160;1111&#160;1111&#160;1111",
        "4111%201111%201111%201111",
        "4OOO O566 5566 5556",
        "4oooo56655665556",
        "6212345678901234569",
        "6212 3456 7890 1234 569",
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
        "see you on 2026-11-21",
        "I am very disappointed",
        "parcel 9400 1000 0000 0000 0000 00",
        "order no. 9468 0112 9239 7713 0710 48 - 2 items",
        "ref 114-1234567-1234567",
        "order 555-123-4567",
        "sizes 36 38 40 42",
        "call me between 10.30 - 11.45",
        "I bought it at amazon.com",
        "updated from 1.2.3.4 to 1.2.3.5, the firmware of version 1.2.3.4",
        "hi there, thanks a lot",
        "order 123-45-6789",
        "my tracking number is 412-33-8871",
        "Bestellung 219-09-9999 fehlt noch",
        "219-09-9999 is my order number",
        "412-33-8871 (invoice number)",
        "commande n° 219-09-9999",
        "parcel 2341 2341 2346 is stuck",
        "order number 4539578763621486",
        "numéro de suivi 5425233430109903",
        "my order ID is 5425233430109903",
        "order X1234567L",
        "article AB 12 34 56 C",
        "item 811218-9876",
        "order number 44051401359",
        "3 @ 19.99 each",
        "lunch @ noon. then call",
        "12::30",
        "1.1.1.1. of the T&C",
        "§ 1.2.3.4",
        "after installing 3.12.0.1 it crashes",
        "update 10.0.19.2",
        "04/11/2025 - 11/11/2025",
        "2025-11-04 - 2025-11-11",
        "4.11.-11.11.2025",
        "vom 01.03.2025-14.03.2025",
        "12/05/2025 1430-1600",
        "01 11 2025 - 11 11 2025",
        "contract 0049123456",
        "Zählerstand 004512345",
        "code 301 302 404",
        "00-14-22-01-23-45",
        "0014.2201.2345",
        "lottery 05 12 23 34 41 49",
        "available at boots.com",
        "meet at cafe. Then we go",
        "many times at this point to no end",
        "Liefern Sie ins Krankenhaus, der Kiosk im Krankenhaus hat keine",
        "I work in the hospital and need scrubs",
        "Is the hotel wheelchair accessible?",
        "my 10 year old washing machine broke",
        "gift for a 6-year-old boy",
        "my kid size is 8",
        "mon enceinte ne charge plus",
        "mon avocat est mûr",
        "my blood pressure monitor is broken",
        "the kiln was fired twice",
        "Where do I find the legal notice?",
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
        ("at 10:30 555-123-4567 rang", "555-123-4567", "phone"),
        ("reach us: 001-335-476-6843x123", "001-335-476-6843x123", "phone"),
        ("我的电话是13812345678谢谢", "13812345678", "phone"),
        ("мой телефон 8 912 345 67 89", "8 912 345 67 89", "phone"),
        ("jane at example dot com", "jane at example dot com", "email"),
        ("j.doe[@]example[.]com", "j.doe[@]example[.]com", "email"),
        ("jdoe (at) example.de", "jdoe (at) example.de", "email"),
        ("jdoe <at> example <dot> org", "jdoe <at> example <dot> org", "email"),
        ("jdoe arobase example point fr", "jdoe arobase example point fr", "email"),
        ("jdoe собака example точка ru", "jdoe собака example точка ru", "email"),
        ("jdoe-at-example-dot-com", "jdoe-at-example-dot-com", "email"),
        ("j d o e @ e x a m p l e . c o m", "j d o e @ e x a m p l e . c o m", "email"),
        ("jdoe@example. com", "jdoe@example. com", "email"),
        ("jdoe @ example . com", "jdoe @ example . com", "email"),
        ("jdoe&#64;example.com", "jdoe&#64;example.com", "email"),
        ("my mail is jdoe at example.com", "jdoe at example.com", "email"),
        ("write jdoe @ gmail", "jdoe @ gmail", "email"),
        ("347 1234567 cellulare", "347 1234567", "phone"),
        ("8-912-345-67-89", "8-912-345-67-89", "phone"),
        ("12,203.0.113.9,login", "203.0.113.9", "ip_address"),
        ("user%40example.com", "user%40example.com", "email"),
        ("Gİ75NWBK000000007099453", "Gİ75NWBK000000007099453", "bank_account"),
        ("from ::ffff:192.0.2.1 today", "::ffff:192.0.2.1", "ip_address"),
        ("my nino is QQ 12 34 56 C", "QQ 12 34 56 C", "government_id"),
        ("DL: O564-1636-0480", "O564-1636-0480", "government_id"),
        ("carte d'identité n° 991204773310", "991204773310", "government_id"),
        ("mój dowód osobisty nr CDE443210", "CDE443210", "government_id"),
        ("rijbewijs 5521903847", "5521903847", "government_id"),
        ("telemóvel 936 512 004", "936 512 004", "phone"),
        ("https://wa.me/4915127654321?text=hi", "4915127654321", "phone"),
        ("piet at voorbeeld.nl is mijn mail", "piet at voorbeeld.nl", "email"),
        ("meine Mail ist kurt.b at firma.de", "kurt.b at firma.de", "email"),
        (
            "the first four are 4539 then 1488 then 0343 and last 6467",
            "4539 then 1488 then 0343 and last 6467",
            "payment_card",
        ),
        ("from 192.168.4.20 today", "192.168.4.20", "ip_address"),
        ("from 2001:db8::7 today", "2001:db8::7", "ip_address"),
        ("my name is maria lopez and I wait", "maria lopez", "name"),
        ("Ich heiße Jürgen Groß", "Jürgen Groß", "name"),
        ("Regards,\nHanna Weber", "Hanna Weber", "name"),
        ("send it to 221 Baker Street, London", "221 Baker Street, London", "address"),
        ("38 C/ Curas 88, Villafranca", "38 C/ Curas 88, Villafranca", "address"),
        ("Cumhuriyet Bulvarı No: 81, 35210 İzmir", "Cumhuriyet Bulvarı No: 81, 35210 İzmir", "address"),
        ("I was diagnosed with asthma", "diagnosed with", "health"),
        ("my son is 9", "my son is 9", "child"),
        ("my lawyer will write", "my lawyer", "legal"),
        ("meine Mutter ist im Krankenhaus", "im Krankenhaus", "health"),
        ("I'm still in hospital", "in hospital", "health"),
        ("ma femme est enceinte", "est enceinte", "health"),
        ("my 7-year-old ordered it", "my 7-year-old", "child"),
        ("i was fired", "was fired", "hr"),
        ("there was a data breach", "data breach", "security_incident"),
    ],
)
def test_each_class_is_found_at_its_place(text: str, value: str, data_class: str) -> None:
    """The span holds the value alone, without the words that introduce it."""
    assert found(text) == [(value, data_class)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("536228726 is my ssn", "536228726"),
        ("SS# 536 22 8726", "536 22 8726"),
        ("social sec no 536228726", "536228726"),
        ("my social got entered wrong, it should be 456781234", "456781234"),
        ("the last time I gave you my ssn (321549876) you lost it", "321549876"),
        ("mitt personnummer är 811218-9876", "811218-9876"),
        ("131052-308T", "131052-308T"),
        ("meu cpf é 39053344705", "39053344705"),
        ("mój pesel to 44051401359", "44051401359"),
        ("mijn sofinummer is 111222333", "111222333"),
        ("el DNI 54362315K", "54362315K"),
        ("mit cpr nummer er 211062-5629", "211062-5629"),
        ("AHV 756.9217.0769.85", "756.9217.0769.85"),
        ("my SIN no. is 123 456 782", "123 456 782"),
        ("aadhar no: 234123412346", "234123412346"),
        ("tax file number 123456782", "123456782"),
        ("我的身份证号是360426199101010071", "360426199101010071"),
        ("주민등록번호 971013-9019902", "971013-9019902"),
        ("rodné číslo 710319/2745", "710319/2745"),
        ("my ID number is 44051401359", "44051401359"),
    ],
)
def test_numbers_of_states_are_found_in_passing(text: str, value: str) -> None:
    """Their name may stand some words away, before or behind, or their form leaves no doubt."""
    assert found(text) == [(value, "government_id")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cvc on the back says 902", "902"),
        ("the last three digits on the back are 902", "902"),
        ("security code on the card says 902", "902"),
        ("the code on the back of my card is 902", "902"),
        ("Prüfziffer 902", "902"),
        ("cryptogramme : 902", "902"),
    ],
)
def test_codes_of_cards_are_found(text: str, value: str) -> None:
    """By what they are called, and by where on the card they stand."""
    assert found(text) == [(value, "payment_card")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("BSB 083-004 acc 51740028", ["083-004", "51740028"]),
        ("sort code 20-17-93, account 73020114", ["20-17-93", "73020114"]),
        ("IFSC ICIC0000042 a/c 004201503377", ["ICIC0000042", "004201503377"]),
        ("agência 2210 conta 48213-7", ["2210", "48213-7"]),
        ("conta corrente 48213-7", ["48213-7"]),
        ("a conta 2026-1 veio errada", []),
    ],
)
def test_an_account_is_one_behind_its_bank(text: str, values: list[str]) -> None:
    """Whatever else is called an account."""
    assert found(text) == [(value, "bank_account") for value in values]


def test_a_card_stays_one_beside_an_order() -> None:
    """Only what is called an order's number, and not grouped as cards are, is one."""
    for text in (
        "order number 4111 1111 1111 1111",
        "I paid for order 20931 with 4111111111111111",
        "the order was charged to card 4111111111111111",
        "order 20931, visa 4111111111111111",
    ):
        assert any(data_class == "payment_card" for _, data_class in found(text)), text


def test_overlaps_go_to_what_is_never_kept() -> None:
    """A card inside other text wins over every other reading of its digits."""
    assert found("call 4111 1111 1111 1111")[0][1] == DataClass.PAYMENT_CARD


def test_what_is_never_kept_is_found_the_same_alone() -> None:
    """The check of replies, which looks for nothing else, sees what everything together sees."""
    texts = [json.loads(line)["text"] for line in SECRETS.read_text(encoding="utf-8").splitlines()]
    texts += ["call 4111 1111 1111 1111", "ssn 536-22-8726, DE89370400440532013000, a@b.co"]
    together = [[span for span in find_spans(text) if span.data_class in NEVER_KEPT] for text in texts]
    assert [find_never_kept(text) for text in texts] == together
    assert sum(map(len, together)) > len(texts) // 4


def test_values_among_thousands_are_gone_as_well() -> None:
    """Beyond the first thousand, neighbours become one span, and what is never kept lies within none of them."""
    text = "anna@example.com " * 1500 + "4111 1111 1111 1111 " + "anna@example.com " * 20
    spans = find_spans(text)
    assert len(spans) < 1100
    assert any(text[span.start : span.end] == "4111 1111 1111 1111" for span in spans)
    covered = bytearray(len(text))
    for span in spans:
        assert not any(covered[span.start : span.end])
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    assert all(covered[at] for at, sign in enumerate(text) if sign == "@" or sign.isdigit())


@pytest.mark.parametrize("said", ["I want to die.", "ich will sterben", "死にたい。"])
def test_what_is_said_among_thousands_of_values_stays(said: str) -> None:
    """Moderation reads what redaction leaves."""
    text = "anna@example.com " * 1500 + said + " anna@example.com " * 1500
    assert not any(span.start < text.index(said) + 1 < span.end for span in find_spans(text))


def test_structured_values_reach_their_goals() -> None:
    """What `make safety` prints of cards, accounts, telephones and orders is at its goal."""
    figures = list(structured.measure())
    assert len(figures) > 20
    assert [f"{figure.name}: {figure.hits} of {figure.of}" for figure in figures if not figure.met] == []


@given(st.text(st.sampled_from("0123456789"), min_size=2, max_size=30), st.data())
def test_luhn_agrees_with_the_library(digits: str, data: st.DataObject) -> None:
    """The quick check of thousands of windows is stdnum's."""
    start = data.draw(st.integers(0, len(digits) - 2))
    end = data.draw(st.integers(start + 2, len(digits)))
    assert cards.luhn_holds(cards.luhn_sums(digits), start, end) == luhn.is_valid(digits[start:end])


@given(st.text(st.sampled_from("a1 4@.-\nMrD９\u200b/:є"), max_size=80))
def test_spans_index_the_input(text: str) -> None:
    """Spans are sorted, inside the input and apart from each other."""
    end = 0
    for span in find_spans(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize("sign", [" ", ", ", "\n", "-"])
@pytest.mark.parametrize("times", [126, 400])
def test_a_row_of_cards_is_found_to_its_end(sign: str, times: int) -> None:
    """However long it is: what is read in parts is cut behind a card."""
    text = sign.join(["4111 1111 1111 1111", "3782 822463 10005"] * times)
    left = text
    for span in reversed(find_spans(text)):
        left = left[: span.start] + left[span.end :]
    assert "4111 1111" not in left
    assert "822463" not in left


def test_ordinary_messages_pass() -> None:
    """At most one in a hundred ordinary customer messages is touched."""
    rows = [json.loads(line)["text"] for line in MESSAGES.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 300
    assert sum(bool(find_spans(text)) for text in rows) <= 3


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    """Twice the text takes at most two and a half times as long, on a quiet moment of the machine."""
    text = piece * (20_000 // len(piece))
    assert any(growth(find_spans, text, tries=7) <= 2.5 for _ in range(4))
