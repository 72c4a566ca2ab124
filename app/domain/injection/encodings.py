"""Encodings of a message: passages in base64, numbers, escapes or Morse code, replaced by what they say."""

import base64
import binascii
import html
import re
from collections.abc import Callable
from string import ascii_lowercase
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote

_ROUNDS = 3  # encodings within encodings
_DIGIT = re.compile(r"\d")
_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{12,}={0,2}(?![A-Za-z0-9+/=_-])")
_BASE32 = re.compile(r"[A-Z2-7]{16,}+={0,6}")
_WRAPPED = re.compile(r"(?<!\S)(?:[A-Za-z0-9+/]{16,}+\r?\n){1,2000}[A-Za-z0-9+/]{2,}={0,2}(?!\S)")
_LINE_OF_IT = re.compile(r"\n[A-Za-z0-9+/]{2,}={0,2}(?!\S)")  # found at once where there is none
_HEX = re.compile(
    r"(?<![0-9A-Za-z])(?:0x)?(?:(?:[2-7][0-9a-fA-F]|0[9aAdD])[ :,]?(?:0x|\\x)?){7,}[2-7][0-9a-fA-F](?![0-9A-Za-z])"
)
_BITS = re.compile(r"(?<!\d)(?:[01]{8}[ ,]?){6,}(?!\d)")
_DECIMALS = re.compile(
    r"(?<!\d)(?:(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])[ ,]{1,2}){7,}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)"
)
# What is read at once, for a pattern takes memory for each number of a row.
_PART = re.compile(r"(?s).{1,20000}(?:\Z|(?<=[^0-9A-Za-z]))|.{1,20000}")
# How two or more of each stand together: found at once where digits are few.
_HEX_PAIRS = re.compile(r"[2-7][0-9a-fA-F](?:[ :,]?(?:0x|\\x)?[2-7][0-9a-fA-F]){7}")
_TWO_BYTES = re.compile(r"[01]{8}[ ,]?[01]{8}")
_TWO_DECIMALS = re.compile(r"[13-9]\d{1,2}[ ,]{1,2}[13-9]\d{1,2}[ ,]")
_FEWEST_DIGITS = 8  # of anything written in numbers
_LONG_CHUNK = re.compile(r"[^\s]{12}")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_ESCAPE = re.compile(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\u\{0{0,4}([0-9a-fA-F]{1,5})\}|\\U000([0-9a-fA-F]{5})")
_OCTAL = re.compile(r"\\[01][0-7]{2}(?:\\[01][0-7]{2}){3,4000}")
_CODE_POINTS = re.compile(r"U\+0{0,4}[0-9a-fA-F]{2,5}(?:[ ,]{0,2}U\+0{0,4}[0-9a-fA-F]{2,5}){3,4000}")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-z]{2,8});")
# Signs of up to five strokes, with single blanks between letters and more of them, or a stroke, between words.
_MORSE = re.compile(r"(?<![^\s])[.·•‧∙_–—−-]{1,6}(?:(?: {1,7}|\n| ?[/|] ?)[.·•‧∙_–—−-]{1,6}+){5,4000}+")  # noqa: RUF001  # dashes are the subject
_MORSE_ROW = re.compile(r"[.·•‧∙_–—−-][ /|\n]{1,7}[.·•‧∙_–—−-]{1,6}[ /|\n]")  # noqa: RUF001  # as above
_MORSE_WORD = re.compile(r" {2,}|\n| ?[/|] ?")
_FEWEST_LETTERS = 4  # different ones
_STROKES = str.maketrans("·•‧∙_–—−", "....----")  # noqa: RUF001  # as above
_MORSE_SIGNS = """
    .- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..
    ----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----. .-.-.- --..-- ..--.. .----. -.-.-- ---... -....-
    """.split()  # noqa: SIM905  # a list of so many signs reads best as prose
MORSE: Final = MappingProxyType(dict(zip(_MORSE_SIGNS, f"{ascii_lowercase}0123456789.,?'!:-", strict=True)))
"""What each sign of Morse code stands for."""


