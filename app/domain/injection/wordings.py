"""Many wordings as one pattern that is quick where none of them begins."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from app.domain.late import Late

Wording = tuple[str, str]
"""The words that may come first, without groups, and what follows them."""


def any_of(wordings: Sequence[Wording], *others: str) -> Late:
    """Match any of these where a word begins: the first words stand in front once more, letter by letter."""
    words = sorted({word for first, _ in wordings for word in first.split("|")})
    begins = "|".join(
        f"{letter}(?:{'|'.join(word[1:] for word in alike)})" for letter, alike in groupby(words, itemgetter(0))
    )
    whole = "|".join((*(f"(?:{first}){rest}" for first, rest in wordings), *others))
    return Late(rf"\b(?={begins})(?:{whole})")
