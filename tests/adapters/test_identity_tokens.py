"""Identity tokens: a tenant's word on who is chatting, and every way to forge it."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import jwt
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.adapters.identity_tokens import IdentityRefused, IdentityTokens
from app.adapters.service_file import ServiceFile
from app.adapters.tenants import Tenants
from app.domain.tenant import IdentityKey, Site, Tenant
from app.settings import Settings

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECRET, ROTATED, OTHERS = b"a" * 20 + b"harbor-secret-1", b"b" * 20 + b"harbor-secret-2", b"c" * 20 + b"lumen-secret--1"
CONFIG = Path(__file__).parents[2] / "config"
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey
PAIRS: dict[str, PrivateKey] = {
    "RS256": rsa.generate_private_key(65537, 2048),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}


def public(algorithm: str) -> bytes:
    """The public half in PEM."""
    return PAIRS[algorithm].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.fixture(scope="module")
def tenant() -> Tenant:
    """Harbor with a key of each kind, one being rotated in."""
    found = Tenants(Settings.from_env({"FRONTDESK_CONFIG_DIR": str(CONFIG)}), ServiceFile.load(CONFIG)).get("harbor")
    assert found is not None
    keys = [IdentityKey("k1", "HS256", secret="env:X"), IdentityKey("k2", "HS256", secret="env:Y")]
    keys += [IdentityKey(name, name, public_key="env:Z") for name in ("RS256", "ES256", "EdDSA")]
    site = msgspec.structs.replace(found.sites[0], identity_keys=(*keys, IdentityKey("unset", "HS256", secret="env:U")))
    material = {"k1": SECRET, "k2": ROTATED} | {name: public(name) for name in PAIRS}
    return replace(found, sites=(site,), identity_secrets={(site.key, kid): key for kid, key in material.items()})


@pytest.fixture
def site(tenant: Tenant) -> Site:
    """Its one site."""
    return tenant.sites[0]


def claims(**changes: object) -> dict[str, object]:
    """Good claims, changed; None leaves one out."""
    moment = int(NOW.timestamp())
    good = {"sub": "cust-7", "aud": "harbor", "iat": moment, "exp": moment + 900, "jti": "j-1"}
    return {name: value for name, value in (good | changes).items() if value is not None}


def signed(
    key: bytes | PrivateKey = SECRET,
    algorithm: str = "HS256",
    kid: object = "k1",
    more: Mapping[str, object] | None = None,
    **changes: object,
) -> str:
    """A token as a tenant's backend makes it."""
    return jwt.encode(
        claims(**{**(more or {}), **changes}), key, algorithm, headers={"kid": kid} if kid is not None else {}
    )


def raw(header: dict[str, object], key: bytes | None) -> str:
    """A token put together by hand, as libraries refuse to; signed with HS256 if there is a key."""

    def part(data: bytes) -> bytes:
        return base64.urlsafe_b64encode(data).rstrip(b"=")

    body = part(json.dumps(header).encode()) + b"." + part(json.dumps(claims()).encode())
    signature = hmac.digest(key, body, hashlib.sha256) if key else b""
    return (body + b"." + part(signature)).decode()


@pytest.fixture
def refusal(tenant: Tenant, site: Site) -> Callable[[str], str]:
    """Why a token is refused; nothing of the token may show."""

    def why(token: str) -> str:
        with pytest.raises(IdentityRefused) as refused:
            IdentityTokens(lambda: NOW).verify(token, tenant, site)
        assert "cust-7" not in str(refused.value)
        return refused.value.code

    return why


def test_a_good_token_tells_who_is_chatting(tenant: Tenant, site: Site) -> None:
    """Known claims are read, others ignored."""
    token = signed(name="Zoë", email="zoe@mail.example", records=["order:1001", "order:1001"], admin=True)
    found = IdentityTokens(lambda: NOW).verify(token, tenant, site)
    assert (found.sub, found.jti, found.key_id) == ("cust-7", "j-1", "k1")
    assert (found.name, found.email, found.records) == ("Zoë", "zoe@mail.example", ("order:1001",))
    assert found.expires_at == NOW + timedelta(minutes=15)
    assert "cust-7" not in repr(found)


@pytest.mark.parametrize("algorithm", list(PAIRS))
def test_public_keys_prove_too(tenant: Tenant, site: Site, algorithm: str) -> None:
    """RS256, ES256 and EdDSA work like a shared secret."""
    token = signed(PAIRS[algorithm], algorithm, algorithm)
    assert IdentityTokens(lambda: NOW).verify(token, tenant, site).key_id == algorithm


def test_two_keys_are_good_while_one_replaces_the_other(tenant: Tenant, site: Site) -> None:
    """Rotation needs no moment at which both sides switch."""
    for key, kid in ((SECRET, "k1"), (ROTATED, "k2")):
        assert IdentityTokens(lambda: NOW).verify(signed(key, kid=kid), tenant, site).key_id == kid


