"""Card digits behind other signs: the letter O for a zero, and what a web page writes for a space."""

import re
from typing import Final

from app.domain.detection.cues import Cues

# What stands for a space or a dash where text was copied from a page's source.
_ENTITY: Final = re.compile(
    r"(?<=[0-9oOlI])(?:[ -]?(?:&(?:#[0-9]{1,5}|#x[0-9a-f]{1,5}|[a-z]{2,8});|%2[0d]|<br ?/?>"
    r"|\\[nrt]|\\u[0-9a-f]{4}|\\x[0-9a-f]{2})){1,3}[ -]?(?=[0-9oOlI])",
    re.IGNORECASE,
)
_MARKS: Final = ("&", "%", "<", "\\")
_LETTERED: Final = re.compile(r"(?<![^\W_])[0-9OolI](?:[ \x00.-]{0,2}[0-9OolI]){11,22}(?![^\W_])")
_IMITATED: Final = re.compile(r"[OolI](?=[ .-]?[0-9OolI])|(?<=[0-9])[OolI]")
_MEANT: Final = str.maketrans("OolI", "0011")
_FEWEST: Final = 4  # digits among them
_GROUPS: Final = re.compile(r"\S{4}(?:\S\S)?[^0-9OolI]\S{4,6}[^0-9OolI]\S{4,5}(?:[^0-9OolI]\S{1,4})?")


def as_digits(text: str, cues: Cues) -> str:
    """Write the digits that are meant, each in its place: `4OOO` as `4000`, `&nbsp;` as zero bytes."""
    if any(mark in text for mark in _MARKS):
        text = _ENTITY.sub(lambda match: "\x00" * len(match[0]), text)
    if not _IMITATED.search(text):
        return text

    def digits(match: re.Match[str]) -> str:
        said = match[0]
        if sum(map(str.isdigit, said)) < _FEWEST or not (cues.has_card or _GROUPS.fullmatch(said)):
            return said
        return said.translate(_MEANT)

    return _LETTERED.sub(digits, text)
