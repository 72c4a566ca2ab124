"""Names and addresses of people: how many are found, and how few ordinary messages are touched."""

# ruff: noqa: RUF001 (other scripts are the subject)

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from app.domain.data_class import Span
from app.domain.detection import addresses, names
from app.domain.detection.words import Words
from app.domain.plain_text import normalise
from tests.safety.figures import Figure
from tests.safety.name_sentences import LOCALES, Sentence, Writer
from tests.safety.rows import abroad, rows

SUBJECT: Final = "names"
# Wordings that the model has not been trained with.
ASKED: Final = (
    "Could somebody ring {n} about the {prod}?",
    "{n} never got the voucher you promised",
    "The voucher belongs to {n}, not to me",
    "A technician named {n} came by on {day}",
    "We need a second badge for {n}, starting in {month}",
    "you people told {n} the {prod} was shipped",
    "regarding the complaint of {n} from {city}",
    "I share the subscription with {n} and we both pay",
    "It was {n} who opened the parcel",
    "please let {n} know when the {prod} is back",
    "The keycard was given to {n} at reception",
    "Has {n} paid the deposit yet?",
    "I'm travelling to {city} together with {n}",
    "Put {n} down as the emergency contact",
    "there's a typo, it should be {n}",
    "Nobody told me that {n} had cancelled it",
    "{n} keeps getting texts meant for me",
    "the warranty card says {n}, bought in {month}",
    "i gave the {prod} to {n} as a present",
    "Your courier handed it to {n} next door",
)
CLEAN: Final = (
    "Could somebody ring me about the {prod}?",
    "I never got the voucher you promised",
    "A technician came by on {day} from {city}",
    "we need a second badge starting in {month}",
    "regarding my complaint about the shop in {city}",
    "Can I pick the {prod} up at {org} in {city}?",
    "Two nights in {city}, arriving on {day}, is the pool heated?",
    "my line drops calls whenever I drive through {city}",
    "the {prod} from {org} arrived scratched",
    "Connection from {city} via {city} was late and I missed my ferry",
    "Would the {prod} run on {country} voltage?",
    "we were charged twice for {month} and {month}",
)
LATIN: Final = tuple("de fr es it nl pl sv pt tr cs da fi".split())  # noqa: SIM905
# Wordings of other languages, which the model has not been trained with either.
ABROAD: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "de": (
            "Der Vertrag wurde von {n} unterschrieben",
            "Richten Sie {n} bitte Grüße aus",
            "Am Telefon war {n} aus {city}",
        ),
        "fr": ("Le contrat a été signé par {n}", "Dites à {n} que le colis est là", "J'ai eu {n} au téléphone"),
        "es": ("El contrato lo firmó {n}", "Dígale a {n} que ya llegó el paquete", "Me atendió {n} por teléfono"),
        "it": (
            "Il contratto è stato firmato da {n}",
            "Dica a {n} che il pacco è qui",
            "Mi ha risposto {n} al telefono",
        ),
        "nl": ("Het contract is getekend door {n}", "Zeg tegen {n} dat het pakket er is", "Ik kreeg {n} aan de lijn"),
        "pl": ("Umowę podpisał {n}", "Proszę przekazać, że {n} czeka na paczkę", "Telefon odebrał {n}"),
        "sv": ("Avtalet skrevs under av {n}", "Säg till {n} att paketet är här", "Jag fick tala med {n} i telefon"),
        "pt": ("O contrato foi assinado por {n}", "Diga a {n} que a encomenda chegou", "Fui atendido por {n} ontem"),
        "tr": ("Sözleşmeyi {n} imzaladı", "Lütfen {n} kişisine paketin geldiğini söyleyin", "Telefona {n} çıktı"),
        "cs": ("Smlouvu podepsal {n}", "Vyřiďte prosím, že {n} čeká na balík", "Telefon zvedl {n}"),
        "da": ("Kontrakten er underskrevet af {n}", "Sig til {n} at pakken er her", "Jeg fik fat i {n} på telefonen"),
        "fi": ("Sopimuksen allekirjoitti {n}", "Kertokaa että {n} odottaa pakettia", "Puhelimeen vastasi {n}"),
        "ru": ("Договор подписал {n}", "Передайте, что {n} ждёт посылку", "Трубку взял {n}"),
        "uk": ("Договір підписав {n}", "Передайте, що {n} чекає на посилку", "Слухавку взяв {n}"),
        "ar": ("وقع العقد {n}", "أخبروا {n} أن الطرد وصل", "رد علي {n} بالهاتف"),
        "he": ("את החוזה חתם {n}", "תגידו לכולם ש {n} מחכה לחבילה", "ענה לי {n} בטלפון"),
        "el": ("Το συμβόλαιο υπέγραψε ο {n}", "Πείτε ότι ο {n} περιμένει το δέμα", "Στο τηλέφωνο απάντησε ο {n}"),
    }
)


