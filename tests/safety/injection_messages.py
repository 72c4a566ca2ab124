"""Messages made for the injection model: attempts and ordinary messages in many languages, from one seed."""

# ruff: noqa: RUF001 (chance draws examples here, and look-alikes are the subject)

import base64
import codecs
import random
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from tests.safety.injection_english import (
    ATTACKS,
    FIELDS,
    HELP,
    JAILBREAK,
    ORDINARY,
    ORNAMENTS,
    SLOTS,
    SYSTEMS,
    VALUES,
    WRAPS,
)
from tests.safety.rows import DATA

MORE, MORE_ORDINARY = 4, 20
"""How many times as many messages a language gives whose templates have slots."""
_SLOT = re.compile(r"\{([a-z_]+)\}")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = str.maketrans("aeopcxyijsAEOPCTXBHKM", "аеорсхуіјѕАЕОРСТХВНКМ")
_LEET = str.maketrans("aeiostbAEIOSTB", "43105784310578")
_LEET_SIGNS = str.maketrans("aeisAEIS", "@3!$@3!$")


def languages() -> dict[str, dict[str, list[str]]]:
    """Return the phrases of every language."""
    with (DATA / "injection_phrases.toml").open("rb") as file:
        return tomllib.load(file)


def filled(template: str, chance: random.Random, slots: Mapping[str, Sequence[str]] = SLOTS) -> str:
    """Fill the slots of a template, and theirs."""
    while "{" in template and _SLOT.search(template):
        template = _SLOT.sub(lambda slot: chance.choice(slots[slot[1]]), template, count=1)
    return template


def attacks(number: int, chance: random.Random) -> Iterator[str]:
    """Make short English attempts."""
    for _ in range(number):
        yield cased(filled(chance.choice(ATTACKS), chance), chance)


def ordinary(number: int, chance: random.Random) -> Iterator[str]:
    """Make English messages of customers and other people with plain wishes."""
    for _ in range(number):
        text = filled(chance.choice(ORDINARY), chance)
        if chance.random() < 0.25:
            text += " " + filled(chance.choice(ORDINARY), chance)
        yield cased(text, chance)


def help_pages(number: int, chance: random.Random) -> Iterator[str]:
    """Make what a shop tells its customers: a few sentences of a page."""
    for _ in range(number):
        yield " ".join(filled(line, chance) for line in chance.sample(HELP, chance.randint(1, 5)))


def foreign_attacks(number: int, chance: random.Random) -> Iterator[str]:
    """Make attempts in every language, as many in each."""
    for name, of in languages().items():
        glue = "" if name in {"zh", "ja"} else " "
        for _ in range(number):
            kind = chance.random()
            if kind < 0.5:
                parts = [chance.choice(of[key]) for key in ("verb", "all", "thing")]
                if name in {"ja", "ko", "tr", "hi"}:
                    parts = [*parts[1:], parts[0]]
                if chance.random() < 0.5:
                    parts.append(chance.choice(of["then"]))
                text = glue.join(parts)
            elif kind < 0.75:
                parts = [chance.choice(of["ask"]), chance.choice(of["own"])]
                text = glue.join(parts[::-1] if name in {"ja", "ko", "tr", "hi"} else parts)
            else:
                text = chance.choice(of["persona"])
            if chance.random() < 0.2:
                text = f"{chance.choice(of['plain'])} {text}"
            yield cased(text, chance)
        for _ in range(MORE * number if "orders" in of else 0):
            yield cased(filled(chance.choice(of["orders"]), chance, of), chance)


def foreign_ordinary(number: int, chance: random.Random) -> Iterator[str]:
    """Make what customers write in every language, alone and in twos and threes."""
    for of in languages().values():
        for _ in range(number):
            yield cased(" ".join(chance.sample(of["plain"], chance.choice((1, 1, 2, 3)))), chance)
        for _ in range(MORE_ORDINARY * number if "wishes" in of else 0):
            some = chance.sample(of["wishes"], chance.choice((1, 1, 1, 2)))
            yield cased(chance.choice((" ", ", ", ". ")).join(filled(wish, chance, of) for wish in some), chance)


