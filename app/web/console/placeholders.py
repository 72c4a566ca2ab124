"""Placeholders in a text, so that a page can offer to reveal each one where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.adapters.db.vault import PLACEHOLDER


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; `placeholder` names the value behind it, `revealed` is that value where it was asked for."""

    text: str
    placeholder: str | None = None
    revealed: str | None = None


def parts_of(text: str, revealed: Mapping[str, str]) -> list[Part]:
    """Cut a text at its placeholders; `revealed` holds values by placeholder."""
    parts, end = list[Part](), 0
    for match in PLACEHOLDER.finditer(text):
        if match.start() > end:
            parts.append(Part(text[end : match.start()]))
        parts.append(Part(match[0].strip("[]"), match[0], revealed.get(match[0])))
        end = match.end()
    if end < len(text) or not parts:
        parts.append(Part(text[end:]))
    return parts
