"""Moderation in other languages: harm is seen, and what customers write every day is not taken for it."""

# ruff: noqa: RUF001 (Turkish has an i without a dot)

import pytest

from app.domain.moderation.judge import judge_text

_THREAT, _HATE, _SEXUAL = "harassment/threatening", "hate", "sexual"


@pytest.mark.parametrize(
    ("said", "category", "ordinary"),
    [
        ("ich bring dich um", _THREAT, "ich bringe das Paket um 5 zurück"),
        ("Ich werde euch alle abstechen", _THREAT, "ich werde euch alle empfehlen"),
        ("ich weiß, wo deine Kinder zur Schule gehen", _THREAT, "ich weiß, wo eure Filiale ist"),
        ("wir zünden euren Laden an", _THREAT, "der Zündschlüssel für mein Auto geht nicht an"),
        ("je vais vous tuer", _THREAT, "je vais vous tuer de rire avec cette histoire"),
        ("je vais te casser la gueule", _THREAT, "je me suis cassé la jambe dans votre magasin"),
        ("on va mettre le feu à votre boutique", _THREAT, "y a-t-il un feu rouge avant votre boutique"),
        ("os voy a matar a todos", _THREAT, "os voy a poner cinco estrellas a todos"),
        ("sé dónde vives", _THREAT, "sé dónde está la tienda"),
        ("te voy a cortar el cuello", _THREAT, "voy a cortar el contrato"),
        ("vi spacco la faccia", _THREAT, "vi mando la faccina della foto"),
        ("brucio il vostro negozio", _THREAT, "passo nel vostro negozio domani"),
        ("ik maak je dood", _THREAT, "ik maak het pakket af en stuur het terug"),
        ("ik steek jullie winkel in brand", _THREAT, "hoe lang moet je lamp branden"),
        ("vou te dar um tiro", _THREAT, "vou te dar o número do pedido"),
        ("sei onde você mora", _THREAT, "sei onde fica a loja"),
        ("połamię ci nogi", _THREAT, "złamię umowę, jeśli nie dostarczycie"),
        ("jag ska döda dig", _THREAT, "jag ska ringa dig"),
        ("seni öldüreceğim", _THREAT, "seni arayacağım"),
        ("ich schlitz dich auf", _THREAT, "ich schlitze den Karton auf"),
        ("te espero a la salida con un bate", _THREAT, "te espero en la tienda con un café"),
        ("do fuoco al negozio", _THREAT, "do un passaggio al negozio"),
        ("jag kommer med kniv", _THREAT, "jag kommer med bilen"),
        ("umarım ölürsün", _THREAT, "umarım iyi olursunuz"),
        ("dükkanınızı yakacağım", _THREAT, "dükkanınızı arıyorum"),
        ("alle Flüchtlinge sind Parasiten", _HATE, "alle Frauen in der Familie sind begeistert"),
        ("man sollte die Moslems vergasen", _HATE, "man sollte die Frauen beim Einkauf fragen"),
        ("je hais les juifs", _HATE, "je hais les files d'attente"),
        ("les noirs sont des singes", _HATE, "les noirs sont en rupture, je prends les blancs"),
        ("odio a los gitanos", _HATE, "odio los negros, prefiero los zapatos marrones"),
        ("los inmigrantes son escoria", _HATE, "los zapatos chinos son basura"),
        ("gli zingari devono morire", _HATE, "le donne devono tornare in negozio per la taglia"),
        ("vluchtelingen zijn ongedierte", _HATE, "de dames zijn tevreden over de jurken"),
        ("odeio todos os ciganos", _HATE, "odeio preto, tem em azul?"),
        ("żydzi do gazu", _HATE, "kuchenka do gazu i pedały do roweru"),
        ("invandrare är ohyra", _HATE, "handskarna är för stora"),
        ("in dem Paket liegt eine Bombe", _THREAT, "in dem Paket liegt eine Badebombe"),
        ("euer Lager steht morgen in Flammen", _THREAT, "mein Toaster stand in Flammen"),
        ("je casse les bras de votre livreur", _THREAT, "votre livreur m'a cassé le vase"),
        ("si vuelve el repartidor le pego un tiro", _THREAT, "si vuelve el repartidor le doy la caja"),
        ("il vostro magazzino andrà a fuoco", _THREAT, "il vostro magazzino andrà bene per il ritiro"),
        ("połamię nogi waszemu kierowcy", _THREAT, "wasz kierowca ma złamaną nogę"),
        ("o vosso armazém vai arder", _THREAT, "o vosso armazém vai abrir"),
        ("kuryenin kemiklerini kırarım", _THREAT, "kuryenin getirdiği bardak kırık"),
        ("suriyeliler pislik", _HATE, "arap sabunu kaç lira"),
        ("ich will dich ficken", _SEXUAL, "was zieht man unter der Jacke darunter an"),
        ("zeig mir deine Titten", _SEXUAL, "zeig mir Stofftiere mit Schwanz"),
        ("suce ma bite", _SEXUAL, "la bite d'amarrage pour le bateau"),
        ("montre-moi tes seins", _SEXUAL, "montrez-moi la culotte en 38"),
        ("quiero follarte", _SEXUAL, "mándame el pack de seis"),
        ("succhiami il cazzo", _SEXUAL, "vendete una sega per il legno"),
        ("stuur naaktfoto's", _SEXUAL, "stuur foto's van de naad"),
        ("chupa meu pau", _SEXUAL, "mostra o pau de selfie"),
        ("pokaż cycki", _SEXUAL, "pokaż czarne modele"),
        ("jag vill knulla dig", _SEXUAL, "jag vill ringa dig"),
        ("seni sikmek istiyorum", _SEXUAL, "seni aramak istiyorum"),
    ],
)
def test_harm_is_told_from_what_sounds_like_it(said: str, category: str, ordinary: str) -> None:
    """Threats, hate and sexual talk are seen in the languages customers write, and their shopping is left alone."""
    assert category in judge_text(said).categories
    assert not judge_text(ordinary).flagged


