"""Postal addresses: a street with its number, a post box, a flat, a town with its code, and what stands around them."""

# ruff: noqa: E501 (a wording is read in one piece)

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from app.domain.data_class import DataClass, Span
from app.domain.detection.names import model
from app.domain.detection.words import Words

_WORD: Final = r"[^\W\d_][\w'.-]{0,24}"
_SMALL: Final = "a-z" + "".join(filter(str.islower, map(chr, range(0xDF, 0x250))))
_CAP: Final = rf"[^\W\d_{_SMALL}][\w'.-]{{0,24}}"
_KIND: Final = (
    r"(?:street|st|str|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|terrace|parkway|pkwy|highway|hwy|crescent"
    r"|close|circle|trail|trl|alley|mews|gardens|grove)"
)
_ENDED: Final = r"(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ufer|damm|straat|laan|gracht|plein|v[äa]gen|gatan|gata|gade|vej|vei|veien|tie|katu|kuja|stræti|braut)"
_LED: Final = r"(?:calle|c/|avenida|avda\.?|av\.|paseo|plaza|via|viale|corso|piazza|largo|rua|travessa|colonia|rue|chemin|impasse|quai|ul\.|ulica|ulicy|aleja|alei|al\.|os\.|strada|bulevardul|calea|aleea|ulice|vila|place)"
# As the text will be spelled, in which a dotless i has become one with a dot.
_TURKISH: Final = r"(?:sokak|sokaği|sok\.|sk\.|caddesi|cad\.|cd\.|bulvari|blv\.)"
_NUMBER: Final = (
    r"(?:n[or]?[.:°]{0,2} ?)?[0-9]{1,5}(?: [a-d](?: ?[0-9]{1,3})?(?![\w'])|[a-z])?(?:[/-][0-9]{1,4}[a-z]?)?(?: (?:bis|ter))?(?!\w)"
    # What is counted or paid has no door.
    r"(?! ?(?:[€$£%]|(?:euros?|eur|usd|gbp|chf|dollars?|pounds?|bucks|zł|zl|kr|tl|lira|reais|times|mal|fois|volte|veces|vezes|keer|razy|x|cm|mm|kg|g|ml|watts?|volts?|w|v|h|min|minut\w*|stunden|hours|hrs"
    r"|days|tage|jours|d[ií]as|giorni|dias|dagen|dni|stück|stk|paar|pairs?|paia|pares|pakete?|pakket\w*|packages?|parcels?|paczk\w*|boxes|orders?|pcs|pieces|items|pezzi|szt)(?!\w)))"
)
_UNIT: Final = (
    r"(?:(?:apt|suite|ste|flat|apartment|app|appt|unit|wohnung|whg|piso|bus|daire|d|lgh|int|interno|lok|m)[.:]? ?#?[0-9]{1,5}[a-z]?(?!\w)"
    r"|[0-9]{1,2}[oaº°](?: [^\W\d_]{1,4})?(?!\w)|(?:ground|[0-9](?:st|nd|rd|th)) floor)"
)
_STATION: Final = r"[\s,]{1,3}(?:[afd]po) ?(?:a[aep])?,? ?(?:[0-9]{5})?"
_BY_NUMBER: Final = (
    rf"[0-9]{{1,4}}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours) (?:{_WORD} ){{0,3}}{_WORD}",
    rf"(?:[0-9]{{1,4}}[/-])?[0-9]{{1,5}}[a-z]? (?:{_WORD} ){{1,3}}{_KIND}\b\.?(?: [ns]?[ew]?(?<! )(?!\w))?",
)
# The first one looks ahead for its number: most words have none behind them, and trying every ending is dear.
_BY_WORD: Final = (
    rf"(?=(?:{_WORD} )?[^\W\d_]+\.? (?:n[or]?[.:°]{{0,2}} ?)?[0-9])(?:{_WORD} )?[^\W\d_][^\W\d_-]{{2,24}}{_ENDED} {_NUMBER}",
    rf"{_WORD} (?:stra(?:ß|ss)e|gasse|allee|straat|laan|gatan) {_NUMBER}",
    rf"{_LED} ?(?:[\w'.]{{1,20}} ){{0,3}}[^\W\d_][\w'.]{{1,19}},? {_NUMBER}",
    r"(?:calle|carrera|cra\.?|cl\.?|avenida|av\.?|transversal|diagonal) [0-9]{1,3}[a-z]? ?(?:#|n[or]?[.°]{0,2}) ?[0-9]{1,4}[a-z]?(?: ?- ?[0-9]{1,4})?",
    rf"(?:{_WORD} (?:mah\.|mahallesi),? )?[^\W\d_][\w-]{{2,24}} {_TURKISH},? {_NUMBER}",
    rf"(?:{_WORD} )?[^\W\d_][\w-]{{2,24}} (?:utca|u\.|út|tér) [0-9]{{1,4}}\.?(?!\w)",
    r"(?:p\.? ?o\.? box|postfach|postbus|casella postale|apartado|caixa postal|skrytka(?: pocztowa)?) [0-9]{2,6}",
    rf"(?:psc|unit) [0-9]{{2,6}},? box [0-9]{{2,6}}(?:{_STATION})?",
    rf"us(?:n[sv]|s|cgc|ns|nv) {_WORD}{_STATION}",
    r"(?:apt|suite)\.? ?#?[0-9]{2,5}(?!\w)",
)
_STREETS: Final = re.compile(
    rf"(?<!\w)(?:(?=[0-9])(?<!-)(?:{'|'.join(_BY_NUMBER)})|(?=[^\W\d_])(?:{'|'.join(_BY_WORD)}))"
)
_NEAR: Final = re.compile(rf"(?:(?:(?<=\s)|^)[0-9]{{1,4}}[a-z]? |(?<!\w){_UNIT}, ?)$", re.IGNORECASE)
# The code of a place, as countries write it.
_POSTAL: Final = (
    r"(?:(?:[a-z]{1,2}-)?(?:[0-9]{5}-[0-9]{3,4}|[0-9]{4}-[0-9]{3}|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2}|[0-9]{4} [a-z]{2}|[0-9]{4}[a-z]{2}|[0-9]{4,6})"
    r"|[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}|[a-z][0-9][a-z] ?[0-9][a-z][0-9])(?!\w)"
)
# Behind a street: flats and towns, each behind a comma or a line break, up to a code.
_AFTER: Final = re.compile(
    rf"(?:[ ,\n]{{1,4}}{_UNIT}){{0,2}}(?P<code>(?:(?: ?[,\n][ ,\n]{{0,3}}(?:{_WORD}(?: {_WORD}){{0,3}})?){{1,4}}| (?=[0-9]))[ ,\n]{{0,3}}(?<=[ ,\n]){_POSTAL})?",
    re.IGNORECASE,
)
# Behind its code stands a town, unless it stood before.
_WITH_TOWN: Final = re.compile(rf"[^\W\d_]{{3}}[ ,\n]+{_POSTAL}$", re.IGNORECASE)
_TOWN_BEHIND: Final = re.compile(
    rf" {_CAP}(?:(?: (?:am|an|ob|im|in|bei|der|den|die|do|da|de|del|la|le|les|sur|sous|aan|upon|on)){{0,2}} {_CAP}){{0,3}}(?= ?(?:[,.;!?)\n]|$))"
    rf"| {_CAP}(?!\w)| [^\W\d_]{{3,20}}(?= ?(?:[,.;!?)\n]|$))"
)
# A street that nothing gives away but the code and the town behind it.
_POSTED: Final = re.compile(
    rf"[,\n] ?(?P<code>(?:[A-Z]{{1,2}}-)?(?:[0-9]{{5}}|[0-9]{{4}}(?: [A-Z]{{2}})?|[0-9]{{2}}-[0-9]{{3}}|[0-9]{{3}} [0-9]{{2}})) (?P<town>{_CAP})(?!\w)"
)
_POSTED_STREET: Final = re.compile(
    rf"(?<!\w){_CAP}(?: (?:{_CAP}|de[lnmrs]?|d[aiou]|dei|della|dos|la|les?|van|v[oa]n|zu[mr]|het|te[nr])){{0,3}} {_NUMBER}(?:, ?{_UNIT}){{0,2}} ?$"
)
_TOWN: Final = re.compile(rf"(?: {_CAP}){{1,4}}(?![\w])|, ?{_CAP}(?: {_CAP}){{0,2}}(?![\w])")
_CODE: Final = re.compile(r"\b(?:zip|postal|post)[ -]?code (?:is |: ?)(?P<value>[0-9a-z]{2,5}[ -]?[0-9a-z]{2,4})(?!\w)")
_SAID: Final = re.compile(
    r"\b(?:(?:my|new|home|shipping|billing|delivery|our|the) (?:postal )?address (?:is|to)|i live (?:at|in)|taxi to|meet me at|return to|office is at|arrived at|deliver(?:ed)? to|address of [^\n]{2,30}? is)[\s:]{1,3}"
    rf"(?P<value>(?:[0-9]{{1,4}} )?(?:{_WORD}[ ,]{{1,2}}){{1,4}}[0-9]{{1,5}}(?:[ ,\n]{{1,4}}{_UNIT})?)"
)
# Said in other languages: the number ends what is said, or a code follows.
_SAID_ABROAD: Final = re.compile(
    r"(?<!\w)(?:(?:adresse|anschrift|direcci[oó]n|domicilio|indirizzo|endere[cç]o|morada|adres|adress|adresa) (?:lautet|ist|est|es|[eèé]|is|to|[aä]r|er|je|nu[:]?|[:])|(?:adresse|adresim|adres|adress|direcci[oó]n|indirizzo|endere[cç]o|morada|anschrift):"
    r"|adresim|(?:ich )?wohne(?: (?:in der|in|an der|am|im))?|wohnhaft|j'habite(?: au)?|vivo en(?: la)?|vivo in|abito in|moro (?:na|no|em)|mieszkam przy|jag bor p[aå]|ik woon (?:op|aan|in)(?: de| het)?)[\s:]{1,3}"
    rf"(?P<value>(?:(?:{_WORD}),? ){{1,4}}?{_NUMBER})(?= ?(?:$|[.;!?)\n]|, ?{_POSTAL}| {_POSTAL} [^\W\d_]))"
)
_NOT_PLACES: Final = re.compile(
    r"\b(?:order|account|card|number|invoice|email|from|with|code|change|dollars|days|am|pm|please|for)\b",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"\b(?:seit|since|depuis|desde|dal|dalla|sinds|od|sedan|beri|bestellung|pedido|ordine|commande|(?:19|20)[0-9]{2})\b"
)
# In a block of lines with a flat or a code, a line that ends in a short number is a street.
_LINE: Final = re.compile(
    rf"^[ >?*-]{{0,5}}(?P<value>(?:[0-9]{{1,3}} )?(?:{_WORD} ){{1,4}}[0-9]{{1,5}})(?= ?$)", re.MULTILINE
)
# Words, and endings of words, without which none of the streets and what is said of them can match.
_TELLING: Final = frozenset(
    "street st str c avenue ave road rd lane ln drive dr boulevard blvd court ct square sq terrace parkway pkwy highway hwy"  # noqa: SIM905
    " crescent close circle trail trl alley mews gardens grove way place row walk hill park calle avenida avda av paseo plaza via"
    " viale corso piazza rua travessa colonia rue chemin impasse quai allée ul ulica aleja al strada bulevardul calea aleea carrera cra cl transversal diagonal ulice vila utca út tér u"
    " sokak sokaği sok sk cad caddesi cd bulvari blv mah mahallesi largo alei ulicy os bd route cours caixa skrytka box postfach postbus postale apartado psc unit apt suite usns usnv uss uscgc usnc"
    " zip code postcode postal address live taxi meet return office arrived deliver delivered straße strasse"
    " adresse anschrift dirección direccion domicilio indirizzo endereço endereco morada adres adress adresa adresim wohne wohnhaft"
    " habite vivo abito moro mieszkam bor woon".split()
)
_ENDINGS: Final = tuple(
    "straße strasse str weg gasse platz allee ufer damm straat laan gracht plein vägen vagen gatan gata gade vej vei veien tie katu"  # noqa: SIM905
    " kuja stræti braut".split()
)
# What is numbered as well: orders, sizes, days.
_NOT_STREETS: Final = re.compile(
    r"\b(?:orders?|order|n[or]|num\w*|nummer|bestell\w*|size|größe|gr|taille|talla|taglia|tamanho|maat|model\w*|art\w*|item|rechnung\w*|invoice|seite|page|version|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|qty|menge|eur\w*|usd|kunde\w*|ticket|room|zimmer|gate|platz|seat)\b",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"[0-9]")
