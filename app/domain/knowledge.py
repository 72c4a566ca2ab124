"""Knowledge: passages of a tenant's published articles, and the port that searches them."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Passage:
    """One section of an article. `id` is the file and section, `url` where the article is published, if it says so.

    `coverage` is the share (0 to 1) of the question's telling words that the passage holds, weighted by rarity.
    """

    id: str
    title: str
    section: str
    text: str
    coverage: float
    url: str | None = None


class Knowledge(Protocol):
    """Search over one tenant's articles."""

    def search(self, tenant: str, workflow: str, question: str, limit: int) -> list[Passage]:
        """Return the best passages first, none where nothing telling matches. In process, no I/O."""
        ...
