"""Sentences of other languages, word for word in English: enough to hear who is spoken of, and how.

A dictionary is one file a language beside the models, a line for each English word or two: `kill: toten umbring*`. A
word with `*` stands for all that begin with it, `_` for a space; `-` is what English leaves out. All are read when
the first sentence of any of them comes.
"""

# ruff: noqa: E501 (a list of words is read in one piece)

from collections.abc import Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from pathlib import Path
from sys import intern
from typing import Final, NamedTuple

from app.domain.moderation.gloss_kinds import TELLING as CUES
from app.domain.moderation.wording import Wordings

MANY_KNOWN: Final = 0.5
"""Share of a sentence's words that a dictionary must know."""
_FOLDER: Final = Path(__file__).parents[1] / "weights"
_SHORTEST_STEM: Final = 3
_LANE: Final = 9
"""Bits for the count of a language in a sum: a sentence has no more than 300 words."""

COMMON: Final = {
    "de": "ich du nicht und ist sind mich mir dich dir euch ihr sie eine einen deine dein meine auf von fur zu dass wenn hast werde wird soll sollte sollten wie gehoren kein keine ein zum zur der das den wir jeder jede euer unser muss habe bist juden muslime moslems schwule schwulen frauen weiber auslander turken schwarze schwarzen zigeuner behinderte fluchtlinge transen lesben araber neger kanaken",
    "fr": "de je tu vous nous les des est sont etes une dans ne pas mes vos votre sur avec qui que c'est cette ces tous il elle ils aux suis ont j'ai ta leur du mon ton notre chaque faut devrait tout juifs musulmans femmes arabes noirs pedes immigres etrangers handicapes homosexuels homos gitans migrants refugies lesbiennes negres",
    "es": "de el los una unos eres que por para muy mi tu tus te todos todas estos esos esas del estas vuestra quiero como soy estoy cuando nadie hay esta este tienen deberia sois mis su sus ser les cada ojala la con judios musulmanes mujeres gitanos negros inmigrantes homosexuales maricones discapacitados extranjeros moros lesbianas refugiados puta unas soporto vete",
    "it": "il gli una che di sono sei siete con questi questo tutti tutte mi ti vi della dei delle nel io tuo tua vostra voglio le alla ogni siamo tuoi mia miei nostro devono dovrebbe dal piu anche quando nessuno ho hai ebrei musulmani donne zingari negri immigrati omosessuali froci disabili stranieri lesbiche profughi neri sopporto dalla nella suoi questa sta sui",
    "pt": "de uma uns nao voce voces que com sao para todos todas essas esses estes dos das meu minha teu tua na vou quero tem seu sua mais ele eles ela elas ser foi cada quando ninguem deviam queria por meus um muito isso judeus muculmanos mulheres ciganos pretos negros imigrantes homossexuais viados deficientes estrangeiros lesbicas refugiados odeio suporto nos aos nas pelo pela minhas este esse vai",
    "nl": "de ik je jij jullie het een niet zijn dat deze van voor naar mijn jouw jou zo moet moeten zou wil dan als ook te om bij wie aan elke hun ze joden moslims vrouwen zigeuners zwarten buitenlanders homo's gehandicapten vluchtelingen flikkers turken marokkanen lesbiennes haat allemaal wordt worden",
    "pl": "gardze nienawidze kazdym moim swoich nie jest sa sie ty ja wy na ze jak ta te tych ci mnie twoja twoje wszyscy wszystkich chce powinni jestem jestes ich mam masz mi cie byc tylko bardzo juz jesli po od za przez moj moje moich moja nasz naszym naszego nam wasz wasze jestescie dla bo czy kazdy kazdego byl beda wszystko bede trzeba zydzi zydow muzulmanie muzulmanow kobiety kobiet geje gejow cyganie cyganow czarni czarnych imigranci imigrantow uchodzcy uchodzcow niepelnosprawni lesbijki pedaly twoj moge musza znowu",
}  # fmt: skip
"""Words that English has not, of which hardly a sentence of a language is without."""
SPOKEN: Final[Wordings] = ((" ".join(dict.fromkeys(" ".join(COMMON.values()).split())), "(?!)"),)
"""As a wording that nothing matches: its bit tells, at no cost of its own, which sentences may be read."""

