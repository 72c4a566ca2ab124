"""Secrets pasted into chat: what is found of made-up ones, and what only looks like one and stays."""

# ruff: noqa: S311 (a line a kind; samples are drawn with a seed)

import base64
import random
import string
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Final

from app.domain.data_class import DataClass
from app.domain.detection import credentials, find_spans
from app.domain.detection.words import Words
from app.domain.plain_text import normalise
from tests.safety.figures import Figure
from tests.safety.rows import rows

SUBJECT: Final = "secrets"
SEED: Final = 20261121
SMALL, MIXED, HEX, LOUD = (
    string.ascii_lowercase + string.digits,
    string.ascii_letters + string.digits,
    "0123456789abcdef",
    string.ascii_uppercase + string.digits,
)
SENTENCES: Final = (
    "{}",
    "hi, {} stopped working since monday",
    "here you go: {}",
    "Is this the right one? {}",
    "I pasted {} into the settings and nothing happens.",
    'I used "{}" for the import',
    "ok so {} gives me an error, can someone look at it?",
    "Guten Tag, mit {} klappt es nicht mehr",
    "Bonjour, {} ne marche plus",
    "hola, {} ya no funciona",
    "error log:\n{}\nthanks",
)
PREFIXES: Final = (
    *(
        ("ghp_", MIXED, 36),
        ("gho_", MIXED, 36),
        ("github_pat_", MIXED, 82),
        ("glpat-", MIXED, 20),
        ("AKIA", LOUD, 16),
        ("ASIA", LOUD, 16),
    ),
    *(
        ("AIza", MIXED, 35),
        ("ya29.", MIXED, 60),
        ("GOCSPX-", MIXED, 28),
        ("xoxb-12345678901-", MIXED, 24),
        ("xoxp-", MIXED, 40),
        ("sk_live_", MIXED, 24),
    ),
    *(
        ("rk_live_", MIXED, 24),
        ("whsec_", MIXED, 32),
        ("SK", HEX, 32),
        ("AC", HEX, 32),
        ("SG.", MIXED, 60),
        ("key-", HEX, 32),
    ),
    *(
        ("sk-proj-", MIXED, 48),
        ("sk-ant-api03-", MIXED, 90),
        ("sk-", MIXED, 48),
        ("hf_", MIXED, 34),
        ("npm_", MIXED, 36),
        ("pypi-AgEIcHlwaS5vcmc", MIXED, 60),
    ),
    *(
        ("dop_v1_", HEX, 64),
        ("shpat_", HEX, 32),
        ("shpss_", HEX, 32),
        ("sq0atp-", MIXED, 22),
        ("EAAA", MIXED, 60),
        ("pk.eyJ1Ijoi", MIXED, 50),
    ),
    *(
        ("lin_api_", MIXED, 40),
        ("secret_", MIXED, 43),
        ("ntn_", MIXED, 46),
        ("figd_", MIXED, 40),
        ("ATATT3", MIXED, 120),
        ("dapi", HEX, 32),
    ),
    *(
        ("dp.pt.", MIXED, 43),
        ("hvs.", MIXED, 90),
        ("HRKU-AA", MIXED, 58),
        ("v1.0-", HEX, 100),
        ("sbp_", HEX, 40),
        ("nfp_", MIXED, 40),
    ),
    *(
        ("pscale_tkn_", MIXED, 43),
        ("sntrys_", MIXED, 80),
        ("glsa_", MIXED, 32),
        ("NRAK-", LOUD, 27),
        ("gsk_", MIXED, 52),
        ("xai-", MIXED, 80),
    ),
    *(
        ("tskey-auth-", MIXED, 30),
        ("dckr_pat_", MIXED, 27),
        ("PMAK-", HEX, 24),
        ("rdme_", SMALL, 70),
        ("r8_", MIXED, 37),
        ("xkeysib-", HEX, 64),
    ),
    *(
        ("phc_", MIXED, 43),
        ("AGE-SECRET-KEY-1", LOUD, 58),
        ("LTAI", MIXED, 20),
        ("rubygems_", HEX, 48),
        ("re_", MIXED, 24),
        ("tfp_", MIXED, 59),
    ),
    *(
        ("AQ.Ab8RN6", MIXED, 44),
        ("vercel_blob_rw_", MIXED, 30),
        ("mfa.", MIXED, 84),
        ("csk-", SMALL, 48),
        ("pk-lf-", HEX, 32),
        ("ATTA", HEX, 64),
    ),
    *(
        ("pat-eu1-", HEX, 32),
        ("APP_USR-", HEX, 60),
        ("access_token$production$", HEX, 48),
        ("os_v2_app_", SMALL, 80),
        ("crsr_", HEX, 64),
        ("e2b_", HEX, 40),
    ),
)
CALLED: Final = (
    *(
        "my password is {}",
        "password: {}",
        "pw: {}",
        "Pwd={}",
        "the pass is {} ok?",
        "I changed my password to {} yesterday",
        "my wifi password is {}",
        "login with jane / {}",
    ),
    *(
        "username jane password {}",
        "user: jane\npass: {}",
        "My passcode for the app is {}",
        "DB_PASS={}",
        "MYSQL_ROOT_PASSWORD: {}",
        '"password": "{}"',
        "  password: '{}'",
        "dbPassword={}",
    ),
    *(
        "mein Passwort ist {}",
        "Kennwort: {}",
        "mon mot de passe est {}",
        "mdp : {}",
        "mi contraseña es {}",
        "la clave es {}",
        "minha senha é {}",
        "la mia password è {}",
        "mijn wachtwoord is {}",
    ),
    *(
        "moje hasło to {}",
        "şifre: {}",
        "mitt lösenord är {}",
        "мой пароль: {}",
        "пароль {}",
        "密码是{}",
        "パスワードは{}",
        "비밀번호: {}",
        "كلمة المرور: {}",
        "api_key={}",
        "token: {}",
        "secret = '{}'",
    ),
    *(
        "the access token is {}",
        "client_secret: {}",
        "curl -u admin:{} https://api.shop.example",
        "Authorization: Bearer {}",
        "export SECRET_KEY={}",
        "--password={}",
        "Server=db1;User Id=sa;Password={};",
        "<password>{}</password>",
    ),
    *("heroku_token = {}", "DATADOG_API = '{}'", "here's the twilio auth token {}", "PASSWORD {}"),
    *(
        "please use {} as the api key",
        "{} is the webhook secret",
        "the bot token {} stopped working",
        "{} is my password",
        "I typed {} as password and got an error",
        "my pasword is {}",
        "passwrod: {}",
        "anna@example.com:{}",
    ),
    *(
        "the password i use is {}",
        "{} used to be my pw",
        "ich habe {} als Passwort genommen",
        "j'ai mis {} comme mot de passe",
        "puse {} como contraseña",
        "{} is mijn wachtwoord",
        "coloquei {} como senha",
        "{} är mitt lösenord",
    ),
)
CODES: Final = (
    *(
        "the code is {}",
        "PIN {}",
        "my pin is {}",
        "code: {}",
        "otp {}",
        "your verification code is {}",
        "Der Code ist {}",
        "le code est {}",
        "el código es {}",
        "il codice è {}",
        "код {}",
        "验证码{}",
    ),
    *("my pin code: {}", "{} is my verification code", "2FA code {}", "the sms code was {}", "security code = {}"),
    *("passcode {}", "{} is the passcode", "please use {} as the code", "the code i got is {}", "my card pin {}"),
    *("backup code {}", "the door code is {}", "mon code pin est {}", "{} war der Code"),
)
# What builders of pages write; a rule that takes it for a secret would empty every pasted page.
_PAGES: Final = (
    '<p style="margin:0 0 10px 0;padding:4px8px">the login box overlaps</p>',
    'input[type="password"]:focus{outline:2px}',
    "the password form css is padding:0 12px 6px;",
    '<a data-key="item-12ab" href="#">',
    '{"key":"field_5f3a9c1b2d4e6","label":"Colour"}',
    "foreign_key: order_id2",
    '<label for="password2">Password:</label>',
    "login form: width:320px;height:48px",
    '{"author":"team12","authType":"oauth2v2"}',
    "compass: n45w12x9",
    "design token: spacing-4x2md",
    ".token{color:#ff00aa} .key-visual{height:480px}",
    '{"cacheKey":"products_page2_v3","keyboard":"qwerty12"}',
    "?keyword=shoes2024sale&utm_source=mail12",
)
NO_SECRETS: Final = (
    *_PAGES,
    *(
        "I forgot my password",
        "my password is not working",
        "my password was fine before",
        "the lockbox is 2290 mm wide",
        "my season pass A+B 2025 is gone",
        "the code does not work",
        "what is my pin",
        "the wifi key is on the back of the router",
        "wifi key not working since 2024",
        "the door code panel is broken",
        "garage door 2440 mm wide",
        "the building code 2019 asks for a rail",
        "alarm code E3 on the boiler",
        "the alarm code has 6 digits",
        "code promo NOEL15",
        "password is wrong",
        "how do I reset my password?",
        "my pin is blocked",
        "the promo code SAVE20 is invalid",
        "error code 5032",
    ),
    *(
        "I need a new password for my account",
        "is the password case-sensitive?",
        "the password must be 12 characters long",
        "my password is expired",
        "password reset",
        "I did not get the code",
        "code: please send again",
    ),
    *(
        "zip code 90210",
        "use YOUR_API_KEY here",
        "set token=<token>",
        "password: ********",
        "api_key=xxxxxxxxxxxxxxxx",
        "export TOKEN=${{TOKEN}}",
        "sk-...",
        "password = os.environ['DB_PASS']",
        "AKIAIOSFODNN7EXAMPLE",
    ),
    *(
        "mein Passwort ist abgelaufen",
        "j'ai oublié mon mot de passe",
        "olvidé mi contraseña",
        "what does token mean?",
        "the key is under the mat",
        "my product key does not work",
        "discount code: SUMMER25",
        "the country code is 49",
    ),
    *(
        "sign in with Google/Facebook fails",
        "Donaudampfschifffahrtsgesellschaftskapitän",
        "password: see the email",
        "the secret to good coffee is freshness",
        "the token expired",
        "api key rotation policy",
        "login page is down",
    ),
    *(
        "my pin was stolen",
        "key features: waterproof, light",
        "keyboard model K380-2021",
        "the passport is lost",
        "token ring network",
        "Authorization failed for order 2024-55123",
        "my login is not accepted",
        "I got the code twice",
    ),
    *(
        "is my password too short?",
        "use SAVE20 as the promo code",
        "XMAS24 is the right discount code",
        "90210 is my zip code",
        "1Password is my password manager",
        "Monday is the password deadline",
        "the code on the box says 902",
        "the code on the back of the bottle is 771",
        "password must have 8-16 characters",
    ),
    *(
        "where are my backup codes?",
        "backup of 2024 files",
        "my mother's maiden name is not accepted",
        "I forgot the answer to my security question",
        "what's the cvc on the back?",
        "is hunter2 a good password?",
        "anna@example.com: please write there",
        "send it to anna@example.com / joe@example.com",
        "mail anna@example.com HB-20931",
    ),
    *(
        "the api returns 429 with 3 keys",
        "the access token expires after 3600 seconds",
        "https://shop.example/page?key=blue-shirt",
        "https://shop.example/search?key=red+shoes&page=2",
        "https://shop.example/account/password",
        "the password I set is not accepted",
        "confirmation code for booking 20419931",
        "the last four digits of my order are 2041",
        "forgot password, order#20931 is waiting",
        "the key is 12 cm long",
        "quality is the key",
    ),
)


