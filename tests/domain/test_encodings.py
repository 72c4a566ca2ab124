"""Encodings: what is written in numbers, escapes or signs is read, and everything else stays as it is."""

import base64
from collections.abc import Callable

import pytest

from app.domain.injection.encodings import MORSE, decoded

SAID = "where is my parcel, please?"
SIGNS = {letter: sign for sign, letter in MORSE.items()}


def _in_morse(letters: str, words: str) -> str:
    return words.join(letters.join(SIGNS[letter] for letter in word) for word in SAID.replace(",", "").split())


def _wrapped() -> str:
    block = base64.b64encode(SAID.encode()).decode()
    return "\n".join(block[at : at + 20] for at in range(0, len(block), 20))


WAYS: dict[str, Callable[[], str]] = {
    "base64": lambda: base64.b64encode(SAID.encode()).decode(),
    "base64 in lines": _wrapped,
    "base64 twice": lambda: base64.b64encode(base64.b64encode(SAID.encode())).decode(),
    "base32": lambda: base64.b32encode(SAID.encode()).decode(),
    "base32 without its end": lambda: base64.b32encode(SAID.encode()).decode().rstrip("="),
    "hex": lambda: SAID.encode().hex(),
    "bits": lambda: " ".join(f"{byte:08b}" for byte in SAID.encode()),
    "decimals": lambda: " ".join(str(byte) for byte in SAID.encode()),
    "octal": lambda: "".join(f"\\{byte:03o}" for byte in SAID.encode()),
    "escapes": lambda: "".join(f"\\u{ord(one):04x}" for one in SAID),
    "long escapes": lambda: "".join(f"\\U{ord(one):08x}" for one in SAID),
    "escapes in braces": lambda: "".join(f"\\u{{{ord(one):x}}}" for one in SAID),
    "code points": lambda: " ".join(f"U+{ord(one):04X}" for one in SAID),
    "entities": lambda: "".join(f"&#x{ord(one):x};" for one in SAID),
    "percent signs twice": lambda: "".join(f"%25{byte:02x}" for byte in SAID.encode()),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_what_is_encoded_is_read(way: str) -> None:
    """The words show, whatever stands around them."""
    assert SAID in decoded(f"look: {WAYS[way]()}")


@pytest.mark.parametrize(("letters", "words"), [(" ", " / "), (" ", "   "), (" ", "\n"), (" ", " | ")])
def test_morse_is_read_however_words_are_parted(letters: str, words: str) -> None:
    """By strokes, gaps or lines."""
    assert decoded(_in_morse(letters, words)) == SAID.replace(",", "")


@pytest.mark.parametrize(
    "text",
    [
        "... --- ...",
        "- - - - - - -",
        "- . - . - . - . - .",
        "------ ------ ------ ------ ------ ------",
        "wait ... what . . .",
        "ORDERNUMBERABCDEFG234567",
        "https://shop.example/a-b_c?d=%zz",
        "C:\\users\\max\\u12",
        "U+0041 is an A",
        "Donaudampfschifffahrtsgesellschaft\nKapitaenspatentinhaber",
    ],
)
def test_what_only_looks_encoded_stays(text: str) -> None:
    """A row of dots, a code and a path are no words."""
    assert decoded(text).split() == text.split()
