"""Secrets told by what stands around them: key blocks, addresses with a log-in, command lines, headers, signatures."""

# ruff: noqa: E501 (a pattern is read in one piece)

import re
from collections.abc import Iterator
from typing import Final

from app.domain.detection.around import find_around
from app.domain.detection.credentials.values import is_key, is_placeholder
from app.domain.plain_text import caseless

_BLOCK: Final = re.compile(r"-----BEGIN[^\n]{0,100}?PRIVATE KEY", re.IGNORECASE)
_BLOCK_END: Final = re.compile(r"KEY(?: BLOCK)?-----")
_PUTTY: Final = re.compile(r"PuTTY-User-Key-File-[23]:")
_PUTTY_END: Final = re.compile(r"Private-MAC: *[0-9a-f]*")
_URL_LOGIN: Final = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,20}://[^\s/@:\"'<>]{0,80}:(?P<value>[^\s@\"'<>]{1,200})@[\w.${-][^\s\"']{0,400}",
    re.IGNORECASE,
)
_SCHEME_END: Final = re.compile("://")
_SCHEME, _LOGIN = 22, 710  # characters before and behind that sign
_HOOK: Final = re.compile(
    r"(?:https?://)?(?:hooks.slack.com/(?:services|workflows|triggers)/[\w+/-]{8,200}"
    r"|(?:(?<![\w.])[\w.]{1,40}\.)?discord(?:app)?\.com/api/(?:v[0-9]+/)?webhooks/[0-9]{10,20}/[\w-]{20,120}"
    r"|(?<![\w-])[\w-]{1,80}\.webhook\.office\.com/[^\s\"'<>]{10,400}|hooks\.zapier\.com/hooks/catch/[\w/-]{8,80}"
    r"|outlook\.office(?:365)?\.com/webhook/[^\s\"'<>]{20,400}|api\.telegram\.org/bot[^\s/\"'<>]{20,80}"
    r"|maker\.ifttt\.com/trigger/[^\s\"'<>]{4,60}/with/key/[\w-]{10,80}|chat\.googleapis\.com/v1/spaces/[^\s\"'<>]{10,300}"
    r"|hook(?:\.[a-z0-9]{2,4})?\.make\.com/\w{20,60}|(?<![\w-])[\w-]{1,60}\.logic\.azure\.com[^\s\"'<>]{10,500})",
    re.IGNORECASE,
)
_HOOK_PARTS: Final = (
    "slack",
    "discord",
    "webhook",
    "zapier",
    "telegram",
    "ifttt",
    "googleapis",
    "make.com",
    "logic.azure",
)
_FIELD_PARTS: Final = ("key=", "shared", "sig=", "pwd=", "password=")
_IN_QUERY: Final = re.compile(
    r"[?&;](?:(?:access|auth|refresh|id|api|app|session|reset|login|magic|invite|share|private|secret)?[-_]?(?:token|key|secret|sig|signature|password|passwd|pwd|jwt)"
    r"|sid|sessionid|x-amz-(?:signature|credential|security-token)|code_verifier)=(?P<value>[^\s&\"'<>#;]{8,2000})"
)
_FIELD: Final = re.compile(
    r"(?:accountkey|sharedaccesskey|sharedsecret|sharedaccesssignature|sig|pwd|password)=(?P<value>[^\s;&\"'<>]{4,400})"
)
_PASSED: Final = re.compile(r".(?:password|passwd|pwd)=")
_CURL: Final = re.compile(
    r"(?<=[\s'\"])(?:(?:-u|--user)(?:=|[ \t]{0,5})(?:\"[^\"]{3,200}\"?|'[^']{3,200}'?|[^\s:\"']{1,100}:[^\s]{2,200})"
    r"|(?:-H|--header)(?:=|[ \t]{0,5})[\"']?(?:Authorization|[\w-]{0,30}(?:key|token|secret|auth|pat))[\"']?\s{0,3}:\s{0,5}[^\n\"']{3,400})",
    re.IGNORECASE,
)
_COMMAND_REACH: Final = 1000
_HEADER: Final = re.compile(
    r"\b(?:(?:bearer|basic|digest)\s{1,3}|(?:proxy-)?authorization[\"']?\s{0,2}[:=]\s{0,2}[\"']?(?:(?:bearer|basic|token|apikey|aws4-hmac-sha256|geniekey"
    r"|ssws|splunk)[ \t]{1,3})?|(?:set-)?cookie:\s{0,3}[\w.-]{1,60}=|x-[a-z-]{0,30}(?:key|token|secret|auth|signature):\s{0,3})(?P<value>[\w=~@.+/:%-]{8,2000})"
)
_HEADER_WORDS: Final = ("bearer", "basic ", "digest ", "authorization", "cookie:", "x-")
_OPTION: Final = re.compile(
    r"\b(?:mysql(?:dump|admin)?|mariadb|sshpass|redis-cli|mongo(?:sh)?|docker login|unzip|7z)\b[^\n]{0,200}?\s(?:-p|-a|--password[= ])[\"']?(?P<value>[^\s\"'-][^\s\"']{3,100})"
)
_NUGET: Final = re.compile(
    r"<add key=\"(?:ClearText)?Password\"\s{0,40}value=\"[^\n]{1,200}?\"\s{0,40}/>", re.IGNORECASE
)
_MANIFEST: Final = re.compile(
    r"kind:[ \t]*[\"']?secret.{0,220}?data:.{0,400}?(?=\n\S|\Z)|\bdata:.{0,400}?kind:[ \t]*[\"']?secret[\"']?",
    re.IGNORECASE | re.DOTALL,
)


