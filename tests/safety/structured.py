"""Cards, accounts, numbers of state, telephones and addresses on the net: what is found, and what stays usable."""

# ruff: noqa: S311 (country codes stay on a line; samples are drawn with a seed)

import random
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import phonenumbers
from stdnum import iban as iban_numbers
from stdnum import luhn

from app.domain.data_class import DataClass
from app.domain.detection import find_spans
from tests.safety.figures import Figure
from tests.safety.rows import rows

SUBJECT: Final = "personal data"
SEED: Final = 20261121
KINDS: Final = (
    "CREDIT_CARD",
    "PHONE_NUMBER",
    "EMAIL_ADDRESS",
    "US_SSN",
    "IBAN_CODE",
    "IP_ADDRESS",
    "US_DRIVER_LICENSE",
)
CLASSES: Final = frozenset(
    {
        DataClass.PAYMENT_CARD,
        DataClass.BANK_ACCOUNT,
        DataClass.GOVERNMENT_ID,
        DataClass.TAX,
        DataClass.PHONE,
        DataClass.EMAIL,
        DataClass.IP_ADDRESS,
    }
)
ISSUERS: Final = (
    *(("4", 16), ("51", 16), ("55", 16), ("2221", 16), ("6011", 16), ("3530", 16)),
    *(("34", 15), ("37", 15), ("36", 14)),
)
CARD_SENTENCES: Final = (
    "{}",
    "my card {} was charged twice",
    "pls cancel it, the number's {} thx",
    "I paid for order 20931 with {} on 12/05/2024, expiry 09/27",
    "Card: {}",
    "({})",
)
IBANS: Final = (
    *(
        [
            "AD",
            "AE",
            "AL",
            "AT",
            "AZ",
            "BA",
            "BE",
            "BG",
            "BH",
            "BR",
            "BY",
            "CH",
            "CR",
            "CY",
            "CZ",
            "DE",
            "DK",
            "DO",
            "EE",
            "EG",
            "ES",
            "FI",
            "FO",
            "FR",
            "GB",
            "GE",
            "GI",
            "GL",
            "GR",
            "GT",
            "HR",
            "HU",
        ]
    ),
    *(
        [
            "IE",
            "IL",
            "IQ",
            "IS",
            "IT",
            "JO",
            "KW",
            "KZ",
            "LB",
            "LI",
            "LT",
            "LU",
            "LV",
            "MC",
            "MD",
            "ME",
            "MK",
            "MR",
            "MT",
            "MU",
            "NL",
            "NO",
            "PK",
            "PL",
            "PS",
            "PT",
            "QA",
            "RO",
            "RS",
            "SA",
            "SE",
            "SI",
        ]
    ),
    *(["SK", "SM", "TN", "TR", "UA", "VA", "XK"]),
)
PHONE_SENTENCES: Final = ("call me at {}", "Phone: {}", "tel {} ok?", "my mobile is {}", "They're not answering at {}")
ORDER_SENTENCES: Final = (
    "where is order {}?",
    "{}",
    "my tracking number is {} and it says delivered",
    "Invoice {} was paid on 2024-05-12 for $1,204.50",
    "hi, parcel {} hasn't arrived",
    "order no. {} - 2 items, size 42",
)
STANDARD: Final[dict[str, Callable[[str], str]]] = {
    "four digits a group": lambda n: " ".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "unspaced": lambda n: n,
    "dashed": lambda n: "-".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "dotted": lambda n: ".".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "digit by digit": " ".join,
    "full-width": lambda n: n.translate({48 + i: 0xFF10 + i for i in range(10)}),
    "zero-width": lambda n: "\u200b".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "slashed": lambda n: "/".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "two spaces": lambda n: "  ".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "no-break spaces": lambda n: "\u00a0".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "line by line": lambda n: "\n".join(n[i : i + 4] for i in range(0, len(n), 4)),
    "arabic digits": lambda n: n.translate({48 + i: 0x660 + i for i in range(10)}),
    "as on the card": lambda n: f"{n[:4]} {n[4:10]} {n[10:]}" if len(n) < 16 else f"{n[:8]} {n[8:]}",
}