English = tuple[str, ...]
_LANGUAGES: Final = tuple(COMMON)
_LANES: Final = {language: 1 << _LANE * lane for lane, language in enumerate(COMMON)}
_FULL_LANE: Final = (1 << _LANE) - 1
_NO_MEANING: Final[dict[str, English]] = {}


class _Word(NamedTuple):
    """What a word is in English in each language that has it, these languages, and those in which it tells something,
    one in a lane each.
    """

    meant: dict[str, English]
    known: int
    telling: int


class _Dictionaries(NamedTuple):
    """What words, and beginnings of words, are in each language; a phrase stands under its first word."""

    words: dict[str, dict[str, English]]
    stems: dict[str, dict[str, English]]
    phrases: dict[str, list[tuple[list[str], str, English]]]


def dictionary_of(language: str) -> Path:
    """Give the file of a language."""
    return _FOLDER / f"gloss_{language}.txt"


def in_english(said: Sequence[str]) -> list[str]:
    """Say the words of a sentence in English, in the language that knows most of them.

    There is nothing to say where none knows enough of them, or where none of them tells anything.
    """
    if not said:
        return []
    meanings, known, telling = zip(*map(_read_word, said), strict=True)
    tells = reduce(or_, telling)
    if not tells:
        return []
    total = sum(known)
    count, lane = max((total >> _LANE * lane & _FULL_LANE, lane) for lane in range(len(COMMON)))
    if count < MANY_KNOWN * len(said) or not tells >> _LANE * lane & 1:
        return []
    language = _LANGUAGES[lane]
    found: list[str] = []
    phrases = _dictionaries().phrases
    at = 0
    while at < len(said):
        meant, length = meanings[at].get(language, (said[at],)), 1
        for phrase, spoken, english in phrases.get(said[at], ()):
            if spoken == language and said[at : at + len(phrase)] == phrase:
                meant, length = english, len(phrase)
                break
        found += meant
        at += length
    return found


@lru_cache(maxsize=1 << 13)
def _read_word(word: str) -> _Word:
    """Look a word up; one that is joined to another by an apostrophe, as in l'homme, is two."""
    words, stems, _ = _dictionaries()
    meant: dict[str, English] = {}
    if word[:_SHORTEST_STEM] in stems:
        for end in range(_SHORTEST_STEM, len(word) + 1):
            meant |= stems.get(word[:end], _NO_MEANING)
    meant |= words.get(word, _NO_MEANING)
    first, joined, second = word.partition("'")
    if joined:
        before = words.get(first + joined, _NO_MEANING)
        for language, english in _read_word(second).meant.items():
            meant.setdefault(language, before.get(language, ()) + english)
    telling = [language for language, english in meant.items() if not CUES.isdisjoint(english)]
    return _Word(meant, sum(map(_LANES.__getitem__, meant)), sum(map(_LANES.__getitem__, telling)))


@cache
def _dictionaries() -> _Dictionaries:
    """Read the files of all languages."""
    found = _Dictionaries({}, {}, {})
    for language in COMMON:
        for line in dictionary_of(language).read_text(encoding="ascii").splitlines():
            english, _, words = line.partition(": ")
            meant = () if english == "-" else tuple(map(intern, english.split()))
            alone = {language: meant}
            for word in words.split():
                if "_" in word:
                    phrase = word.split("_")
                    found.phrases.setdefault(phrase[0], []).append((phrase, language, meant))
                    continue
                place, key = (found.stems, word[:-1]) if word.endswith("*") else (found.words, word)
                place[key] = place[key] | alone if key in place else alone  # most are of one language and share it
                if place is found.stems:
                    place.setdefault(key[:_SHORTEST_STEM], {})
    for phrases in found.phrases.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return found
