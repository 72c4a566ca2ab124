"""Names of people and postal addresses in messages."""

# ruff: noqa: RUF001 (other scripts are the subject)

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.detection import addresses, names
from app.domain.detection.words import Words
from app.domain.plain_text import normalise
from tests.safety.names import measure_sample as names_measure
from tests.safety.rows import abroad
from tests.timing import seconds


def _names(text: str) -> list[str]:
    plain = normalise(text)
    spans = [plain.to_input(span.start, span.end) for span in names.find(Words(plain.text))]
    return [text[start:end] for start, end in spans]


def _search(text: str) -> None:
    list(names.find(Words(text)))
    list(addresses.find(Words(text)))


def _addresses(text: str) -> list[str]:
    return [text[span.start : span.end] for span in addresses.find(Words(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My name is Mehmet Yılmaz and my card is lost", "Mehmet Yılmaz"),
        ("I am John Smith", "John Smith"),
        ("i am sarah baker", "sarah baker"),
        ("John Smith bought this", "John Smith"),
        ("my name is maria lopez and i wait", "maria lopez"),
        ("PLEASE SEND IT TO KAROLINA NOWAK", "KAROLINA NOWAK"),
        ("MY NAME IS JOHN SMITH AND I WANT MY MONEY BACK", "JOHN SMITH"),
        ("please call MARTA JANSEN about the parcel", "MARTA JANSEN"),
        ("I met OSCAR at the counter", "OSCAR"),
        ("Ms Ward called me yesterday", "Ms Ward"),
        ("ask Mr. Long for the key", "Mr. Long"),
        ("Mrs O'Neil has the parcel", "Mrs O'Neil"),
        ("Sehr geehrter Herr Klein,", "Herr Klein"),
        ("Ich habe mit Herrn van Es telefoniert", "Herrn van Es"),
        ("Frau Dr. Lang braucht das Rezept", "Frau Dr. Lang"),
        ("Mme Petit n'a pas rappelé", "Mme Petit"),
        ("Sig. Conti non risponde", "Sig. Conti"),
        ("i talked to mr singh and mrs kaur", "mr singh"),
        ("My name is Wood, order 5512", "Wood"),
        ("Viele Grüße, Klein", "Klein"),
        ("Mit freundlichen Grüßen\nP. Kaiser", "P. Kaiser"),
        ("Mein Name ist Jürgen Groß", "Jürgen Groß"),
        ("Je m'appelle Anne-Marie Lefèvre", "Anne-Marie Lefèvre"),
        ("Меня зовут Анна Петрова", "Анна Петрова"),
        ("this is Will Young, my parcel is late", "Will Young"),
        ("I'm Tom Cook", "Tom Cook"),
        ("Hi, Faith Hill here", "Faith Hill"),
        ("12,Anna Kowalska,Gdynia", "Anna Kowalska"),
        ('{"customer": "Laura Bianchi", "plan": "basic"}', "Laura Bianchi"),
        ("<td>Marta Nowicka</td><td>shipped</td>", "Marta Nowicka"),
        ("je m'appelle He\u0301le\u0300ne Be\u0301ranger", "He\u0301le\u0300ne Be\u0301ranger"),
        ("Mein Name ist Ju\u0308rgen Mu\u0308ller", "Ju\u0308rgen Mu\u0308ller"),
        ("ta, nige", "nige"),
        ("its sunita again, any news", "sunita"),
        ("Is Heledd in the shop today?", "Heledd"),
        ("could you ask obinna to ring me", "obinna"),
        ("The young man, Tevita, dropped the box", "Tevita"),
        ("not me, its carwyn", "carwyn"),
        ("nandi never got hers", "nandi"),
        ("our neighbour gauri has it", "gauri"),
        ("paczkę odebrała Wiesława", "Wiesława"),
        ("I was told so by Gaurav S. on the phone", "Gaurav S"),
        ("sent by Andreas M. on Monday", "Andreas M"),
        ("my name is Tom Ford", "Tom Ford"),
        ("我叫王小明,我的订单没有到", "王小明"),
        ("田中太郎と申します", "田中太郎"),
        ("제 이름은 김민수입니다", "김민수"),
    ],
)
def test_a_name_is_covered_whole(text: str, name: str) -> None:
    """In any case, and in scripts without spaces."""
    assert any(name in found for found in _names(text))


@pytest.mark.parametrize(
    "text",
    [
        "will my bill change in may?",
        "I paid with my Chase card at Amazon in Paris",
        "Hi, I'm waiting for my refund",
        "what is my name saved as",
        "Guten Tag, ich habe eine Frage zur Rechnung",
        "我是会员,我的订单没有到",
        "Safari won't load the checkout page",
        "I paid with Klarna, is the Irish Merino jumper in stock?",
        "bitte um Storno der Bestellung",
        "Do you deliver to Lisbon?",
        "Bosch, Siemens or Miele?",
        "Dr. Martens boots and a Mr Muscle bottle",
        "Hugo Boss or Calvin Klein",
        "WHERE IS MY ORDER FROM BERLIN",
        "why is NOBODY answering me",
        "is the field mr or ms required?",
        "Hallo, wo bleibt denn mein Paket? Bitte melden Sie sich.",
        "Bonjour, mon four ne chauffe plus. Merci d'avance",
        "Vorrei sapere dove si trova il mio pacco",
        "Ευχαριστώ για τη βοήθεια",
        "Здравствуйте, где моя посылка? Спасибо",
        "Merhaba, kargom nerede kaldı? Teşekkür ederim",
        "hiya, the font is tiny",
        "haha fair enough",
        "Im Juli war die Rechnung falsch",
        "the JSON export is empty, the CSV is fine",
        "GLS or DHL, who brings it?",
        "does John Lewis sell it for less?",
        "I got it from John Lewis, can you still repair it?",
        "is Bobbi Brown foundation tested on animals",
        "russell hobbs kettle trips the fuse",
        "Is the Massimo Dutti coat back in navy?",
        "my Peugeot mill is stuck",
        "cheers mate, bye",
        "&nbsp;caf&eacute; &agrave; emporter&nbsp;",
        "id;name;total\n12;kettle;30",
    ],
)
def test_an_ordinary_message_holds_no_name(text: str) -> None:
    """Words that are names too, brands and towns stay."""
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("send it to 12 Baker Street, London", "12 Baker Street"),
        ("i live at 12 baker street, london", "12 baker street"),
        ("Lindenstraße 12, 10969 Berlin bitte", "Lindenstraße 12, 10969"),
        ("PSC 8139, Box 3699\nAPO AE 99874", "PSC 8139, Box 3699\nAPO AE 99874"),
        ("14 rue Victor Hugo, 75001 Paris", "14 rue Victor Hugo"),
        ("P.O. Box 1422", "P.O. Box 1422"),
        ("deliver it to 2010 Oak Street, Denver, CO 80205", "2010 Oak Street, Denver, CO 80205"),
        ("Lieferung an Gartenallee 7a, 04229 Leipzig bitte", "Gartenallee 7a, 04229 Leipzig"),
        ("ich wohne Am Mühlbach 3, 4020 Linz", "Am Mühlbach 3, 4020 Linz"),
        ("lange gasse 9, 1080 wien", "lange gasse 9, 1080 wien"),
        ("Meine Anschrift: Zum Anger 11, 99084 Erfurt", "Zum Anger 11, 99084 Erfurt"),
        ("3 bis boulevard Carnot, 06400 Cannes", "3 bis boulevard Carnot, 06400 Cannes"),
        ("vivo en Paseo del Prado 14, 2º B, 28014 Madrid", "Paseo del Prado 14, 2º B, 28014 Madrid"),
        ("Calle 72 # 10-34", "Calle 72 # 10-34"),
        ("il mio indirizzo è Corso Italia 88, 20122 Milano", "Corso Italia 88, 20122 Milano"),
        ("Rua do Ouro 21, 1100-062 Lisboa", "Rua do Ouro 21, 1100-062 Lisboa"),
        ("op Dorpsweg 8, 1724 AB Oudkarspel", "Dorpsweg 8, 1724 AB Oudkarspel"),
        ("mieszkam przy Lipowa 8/3, 20-020 Lublin", "Lipowa 8/3, 20-020 Lublin"),
        ("jag bor på Ringvägen 40, 118 67 Stockholm", "Ringvägen 40, 118 67 Stockholm"),
        ("İnönü Cad. No: 5 D 3, 34437 Beyoğlu", "İnönü Cad. No: 5 D 3, 34437 Beyoğlu"),
        ("9 Quay Street, Apt 3, Toronto, ON M5V 2A1", "9 Quay Street, Apt 3, Toronto, ON M5V 2A1"),
        ("Flat 2, 15 Elm Grove, Leeds", "Flat 2, 15 Elm Grove, Leeds"),
        ("PO Box 2210, Cork", "PO Box 2210, Cork"),
        ("Alameda Recalde 30, 2º C, 48009 Bilbao", "Alameda Recalde 30, 2º C, 48009 Bilbao"),
    ],
)
def test_an_address_is_found(text: str, address: str) -> None:
    """Streets of a few countries, and post boxes."""
    assert any(address in found for found in _addresses(text))


