"""What states call the numbers of a person, and the check that such a number holds."""

# ruff: noqa: E501, RUF001 (a pattern is read in one piece; other scripts are the subject)

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from stdnum.ar import cuit
from stdnum.at import vnr
from stdnum.au import tfn
from stdnum.be import nn
from stdnum.bg import egn
from stdnum.br import cpf
from stdnum.ca import sin
from stdnum.ch import ssn as ahv
from stdnum.cl import rut
from stdnum.cn import ric
from stdnum.cz import rc
from stdnum.de import idnr as tax_id
from stdnum.dk import cpr
from stdnum.ee import ik
from stdnum.es import nif
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.gr import amka
from stdnum.hr import oib
from stdnum.il import idnr as teudat_zehut
from stdnum.in_ import aadhaar
from stdnum.is_ import kennitala
from stdnum.jp import in_ as my_number
from stdnum.kr import rrn
from stdnum.lt import asmens
from stdnum.nl import bsn
from stdnum.no import fodselsnummer
from stdnum.pk import cnic
from stdnum.pl import pesel
from stdnum.pt import nif as contribuinte
from stdnum.ro import cnp
from stdnum.se import personnummer
from stdnum.si import emso
from stdnum.th import pin
from stdnum.tr import tckimlik
from stdnum.us import itin, ssn
from stdnum.za import idnr as za_id

from app.domain.detection.led import Led
from app.domain.plain_text import normalise

Check = Callable[[str], bool]


def _any_of(*checks: Check) -> Check:
    """Where a name does not say whose number it is."""
    return lambda number: any(check(number) for check in checks)


def _is_nuss(number: str) -> bool:
    """Spain's number of social security: province and number, and what is left of them by 97."""
    return len(number) == 12 and int(number[:10]) % 97 == int(number[10:])  # noqa: PLR2004


_NORDIC: Final = _any_of(personnummer.is_valid, fodselsnummer.is_valid, cpr.is_valid)
# By the digits that each has: a library's check cleans its number first, which takes longer than checking.
_PERSONAL: Final[Mapping[int, Check]] = MappingProxyType(
    {
        9: rc.is_valid,
        10: _any_of(personnummer.is_valid, egn.is_valid, rc.is_valid, kennitala.is_valid),
        11: _any_of(
            *(fodselsnummer.is_valid, pesel.is_valid, tckimlik.is_valid, nn.is_valid, cpf.is_valid),
            *(ik.is_valid, amka.is_valid, oib.is_valid),
        ),
        12: _any_of(personnummer.is_valid, aadhaar.is_valid, my_number.is_valid),
        13: _any_of(za_id.is_valid, cnp.is_valid, emso.is_valid, rrn.is_valid, pin.is_valid),
        15: nir.is_valid,
        18: ric.is_valid,
    }
)


def _is_personal(number: str) -> bool:
    """Where nothing says which state gave it."""
    return len(number) in _PERSONAL and _PERSONAL[len(number)](number)


