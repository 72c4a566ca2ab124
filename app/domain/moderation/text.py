"""Text as moderation reads it: lower case, one spelling for disguises, chat words written out, cut into sentences."""

# ruff: noqa: E501, RUF001 (tables of words; the look-alikes are the subject)

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase
from types import MappingProxyType
from typing import Final

from app.domain.vocabulary import Vocabulary

LONGEST_SENTENCE: Final = 300
"""Characters; a longer one is judged in parts."""

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_MARKS = re.compile("[\u0300-\u036f]")
_LATIN_BESIDE = re.compile("[a-z][\u0370-\u052f]|[\u0370-\u052f][a-z]")
_MIXED_WORD = re.compile("(?<![a-z\u0370-\u052f])(?:[a-z]++[\u0370-\u052f]|[\u0370-\u052f]++[a-z])[a-z\u0370-\u052f]*")
_LOOK_ALIKES = str.maketrans("аеорсухкмтвніјѕһԁԛԝьαεικνορτυχηγβ", "aeopcyxkmtbhijshdqwbaeiknoptuxnyb")
_LETTERS: Final = str.maketrans(
    {
        "\ufdfa": " ",  # a formula of 18 letters in one: a text of many would grow as much
        "\ufdfb": " ",
        "‘": "'",
        "’": "'",
        "`": "'",
        "´": "'",
        "ı": "i",
        "İ": "i",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "ß": "ss",
        "æ": "ae",
        "đ": "d",
    }
)
# What is read in letters that stand apart, all by the same gaps.
_LETTER_BY_LETTER: Final = Vocabulary.ranked(
    """
    i you to the my me a it want kill die myself will am wanna going your self all and do of so is life end suicide hurt
    fuck hate send nudes sex dead cut hang im ill gonna find them shoot stab rape murder bomb house family kids bitch
    whore cunt nigger faggot jews muslims gays blacks women immigrants should must be are just really please need help
    not live anymore no more tonight today now tired living alive cant dont jump overdose pills wish was never born hope
    naked show suck dick cock pussy tits ass porn burn down shop where know in with on off how out go yourself
    """.split()  # noqa: SIM905  # a list of so many words reads best as prose
)
_SPACED = re.compile(r"(?<![^\W_])[a-z0-9@$!](?:[ ._*-]{1,3}[a-z0-9@$!](?![a-z0-9])){3,}+")
# What stands in the middle of such a row.
_ALONE = re.compile(r"[ ._*-][a-z0-9@$!][ ._*-]{1,3}[a-z0-9@$!](?![a-z0-9])")
_GAPS = re.compile(r"[ ._*-]")
_WORD_GAP = re.compile(r" {2,3}")
_MAY_BE_LEET = re.compile(r"[a-z][0-9@$|*#]|[0-9@$!|*#][a-z]")
# A word with a digit or a sign in it; most have none.
_LEET_WORD = re.compile(r"(?<![a-z])[a-z]*+[0-9@$!|*#][a-z0-9@$!|*#]*")
_LEET = str.maketrans("0134578@$!|", "oieastbasil")
_LEET_OF_L = _LEET | str.maketrans("1!", "ll")
_DIGIT = re.compile("[0-9]")
_LONGEST_LEET = 16
_STARS = re.compile("[*#]")
_SHORTEST_ROW, _LONGEST_ROW = 7, 60  # letters that may be several words
# Each letter by itself: a group that repeats would take memory for each time, and most texts have none of most of them.
_RUNS = {3 * letter: re.compile(f"{3 * letter}+") for letter in ascii_lowercase}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[\U0001f300-\U0001faff\u2600-\u27bf]")
_PLAIN_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_SENTENCE = re.compile(r"[^.!?\n\u3002\uff01\uff1f]+")
# Words that are often starred or written with digits.
_STARRED = dict.fromkeys(["fuck", "fucking", "fucked", "fucker", "fuckers", "motherfucker", "shit", "bitch", "bitches", "cunt", "cunts", "cock", "dick", "pussy", "whore", "slut", "ass", "asshole", "nigger", "niggers", "nigga", "faggot", "faggots", "fag", "fags", "retard", "retards", "tranny", "kike", "kikes", "spic", "chink", "gook", "paki", "rape", "raped", "raping", "kill", "killed", "killing", "murder", "suicide", "suicidal", "die", "dead", "hang", "porn", "sex", "nude", "nudes", "cum", "tits", "boobs", "penis", "bomb", "shoot", "stab", "hate", "jews", "muslims", "blacks", "myself", "yourself"])  # fmt: skip
_STARRED_FROM = {begin: [word for word in _STARRED if word.startswith(begin)] for begin in ("", *ascii_lowercase)}
_OFTEN_MISSPELT = ["suicide", "suicidal", "myself", "yourself", "overdose", "killing", "pills", "nigger", "niggers", "faggot", "muslims", "immigrants", "anymore", "living", "himself", "herself", "themselves", "overdosed", "overdosing", "hanging", "bleeding", "breathing", "existing", "jumping", "cutting", "dying", "alive", "funeral", "goodbye", "depressed", "depression", "suffering", "worthless", "hopeless", "tonight", "forever", "unbearable", "pointless", "stabbing", "murder", "threaten"]  # fmt: skip
_ANOTHER_WORD = set("niger ills pill pils killin muslim immigrant exiting ding overdoing aive alve alvie laive".split())  # noqa: SIM905
_CHAT: Final = {
    "im": "i'm", "ive": "i've", "id": "i'd", "dont": "don't", "cant": "can't", "wont": "won't", "isnt": "isn't",
    "wanna": "want to", "wana": "want to", "gonna": "going to", "gunna": "going to", "gona": "going to", "tryna": "trying to",
    "u": "you", "ya": "you", "ur": "your", "r": "are", "ppl": "people", "rn": "right now", "abt": "about", "bc": "because",
    "cuz": "because", "plz": "please", "pls": "please", "urself": "yourself", "thru": "through", "wen": "when", "wud": "would",
    "shud": "should", "kil": "kill", "dieing": "dying", "meself": "myself", "myslf": "myself", "mself": "myself",
    "suiside": "suicide", "sucicide": "suicide", "suacide": "suicide", "sewerslide": "suicide", "unalived": "unalive",
    "anymor": "anymore", "nomore": "no more", "fck": "fuck", "fuk": "fuck", "fkn": "fucking", "fking": "fucking", "phuck": "fuck",
    "biatch": "bitch", "azz": "ass", "nibba": "nigga", "nigs": "niggers", "seggs": "sex", "pron": "porn", "pr0n": "porn",
    "every1": "everyone", "some1": "someone", "no1": "no one", "2day": "today", "tonite": "tonight", "2nite": "tonight",
    "alot": "a lot", "liv": "live", "lifes": "life's", "wanting": "want", "cannot": "can't", "knw": "know",
    "youll": "you'll", "youre": "you're", "youve": "you've", "youd": "you'd", "theyll": "they'll", "theyre": "they're",
    "theyve": "they've", "hes": "he's", "shes": "she's", "weve": "we've", "itll": "it'll", "whos": "who's", "thats": "that's",
    "theres": "there's", "whats": "what's", "didnt": "didn't", "doesnt": "doesn't", "wasnt": "wasn't", "werent": "weren't",
    "couldnt": "couldn't", "wouldnt": "wouldn't", "shouldnt": "shouldn't", "havent": "haven't", "hasnt": "hasn't",
    "wan": "want", "killin": "killing", "wnat": "want", "wamt": "want", "kll": "kill", "hrt": "hurt", "lfie": "life", "anymoer": "anymore", "jsut": "just",
    "arent": "aren't", "aint": "ain't", "yall": "you all", "imma": "i'm going to", "ima": "i'm going to", "gna": "going to",
    "gotta": "got to", "gimme": "give me", "lemme": "let me", "kno": "know", "tmrw": "tomorrow", "tmr": "tomorrow",
}  # fmt: skip