def found(text: str, find: Callable[[Words], Iterator[Span]] = names.find) -> list[tuple[int, int]]:
    """Give the finds in characters of the text."""
    plain = normalise(text)
    return [plain.to_input(span.start, span.end) for span in find(Words(plain.text))]


def covered(sentence: Sentence, find: Callable[[Words], Iterator[Span]] = names.find) -> tuple[int, int]:
    """Count the places that are wholly covered, and all of them."""
    spans = found(sentence.text, find)
    return sum(any(s <= start and end <= e for s, e in spans) for start, end in sentence.names), len(sentence.names)


def measure() -> Iterator[Figure]:
    """Give the figures of the validation halves and of sentences made up for ten languages' names."""
    for label, change in (("names as written", str), ("names in lower case", str.lower)):
        yield _recall(label, (_open(row_text, places, change) for row_text, places in _marked("PERSON")))
    writer = Writer(7)
    made = [_written(writer, code, writer.random.choice(ASKED), "en") for code in LATIN * 30]
    yield _recall("names of twelve languages, English sentences", made)
    made = [
        _written(writer, code, writer.random.choice(asked), code) for code, asked in ABROAD.items() for _ in range(20)
    ]
    yield _recall("names in seventeen languages' own sentences", made)
    touched = [
        bool(found(row.text) or found(row.text, addresses.find)) for row in rows("customer_messages", validation=True)
    ]
    yield Figure(SUBJECT, "ordinary messages touched by names or addresses", sum(touched), len(touched), most=0.01)
    elsewhere = [bool(found(text)) for texts in abroad(validation=True).values() for text in texts]
    yield Figure(SUBJECT, "ordinary messages in 18 other languages touched", sum(elsewhere), len(elsewhere), most=0.03)
    clean = [bool(found(writer.written(template, "en").text)) for template in CLEAN * 100]
    yield Figure(SUBJECT, "made-up messages with cities and brands touched", sum(clean), len(clean), most=0.02)
    yield _recall(
        "addresses as written", (_open(text, places, str) for text, places in _marked("ADDRESS")), 0, addresses.find
    )


def measure_sample() -> Iterator[Figure]:
    """Give a few figures of a few hundred sentences, for the test suite."""
    writer = Writer(20261121)
    made = [_written(writer, code, writer.random.choice(ASKED), "en") for code in LATIN * 15]
    yield _recall("names of twelve languages, English sentences", made, 0.8)
    made = [
        _written(writer, code, writer.random.choice(asked), code) for code, asked in ABROAD.items() for _ in "12345"
    ]
    yield _recall("names in seventeen languages' own sentences", made, 0.8)
    ordinary = list(rows("customer_messages_300", validation=True)) + list(
        rows("customer_messages_300", validation=False)
    )
    touched = [bool(found(row.text) or found(row.text, addresses.find)) for row in ordinary]
    yield Figure(SUBJECT, "ordinary messages touched by names or addresses", sum(touched), len(touched), most=0.02)


def _recall(
    label: str, sentences: Iterable[Sentence], least: float = 0.85, find: Callable[[Words], Iterator[Span]] = names.find
) -> Figure:
    hits = of = 0
    for sentence in sentences:
        covers, all_of_it = covered(sentence, find)
        hits, of = hits + covers, of + all_of_it
    return Figure(SUBJECT, label, hits, of, least=least or None)


def _marked(kind: str) -> Iterator[tuple[str, tuple[tuple[int, int], ...]]]:
    for row in rows("personal_data", validation=True):
        places = [
            p
            for p in row.places
            if p.kind == kind and not (p.end - p.start < 5 and row.text[p.end - 1] == "." and kind == "PERSON")
        ]  # a title alone
        yield row.text, tuple((place.start, place.end) for place in places)


def _open(text: str, places: tuple[tuple[int, int], ...], change: Callable[[str], str]) -> Sentence:
    changed = change(text)
    return Sentence(changed if len(changed) == len(text) else text, places)


def _written(writer: Writer, code: str, template: str, language: str) -> Sentence:
    """Write a sentence about somebody from elsewhere, half of the time in lower case."""
    before, after = (
        writer.written(part, language, own_case=False).text if "{" in part else part for part in template.split("{n}")
    )
    name = writer.name("n", writer.random.choice(LOCALES[code]))
    text = before + name + after
    if writer.random.random() < 0.5 and len(text.lower()) == len(text):
        text = text.lower()
    return Sentence(text, ((len(before), len(before) + len(name)),))
