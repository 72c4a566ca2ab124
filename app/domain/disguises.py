"""Disguises of a message, and the readings with them taken off; a disguise itself is no guilt."""

import base64
import binascii
import html
import re
from collections.abc import Callable, Iterator
from itertools import chain, product
from urllib.parse import unquote

from app.domain.plain_text import fold
from app.domain.turned_words import translated
from app.domain.vocabulary import MOST, Vocabulary

_ROUNDS = 3  # encodings within encodings
_SHORTEST_JOINED = 13  # letters of a chunk that may hold several words
_MOST_CHUNKS = 300

_BASE64 = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{12,}={0,2}(?![A-Za-z0-9+/=_-])")
_HEX = re.compile(
    r"(?<![0-9A-Za-z])(?:0x)?(?:(?:[2-7][0-9a-fA-F]|0[9aAdD])[ :,]?(?:0x|\\x)?){7,}[2-7][0-9a-fA-F](?![0-9A-Za-z])"
)
_BITS = re.compile(r"(?<!\d)(?:[01]{8}[ ,]?){6,}(?!\d)")
# How two or more of each stand together: found at once where digits are few.
_HEX_PAIRS = re.compile(r"[2-7][0-9a-fA-F](?:[ :,]?(?:0x|\\x)?[2-7][0-9a-fA-F]){7}")
_TWO_BYTES = re.compile(r"[01]{8}[ ,]?[01]{8}")
_TWO_DECIMALS = re.compile(r"[13-9]\d{1,2}[ ,]{1,2}[13-9]\d{1,2}[ ,]")
_FEWEST_DIGITS = 8  # of anything written in numbers
_LONG_CHUNK = re.compile(r"[^\s]{12}")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_ESCAPE = re.compile(r"\\x([0-9a-fA-F]{2})|\\u\{?([0-9a-fA-F]{4})\}?")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-z]{2,8});")
_DECIMALS = re.compile(
    r"(?<!\d)(?:(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])[ ,]{1,2}){7,}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6])(?!\d)"
)
# What is read at once, for a pattern takes memory for each number of a row.
_PART = re.compile(r"(?s).{1,20000}(?<=[^0-9A-Za-z])|.{1,20000}")
_WORD = re.compile(r"[^\W\d_]+")
# A digit or sign that imitates a letter, beside one; at its end an exclamation mark imitates none.
_LEET = re.compile(r"[0134578@$!|€+69](?:(?=[^\W\d_])|(?<=[^\W\d_][^!]))")
_IMITATING = re.compile(r"(?<!\S)[^\s0134578@$!|€+69]*+[0134578@$!|€+69]\S*")
_DIGIT = re.compile(r"\d")
_LONGEST_CHUNK = 40
_SIGNS = str.maketrans("034578@$€+69", "oeastbasetgg")
_DOUBTFUL = re.compile(r"[1!|]")
_DOTTED = re.compile(r"(?<!\S)[^\W_](?:[._*|/~-][^\W_]){2,}[.,!?]?(?!\S)")
_MARK = re.compile(r"[._*|/~-]")
_MARKS_APART = re.compile(r"[._*|/~-][^\W_][._*|/~-]")
# A mark that stands between words, and chunks that may be words strung on it: "where*is*my*parcel".
_STRUNG_ON = re.compile(r"(?<=[^\W_])([*/|\\#=<>:$`~])\1*(?=[^\W_])")
_MAY_BE_STRUNG = re.compile(r"\S{8,}")
_FEWEST_STRUNG = 3  # marks
_EMPHASIS = re.compile(r"\*+(?=[^\W_])|(?<=[^\s*])\*+")
_LONG = re.compile(r"[a-z]{13}")
_LONG_WORD = re.compile(rf"(?<![^\W\d_])[a-z]{{{_SHORTEST_JOINED},}}+(?![^\W\d_])")
_LINE = re.compile(r"[^\n]+")
_GAP = re.compile(r"\s{2,}|\s[|/\\·-]\s")