@pytest.mark.parametrize(
    "text",
    [
        "order 12345 is late",
        "I want 2 red jackets",
        "is the store in Berlin open?",
        "unit 5",
        "bezahlt via Klarna 20 Euro",
        "via DHL 2 Pakete",
        "ich wohne seit 3 Jahren in Berlin",
        "vivo en Madrid desde 2018.",
        "Golf 7, 2015 Benziner",
        "Regal Birk 80, 2000 Stück",
        "Größe 42, 12345 Köln",
    ],
)
def test_a_number_or_a_town_alone_is_no_address(text: str) -> None:
    """Neither is private."""
    assert _addresses(text) == []


@pytest.mark.parametrize("language", sorted(abroad(validation=False)))
def test_a_document_of_ordinary_messages_holds_hardly_a_name(language: str) -> None:
    """In any language: what was taken for a name once is not looked for wherever it stands again."""
    chance = Random(7)  # noqa: S311  # the same document each time
    told = [text for half in (True, False) for text in abroad(validation=half)[language]]
    text = ""
    while len(text) < 20_000:
        text += chance.choice(told) + chance.choice((" ", "\n", ". "))
    assert len(_names(text)) <= len(text.split()) // 50


@settings(max_examples=25)
@given(st.text(max_size=200))
def test_every_find_lies_within_the_text(text: str) -> None:
    """Whatever the text."""
    plain = normalise(text).text
    for span in (*names.find(Words(plain)), *addresses.find(Words(plain))):
        assert 0 <= span.start < span.end <= len(plain)


