"""Writings in which an obedient model tells what it was told: ciphers, encodings, and a language of its own."""

import base64
import codecs
import re
import string
from collections.abc import Callable, Mapping
from types import MappingProxyType

_MIRRORED = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[::-1])
_VOWELS = str.maketrans("aeiouAEIOU", "eiouaEIOUA")
_WORD = re.compile(r"[^\W\d_]{2,}")


def translated(text: str) -> str:
    """Translate line by line into a language that nobody speaks: other words, the same numbers."""
    return "\n".join(f"[xx] {_WORD.sub(_foreign, line)}" for line in text.splitlines())


def _foreign(word: re.Match[str]) -> str:
    spoken = word[0].translate(_VOWELS)
    return spoken if word[0].isupper() else spoken[1:] + spoken[0] + "o"


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


_WRITINGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "base64 line by line": lambda text: "\n".join(map(_base64, text.splitlines())),
        "base64": _base64,
        "base32": lambda text: base64.b32encode(text.encode()).decode(),
        "rot13": lambda text: codecs.encode(text, "rot13"),
        "atbash": lambda text: text.lower().translate(_MIRRORED),
        "hex": lambda text: text.encode().hex(" "),
        "binary": lambda text: " ".join(format(sign, "08b") for sign in text.encode()),
        "character codes": lambda text: " ".join(str(ord(sign)) for sign in text),
        "backwards": lambda text: text[::-1],
        "capitals": str.upper,
        "spelled out": " ".join,
        "a dash between words": lambda text: " - ".join(text.split()),
        "translate": translated,
    }
)


def written_as(demand: str, text: str) -> str:
    """Write a text in the first writing that a demand names, or as it stands."""
    demand = demand.lower()
    return next((write(text) for name, write in _WRITINGS.items() if name in demand), text)
