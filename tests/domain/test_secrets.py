"""Secrets: found whole wherever a customer pastes them; talk about them and what only looks like one stay."""

import pytest

from app.domain.data_class import DataClass
from app.domain.detection import credentials, find_spans
from app.domain.detection.words import Words
from tests.safety import secrets
from tests.timing import growth

HOSTILE = (
    "password is ",
    "sk-",
    "key=a",
    "?key=",
    "a:",
    "://",
    "kind:secret",
    "key A1b2C3d4E5f6G7h8 ",
    "curl -u a:b ",
    "pin 1 ",
    "password i use ",
    "a1 is my password ",
    "a@b.co:",
    "pw a!b1 ",
    "backup code 1 ",
    "security answer is ",
    "code for the front door ",
    "wifi key for the a a a ",
)


def found(text: str) -> list[tuple[str, str]]:
    """The values and their classes."""
    return [(text[span.start : span.end], span.data_class.value) for span in find_spans(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("my password is hunter2", "hunter2"),
        ("use ghp_abcdefghij0123456789ABCDEFGHIJ012345", "ghp_abcdefghij0123456789ABCDEFGHIJ012345"),
        ("the api key: 9fQ2xL7vR4tB1mZ8", "9fQ2xL7vR4tB1mZ8"),
        ("the code is 493021", "493021"),
        ("PIN 4921", "4921"),
        ("it let me in with pass Kn0tty&Pine7", "Kn0tty&Pine7"),
        ("backup code: QWER-7714-TYUP", "QWER-7714-TYUP"),
        ("the lockbox is 2291", "2291"),
        ("password was otter before, now it is refused", "otter"),
        ("pw: sunshine", "sunshine"),
        ("login with jane / hunter2", "hunter2"),
        ("log in as user jane and pass hunter2", "hunter2"),
        ('my passphrase is "correct horse battery staple"', "correct horse battery staple"),
        ("recovery phrase: legal winner thank year wave sausage", "legal winner thank year wave sausage"),
        ("DB_PASS=swordfish", "swordfish"),
        ('{"client_secret": "a8f3Kd02mZpQ"}', "a8f3Kd02mZpQ"),
        ("Authorization: Bearer a8f3Kd02mZpQ77", "a8f3Kd02mZpQ77"),
        ("мой пароль: kitty101", "kitty101"),
        ("密码是abc12345", "abc12345"),
        ("heroku_api = 0f2a79ec-b054-21de-f9b9-54c3f8b60f53", "0f2a79ec-b054-21de-f9b9-54c3f8b60f53"),
        ("493021 is my verification code", "493021"),
        ("AKIAZ5QWERTYUIOPASDF", "AKIAZ5QWERTYUIOPASDF"),
        ('<input type="password" value="Zebra!2041">', "Zebra!2041"),
        ('{"style": "margin:0", "password": "zebra2041"}', "zebra2041"),
        ("use k9Xw2LmQ7vTz as the api key", "k9Xw2LmQ7vTz"),
        ("Tr4vel!ng (my password)", "Tr4vel!ng"),
        ("sunshine is my password", "sunshine"),
        ("router password printed below it: Xy77-Qpl2", "Xy77-Qpl2"),
        ("anna@example.com / p4ssw0rt", "p4ssw0rt"),
        ("reset password? Zeb!ra2041", "Zeb!ra2041"),
        ("user tom / pass zebra2041", "zebra2041"),
        ("new pw should be zebra2041", "zebra2041"),
        ("my pin's 2041", "2041"),
        ("my recovery code is 8F3K-29DM-77QX", "8F3K-29DM-77QX"),
        ("backup codes: 48219930, 11920384", "48219930, 11920384"),
        ("Wiederherstellungscode: 8f3k-29dm", "8f3k-29dm"),
        ("my mother's maiden name is Kowalski", "Kowalski"),
        ("the answer to my security question is Maple Street", "Maple Street"),
        ("respuesta secreta: Fluffy", "Fluffy"),
        ("the back gate code is 5172#, ring twice", "5172#"),
        ("code for our garage: 40812", "40812"),
        ("padlock combination 14-22-07", "14-22-07"),
        ("Türcode 6613, dritter Stock", "6613"),
        ("le code de l'immeuble est 27A41", "27A41"),
        ("kod do domofonu to 2290", "2290"),
        ("wifi key for the guest room tulip-field-77", "tulip-field-77"),
        ("la clé du wifi est moulin2048", "moulin2048"),
        ("min pinkod är 7719", "7719"),
    ],
)
def test_a_secret_is_found_at_its_place(text: str, value: str) -> None:
    """The span holds the secret alone, without the words that introduce it."""
    assert [place for place in found(text) if place[1] == DataClass.CREDENTIAL] == [(value, DataClass.CREDENTIAL)]


@pytest.mark.parametrize("between", [" ", " / ", ":", "\n", " und ", "; secret ", '", "'])
def test_the_secret_behind_an_id_of_aws_is_found(between: str) -> None:
    """It has no mark of its own."""
    secret = "q8Hd72kLmN+4pQrStUvWxYz01234/678abCDefGh"
    assert any(secret in value for value, _ in found(f"AKIAZ5QWERTYUIOPASDF{between}{secret}"))


@pytest.mark.parametrize("text", secrets.NO_SECRETS)
def test_talk_about_secrets_stays(text: str) -> None:
    """Who lost a password, or shows a placeholder, gives nothing away."""
    assert DataClass.CREDENTIAL not in {data_class for _, data_class in found(text)}


def test_secrets_reach_their_goals() -> None:
    """What `make safety` prints of secrets is at its goal; of ordinary messages, one in three is read."""
    figures = list(secrets.measure(one_in=3))
    assert len(figures) == 8
    assert [f"{figure.name}: {figure.hits} of {figure.of}" for figure in figures if not figure.met] == []


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    """Twice the text takes at most two and a half times as long, on a quiet moment of the machine."""
    text = piece * (20_000 // len(piece))
    assert any(growth(lambda text: list(credentials.find(text, Words(text))), text, tries=5) <= 2.5 for _ in range(4))