def find_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield private keys with their first and last lines, to the end of the text where the last is missing."""
    for begins, ends in ((_BLOCK, _BLOCK_END), (_PUTTY, _PUTTY_END)):
        place = 0
        while match := begins.search(text, place):
            dashes = text.find("-----", match.end())
            end = ends.search(text, dashes + 5 if 0 <= dashes < match.end() + 20 else match.end())
            place = end.end() if end else len(text)
            yield match.start(), place


def find_in_addresses(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yield passwords inside addresses, addresses that are secrets themselves, and signatures in their queries."""
    if "@" in text and "://" in text:
        for match in find_around(_URL_LOGIN, text, _SCHEME_END, before=_SCHEME, behind=_LOGIN):
            if not is_placeholder(match["value"]):
                yield match.span()
    if "/" in text and any(part in lower for part in _HOOK_PARTS):
        for match in _HOOK.finditer(text):
            yield match.span()
    if "=" not in text:
        return
    for pattern, marks in ((_IN_QUERY, "?&;"), (_FIELD, _FIELD_PARTS)):
        for match in pattern.finditer(caseless(text)) if any(mark in lower for mark in marks) else ():
            start, end = match.span("value")
            value = text[start:end]
            if not is_placeholder(value) and (pattern is _FIELD or is_key(value) or _PASSED.match(match[0])):
                yield start, end


def find_in_commands(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yield command lines that carry a log-in, whole, and the values of headers."""
    for match in _CURL.finditer(text) if "curl" in lower else ():
        begin = lower.rfind("curl", max(0, match.start() - _COMMAND_REACH), match.start())
        value = match[0].rpartition(":")[2].rpartition(" ")[2]
        if begin >= 0 and not (value and is_placeholder(value)):
            yield begin, match.end()
    if " -" in text:
        for match in _OPTION.finditer(text):
            if not is_placeholder(match["value"]):
                yield match.span("value")
    for match in _HEADER.finditer(caseless(text)) if any(word in lower for word in _HEADER_WORDS) else ():
        start, end = match.span("value")
        if is_key(text[start:end]):
            yield start, end


def find_in_files(text: str, lower: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of configuration files that hold nothing else."""
    if "<add" in lower:
        yield from (match.span() for match in _NUGET.finditer(text))
    if "kind:" in lower and "data:" in lower:
        yield from (match.span() for match in _MANIFEST.finditer(text))