def measure(one_in: int = 1) -> Iterator[Figure]:
    """Measure the open set's validation half, what is made here, and one ordinary message in so many."""
    yield Figure(SUBJECT, "literal: the open set, whole", *_count(literal()), least=0.95)
    yield Figure(SUBJECT, "known prefixes, whole", *_count(prefixed()), least=0.97)
    yield Figure(SUBJECT, "connection strings, key blocks, web hooks", *_count(shaped()), least=0.95)
    yield Figure(SUBJECT, "called by their name", *_count(called()), least=0.6)
    yield Figure(SUBJECT, "codes and PINs", *_count(codes()), least=0.6)
    touched = [bool(_changed(text)) for text in look_alikes()]
    yield Figure(SUBJECT, "look-alikes touched", sum(touched), len(touched), most=0.05)
    talk = [bool(_changed(text)) for text in NO_SECRETS]
    yield Figure(SUBJECT, "talk about secrets touched", sum(talk), len(talk), most=0.0)
    ordinary = list(
        islice(chain(*(rows("customer_messages", validation=half) for half in (True, False))), 0, None, one_in)
    )
    more = [_holds_secret(row.text) and " pin " not in row.text for row in ordinary]
    yield Figure(SUBJECT, "ordinary messages in which more than a PIN is touched", sum(more), len(more), most=0.0)


