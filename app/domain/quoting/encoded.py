"""Encoded text: what a run of characters or of numbers says once its encoding is taken off."""

import base64
import binascii
import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import Final

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

    A block of base64 may begin anywhere, so each of its four alignments is read, and may be turned round; what is no
    text is left out.
    """
    if not _LOOKS_ENCODED.search(tail):
        return
    if match := _BASE64.search(tail):
        for offset in range(4):
            yield from _text(base64.b64decode(_whole(match[0][::-1][offset:], 4)))
    if match := _BASE64.search(tail):
        for offset in range(4):
            yield from _text(base64.b64decode(_whole(match[0][offset:], 4)))
    if match := _HEX.search(tail):
        for offset in range(2):
            yield from _text(bytes.fromhex(_whole(match[0][offset:], 2)))
    if match := _BASE32.search(tail):
        for offset in range(8):
            yield from _text(_base32(match[0][offset:]))


def numbers_readings(words: Sequence[str]) -> Iterator[str]:
    """Yield what numbers spell, each being a character's code in decimal, in bits or in octal."""
    codes = [int(word, 2) if len(word) == _BITS and set(word) <= {"0", "1"} else int(word) for word in words]
    octal = [int(word, 8) for word in words if word.isascii() and not set(word) & {"8", "9"}]
    for read in (codes, octal):
        if len(read) == len(words) and all(code in _PRINTABLE for code in read):
            yield "".join(map(chr, read))


def letters_reading(words: Sequence[str]) -> str:
    """Return the letters that numbers are the places of in the alphabet; empty if any is none."""
    places = list(map(int, words))
    return "".join(ascii_lowercase[place - 1] for place in places) if all(0 < place <= 26 for place in places) else ""  # noqa: PLR2004  # letters


def words_reading(words: Sequence[str]) -> str:
    """Return what words spell that are each encoded by itself, in base64 or base32; others are left out."""
    return " ".join(said for word in words for said in _word(word))


def _word(word: str) -> Iterator[str]:
    for size, decode, may_be_ascii in _OF_A_WORD:
        if not may_be_ascii(word):
            continue
        padded = word + "=" * (-len(word) % size)
        try:
            said = decode(padded).decode("ascii")
        except (binascii.Error, ValueError):
            continue
        if said.strip(".,;:!?\"'()-").isalpha():
            yield said


def _base32(block: str) -> bytes:
    try:
        return base64.b32decode(_whole(block, 8))
    except binascii.Error:
        return b""


# How an encoded word begins whose first two characters are ASCII and seen; most words begin otherwise, and need no
# decoding.
_OF_A_WORD: Final = (
    (4, base64.b64decode, re.compile(r"[I-Za-e][A-HQ-Xg-nw-z0-3]").match),
    (8, _base32, re.compile(r"[E-P][A-Z2-7]+\Z").match),
)


def _whole(block: str, size: int) -> str:
    return block[: len(block) // size * size]


def _text(decoded: bytes) -> Iterator[str]:
    """Yield what was decoded, in either direction, if it reads as text."""
    said = decoded.decode("utf-8", "replace")
    if said and sum(sign.isalpha() or sign in _MARKS for sign in said) >= _READABLE * len(said):
        yield from (said, said[::-1])