def measure() -> Iterator[Figure]:
    """Measure the validation half of the open data, then numbers made here."""
    yield from sentences()
    yield from cards()
    yield _covered("IBANs, five spellings", 1.0, ibans())
    yield from phones()
    yield _untouched("orders, invoices, parcels left as they are", 0.99, orders())
    yield _untouched("numbers that fail Luhn are no cards", 1.0, no_cards(), DataClass.PAYMENT_CARD)


def sentences(*, validation: bool = True) -> Iterator[Figure]:
    """Measure recall by kind, and the precision of what was found of these kinds."""
    hits, of = dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0)
    right = listed = 0
    for row in rows("personal_data", validation=validation):
        spans = [span for span in find_spans(row.text) if span.data_class in CLASSES]
        every = find_spans(row.text)
        for place in row.places:
            if place.kind in of:
                of[place.kind] += 1
                hits[place.kind] += covered(row.text, place.start, place.end, ((s.start, s.end) for s in every))
        listed += len(spans)
        right += sum(any(s.start < p.end and p.start < s.end for p in row.places) for s in spans)
    for kind in KINDS:
        yield Figure(SUBJECT, f"{kind.lower()} in sentences", hits[kind], of[kind], least=0.99)
    yield Figure(SUBJECT, "all of these: recall", sum(hits.values()), sum(of.values()), least=0.99)
    yield Figure(SUBJECT, "all of these: precision", right, listed, least=0.98)


