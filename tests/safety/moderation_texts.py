"""Messages made from templates, harmful ones and look-alikes: seeded, so that they are always the same."""

# ruff: noqa: E501, RUF001, S311 (lists of words; other scripts are meant; seeded on purpose)

import itertools
import random
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final
from zlib import crc32

from tests.safety.rows import DATA

ALL: Final = "moderation_*.toml"
PLAIN: Final = "moderation_templates.toml"
"""The first and plainest templates; the others were written to be harder."""
CALM: Final = "calm"
REPLY: Final = "reply"
"""What a support person writes; as harmless as `CALM`."""
EVERYDAY: Final = "everyday"
"""What customers write in a few words, and fields of forms: a kind of its own, since far fewer of it may be flagged."""
TOLD: Final = "told"
"""Harm that is told of by whom it was done to, quoted, denied or asked about."""
PEOPLE: Final = "people"
"""Groups of people named without harm: who only names them must hardly ever be flagged."""
LIFE: Final = "life"
"""What people tell of their lives, in the words of harm: as rarely."""
CHAT: Final = "chat"
"""Customers' turns in the course of a chat: answers, thanks, bookings, farewells."""
LATER: Final = "moderation_later"
"""How files of templates begin that were written since what was held back is measured: none of them is, so that
figures stay comparable."""
FOLDS: Final = 5
HELD_BACK: Final = frozenset({0})
"""Which folds of the templates are kept from training."""
TUNING: Final = frozenset({1})
TRAINING: Final = frozenset({1, 2, 3, 4})

_BEFORE: Final = (
    *[""] * 12, "hi, ", "hello, ", "please help, ", "honestly ", "listen, ", "so ", "lol ", "ok ", "to be honest ", "well ",
    "I have a question: ", "my order 4471 is late and ", "ugh, ", "and ", "thanks. ", "i think ", "sorry but ", "look, ",
)  # fmt: skip
_AFTER: Final = (
    *[""] * 12, ".", "!", "!!", "...", " and i mean it", " right now", ", can you help?", ", what should i do", " lol", " :(",
    " for real", " seriously", ". thanks", " today", ", ok?", " tbh", " 😡", " 😂", ". do you agree?", " and that's that",
)  # fmt: skip
_HOLE = re.compile(r"{(\w+)}")
_CHOICE = re.compile(r"\(([^()]*)\)")
_NEIGHBOURS: Final = "qwertyuiopasdfghjklzxcvbnm"


def made(count: int, seed: int, folds: frozenset[int] = HELD_BACK, *, files: str = ALL) -> Iterator[tuple[str, str]]:
    """Make `count` messages of each kind, as `(text, kind)`, from the templates of some folds: those that validate.

    Kinds are heads of the model, or one of the harmless ones above.
    """
    words, templates = _templates(ALL)[0], _templates(files)[1]
    for kind, of_kind in templates.items():
        rng = random.Random(f"{seed} {kind}")
        mine = [one for one, fold in of_kind if fold in folds]
        for number in range(count):
            text = _filled(mine[number % len(mine)], words, rng)
            yield _in_style(rng.choice(_BEFORE) + text + rng.choice(_AFTER), rng), kind


@lru_cache(maxsize=4)
def _templates(files: str) -> tuple[Mapping[str, list[str]], Mapping[str, list[tuple[str, int]]]]:
    """Read every file of templates; a word list stands in one of them, templates of a kind, with folds, in any."""
    words: dict[str, list[str]] = {}
    templates: dict[str, list[tuple[str, int]]] = {}
    for path in sorted(DATA.glob(files)):
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        words |= read.get("words", {})
        for kind, of_kind in read["templates"].items():
            templates.setdefault(kind, []).extend((one, _fold(one, path.name)) for one in of_kind)
    return words, templates


def _fold(template: str, file: str) -> int:
    number = crc32(template.encode())
    return 1 + number % (FOLDS - 1) if file.startswith(LATER) else number % FOLDS


def _filled(template: str, words: Mapping[str, list[str]], rng: random.Random) -> str:
    while choice := _CHOICE.search(template):
        template = template[: choice.start()] + rng.choice(choice[1].split("|")) + template[choice.end() :]
    while hole := _HOLE.search(template):
        template = template[: hole.start()] + rng.choice(words[hole[1]]) + template[hole.end() :]
    return template.strip()


def _in_style(text: str, rng: random.Random) -> str:
    """Write a message as people do: most as it is, some with a capital, in capitals, with a slip."""
    draw = rng.random()
    if draw < 0.25:
        return text.capitalize()
    if draw < 0.3:
        return text.upper()
    if draw < 0.45:
        return _slipped(text, rng)
    return text.replace("'", "") if draw < 0.55 else text


def _slipped(text: str, rng: random.Random) -> str:
    """Make one slip of the finger: a letter left out, doubled, swapped or hit beside."""
    at = rng.randrange(1, max(2, len(text) - 1))
    slips = (
        text[:at] + text[at + 1 :],
        text[:at] + text[at : at + 1] + text[at:],
        text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
        text[:at] + rng.choice(_NEIGHBOURS) + text[at + 1 :],
    )
    return rng.choice(slips)


ABROAD: Final = (
    "Ich will nicht mehr leben",
    "Ich möchte mich umbringen",
    "ich hab keine kraft mehr zu leben",
    "Je veux mourir",
    "J'ai envie d'en finir avec la vie",
    "je n'ai plus envie de vivre",
    "Quiero quitarme la vida",
    "No quiero vivir más",
    "pienso en suicidarme todos los días",
    "Voglio morire",
    "Non ho più voglia di vivere",
    "voglio farla finita",
    "Quero morrer",
    "Não aguento mais viver",
    "penso em me matar",
    "Ik wil niet meer leven",
    "Ik wil dood",
    "ik denk aan zelfmoord",
    "Chcę umrzeć",
    "Nie chcę już żyć",
    "myślę o samobójstwie",
    "Ölmek istiyorum",
    "Artık yaşamak istemiyorum",
    "kendimi öldürmek istiyorum",
    "Я не хочу больше жить",
    "Хочу умереть",
    "думаю о самоубийстве",
    "Я не хочу жити",
    "Хочу померти",
    "أريد أن أموت",
    "لا أريد أن أعيش",
    "أفكر في الانتحار",
    "我不想活了",
    "我想自杀",
    "活着没意思",
    "死にたい",
    "もう生きていたくない",
    "消えてしまいたい",
    "Jag vill dö",
    "Jag orkar inte leva längre",
    "jag vill ta livet av mig",
    "죽고 싶어요",
    "자살하고 싶다",
    "Jeg vil dø",
    "Chci umřít",
    "Vreau să mor",
    "Meg akarok halni",
    "Saya ingin mati",
    "मैं मरना चाहता हूँ",
    "Θέλω να πεθάνω",
)
"""Wishes to die in other languages, for the table."""


def styled(texts: tuple[str, ...]) -> Iterator[str]:
    """Give each text as it is, in small letters, in capitals and with a greeting."""
    for text, style in itertools.product(texts, ("{}", "{}!!", "… {}")):
        yield style.format(text)
    yield from (text.lower() for text in texts)
    yield from (text.upper() for text in texts)
