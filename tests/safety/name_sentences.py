"""Makes sentences with and without names of people, from templates and lists of names and places."""

# ruff: noqa: E501 (a list is read in one piece)

import gzip
import json
import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zlib import crc32

from tests.safety.name_templates import ENGLISH, ORDINARY, OTHER
from tests.safety.name_templates_more import (
    GIVEN_WORDS,
    NAMED_ABROAD,
    RECORDS,
    SHORT,
    TITLED,
    TITLES,
    UNNAMED,
    UNNAMED_ABROAD,
    UNNAMED_RECORDS,
    UNNAMED_SHORT,
    WORDED,
    WORDS,
)
from tests.safety.rows import DATA, Row

LOCALES: Final = {
    "de": ("de_DE", "de_AT", "de_CH"),
    "fr": ("fr_FR", "fr_BE", "fr_CA"),
    "es": ("es_ES", "es_MX", "es_CO", "es_CL"),
    "it": ("it_IT",),
    "nl": ("nl_NL", "nl_BE"),
    "pl": ("pl_PL",),
    "sv": ("sv_SE",),
    "pt": ("pt_BR", "pt_PT"),
    "tr": ("tr_TR",),
    "ru": ("ru_RU",),
    "uk": ("uk_UA",),
    "ar": ("ar_AA", "ar_DZ"),
    "he": ("he_IL",),
    "el": ("el_GR",),
    "da": ("da_DK", "no_NO"),
    "cs": ("cs_CZ", "sk_SK"),
    "fi": ("fi_FI",),
    "ro": ("ro_RO",),
    "hu": ("hu_HU",),
    "id": ("id_ID",),
}
DAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Freitag",
    "fr": "lundi mardi mercredi",
    "es": "lunes martes viernes",
    "it": "lunedì martedì venerdì",
    "nl": "maandag dinsdag vrijdag",
    "pl": "poniedziałek piątek",
    "sv": "måndag fredag",
    "pt": "segunda-feira sexta-feira",
    "tr": "pazartesi cuma",
}
MONTHS: Final = "January February March April May June July August September October November December".split()  # noqa: SIM905
LANGUAGES: Final = "English German French Spanish Italian Dutch Polish Turkish Arabic Japanese Chinese".split()  # noqa: SIM905
PRODUCTS: Final = [
    "iPhone 15",
    "Galaxy S24",
    "MacBook",
    "laptop",
    "washing machine",
    "Kindle",
    "PlayStation 5",
    "Nike Air Max",
    "dress",
    "red jacket",
    "coffee machine",
    "Dyson",
    "Bosch drill",
    "blender",
    "Xbox",
    "headphones",
    "Sony TV",
    "gift card",
    "Premium plan",
    "sofa",
    "toaster",
    "Kenwood mixer",
    "Philips razor",
    "Jack Wolfskin coat",
]
BRANDS: Final = [
    "Amazon",
    "PayPal",
    "Western Union",
    "Wells Fargo",
    "Chase",
    "Bank of America",
    "Santander",
    "Deutsche Bank",
    "Morgan Stanley",
    "Apple",
    "Ford",
    "Tesla",
    "Uber",
    "Ryanair",
    "Lufthansa",
    "DHL",
    "FedEx",
    "UPS",
    "Netflix",
    "Spotify",
    "Walmart",
    "Target",
    "Best Buy",
    "Home Depot",
    "Macy's",
    "Levi's",
    "Barclays",
    "Lloyds",
    "Revolut",
    "Google",
    "Microsoft",
    "Mercedes",
    "Hilton",
    "Marriott",
    "Wendy's",
    "McDonald's",
    "Olive Garden",
    "Ikea",
    "Zalando",
    "Hugo Boss",
    "Calvin Klein",
    "Ralph Lauren",
    "Louis Vuitton",
    "Siemens",
]
SIGNS: Final = {"open": "{", "close": "}", "bar": "|", "tab": "\t"}  # which mean something in templates
NAMES: Final = ("n", "f", "l", "t", "w", "b")  # the slots of people
SEPARATORS: Final = (" ", " ", ". ", ". ", "\n", "\n", "\n\n", ", ", " - ", "! ")
STREETS: Final = ("Street", "Road", "Avenue", "Lane", "straße", "weg", "laan")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message and where the names in it are, in characters."""

    text: str
    names: tuple[tuple[int, int], ...]


class Writer:
    """Fills templates; the same seed writes the same sentences."""

    def __init__(self, seed: int, *, without_held_out: bool = False) -> None:
        """Read the lists."""
        self.random = random.Random(seed)  # noqa: S311  # the same sentences each time
        lists = word_lists(without_held_out=without_held_out)
        self.people: dict[str, Sequence[Sequence[str]]] = lists["names"]
        self.us_last: Sequence[str] = [name.title() for name in lists["us_last"]]
        self.places: dict[str, list[str]] = {
            locale: [city for city in cities if city[:1].isupper()] for locale, cities in lists["places"].items()
        }
        unnamed = tomllib.loads((DATA / "not_names.toml").read_text(encoding="utf-8"))
        self.brands = [*BRANDS, *_words(unnamed["brands"])]
        self.things = [*self.brands, *_words(unnamed["software"]), *_words(unnamed["things"])]
        self.goods = _words(unnamed["goods"])
        self.abroad = {language: _words(told) for language, told in unnamed["abroad"].items()}
        self.everyday = _words(unnamed["everyday"])
        self.months = _words(unnamed["months"])
        self.called_after = _parts(unnamed["called_after"])
        self.named = {"en": _parts(ENGLISH)} | {
            language: _parts(block.strip().split("\n-", 1)[0] + NAMED_ABROAD.get(language, ""))
            for language, block in OTHER.items()
        }
        self.latin = sorted(
            locale
            for locale, (given, _) in self.people.items()
            if sum(max(name) < "\u0250" for name in given) > len(given) / 2
        )

    def english(self, rounds: int) -> Iterator[Sentence]:
        """Write English sentences with names, and some without."""
        for _ in range(rounds):
            for template in _parts(ENGLISH):
                yield self.written(template, "en")
            for template in _parts(ORDINARY):
                if self.random.random() < 0.5:  # half of them is enough
                    yield self.written(template, "en")
            for template in (
                *_parts(TITLED["en"]),
                *_parts(UNNAMED),
                *_parts(SHORT),
                *_parts(UNNAMED_SHORT),
                *_parts(WORDED),
                *_parts(RECORDS),
                *_parts(UNNAMED_RECORDS),
            ):
                yield self.written(template, "en")

    def foreign(self, rounds: int) -> Iterator[Sentence]:
        """Write sentences in other languages, with and without names."""
        for _ in range(rounds):
            for language, block in OTHER.items():
                with_names, without = block.strip().split("\n-", 1)
                more = (block_of.get(language, "") for block_of in (TITLED, NAMED_ABROAD, UNNAMED_ABROAD))
                for block_of in (with_names, without.replace("\n-", "\n"), *more):
                    for template in _parts(block_of):
                        yield self.written(template, language)

    def refilled(self, row: Row) -> Sentence:
        """Put other names into a row of the open set."""
        places = sorted(
            (
                place
                for place in row.places
                if place.kind == "PERSON" and not row.text[place.start : place.end].endswith(".")
            ),
            key=lambda place: place.start,
        )
        template, end = "", 0
        for place in places:
            if place.start >= end:
                shown = row.text[place.start : place.end]
                slot = "n" if " " in shown else self.random.choice("fl")
                template += row.text[end : place.start].replace("{", "(").replace("}", ")") + "{" + slot + "}"
                end = place.end
        return self.written(template + row.text[end:].replace("{", "(").replace("}", ")"), "en", own_case=False)

    def written(self, template: str, language: str, *, own_case: bool = True) -> Sentence:
        """Fill one template and vary its case."""
        pieces, names, length = [], [], 0
        mode = self.random.random()
        first, *rest = template.split("{")
        if own_case and first and mode > 0.9 and self.random.random() < 0.5:  # shares of the forms
            first = first[0].swapcase() + first[1:]
        pieces.append(first)
        length = len(first)
        for part in rest:
            slot, _, tail = part.partition("}")
            value = self._value(slot, language)
            if slot == "t":
                title = self.random.choice(TITLES[language].split()).replace("_", " ") + " "
                pieces.append(title)
                length += len(title)
            if slot in NAMES:
                if 0.85 < mode < 0.92:  # shares of the forms
                    value = value.lower()
                elif 0.75 < mode <= 0.85:
                    value = _same_length(value, value.upper())
                names.append((length, length + len(value)))
            pieces += (value, tail)
            length += len(value) + len(tail)
        text = "".join(pieces)
        if mode < 0.35:  # shares of the forms
            text = _same_length(text, text.lower())
        elif mode < 0.4:
            text = _same_length(text, text.upper())
        elif mode < 0.43 and not names:
            text = self.shouted(text)
        return Sentence(text, tuple(names))

    def joined(self, parts: Sequence[Sentence]) -> Sentence:
        """Put sentences one behind the other, as people and programs do."""
        text, names = "", []
        for part in parts:
            if text:
                apart = self.random.choice(SEPARATORS)
                text += apart.lstrip(".") if text.endswith((".", "!", "?")) else apart
            names += [(start + len(text), end + len(text)) for start, end in part.names]
            text += part.text
        return Sentence(text, tuple(names))

    def shouted(self, text: str) -> str:
        """Put a word or a few into capitals."""
        words = text.split(" ")
        start = self.random.randrange(len(words))
        end = start + self.random.randrange(1, 4)
        words[start:end] = map(str.upper, words[start:end])
        return " ".join(words)

    def _value(self, slot: str, language: str) -> str:
        pick = self.random.choice
        if slot in NAMES:
            slot = pick("llw") if slot == "t" else slot
            if slot in {"b", "w"}:
                given = f"{pick(GIVEN_WORDS)} " if slot == "b" else ""
                return given + pick(WORDS.get(language, WORDS["en"]).split()).replace("_", " ")
            return self.name(slot, pick(LOCALES[language]) if language in LOCALES else self._locale())
        if slot == "city" or slot == "country":  # noqa: PLR1714  # read faster so
            locale = pick(LOCALES[language]) if language in LOCALES else "en"
            found = self.places.get(locale) or self.places[pick(sorted(self.places))] or self.places["en"]
            return pick(
                found
                if language != "en" or slot == "country"
                else self.places[
                    pick(
                        ("world", "world", "en_US", "en_GB", "it_IT", "nl_NL", "de_DE", "en", "es_CO", "pl_PL", "fr_FR")
                    )
                ]
                or found
            )
        if slot == "org":
            return (
                pick(self.brands)
                if self.random.random() < 0.6
                else f"{self.name('l', self._locale())} {pick(('Ltd', 'Inc', 'GmbH', 'and Sons', 'Group', 'Bank'))}"
            )
        if slot == "street":
            return f"{self.name('l', self._locale())} {pick(STREETS)}"
        return {
            "day": pick(DAYS.get(language, DAYS["en"]).split()),
            "thing": pick(self.things),
            "called": pick(self.called_after),
            "maker": self._maker(),
            "goods": pick(self.goods),
            "month": pick(MONTHS) if language == "en" or self.random.random() < 0.5 else pick(self.months).capitalize(),
            "chat": pick(self.everyday),
            "founder": f"{self.name('f', self._locale())} {self.name('l', self._locale())}",
            "lang": pick(LANGUAGES),
            "prod": pick(PRODUCTS),
            **SIGNS,
            "mail": f"info{self.random.randrange(99)}@example.com",
            "date": f"{self.random.randrange(1, 28)}.{self.random.randrange(1, 12)}.{self.random.randrange(1940, 2020)}",
        }.get(slot) or str(self.random.randrange(1, 10 ** self.random.randrange(1, 8)))

    def _maker(self) -> str:
        """Make up a brand: the name of a founder, or with a letter or an ending of its own."""
        name, chance = self.name("l", self._locale()), self.random.random()
        return (
            name if chance < 0.6 else name[:4] + self.random.choice(("o", "a", "ix", "ex", "ia", "lux", "tec", "era"))
        )

    def _locale(self) -> str:
        return (
            self.random.choice(("en_US", "en", "en_GB"))
            if self.random.random() < 0.3
            else self.random.choice(self.latin)
        )

    def name(self, slot: str, locale: str) -> str:
        """Make up a person of a locale."""
        pick, chance = self.random.choice, self.random.random()
        given, family = self.people[locale]
        if len(family) < 5:  # a locale that makes its family names by rule
            family = self.us_last
        english = locale.startswith("en")
        first = pick(GIVEN_WORDS) if english and self.random.random() < 0.12 else pick(given)
        worded = WORDS.get(locale[:2]) if self.random.random() < 0.06 else None
        last = (
            pick(worded.split()).replace("_", " ")
            if worded
            else pick(self.us_last)
            if (english and self.random.random() < 0.5) or (locale in self.latin and self.random.random() < 0.15)
            else pick(family)
        )
        if slot == "f":
            return first
        if slot == "l":
            return last
        forms = (
            (0.62, f"{first} {last}"),
            (0.80, first),
            (0.84, last),
            (0.88, f"{first} {pick(given)} {last}"),
            (0.91, f"{first} {first[0]}. {last}"),
            (0.935, f"{first[0]}. {last}"),
            (0.96, f"{first} {last}-{pick(family)}"),
            (0.97, f"{last}, {first}"),
            (0.98, f"{first} {pick(('van', 'de', 'von', 'van der', 'de la', 'di', 'bin', 'al'))} {last}"),
            (0.99, f"{first}-{pick(given)} {last}"),
            (2, f"{first} {last} Jr."),
        )
        return next(form for limit, form in forms if chance < limit)

    def misspelt(self, text: str) -> str:
        """Swap, drop or double a letter in a few words."""
        words = text.split(" ")
        for at, word in enumerate(words):
            if len(word) > 3 and self.random.random() < 0.06:
                place = self.random.randrange(1, len(word) - 1)
                words[at] = self.random.choice(
                    (
                        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
                        word[:place] + word[place + 1 :],
                        word[:place] + word[place] + word[place:],
                    )
                )
        return " ".join(words)


def word_lists(*, without_held_out: bool = False) -> dict[str, Any]:
    """Read the lists of names, places and ordinary words."""
    found: dict[str, Any] = json.loads(gzip.decompress((DATA / "name_lists.json.gz").read_bytes()))
    more = tomllib.loads((DATA / "more_names.toml").read_text(encoding="utf-8"))
    for locale, listed in more.items():
        given, family = found["names"].setdefault(locale, [[], []])
        given += _words(listed.get("given", ""))
        family += _words(listed.get("family", ""))
    if without_held_out:
        for both in found["names"].values():
            both[:] = [[name for name in names if not held_out(name)] or names[:1] for names in both]
        for of in ("us_first", "us_last"):
            found[of] = [name for name in found[of] if not held_out(name)]
    return found


def held_out(name: str) -> bool:
    """Tell of three names in ten, which a model for measuring is trained without."""
    return crc32(name.lower().encode()) % 10 < 3


def _parts(block: str) -> list[str]:
    """Cut a block at its lines and strokes; a line break that is written out stays one."""
    return [part.replace("\\n", "\n") for part in re.split(r"[|\n]", block) if part.strip()]


def _words(block: str) -> list[str]:
    return block.split()


def _same_length(text: str, changed: str) -> str:
    return changed if len(changed) == len(text) else text
