"""Split values: a card, an address or a name told in parts, over several messages, of which none shows what it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from stdnum import luhn

from app.domain.data_class import DataClass
from app.domain.detection import find_never_kept
from app.domain.doubted_names import find_personal
from app.domain.moderation.judge import judge_text

REACH = 80
"""Characters on either side of the gap between two messages that are read as one."""

# A value goes on where the next message begins: with digits, or within an address.
_MAY_GO_ON = re.compile(r"\W{0,3}(?:\w{0,12}\d|\S{0,60}@|\S{0,60}[^\s.]\.[^\s.])|\W{0,3}(?:dot|at)\b", re.IGNORECASE)
_IS_OPEN = re.compile(r"@[\w.-]{0,60}\s*$")
_LAST_WORDS = 40  # characters in which the end of a message is looked at
# Numbers go on behind a word or two.
_ENDS_IN_NUMBER = re.compile(r"\d\W{0,3}$")
_BEGINS_WITH_NUMBER = re.compile(r"\W{0,3}(?:\w{1,9}\W{1,3}){0,3}\d")
# What comes next is said to be a value.
_ANNOUNCING = frozenset(
    "is am are ist bin est suis es soy sono e è é jest är er name names surname nom prénom nombre apellido"  # noqa: SIM905
    " nome cognome naam nazwisko called heiße heisse llamo appelle chiamo chamo heet heter hedder się se"
    " зовут звати фамилия number no nr nummer numéro número numero account konto iban ssn passport license"
    " licence card id pin code password passwort kennwort contraseña senha passe parola wachtwoord address"
    " adresse dirección indirizzo endereço adres street road lane avenue straße strasse str weg allee platz"
    " rue via calle rua straat laan".split()
)
# The end of an announcement that is no word by itself, or is where the beginning of an address was left.
_OPEN_END = re.compile(
    r"[:=]\s*$|(?:stra(?:ß|ss)e|weg|straat|名前は|我叫)\W{0,2}$|\b(?:address|adresse|live|lives|wohne)\b.{0,20}\d\W{0,2}$",
    re.IGNORECASE,
)
# Of words that may be many things a name or an address is only what was called one.
_CALLED = {
    DataClass.NAME: re.compile(
        r"\b(?:my (?:\w+ )?name|(?:first|last|full|sur)[ -]?name|name is|hei(?:ß|ss)e|llamo"
        r"|appelle|chiamo|chamo|heet|heter|hedder|namn är|nazywam się|jmenuji se|nom|prénom|nombre|apellido|nome"
        r"|cognome|naam|nazwisko|зовут|звати|фамилия)\b|名前は|我叫",
        re.IGNORECASE,
    ),
    DataClass.ADDRESS: re.compile(
        r"\b(?:address|adres|direcci|indirizz|endereç|wohn|(?:lives?|rue|via|calle|rua)\b)|stra(?:ß|ss)e|str\.|street|road"
        r"|avenue|lane\b|weg\b|allee|platz|straat",
        re.IGNORECASE,
    ),
}
_LAST_WORD = re.compile(r"([^\W\d_]+)\W{0,2}$")
_SPLIT = frozenset(
    {
        DataClass.PAYMENT_CARD,
        DataClass.BANK_ACCOUNT,
        DataClass.CREDENTIAL,
        DataClass.GOVERNMENT_ID,
        DataClass.EMAIL,
        DataClass.PHONE,
        DataClass.NAME,
        DataClass.ADDRESS,
    }
)
_OF_WORDS = frozenset({DataClass.NAME, DataClass.ADDRESS})  # no such value goes on behind the end of a sentence
_ENDED = re.compile(r"[.!?]\s*$")
_JOINTS = (" ", "")
# A part of a card: three digits at least, that stand apart from words.
_NUMBER = re.compile(r"(?<![\w.,$€£-])\d(?:[ -]?\d){2,15}(?![\w-]|[.,]\d)")
MOST_PARTS = 4
"""Messages that a card may be told in."""
_MOST_NUMBERS = 24  # of a message; in a list of more no part of a card is looked for
_LENGTHS = range(13, 20)


def without_split_values(texts: Iterable[str], told: Iterable[bool] = repeat(True)) -> list[str]:  # noqa: FBT003  # all
    """Return one person's messages, oldest first, with the later part of each value gone that begins in an earlier one.

    What went before stays: without its end it is no value. Where it stood reads the class in brackets, which no vault
    restores. Which are not `told` to anybody may begin a value, but need not be read for one.
    """
    kept: list[str] = []
    numbers: list[str] = []
    behind = dict.fromkeys(_JOINTS, "")
    for text, is_told in zip(texts, told, strict=False):
        if is_told and kept and _may_go_on(behind[""], text):
            # The first that finds something: what it leaves is no text to look at again.
            found = (_without_end(behind[joint] + joint, text) for joint in _JOINTS)
            text = next((shorter for shorter in found if shorter != text), text)  # noqa: PLW2901  # the same message
        text = _without_card(numbers, text)  # noqa: PLW2901  # the same message, a number shorter
        behind = {joint: f"{said}{joint}{text}"[-REACH:] for joint, said in behind.items()}
        kept.append(text)
    return kept


def _without_card(numbers: list[str], text: str) -> str:
    """Take numbers out of a text that make a card with those before them, whatever was said between; `numbers` are
    those of earlier messages, and get this one's.
    """

    def unless_card(number: re.Match[str]) -> str:
        digits = "".join(filter(str.isdigit, number[0]))
        if any(map(_is_card, _with_those_before(numbers, digits))):
            return f"[{DataClass.PAYMENT_CARD.upper()}]"
        numbers.append(digits)
        return number[0]

    return _NUMBER.sub(unless_card, text, count=_MOST_NUMBERS)


def _with_those_before(numbers: Sequence[str], digits: str) -> Iterator[str]:
    """Yield what a number makes with up to three before it, and with the one that may be the end told first."""
    for count in range(1, min(MOST_PARTS, 1 + len(numbers))):
        yield "".join(numbers[-count:]) + digits
    if numbers:
        yield digits + numbers[-1]


def _is_card(digits: str) -> bool:
    if len(digits) not in _LENGTHS or not luhn.is_valid(digits):
        return False
    spans = find_never_kept(digits)
    return any(span.data_class is DataClass.PAYMENT_CARD and span.end - span.start == len(digits) for span in spans)


def _without_end(before: str, text: str) -> str:
    """Take out of the beginning of a text what completes a value that began before it, or is one only for what was said
    before it. A name that is harm by itself is none.
    """
    gap, beginning = len(before), text[:REACH]
    split = _SPLIT - _OF_WORDS if _ENDED.search(before[-_LAST_WORDS:]) else _SPLIT
    spans = [span for span in find_personal(before + beginning) if span.end > gap and span.data_class in split]
    apart = before[-1:].isspace()  # else what begins here is none: its first word goes on with the one before
    alone = {gap + span.start for span in find_personal(beginning)} if spans and apart else set()
    if DataClass.NAME in {span.data_class for span in spans} and judge_text(beginning).flagged:
        spans = [span for span in spans if span.data_class is not DataClass.NAME]
    for span in reversed(spans):
        called = _CALLED.get(span.data_class)
        begun_before = span.start < gap or (apart and span.start not in alone)
        if begun_before and (called is None or called.search(before[-_LAST_WORDS:])):
            text = f"{text[: max(0, span.start - gap)]}[{span.data_class.upper()}]{text[span.end - gap :]}"
    return text


def _may_go_on(before: str, text: str) -> bool:
    """Tell whether it is worth reading the beginning of a text together with what stands before it."""
    end = before[-_LAST_WORDS:]
    last = _LAST_WORD.search(end)
    if last is not None and (last[1].lower() in _ANNOUNCING or last[1].lower().endswith("nummer")):
        return True
    if end.endswith("?"):  # as most messages do, and no value
        return False
    if _MAY_GO_ON.match(text) or ("@" in before and _IS_OPEN.search(before)):
        return True
    if _ENDS_IN_NUMBER.search(end) and _BEGINS_WITH_NUMBER.match(text):
        return True
    return _OPEN_END.search(end) is not None
