"""Patterns that are compiled when they are first tried: a start that compiles the largest takes a twentieth longer."""

import re
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Late:
    """A pattern of which most messages need nothing, or that is large."""

    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled by whoever asks first."""
        return re.compile(self.source)
