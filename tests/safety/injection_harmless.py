"""What people ask an assistant for in the words of attempts, and mean no harm by it."""

import random
import tomllib
from collections.abc import Iterator
from typing import Final

from tests.safety.injection_messages import ALL_SLOTS, cased, filled
from tests.safety.rows import DATA

_TOLD: Final = tomllib.loads((DATA / "injection_harmless.toml").read_text(encoding="utf-8"))
_SAID, _ABROAD = ({kind: lines.split("\n")[:-1] for kind, lines in _TOLD[part].items()} for part in ("said", "abroad"))
_TELLING: Final = ("grammar", "frame_long", "formal", "formal_more", "core", "scene", "scene")
_WRITTEN: Final = [line for kind, lines in _SAID.items() if kind not in _TELLING for line in lines]
_KINDS: Final = (*(_WRITTEN,) * 3, *(_SAID[kind] for kind in _TELLING))
_SWAPPED: Final = ("actors", "quality", "matter", "field", "dropped", "shown", "trigger_thing")
"""Half of the time these are any word: what stands beside the words of attempts shall not be what excuses them."""
_SLOTS: Final = {
    **ALL_SLOTS,
    **_TOLD["slots"],
    **_SAID,
    **{name: [*_TOLD["slots"][name], *["{any}"] * len(_TOLD["slots"][name])] for name in _SWAPPED},
}


def asked(number: int, chance: random.Random) -> Iterator[str]:
    """Make such requests in English, alone, in twos and threes."""
    for _ in range(number):
        kinds = (chance.choice(_KINDS) for _ in range(chance.choice((1, 1, 1, 1, 2, 3))))
        text = chance.choice((" ", " ", "\n")).join(filled(chance.choice(lines), chance, _SLOTS) for lines in kinds)
        yield cased(text, chance)


def asked_abroad(number: int, chance: random.Random) -> Iterator[str]:
    """Make them in every other language, as many in each."""
    for lines in _ABROAD.values():
        for _ in range(number):
            yield cased(" ".join(chance.sample(lines, chance.choice((1, 1, 1, 2)))), chance)