def literal() -> Iterator[tuple[str, str]]:
    """The open set's secrets, each with its sentence."""
    for row in rows("secrets", validation=True):
        yield from ((row.text, row.text[place.start : place.end]) for place in row.places)


def prefixed() -> Iterator[tuple[str, str]]:
    """Keys of many providers."""
    made = random.Random(SEED)
    for prefix, signs, length in PREFIXES:
        for _ in range(4):
            key = prefix + "".join(made.choices(signs, k=length))
            yield made.choice(SENTENCES).format(key), key


def shaped() -> Iterator[tuple[str, str]]:
    """Secrets that are told by their shape."""
    made = random.Random(SEED)

    def drawn(signs: str, length: int) -> str:
        return "".join(made.choices(signs, k=length))

    def part(length: int) -> str:
        return base64.urlsafe_b64encode(made.randbytes(length)).decode().rstrip("=")

    shapes: tuple[Callable[[], str], ...] = (
        lambda: f"postgres://app:{drawn(MIXED, 14)}@db.shop.example:5432/main",
        lambda: f"mongodb+srv://root:{drawn(SMALL, 10)}@cluster0.ab1cd.example.net/test",
        lambda: f"redis://:{drawn(MIXED, 20)}@cache.example:6379",
        lambda: f"https://jane:{drawn(MIXED, 9)}@git.example.com/repo.git",
        lambda: f"amqp://guest:{drawn(SMALL, 8)}@mq.example/vhost",
        lambda: f"eyJhbGciOiJIUzI1NiJ9.eyJ{part(40)}.{part(32)}",
        lambda: f"-----BEGIN RSA PRIVATE KEY-----\n{part(48)}\n{part(48)}\n-----END RSA PRIVATE KEY-----",
        lambda: f"-----BEGIN OPENSSH PRIVATE KEY-----\n{part(48)}\n-----END OPENSSH PRIVATE KEY-----",
        lambda: f"https://hooks.slack.com/services/T{drawn(LOUD, 8)}/B{drawn(LOUD, 8)}/{drawn(MIXED, 24)}",
        lambda: f"https://discord.com/api/webhooks/{drawn(string.digits, 18)}/{drawn(MIXED, 68)}",
        lambda: f"AccountKey={base64.b64encode(made.randbytes(64)).decode()}",
        lambda: f"{drawn('123456789', 10)}:AA{drawn(MIXED, 33)}",
    )
    for shape in shapes:
        for _ in range(10):
            secret = shape()
            hidden = secret.split("@")[0].rpartition(":")[2] if "://" in secret and "@" in secret else secret
            yield made.choice(SENTENCES).format(secret), hidden.removeprefix("AccountKey=")


