"""Links in replies: only allowed hosts stay; of anything else the words remain and the address goes."""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

REMOVED = "(link removed)"

_MARKDOWN = re.compile(r"(!?)\[([^\[\]\n]{0,400})\]\(\s*<?([^()\s<>]{0,2000})>?[^()\n]{0,200}\)")
# No letter of another script may shelter an address: what stands before it is looked at in ASCII alone.
_SCHEME = r"(?<![A-Za-z0-9])(?:javascript|vbscript|data|file|blob|mailto|tel):"
_BARE = re.compile(
    r"(?:(?<![A-Za-z0-9])[a-z][a-z0-9+.\-]{1,20}:)?//[^\s<>()\[\]\"'`]+"
    r"|(?<![A-Za-z0-9])www\.[^\s<>()\[\]\"'`]+"
    rf"|{_SCHEME}[^\s<>()\[\]\"'`]+",
    re.IGNORECASE,
)
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
        return words or REMOVED

    parts, at = [], 0
    for match in _MARKDOWN.finditer(text):
        # What is not taken for a link here must not become one where it is shown.
        parts += [_STRAY_LINK.sub("] ", text[at : match.start()]), markdown(match)]
        at = match.end()
    text = "".join((*parts, _STRAY_LINK.sub("] ", text[at:])))
    return bare_links(text, {*link_hosts, *image_hosts})


def bare_links(text: str, hosts: Collection[str]) -> str:
    """Take addresses out that stand by themselves."""
    return _BARE.sub(lambda match: match[0] if host_of(match[0].rstrip(".,;:!?")) in hosts else REMOVED, text)


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
