"""Encoded text: what a run of characters or of numbers says once its encoding is taken off."""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence

_LOOKS_ENCODED = re.compile(r"(?:[a-z]?[A-Z]|[A-Za-z][0-9]|[0-9]).{6,}?(?:[a-z][A-Z]|[0-9][A-Za-z]|[A-Z0-9]{12})")
_BASE64 = re.compile(r"[A-Za-z0-9]{12,24}$")
_HEX = re.compile(r"[0-9A-Fa-f]{12,32}$")
_BASE32 = re.compile(r"[A-Z2-7]{16,40}$")
_READABLE = 0.9  # share of letters, spaces and common marks in what was decoded
_MARKS = frozenset(" .,;:!?'\"()-#\n")
_PRINTABLE = range(32, 127)
_BITS = 8


def decoded_readings(tail: str) -> Iterator[str]:
    """Yield what the end of a text may say, the text being given without white space and signs.

    A block of base64 may begin anywhere, so each of its four alignments is read; what is no text is left out.
    """
    if not _LOOKS_ENCODED.search(tail):
        return
    if match := _BASE64.search(tail):
        for offset in range(4):
            yield from _text(base64.b64decode(_whole(match[0][offset:], 4)))
    if match := _HEX.search(tail):
        for offset in range(2):
            yield from _text(bytes.fromhex(_whole(match[0][offset:], 2)))
    if match := _BASE32.search(tail):
        for offset in range(8):
            yield from _text(_base32(match[0][offset:]))


def numbers_reading(words: Sequence[str]) -> str:
    """Return what numbers spell, each being a character's code in decimal or in bits; empty if any is none."""
    codes = [int(word, 2) if len(word) == _BITS and set(word) <= {"0", "1"} else int(word) for word in words]
    return "".join(map(chr, codes)) if all(code in _PRINTABLE for code in codes) else ""


def _base32(block: str) -> bytes:
    try:
        return base64.b32decode(_whole(block, 8))
    except binascii.Error:
        return b""


def _whole(block: str, size: int) -> str:
    return block[: len(block) // size * size]


def _text(decoded: bytes) -> Iterator[str]:
    """Yield what was decoded if it reads as text."""
    said = decoded.decode("utf-8", "replace")
    if said and sum(sign.isalpha() or sign in _MARKS for sign in said) >= _READABLE * len(said):
        yield said
