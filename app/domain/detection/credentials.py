"""Secrets: passwords said aloud, keys with a known prefix, random strings beside their name."""

# ruff: noqa: SIM905 (a block of words stays readable)

import re
from collections.abc import Iterator

from app.domain.data_class import DataClass, Span

_LONG_WORD = re.compile(r"[^\s]{12}")
# Fragments of the nouns below: looking for them is cheaper than the patterns.
_NAMED_CUES = [
    "pass",
    "pwd",
    "kennwort",
    "contrase",
    "senha",
    "wachtwoord",
    "hasło",
    "parola",
    "secret",
    "pin",
    "code",
    "otp",
    "recovery",
    "key",
    "token",
    "bearer",
    "credential",
    "login",
]
_PREFIXES = (
    r"sk[-_]|pk_(?:live|test)_|rk_(?:live|test)_|gh[oprsu]_|github_pat_|gl[a-z]{2,6}-|GR1348941|AKIA|ASIA|ABIA|ACCA|ABSK"
    r"|A3T[A-Z0-9]|AIza|ya29\.|GOCSPX-|xox[a-z]|xapp-|npm_|pypi-|dp\.pt\.|do[opr]_v1_|shp(?:at|ca|pa|ss)_|hv[bs]\.|hf_"
    r"|api_org_|lin_api_|ntn_|secret_|rdme_|rubygems_|sgp_|sntry[su]_|pul-|pscale_|pplx-|PMAK-|pnu_|ops_ey|ico-|glsa_|glc_"
    r"|eyJrIjoi|ey[A-Za-z0-9]{15,}\.ey|ZXlK|CLOJARS_|EZ[AT]K|EAA[A-Z]|duffel_|dt0c01\.|dapi[0-9a-f]|dop_|fio-u-|fm1[ar]_|fm2_|fo1_"
    r"|FLW(?:SEC|PUB)K|HRKU-|LTAI|API-[A-Z0-9]{20}|AGE-SECRET-KEY-|AKC[a-z0-9]|cmVmd|bedrock-api-key-|p8e-|4b1d|s-s4t2|sq0|SG\."
    r"|SK(?=[0-9a-fA-F]{32})|sat\.|sc_|ext_|authress_|sha256~|shippo_|sm_(?:aat|pat|sat)_|tk-us-|v1\.0-[0-9a-f]{20}|xkeysib-|_gitlab_session="
    r"|s\.[A-Za-z0-9]{24}|pat[A-Za-z0-9]{14}\.|A3-[A-Z0-9]{6}-|key-[0-9a-f]{32}|whsec_|sbp_|r8_|gsk_|AC[0-9a-f]{32}"
)
_KNOWN = re.compile(rf"(?<![A-Za-z0-9_])(?:{_PREFIXES})[^\s\"'<>`,;]{{2,2000}}")
_INFIX = re.compile(
    r"(?<!\S)[^\s\"'<>]{1,80}(?:Q~|\.atlasv1\.|_mmk\b|webhook\.office\.com/)[^\s\"'<>]{0,400}"
    r"|https?://hooks\.slack\.com/[^\s\"'<>]{8,200}|[0-9]{14,18}\|[\w-]{24,40}"
)
_URL_LOGIN = re.compile(r"\b[a-z][a-z0-9+]{1,11}://[^\s/@:]{1,64}:(?P<value>[^\s/@]{1,128})@", re.IGNORECASE)
_BLOCK = re.compile(r"-----BEGIN[^\n]{0,40}PRIVATE KEY", re.IGNORECASE)
_BLOCK_END = re.compile(r"KEY(?: BLOCK)?-----")

