"""What opens a door, a safe or a network: the code of a gate, a combination, the key of the wifi."""

# ruff: noqa: E501, RUF001 (a pattern is read in one piece; a Turkish letter is meant)

import re
from collections.abc import Iterator
from typing import Final

from app.domain.detection.credentials.values import TAIL, is_elsewhere, is_mixed, stands_for_one
from app.domain.detection.credentials.words import UNIT
from app.domain.detection.led import Led
from app.domain.detection.words import Words
from app.domain.plain_text import normalise

_LINK: Final = (
    r"(?: (?:number|nummer|at home|here|now))?(?:\s?(?::=|=>|->|[:=])|,? (?:(?:currently|now|still|just|always) )?(?:is|was|are|to|'s|ist|lautet|war|est|es|e|è|é|to|är|ar|er)(?: (?:now|still|set to|now set to|changed to|jetzt|maintenant|ahora|ora|nu|teraz|agora))?:?|'s| -)?"
    r"\s{0,3}[\"'“„(]?"
)
_PLACE_EN: Final = r"(?:(?:front|back|side|rear|main|outer|inner|entrance|street|cellar|garage|shed|house|home|office|flat|lobby|yard|garden|security|bin store|bike store|communal) )?(?:door|gate|entrance|entry|entry ?phone|building|lobby|keypad|key ?safe|key ?box|lock ?box|pad ?lock|bike lock|lock|safe|(?:burglar |house |home )?alarm|lift|elevator|garage|shed|barrier|intercom|block)"
_OPENS: Final = (
    rf"{_PLACE_EN} (?:pass)?(?:code|combination|combo|pin)|(?:key ?safe|key ?box|lock ?box|schl(?:ü|ue)ssel(?:safe|box|tresor))(?= is|:)"
    rf"|(?:code|combination|combo|pin) (?:for|to|of|on) (?:(?:the|my|our|your|his|her|their) ){_PLACE_EN}|combination (?:for|to|of|on) (?:the |my |our )?(?:\w{{1,12}} )?(?:lock|safe|shed|padlock|locker|door|gate)"
    r"|(?:haus|wohnungs|eingangs|keller|hof|garagen)?(?:t(?:ü|ue)r|tor|eingangs|garagen|alarm|safe|tresor|schl(?:ü|ue)sselsafe|schl(?:ü|ue)sselbox|schl(?:ü|ue)sseltresor|hof|einfahrts)[- ]?(?:code|kombination|pin)"
    r"|(?:code|kombination|pin) (?:f(?:ü|ue)r|zu|von|vom|zum|zur) (?:der|die|das|den|dem|unsere?n?|meine?n?)? ?(?:haus|wohnungs|eingangs|keller|hof|garagen)?(?:t(?:ü|ue)r|tor|eingang|garage|alarmanlage|safe|tresor|schl(?:ü|ue)sselsafe)"
    r"|code (?:(?:de |du )(?:la |l'|mon |ma |notre )?)?(?:porte|portail|immeuble|entr[eé]e|alarme|garage|coffre|interphone|b[aâ]timent|hall)(?: d'entr[eé]e)?|digicode"
    r"|c[oó]digo (?:(?:de|do|da|del)(?: la| mi| el)? )?(?:puerta|portal|entrada|alarma|garaje|edificio|caja fuerte|port[oó]n|port[aã]o|porta|alarme|pr[eé]dio|garagem|cofre|portaria)"
    r"|codice (?:(?:del |della |di |dell')(?:mio |mia |nostro )?)?(?:porta|portone|cancello|ingresso|allarme|garage|cassaforte|citofono|palazzo)"
    r"|(?:voor|achter|garage)?(?:deur|poort|kluis|alarm|toegangs|hek|sleutelkluis)code|code (?:van|voor) (?:de |het )?(?:voor|achter|garage)?(?:deur|poort|kluis|alarm|hek)"
    r"|kod (?:do )?(?:domofonu|bramy|drzwi|alarmu|klatki|sejfu|furtki|gara[zż]u|bloku)"
    r"|(?:port|d[oö]rr|d[oø]r|larm|alarm|grind|entr[eé]|garage)kod(?:en?)?"
    r"|(?:kap[ıi]|bina|alarm|site|apartman|kasa) (?:[sş]ifresi|kodu)"
)
_OPENING: Final = Led(
    normalise(rf"(?<![^\W_])(?:{_OPENS})(?![\w-])").text
    + _LINK
    + r"(?P<value>(?:[0-9]{1,2}(?:-[0-9]{1,2}){2,3}|[a-z]{0,2}[0-9]{3,8}[a-z]{0,2}|[0-9]{2,4}[a-z]{1,2}[0-9]{1,4})[#*]?)(?![\w-]|[.,/][0-9])"
)
_BUILT: Final = re.compile(r"(?:building|block) (?:code|pin)\W")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_NETWORK: Final = Led(
    normalise(
        r"(?<![^\W_])(?:(?:(?:guest|home|office|hotel|shop|new|our|my|the|your) )?(?:wi-?fi|wlan|w-lan|wireless|network|wpa[23]?|hotspot|router)[- ]?(?:(?:network|security|access|guest|admin|wpa[23]?|router)[- ])?(?:key|pass ?(?:word|code|phrase|wort|key)?|pw|pwd|code|schl(?:ü|ue)ssel|kennwort|[sş]ifresi|parolas[ıi]|l[oö]senord|kod(?:e|en)?|wachtwoord|adgangskode|passord|salasana|has[lł]o|heslo|jelsz[oó])"
        r"|(?:netzwerk|wlan-?|wifi-?)(?:schl(?:ü|ue)ssel|passwort|kennwort|code)"
        r"|(?:cl[eé]|clave|chiave|chave|code|c[oó]digo|codice|senha|contrase[nñ]a|has[lł]o|key|passkey) (?:(?:du|de la|de|del|della|do|da|di|do sieci|for|to|of)(?: (?:the|our|my|mon|mi|mio|meu))? )?(?:wi-?fi|wlan|wpa[23]?|r[eé]seau|red wifi|rete|rede))(?![\w-])"
    ).text
    + r"(?: (?:for|of|on|in|at|to|in|at|f(?:ü|u|ue)r|im|vom|pour|para|per|voor)(?: (?!model|type|version|reset|router\b)[a-z'-]{1,15}){1,4}?)?"
    + _LINK
    + r"(?P<value>[^\s\"”“]{8,63})"
)
_FEWEST: Final = 8  # digits of a key without letters


def find_entries(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """Yield codes and combinations, and keys of networks; a year behind "building code" is the year of the rules."""
    for match in _OPENING.matches(words):
        value = match["value"]
        built = _BUILT.match(match[0]) and _YEAR.fullmatch(value)
        if not (built or UNIT.match(match.string, match.end())):
            yield match.span("value")
    for match in _NETWORK.matches(words):
        start = match.start("value")
        value = text[start : match.end("value")].rstrip(TAIL)
        sure = is_mixed(value) or (value.isdigit() and len(value) >= _FEWEST)
        if sure and not (is_elsewhere(value) or stands_for_one(value)):
            yield start, start + len(value)
