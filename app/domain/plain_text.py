"""Text as the rules read it: one spelling for every disguise, with a way back to the input."""

# ruff: noqa: RUF001 (the look-alikes are the subject)

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, filterfalse

# Pairs of a look-alike from Cyrillic, Greek or another script, and the Latin letter it imitates.
_LOOK_ALIKES = (
    "аaАAвbВBеeЕEкkКKмmМMнhНHоoОOрpРPсcСCтtТTуyУYхxХXѕsЅSіiІIјjЈJԁdһhԛqԝwѵvґrьbпn"
    "αaΑAΒBεeΕEηnΗHιlΙIκkΚKΜMνvΝNοoΟOρpΡPσoτtΤTυuΥYχxΧXΖZγyωw"
    "ɑaɡgıiƖlӏlցgոnսuօoցgհhѡwℓl"
    "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzøołlđdħhŧtꞁlɩiᏟCᎻHᎢTᎬEꓐBꓑP"
)
_DASHES = "‐‑‒–—―−﹘﹣－⁃"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufdfa\ufdfb"
_QUOTES = "‘’‚‛′＇`´"
_DOTS = "․·•∙。｡"

_TAGS = range(0xE0000, 0xE0080)
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_INVISIBLE = (
    *_BIDI,
    *(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFEFF, 0xFFA0),
    *range(0x200B, 0x200E),
    *range(0x2060, 0x2065),
    *range(0xFE00, 0xFE10),
    *_TAGS,
)
_CONTROLS = tuple(code for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (0x09, 0x0A))

_ONE_FOR_ONE = str.maketrans(
    dict(zip(_LOOK_ALIKES[::2], _LOOK_ALIKES[1::2], strict=True))
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys(_DOTS, ".")
)
_NOTHING = dict.fromkeys(_INVISIBLE)
_SEEN_ONE_FOR_ONE = _ONE_FOR_ONE | _NOTHING
# Tag characters mirror ASCII.
_SPELLED_TAGS = {code: chr(code - 0xE0000) for code in range(0xE0020, 0xE007F)}
# Letters in boxes and of flags, which the compatibility forms leave as they are.
_BOXED = {start + at: chr(ord("a") + at) for start in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)}
_FOLD = _SEEN_ONE_FOR_ONE | _SPELLED_TAGS | _BOXED
_CLEAN = dict.fromkeys((*_CONTROLS, *_BIDI, *_TAGS))
# A flag with its region, or words that no reader sees and a model reads.
_TAGGED = re.compile("\U0001f3f4[\U000e0020-\U000e007f]+|[\U000e0020-\U000e007e]{4,}")


def _any_of(codes: Iterable[int]) -> re.Pattern[str]:
    """Match any of these characters; as ranges, for a hundred single tags would cost more than all rules together."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code <= ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return re.compile("[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]")


_UNCLEAN = _any_of(_CLEAN)
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")

_SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[ \\|/_*.~-]{1,2}[^\W_](?![^\W_])){3,}+", re.ASCII)
# What stands in the middle of such a row.
_ALONE = re.compile(r"[ \\|/_*.~-][^\W_][ \\|/_*.~-]{1,2}[^\W_](?![^\W_])", re.ASCII)
_SEPARATORS = re.compile(r"[ \\|/_*.~-]{1,2}")
_WORD_GAP = re.compile(r" {2,}|\\ ?\\| [\\|/_*.~-] ")


@dataclass(frozen=True, slots=True)
class PlainText:
    """Normalised text; `starts` gives where in it each character of the input, and its end, came to stand."""

    text: str
    starts: "array[int] | None"  # a tenth of a list's size; None where text and input agree character by character

    def to_input(self, start: int, end: int) -> tuple[int, int]:
        """Turn a non-empty range of the normalised text into one of the input."""
        if self.starts is None:
            return start, end
        return bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1)


def normalise(text: str) -> PlainText:
    """Undo compatibility forms, foreign digits, look-alikes and invisible characters."""
    if text.isascii():
        return PlainText(text, None)
    pieces = _each(set(text), _plainly)
    joined = "".join(map(pieces.__getitem__, text))
    if max(map(len, pieces.values())) == 1 == min(map(len, pieces.values())):
        return PlainText(joined, None)
    lengths = {character: len(piece) for character, piece in pieces.items()}
    return PlainText(joined, array("I", accumulate(map(lengths.__getitem__, text), initial=0)))


def _each(characters: set[str], read: Callable[[str], str]) -> dict[str, str]:
    """Say how each character reads: foreign ones are read at once, kept apart by line ends, which join nothing."""
    foreign = [character for character in characters if not character.isascii()]
    return {character: character for character in characters} | dict(
        zip(foreign, read("\n".join(foreign)).split("\n"), strict=True)
    )


def _plainly(text: str) -> str:
    text = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text.translate(_SEEN_ONE_FOR_ONE))
    return unicodedata.normalize("NFKC", text).translate(_ONE_FOR_ONE)


def fold(text: str) -> str:
    """Lower case without accents, look-alikes and hidden characters, for rules about meaning.

    Letters that were spaced out ("i g n o r e") are joined again; what tag characters spell shows.
    """
    if not text.isascii():
        letters = _each(set(text), _folded) | {"`": "'"}
        text = "".join(map(letters.__getitem__, text))
    text = text.lower()
    return _SPACED.sub(_join_letters, text) if _ALONE.search(text) else text


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.translate(_FOLD)).translate(_FOLD)
    return "".join(filterfalse(unicodedata.combining, text))


def lowered(text: str) -> str:
    """Lower case in which every character keeps its place: İ, the one capital of two small letters, stays; beside it a
    sigma that ends a word is one like any other.
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "\u0130".join([part.lower() for part in text.replace("\u03a3", "\u03c3").split("\u0130")])


def caseless(text: str) -> str:
    """Lower case as a pattern that ignores case reads it, which is slower than one that need not."""
    return lowered(text).replace("\u0130", "i")


def _join_letters(match: re.Match[str]) -> str:
    words = _WORD_GAP.split(match[0])
    return " ".join(_SEPARATORS.sub("", word) for word in words)


def clean(text: str) -> str:
    r"""Strip NUL and other control characters (not \n and \t), bidi controls and tag characters.

    What tag characters spell is shown: what is hidden from people is neither sent nor stored unseen.
    """
    if not _UNCLEAN.search(text):
        return text
    return _TAGGED.sub(_shown, text).translate(_CLEAN)


def _shown(tagged: re.Match[str]) -> str:
    return tagged[0] if tagged[0][0] == "\U0001f3f4" else f" {tagged[0].translate(_SPELLED_TAGS)} "


def says_something(text: str) -> bool:
    """Tell whether a text has at least one letter, number, mark or sign; white space and hidden characters are none."""
    return any(unicodedata.category(character)[0] in "LNPSM" for character in text)
