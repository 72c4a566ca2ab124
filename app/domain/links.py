"""Links in replies: only allowed hosts stay; of anything else the words remain and the address goes."""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

REMOVED = "(link removed)"

_MARKDOWN = re.compile(r"(!?)\[([^\[\]\n]{0,400})\]\(\s*<?([^()\s<>]{0,2000})>?[^()\n]{0,200}\)")
# No letter of another script may shelter an address: what stands before it is looked at in ASCII alone.
_SCHEME = r"(?<![A-Za-z0-9])(?:javascript|vbscript|data|file|blob|mailto|tel):"
_BEGIN = r"(?:(?:(?<![A-Za-z0-9])[a-z][a-z0-9+.\-]{1,20}:)?//|(?<![A-Za-z0-9])www\.)"
_NEVER = r" \t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000<>\"`"
# A host goes on as far as any reader takes it: brackets, quotes and signs of every script may stand in its name.
_HOST = rf"[^/?#\\{_NEVER}]"
# Behind it, scripts that write without spaces end an address, as they end a word.
_REST = rf"[^{_NEVER}\u3000-\u9fff\uac00-\ud7af]"
_BARE = re.compile(
    rf"{_BEGIN}(?=[^{_NEVER}]){_HOST}*(?:[/?#\\]{_REST}*)?|{_SCHEME}(?=[^{_NEVER}]){_REST}*", re.IGNORECASE
)
# What stands before an @ is no host, whatever it looks like, and Markdown's signs may stand there as well.
_WITH_USER = re.compile(rf"{_BEGIN}{_HOST}*@{_HOST}*(?:[/?#\\]{_REST}*)?", re.IGNORECASE)
_UNFINISHED = re.compile(rf"{_BEGIN}{_HOST}*\Z", re.IGNORECASE)
_OPENING, _GOING_ON = "([{\"'\u201c\u201e\u00ab", (":", "/", "\\", ".", "@")
_AFTER = ".,;:!?)]}'*_~…"
"""What may stand behind an address without being of it."""
_MAY_HOLD_LINK = re.compile(rf"//|\]\(|www\.|{_SCHEME}", re.IGNORECASE)
_OF_LINKS = (":", "//", "](")
"""One of these, or `www.`, stands in whatever may hold a link; looking for them costs a tenth."""
_STRAY_LINK = re.compile(r"\](?=\()")


def only_allowed_links(text: str, link_hosts: Collection[str], image_hosts: Collection[str]) -> str:
    """Return the text with every link and image gone that does not lead to an allowed host."""
    if not (any(map(text.__contains__, _OF_LINKS)) or "www." in text.lower()) or not _MAY_HOLD_LINK.search(text):
        return text

    def markdown(match: re.Match[str]) -> str:
        image, words, address = match.groups()
        words = bare_links(words, link_hosts)
        if host_of(address) in (image_hosts if image else link_hosts):
            return f"{image}[{words}]({address})"
        # What is left of a link must not make an address of what stands beside it.
        before, behind = text[: match.start()][-1:], text[match.end() :][:1]
        start = "" if not before or before.isspace() or before in _OPENING else " "
        end = " " if words.endswith(_GOING_ON) and behind and not behind.isspace() else ""
        return f"{start}{words or REMOVED}{end}"

    text = _WITH_USER.sub(REMOVED, text)
    hosts, parts, at = {*link_hosts, *image_hosts}, [], 0
    for match in _MARKDOWN.finditer(text):
        # What is not taken for a link here must not become one where it is shown.
        parts += [bare_links(_STRAY_LINK.sub("] ", text[at : match.start()]), hosts), markdown(match)]
        at = match.end()
    return "".join((*parts, bare_links(_STRAY_LINK.sub("] ", text[at:]), hosts)))


def bare_links(text: str, hosts: Collection[str]) -> str:
    """Take addresses out that stand by themselves."""
    return _BARE.sub(lambda match: match[0] if host_of(match[0].rstrip(_AFTER)) in hosts else REMOVED, text)


def unfinished_host(text: str, start: int, end: int) -> int | None:
    """Return where an address begins, from `start` on, whose host may go on behind `end`; None if there is none."""
    if text.find("//", start, end) < 0 and text[start:end].lower().find("www.") < 0:
        return None
    match = _UNFINISHED.search(text, start, end)
    return match.start() if match else None


def host_of(address: str) -> str | None:
    """Return the host of a plain web address; None for any other scheme, a port, a user name or a trick."""
    if "\\" in address or any(c.isspace() or not c.isprintable() for c in address):
        return None
    if address.lower().startswith("www."):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or port is not None:
        return None
    return parts.hostname
