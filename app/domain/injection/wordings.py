"""Many wordings as one pattern that is quick where none of them begins."""

import re
from collections.abc import Sequence

Wording = tuple[str, str]
"""The words that may come first, without groups, and what follows them."""


def any_of(wordings: Sequence[Wording], *others: str) -> re.Pattern[str]:
    """Match any of these where a word begins: the first words stand in front once more, by themselves."""
    first = "|".join(sorted({word for words, _ in wordings for word in words.split("|")}))
    whole = "|".join((*(f"(?:{words}){rest}" for words, rest in wordings), *others))
    return re.compile(rf"\b(?={first})(?:{whole})")
