"""`python -m tests.safety.translated_messages DIRECTORY`: makes tests/data/safety/translated_messages.txt.gz.

DIRECTORY holds PyPI's wheels of homeassistant 2025.4.4, apache-superset 6.1.0 and kolibri 0.19.5, programs that are
translated into many languages: what they show is ordinary text, and its words are no names.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final
from zipfile import ZipFile
from zlib import crc32

from tests.safety.rows import DATA

TARGET: Final = DATA / "translated_messages.txt.gz"
LANGUAGES: Final = "de fr es it nl pl sv pt tr ru uk el da cs fi ro hu nb".split()  # noqa: SIM905
KEPT: Final = 800
"""Messages of a language that are kept."""
FEWEST, MOST = 3, 25
"""Words of one: fewer say nothing, more are documents."""
_CATALOGUES: Final = re.compile(
    r"homeassistant/components/\w+/translations/(?P<device>[\w-]+)\.json"
    r"|(?:superset/translations|kolibri/locale)/(?P<message>[\w-]+)/LC_MESSAGES/[\w.-]+\.json"
)
_NOT_SAID: Final = re.compile(r"\{[^{}]*\}|%\(\w+\)\w|<[^>]*>|https?://\S+|\[%[^%]*%\]|`[^`]*`")
_UNFIT: Final = re.compile(r"[\d{}<>\[\]%`_/\\|@=*#\n]")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_ABBREVIATED: Final = 5  # letters of a word in capitals that is one
_OFTEN: Final = 2  # messages; a word that stands in one alone may be anything
_SAME: Final = {"no": "nb"}


def translated_words(directory: Path) -> dict[str, set[str]]:
    """Give each language's words, in lower case, that stand in several messages."""
    counts = {language: Counter(_words(told)) for language, told in _messages(directory).items()}
    return {language: {word for word in found if found[word] >= _OFTEN} for language, found in counts.items()}


def _words(messages: set[str]) -> Iterator[str]:
    """Go through the words of messages, each once a message."""
    for message in messages:
        found = _WORD.findall(_NOT_SAID.sub(" ", message))
        yield from {word.lower() for word in found if not (word.isupper() and len(word) <= _ABBREVIATED)}


@lru_cache(maxsize=1)
def _messages(directory: Path) -> dict[str, set[str]]:
    """Read what is shown in each language."""
    messages: dict[str, set[str]] = {}
    for path in sorted(directory.glob("*.whl")):
        with ZipFile(path) as wheel:
            for name in wheel.namelist():
                if match := _CATALOGUES.fullmatch(name):
                    code = re.split("[-_]", match["device"] or match["message"])[0]
                    language = _SAME.get(code, code)
                    messages.setdefault(language, set()).update(_strings(json.loads(wheel.read(name))))
    return messages


def _strings(value: object) -> Iterator[str]:
    """Go through what a catalogue shows; its keys are what it is shown for."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _chosen(told: set[str], untranslated: set[str]) -> list[str]:
    """Choose messages that are sentences of this language alone, in an order that means nothing."""
    fit = {
        " ".join(text.split())
        for text in told - untranslated
        if FEWEST <= len(text.split()) <= MOST and not _UNFIT.search(text)
    }
    return sorted(fit, key=lambda text: (crc32(text.encode()), text))[:KEPT]


def main() -> None:
    """Write a message a line, each behind its language."""
    messages = _messages(Path(sys.argv[1]))
    lines = [f"{code}\t{text}" for code in LANGUAGES for text in _chosen(messages[code], messages["en"])]
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