def jailbreaks(number: int, chance: random.Random) -> Iterator[str]:
    """Make the long compositions that give the assistant another self."""
    for _ in range(number):
        words = dict(zip(("name", "owner"), (filled("{alter}", chance), filled("{maker}", chance)), strict=True))
        lines = [filled(chance.choice(JAILBREAK[0]), chance)]
        lines += [filled(line, chance) for line in chance.sample(JAILBREAK[1], chance.randint(4, 14))]
        lines.append(filled(chance.choice(JAILBREAK[2]), chance))
        text = chance.choice((" ", "\n", "\n\n")).join(lines)
        for key, value in words.items():
            text = text.replace(f"<{key}>", value)
        yield text


def long_ordinary(sentences: Sequence[str], number: int, chance: random.Random) -> Iterator[str]:
    """Make long messages of ordinary sentences."""
    for _ in range(number):
        some = chance.sample(sentences, chance.randint(3, 25))
        yield chance.choice((" ", "\n", ". ")).join(some)


def cased(text: str, chance: random.Random) -> str:
    """Write a text as people do: in small letters at times, or without its last sign, or with a slip."""
    dice = chance.random()
    if dice < 0.25:
        text = text.lower()
    elif dice < 0.3:
        text = text.upper()
    if chance.random() < 0.3:
        text = text.rstrip(".!?")
    if chance.random() < 0.08 and len(text) > 12:
        at = chance.randrange(1, len(text) - 2)
        text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text


def wrapped(text: str, chance: random.Random) -> str:
    """Encode a text and say that it is: to ask what something says is no attempt, unless it is one."""
    how = chance.choice(("base64", "base64", "hex", "rot13", "reversed"))
    return f"{chance.choice(WRAPS)} {DISGUISES[how](text)}"


def settings(chance: random.Random) -> str:
    """Make what forms, monitors and test systems leave in a message: fields and their values, in brackets or bare."""
    before, after = chance.choice((("[[", "]]"), ("[[", "]]"), ("[", "]"), ("(", ")"), ("{", "}"), ("", "")))
    pairs = (f"{chance.choice(FIELDS)}={chance.choice(VALUES)}" for _ in range(chance.choice((0, 1, 1, 2, 3))))
    return f"{before}{' '.join((chance.choice(SYSTEMS), *pairs))}{after}"


def adorned(text: str, chance: random.Random) -> str:
    """Add what messages carry besides words: addresses, names, numbers, placeholders, faces, fields."""
    parts = [text, *(filled(chance.choice(ORNAMENTS), chance) for _ in range(chance.choice((1, 1, 2, 3))))]
    if chance.random() < 0.35:
        parts[1:] = [settings(chance)]
    if chance.random() < 0.3:
        parts.reverse()
    return chance.choice((" ", " ", ", ", "\n")).join(parts)


def _spaced(text: str) -> str:
    return "  ".join(" ".join(word) for word in text.split())


def _zero_width(text: str) -> str:
    return "".join(f"{one}\u200b" if one.isalpha() and two.isalpha() else one for one, two in pairwise(text + " "))


def _full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


DISGUISES: Final[dict[str, Callable[[str], str]]] = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "rot13": lambda text: codecs.encode(text, "rot13"),
    "leet": lambda text: text.translate(_LEET),
    "leet with signs": lambda text: text.translate(_LEET_SIGNS),
    "homoglyphs": lambda text: text.translate(_CYRILLIC),
    "zero-width": _zero_width,
    "full-width": _full_width,
    "spacing": _spaced,
    "spacing without gaps": lambda text: " ".join(text.replace(" ", "")),
    "hex": lambda text: text.encode().hex(),
    "reversed": lambda text: text[::-1],
    "dots": lambda text: " ".join(".".join(word) for word in text.split()),
    "no spaces": lambda text: text.replace(" ", ""),
}