_STATE: Final = re.compile(r", [A-Z]{2} [0-9]{5}(?:-[0-9]{4})?(?!\w)")
_TOWN_BEFORE: Final = re.compile(rf"(?<!\w){_CAP}(?: {_CAP}){{0,2}}$")
_POSTCODE: Final = re.compile(r"(?<!\w)(?:GIR 0AA|[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][ABD-HJLNP-UW-Z]{2})(?!\w)")
_LEADING: Final = re.compile(rf"(?!(?:via|rua|rue|al|os) )[{_SMALL}]{{1,4}} (?={_CAP})")
_YEAR: Final = 4  # digits
_ORDINARY: Final = 1 << model.ENGLISH | 1 << model.FREQUENT | 1 << model.FOREIGN
_FLAT: Final = 14  # characters, before a street
_MOST_LINES: Final = 12
READ_WHOLE: Final = 300  # characters; of longer texts, what stands around a telling word is read
_LONGEST: Final = 2_000  # characters read in one piece
_BEFORE: Final = 60
_BEHIND: Final = 140
_MORE: Final = 8_000  # characters read around such words, and a share of the text's length
_SHARE: Final = 10


def find(words: Words) -> Iterator[Span]:
    """Yield postal addresses; a street alone needs its number."""
    text = words.text
    for match in _POSTCODE.finditer(text):
        yield Span(*match.span(), DataClass.ADDRESS)
    for match in _STATE.finditer(text):
        if town := _TOWN_BEFORE.search(text, max(0, match.start() - _BEFORE), match.start()):
            yield Span(town.start(), match.end(), DataClass.ADDRESS)
    for match in _POSTED.finditer(text):
        street = _POSTED_STREET.search(text, max(0, match.start() - _BEFORE), match.start())
        if street and _is_town(match["town"], match["code"]) and not _NOT_STREETS.search(street[0]):
            yield Span(street.start(), match.end(), DataClass.ADDRESS)
    telling = {word for word in words.distinct if word in _TELLING or word.endswith(_ENDINGS)}
    if not telling:
        return
    lower = words.lower
    if len(text) <= READ_WHOLE:
        yield from _read(text, lower)
        return
    for start, end in _stretches(words, telling):
        for span in _read(text[start:end], lower[start:end]):
            yield Span(span.start + start, span.end + start, DataClass.ADDRESS)


