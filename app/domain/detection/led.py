"""Patterns that a word leads: they are tried only where it stands."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain
from typing import Any, Final

from app.domain.detection.words import KEY, LEADS, Words

# How a pattern may begin is read off its parsed form; the library has no public way to it.
op, parser = import_module("re._constants"), import_module("re._parser")

_WORD: Final = re.compile(r"[^\W\d_]+|(?<![^\W_])[0-9]{1,2}(?=[ -]?[^\W\d_])")
_MANY: Final = 200  # signs that may stand in one place of a beginning


class Led:
    """A pattern for text in lower case; each match begins where a word does, or a short number before one."""

    def __init__(self, pattern: str) -> None:
        """Compile it, and read off it how a match may begin. Raises ValueError where that may be elsewhere."""
        self.pattern = re.compile(pattern)
        beginnings = frozenset(chain.from_iterable(_read(parser.parse(pattern), {""})))
        if not all(map(_WORD.match, beginnings)):
            raise ValueError("A match of this pattern may begin elsewhere: let it begin with a word.")
        self.long = frozenset(one for one in beginnings if len(one) == KEY)
        self.short = beginnings - self.long
        LEADS.update(self.long)

    def matches(self, words: Words) -> Iterator[re.Match[str]]:
        """Yield what its `finditer` would."""
        lower, begun = words.lower, words.begun
        places = [begun[key] for key in begun.keys() & self.long]
        places += [found for short in self.short if (found := list(_all(short, lower)))]
        reached = 0
        for place in sorted(chain.from_iterable(places)):
            if place >= reached and (match := self.pattern.match(lower, place)):
                yield match
                reached = match.end()


def _all(short: str, lower: str) -> Iterator[int]:
    place = lower.find(short)
    while place >= 0:
        yield place
        place = lower.find(short, place + 1)


def _read(parsed: Any, begun: set[str]) -> tuple[set[str], set[str]]:  # noqa: ANN401  # the library's own, as below
    """Go on from what was read with a part of a pattern: what may still go on, and what has been read far enough."""
    read: set[str] = set()
    for kind, what in parsed:
        if kind in _PLACES or not begun:
            continue
        if kind in _REPEATS:
            least, most, part = what
            begun, far = _repeated(part, begun, least, most)
        elif kind in _WAYS:
            ways = [_read(part or (), begun) for part in _WAYS[kind](what)]
            begun, far = set().union(*(way[0] for way in ways)), set().union(*(way[1] for way in ways))
        else:
            signs = _signs(kind, what)
            longer = {one + sign for one in begun for sign in signs}
            far = {one for one in longer if len(one) == KEY} if signs else begun
            begun = longer - far
        read |= far
    return begun, read


def _repeated(part: Any, begun: set[str], least: int, most: int) -> tuple[set[str], set[str]]:  # noqa: ANN401
    """Go on with a part that comes several times, or not at all."""
    after, read = set(begun) if not least else set(), set()
    for times in range(1, min(most, KEY) + 1):
        begun, far = _read(part, begun)
        read |= far
        if times >= least:
            after |= begun
    return after, read


def _signs(kind: Any, what: Any) -> list[str]:  # noqa: ANN401
    """List the signs that may stand here, none where they are too many to tell."""
    if kind is op.LITERAL:
        return [chr(what)]
    signs: list[str] = []
    for one, which in what if kind is op.IN else ():
        if one is op.RANGE and which[1] - which[0] < _MANY:
            signs += map(chr, range(which[0], which[1] + 1))
        elif one is op.LITERAL:
            signs.append(chr(which))
        else:
            return []
    return signs


_PLACES: Final = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
_REPEATS: Final = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_WAYS: Final[dict[Any, Callable[[Any], Any]]] = {
    op.SUBPATTERN: lambda what: what[-1:],
    op.ATOMIC_GROUP: lambda what: [what],
    op.BRANCH: lambda what: what[1],
    op.GROUPREF_EXISTS: lambda what: what[1:],
}
