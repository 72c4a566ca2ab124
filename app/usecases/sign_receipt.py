"""Deletion receipts: signed when someone is forgotten; whoever has the public key can tell one that was changed."""

import base64
from collections.abc import Mapping

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from app.adapters.keyring import Keyring

Receipt = dict[str, object]


def sign(keyring: Keyring, receipt: Receipt) -> Receipt:
    """Return the receipt with its signature: Ed25519, in base64, over all the rest as `_written` has it."""
    return {**receipt, "signature": base64.b64encode(keyring.signer("receipt").sign(_written(receipt))).decode()}


def public_key(keyring: Keyring) -> bytes:
    """Return the key that the service's receipts are verified with, as PEM (SubjectPublicKeyInfo)."""
    return keyring.signer("receipt").public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def key_of(pem: bytes) -> Ed25519PublicKey:
    """Read what `public_key` returned. Raises ValueError and cryptography's UnsupportedAlgorithm."""
    key = load_pem_public_key(pem)
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("this is no key of Ed25519")  # noqa: TRY004  # a wrong file, not a wrong call
    return key


def is_genuine(key: Ed25519PublicKey, receipt: Mapping[str, object]) -> bool:
    """Tell whether exactly this was signed; the order of the keys and the spaces between them are free."""
    spelled = receipt.get("signature")
    said = {name: value for name, value in receipt.items() if name != "signature"}
    try:
        signature = base64.b64decode(str(spelled), validate=True)
        key.verify(signature, _written(said))
    except (InvalidSignature, ValueError, RecursionError):  # the latter two where it can't be spelled so at all
        return False
    return base64.b64encode(signature).decode() == spelled  # base64 has several spellings, a receipt one


def _written(receipt: Receipt) -> bytes:
    """Write what is signed: JSON in UTF-8 with its keys in order and no spaces, as `jq -cSj` does."""
    return msgspec.json.encode(receipt, order="deterministic")
