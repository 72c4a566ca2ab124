"""A tenant's file: what is refused, with the key that is wrong and never with a secret."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from app.adapters.service_file import ServiceFile
from app.adapters.tenant_file import Surroundings, read_tenant
from app.adapters.toml_shape import Refused
from app.domain.tenant import Tenant
from app.domain.units import Duration, Rate
from app.references import References

CONFIG = Path(__file__).parents[2] / "config"
HARBOR = (CONFIG / "tenants" / "harbor.toml").read_text(encoding="utf-8")
KEYS = 'identity_keys = [{ id = "k1", algorithm = "HS256", secret = "env:HARBOR_IDENTITY_KEY" }]'
MODEL = '[workflow.support.model]\nprovider = "openai"'
MODERATION = '[workflow.support.moderation]\nprovider = "openai"'
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
WEBHOOK = '\n[[webhook]]\nurl = "https://h.example/x"\nsecret = "env:HOOK"\nevents = ["handoff.opened"]\n'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A copy of the shipped config folder."""
    return Path(shutil.copytree(CONFIG, tmp_path / "config"))


def read(config: Path, text: str, **environ: str) -> Tenant:
    """Harbor's file with this text."""
    path = config / "tenants" / "harbor.toml"
    path.write_text(text, encoding="utf-8")
    file = ServiceFile.load(config)
    around = Surroundings(config, References(config, environ), file.defaults, frozenset(file.providers), 8123)
    return read_tenant(path, around)


def changed(before: str, after: str) -> str:
    """Harbor's file with one thing changed."""
    assert HARBOR.count(before) >= 1
    return HARBOR.replace(before, after, 1)


def test_the_contracts_own_file_is_read(config: Path) -> None:
    """Durations, rates and dates take their shape; instructions and secrets are resolved."""
    tenant = read(config, HARBOR + WEBHOOK, HARBOR_IDENTITY_KEY="k" * 32)
    workflow = tenant.workflows["support"]
    assert workflow.limits.per_contact == Rate(20, 60)
    assert workflow.retention.audit == Duration(days=400)
    assert tenant.instructions["support"]
    assert tenant.identity_secrets == {("site_harbor_shop", "k1"): b"k" * 32}
    assert tenant.webhooks[0].events == ("handoff.opened",)
    assert "kkkk" not in repr(tenant)


def test_an_identity_key_that_is_not_set_is_left_out(config: Path) -> None:
    """The tenant still serves."""
    assert read(config, HARBOR).identity_secrets == {}


def test_defaults_stand_where_the_workflow_says_nothing(config: Path) -> None:
    """Key by key: a workflow that sets one limit keeps the others' defaults."""
    (config / "frontdesk.toml").write_text(
        '[price.m]\ninput = 1\noutput = 1\n[defaults.limits]\nper_contact = "3/hour"\nconcurrent_turns = 7\n'
    )
    limits = read(config, changed("concurrent_turns = 50\n", "\n")).workflows["support"].limits
    assert (limits.per_contact, limits.concurrent_turns) == (Rate(20, 60), 7)


def test_a_stale_or_empty_approval_does_not_make_a_file_bad(config: Path) -> None:
    """It silences the assistant, which is not the file's matter."""
    assert read(config, changed("review_by = 2036-01-01", "review_by = 2020-01-01")).workflows
    assert read(config, changed('requester = "Support lead"', "")).workflows


def test_the_port_in_use_may_stand_in_an_origin(config: Path) -> None:
    """So that the shipped tenants' own demo pages work on any port."""
    tenant = read(config, changed('"http://127.0.0.1:{port}"', '"http://127.0.0.1:{port}"'))
    assert "http://127.0.0.1:8123" in tenant.sites[0].origins