def decoded(text: str) -> str:
    """Replace encoded passages by what they say, those within them too."""
    text = _without_blocks(text)
    for _ in range(_ROUNDS):
        before = text
        for sign, read in _MARKED:
            if sign in text:
                text = read(text)
        if len(_DIGIT.findall(text)) >= _FEWEST_DIGITS:
            text = _without_numbers(text)
        if _LONG_CHUNK.search(text):
            text = _BASE64.sub(_replaced_by(_from_base64), text)
        if text == before:
            break
    return text


def _without_blocks(text: str) -> str:
    """Read what stands in a message as a whole, and hardly within another encoding."""
    if _MORSE_ROW.search(text):
        text = _MORSE.sub(_from_morse, text)
    if _LINE_OF_IT.search(text):
        text = _WRAPPED.sub(_replaced_by(_from_lines), text)
    return _BASE32.sub(_replaced_by(_from_base32), text)


def _without_numbers(text: str) -> str:
    for some, form, decode in _NUMBERS:
        if some.search(text):
            text = "".join(form.sub(_replaced_by(decode), part) for part in _PART.findall(text))
    return text


def _replaced_by(decode: Callable[[str], str]) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        said = decode(found[0])
        return f" {said} " if _legible(said) else found[0]

    return replace


def _legible(said: str) -> bool:
    """Tell whether what was decoded is text: printable, and mostly letters and white space."""
    if not said or not said.replace("\n", " ").replace("\t", " ").replace("\r", " ").isprintable():
        return False
    return sum(character.isalpha() or character.isspace() for character in said) >= 0.6 * len(said)


def _unescaped(text: str) -> str:
    text = _OCTAL.sub(lambda found: "".join(chr(int(code, 8)) for code in found[0].split("\\")[1:]), text)
    return _ESCAPE.sub(lambda found: chr(int(found[found.lastindex or 0], 16)), text)


def _without_entities(text: str) -> str:
    return html.unescape(text) if _ENTITY.search(text) else text


def _unquoted(text: str) -> str:
    return unquote(text, errors="ignore") if _PERCENT.search(text) else text


def _from_code_points(row: re.Match[str]) -> str:
    return "".join(chr(int(code, 16)) for code in re.findall(r"U\+([0-9a-fA-F]+)", row[0])) + " "


def _from_morse(row: re.Match[str]) -> str:
    """Read a row of signs, if nearly all of them are known ones and they are no mere line of dashes."""
    words = [word.split() for word in _MORSE_WORD.split(row[0].translate(_STROKES))]
    letters = [MORSE.get(sign, "") for word in words for sign in word]
    if letters.count("") * 10 > len(letters) or len(set(letters)) < _FEWEST_LETTERS:
        return row[0]
    return " ".join("".join(MORSE.get(sign, "") for sign in word) for word in words)


def _from_base32(block: str) -> str:
    block = block.rstrip("=")
    try:
        return base64.b32decode(block + "=" * (-len(block) % 8)).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _from_base64(block: str) -> str:
    block = block.rstrip("=").replace("-", "+").replace("_", "/")
    if block.isalpha() and (block.islower() or block.isupper() or block.istitle()):
        return ""  # a word
    try:
        return base64.b64decode(block + "=" * (-len(block) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _from_lines(block: str) -> str:
    return _from_base64("".join(block.split()))


def _from_hex(block: str) -> str:
    digits = re.sub(r"0x|\\x|[ :,]", "", block)
    return bytes.fromhex(digits[: len(digits) // 2 * 2]).decode("utf-8", "ignore")


def _from_bits(block: str) -> str:
    return bytes(int(byte, 2) for byte in re.findall(r"[01]{8}", block)).decode("utf-8", "ignore")


def _from_decimals(block: str) -> str:
    return "".join(chr(int(number)) for number in re.findall(r"\d+", block))


_NUMBERS = (
    (_TWO_BYTES, _BITS, _from_bits),
    (_HEX_PAIRS, _HEX, _from_hex),
    (_TWO_DECIMALS, _DECIMALS, _from_decimals),
)
_MARKED: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("\\", _unescaped),
    ("&", _without_entities),
    ("%", _unquoted),
    ("U+", lambda text: _CODE_POINTS.sub(_from_code_points, text)),
)