def _slips(word: str) -> Iterator[str]:
    """One letter left out, doubled or swapped with the next."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


_SPELLING: Final = MappingProxyType(
    {slip: word for word in _OFTEN_MISSPELT for slip in _slips(word) if slip not in _ANOTHER_WORD}
    | {word: word for word in _OFTEN_MISSPELT}
    | _CHAT
)


def plain(text: str) -> str:
    """Undo disguises; linear."""
    if not text.isascii():
        text = _UNSEEN.sub("", text).translate(_LETTERS)
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))
    text = text.lower()
    if not text.isascii() and _LATIN_BESIDE.search(text):
        text = _MIXED_WORD.sub(lambda word: word[0].translate(_LOOK_ALIKES), text)
    if _ALONE.search(text):
        text = _SPACED.sub(_joined, text)
    if _MAY_BE_LEET.search(text):
        text = _LEET_WORD.sub(_from_leet, text)
    for run, pattern in _RUNS.items():
        if run in text:
            text = pattern.sub(run[0], text)
    return text


def spelt_out(sentence: str) -> str:
    """Write the chat words of plain text out, and misspelt ones that matter."""
    if _SPELLING.keys().isdisjoint(words(sentence)):
        return sentence
    return _WORD.sub(lambda match: spelt(match[0]), sentence)


def spelt(word: str) -> str:
    """Give the spelling of a word, which may be two words."""
    return _SPELLING.get(word, word)


def sentences(text: str) -> list[str]:
    """Cut plain text where a sentence ends, long ones where a word ends."""
    found: list[str] = []
    for match in _SENTENCE.finditer(text):
        part = match[0].strip()
        while len(part) > LONGEST_SENTENCE:
            cut = part.rfind(" ", LONGEST_SENTENCE // 2, LONGEST_SENTENCE)
            cut = cut if cut > 0 else LONGEST_SENTENCE
            found.append(part[:cut])
            part = part[cut:].lstrip()
        if part:
            found.append(part)
    return found


def words(sentence: str) -> list[str]:
    """The words of plain text, and its emoji."""
    return (_PLAIN_WORD if sentence.isascii() else _WORD).findall(sentence)


def _joined(match: re.Match[str]) -> str:
    return " ".join(_in_words(_GAPS.sub("", word)) for word in _WORD_GAP.split(match[0]))


@lru_cache(maxsize=256)
def _in_words(row: str) -> str:
    """Cut letters that stood apart into words where they are words that matter; a short row is one word, a long one none of
    them.
    """
    return (_SHORTEST_ROW <= len(row) <= _LONGEST_ROW and _LETTER_BY_LETTER.split(row)) or row


def _from_leet(match: re.Match[str]) -> str:
    return _unleet(match[0]) if len(match[0]) <= _LONGEST_LEET else match[0]


@lru_cache(maxsize=4096)
def _unleet(token: str) -> str:
    """Read digits and signs inside a word as letters where that gives a word worth a look."""
    word = token.rstrip("!|#")
    tail = token[len(word) :]
    if not word.islower() or word.isalpha() or word in _CHAT:
        return token
    if "*" in word or "#" in word:
        said = word.strip("*") if word[0] == word[-1] == "*" else word  # set in bold
        return (_unstarred(said) or word) + tail
    letters = word.translate(_LEET)
    known = letters in _STARRED or letters.rstrip("s") in _STARRED or word.translate(_LEET_OF_L) in _STARRED
    return letters + tail if known or ("@" not in word and not _DIGIT.search(word)) else token


def _unstarred(word: str) -> str | None:
    """Give the word that a starred one stands for: what stands before its stars and behind them tells which may be."""
    parts = _STARS.split(word.translate(_LEET))
    begun = _STARRED_FROM.get(parts[0][:1], ())
    likely = [known for known in begun if known.startswith(parts[0]) and known.endswith(parts[-1])]
    pattern = re.compile("[a-z]?".join(parts)) if likely else None
    return next((known for known in likely if pattern and pattern.fullmatch(known)), None)