def _stretches(words: Words, telling: AbstractSet[str]) -> Iterator[tuple[int, int]]:
    """What of a long text is read: the lines around words that tell, as much of them as its length allows."""
    left = _MORE + len(words.text) // _SHARE
    start = end = 0
    for begins, word in words.where(telling):
        ends = begins + len(word)
        if ends > end - _BEFORE:
            if begins - _BEFORE > end or end - start > _LONGEST:
                if end:
                    yield start, end
                    left -= end - start
                if left < 0:
                    return
                start = max(end, begins - _BEFORE)
            end = ends + _BEHIND
    if end:
        yield start, end


def _read(text: str, lower: str) -> Iterator[Span]:
    if not _DIGIT.search(text):
        return
    block = False
    for match in _STREETS.finditer(lower):
        if not _NOT_PLACES.search(match[0]):
            block = True
            yield _grown(text, *match.span())
    for match in (*_CODE.finditer(lower), *_SAID.finditer(lower)):
        if not _NOT_PLACES.search(match["value"]):
            yield Span(*match.span("value"), DataClass.ADDRESS)
    for match in _SAID_ABROAD.finditer(lower):
        if not _SINCE.search(match["value"]) and not _NOT_PLACES.search(match["value"]):
            yield _grown(text, *match.span("value"))
    if block and 2 <= text.count("\n") <= _MOST_LINES:  # noqa: PLR2004  # a letterhead
        for match in _LINE.finditer(text):
            yield Span(*match.span("value"), DataClass.ADDRESS)


def _is_town(word: str, code: str) -> bool:
    """Tell of a word behind a code whether it can be a town; four digits alone may be a year, or an amount."""
    sets = model.membership(word.lower())
    return bool(sets >> model.PLACE & 1) or ((not code.isdigit() or len(code) > _YEAR) and not sets & _ORDINARY)


def _grown(text: str, start: int, end: int) -> Span:
    """Take in the number before a street, and the flat, town and code behind it; leave out the word that leads to it."""
    lead = _LEADING.match(text, start, end)
    near = _NEAR.search(text, max(0, start - _FLAT), start)
    begin = lead.end() if lead else near.start() if near else start
    after = _AFTER.match(text, end)
    if after:
        end = after.end()
    if after and after["code"]:
        town = None if _WITH_TOWN.search(text, after.start("code"), end) else _TOWN_BEHIND.match(text, end)
    else:
        unit = bool(after and after[0].strip())
        town = _TOWN.match(text, end) if unit or text[end : end + 1] == "," else None
    if town:
        end = town.end()
    shown = text[begin:end].rstrip(" ,\n")
    return Span(begin, begin + len(shown), DataClass.ADDRESS)
