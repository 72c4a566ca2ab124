"""Reading a stretch of text for names: the words that the model is sure of, and what goes on with them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, compress, count, repeat
from operator import and_, itemgetter
from typing import Final, NamedTuple

from app.domain.detection.names import model, titles

SURE: Final = 2.0  # a word that makes a name
LIKELY: Final = -1.8  # a word that goes on with one
FAMILY_LIKELY: Final = -4.8  # and a family name that is no ordinary word
_SEVERAL: Final = 3  # times that a word is read, of which
_SHARE: Final = 0.5  # this share at least must be as a name
_CALLED_AFTER: Final = 9.0  # what a thing of the same name takes from the score,
_INTRODUCED: Final = 6.0  # and where somebody says or signs who they are
_FILLERS: Final = (model.FILLER,) * model.REACH
_JOINT: Final = re.compile(r" {1,2}|-|'|\. ?")
_WORK: Final = 10  # what a new word or a score costs, in tokens; a find costs twice as much


def _capital_pairs(tokens: list[str]) -> list[int]:
    """List where two words with a capital follow each other."""
    capital = list(map(str.isupper, map(itemgetter(0), tokens)))
    return list(compress(count(), map(and_, capital, capital[1:])))


class Found(NamedTuple):
    """A name with its title and what else belongs to it, and the name alone within."""

    start: int
    end: int
    first: int
    last: int


class Reader:
    """Reads stretches of one text; what it has read once costs nothing where it stands again."""

    def __init__(self, text: str) -> None:
        """Case tells nothing in a text of one case."""
        self.text = text
        self.telling = not (text.islower() or text.isupper())
        self.work = 0
        self._seen: Counter[str] = Counter()
        self._named: Counter[str] = Counter()
        self._scores: dict[tuple[str, ...], float] = {}
        self._words: dict[str, model.Word] = {}

    def read(self, start: int, end: int) -> Iterator[Found]:
        """Yield the names between two places."""
        matches = list(model.TOKEN.finditer(self.text, start, end))
        tokens = [match[0] for match in matches]
        places = [match.span() for match in matches]
        self._seen.update(tokens)
        scores = self._scored(tokens)
        if self.telling:
            pairs = _capital_pairs(tokens)
            for at in chain(self._full_names(tokens, places, pairs), self._introduced(tokens, places, pairs)):
                scores[at] = scores[at + 1] = max(SURE + 1, scores[at])
        for at in [at for at, score in enumerate(scores) if score > LIKELY]:
            if self._is_called_after(places, at):
                scores[at] -= _INTRODUCED if titles.tells(tokens, at) else _CALLED_AFTER
        self.work += len(tokens)
        reached = start
        for at in [at for at, score in enumerate(scores) if score > SURE]:
            if places[at][0] >= reached:
                first, last = self._grown(places, scores, at)
                reached = places[last][1]
                self.work += 2 * _WORK
                self._named.update(tokens[first : last + 1])
                yield from self._trimmed(tokens, places, first, last)

    def is_outvoted(self, found: Found) -> bool:
        """Tell whether every word of a name was read several times, and mostly as no name; a title leaves no doubt."""
        if found.start < found.first and self.text[found.start].isupper():
            return False
        seen, named = self._seen, self._named
        words = model.TOKEN.findall(self.text, found.first, found.last)
        return all(seen[word] >= _SEVERAL and named[word] < seen[word] * _SHARE for word in words)

    def _scored(self, tokens: list[str]) -> list[float]:
        around = [*_FILLERS, *tokens, *_FILLERS]
        self._learn(around)
        words = [self._words[token] for token in around]
        scores = [model.NEVER] * len(tokens)
        for at in [at for at, word in enumerate(words) if word.alone > model.HOPELESS]:
            scores[at - model.REACH] = self._score(words, at, around)
        for at in titles.titled(tokens, telling=self.telling):
            scores[at] = SURE + 1
        return scores

    def _learn(self, tokens: list[str]) -> None:
        """Weigh the tokens that were not seen before."""
        new = list(set(tokens).difference(self._words))
        self._words.update(zip(new, map(model.word, new, repeat(self.telling)), strict=True))
        self.work += _WORK * len(new)

    def _full_names(self, tokens: list[str], places: list[tuple[int, int]], pairs: list[int]) -> Iterator[int]:
        """Tell where a given name that is nothing else stands before a family name that is no ordinary word."""
        for at in pairs:
            if (
                model.membership(tokens[at].lower()) in model.ONLY_NAMES
                and model.is_family(tokens[at + 1].lower())
                and places[at + 1][0] - places[at][1] == 1
                and not self._is_called_after(places, at)
            ):
                yield at

    def _introduced(self, tokens: list[str], places: list[tuple[int, int]], pairs: list[int]) -> Iterator[int]:
        """Tell where somebody says who they are: a given name and a family name, whatever else the two words mean."""
        for at in pairs:
            one, other = tokens[at : at + 2]
            if (
                at > 0
                and one[1:].islower()
                and other[1:].islower()
                and titles.introduces(tokens, at)
                and model.membership(one.lower()) >> model.GIVEN & 1
                and model.membership(other.lower()) >> model.FAMILY & 1
                and places[at + 1][0] - places[at][1] == 1
                and not self._is_called_after(places, at)
            ):
                yield at

    def _is_called_after(self, places: list[tuple[int, int]], at: int) -> bool:
        """Tell whether a thing is called by a word together with its neighbours."""
        return any(
            model.is_called_after(self.text[places[first][0] : places[last][1]].lower())
            for first, last in ((at - 1, at), (at, at + 1), (at - 2, at), (at, at + 2))
            if first >= 0 and last < len(places)
        )

    def _score(self, words: list[model.Word], at: int, around: list[str]) -> float:
        key = tuple(around[at - 3 : at + 3])
        score = self._scores.get(key)
        if score is None:
            self.work += _WORK
            score = self._scores[key] = model.score(words, at)
        return score

    def _grown(self, places: list[tuple[int, int]], scores: list[float], at: int) -> tuple[int, int]:
        """Add the likely words before and after a sure one."""
        first = last = at
        while (before := self._step(places, scores, first, -1)) is not None:
            first = before
        while (after := self._step(places, scores, last, 1)) is not None:
            last = after
        return first, last

    def _step(self, places: list[tuple[int, int]], scores: list[float], at: int, way: int) -> int | None:
        """Find the next word of the name, over a full stop, a hyphen or particles."""
        other = at + way
        for _ in range(4):
            if not (0 <= other < len(places)):
                return None
            low, high = sorted((other, other - way))
            if not _JOINT.fullmatch(self.text, places[low][1], places[high][0]) and places[low][1] != places[high][0]:
                return None
            shown = self.text[slice(*places[other])]
            if shown in ".-'":
                if shown == "." and places[other][0] - places[other - 1][0] != 1:
                    return None
            elif self._goes_on(shown, scores[other], places[other], way):
                return other
            elif shown.lower() not in titles.PARTICLES:
                return None
            other += way
        return None

    def _goes_on(self, shown: str, score: float, place: tuple[int, int], way: int) -> bool:
        """Tell of a word whether it belongs to the name beside it: a likely one does, and an initial before it."""
        if self._is_initial(shown, place, way):
            return True
        if shown.lower() in titles.ALL:
            return False
        if way > 0 and score > FAMILY_LIKELY and model.is_family(shown.lower()):
            return True
        return score > LIKELY

    def _is_initial(self, shown: str, place: tuple[int, int], way: int) -> bool:
        """Tell whether a letter before a name, or right behind one, is short for another."""
        start, end = place
        dotted = len(shown) == 1 and shown.isupper() and self.text[end : end + 1] == "."
        return dotted and (way < 0 or (self.text[start - 2 : start - 1].isalpha() and self.text[start - 1] == " "))

    def _trimmed(self, tokens: list[str], places: list[tuple[int, int]], first: int, last: int) -> Iterator[Found]:
        """Take in a title before and a suffix behind, and leave out the ending of a possessive."""
        shown = tokens[first].lower()
        if last == first and (len(shown) == 1 or shown in titles.PARTICLES | titles.ALL):
            return
        opening = titles.opening(tokens, first)
        after = titles.BEHIND.match(self.text, places[last][1])
        start, name = places[opening][0], places[first][0]
        end = after.end() if after else places[last][1]
        if self.text[start:end].endswith(("'s", "'S")):
            end -= 2
        if opening == first or not titles.BRAND.fullmatch(self.text, start, end):
            yield Found(start, end, name, min(end, places[last][1]))