def covered(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether every letter and digit of a value was changed."""
    changed = {place for begin, stop in spans for place in range(max(begin, start), min(stop, end))}
    return all(place in changed for place in range(start, end) if text[place].isalnum())


def cards() -> Iterator[Figure]:
    """Measure each spelling of cards of nine ranges."""
    for name, spell in STANDARD.items():
        made = random.Random(SEED)
        samples = []
        for _ in range(120):
            prefix, length = made.choice(ISSUERS)
            body = prefix + "".join(made.choices("0123456789", k=length - len(prefix) - 1))
            samples.append((made.choice(CARD_SENTENCES), spell(body + luhn.calc_check_digit(body))))
        yield _covered(f"cards, {name}", 0.98, samples)


def ibans() -> Iterator[tuple[str, str]]:
    """Make accounts of every country that most people have one in, each in five spellings."""
    made = random.Random(SEED)
    for country in IBANS:
        for _ in range(3):
            number = _account(made, country)
            grouped = " ".join(number[i : i + 4] for i in range(0, len(number), 4))
            wide = number.translate({33 + i: 0xFF01 + i for i in range(94)})
            for spelling in (number, number.lower(), grouped, grouped.replace(" ", "-"), wide):
                yield (
                    made.choice(("my IBAN is {} thanks", "{}", "please refund to {}.", "account: {} and bye")),
                    spelling,
                )


def _account(made: random.Random, country: str) -> str:
    structure = iban_numbers._ibandb.info(country + "00")[0][1]["bban"]  # the registry's own structure
    signs = {"n": "0123456789", "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "c": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    body = ""
    for part in structure.replace("!n", "n ").replace("!a", "a ").replace("!c", "c ").split():
        body += "".join(made.choices(signs[part[-1]], k=int(part[:-1])))
    digits = "".join(str(int(sign, 36)) for sign in body + country + "00")
    return f"{country}{98 - int(digits) % 97:02}{body}"


def phones() -> Iterator[Figure]:
    """Measure the example numbers of every region, in five spellings."""
    formats = phonenumbers.PhoneNumberFormat
    types = phonenumbers.PhoneNumberType
    spellings: dict[str, Callable[[phonenumbers.PhoneNumber], str]] = {
        "E.164": lambda n: phonenumbers.format_number(n, formats.E164),
        "international": lambda n: phonenumbers.format_number(n, formats.INTERNATIONAL),
        "00 and the country": lambda n: "00" + phonenumbers.format_number(n, formats.INTERNATIONAL)[1:],
        "tel: links": lambda n: phonenumbers.format_number(n, formats.RFC3966),
        "national, called a phone": lambda n: phonenumbers.format_number(n, formats.NATIONAL),
    }
    made = random.Random(SEED)
    for name, spell in spellings.items():
        samples = []
        for region in sorted(phonenumbers.SUPPORTED_REGIONS):
            for kind in (types.FIXED_LINE, types.MOBILE, types.TOLL_FREE):
                number = phonenumbers.example_number_for_type(region, kind)
                if number is not None:
                    value = spell(number)
                    samples.append((made.choice(PHONE_SENTENCES), value.removeprefix("tel:")))
        yield _covered(f"phones of every region, {name}", 1.0, samples)


def orders() -> Iterator[tuple[str, str]]:
    """Make numbers of business: orders, invoices, parcels of seven carriers, articles, dates, prices."""
    made = random.Random(SEED)

    def digits(count: int) -> str:
        return "".join(made.choices("0123456789", k=count))

    def grouped(number: str) -> str:
        return " ".join(number[i : i + 4] for i in range(0, len(number), 4))

    shapes: tuple[Callable[[], str], ...] = (
        lambda: digits(made.randint(4, 9)),
        lambda: "#" + digits(made.randint(4, 10)),
        lambda: made.choice("123456789") + digits(9),
        lambda: f"ORD-2024-{digits(8)}",
        lambda: f"INV-{digits(5)}",
        lambda: f"INV/{made.randint(2015, 2026)}/{digits(5)}",
        lambda: f"1Z999AA1{digits(10)}",
        lambda: f"JJD{digits(16)}",
        lambda: f"RR{digits(9)}DE",
        lambda: grouped("94" + digits(20)),
        lambda: "9" + digits(21),
        lambda: digits(12),
        lambda: "61" + digits(13),
        lambda: f"11{made.randint(1, 4)}-{digits(7)}-{digits(7)}",
        lambda: f"{made.getrandbits(40):010x}",
        lambda: f"SKU-{digits(4)}-{made.choice('ABC')}{digits(2)}",
        lambda: "40" + digits(11),
        lambda: f"TBA{digits(12)}",
        lambda: f"{digits(4)}-{digits(4)}",
        lambda: f"SN{digits(9)}",
    )
    for _ in range(100):
        for shape in shapes:
            yield made.choice(ORDER_SENTENCES), shape()


def no_cards() -> Iterator[tuple[str, str]]:
    """Make card numbers with a wrong last digit."""
    made = random.Random(SEED)
    for _ in range(200):
        prefix, length = made.choice(ISSUERS)
        body = prefix + "".join(made.choices("0123456789", k=length - len(prefix) - 1))
        wrong = body + str((int(luhn.calc_check_digit(body)) + made.randint(1, 9)) % 10)
        yield made.choice(CARD_SENTENCES), made.choice(list(STANDARD.values()))(wrong)


def _covered(name: str, least: float, samples: Iterable[tuple[str, str]]) -> Figure:
    results = []
    for sentence, value in samples:
        text = sentence.format(value)
        start = sentence.index("{}")
        spans = [(span.start, span.end) for span in find_spans(text)]
        results.append(covered(text, start, start + len(value), spans))
    return Figure(SUBJECT, name, sum(results), len(results), least=least)


def _untouched(name: str, least: float, samples: Iterable[tuple[str, str]], only: DataClass | None = None) -> Figure:
    results = []
    for sentence, value in samples:
        start = sentence.index("{}")
        results.append(
            not any(
                span.start < start + len(value) and start < span.end and only in {None, span.data_class}
                for span in find_spans(sentence.format(value))
            )
        )
    return Figure(SUBJECT, name, sum(results), len(results), least=least)
