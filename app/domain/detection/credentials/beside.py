"""Secrets whose name stands behind them, or that stand beside a user's: `use X as the key`, `jane@example.com:X`."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from collections.abc import Iterator
from typing import Final

from app.domain.detection.around import find_near
from app.domain.detection.credentials.values import TAIL, is_elsewhere, is_key, is_mixed, is_random
from app.domain.detection.credentials.words import BUSINESS, NAMED, NO_VALUE
from app.domain.detection.led import Led
from app.domain.detection.words import Words
from app.domain.plain_text import normalise

Place = tuple[int, int]

_WHOSE: Final = r"(?:my|your|the|our|his|her|an?|mein|dein|ihr|unser|das|der|die|mon|ton|votre|ma|le|la|l'|mi|tu|su|el|il mio|la mia|il|meu|o meu|minha|a minha|o|a|mijn|het|de|mitt|moje|mój)"
_IS: Final = r"(?:is|was|ist|war|est|es|era|è|é|er|är|jest|to(?: be)?|used to be|will be|should be|c'est|c'était)"
# From the value to its name; what stands between them may say that it is another one's.
_BEHIND: Final = re.compile(
    normalise(
        rf"(?=[ \"'”),=(<-])(?P<link>[\"'”)]?,? (?:{_IS}|(?P<as>as|als|comme|como|come|som|jako))(?: {_WHOSE})? |[\"'”]? ?(?:[-=(<]|<-|->|=>){{1,2}} ?(?:(?:that|this|it)?(?:'?s| is) )?{_WHOSE} |[\"'”]?,? (?:that|it)(?:'?s| is) {_WHOSE} )"
        rf"(?P<of>(?:[\w.'-]{{1,20}} ){{0,2}}?){NAMED}(?![\w-])"
        r"(?! (?:manager|reset|field|protected|length|hint|policy|generator|app|vault|box|page|prompt|rules?|size|ring|word|date|fob|holder|features?|market|figures?|player|points?|part|to)\b)"
        r"(?: (?:of|for|on|from|von|für|de|du|del|para|pour) (?:(?:my|the|this|your|our|der|die|das|le|la|el) )?(?P<thing>\w{2,20}))?"
    ).text
)
_NAME: Final = Led(normalise(rf"(?<![^\W_]){NAMED}").text)
_LINK, _NAME_LENGTH = 130, 130  # characters, at most
_OPENING: Final = "\"'(„“«*`"
_HALF: Final = re.compile(r"[0-9]{3}[ -]$")
_STARTS: Final = re.compile(r"(?:^|[.!?:,\n\"'„“«]\s{0,2})[\"'„“«]?$")
_REACH: Final = 104
_SHORTEST_DIGITS, _LONGEST = 4, 100
_SHORTEST, _SHORTEST_KEY, _SURE_KEY = 5, 8, 16
_DIGITS: Final = range(4, 9)
_MANY: Final = 300  # in one text: more are taken for secrets unseen, so that judging stays cheap
_PLAIN_KEYS: Final = frozenset({"key", "keys", "signature", "token", "secret"})
_CODED: Final = re.compile(r"#?[A-Za-z]{1,4}[-#]?[0-9][0-9-]{2,}")

# A user, and behind a sign what lets in.
_PAIR: Final = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,24}){1,4}(?P<sign> ?[:|/;,] ?|\s{1,2}(?:and |und |et |y |with |mit |avec |con |pw:? |pass:? )?)(?P<value>[^\s\"']{4,64})"
)
_LOGIN: Final = re.compile(
    r"log(?:ged)? ?in|sign(?:ed)? ?in|logon|credentials|creds|zugangsdaten|anmelden|identifiants|credenciales|credenziali|inloggegevens|account details"
)
_FEWEST: Final = 6
_LOUD: Final = re.compile(
    r"(?<![^\s(\"'„“«])[A-Za-z0-9][A-Za-z0-9_.-]{0,30}[!#$%^*~@][A-Za-z0-9!#$%^*~@_.-]{1,30}[A-Za-z0-9!](?![^\s)\"'”»,.;:!?])"
)
_NEAR: Final = 40
_SPOKEN_OF: Final = re.compile(
    r"\bpas+w|\bmy pass\b|\bpws?\b|\bpwd\b|\bpsw\b|passwort|kennwort|mot de passe|\bmdp\b|contrase|\bsenha|\bclave\b|wachtwoord|hasło|lösenord|adgangskod|salasana|пароль|密码|パスワード|비밀번호"
)


def find_behind(text: str, lower: str, words: Words) -> Iterator[Place]:
    """Yield values that are called a password, a key or a code by the words behind them."""
    names = (name.start() for name in _NAME.matches(words))
    for judged, match in enumerate(find_near(_BEHIND, lower, names, before=_LINK, behind=_NAME_LENGTH)):
        start = _begin(text, match.start())
        value = text[start : match.start()].rstrip(TAIL)
        given = is_mixed(value) if judged > _MANY else _is_given(value, match, lower[max(0, start - 8) : start])
        if given:
            yield start, start + len(value)


def find_loud(text: str, lower: str) -> Iterator[Place]:
    """Yield words with a sign, a digit and letters in them that nothing but a password has, where one is spoken of."""
    for judged, match in enumerate(_LOUD.finditer(text)):
        value = match[0].rstrip(TAIL)
        kind, _, number = value.partition("#")
        if not is_mixed(value) or is_elsewhere(value) or (number.isdigit() and kind.lower() in BUSINESS):
            continue
        around = lower[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if judged > _MANY or _SPOKEN_OF.search(around):
            yield match.start(), match.start() + len(value)


def _begin(text: str, end: int) -> int:
    """Where the word begins that ends here; of a code in two halves, the first."""
    first = max(0, end - _REACH)
    start = max(first, text.rfind(" ", first, end) + 1, text.rfind("\n", first, end) + 1)
    if text[start:end].isdigit() and end - start == 3 and _HALF.search(text, max(0, start - 4), start):  # noqa: PLR2004
        start -= 4
    while start < end and text[start] in _OPENING:
        start += 1
    return start


def _is_given(value: str, match: re.Match[str], before: str) -> bool:
    """Whether a value is of the kind that the name behind it says."""
    if (
        not _SHORTEST_DIGITS <= len(value) <= _LONGEST
        or BUSINESS.intersection((*match["of"].split(), match["thing"] or ""))
        or is_elsewhere(value)
    ):
        return False
    digits = value.replace(" ", "").replace("-", "")
    if digits.isdigit():
        return not match["key"] and len(digits) in _DIGITS
    if match["code"]:
        return False
    if match["key"]:
        sure = match["key"] not in _PLAIN_KEYS or len(value) >= _SURE_KEY or is_random(value)
        return len(value) >= _SHORTEST_KEY and is_mixed(value) and is_key(value) and sure
    if value.isalpha():
        said = not match["as"] and match["pass"] != "pass" and not match["of"]  # noqa: S105  # what opens a gate
        said = said and (bool(match["thing"]) or not match.string[match.end() : match.end() + 2].strip(" .,;!?)\n\"'"))
        return said and len(value) >= _SHORTEST and value.lower() not in NO_VALUE and bool(_STARTS.search(before))
    return len(value) >= _SHORTEST and is_mixed(value) and "/" not in value


def find_pairs(text: str, lower: str) -> Iterator[Place]:
    """Yield what stands behind an e-mail address as its password does."""
    for match in _PAIR.finditer(text):
        start = match.start("value")
        value = match["value"].rstrip(TAIL) if match["sign"] != ":" else match["value"].rstrip(".,;)")
        if _opens(value, match, lower):
            yield start, start + len(value)


def _opens(value: str, match: re.Match[str], lower: str) -> bool:
    if is_elsewhere(value) or value.startswith(("/", "[", "<", "*")):
        return False
    if match["sign"] == ":":
        ends = match.end() == len(lower) or lower[match.end()] == "\n"
        return is_mixed(value) or (value.isalpha() and ends and len(value) >= _FEWEST and value.lower() not in NO_VALUE)
    if not is_mixed(value) or len(value) < _FEWEST or _CODED.fullmatch(value):
        return False
    if match["sign"].strip(" :") in {"", "|", "/", ";", "pw", "pass"} and match["sign"].strip():
        return True
    return _LOGIN.search(lower, max(0, match.start() - 60), match.end() + 60) is not None