def test_algorithms_can_not_be_chosen_by_the_token(refusal: Callable[[str], str]) -> None:
    """Neither none, nor HS256 with a public key as its secret, nor another kind than the key's."""
    assert refusal(raw({"alg": "none", "kid": "k1"}, None)) == "wrong_algorithm"
    assert refusal(raw({"alg": "None", "kid": "k1"}, None)) == "wrong_algorithm"
    assert refusal(raw({"alg": "HS256", "kid": "RS256"}, public("RS256"))) == "wrong_algorithm"
    assert refusal(raw({"alg": "HS384", "kid": "k1"}, SECRET)) == "wrong_algorithm"
    assert refusal(raw({"alg": "HS256", "kid": "k1"}, None)) == "bad_signature"
    assert refusal(raw({"alg": "HS256", "kid": "k1", "crit": ["exp"]}, SECRET)) == "malformed"
    assert refusal(raw({"alg": "HS256", "kid": "k1", "b64": False}, SECRET)) == "malformed"


@pytest.mark.parametrize("kid", [None, "", "k3", "unset", "../../etc/passwd", "k1' OR 1=1 --", "K1"])
def test_only_the_sites_own_keys_are_looked_at(refusal: Callable[[str], str], kid: object) -> None:
    """A key that is missing, unknown or not set proves nothing."""
    assert refusal(signed(kid=kid)) == "unknown_key"


def test_another_key_or_another_tenant_proves_nothing(refusal: Callable[[str], str]) -> None:
    """Not another tenant's secret, not the other key of a rotation, not a token that was made for someone else."""
    assert refusal(signed(OTHERS)) == "bad_signature"
    assert refusal(signed(ROTATED)) == "bad_signature"
    assert refusal(signed(aud="lumen")) == "wrong_audience"
    assert refusal(signed(aud=["harbor", "lumen"])) == "wrong_audience"
    assert refusal(signed(aud=None)) == "wrong_audience"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"iat": -60, "exp": 0}, "expired"),
        ({"exp": 906}, "lives_too_long"),
        ({"iat": 1, "exp": 1}, "lives_too_long"),
        ({"iat": 5, "exp": 906}, "lives_too_long"),
        ({"iat": 6}, "issued_in_future"),
        ({"nbf": 60}, "not_yet_valid"),
        ({"iat": 10**400}, "bad_iat"),
        ({"exp": 10**400}, "bad_exp"),
    ],
)
def test_a_token_lives_fifteen_minutes(refusal: Callable[[str], str], changes: dict[str, int], code: str) -> None:
    """Seconds from now; clocks may differ by five."""
    moment = int(NOW.timestamp())
    assert refusal(signed(more={name: moment + seconds for name, seconds in changes.items()})) == code


def test_clocks_may_differ_a_little(tenant: Tenant, site: Site) -> None:
    """A backend that is five seconds ahead is not refused."""
    moment = int(NOW.timestamp())
    assert IdentityTokens(lambda: NOW).verify(signed(iat=moment + 5, exp=moment + 905), tenant, site).jti


@pytest.mark.parametrize(
    "changes",
    [
        {"sub": None},
        {"sub": ""},
        {"sub": " "},
        {"sub": "x" * 201},
        {"sub": "line\nbreak"},
        {"sub": "\ud800"},
        {"jti": None},
        {"jti": ""},
        {"jti": "x" * 201},
        {"iat": None},
        {"exp": None},
        {"exp": 1e300},
        {"iat": float("nan")},
        {"name": "x" * 201},
        {"email": 7},
        {"records": "order:1001"},
        {"records": [7]},
        {"records": ["order"]},
        {"records": ["order:10 01"]},
        {"records": ["order:1"] * 201},
    ],
    ids=str,
)
def test_claims_have_their_form(refusal: Callable[[str], str], changes: dict[str, object]) -> None:
    """A claim that is missing, too long or of another kind refuses the token, and names the claim."""
    assert refusal(signed(more=changes)) == f"bad_{next(iter(changes))}"


@pytest.mark.parametrize("kind", [True, [1], "soon"], ids=str)
@pytest.mark.parametrize("name", ["iat", "exp"])
def test_moments_are_numbers(refusal: Callable[[str], str], name: str, kind: object) -> None:
    """Nothing is taken for a time that is none; the library may refuse it first."""
    assert refusal(signed(more={name: kind})) in {f"bad_{name}", "bad_signature"}


@pytest.mark.parametrize("text", ["", ".", "..", "a.b.c", "x" * 9_000, "eyJhbGciOiJIUzI1NiJ9" * 300, "é.é.é"])
def test_what_is_no_token_is_refused(refusal: Callable[[str], str], text: str) -> None:
    """Rubbish is no exception of another kind."""
    assert refusal(text) in {"malformed", "too_long", "unknown_key"}