_NOUN = (
    r"(?:pass ?(?:word|code|phrase|wort)|passwd|pwd|kennwort|passwort|mot de passe|contrasena|contraseña"
    r"|senha|wachtwoord|hasło|parola d'ordine|(?:client |app )?secret|pin(?: code)?"
    r"|(?:verification|security|one[- ]time|access|login|2fa|sms|otp) code|otp|recovery (?:code|phrase)"
    r"|api[ _-]?(?:key|token)|access[ _-]?(?:key|token)|auth[ _-]?token|bearer|token|credentials?|login|private key)"
)
_SAID = re.compile(
    rf"(?<![a-z]){_NOUN}(?: (?:for|to|of|on) (?:my |the |our )?\w{{1,20}}(?: \w{{1,20}})?)?"
    r"(?P<link>\s{0,3}(?::=|=>|[:=]|\b(?:is|was|are|ist|lautet|est|es|wordt|è|é)\b:?)|(?= [\"'“]))"
    r"\s{0,3}(?P<quote>[\"'“„`]?)(?P<value>[^\s\"“”`]{3,200})",
    re.IGNORECASE,
)
_NAMED_BARE = re.compile(rf"(?<![a-z]){_NOUN}\s{{1,3}}(?P<value>[^\s\"'<>]{{4,200}})", re.IGNORECASE)
_KEY_WORDS = re.compile(
    r"token|secret|api|\bkeys?\b|credential|password|bearer|auth|\b40[13]\b|schlüssel|signature|webhook", re.IGNORECASE
)
_RANDOM = re.compile(r"(?<![\w/.@#-])[\w+/=~.-]{16,400}")
_SHORTEST_VALUE, _SHORTEST_KEY, _LONG_KEY = 3, 10, 24  # characters
_FEW, _MANY = 3, 8  # different characters, or those of one kind
_TAIL = ".,;:!?)]}'\"”"
# What follows "the password is" when nobody gives one away.
_NO_VALUE = frozenset(
    """
    not no now never wrong incorrect invalid correct right expired expiring missing lost forgotten forgot blocked
    locked disabled rejected declined refused working broken changed changing reset compromised stolen leaked
    required needed unknown empty blank weak strong too very so still also already always just being been the a an
    my your his her their our this that what where when how why which who and or but for from with without
    unlocked in on at to of it its same different new old unsafe safe secure available unavailable asked asking
    sent saved stored hidden accepted supposed going getting giving showing returning case saying fine good bad
    okay ok nicht falsch abgelaufen richtig gesperrt weg incorrecte incorrecto incorrecta errone oublie perdu
    valid used unsuccessful failing failed denied longer stuck only really hard easy difficult long short someone
    somewhere something anything nothing everything there here if as by be do does did can could should would will
    must may might has have had was were is are about after before again all any
    """.split()
)


def find(text: str) -> Iterator[Span]:
    """Yield secrets, each without the words that introduce it."""
    if "-----" in text:
        yield from _key_blocks(text)
    lower = text.lower()
    named = any(cue in lower for cue in _NAMED_CUES)
    for match in _SAID.finditer(text) if named else ():
        if _is_given(match):
            yield _trimmed(match.start("value"), match["value"])
    if named:
        yield from _codes_beside(text)
    if _LONG_WORD.search(text):
        yield from _long_secrets(text)


def _long_secrets(text: str) -> Iterator[Span]:
    """Keys with a known prefix, log-ins inside an address, random strings near a telling word."""
    for pattern in (_KNOWN, _INFIX):
        for match in pattern.finditer(text):
            if _is_mixed(match[0]):
                yield _trimmed(match.start(), match[0])
    for match in _URL_LOGIN.finditer(text) if "://" in text else ():
        yield Span(*match.span("value"), DataClass.CREDENTIAL)
    for match in _RANDOM.finditer(text) if _KEY_WORDS.search(text) else ():
        around = text[max(0, match.start() - 48) : match.end() + 32]
        if _is_random(match[0]) and _KEY_WORDS.search(around.replace(match[0], " ")):
            yield _trimmed(match.start(), match[0])


def _codes_beside(text: str) -> Iterator[Span]:
    """A value straight behind its name, where only its mixed characters give it away."""
    for match in _NAMED_BARE.finditer(text):
        value = match["value"]
        if any(c.isdigit() for c in value) and any(c.isalpha() for c in value) and "/" not in value:
            yield _trimmed(match.start("value"), value)


def _key_blocks(text: str) -> Iterator[Span]:
    for match in _BLOCK.finditer(text):
        end = _BLOCK_END.search(text, match.end())
        yield Span(match.start(), end.end() if end else len(text), DataClass.CREDENTIAL)
        if not end:
            return


def _is_given(match: re.Match[str]) -> bool:
    """Whether "password is …" goes on with a password rather than with the sentence."""
    value = match["value"].rstrip(_TAIL)
    if len(value) < _SHORTEST_VALUE or value.startswith(("[", "<", "*")):
        return False
    if not value.isalpha():
        return any(c.isdigit() for c in value) or (
            len(set(value) - set("'-/.")) > _FEW
            and not value[0].isdigit()
            and (re.search(r"[^\w'./-]", value) is not None)
        )
    word = value.lower()
    if word in _NO_VALUE or word.endswith("ing") or "'" in value:
        return False
    rest = match.string[match.end("value") : match.end("value") + 40].lstrip(_TAIL)
    ends_here = not rest or match["value"] != value or rest.lstrip(" ").startswith(("and ", "but ", "\n"))
    return bool(match["quote"]) or match["link"].strip() in {":", "=", ":=", "=>"} or ends_here


def _trimmed(start: int, value: str) -> Span:
    kept = value.rstrip(_TAIL) or value
    return Span(start, start + len(kept), DataClass.CREDENTIAL)


def _is_mixed(value: str) -> bool:
    return len(value) >= _SHORTEST_KEY and (
        any(c.isdigit() for c in value) or sum(c.isupper() for c in value) > _FEW or len(value) > _LONG_KEY
    )


def _is_random(value: str) -> bool:
    """Whether a word looks drawn by lot: digits among letters, few repeats, not a web address."""
    digits = sum(c.isdigit() for c in value)
    letters = sum(c.isalpha() for c in value)
    return min(digits, letters) >= _FEW and len(set(value)) >= _MANY and "://" not in value
