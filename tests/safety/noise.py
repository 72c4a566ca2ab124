"""Hostile texts in which nothing comes again: drawn from alphabets, words and pieces, the same ones every time."""

import json
import string
from collections.abc import Callable, Sequence
from random import Random

from tests.safety.rows import rows

SEED = 20_261_122
SEPARATORS = ", ;\n"


def _signs(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last))


ALPHABETS = {
    "printable": string.printable,
    "letters": f"{string.ascii_letters} ",
    "leet": f"{string.ascii_lowercase}@$!|0134578 ",
    "digits": f"{string.digits} -./,:",
    "signs": f"{string.punctuation} ",
    "base64": f"{string.ascii_letters}{string.digits}+/=",
    "hexadecimal": "0123456789abcdef ",
    "markup": '<>/="& abp;#1\n',
    "addresses": "htps:/.?&=ab1-_ @",
    "lines": "ab1 \n",
    "fields": "ab1=: \"'_,{}[]",
    "accents": _signs((0xC0, 0x180)) + "e\u0301\u200b ",
    "Cyrillic": _signs((0x430, 0x450)) + " ",
    "Chinese": _signs((0x4E00, 0x4F00)) + "，。",  # noqa: RUF001  # full-width signs
    "kana": _signs((0x3040, 0x3100)),
    "Hangul": _signs((0xAC00, 0xB000)) + " ",
    "emoji": _signs((0x1F300, 0x1F650)),
    "alphabets": _signs((32, 127), (0xA0, 0x250), (0x370, 0x530), (0x590, 0x700), (0x3040, 0x30FF), (0x4E00, 0x4E80)),
    "all signs": _signs((32, 0xD800), (0xE000, 0xFFFE)),
}


def noises(pieces: Sequence[str], length: int) -> dict[str, str]:
    """Make one text of each kind, so many characters long; `pieces` are shuffled too."""
    chance = Random(SEED)  # noqa: S311  # the same texts every time
    messages = [row.text for row in rows("customer_messages", validation=False)]
    said = [word for message in messages[:5000] for word in message.split()]
    kinds: dict[str, Callable[[], str]] = {
        "messages": lambda: chance.choice(messages) + " ",
        "shuffled words": lambda: chance.choice(said) + " ",
        "cut messages": lambda: _cut(chance.choice(messages), chance),
        "shuffled pieces": lambda: chance.choice(pieces),
        "made-up words": lambda: _word(chance, 2, 6) + " ",
        "made-up names": lambda: _word(chance, 2, 9).title() + " ",
        "e-mail addresses": lambda: f"{_word(chance, 3, 8)}@{_word(chance, 3, 8)}.com ",
        "web addresses": lambda: (
            f"https://{_word(chance, 3, 8)}.com/{_word(chance, 3, 8)}?{_word(chance, 3, 8)}=%2{chance.randrange(10)} "
        ),
        "records": lambda: json.dumps({_word(chance, 3, 8): [chance.random(), chance.choice(messages), None]}) + ",",
        "numbers": lambda: f"{chance.randrange(10 ** chance.randint(1, 16))}{chance.choice(SEPARATORS)}",
    }
    drawn = {name: "".join(chance.choices(signs, k=length)) for name, signs in ALPHABETS.items()}
    return drawn | {name: _filled(draw, length) for name, draw in kinds.items()}


def _filled(draw: Callable[[], str], length: int) -> str:
    parts: list[str] = []
    filled = 0
    while filled < length:
        parts.append(draw())
        filled += len(parts[-1])
    return "".join(parts)[:length]


def _cut(message: str, chance: Random) -> str:
    start = chance.randrange(len(message))
    return message[start : start + chance.randint(1, 30)]


def _word(chance: Random, shortest: int, longest: int) -> str:
    return "".join(chance.choices(string.ascii_lowercase, k=chance.randint(shortest, longest)))