_OF_ONE: Final = r"(?:personal|national|citizens?|identity|identification|resident|government)"
_NUMBER_OF_ONE: Final = (
    rf"{_OF_ONE} (?:id|card|number|no|code|identity|identification|insurance)|id(?:entity)?[ -](?:card|number|no|nr|code)"
    r"|south african id|sa id|ausweis\w*|id-nummer|num[eé]ro d'identit[eé]|carte d'identit[eé]|documento de identidad"
    r"|carta d'identit[aà]|dow[oó]d\w*|numer identyfikacyjny"
)
_KINDS: Final[tuple[tuple[str, Check], ...]] = (
    (
        r"ssn|s\.s\.n|s\.? ?s\.? ?(?:card )?(?:#|no\b|num\w*)|s(?:oc|co|os)(?:i?[ae]?l|ail|\.)?[ -]?s[eu]c\w{0,7}|soc\.? (?:#|no\b|num\w*)|soci?al(?! ?(?:media|network|club|work|event|app|login|post))|itin",
        _any_of(ssn.is_valid, itin.is_valid),
    ),
    (r"(?:seguro|seguridad) social|afiliaci[oó]n|nuss", _any_of(_is_nuss, ssn.is_valid)),
    (r"sin|s\.i\.n|n\.a\.s|social insurance|assurance sociale", sin.is_valid),
    (r"nhs", nhs.is_valid),
    (r"bsn\w{0,3}|burger ?service\w*|sofi-?nummer|citizen service", bsn.is_valid),
    (r"pesel\w{0,3}", pesel.is_valid),
    (r"aadh?aa?r|adhaa?r|uid(?:ai)?|आधार", aadhaar.is_valid),
    (r"cpf", cpf.is_valid),
    (r"person(?:al)?nummer\w{0,2}|personnr", _NORDIC),
    (r"f[øo]dselsn(?:umme)?r\w{0,3}|d-nummer", fodselsnummer.is_valid),
    (r"cpr", cpr.is_valid),
    (r"henkil[öo]tunn\w*|hetu\w{0,3}|sotu\w{0,3}", hetu.is_valid),
    (
        r"rijksregister\w*|registre national|num[eé]ro national|nationaal nummer|national register|insz|niss|nationalregister\w*",
        nn.is_valid,
    ),
    (r"tfn|tax file", tfn.is_valid),
    (r"chinese id", ric.is_valid),
    (r"ahv\w*|avs|navs13|oasi", ahv.is_valid),
    (r"svnr|sv[ -]?n(?:umme)?r|sozialversicherung\w*", _any_of(vnr.is_valid, ahv.is_valid)),
    (r"cnp\w{0,3}|cnp-ul|cod numeric personal", cnp.is_valid),
    (r"егн|egn", egn.is_valid),
    (r"rodn\w{1,3} [čc][ií]sl\w{1,3}|rč", rc.is_valid),
    (r"oib\w{0,2}", oib.is_valid),
    (r"amka|αμκα", amka.is_valid),
    (r"tckn|t\.c\.|t\.?c\.? ?kimlik|kimlik|vatandaşlık", tckimlik.is_valid),
    (r"my number card", my_number.is_valid),
    (r"rut|r\.u\.t", rut.is_valid),
    (r"cui[tl]", cuit.is_valid),
    (r"kennital\w{0,3}", kennitala.is_valid),
    (r"isikukood\w{0,2}", ik.is_valid),
    (r"asmens kod\w{0,3}", asmens.is_valid),
    (r"emšo|emso|jmbg|јмбг", emso.is_valid),
    (r"cnic|شناختی کارڈ", cnic.is_valid),
    (r"thai id", pin.is_valid),
    (r"teudat zehut|israeli id", teudat_zehut.is_valid),
    (r"nif|contribuinte", _any_of(contribuinte.is_valid, nif.is_valid)),
    (r"s[eé]cu(?:rit[eé] sociale)?|insee|nir", nir.is_valid),
    (_NUMBER_OF_ONE, _is_personal),
    (r"steuer(?:liche)?[ -]?id\w*|st\.?-?id\w*|steuer-?nummer|tax (?:id|number|no)|idnr", tax_id.is_valid),
)
# In scripts that write words together, or what stands before them.
_UNSPACED: Final[tuple[tuple[str, Check], ...]] = (
    (r"身份证|身份證|身分证|居民身份", ric.is_valid),
    (r"주민(?:등록)?번호", rrn.is_valid),
    (r"マイナンバー|個人番号", my_number.is_valid),
    (r"เลขบัตรประชาชน|บัตรประชาชน", pin.is_valid),
    (r"תעודת זהות", teudat_zehut.is_valid),
)
TAXES: Final = frozenset({f"k{len(_KINDS) - 1}"})
"""The kinds that are of tax offices."""
HOLDS: Final = MappingProxyType({f"k{index}": check for index, (_, check) in enumerate((*_KINDS, *_UNSPACED))})
"""The check of each kind, by the name of its group in `NAMES` and `UNSPACED_NAMES`."""


def _each(kinds: tuple[tuple[str, Check], ...], first: int) -> str:
    return "|".join(f"(?P<k{index}>{normalise(names).text})" for index, (names, _) in enumerate(kinds, first))


NAMES: Final = Led(rf"(?<![a-z])(?:{_each(_KINDS, 0)})(?![a-z])")
UNSPACED_NAMES: Final = re.compile(rf"(?:{_each(_UNSPACED, len(_KINDS))})(?![a-z])")
