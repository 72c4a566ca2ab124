"""Disguises of a message: what people do to a text so that rules do not recognise it."""

# ruff: noqa: RUF001 (look-alikes are the subject)

import base64
import codecs
from collections.abc import Callable
from itertools import pairwise
from string import ascii_lowercase
from typing import Final

from app.domain.injection.encodings import MORSE

_CYRILLIC = str.maketrans("aeopcxyijsAEOPCTXBHKM", "аеорсхуіјѕАЕОРСТХВНКМ")
_LEET = str.maketrans("aeiostbAEIOSTB", "43105784310578")
_LEET_SIGNS = str.maketrans("aeisAEIS", "@3!$@3!$")
_PICTURES = "\U0001f600\U0001f525\U0001f389"
_SPELLED = {letter: sign for sign, letter in MORSE.items()}


def _spaced(text: str) -> str:
    return "  ".join(" ".join(word) for word in text.split())


def _zero_width(text: str) -> str:
    return "".join(f"{one}\u200b" if one.isalpha() and two.isalpha() else one for one, two in pairwise(text + " "))


def _full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def _pictures_between(text: str) -> str:
    return "".join(f"{one}{_PICTURES[at % 3]}" if one.isalpha() else one for at, one in enumerate(text))


def _in_morse(text: str) -> str:
    return " / ".join(" ".join(_SPELLED.get(letter, "") for letter in word) for word in text.lower().split())


def _shifted(text: str) -> str:
    return text.lower().translate(str.maketrans(ascii_lowercase, ascii_lowercase[3:] + ascii_lowercase[:3]))


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
    "upright": "\n".join,
    "pictures between letters": _pictures_between,
    "Morse code": _in_morse,
    "base32": lambda text: base64.b32encode(text.encode()).decode(),
    "entities": lambda text: "".join(f"&#{ord(one)};" for one in text),
    "percent signs": lambda text: "".join(f"%{byte:02x}" for byte in text.encode()),
    "escapes": lambda text: "".join(f"\\u{ord(one):04x}" for one in text),
    "escapes in braces": lambda text: "".join(f"\\u{{{ord(one):x}}}" for one in text),
    "another alphabet": _shifted,
}