def called() -> Iterator[tuple[str, str]]:
    """Passwords and keys beside their name, in ten languages and many files."""
    made = random.Random(SEED)
    word = ("hunter", "Sommer", "dragon", "liverpool", "Marie", "blue", "qwert", "tr0ub4dor", "Passw0rd", "kitty")
    for sentence in CALLED:
        for _ in range(6):
            long = "".join(made.choices(MIXED, k=made.choice((20, 32, 40))))
            short = made.choice(word) + made.choice(("", "!", "_", "-", "#")) + str(made.randint(1, 2024))
            keyed = any(name in sentence.lower() for name in ("key", "token", "secret", "datadog", "bearer"))
            value = long if keyed else made.choice((short, short, long[:12]))
            yield sentence.format(value), value


def codes() -> Iterator[tuple[str, str]]:
    """Numbers that open something."""
    made = random.Random(SEED)
    for sentence in CODES:
        for length in (4, 6, 6):
            value = "".join(made.choices(string.digits, k=length))
            yield sentence.format(value), value


def look_alikes() -> Iterator[str]:
    """Strings that are long and odd but open nothing."""
    made = random.Random(SEED)

    def drawn(signs: str, length: int) -> str:
        return "".join(made.choices(signs, k=length))

    def uuid() -> str:
        return "-".join(drawn(HEX, size) for size in (8, 4, 4, 4, 12))

    shapes: tuple[Callable[[], str], ...] = (
        lambda: f"request id {uuid()}",
        uuid,
        lambda: f"it broke with commit {drawn(HEX, 40)}",
        lambda: f"since {drawn(HEX, 7)} the build fails",
        lambda: f"md5 of the file: {drawn(HEX, 32)}",
        lambda: f"sha256:{drawn(HEX, 64)}  installer.exe",
        lambda: f"order {drawn(LOUD, 12)} is late",
        lambda: f"tracking 1Z{drawn(LOUD, 16)}",
        lambda: f"https://shop.example/products/{drawn(SMALL, 8)}-blue-jacket?ref=mail&page=2",
        lambda: f"https://cdn.example/{drawn(HEX, 32)}/image_{drawn(string.digits, 4)}.png",
        lambda: f"data:image/png;base64,iVBORw0KGgo{drawn(MIXED, 60)}",
        lambda: f"SKU {drawn(LOUD, 4)}-{drawn(LOUD, 6)}-{drawn(LOUD, 2)}",
        lambda: f"version 2.{drawn(string.digits, 2)}.{drawn(string.digits, 1)}-beta+{drawn(HEX, 7)}",
        lambda: f"the colour is #{drawn(HEX, 6)}",
        lambda: "mac address " + ":".join(drawn(HEX, 2) for _ in range(6)),
        lambda: f"IMEI 35{drawn(string.digits, 13)}",
        lambda: f"IMG_{drawn(string.digits, 8)}_{drawn(string.digits, 6)}.jpg",
        lambda: f"serial number {drawn(LOUD, 10)}",
        lambda: f"invoice-{drawn(string.digits, 4)}-{drawn(LOUD, 6)}.pdf",
        lambda: f"api_key=YOUR_{made.choice(('API', 'SECRET', 'STRIPE'))}_KEY",
        lambda: (
            f"token: {made.choice(('<your-token>', '{{ token }}', '${{TOKEN}}', 'xxxxxxxxxxxx', '********', '...'))}"
        ),
        lambda: f"{made.choice(('sk_test_', 'ghp_', 'sk-', 'AKIA'))}{'x' * made.randint(16, 36)}",
        lambda: f"session {drawn(SMALL, 16)} timed out",
        lambda: (
            f"password={made.choice(('example', 'changeme', 'your_password', '$PASSWORD', '<password>', 'REDACTED'))}"
        ),
    )
    for shape in shapes:
        for _ in range(10):
            yield shape()


def _count(samples: Iterable[tuple[str, str]]) -> tuple[int, int]:
    results = [_is_hidden(text, secret) for text, secret in samples]
    return sum(results), len(results)


def _is_hidden(text: str, secret: str) -> bool:
    start = text.rindex(secret)
    changed = {place for begin, end in _changed(text, *DataClass) for place in range(begin, end)}
    return all(place in changed for place in range(start, start + len(secret)) if text[place].isalnum())


def _holds_secret(text: str) -> bool:
    """Tell what the rules for secrets say by themselves: asking those for all else too takes three times as long."""
    plain = normalise(text).text
    return any(True for _ in credentials.find(plain, Words(plain)))


def _changed(text: str, *classes: DataClass) -> list[tuple[int, int]]:
    return [
        (span.start, span.end) for span in find_spans(text) if span.data_class in (classes or (DataClass.CREDENTIAL,))
    ]
