"""Identity keys: what a tenant may prove its customers with, as its file writes it and as key material."""

import re

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from app.adapters.toml_shape import Refused
from app.domain.tenant import IdentityKey
from app.references import ReferenceRefused, References, ReferenceUnset

SHORTEST_SHARED_SECRET = 32
"""Bytes."""
SMALLEST_RSA = 2048
"""Bits."""

_KEY_ID = re.compile(r"[A-Za-z0-9._-]{1,80}")


def check_identity_key(place: str, key: IdentityKey) -> None:
    """Check what the file says of a key, which stands at `place`. Raises Refused."""
    if not _KEY_ID.fullmatch(key.id):
        raise Refused(f"{place}.id", "write 1 to 80 letters, digits, dots, lines or underscores")
    shared = key.algorithm == "HS256"
    if shared and (not key.secret or key.public_key):
        raise Refused(f"{place}.secret", f"{key.id}: HS256 takes secret, and no public_key")
    if not shared and (not key.public_key or key.secret):
        raise Refused(f"{place}.public_key", f"{key.id}: {key.algorithm} takes public_key, and no secret")


def material_of(place: str, key: IdentityKey, references: References) -> bytes | None:
    """Return what proves the key's tokens, None where its reference is not set. Raises Refused."""
    shared = key.algorithm == "HS256"
    try:
        text = references.resolve(key.secret if shared else key.public_key)
    except ReferenceUnset:
        return None
    except ReferenceRefused as error:
        raise Refused(f"{place}.{'secret' if shared else 'public_key'}", f"{key.id}: {error}") from error
    material = text.encode()
    if shared and len(material) < SHORTEST_SHARED_SECRET:
        raise Refused(f"{place}.secret", f"{key.id}: has fewer than {SHORTEST_SHARED_SECRET} bytes")
    if shared and b"-----BEGIN" in material:
        raise Refused(f"{place}.secret", f"{key.id}: is a key pair's half: write ES256, RS256 or EdDSA with public_key")
    if not shared and not _fits(key.algorithm, material):
        raise Refused(f"{place}.public_key", f"{key.id}: is no public key in PEM for {key.algorithm}")
    return material


def _fits(algorithm: str, pem: bytes) -> bool:
    try:
        key = load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        return False
    if algorithm == "ES256":
        return isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, SECP256R1)
    if algorithm == "RS256":
        return isinstance(key, RSAPublicKey) and key.key_size >= SMALLEST_RSA
    return isinstance(key, Ed25519PublicKey)
