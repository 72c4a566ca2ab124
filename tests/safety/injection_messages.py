"""Messages made for the injection model: attempts and ordinary messages in many languages, from one seed."""

import gzip
import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tests.safety.injection_claims import CLAIM_SLOTS, CLAIMS, CUSTOMERS_CLAIMS
from tests.safety.injection_disguises import DISGUISES
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
from tests.safety.injection_harm import HARM, HARM_SLOTS, PLAIN_REQUESTS
from tests.safety.injection_orders import NO_ORDERS, ORDER_SLOTS, ORDERS
from tests.safety.injection_pastes import FRAMES, PASTE_SLOTS, PASTES, SAID_BY_CUSTOMERS
from tests.safety.injection_talk import TALK, TALK_ATTACKS, TALK_SLOTS
from tests.safety.injection_tools import TOOL_ATTACKS, TOOL_SLOTS, TOOL_WISHES
from tests.safety.rows import DATA

MORE, MORE_ORDINARY = 4, 20
"""How many times as many messages a language gives whose templates have slots."""
WORDS: Final = (
    gzip.decompress((DATA / "word_vectors.bin.gz").read_bytes()).partition(b"\n")[0].decode().split()[:12_000]
)
"""The most frequent ordinary words: what a text is about shall neither excuse nor accuse it."""
ALL_SLOTS: Final = {
    "any": WORDS,
    **SLOTS,
    **TOOL_SLOTS,
    **TALK_SLOTS,
    **PASTE_SLOTS,
    **CLAIM_SLOTS,
    **HARM_SLOTS,
    **ORDER_SLOTS,
}
_SLOT = re.compile(r"\{([a-z_]+)\}")
_NO_LETTERS = re.compile(r"[\W_]+")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_BY_THUMB: Final = {
    "you": "u", "your": "ur", "are": "r", "to": "2", "please": "plz", "and": "n", "what": "wat", "with": "wit",
    "the": "da", "that": "dat", "before": "b4", "because": "cuz", "have": "hav", "give": "giv", "want": "wanna",
    "text": "txt", "tell": "tel", "like": "lik", "message": "msg", "now": "nw", "about": "abt", "people": "ppl",
    "thanks": "thx", "from": "frm", "rules": "rulz", "this": "dis", "without": "w/o", "why": "y", "show": "sho",
}  # fmt: skip
_WORD_OF_IT = re.compile(r"[a-z]+")


def languages() -> dict[str, dict[str, list[str]]]:
    """Return the phrases of every language."""
    with (DATA / "injection_phrases.toml").open("rb") as file:
        return tomllib.load(file)


def filled(template: str, chance: random.Random, slots: Mapping[str, Sequence[str]] = ALL_SLOTS) -> str:
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


def steering(number: int, chance: random.Random) -> Iterator[str]:
    """Make attempts upon tools and records, those that pose as talk, and those that claim a right."""
    kinds = (TOOL_ATTACKS, TOOL_ATTACKS, TALK_ATTACKS, CLAIMS, CLAIMS, CLAIMS)
    for _ in range(number):
        yield cased(filled(chance.choice(chance.choice(kinds)), chance), chance)


def everyday(number: int, chance: random.Random) -> Iterator[str]:
    """Make what customers ask of tools for themselves, say in the words of attempts, claim, ask and paste."""
    of = (TOOL_WISHES, TALK, TALK, PASTES, CUSTOMERS_CLAIMS, CUSTOMERS_CLAIMS, CUSTOMERS_CLAIMS, PLAIN_REQUESTS)
    for _ in range(number):
        kinds = chance.sample(of, chance.choice((1, 1, 1, 1, 2)))
        text = chance.choice((" ", ". ", "\n")).join(filled(chance.choice(kind), chance) for kind in kinds)
        yield text if PASTES in kinds else cased(text, chance)


def framed(said: str, chance: random.Random) -> str:
    """Put what somebody says into a record, a note, a comment, a signature or the name of a file."""
    file = chance.choice("-_ .").join(_NO_LETTERS.split(said.lower())[:12]) + chance.choice((".pdf", ".png", ".docx"))
    frame = filled(chance.choice(FRAMES), chance, ALL_SLOTS | {"said": ("\0",), "file": ("\1",)})
    return frame.replace("\0", said).replace("\1", file)


def orders(number: int, chance: random.Random) -> Iterator[str]:
    """Make attempts that ask for an exception, play a superior, forge notes or want a pass phrase."""
    for _ in range(number):
        yield cased(filled(chance.choice(ORDERS), chance), chance)


def no_orders(number: int, chance: random.Random) -> Iterator[str]:
    """Make what customers say in such words."""
    for _ in range(number):
        yield cased(filled(chance.choice(NO_ORDERS), chance), chance)


def notes(number: int, chance: random.Random) -> Iterator[str]:
    """Make what customers write into such frames."""
    for _ in range(number):
        yield framed(filled(chance.choice(SAID_BY_CUSTOMERS), chance), chance)


def notes_to_machines(number: int, chance: random.Random) -> Iterator[str]:
    """Make orders to whatever machine may read them, within such frames."""
    for _ in range(number):
        bid = filled(chance.choice(("{to_bot}: {bid}", "{to_bot}, {bid}", "{bid}", "{to_bot}: {decree}")), chance)
        before = chance.choice(("", "", filled(chance.choice(SAID_BY_CUSTOMERS), chance) + ". "))
        yield framed(before + bid, chance)


def help_pages(number: int, chance: random.Random) -> Iterator[str]:
    """Make what a shop tells its customers: a few sentences of a page."""
    for _ in range(number):
        yield " ".join(filled(line, chance) for line in chance.sample(HELP, chance.randint(1, 5)))


def harmful(number: int, chance: random.Random) -> Iterator[str]:
    """Make plain requests for harm."""
    for _ in range(number):
        yield cased(filled(chance.choice(HARM), chance), chance)


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
        for _ in range(number):
            secret = chance.choice(of["key"]) + chance.choice((": ", " : ", " ", "=")) + filled("{kept_safe}", chance)
            said = chance.choice(of["plain"])
            yield cased(chance.choice((secret, secret, f"{secret} {said}", f"{said} {secret}")), chance)
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


def long_ordinary(
    sentences: Sequence[str], number: int, chance: random.Random, *, fewest: int = 3, most: int = 25
) -> Iterator[str]:
    """Make long messages of ordinary sentences."""
    for _ in range(number):
        some = chance.sample(sentences, chance.randint(fewest, most))
        yield chance.choice((" ", "\n", ". ")).join(some)


def cased(text: str, chance: random.Random) -> str:
    """Write a text as people do: in small letters at times, or without its last sign, or with a slip."""
    dice = chance.random()
    if dice < 0.25:
        text = text.lower()
    elif dice < 0.3:
        text = text.upper()
    elif dice < 0.36:
        text = _WORD_OF_IT.sub(lambda word: _BY_THUMB.get(word[0], word[0]), text.lower())
    if chance.random() < 0.3:
        text = text.rstrip(".!?")
    while len(text) > 12 and chance.random() < 0.12:
        at = chance.randrange(1, len(text) - 2)
        slips = (text[at + 1] + text[at], "", text[at] * 2, chance.choice(_LATIN))
        slip = chance.choice(slips)
        text = text[:at] + slip + text[at + (2 if slip == slips[0] else 1) :]
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