def readings(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the folded readings of a text, each with its disguises off."""
    folded = _without_marks(fold(_decoded(text)))
    if _LEET.search(folded):
        folded = _without_leet(folded, vocabulary)
    others = list(translated(folded, vocabulary)) if len(folded) >= _SHORTEST_JOINED else []
    spaced = _spaced_again(folded, vocabulary)
    return [folded, *others] if spaced == folded else [*others, spaced]


def _decoded(text: str) -> str:
    """Replace encoded passages by what they say, those within them too."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)), text)
        if "&" in text and _ENTITY.search(text):
            text = html.unescape(text)
        if "%" in text and _PERCENT.search(text):
            text = unquote(text, errors="ignore")
        if len(_DIGIT.findall(text)) >= _FEWEST_DIGITS:
            for some, form, decode in _NUMBERS:
                if some.search(text):
                    text = "".join(form.sub(_replaced_by(decode), part) for part in _PART.findall(text))
        if _LONG_CHUNK.search(text):
            text = _BASE64.sub(_replaced_by(_from_base64), text)
        if text == before:
            break
    return text


def _replaced_by(decode: Callable[[str], str]) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        decoded = decode(found[0])
        return f" {decoded} " if _legible(decoded) else found[0]

    return replace


def _legible(decoded: str) -> bool:
    """Tell whether what was decoded is text: printable, and mostly letters and white space."""
    if not decoded or not decoded.replace("\n", " ").replace("\t", " ").replace("\r", " ").isprintable():
        return False
    return sum(character.isalpha() or character.isspace() for character in decoded) >= 0.6 * len(decoded)


def _from_base64(block: str) -> str:
    block = block.rstrip("=").replace("-", "+").replace("_", "/")
    if block.isalpha() and (block.islower() or block.isupper() or block.istitle()):
        return ""  # a word
    try:
        return base64.b64decode(block + "=" * (-len(block) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""


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


def _without_marks(folded: str) -> str:
    """Join letters that were spaced or dotted, line by line, and drop back-slashes strewn into words."""
    if folded.count("\\") * 4 > len(folded):
        folded = folded.replace("\\", "")
    if _MARKS_APART.search(folded):
        folded = _DOTTED.sub(lambda found: _MARK.sub("", found[0]), folded)
    if _STRUNG_ON.search(folded):
        folded = _MAY_BE_STRUNG.sub(_unstrung, folded)
    if "*" in folded:
        folded = _EMPHASIS.sub(" ", folded)
    return _LINE.sub(lambda line: _joined(line[0]), folded)


def _unstrung(chunk: re.Match[str]) -> str:
    plain, marks = _STRUNG_ON.subn(" ", chunk[0])
    return plain if marks >= _FEWEST_STRUNG else chunk[0]


def _joined(line: str) -> str:
    chunks = line.split()
    if len(chunks) < 6 or list(map(len, chunks)).count(1) * 10 < 6 * len(chunks):  # noqa: PLR2004
        return line
    return " ".join("".join(word.split()) for word in _GAP.split(line.strip()))


def _without_leet(folded: str, vocabulary: Vocabulary) -> str:
    """Write digits and signs as the letters they imitate, where that makes known words."""
    chunks = set(_IMITATING.findall(folded)[:_MOST_CHUNKS])
    plain = {chunk: _unleeted(chunk, vocabulary) for chunk in chunks}
    return _IMITATING.sub(lambda found: plain.get(found[0], found[0]), folded)


def _unleeted(chunk: str, vocabulary: Vocabulary) -> str:
    if chunk in vocabulary.costs or len(chunk) > _LONGEST_CHUNK:
        return chunk
    for core in (chunk, chunk.rstrip(".,!?:;'\")"), chunk.strip(".,!?:;'\"()[]`")):
        for plain in _spellings(core):
            words = _WORD.findall(plain)
            if words and not _DIGIT.search(plain) and vocabulary.share(words) >= 1.0:
                return chunk.replace(core, plain, 1)
    return chunk


def _spellings(chunk: str) -> Iterator[str]:
    pieces = _DOUBTFUL.split(chunk.translate(_SIGNS))
    if len(pieces) > 5:  # noqa: PLR2004  # 16 spellings of one word at most
        return
    for letters in product("il", repeat=len(pieces) - 1):
        yield "".join(chain.from_iterable(zip(pieces, (*letters, ""), strict=True)))


def _spaced_again(folded: str, vocabulary: Vocabulary) -> str:
    """Put spaces back into long chunks that no language writes as one word."""
    left = MOST

    def split(found: re.Match[str]) -> str:
        nonlocal left
        word = found[0]
        if word in vocabulary.costs or left <= 0:
            return word
        left -= len(word)
        return vocabulary.split(word) or word

    return _LONG_WORD.sub(split, folded) if _LONG.search(folded) else folded
