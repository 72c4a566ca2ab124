"""What each language has to say: the sentences that the service itself sends, and the kinds of data they name."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.data_class import DataClass


@dataclass(frozen=True, slots=True)
class Words:
    """One language's sentences, addressed as the chat's own words are (`widgets/customer/texts`).

    `{contact}` stands for where else to write, before a space or a mark that the chat takes for the end of an address.
    `{what}` stands for `kinds`, which have the form that `unwanted` asks for.
    """

    unwanted: str
    kinds: Mapping[DataClass, str]
    between: str
    """Stands between two kinds."""
    some_kind: str
    """Stands for the kinds where none is known."""
    removed: str
    """Said of what is never kept."""
    elsewhere: str
    injection: str
    refused: str
    closed: str
    cut_short: str
    space: str = " "
    """Stands between two sentences."""
