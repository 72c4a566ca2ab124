"""Whether a word is a secret, or stands where one would: placeholders, hashes, files, words of the sentence."""

import re
from typing import Final

TAIL: Final = ".,;:!?)]}'\"”»…"
_FEW, _MANY = 3, 8  # different characters, or those of one kind
_LONG, _LONG_LETTERS = 20, 24
_TURNS = 3
_HEX_LENGTHS: Final = frozenset({24, 30, 31, 32, 35, 37, 40, 64, 96, 128})

_PLACEHOLDER: Final = re.compile(
    r"[<\[{$%*•#@]|x{3}|\.{3}|…|\*{3}|your|(?:^|[-_.])my[-_]|example|placeholder|changeme|change[-_]me|replace|redacted|insert"
    r"|dummy|sample|hidden|foobar|todo|null$|none$|undefined$|true$|false$|nil$|os\.|process\.|env\.|getenv|secrets\.|config\."
    r"|vars?\.|self\.|this\.|abcdef(?:g|$)|1234567890abcdef|0123456789"
)
_INNER_PLACEHOLDER: Final = re.compile(
    r"x{4}|\.{3}|…|\*{3}|your[-_a-z]|example|placeholder|change[-_]?me|redacted|\$\{|\{\{|<[a-z]|dummy|sample|deadbeef"
)
_NAME_OF_ONE: Final = re.compile(r"[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+|[A-Za-z]*\([^)]*\)?")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_FILE: Final = re.compile(
    r".*\.(?:pdf|png|jpe?g|gif|svg|webp|docx?|xlsx?|csv|txt|zip|rar|gz|tar|exe|msi|apk|dmg|mp[34]|mov|heic|log|json|ya?ml|xml|html?|php|js|ts|py"
    r"|css|pptx?|eml|ics|md|com|org|net|io)(?:[?#:].*)?",
    re.IGNORECASE,
)
_RECORD: Final = re.compile(
    r"(?:field|item|order|product|group|layout|block|row|node|comp|component|widget|section|page|post|option|tab|card|slide|menu|element|image|variant|column|grid|list|li|el|id)"
    r"s?[-_]?(?:[0-9a-f]{2,32}|[a-z]{0,12}[-_]?[0-9]{1,12})",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_KINDS: Final = re.compile(r"[0-9]+|[a-z]+|[A-Z]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_VOWELS: Final = re.compile(r"[aeiouyAEIOUY]")


def is_placeholder(value: str) -> bool:
    """Tell whether a value only stands for one: `YOUR_KEY`, `<token>`, `${TOKEN}`, `xxxx`, `sk-...`."""
    lower = value.lower()
    return (
        len(set(lower)) < _FEW
        or _INNER_PLACEHOLDER.search(lower) is not None
        or _PLACEHOLDER.match(lower) is not None
        or _NAME_OF_ONE.fullmatch(value) is not None
    )


def stands_for_one(value: str) -> bool:
    """Tell whether what is called a password only names it, or the place it is read from."""
    if value.startswith(("<", "[", "{", "${", "$(", "***", "...", "…", "%(", "os.", "env.", "process.", "@")):
        return True
    if value.startswith("$") and value.upper() == value and value[1:].replace("_", "").isalpha():
        return True
    return is_placeholder(value) and not (value[0] in "$%#@*•" and any(map(str.isalnum, value[1:])))


def is_sample(value: str) -> bool:
    """Tell whether a value with a known prefix is one of a manual."""
    lower = value.lower()
    return len(set(lower)) < _MANY or _INNER_PLACEHOLDER.search(lower) is not None


def is_uuid(value: str) -> bool:
    """Tell whether a value has the shape of a UUID."""
    return _UUID.fullmatch(value) is not None


def is_elsewhere(value: str) -> bool:
    """Tell whether a value is an address or a file, which has its own rules."""
    return "://" in value or _FILE.fullmatch(value) is not None or _MAIL.fullmatch(value) is not None


def is_record(value: str) -> bool:
    """Tell whether a value is the number of a part of a page or of a row, as builders of pages write it."""
    return _RECORD.fullmatch(value) is not None


def is_mixed(value: str) -> bool:
    """Tell whether a value has digits or signs among its letters, as passwords have."""
    if value.isalpha() or value.isdigit() or not _LETTER.search(value):
        return False
    return any(map(str.isdigit, value)) and any(map(str.isalpha, value))


def is_key(value: str) -> bool:
    """Tell whether a value that is called a key could be one: drawn by lot, or long and not of words."""
    if is_placeholder(value) or is_elsewhere(value):
        return False
    digits, letters = sum(map(str.isdigit, value)), sum(map(str.isalpha, value))
    if not digits:
        return letters >= _LONG and not value.islower() and not value.isupper() and _turns(value) >= _TURNS
    return len(set(value)) >= _FEW + 1 and (letters > 0 or digits >= _MANY)


def is_random(value: str) -> bool:
    """Tell whether a value looks drawn by lot wherever it stands: digits and letters change places often."""
    digits, letters = sum(map(str.isdigit, value)), sum(map(str.isalpha, value))
    if len(set(value)) < _MANY or is_placeholder(value) or is_elsewhere(value) or is_uuid(value):
        return False
    if min(digits, letters) < 2:  # noqa: PLR2004  # one digit is on the end of many words
        return len(value) >= _LONG_LETTERS and _turns(value) > 2 * _TURNS and "-" not in value and "/" not in value
    return _turns(value) > _TURNS


def _turns(value: str) -> int:
    """How often a value changes between digits, capitals and small letters; a capital that begins a word is none."""
    return len(_KINDS.findall(value)) - 1
