"""Secrets: passwords said aloud, keys with a known prefix, random strings beside their name."""

# ruff: noqa: SIM905 (names in other scripts; a block of words stays readable)

import re
from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.data_class import DataClass, Span
from app.domain.detection.credentials.assigned import find_assigned, find_random
from app.domain.detection.credentials.beside import find_pairs
from app.domain.detection.credentials.called import find_said
from app.domain.detection.credentials.entries import find_entries
from app.domain.detection.credentials.prefixes import find_known
from app.domain.detection.credentials.recovery import find_recovery
from app.domain.detection.credentials.shapes import find_blocks, find_in_addresses, find_in_commands, find_in_files
from app.domain.detection.words import Words
from app.domain.plain_text import lowered, normalise

# Fragments of the names of secrets: looking for them is cheaper than the patterns.
_SPELLINGS: Final = """
    pass pasw pwd pword psw pssw p/w pw kennw kenw mdp contras clave senha wachtw hasło haslo parol sifre
    şifre senord adgangskode kodeord salasana heslo jelsz lozinka zaporka khẩu khau sandi пароль
    κωδικός 密码 密碼 パスワード 비밀번호 비번 كلمة סיסמה पासवर्ड รหัสผ่าน key token secret credential creds bearer
    login logon schl clé chave chiave sleutel klucz jeton ключ токен 密钥 令牌 トークン キー 토큰 signature
    phrase seed mnemonic frase zugangsdaten identifiants user
"""
_NAMES: Final = (*(normalise(name).text for name in _SPELLINGS.split()), "log in", "sign in", "signed in")
# Those of codes, which are digits.
_CODES: Final = tuple(
    normalise(part).text
    for part in "pin puk authentic otp tan 2fa mfa code codi códi kod kód код".split()
    + "验证码 驗證碼 認証 番号 인증번호 رمز".split()
)
_ASCII_NAMES: Final = tuple(filter(str.isascii, _NAMES))
_ASCII_CODES: Final = tuple(filter(str.isascii, _CODES))
# Of what lets somebody in otherwise, and of what opens a door or stands on a card's back.
_ANY_NAMES: Final = (
    *_ASCII_NAMES,
    "maiden",
    "memorable",
    "answer",
    "antwort",
    "respuesta",
    "risposta",
    "resposta",
    "geburtsname",
)
_ANY_CODES: Final = _ASCII_CODES + tuple(
    "cvv|cvc|cv2|csc| cid|verif|secur|the back|on back|from back|at back|back of|revers|rear|front|signature|ckseite"
    "|au dos|derri|atr|verso|retro|dietro|combin|combo|kombin|lockbox|lock box".split("|")
)
_SIGNS: Final = ("@", "=", ":", ">", "-----")
_DIGIT: Final = re.compile(r"[0-9]")
_LONG: Final = 12  # characters


def find(text: str, words: Words) -> Iterator[Span]:
    """Yield secrets, each without the words that introduce it; a block or a command line whole."""
    for start, end in _places(text, words):
        yield Span(start, end, DataClass.CREDENTIAL)


def may_find(text: str) -> bool:
    """Tell whether `find` might yield anything of an ASCII text."""
    lower = text.lower()
    if _holds_any(lower, _ANY_NAMES) or _holds_any(text, _SIGNS) or _has_long_word(text):
        return True
    return _DIGIT.search(text) is not None and _holds_any(lower, _ANY_CODES)


def _holds_any(text: str, parts: Iterable[str]) -> bool:
    for part in parts:  # noqa: SIM110  # any() takes half as long again, for each unit of a reply
        if part in text:
            return True
    return False


def _places(text: str, words: Words) -> Iterator[tuple[int, int]]:
    lower = lowered(text)
    digits = _DIGIT.search(text) is not None
    if _is_named(lower, digits=digits):
        yield from find_said(text, lower, words, digits=digits)
    yield from find_recovery(text, words)
    if digits:
        yield from find_entries(text, words)
    if "@" in text:
        yield from find_pairs(text, lower)
    if "=" in text or ":" in text or ">" in text:
        yield from find_assigned(text, lower, digits=digits)
        yield from find_in_files(text, lower)
        yield from find_in_commands(text, lower)
    if "-----" in text or "PuTTY-" in text:
        yield from find_blocks(text)
    if _has_long_word(text):
        yield from _in_long_words(text, lower)


def _has_long_word(text: str) -> bool:
    """Whether a long word is there that is none of a language."""
    pieces = text.split()
    if max(map(len, pieces), default=0) < _LONG:
        return False
    return any(len(piece) >= _LONG and not (piece.isalpha() and piece[1:].islower()) for piece in pieces)


def _is_named(lower: str, *, digits: bool) -> bool:
    """Whether a text may name a secret."""
    plain = lower.isascii()
    if _holds_any(lower, _ASCII_NAMES if plain else _NAMES):
        return True
    return digits and _holds_any(lower, _ASCII_CODES if plain else _CODES)


def _in_long_words(text: str, lower: str) -> Iterator[tuple[int, int]]:
    yield from find_known(text)
    yield from find_in_addresses(text, lower)
    yield from find_random(text, lower)
