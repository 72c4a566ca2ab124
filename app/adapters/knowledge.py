"""Knowledge: in-memory search over each tenant's published articles, fast enough to run within a turn."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from pathlib import Path
from weakref import WeakValueDictionary

from app.adapters.articles import Section, article_files, sections_of
from app.domain.knowledge import Passage
from app.domain.telling_words import telling_words
from app.domain.tenant import Tenant
from app.references import ReferenceRefused, inside, stamp_of

LONGEST_QUESTION = 4_000
MOST_WORDS = 24
FLOOR = 0.5
"""The share of a question that a passage must cover to be an answer to it."""
LONG_FLOOR = 0.34
"""The share that is enough where a passage holds `_SEVERAL` telling words: people tell stories around a question."""

_SEVERAL = 3
_OVERVIEW = 1.5
_TITLE_WEIGHT, _SECTION_WEIGHT = 2, 3
_K1, _B = 1.2, 0.75  # BM25's usual saturation and length correction


class KnowledgeIndex:
    """Holds one index for each workflow; workflows with the same articles share it. Empty until it is loaded."""

    def __init__(self, config_dir: Path) -> None:
        self._config_dir = config_dir
        self._indexes: dict[tuple[str, str], _Index] = {}
        self._by_content: WeakValueDictionary[object, _Index] = WeakValueDictionary()

    def refresh(self, tenant_id: str, tenant: Tenant | None) -> None:
        """Take a tenant's articles as they stand now; None forgets it. Made for `Tenants.feed`."""
        workflows = tenant.workflows if tenant else {}
        for gone in [key for key in self._indexes if key[0] == tenant_id and key[1] not in workflows]:
            del self._indexes[gone]
        for name, workflow in workflows.items():
            self.load(tenant_id, name, [self._config_dir / folder for folder in workflow.knowledge])

    def load(self, tenant_id: str, workflow: str, folders: Sequence[Path]) -> None:
        """Index the articles of some folders; what was there keeps answering until the new index is whole."""
        files = dict.fromkeys(path for folder in folders for path in self._articles(folder))
        content = tuple((path, stamp_of(path)) for path in files)
        index = self._by_content.get(content) or _Index(list(self._sections(files)))
        self._by_content[content] = self._indexes[tenant_id, workflow] = index

    def search(self, tenant: str, workflow: str, question: str, limit: int) -> list[Passage]:
        """Return the best passages first, none where nothing telling matches. In process, no I/O."""
        index = self._indexes.get((tenant, workflow))
        return index.search(question, limit) if index else []

    def _articles(self, folder: Path) -> Iterator[Path]:
        """List a folder's articles but those that a link places outside the config folder."""
        for path in article_files(folder):
            try:
                yield inside(self._config_dir, str(path))
            except ReferenceRefused:
                continue

    def _sections(self, files: dict[Path, None]) -> Iterator[Section]:
        for path in files:
            name = path.relative_to(self._config_dir.resolve()).as_posix()
            yield from sections_of(name, path.read_text(encoding="utf-8", errors="replace"))


class _Index:
    """BM25 over sections; what a word adds to a section's score is worked out when the index is made."""

    def __init__(self, sections: list[Section]) -> None:
        self._sections = sections
        self._often = counts = [_weighted(section) for section in sections]
        average = sum(count.total() for count in counts) / len(counts) if counts else 1.0
        found_in = Counter(word for count in counts for word in count)
        self._rarity = {word: self._idf(number) for word, number in found_in.items()}
        self._unknown = self._idf(0)
        self._adds: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, count in enumerate(counts):
            length = _K1 * (1 - _B + _B * count.total() / average)
            for word, often in count.items():
                self._adds[word].append((place, self._rarity[word] * often * (_K1 + 1) / (often + length)))

    def search(self, question: str, limit: int) -> list[Passage]:
        """Return passages that cover enough of the question, the best first.

        A question of one telling word is answered by what is about it: a heading names it, or the text does twice.
        """
        words = _first_words(question)
        whole = sum(self._rarity.get(word, self._unknown) for word in words)
        scores: dict[int, float] = defaultdict(float)
        covered: dict[int, float] = defaultdict(float)
        matches: dict[int, int] = defaultdict(int)
        for word in words:
            rarity = self._rarity.get(word, 0.0)
            for place, add in self._adds.get(word, ()):
                scores[place] += add
                covered[place] += rarity
                matches[place] += 1
        good = [
            (score * (covered[place] / whole) ** 2 * self._overview(place, words), -place)
            for place, score in scores.items()
            if covered[place] >= whole * (LONG_FLOOR if matches[place] >= _SEVERAL else FLOOR)
            and (len(words) > 1 or self._often[place][words[0]] > 1)
        ]
        return [self._passage(-place, covered[-place] / whole) for _, place in nlargest(limit, good)]

    def _overview(self, place: int, words: list[str]) -> float:
        """Prefer an article's opening where a question is but one word: it asks for the whole of it."""
        section = self._sections[place]
        return _OVERVIEW if len(words) == 1 and section.section == section.title else 1.0

    def _passage(self, place: int, coverage: float) -> Passage:
        section = self._sections[place]
        return Passage(section.id, section.title, section.section, section.text, min(coverage, 1.0), section.url)

    def _idf(self, found_in: int) -> float:
        return math.log(1 + (len(self._sections) - found_in + 0.5) / (found_in + 0.5))


def _first_words(question: str) -> list[str]:
    """List the first telling words that differ; no more are looked at, whatever is sent."""
    words: dict[str, None] = {}
    for word in telling_words(question[:LONGEST_QUESTION]):
        words[word] = None
        if len(words) == MOST_WORDS:
            break
    return list(words)


def _weighted(section: Section) -> Counter[str]:
    """Count a section's telling words, those of its headings several times."""
    count = Counter(telling_words(section.text))
    headings = {section.title: _TITLE_WEIGHT, section.section: _SECTION_WEIGHT}  # an opening has one heading
    for text, weight in headings.items():
        for word in telling_words(text):
            count[word] += weight
    return count