@pytest.mark.parametrize(
    ("crisis", "ordinary"),
    [
        ("ich bring mich um", "ich bringe mich gern ein"),
        ("es wäre besser, wenn ich tot wäre", "ich könnte mich umbringen vor Lachen"),
        ("ritzen ist das Einzige, was hilft", "ich schneide mir die Haare selbst"),
        ("j'ai envie d'en finir", "j'ai envie d'en finir avec cet abonnement"),
        ("je me coupe les bras", "je me coupe les cheveux"),
        ("me voy a tirar por el balcón", "me tiré al suelo de la risa"),
        ("ojalá no hubiera nacido", "ojalá no hubiera pedido dos"),
        ("mi taglio le vene", "mi ammazzo dal ridere"),
        ("vorrei non essere mai nato", "vorrei non essere nella vostra lista"),
        ("snijden is het enige dat helpt", "ik ga dood van het lachen"),
        ("vou pular da ponte", "vou pular essa oferta"),
        ("wolałbym się nie urodzić", "wolałbym zapłacić gotówką"),
        ("alla skulle ha det bättre utan mig", "skorna tar livet av mig"),
        ("bütün hapları içtim", "bütün kutuları açtım"),
        ("Ich verletze mich jede Nacht selbst", "ich verletze mich nicht daran, oder?"),
        ("ich verdiene es zu sterben", "ich verdiene einen Gutschein"),
        ("Ik snijd mezelf", "ik snijd mezelf een stuk taart"),
        ("ik sta op het dak en ga springen", "ik sta op het balkon maar zie de bezorger niet"),
        ("Je me fais du mal toutes les nuits", "je me suis fait mal au dos en portant le carton"),
        ("mieux vaut que je meure", "mieux vaut que je passe en magasin"),
        ("Ojalá no despertara mañana", "ojalá no despierte al bebé el timbre"),
        ("estoy cansada de vivir", "estoy cansada de esperar"),
        ("spero di non svegliarmi più", "spero di non svegliarmi tardi per la consegna"),
        ("não tenho forças para viver", "não tenho forças para carregar a caixa"),
        ("ile tabletek trzeba wziąć żeby umrzeć", "ile tabletek jest w opakowaniu"),
        ("Jag skär mig varje kväll", "jag skär brödet varje kväll"),
        ("yaşamaktan yoruldum", "beklemekten yoruldum"),
        ("behaltet das Geld, ich bin dann nicht mehr da", "behaltet das Paket, ab Freitag bin ich nicht mehr da"),
        ("wenn ihr das lest, bin ich tot", "wenn ihr das lest, ist mein Akku tot"),
        ("la corde est arrivée, elle tiendra mon poids", "la corde est arrivée trop courte pour la balançoire"),
        ("c'est mon dernier message avant de sauter", "c'est mon dernier message avant de résilier"),
        ("bis das Paket kommt, liege ich im Sarg", "bis das Paket kommt, liege ich in der Sonne"),
        ("mañana ya no existo", "esa talla ya no existe"),
        ("donde voy no necesito dinero", "donde vivo no necesito calefacción"),
        ("non spedite, per allora sarò morto", "non spedite, per allora sarò in ferie"),
        ("sono un peso per tutti", "il pacco è un peso per il corriere"),
        ("als jullie dit lezen ben ik er niet meer", "als jullie bezorgen ben ik er niet"),
        ("napisałam listy pożegnalne", "napisałam listę zakupów"),
        ("quero dormir e nunca mais abrir os olhos", "quero dormir melhor, que colchão recomendam"),
        ("jag har tagit farväl av alla", "jag tar farväl av min gamla soffa"),
        ("her şeye son veriyorum bu gece", "aboneliğime son veriyorum"),
    ],
)
def test_a_veiled_wish_to_die_is_seen_in_other_languages(crisis: str, ordinary: str) -> None:
    """Who does not say it outright is heard too; who laughs, or ends a contract, is not taken for them."""
    assert judge_text(crisis).self_harm
    assert not judge_text(ordinary).flagged


@pytest.mark.parametrize(
    "said",
    [
        "Quiero devolver un artículo",
        "Muss ich für die Rücksendung selbst bezahlen?",
        "Kann ich die Ware im Laden zurückgeben?",
        "Je me suis trompé de taille, puis-je échanger ?",
        "Mi tarjeta fue rechazada en la tienda",
        "Mostre-me todos os vestidos de linho",
        "Aparatul nu pornește, ce fac?",
        "mi pedido no llega",
        "No puedo entrar en mi cuenta.",
        "La linterna no enciende.",
        "Non voglio la giacca.",
        "La vie de la batterie est courte.",
        "die is stuk",
        "De sleutel die u heeft opgegeven klopt niet",
        "Güç pilinin boşalması",
        "Dispozitivului i s-a solicitat să pornească",
        "Tuntematon virhe",
    ],
)
def test_a_language_that_no_model_learnt_is_judged_by_wordings_alone(said: str) -> None:
    """The models know crises of other languages and none of their everyday words: they have no say there."""
    assert not judge_text(said).flagged