def test_the_version_is_that_of_the_content(config: Path) -> None:
    """Reading again changes nothing; other instructions, another secret and another port do."""
    first = read(config, HARBOR).version
    assert read(config, HARBOR).version == first
    versions = {first, read(config, HARBOR, HARBOR_IDENTITY_KEY="k" * 32).version}
    versions.add(read(config, HARBOR, HARBOR_IDENTITY_KEY="l" * 32).version)
    (config / "prompts" / "support.md").write_text("Be brief.")
    versions.add(read(config, HARBOR).version)
    assert len(versions) == 4


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[[[", "file"),
        ("x = 1\n" + HARBOR, "x"),
        (changed('id = "harbor"', 'id = "other"'), "tenant.id"),
        (changed('region = "eu"', ""), "tenant.region"),
        (changed('workflow = "support"', 'workflow = "sales"'), "site[0].workflow"),
        (changed('"http://127.0.0.1:{port}"', '"*"'), "site[0].origins"),
        (changed('"http://127.0.0.1:{port}"', '"https://shop.example/"'), "site[0].origins"),
        (changed('"http://127.0.0.1:{port}"', '"https://shop.example:443"'), "site[0].origins"),
        (changed('"http://127.0.0.1:{port}"', '"https://Shop.example"'), "site[0].origins"),
        (changed('"http://127.0.0.1:{port}"', '"shop.example"'), "site[0].origins"),
        (changed('"http://127.0.0.1:{port}"', '"null"'), "site[0].origins"),
        (changed("[workflow.support.limits]", "[workflow.support.limit]"), "workflow.support.limit"),
        (re.sub(r'crisis_text = ".*"', 'crisis_text = " "', HARBOR), "workflow.support.crisis_text"),
        (re.sub(r'contact_fallback = ".*"', 'contact_fallback = ""', HARBOR), "workflow.support.contact_fallback"),
        (changed('"20/minute"', '"20 a minute"'), "workflow.support.limits.per_contact"),
        (changed('"30d"\nhandoffs', '"0d"\nhandoffs'), "workflow.support.retention.messages"),
        (changed('stage = "live"', 'stage = "on"'), "workflow.support.stage"),
        (changed("rollout_percent = 100", "rollout_percent = 101"), "workflow.support.rollout_percent"),
        (changed('email = "redact"', 'mail = "redact"'), "workflow.support.data_policy"),
        (changed('payment_card = "block"', 'payment_card = "allow"'), "workflow.support.data_policy.payment_card"),
        (changed(MODEL, MODEL.replace("openai", "inhouse")), "workflow.support.model.provider"),
        (changed(MODERATION, MODERATION.replace("openai", "off")), "workflow.support.moderation.reason"),
        (changed("Europe/Berlin", "Europe/Atlantis"), "workflow.support.hours.timezone"),
        (changed("Europe/Berlin", "../../etc/passwd"), "workflow.support.hours.timezone"),
        (changed("mon-fri 09:00-18:00", "weekdays"), "workflow.support.hours.open"),
        (changed("daily_budget_usd = 50.0", "daily_budget_usd = nan"), "workflow.support.limits.daily_budget_usd"),
        (changed("daily_budget_usd = 50.0", "daily_budget_usd = inf"), "workflow.support.limits.daily_budget_usd"),
        (changed("anonymous_share = 0.5", "anonymous_share = nan"), "workflow.support.limits.anonymous_share"),
        (changed("file:prompts/support.md", "Be kind."), "workflow.support.instructions"),
        (changed("file:prompts/support.md", "file:prompts/missing.md"), "workflow.support.instructions"),
        (changed("file:prompts/support.md", "file:../outside.md"), "workflow.support.instructions"),
        (changed("file:prompts/support.md", "file:prompts/link.md"), "workflow.support.instructions"),
        (changed("file:prompts/support.md", "file:/etc/hostname"), "workflow.support.instructions"),
        (changed("knowledge/harbor", "knowledge/missing"), "workflow.support.knowledge"),
        (changed("knowledge/harbor", "../knowledge"), "workflow.support.knowledge"),
        (changed('"shop.example"', '"https://shop.example/"'), "workflow.support.output.link_hosts"),
        (HARBOR.replace("workflow.support", "workflow.Support"), "workflow"),
        (HARBOR + WEBHOOK.replace("https://h.example/x", "file:///etc/passwd"), "webhook[0].url"),
        (HARBOR + WEBHOOK.replace("h.example", "h.example:99999"), "webhook[0].url"),
        (HARBOR + WEBHOOK.replace("h.example", "[zz]"), "webhook[0].url"),
        (HARBOR + WEBHOOK.replace("handoff.opened", "message.text"), "webhook[0].events"),
        (HARBOR + WEBHOOK.replace("env:HOOK", "env:OPENAI_API_KEY"), "webhook[0].secret"),
        (HARBOR + WEBHOOK.replace("env:HOOK", "hunter2"), "webhook[0].secret"),
        (changed("env:HARBOR_IDENTITY_KEY", "hunter2"), "site[0].identity_keys.secret"),
        (changed("env:HARBOR_IDENTITY_KEY", "env:FRONTDESK_SECRET_KEY"), "site[0].identity_keys.secret"),
        (changed("env:HARBOR_IDENTITY_KEY", "env:SHORT"), "site[0].identity_keys.secret"),
        (changed(KEYS, KEYS.replace("}]", "}, " + KEYS[17:])), "site[0].identity_keys"),
        (changed('algorithm = "HS256"', 'algorithm = "ES256"'), "site[0].identity_keys.public_key"),
        (changed('algorithm = "HS256"', 'algorithm = "none"'), "site[0].identity_keys[0].algorithm"),
        (changed('id = "k1"', 'id = "../k1"'), "site[0].identity_keys.id"),
        (HARBOR + '\n[[site]]\nkey = "site_harbor_shop"\norigins = []\nworkflow = "support"\n', "site"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_its_key(config: Path, text: str, key: str) -> None:
    """Whoever wrote it reads where it is wrong; a secret that was written into it is not shown."""
    (config.parent / "outside.md").write_text("outside")
    (config / "prompts" / "link.md").symlink_to(config.parent / "outside.md")
    with pytest.raises(Refused) as refused:
        read(config, text, SHORT="hunter2", FRONTDESK_SECRET_KEY="hunter2" * 9)
    assert refused.value.key == key
    assert "hunter2" not in str(refused.value)


def pem(kind: str) -> str:
    """A public key of a kind."""
    pairs: dict[str, Callable[[], PrivateKey]] = {
        "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
        "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
        "RS256": lambda: rsa.generate_private_key(65537, 2048),
        "RSA-1024": lambda: rsa.generate_private_key(65537, 1024),  # noqa: S505  # too small on purpose
        "EdDSA": ed25519.Ed25519PrivateKey.generate,
    }
    return pairs[kind]().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@pytest.mark.parametrize(
    ("algorithm", "kind", "good"),
    [
        ("ES256", "ES256", True),
        ("RS256", "RS256", True),
        ("EdDSA", "EdDSA", True),
        ("ES256", "P-384", False),
        ("ES256", "EdDSA", False),
        ("RS256", "RSA-1024", False),
        ("EdDSA", "RS256", False),
    ],
)
def test_a_public_key_is_of_its_algorithm(config: Path, algorithm: str, kind: str, good: bool) -> None:  # noqa: FBT001  # a column of the table
    """A key that could not prove anything, or too little, is told at once."""
    (config / "key.pem").write_text(pem(kind))
    text = changed(KEYS, f'identity_keys = [{{ id = "k1", algorithm = "{algorithm}", public_key = "file:key.pem" }}]')
    if good:
        assert read(config, text).identity_secrets
        return
    with pytest.raises(Refused, match="public key"):
        read(config, text)


def test_a_private_key_is_no_shared_secret(config: Path) -> None:
    """A key pair's half under HS256 would let anyone with the public half sign."""
    private = ed25519.Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for material in (private.decode(), pem("EdDSA")):
        with pytest.raises(Refused, match="half"):
            read(config, HARBOR, HARBOR_IDENTITY_KEY=material)
