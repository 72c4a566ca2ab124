"""Sentences of other languages, said in English word for word: hate is heard in them, not what speaks against it."""

import pytest

from app.domain.moderation.gloss import COMMON, dictionary_of, in_english
from app.domain.moderation.gloss_kinds import EVERYDAY, GOOD, ILL, NAMED, TELLING
from app.domain.moderation.glossed import hear
from app.domain.moderation.judge import WORDINGS, judge_text
from app.domain.moderation.text import plain, words

_HATE, _THREAT, _SEXUAL = "hate", "harassment/threatening", "sexual"


@pytest.mark.parametrize(
    ("said", "category"),
    [
        ("Muslime sind für mich keine Menschen", _HATE),
        ("ich verachte jeden einzelnen Einwanderer", _HATE),
        ("Alle Schwulen gehören eingesperrt", _HATE),
        ("Les trans sont des monstres malades", _HATE),
        ("ces immigrés n'ont aucun droit d'être ici", _HATE),
        ("je ne supporte pas les juifs", _HATE),
        ("Las mujeres son demasiado tontas para pensar", _HATE),
        ("los gitanos no son personas", _HATE),
        ("I profughi non sono altro che parassiti", _HATE),
        ("gli zingari mi fanno schifo", _HATE),
        ("Os ciganos roubam todos, são uma praga", _HATE),
        ("os judeus não são gente", _HATE),
        ("lesbiennes zijn zieke freaks", _HATE),
        ("die vluchtelingen horen niet bij de mensen", _HATE),
        ("uchodźcy to obrzydliwe pasożyty", _HATE),
        ("gardzę każdym imigrantem", _HATE),
        ("Du verdammtes Schwein, ich werde dich erstechen", _THREAT),
        ("les gens comme toi, je vais tous les égorger, toi aussi", _THREAT),
        ("Vai morrer por isto, tu e a tua família", _THREAT),
        ("siediti e fatti leccare la figa", _SEXUAL),
        ("kleed je uit en laat je tieten zien", _SEXUAL),
    ],
)
def test_harm_is_heard_in_a_gloss(said: str, category: str) -> None:
    """No list of wordings has these sentences; their words in English tell enough."""
    assert category in hear(plain(said)).categories
    assert category in judge_text(said).categories


@pytest.mark.parametrize(
    "said",
    [
        "Frauen haben die gleichen Rechte wie Männer",
        "Niemand sollte Juden hassen",
        "Wer sagt, alle Ausländer seien Abschaum, ist ein Rassist",
        "Muslime sind keine Parasiten",
        "Er schrieb: „Schwule sind Abschaum“, das finde ich traurig",
        "ich schlage Ihnen vor, dass Sie mir das Geld erstatten",
        "ich breche den Vertrag mit Ihnen ab",
        "Mein Hund ist tot",
        "die Ratten müssen sterben",
        "Hat Ihr Laden gebrannt",
        "Mein Haus ist abgebrannt und ich brauche die Rechnung",
        "Ist das Medikament gefährlich für schwangere Frauen?",
        "die weißen Hemden sind schmutzig angekommen",
        "Nous sommes fiers d'être homosexuels",
        "pourriez-vous corriger mon adresse, elle est fausse",
        "les toilettes pour femmes étaient sales",
        "l'homme qui m'a frappé travaille dans votre magasin",
        "El racismo contra los negros es repugnante",
        "voy a colgar el teléfono si no me atienden",
        "los zapatos negros son feos",
        "sono eccitato per il concerto di domani",
        "Il film sui rifugiati mi ha fatto piangere",
        "soy musulmana, ¿esta sopa lleva cerdo?",
        "sono musulmano, c'è del maiale nel ripieno?",
        "ce film est trop violent pour les filles",
        "ik ben joods en ziek, kan ik annuleren",
        "Adoro os meus vizinhos muçulmanos",
        "pego o pedido na vossa loja amanhã",
        "zijn deze broeken geschikt voor dikke billen",
        "Racisme tegen zwarten is walgelijk",
        "Czy macie makijaż dla czarnych kobiet?",
        "jak rozebrać pralkę, żeby wyczyścić filtr",
    ],
)
def test_what_only_has_such_words_is_ordinary(said: str) -> None:
    """Groups are named, rats and bombs sold, and hate is spoken against, in every language."""
    assert not hear(plain(said)).categories
    assert not judge_text(said).flagged


def test_a_list_of_wordings_is_overruled_where_hate_is_only_told() -> None:
    """As in English, who quotes hate to speak against it is not refused."""
    assert judge_text("Juden sind Abschaum").flagged
    assert not judge_text('"Juden sind Abschaum" ist ein Satz von Rassisten').flagged


@pytest.mark.parametrize("said", ["i hate this shop", "das kapital is a book", "Ⴐ", "", "qwertz asdf ich yxcv bnm"])
def test_a_sentence_of_no_known_language_has_no_gloss(said: str) -> None:
    """English is not glossed, nor is what hardly a word is known of."""
    assert not in_english(words(said))


def test_phrases_and_joined_words_are_read() -> None:
    """The longest phrase first, then the word, then its longest beginning; an apostrophe joins two words."""
    assert in_english(words("los gitanos no son mas que ratas")) == ["gypsies", "only", "rats"]
    assert in_english(words("l'immigre n'est pas un parasite")) == ["immigrants", "not", "is", "not", "a", "parasites"]


def test_every_kind_is_said_by_some_dictionary() -> None:
    """A word that a rule waits for and that no dictionary gives would be one misspelt."""
    known = {word for language in COMMON for line in _lines(language) for word in line.split(":")[0].split()}
    assert not (NAMED | ILL | TELLING | EVERYDAY | GOOD) - known


@pytest.mark.parametrize("language", COMMON)
def test_a_dictionary_says_each_word_once(language: str) -> None:
    """The first meaning counts; a second would be read by nobody."""
    said = [word for line in _lines(language) for word in line.partition(": ")[2].split()]
    assert len(said) == len(set(said))
    assert WORDINGS.bits(COMMON[language].split()[0])[0]


def _lines(language: str) -> list[str]:
    return dictionary_of(language).read_text(encoding="ascii").splitlines()