_PROSE = "where is my order and when will the refund for the blue jacket arrive, please? "


@pytest.mark.parametrize("before", [0, 2_900, 5_000, 40_000, 300_000])
@pytest.mark.parametrize(
    "text", ["my name is Jolanta Kowalczyk, hello. ", "write to jolanta kowalczyk please. ", "I met Jürgen Schröder. "]
)
def test_a_name_is_found_wherever_it_stands(before: int, text: str) -> None:
    """In the middle of a document as in a message."""
    prose = (_PROSE * (before // len(_PROSE) + 1))[:before]
    prose = prose[: prose.rfind(" ") + 1]
    given, family = next((a, b) for a, b in (("olanta", "owalczyk"), ("ürgen", "chröder")) if a in text)
    shown = " ".join(_names(prose + text + _PROSE * 40))
    assert given in shown
    assert family in shown


@pytest.mark.parametrize("before", [0, 1_950, 5_000, 40_000, 300_000])
@pytest.mark.parametrize(
    "address", ["12 Baker Street", "Lindenstraße 12, 10969", "P.O. Box 1422", "Albany, NY 12207", "SW1A 1AA"]
)
def test_an_address_is_found_wherever_it_stands(before: int, address: str) -> None:
    """In the middle of a document as in a message."""
    prose = (_PROSE * (before // len(_PROSE) + 1))[:before]
    assert any(address in found for found in _addresses(f"{prose} send it to {address} please. {_PROSE * 40}"))


def test_names_of_east_asia_are_found_at_the_end_of_a_document() -> None:
    """They have rules of their own."""
    assert "王小明" in _names("请问我的订单在哪里?" * 2_000 + "我叫王小明,谢谢")


@pytest.mark.parametrize("text", ["call 911", "order 5551234567", "item 4 please", "12", "ok", "Refund", "may"])
def test_numbers_and_lone_common_words_are_no_names(text: str) -> None:
    """Whatever they follow."""
    assert _names(text) == []


@pytest.mark.parametrize("between", [" called again. ", ", "])
def test_a_name_found_once_is_found_at_each_place(between: str) -> None:
    """However long the text is, and with nothing beside it that says so."""
    text = (
        "My name is Jolanta Kowalczyk. "
        + f"jolanta kowalczyk{between}Kowalczyk{between}Jolanta Kowalczyk{between}" * 1_500
    )
    left = text
    for span in sorted(names.find(Words(text)), key=lambda span: -span.start):
        left = left[: span.start] + left[span.end :]
    assert "owalczyk" not in left


def test_a_word_that_was_a_name_once_is_still_a_word() -> None:
    """Where it begins a sentence or has no capital."""
    assert _names("Mr Will came. Will you call? I will wait. It was Will.") == ["Mr Will", "Will"]


def test_a_seeded_sample_is_found() -> None:
    """Wordings and languages that the model was not trained with; all of them are in `make safety`."""
    for figure in names_measure():
        assert figure.of > 0
        assert figure.met, figure


@pytest.mark.parametrize(
    "piece",
    ["john ", "name is ", "van ", "mr ", "a'", "王", "王先生", "1 main st,\n", "rue a ", ", CA 90210", "zip code is "],
)
def test_a_long_text_costs_little(piece: str) -> None:
    """What a hostile sender repeats is read once."""
    text = (piece * 100_000)[:100_000]
    assert seconds(_search, text) < 1  # many times what it takes


@pytest.mark.parametrize("case", [str.lower, str.title])
def test_twice_the_text_takes_twice_the_time(case: Callable[[str], str]) -> None:
    """Also where every word is a new one."""
    chance = Random(20261121)  # noqa: S311  # the same words each time

    def texts(count: int) -> list[str]:
        words = [case("".join(chance.choices("abcdeilmnorstu", k=7))) for _ in range(3 * count)]
        return [" ".join(words[part::3]) for part in range(3)]

    seconds(_search, *texts(600))
    assert seconds(_search, *texts(12_000)) < 5 * seconds(_search, *texts(6_000))


@pytest.mark.parametrize(
    "text",
    [
        "Wie lange dauert der Versand nach Österreich?",
        "Haben Sie die Jacke auch in Größe 42?",
        "Le produit est arrivé abîmé, que faire ?",
        "¿Tienen la chaqueta en talla 42?",
        "Hoe lang duurt de verzending naar België?",
        "Quanto tempo demora a entrega no Brasil?",
        "Kod rabatowy nie działa",
        "Hvor lang tid tager leveringen?",
    ],
)
def test_everyday_words_of_other_languages_are_no_names(text: str) -> None:
    """Whoever asks in their own language is answered what they asked."""
    assert _names(text) == []
